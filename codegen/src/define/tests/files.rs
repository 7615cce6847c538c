//! Which files are read, and as what.
