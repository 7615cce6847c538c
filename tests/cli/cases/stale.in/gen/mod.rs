// An older output.
