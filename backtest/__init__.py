"""What was said against what happened: rebuilt from the shipped panels. Standard library and qt_ict alone."""
