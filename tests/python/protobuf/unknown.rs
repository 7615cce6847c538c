//! What one side does not know: both keep it, in one version of a message and in the numbers of enums.

use everwire::Wire;
use serde_json::json;

use crate::interpreter::python;
use crate::told::{Told, ordered};
use crate::types::Sample;
use crate::types::versions::{New, Old};

#[test]
fn what_a_newer_version_sends_passes_through_the_older_one_of_either_side() {
    let Some(python) = python("protobuf") else {
        return;
    };
    for new in New::samples() {
        let sent = Wire::Protobuf.encode(&new).unwrap();

        // By Python's older version.
        let old = python.read("binary", "test.python.Old", &sent).unwrap();
        assert_eq!(
            old.value,
            json!({ "id": new.id.told(), "name": new.name.told() })
        );
        let back: New = Wire::Protobuf.decode(&old.bytes).unwrap();
        assert_eq!(back.told(), new.told());
        assert_eq!(old.bytes, sent);

        // By ours, for Python's newer one.
        let old: Old = Wire::Protobuf.decode(&sent).unwrap();
        let kept = Wire::Protobuf.encode(&old).unwrap();
        assert_eq!(kept, sent);
        let back = python.read("binary", "test.python.New", &kept).unwrap();
        assert_eq!(back.value, ordered(new.told()));
    }
}
