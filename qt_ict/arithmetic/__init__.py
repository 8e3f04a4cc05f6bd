"""Numbers and laws: exact intervals, roundings, durations, formulas. No data, no files."""
