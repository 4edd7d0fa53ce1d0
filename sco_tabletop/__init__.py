"""SCO Tabletop: a terminal tabletop exercise of joint investigation and one concentrated capture."""

__version__ = "0.1.0"
