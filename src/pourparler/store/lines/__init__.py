"""What the line between two sides is drawn from."""
