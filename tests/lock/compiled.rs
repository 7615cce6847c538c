//! The check of compiled types, in one line of a test.

use everwire::Codec;
use everwire_codegen::prove::Direction;
use everwire_codegen::{Check, Question};

use super::project::{Project, told};

mod first {
    use everwire::Codec;

    #[derive(Codec)]
    #[codec(name = "cache.Session")]
    pub struct Session {
        #[codec(1)]
        pub user: u64,
        #[codec(2)]
        pub page: Page<u32>,
    }

    #[derive(Codec)]
    #[codec(name = "cache.Page")]
    pub struct Page<T> {
        #[codec(1)]
        pub items: Vec<T>,
    }
}

mod second {
    use everwire::Codec;

    #[derive(Codec)]
    #[codec(name = "cache.Session", version = 2)]
    pub struct Session {
        #[codec(1)]
        pub user: String,
        #[codec(2)]
        pub page: super::first::Page<u32>,
    }
}

#[test]
fn types_of_the_program_are_checked_with_all_that_they_hold() {
    let project = Project::new();
    let check = |schema| Check::new().lock(project.lock()).types([schema]);
    let message = std::panic::catch_unwind(|| check(first::Session::SCHEMA).assert()).unwrap_err();
    let message = message.downcast::<String>().unwrap();
    assert!(message.starts_with("error: there is no lock"), "{message}");
    check(first::Session::SCHEMA).record(None).unwrap();
    let lock = std::fs::read_to_string(project.lock()).unwrap();
    assert!(
        lock.contains("cache.Page<u32> @1 generic cache.Page u32\n"),
        "{lock}"
    );
    check(first::Session::SCHEMA).assert();
    let question = Question {
        history: true,
        ..Question::default()
    };
    let (checked, _) = check(second::Session::SCHEMA)
        .question(question)
        .run()
        .unwrap();
    assert_eq!(
        told(&checked),
        ["type-changed: `cache.Session.user`: type u64 -> string"]
    );
    let message = std::panic::catch_unwind(|| check(second::Session::SCHEMA).assert()).unwrap_err();
    let message = message.downcast::<String>().unwrap();
    assert!(
        message.contains("error[type-changed]: `cache.Session.user`: type u64 -> string"),
        "{message}"
    );
}

mod third {
    use everwire::Codec;

    #[derive(Codec)]
    #[codec(name = "cache.Session")]
    pub struct Session {
        #[codec(1, was(u64, with = text))]
        pub user: String,
        #[codec(2)]
        pub page: super::first::Page<u32>,
    }

    fn text(user: u64) -> String {
        user.to_string()
    }
}

#[test]
fn a_former_type_that_is_named_is_read() {
    let project = Project::new();
    let check = |schema| Check::new().lock(project.lock()).types([schema]);
    check(first::Session::SCHEMA).record(None).unwrap();
    let backward = Question {
        directions: [Direction::NewReadsOld].into(),
        ..Question::default()
    };
    let (checked, _) = check(third::Session::SCHEMA)
        .question(backward)
        .run()
        .unwrap();
    assert_eq!(told(&checked), [""; 0]);
    let (checked, _) = check(third::Session::SCHEMA).run().unwrap();
    assert_eq!(
        told(&checked),
        ["type-changed: `cache.Session.user`: type u64 -> string"]
    );
}

#[derive(Codec)]
struct Empty {}

#[test]
fn the_macro_names_the_lock_of_the_package() {
    everwire_codegen::check!("lock/empty.lock"; Empty);
}
