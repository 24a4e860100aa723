"""The demo: an invented country, its press, and the small site that serves it."""
