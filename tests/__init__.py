"""Tests: claims about the product."""
