"""How quantities and statements of a plan are written for people, in both languages."""
