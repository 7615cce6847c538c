//! What input may cost: memory within the limits whatever it is, and time that grows with it and no faster.
