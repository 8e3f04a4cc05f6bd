"""Published methods of judging progress: pure functions on plain floats, one module a method."""
