//! gRPC with tonic.
