//! Which generations say what was accepted, and which begin.

use super::*;

fn accepting(change: &str, reason: &str) -> Definition {
    let mut order = order();
    order.accepted = vec![Accepted {
        number: Some(1),
        change: change.into(),
        reason: reason.into(),
    }];
    order
}

fn wider(mut order: Definition) -> Definition {
    order.members_mut()[0].ty = Shape::Int(Int::U64);
    order
}

#[test]
fn an_acceptance_is_of_the_generation_that_it_began_with() {
    let mut lock = locked(&[&[order(), line()]]);
    let accepted = wider(accepting("type u32 -> u64", "why \"not\""));
    assert!(lock.record(&[accepted.clone(), line()], &[]));
    let text = lock.to_string();
    let said = "shop.v1.Order 1 @2-2 accepted \"type u32 -> u64\" \"why \\\"not\\\"\"\n";
    assert!(text.contains(said), "{text}");
    let [(generation, one)] = &lock.accepted()[..] else {
        panic!("{:?}", lock.accepted());
    };
    assert_eq!(
        (*generation, &*one.change, &*one.reason),
        (2, "type u32 -> u64", "why \"not\"")
    );
    // It may stay in the source, and go.
    assert!(!lock.record(&[accepted.clone(), line()], &[]));
    assert!(!lock.record(&[wider(order()), line()], &[]));
    assert_eq!(lock.to_string(), text);
    // With what changes next, it is not said again.
    assert!(lock.record(&[accepted], &[]));
    assert_eq!(lock.accepted().len(), 1);
    assert!(
        lock.definitions(2)
            .unwrap()
            .iter()
            .all(|one| one.accepted.is_empty())
    );
}

#[test]
fn an_acceptance_alone_begins_no_generation() {
    let mut lock = locked(&[&[order(), line()]]);
    assert!(!lock.record(&[accepting("type u32 -> u64", "soon"), line()], &[]));
    assert_eq!((lock.newest(), lock.accepted().len()), (1, 0));
}

#[test]
fn what_is_accepted_of_a_type_that_is_gone_is_said_once() {
    let mut lock = locked(&[&[order(), line()]]);
    let gone = Acceptance {
        type_name: "shop.v1.Order".into(),
        number: None,
        change: "type shop.v1.Order removed".into(),
        reason: "never stored".into(),
    };
    assert!(lock.record(&[line()], std::slice::from_ref(&gone)));
    assert!(!lock.record(&[line()], &[]));
    assert_eq!(lock.accepted(), [(2, gone)]);
    assert_eq!(lock.definitions(2).unwrap().len(), 1);
}

#[test]
fn acceptances_that_were_written_open_are_read() {
    let text = "everwire lock 1\ngeneration 1\ngeneration 2\na.M @1 message\na.M @2 accepted \"x\" \"y\"\n";
    let mut lock = Lock::read(text).unwrap();
    assert_eq!(lock.accepted()[0].0, 2);
    let message = Definition::new("a.M", What::Message(Vec::new()));
    assert!(!lock.record(&[message], &[]));
    assert!(lock.to_string().contains("a.M @2-2 accepted"), "{lock}");
}
