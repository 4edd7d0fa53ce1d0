"""The after-action report: built once as a document of blocks, written as Markdown, HTML or JSON."""
