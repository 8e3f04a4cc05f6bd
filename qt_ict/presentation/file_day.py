"""The day that a file is said to be of: the data's, never today's."""

from datetime import date

NO_DAY = date(1980, 1, 1)
"""The day of a file that speaks of no data; archives know none before it."""
