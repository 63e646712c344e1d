"""A name for objects of Whoosh, whose forks agree on shape but not on types."""

from typing import Any

WhooshObject = Any
