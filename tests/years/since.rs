//! `--since` and `list --used`, over a real history.

use crate::scratch::{RULES, Scratch};

/// Two articles and the rules, committed.
fn archive() -> Scratch {
    let scratch = Scratch::new();
    scratch.write("articles/a.txt", "The Orrin Dam opened in 1962.\n");
    scratch.write("articles/b.txt", "The Orrin Dam is 828 m high.\n");
    scratch.git("init -q .");
    scratch.commit();
    scratch
}

#[test]
fn a_changed_fact_is_looked_for_in_all_articles() {
    let scratch = archive();
    let quiet = scratch.expect("check articles --since HEAD", 0);
    assert!(quiet.stdout.contains("0 articles"), "{quiet:#?}");
    scratch.write("rules/valley.yaml", RULES.replace("1962-05-14", "1963-05-14"));
    let outcome = scratch.expect("check articles --since HEAD --format short", 1);
    assert!(outcome.stdout.contains("articles/a.txt:1:25: conflicts dam-opened"), "{outcome:#?}");
    assert!(!outcome.stdout.contains("dam-height"), "it did not change: {outcome:#?}");
    let listed = scratch.expect("list --used articles --since HEAD", 0);
    for wanted in [
        "dam-opened  date 1963-05-14  (was 1962-05-14)",
        "conflicts  articles/a.txt:1:25  1962",
        "1 changed fact, 0 never seen in 2 articles; 1 article must be corrected",
    ] {
        assert!(listed.stdout.contains(wanted), "{wanted}\n{listed:#?}");
    }
    assert!(!listed.stdout.contains("dam-height"), "{listed:#?}");
    scratch.commit();
    scratch.expect("check articles --since HEAD", 0);
    scratch.expect("check articles --since HEAD~1", 1);
}

#[test]
fn a_changed_article_is_held_against_all_facts() {
    let scratch = archive();
    scratch.write("articles/b.txt", "The Orrin Dam is 900 m high.\n");
    scratch.write("articles/new.txt", "The Orrin Dam opened in 1970.\n");
    scratch.write("articles/ß é.txt", "The Orrin Dam opened in 1971.\n");
    let outcome = scratch.expect("check articles --since HEAD --format short", 1);
    for wanted in ["b.txt:1:18: conflicts", "new.txt:1:25: conflicts", "ß é.txt:1:25: conflicts"]
    {
        assert!(outcome.stdout.contains(wanted), "{wanted}\n{outcome:#?}");
    }
    assert!(!outcome.stdout.contains("a.txt:"), "it did not change: {outcome:#?}");
    // From a folder below the root, too.
    let below = scratch.shell("cd articles && factlint check . --rules ../rules --since HEAD -q");
    assert!(below.stdout.contains("3 conflict"), "{below:#?}");
}

#[test]
fn where_a_fact_stands_and_how_it_is_written_changes_nothing() {
    let scratch = archive();
    std::fs::remove_file(scratch.path("rules/valley.yaml")).unwrap();
    let rules = RULES.replace("topic: The Orrin valley", "# moved\ntopic: Dams");
    scratch
        .write("rules/dams.yaml", rules.replace("    number: 828", "    note: n\n    number: 828"));
    let listed = scratch.expect("list --since HEAD", 0);
    assert_eq!(listed.stdout, "0 changed facts\n");
    scratch.write("rules/dams.yaml", RULES.split("  - id: dam-height").next().unwrap());
    let listed = scratch.expect("list --since HEAD", 0);
    assert_eq!(listed.stdout, "dam-height  number 828 m  (gone)\n0 changed facts\n");
    let more = "  - {id: dam-cost, subject: Orrin Dam, predicate: cost, money: USD 1 billion}\n";
    scratch.write("rules/dams.yaml", format!("{RULES}{more}"));
    let listed = scratch.expect("list --since HEAD", 0);
    assert!(listed.stdout.contains("dam-cost  money USD 1000000000  (new)"), "{listed:#?}");
    assert!(listed.stdout.ends_with("1 changed fact\n"), "{listed:#?}");
}

#[test]
fn what_git_cannot_tell_is_said() {
    let scratch = archive();
    let outcome = scratch.expect("check articles --since no-such-branch", 2);
    assert!(outcome.stderr.contains("no revision no-such-branch"), "{outcome:#?}");
    let outcome = scratch.expect("check articles --since=--output=x", 2);
    assert!(outcome.stderr.contains("no revision --output=x"), "{outcome:#?}");
    assert!(!scratch.path("x").exists());
    let factlint = env!("CARGO_BIN_EXE_factlint");
    let outcome = scratch.shell(&format!("PATH=/nowhere {factlint} list --since HEAD"));
    assert_eq!(outcome.status, Some(2));
    assert!(outcome.stderr.contains("the git program cannot be run"), "{outcome:#?}");
    let outcome =
        scratch.shell("GIT_CEILING_DIRECTORIES=/ GIT_DIR=/nowhere factlint list --since HEAD");
    assert!(outcome.stderr.contains("this is no git repository"), "{outcome:#?}");
}

#[test]
fn notes_are_heeded_and_not_called_useless() {
    let scratch = archive();
    let note = "<!-- factlint: ignore dam-opened as the plaque -->";
    scratch.write("articles/c.md", format!("{note}\nThe Orrin Dam opened in 1971.\n"));
    scratch.commit();
    let listed = scratch.expect("list --used articles", 0);
    assert!(listed.stdout.contains("0 articles must be corrected"), "{listed:#?}");
    scratch.write("rules/valley.yaml", RULES.replace("828", "829"));
    let outcome = scratch.expect("check articles --since HEAD", 1);
    assert_eq!(outcome.stderr, "", "the note is for a fact that did not change");
}

#[test]
fn a_fact_that_is_due_is_told() {
    let scratch = Scratch::new();
    scratch.write("a.txt", "All quiet.\n");
    scratch.write(
        "rules/valley.yaml",
        format!("{RULES}    checked: 2001-01-01\n    review-by: 2002-01-01\n"),
    );
    let outcome = scratch.expect("check a.txt", 0);
    assert!(outcome.stderr.contains("to be reviewed by 2002-01-01"), "{outcome:#?}");
    assert!(outcome.stderr.contains("rules/valley.yaml:7"), "{outcome:#?}");
    scratch.write("rules/valley.yaml", format!("{RULES}    review-by: 2999-01-01\n"));
    assert_eq!(scratch.expect("check a.txt", 0).stderr, "");
}
