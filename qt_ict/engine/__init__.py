"""Indicator values, gaps and required growth: data in, results out. No files, no terminal, no clock."""
