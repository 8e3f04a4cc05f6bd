"""Every option and argument of every command, each once, by what they say."""
