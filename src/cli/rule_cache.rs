//! The compiled form of rule files, kept from one run to the next: large ones are then read and
//! hashed, but neither parsed nor compiled.
//!
//! A key is a digest of every file's name and text and of this very program; nothing else has a say
//! in how rules compile, as settings choose among facts afterwards. As with verdicts, what cannot be
//! read, was cut short or belongs to something else is as good as not there, and nothing here can
//! fail a run.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::cache::{self, CHECK, DIGEST, Key, Keyed};
use crate::rules::{self, FactBook, RuleProblem};
use crate::source::Source;
use crate::text::Vocabulary;

/// The first bytes of a file of ours, with the version of its layout.
const MAGIC: &[u8] = b"factlint rules 2\n";

/// What stands before a payload: [`MAGIC`], key and check sum.
const HEAD: usize = MAGIC.len() + DIGEST + CHECK;

/// Rule files of fewer bytes in all are compiled before a cache is of use.
pub(crate) const FEW_BYTES: usize = 64 << 10;

/// A longer payload is not kept.
const MOST_BYTES: usize = 256 << 20;

/// So many sets of rule files are remembered; of more, those used longest ago are forgotten.
const MOST_FILES: usize = 8;

/// The ending of our files' names.
const EXTENSION: &str = "rules";

/// What names rule files: all that has a say in what they mean.
pub(crate) fn key_of<'s>(program: &str, files: impl IntoIterator<Item = &'s Source>) -> Key {
    let keyed = Keyed::default().with(program);
    let with = |keyed: Keyed, file: &Source| {
        let digest = cache::digest_of(file.text().as_bytes());
        keyed.with(file.name()).with(digest)
    };
    files.into_iter().fold(keyed, with).key()
}

/// The size of the files.
pub(crate) fn n_bytes(files: &[Source]) -> usize {
    files.iter().map(|file| file.text().len()).sum()
}

/// Whether a cache is of use for these files.
pub(crate) fn pays(files: &[Source]) -> bool {
    n_bytes(files) >= FEW_BYTES
}

/// Compiles the files that `key` names, or takes over what an earlier run made of them: then of the
/// facts no more than a text of these `words` may be about, if there are any.
pub(crate) fn load(
    folder: &Path,
    key: &Key,
    files: Vec<Source>,
    words: impl FnOnce() -> Option<Vocabulary>,
) -> (FactBook, Vec<RuleProblem>) {
    let path = path_of(folder, key);
    let files = match read(&path, key) {
        Some(bytes) => match rules::unpack(&bytes[HEAD..], files, words().as_ref()) {
            Ok(loaded) => return loaded,
            Err(files) => files,
        },
        None => files,
    };
    let (book, problems) = rules::load(files);
    if let Some(payload) = rules::pack(&book, &problems).filter(|it| it.len() <= MOST_BYTES)
        && write(folder, &path, key, &payload).is_ok()
    {
        cache::forget_oldest(folder, EXTENSION, MOST_FILES);
    }
    (book, problems)
}

fn path_of(folder: &Path, key: &Key) -> PathBuf {
    folder.join(cache::file_name(key, EXTENSION))
}

/// A whole file of this key: its payload stands behind its head.
fn read(path: &Path, key: &Key) -> Option<Vec<u8>> {
    let bytes = fs::read(path).ok()?;
    let rest = bytes.strip_prefix(MAGIC)?.strip_prefix(key)?;
    let (check, payload) = rest.split_first_chunk::<CHECK>()?;
    (check_of(payload) == *check).then_some(bytes)
}

/// The check sum of a payload.
fn check_of(payload: &[u8]) -> [u8; CHECK] {
    let mut check = [0; CHECK];
    check.copy_from_slice(&cache::digest_of(payload)[..CHECK]);
    check
}

fn write(folder: &Path, path: &Path, key: &Key, payload: &[u8]) -> io::Result<()> {
    let mut file = cache::draft_in(folder)?;
    for part in [MAGIC, key, &check_of(payload), payload] {
        file.write_all(part)?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = "1.0";

    fn files(text: &str) -> Vec<Source> {
        vec![Source::new("rules/a.yaml", text)]
    }

    fn rule(date: &str) -> String {
        let predicate = "predicate: [signed, \"signed off\"]";
        format!(
            "topic: pacts\nfacts:\n- {{id: a, subject: [Harrier Pact], {predicate}, date: {date}}}\n"
        )
    }

    /// What the files are loaded as, and whether they came from the cache.
    fn loaded(folder: &Path, text: &str) -> (String, bool) {
        let key = key_of(PROGRAM, &files(text));
        let is_known = read(&path_of(folder, &key), &key).is_some();
        let (book, problems) = load(folder, &key, files(text), || None);
        (format!("{:?} {:?} {}", book.facts, book.subjects, problems.len()), is_known)
    }

    #[test]
    fn a_second_run_takes_over_what_the_first_compiled() {
        let folder = tempfile::tempdir().expect("a folder");
        let (first, was_known) = loaded(folder.path(), &rule("2016"));
        let (second, is_known) = loaded(folder.path(), &rule("2016"));
        assert!(!was_known && is_known);
        assert_eq!(first, second);
    }

    #[test]
    fn one_byte_of_anything_makes_another_key() {
        let named = |name: &str, text: &str| key_of(PROGRAM, &[Source::new(name, text)]);
        let two = |one: &str, two: &str| {
            key_of(PROGRAM, &[Source::new("a.yaml", one), Source::new("b.yaml", two)])
        };
        let keys = [
            named("a.yaml", "facts"),
            named("a.yaml", "fact"),
            named("b.yaml", "facts"),
            named("a.yam", "lfacts"),
            key_of("1.1", &[Source::new("a.yaml", "facts")]),
            two("facts", "x"),
            two("fact", "sx"),
        ];
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{at}");
        }
    }

    #[test]
    fn other_rules_are_never_answered_with_what_was_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let (first, _) = loaded(folder.path(), &rule("2016"));
        let (second, is_known) = loaded(folder.path(), &rule("2017"));
        assert!(!is_known);
        assert_ne!(first, second);
    }

    #[test]
    fn rules_with_errors_are_not_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        loaded(folder.path(), &rule("2016-13"));
        assert!(!loaded(folder.path(), &rule("2016-13")).1);
    }

    #[test]
    fn a_file_damaged_at_any_byte_is_made_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = rule("2016");
        let (whole_book, _) = loaded(folder.path(), &text);
        let key = key_of(PROGRAM, &files(&text));
        let path = path_of(folder.path(), &key);
        let whole = fs::read(&path).expect("it is there");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            for bytes in [&damaged[..], &whole[..at]] {
                fs::write(&path, bytes).expect("it may be written");
                assert_eq!(loaded(folder.path(), &text), (whole_book.clone(), false), "byte {at}");
                assert_eq!(fs::read(&path).expect("it is there"), whole, "byte {at}");
            }
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_no_failure() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let (_, is_known) = loaded(&file.path().join("below"), &rule("2016"));
        assert!(!is_known);
    }
}
