"""What keeps an installation sound: checking what is stored, backing it up, bringing it back."""
