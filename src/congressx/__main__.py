"""`python -m congressx`."""

from congressx.cli import app

app()
