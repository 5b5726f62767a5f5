"""How fast, how much, how heavy: the product beside bare fan-outs that store nothing. `make bench` runs it."""
