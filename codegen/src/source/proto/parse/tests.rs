//! The parser against protox's, and mistakes.
