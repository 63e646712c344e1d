"""The one place that names the version of Onrecord."""

__version__ = "0.2.0"
