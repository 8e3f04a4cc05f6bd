"""What git knows of a plan's folder."""
