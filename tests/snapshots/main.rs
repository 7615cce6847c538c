//! What is generated and what is written, held in files: a change of either shows in a review.
//!
//! `UPDATE=1 cargo test -p everwire-tests` writes the files anew.

mod bytes;
mod derived;
mod schemas;
mod scratch;
mod services;

use everwire_tests::update;

/// Checks each text against the file of that name in `folder`.
fn expect(folder: &str, texts: impl IntoIterator<Item = (String, String)>) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, text) in texts {
            insta::assert_snapshot!(name, text);
        }
    });
}
