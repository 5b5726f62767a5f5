"""Bringing what others made: each reader, what is left behind, what it becomes on a board."""
