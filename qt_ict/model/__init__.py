"""The plan as typed data: figures, indicators, targets and who answers for them."""
