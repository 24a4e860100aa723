"""The one schema that every table of this folder belongs to."""

from sqlalchemy import MetaData

metadata = MetaData()
