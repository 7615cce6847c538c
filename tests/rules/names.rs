//! A rule is a file, a folder of cases and a page, all of one name, and that is the name that attributes and options have for it.

use std::collections::BTreeSet;
use std::path::Path;

use everwire_model::model::RuleName;

/// What is a rule of a message and not of a field.
const OF_MESSAGES: [&str; 1] = ["oneof"];

fn entries(folder: &str, ending: &str, is_wanted: impl Fn(&Path) -> bool) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let names = paths.filter(|path| is_wanted(path)).map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.strip_suffix(ending).unwrap_or(name).to_owned()
    });
    names.collect()
}

#[test]
fn a_rule_has_one_name_everywhere() {
    let named = RuleName::ALL.iter().map(|(_, name, _)| *name);
    let named: BTreeSet<String> = named.chain(OF_MESSAGES).map(str::to_owned).collect();
    let files = entries("../runtime/src/validate/rule", ".rs", Path::is_file);
    let pages = entries("../runtime/docs/rules", ".md", Path::is_file);
    let cases = entries("rules", "", Path::is_dir);
    assert_eq!(files, named, "the files of the runtime");
    assert_eq!(pages, named, "the pages");
    assert_eq!(cases, named, "the folders of cases");
}
