"""qt-ict makes an ICT development plan computable: indicators, targets, gaps, honest verdicts."""

__version__ = "0.1.0"
