"""Gold data, scorers and the floors that must hold."""
