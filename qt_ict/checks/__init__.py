"""Rules of meaning: what the entries of a plan must satisfy among themselves, one pure function a rule."""
