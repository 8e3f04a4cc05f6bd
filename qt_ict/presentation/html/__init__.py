"""A report on a plan as a web page: one file that needs nothing else."""
