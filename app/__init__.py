"""Formklar: makes administrative forms understandable."""

__version__ = "0.1.0"
