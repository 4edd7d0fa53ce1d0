"""Words for people: events, commands, refusals and results as whole sentences, in the reader's language.

Reads views only. Used by every front end, so that all of them say the same.
"""
