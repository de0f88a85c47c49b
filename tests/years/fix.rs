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
