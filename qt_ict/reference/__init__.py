"""Reference-class forecasting: what became of others who once stood where one stands now."""
