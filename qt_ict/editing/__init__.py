"""Changing a plan's files: exactly what is meant, and nothing of a user's lost."""
