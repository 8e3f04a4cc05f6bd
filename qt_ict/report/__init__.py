"""What each command has to say, as plain rows: no terminal, no layout, no language chosen."""
