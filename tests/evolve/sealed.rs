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

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "Page")]
struct Page<T> {
    #[codec(1)]
    t: T,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "Sheet", alias = "Page")]
struct Sheet<T> {
    #[codec(1)]
    t: T,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "Old")]
struct Before {
    #[codec(1)]
    t: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "New", alias = "Old")]
struct After {
    #[codec(1)]
    t: u32,
}

#[test]
fn a_renamed_generic_type_opens_what_its_arguments_were_called() {
    use everwire::dynamic::Definition;
    for wire in Wire::ALL {
        let blob = seal(&Page { t: 1_u32 }, wire).unwrap();
        assert_eq!(open::<Sheet<u32>>(&blob).unwrap(), Sheet { t: 1 });
        assert!(open::<Sheet<bool>>(&blob).is_err(), "{wire}");
        let old = Page {
            t: vec![Some(Before { t: 1 })],
        };
        let blob = seal(&old, wire).unwrap();
        let new = || vec![Some(After { t: 1 })];
        type Held = Vec<Option<After>>;
        assert_eq!(open::<Page<Held>>(&blob).unwrap(), Page { t: new() });
        assert_eq!(open::<Sheet<Held>>(&blob).unwrap(), Sheet { t: new() });
        let mut registry = Registry::new();
        registry.register::<Sheet<u32>>().unwrap();
        registry.register::<Sheet<bool>>().unwrap();
        registry.register::<Sheet<Held>>().unwrap();
        let opened = registry.open(&blob).unwrap();
        let opened = opened.as_any().downcast_ref::<Sheet<Held>>();
        assert_eq!(opened.unwrap().t, new());
    }
    let id = Page::<u32>::SCHEMA.type_id();
    let definition = Definition::of(Sheet::<u32>::SCHEMA).unwrap();
    assert!(definition.has_type_id(id) && Sheet::<u32>::SCHEMA.has_type_id(id));
    assert!(!Sheet::<bool>::SCHEMA.has_type_id(id));
}
