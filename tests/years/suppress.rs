//! `suppress:` of the configuration: a conflict of a plain text set aside, and no other.

use crate::scratch::Scratch;

const A: &str = "The Orrin Dam opened in 1971.\n";
const B: &str = "The Orrin Dam opened in 1972.\n";

/// A project whose configuration sets aside what `items` say.
fn project(items: &str) -> Scratch {
    let scratch = Scratch::new();
    scratch.write("factlint.yaml", format!("articles: news\nsuppress:\n{items}"));
    scratch.write("news/old/a.txt", format!("{A}\n{B}"));
    scratch.write("news/b.txt", A);
    scratch
}

#[test]
fn an_entry_hides_its_value_in_its_articles_and_no_other() {
    let scratch = project(
        "  - {articles: news/old/, fact: dam-opened, value: 1971, reason: the plaque says so}\n",
    );
    let outcome = scratch.expect("check --format json", 1);
    assert_eq!(outcome.stdout.matches("\"verdict\":\"conflicts\"").count(), 2, "{outcome:#?}");
    assert_eq!(outcome.stdout.matches("\"reason\":\"set-aside\"").count(), 1, "{outcome:#?}");
    assert_eq!(outcome.stderr, "");
    let short = scratch.expect("check --format short", 1).stdout;
    assert!(short.contains("news/b.txt:1:25: conflicts"), "{short}");
    assert!(short.contains("news/old/a.txt:3:25: conflicts"), "{short}");
    // Globs are relative to the file's folder, wherever the command runs; the reason is on record.
    let below = scratch.shell("cd news/old && factlint check a.txt -v");
    assert!(below.stdout.contains("1 conflicts, 1 unjudged"), "{below:#?}");
    let why = scratch.expect("explain news/old/a.txt:1:25", 0).stdout;
    assert!(why.contains("set aside by the configuration: the plaque says so"), "{why}");
    let used = scratch.expect("list --used", 0).stdout;
    assert!(used.contains("2 articles must be corrected"), "{used}");
    scratch.expect("check --isolated news", 1);
    // A fix leaves what is set aside.
    scratch.expect("check --fix", 0);
    assert_eq!(scratch.read("news/old/a.txt"), format!("{A}\n{}", B.replace("1972", "1962")));
}

#[test]
fn unused_and_expired_entries_are_told_on_whole_runs_alone() {
    let scratch = project(
        "  - {articles: news/, fact: dam-opened, reason: all of it}\n  \
         - {articles: news/b.txt, fact: dam-height, reason: gone}\n  \
         - {articles: none.txt, fact: dam-opend, reason: misspelt}\n  \
         - {articles: news/, fact: dam-height, reason: for a while, until: 2001-01-01}\n",
    );
    let whole = scratch.expect("check --format json", 0);
    for wanted in [
        "nothing it speaks of conflicts with dam-height",
        "factlint.yaml:4:34",
        "no fact has the id dam-opend",
        "did you mean dam-opened?",
        "it has set nothing aside since 2001-01-01",
    ] {
        assert!(whole.stderr.contains(wanted), "{wanted}\n{whole:#?}");
    }
    assert!(whole.stdout.contains("\"unused-suppression\""), "{whole:#?}");
    assert_eq!(whole.stderr.matches("warning[").count(), 3, "{whole:#?}");
    scratch.git("init -q .");
    scratch.commit();
    for args in [
        "check news/b.txt",
        "check --select dam-opened",
        "check --exclude news/old/",
        "check --since HEAD",
    ] {
        assert_eq!(scratch.expect(args, 0).stderr, "", "{args}");
    }
}

#[test]
fn an_expired_entry_hides_nothing_and_an_entry_without_reason_is_a_mistake() {
    let until = |day| {
        project(&format!("  - {{articles: news/, fact: dam-opened, reason: r, until: {day}}}\n"))
    };
    until("2001-01-01").expect("check", 1);
    until("2999-01-01").expect("check", 0);
    let outcome = project("  - {articles: news/, fact: dam-opened}\n").expect("check", 2);
    assert!(outcome.stderr.contains("missing key `reason`"), "{outcome:#?}");
}

#[test]
fn what_is_said_of_a_fact_that_is_left_out_is_not_called_useless() {
    let scratch = Scratch::new();
    let item = "{articles: a.md, fact: dam-opened, reason: as printed}";
    scratch.write("factlint.yaml", format!("ignore: dam-opened\nsuppress: [{item}]\n"));
    scratch.write("a.md", format!("<!-- factlint: ignore dam-opened as printed -->\n{A}"));
    assert_eq!(scratch.expect("check", 0).stderr, "");
    scratch.write("factlint.yaml", "ignore: dam-height\n");
    scratch.write("a.md", "<!-- factlint: ignore dam-opened as printed -->\nAll quiet.\n");
    assert!(scratch.expect("check", 0).stderr.contains("unused-note"));
}
