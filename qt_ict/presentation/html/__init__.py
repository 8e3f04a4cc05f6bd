"""A document as a web page."""
