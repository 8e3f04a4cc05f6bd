"""Problems in data as values: where a rule is broken, what is there, what to do."""
