"""Tests of the record: what was shown is on the disk, and whatever is wrong with a file is said."""
