"""Exit statuses of the command line."""

DONE, BAD, MISUSED, INTERRUPTED = 0, 1, 2, 130
