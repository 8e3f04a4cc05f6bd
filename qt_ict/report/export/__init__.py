"""A whole plan as tables for programs: what its files say, and what is computed of it."""
