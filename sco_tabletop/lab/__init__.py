"""Measuring the rules: exercises played by bots, counted."""
