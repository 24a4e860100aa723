"""From the sources a small team watches to a weekly issue in which every line can be proven."""

__version__ = "0.1.0"
