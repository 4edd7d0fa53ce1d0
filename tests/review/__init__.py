"""The after-action review: figures worked out on paper, and computed a second time the slow way."""
