"""Files to plan: reading, shape, references. The only place that reads YAML."""

from qt_ict.loading.folder import Loaded, load

__all__ = ["Loaded", "load"]
