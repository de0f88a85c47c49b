//! Notes and baselines: conflicts set aside with a reason on record, and no others.

use crate::scratch::Scratch;

const A: &str = "The Orrin Dam opened in 1971.";
const B: &str = "The Orrin Dam opened in 1972.";

#[test]
fn a_note_sets_one_value_aside_and_says_why() {
    let scratch = Scratch::new();
    let note = "<!-- factlint: ignore dam-opened=1971 the plaque says so -->";
    scratch.write("a.md", format!("{note}\n{A}\n"));
    let outcome = scratch.expect("check a.md --format json", 0);
    assert!(outcome.stdout.contains("\"reason\":\"set-aside\""), "{outcome:#?}");
    assert!(outcome.stdout.contains("line 1: the plaque says so"), "{outcome:#?}");
    assert_eq!(outcome.stderr, "");
    scratch.write("a.md", format!("{note}\n{A} {B}\n"));
    let outcome = scratch.expect("check a.md -q", 1);
    assert!(outcome.stdout.contains("1972") && outcome.stdout.contains("1 conflict"));
    assert!(!outcome.stdout.contains("says 1971"), "{outcome:#?}");
}

#[test]
fn notes_without_reason_use_or_time_are_told() {
    let scratch = Scratch::new();
    for (note, status, wanted) in [
        ("ignore dam-opened", 2, "the note gives no reason"),
        ("ignore dam-opened until 2001-01-01 why", 1, "has set nothing aside since 2001-01-01"),
        ("ignore dam-height why", 1, "nothing it speaks of conflicts with dam-height"),
        ("ignore dam-opend why", 1, "did you mean dam-opened?"),
    ] {
        scratch.write("a.md", format!("<!-- factlint: {note} -->\n{A}\n"));
        let outcome = scratch.expect("check a.md --format json", status);
        assert!(outcome.stderr.contains(wanted), "{note}\n{outcome:#?}");
        assert!(outcome.stderr.contains("a.md:1:16"), "{note}\n{outcome:#?}");
        assert!(outcome.stdout.contains("-note\""), "{note}\n{outcome:#?}");
    }
}

#[test]
fn a_fix_leaves_what_is_set_aside() {
    let scratch = Scratch::new();
    let note = "<!-- factlint: ignore dam-opened=1971 the plaque says so -->";
    scratch.write("a.md", format!("{note}\n{A}\n\n{B}\n"));
    scratch.expect("check a.md --fix", 0);
    assert_eq!(scratch.read("a.md"), format!("{note}\n{A}\n\n{}\n", B.replace("1972", "1962")));
}

#[test]
fn a_baseline_lists_the_old_and_lets_the_new_through() {
    let scratch = Scratch::new();
    scratch.write("old/a.txt", format!("{A}\n\n{A}\n"));
    let written = scratch.expect("check old --write-baseline known.jsonl", 0);
    assert!(written.stderr.contains("2 listed, 0 taken out, 2 added"), "{written:#?}");
    let known = scratch.read("known.jsonl");
    let line = r#"{"fact":"dam-opened","occurrence":1,"path":"old/a.txt","stated":"1971"}"#;
    assert!(known.contains(line), "{known}");
    scratch.expect("check old --baseline known.jsonl", 0);
    // Lines may move; the same value once more is new, and so is another value.
    scratch.write("old/a.txt", format!("All quiet.\n\n{A}\n\n{A}\n"));
    scratch.expect("check ./old/a.txt --baseline known.jsonl", 0);
    scratch.write("old/a.txt", format!("{A}\n\n{A}\n\n{A}\n"));
    let third = scratch.expect("check old --baseline known.jsonl", 1);
    assert!(third.stdout.contains("a.txt:5:"), "{third:#?}");
    scratch.write("old/a.txt", format!("{A}\n\n{A}\n\n{B}\n"));
    scratch.expect("check old --baseline known.jsonl", 1);
    assert_eq!(scratch.read("known.jsonl"), known, "--baseline writes nothing");
}

#[test]
fn a_baseline_only_shrinks() {
    let scratch = Scratch::new();
    scratch.write("old/a.txt", format!("{A}\n\n{A}\n"));
    scratch.write("old/b.txt", B);
    scratch.expect("check old --write-baseline known.jsonl", 0);
    let n_listed = || scratch.read("known.jsonl").lines().count() - 1;
    assert_eq!(n_listed(), 3);
    // A new conflict does not get in by itself.
    scratch.write("old/c.txt", B);
    let outcome = scratch.expect("check old --write-baseline known.jsonl", 1);
    assert!(outcome.stderr.contains("1 new not added"), "{outcome:#?}");
    assert!(outcome.stdout.contains("c.txt"), "{outcome:#?}");
    assert_eq!(n_listed(), 3);
    // What is corrected is stale, and goes when it is written again.
    scratch.write("old/a.txt", A);
    let outcome = scratch.expect("check old --baseline known.jsonl -q", 1);
    let wanted = "a.txt no longer conflicts with dam-opened by saying 1971 (2)";
    assert!(outcome.stderr.contains(wanted), "{outcome:#?}");
    scratch.expect("check old --write-baseline known.jsonl", 1);
    assert_eq!(n_listed(), 2);
    // Articles that were not looked at keep their entries; those that are gone do not.
    scratch.expect("check old/a.txt --write-baseline known.jsonl", 0);
    assert_eq!(n_listed(), 2);
    std::fs::remove_file(scratch.path("old/b.txt")).unwrap();
    scratch.expect("check old/a.txt --write-baseline known.jsonl", 0);
    assert_eq!(n_listed(), 1);
    scratch.expect("check old --write-baseline known.jsonl --grow-baseline", 0);
    assert_eq!(n_listed(), 2);
}

#[test]
fn a_check_that_is_not_done_writes_no_baseline() {
    let scratch = Scratch::new();
    scratch.write("a.txt", A);
    scratch.expect("check a.txt --write-baseline known.jsonl", 0);
    let known = scratch.read("known.jsonl");
    scratch.write("a.txt", "All quiet.");
    let outcome = scratch.expect("check a.txt missing.txt --write-baseline known.jsonl", 2);
    assert!(outcome.stderr.contains("it is left as it was"), "{outcome:#?}");
    assert_eq!(scratch.read("known.jsonl"), known);
    scratch.write("known.jsonl", "not a baseline\n");
    let outcome = scratch.expect("check a.txt --baseline known.jsonl", 2);
    assert!(outcome.stderr.contains("line 1 is none of a baseline's"), "{outcome:#?}");
    scratch.expect("check a.txt --write-baseline known.jsonl", 2);
    assert_eq!(scratch.read("known.jsonl"), "not a baseline\n");
    scratch.expect("check a.txt --baseline none.jsonl", 2);
}

#[test]
fn what_is_set_aside_changes_no_other_identity() {
    let scratch = Scratch::new();
    let note = "<!-- factlint: ignore dam-opened the plaque says so -->";
    let paragraphs = [A, B, A, A].map(|text| format!("{text}\n\n"));
    scratch.write("a.md", paragraphs.concat());
    // In order of place; a conflict that is set aside has none.
    let fingerprints = |args: &str| -> Vec<Option<String>> {
        let outcome = scratch.factlint(&format!("check a.md --format json {args}"));
        let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
        let claims = report["claims"].as_array().unwrap().iter();
        claims.map(|claim| claim["fingerprint"].as_str().map(str::to_owned)).collect()
    };
    let all = fingerprints("");
    assert!(all.len() == 4 && all.iter().all(Option::is_some), "{all:?}");
    // The baseline lists the first and the third.
    scratch.expect("check a.md --write-baseline known.jsonl", 0);
    let known = scratch.read("known.jsonl");
    let is_kept = |line: &&str| !line.contains("\"1972\"") && !line.contains("\"occurrence\":3");
    let lines: Vec<_> = known.lines().filter(is_kept).collect();
    assert_eq!(lines.len(), 3, "{known}");
    scratch.write("known.jsonl", lines.join("\n"));
    let new = fingerprints("--baseline known.jsonl");
    assert_eq!(new, [None, all[1].clone(), None, all[3].clone()]);
    // A note before the first leaves the others what they are, and the baseline's entries too.
    scratch.write("a.md", format!("{note}\n{}", paragraphs.concat()));
    assert_eq!(fingerprints("")[1..], all[1..]);
    assert_eq!(fingerprints("--baseline known.jsonl"), new);
}

#[test]
fn a_look_at_some_facts_takes_nothing_out_of_a_baseline() {
    let scratch = Scratch::new();
    scratch.write("a.txt", format!("{A} The Orrin Dam is 900 m high.\n"));
    scratch.expect("check a.txt --write-baseline known.jsonl", 0);
    let known = scratch.read("known.jsonl");
    assert_eq!(known.lines().count(), 3);
    scratch.git("init -q .");
    scratch.commit();
    scratch.write("rules/valley.yaml", crate::scratch::RULES.replace("828", "829"));
    for narrow in ["--select dam-height", "--ignore dam-opened", "--since HEAD"] {
        let outcome = scratch.expect(&format!("check . --baseline known.jsonl {narrow}"), 0);
        assert_eq!(outcome.stderr, "", "{narrow}");
        scratch.expect(&format!("check . --write-baseline known.jsonl {narrow}"), 0);
        assert_eq!(scratch.read("known.jsonl"), known, "{narrow}");
    }
    // What was looked at and is mended goes.
    scratch.write("a.txt", format!("{A} The Orrin Dam is 829 m high.\n"));
    scratch.expect("check . --write-baseline known.jsonl --select dam-height", 0);
    assert_eq!(scratch.read("known.jsonl").lines().count(), 2);
    // What is to be fixed is not to be listed.
    scratch.expect("check . --write-baseline new.jsonl --fix", 2);
}
