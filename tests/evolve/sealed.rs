//! `upgrade` of what came in an envelope: the version that wrote it is told.

use everwire::{Codec, Envelope, Options, Registry, Upgrade, Wire, open, open_versioned, seal};

use super::upgrade::{Old, Told, full, old};

#[test]
fn an_envelope_tells_the_version_of_the_root() {
    #[derive(Codec, Clone)]
    #[codec(name = "Told", version = 4)]
    struct Four {
        #[codec(1)]
        id: u32,
        #[codec(7, slot = 2)]
        inner: Option<Box<Told>>,
    }
    #[derive(Codec)]
    #[codec(name = "Told", version = 6)]
    struct Six {
        #[codec(1)]
        id: u32,
    }
    #[derive(Codec)]
    #[codec(name = "Told")]
    struct Unversioned {
        #[codec(1)]
        id: u32,
    }
    for wire in Wire::ALL {
        let first = |blob: Vec<u8>| {
            let told: Told = open(&blob).unwrap();
            let version = Envelope::parse(&blob).unwrap().version();
            assert_eq!(open_versioned::<Told>(&blob).unwrap().version, version);
            told.notes.first().map(|note| {
                let words: Vec<&str> = note.split(' ').collect();
                words[1].to_owned()
            })
        };
        let same = seal(&full(), wire).unwrap();
        assert_eq!(first(same), None, "nothing lacks");
        let lacking = seal(&Told::default(), wire).unwrap();
        assert_eq!(first(lacking).as_deref(), Some("Some(5)"));
        let four = Four {
            id: 1,
            inner: Some(Box::default()),
        };
        let older = seal(&four, wire).unwrap();
        assert_eq!(first(older.clone()).as_deref(), Some("Some(4)"));
        let told: Told = open(&older).unwrap();
        assert!(told.inner.unwrap().notes[0].contains(" None "), "{wire}");
        let newer = seal(&Six { id: 1 }, wire).unwrap();
        assert_eq!(first(newer).as_deref(), Some("Some(6)"));
        let unversioned = seal(&Unversioned { id: 1 }, wire).unwrap();
        assert_eq!(first(unversioned).as_deref(), Some("Some(0)"));
    }
}

#[test]
fn what_an_older_version_sealed_is_upgraded_though_nothing_lacks() {
    #[derive(Codec)]
    #[codec(name = "test.Price", version = 1)]
    struct InWhole {
        #[codec(1)]
        amount: u64,
    }
    #[derive(Codec, Debug, PartialEq)]
    #[codec(name = "test.Price", version = 2, upgrade = in_cents)]
    struct Price {
        #[codec(1)]
        amount: u64,
    }
    fn in_cents(price: &mut Price, upgrade: &Upgrade<'_>) {
        if upgrade.version().is_some_and(|version| version < 2) {
            price.amount *= 100;
        }
    }
    let mut registry = Registry::new();
    registry.register::<Price>().unwrap();
    for wire in Wire::ALL {
        let old = seal(&InWhole { amount: 3 }, wire).unwrap();
        let new = seal(&Price { amount: 300 }, wire).unwrap();
        for (blob, version) in [(&old, 1), (&new, 2)] {
            assert_eq!(open::<Price>(blob).unwrap(), Price { amount: 300 });
            let opened = open_versioned::<Price>(blob).unwrap();
            assert_eq!(opened.value, Price { amount: 300 });
            assert_eq!((opened.version, opened.wire), (version, wire));
            let boxed: Box<Price> = open(blob).unwrap();
            assert_eq!(boxed.amount, 300);
            let opened = registry.open_versioned(&Options::new(), blob).unwrap();
            assert_eq!((opened.version, opened.wire), (version, wire));
            let price = opened.value.as_any().downcast_ref::<Price>();
            assert_eq!(price, Some(&Price { amount: 300 }));
        }
        // Without an envelope nobody knows.
        let bare = wire.encode(&InWhole { amount: 3 }).unwrap();
        assert_eq!(wire.decode::<Price>(&bare).unwrap(), Price { amount: 3 });
    }
}

#[test]
fn a_type_that_is_no_message_has_a_version_too() {
    for wire in Wire::ALL {
        let blob = seal(&old(), wire).unwrap();
        let opened = open_versioned::<Old>(&blob).unwrap();
        assert_eq!((opened.value, opened.version), (old(), 1));
        assert!(open_versioned::<Told>(&blob).unwrap_err().is_other_type());
    }
}
