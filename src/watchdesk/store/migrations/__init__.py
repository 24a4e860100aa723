"""The schema's history, forward only; shipped files are never edited."""
