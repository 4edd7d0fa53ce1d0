"""The record: an exercise as an append-only file of commands and the events they produced.

`save` and `log` are where to begin. Knows files and bytes; must not know decks, seats at a table or screens.
"""
