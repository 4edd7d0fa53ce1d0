"""One mechanic per file. What a mechanic allows, what it refuses and what it costs is read from a view;
only its `resolve` gets the desk."""
