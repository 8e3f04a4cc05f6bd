"""Files to plan: reading, shape, references. The only place that reads YAML."""
