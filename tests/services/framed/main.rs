//! framed
