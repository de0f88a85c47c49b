//! `check --fix` and `--diff`: files changed where they should be, and nowhere else.

use crate::scratch::Scratch;

const WRONG: &str = "\
The Orrin Dam opened in Oct. 1963 after five years.\r
\r
“The Orrin Dam opened in 1963,” said the mayor. Naïve — 900 m?\r
\r
Engineers say the Orrin Dam is 900 m high.";

const RIGHT: &str = "\
The Orrin Dam opened in May 1962 after five years.\r
\r
“The Orrin Dam opened in 1963,” said the mayor. Naïve — 900 m?\r
\r
Engineers say the Orrin Dam is 828 m high.";

#[test]
fn fix_writes_values_and_keeps_every_other_byte() {
    let scratch = Scratch::new();
    scratch.write("articles/a.txt", WRONG);
    scratch.write("articles/right.txt", "The Orrin Dam opened in 1962.\n");
    let outcome = scratch.expect("check articles --fix", 1);
    assert_eq!(scratch.read("articles/a.txt"), RIGHT);
    assert!(outcome.stderr.contains("fixed: 2 values in 1 article"), "{outcome:#?}");
    assert!(outcome.stderr.contains("not fixed: 1: it stands in a quotation"), "{outcome:#?}");
    assert!(outcome.stdout.contains("1 conflict"), "what was fixed is no conflict: {outcome:#?}");
    assert_eq!(scratch.names("articles"), ["a.txt", "right.txt"]);
    let again = scratch.expect("check articles --fix", 1);
    assert!(again.stderr.contains("fixed: 0 values in 0 articles"), "{again:#?}");
    assert_eq!(scratch.read("articles/a.txt"), RIGHT);
}

#[test]
fn diff_is_a_patch_and_changes_nothing() {
    let scratch = Scratch::new();
    scratch.write("articles/a.txt", WRONG);
    let outcome = scratch.expect("check articles --diff", 1);
    assert_eq!(scratch.read("articles/a.txt"), WRONG);
    scratch.write("fix.patch", &outcome.stdout);
    scratch.shell("git init -q . && git apply fix.patch");
    assert_eq!(scratch.read("articles/a.txt"), RIGHT, "{}", outcome.stdout);
}

#[test]
fn the_mark_of_a_file_stays() {
    let scratch = Scratch::new();
    scratch.write("a.txt", "\u{feff}The Orrin Dam opened in 1963.\n");
    scratch.expect("check a.txt --fix", 0);
    assert_eq!(scratch.read("a.txt"), "\u{feff}The Orrin Dam opened in 1962.\n");
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_a_read_only_file_is_left() {
    use std::os::unix::fs::PermissionsExt as _;
    let scratch = Scratch::new();
    let mode = |path| std::fs::metadata(scratch.path(path)).unwrap().permissions().mode() & 0o777;
    for (path, bits) in [("open.txt", 0o664), ("locked.txt", 0o444)] {
        scratch.write(path, WRONG);
        let permissions = std::fs::Permissions::from_mode(bits);
        std::fs::set_permissions(scratch.path(path), permissions).unwrap();
    }
    let outcome = scratch.expect("check . --fix", 2);
    assert!(outcome.stderr.contains("locked.txt: the fix cannot be written"), "{outcome:#?}");
    assert_eq!((scratch.read("open.txt").as_str(), mode("open.txt")), (RIGHT, 0o664));
    assert_eq!((scratch.read("locked.txt").as_str(), mode("locked.txt")), (WRONG, 0o444));
}

#[test]
fn a_full_disk_or_a_missing_right_loses_nothing() {
    let scratch = Scratch::new();
    scratch.write("articles/a.txt", WRONG);
    // A file of at most 16 blocks cannot take the fix: the kernel ends the write half-way.
    let big = format!("{WRONG}\n\n{}", "All quiet in the valley.\n".repeat(8000));
    scratch.write("articles/big.txt", &big);
    let outcome = scratch.shell("ulimit -f 16; factlint check articles --fix --format short");
    assert_eq!(scratch.read("articles/big.txt"), big, "{outcome:#?}");
    assert_ne!(outcome.status, Some(0));
}

#[test]
fn holders_and_plans_need_a_licence() {
    let rules = "\
facts:
  - id: mayor
    subject: [mayor of Orrin]
    holders: [{name: Ada Lovell, from: 2019-01-01}]
";
    let article = "---\ndate: 2021-03-01\n---\nThe mayor of Orrin, Tom Brandt, spoke.\n";
    let scratch = Scratch::empty();
    scratch.write("rules/mayor.yaml", rules);
    scratch.write("a.md", article);
    let outcome = scratch.expect("check a.md --fix", 1);
    assert!(outcome.stderr.contains("unless --unsafe-fixes"), "{outcome:#?}");
    assert_eq!(scratch.read("a.md"), article);
    scratch.expect("check a.md --fix --unsafe-fixes", 0);
    assert_eq!(scratch.read("a.md"), article.replace("Tom Brandt", "Ada Lovell"));
}

#[test]
fn flags_that_make_no_sense_are_refused() {
    let scratch = Scratch::new();
    scratch.write("a.txt", WRONG);
    scratch.expect("check a.txt --fix --diff", 2);
    scratch.expect("check a.txt --unsafe-fixes", 2);
    let outcome = scratch.shell("echo x | factlint check --fix --stdin-filename a.txt -");
    assert_eq!(outcome.status, Some(2));
    assert!(outcome.stderr.contains("--fix has no file to write to"), "{outcome:#?}");
    assert_eq!(scratch.read("a.txt"), WRONG);
}

/// An article in an encoding, fixed; every byte but the value's stays.
#[track_caller]
fn in_encoding(mark: &[u8], encode: fn(&str) -> Vec<u8>) {
    let stored = |text: &str| [mark.to_vec(), encode(text)].concat();
    let scratch = Scratch::new();
    // Naïve and the dash are there; UTF-8's own quotation marks are in windows-1252 too.
    scratch.write("a.txt", stored(WRONG));
    let diff = scratch.expect("check a.txt --diff", 1);
    assert_eq!(std::fs::read(scratch.path("a.txt")).unwrap(), stored(WRONG), "{diff:#?}");
    let outcome = scratch.expect("check a.txt --fix", 1);
    assert!(outcome.stderr.contains("fixed: 2 values in 1 article"), "{outcome:#?}");
    let now = std::fs::read(scratch.path("a.txt")).unwrap();
    assert!(now == stored(RIGHT), "{}", String::from_utf8_lossy(&now));
    assert_eq!(scratch.names("."), ["a.txt", "rules"]);
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

/// The characters of the articles here, as a Western European Windows stores them.
fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '“' => 0x93,
        '”' => 0x94,
        '—' => 0x97,
        c => u8::try_from(u32::from(c)).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_fix_keeps_encoding_mark_and_line_ends() {
    in_encoding(b"\xff\xfe", |text| utf16(text, u16::to_le_bytes));
    in_encoding(b"\xfe\xff", |text| utf16(text, u16::to_be_bytes));
    in_encoding(b"\xef\xbb\xbf", |text| text.as_bytes().to_vec());
    in_encoding(b"", windows_1252);
}

#[test]
fn every_kind_of_line_end_stays() {
    for end in ["\n", "\r\n", "\r", "\n\r\n"] {
        let scratch = Scratch::new();
        let article = ["The Orrin Dam opened in 1963.", "", "All is quiet.", ""].join(end);
        scratch.write("a.txt", &article);
        scratch.expect("check a.txt --fix", 0);
        assert_eq!(scratch.read("a.txt"), article.replace("1963", "1962"), "{end:?}");
    }
}

/// A fix that is cut short at any moment leaves the old file or the new one.
#[cfg(unix)]
#[test]
fn a_fix_that_is_killed_loses_nothing() {
    let scratch = Scratch::new();
    let wrong = format!("{WRONG}\n\n{}", "All quiet in the valley.\n".repeat(4000));
    let right = wrong.replacen(WRONG, RIGHT, 1);
    for number in 0..8 {
        scratch.write("articles/a.txt", &wrong);
        // Killed after a while that grows; the last ones are done by then.
        let line = format!(
            "factlint check articles --fix >out 2>&1 & pid=$!; sleep 0.{:02}; kill -9 $pid; wait",
            number * 4,
        );
        scratch.shell(&line);
        let now = scratch.read("articles/a.txt");
        assert!(now == wrong || now == right, "the article is neither: {} bytes", now.len());
    }
    // What a killed run left beside it is no article, and the next run does its work.
    scratch.write("articles/a.txt", &wrong);
    let outcome = scratch.expect("check articles --fix -q", 1);
    assert!(outcome.stdout.contains("1 article"), "{outcome:#?}");
    assert_eq!(scratch.read("articles/a.txt"), right);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_hard_reason_stays_unfixed() {
    let scratch = Scratch::new();
    scratch.write("store/a.txt", "The Orrin Dam opened in 1963.\n");
    std::fs::create_dir(scratch.path("articles")).unwrap();
    std::os::unix::fs::symlink("../store/a.txt", scratch.path("articles/a.txt")).unwrap();
    scratch.expect("check articles/a.txt --fix", 0);
    assert_eq!(scratch.read("store/a.txt"), "The Orrin Dam opened in 1962.\n");
    let link = std::fs::symlink_metadata(scratch.path("articles/a.txt")).unwrap();
    assert!(link.file_type().is_symlink());
}

#[test]
fn a_value_more_precise_than_the_fact_is_left() {
    let scratch = Scratch::empty();
    let rule = "facts:\n  - {id: dam, subject: Orrin Dam, predicate: opened, date: 1962}\n";
    scratch.write("rules/dam.yaml", rule);
    let article = "The Orrin Dam was opened on 4 May 1963.\n";
    scratch.write("a.txt", article);
    let outcome = scratch.expect("check a.txt --fix", 1);
    assert_eq!(scratch.read("a.txt"), article, "{outcome:#?}");
    assert!(outcome.stderr.contains("fixed: 0 values"), "{outcome:#?}");
}
