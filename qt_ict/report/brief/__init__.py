"""One page for a committee: what the state is, what is worst, what is likely, what is to be decided."""
