//! The compiled form as bytes: what is unpacked is what was packed, or nothing.

use std::path::Path;

use super::cases::{files_of, sections};
use crate::rules::{FactBook, RuleProblem, load, pack, unpack};
use crate::source::Source;

/// All of a book and its problems.
fn shown((book, problems): &(FactBook, Vec<RuleProblem>)) -> String {
    let places = problems.iter().map(|it| {
        let related = it.related.as_ref().map(|(file, span, label)| (file.name(), span, label));
        (it.file.name(), it.span, it.code, &it.message, &it.help, related, it.warning)
    });
    format!("{:#?}{:#?}{:#?}", book.subjects, book.facts, places.collect::<Vec<_>>())
}

/// Packs and unpacks what the files say; whether they could be packed.
fn comes_back(files: &[Source]) -> bool {
    let loaded = load(files.to_vec());
    let packed = pack(&loaded.0, &loaded.1);
    let has_error = loaded.1.iter().any(|problem| !problem.warning);
    assert_eq!(packed.is_none(), has_error, "{:#?}", loaded.1);
    let Some(bytes) = packed else { return false };
    let unpacked = unpack(&bytes, files.to_vec(), None).expect("it was packed");
    assert_eq!(shown(&loaded), shown(&unpacked));
    assert_eq!(unpacked.0.files.len(), files.len());
    true
}

#[test]
fn every_case_comes_back() {
    let written = std::fs::read_to_string(super::cases::PATH).unwrap();
    let n_packed = sections(&written).filter(|section| comes_back(&files_of(section))).count();
    assert!(n_packed > 5, "{n_packed} cases have no error");
}

#[test]
fn the_rules_of_all_labelled_articles_come_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["rules", "tests/challenge"] {
        collect(&root.join(folder), &mut files);
    }
    let n_packed = files.iter().filter(|file| comes_back(std::slice::from_ref(*file))).count();
    assert_eq!(n_packed, files.len(), "rules of labelled articles have no errors");
    assert!(n_packed > 20, "{n_packed} files");
}

fn collect(folder: &Path, files: &mut Vec<Source>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let is_rules = path.extension().is_some_and(|it| it == "yaml" || it == "yml");
        if path.is_dir() {
            collect(&path, files);
        } else if is_rules {
            let text = std::fs::read_to_string(&path).unwrap();
            files.push(Source::new(path.display().to_string(), text));
        }
    }
}

#[test]
fn what_was_cut_short_is_nothing() {
    let text = "facts:\n- {id: a, subject: [X, Y], predicate: [signd, opened], date: 2016}\n";
    let files = vec![Source::new("a.yaml", text)];
    let (book, problems) = load(files.clone());
    let bytes = pack(&book, &problems).expect("there is but a warning");
    for end in 0..bytes.len() {
        let files = unpack(&bytes[..end], files.clone(), None).expect_err("bytes are missing");
        assert_eq!(files.len(), 1, "the files come back");
    }
    assert!(unpack(&bytes, Vec::new(), None).is_err(), "a file is missing");
}
