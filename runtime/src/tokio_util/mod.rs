//! Frames of tokio-util: records one behind the other, over asynchronous streams.
