//! Verdicts and rules remembered between runs: never one that a run without the cache would not give.

use std::path::Path;
use std::process::Command;

use super::{RULES, new_folder, write};

const ARTICLE: &str = "The Kestrel Accord was signed in 2017.\n";

/// The report of a check in a folder and how it ended, with its cache or without.
fn report(folder: &Path, args: &[&str], cache: &[&str]) -> String {
    let has_format = args.contains(&"--format");
    let output = Command::new(env!("CARGO_BIN_EXE_factlint"))
        .args(["check", "articles"])
        .args(if has_format { &[][..] } else { &["--format", "jsonl"] })
        .args(args)
        .args(cache)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let (stdout, stderr) = (String::from_utf8(output.stdout), String::from_utf8(output.stderr));
    format!("{}{}{}\n", stdout.unwrap(), stderr.unwrap(), output.status)
}

/// The cache's one file of verdicts, if there is one, with its bytes.
fn verdicts(folder: &Path) -> Vec<(String, Vec<u8>)> {
    kept(folder, "verdicts")
}

/// The cache's files of one kind, with their bytes.
fn kept(folder: &Path, extension: &str) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder.join("cache")).unwrap().map(Result::unwrap);
    let files = entries.filter(|it| it.path().extension().is_some_and(|it| it == extension));
    files
        .map(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            (name, std::fs::read(file.path()).unwrap())
        })
        .collect()
}

fn project() -> std::path::PathBuf {
    let folder = new_folder();
    write(&folder, "rules/accords.yaml", RULES.as_bytes());
    write(&folder, "articles/a.txt", ARTICLE.as_bytes());
    write(&folder, "articles/b.txt", b"The Kestrel Accord was signed last year.\n");
    folder
}

const CACHE: &[&str] = &["--cache-dir", "cache"];

#[test]
fn whatever_changes_the_report_is_that_of_a_run_without_cache() {
    let unchanged: &[&str] = &[];
    let changes: &[(&str, &str, String, &[&str])] = &[
        ("an article", "articles/a.txt", ARTICLE.replace("2017", "2018"), unchanged),
        ("a rule", "rules/accords.yaml", RULES.replace("2016-08", "2017-08"), unchanged),
        ("the config", "factlint.yaml", "severity: {kestrel-signed: info}\n".into(), unchanged),
        ("an override", "factlint.yaml", override_for("a.txt"), unchanged),
        ("the assumed date", "articles/a.txt", ARTICLE.into(), &["--date", "2019-05-06"]),
        ("the date of all", "articles/a.txt", ARTICLE.into(), &["--override-date", "2017-05-06"]),
        ("the choice", "articles/a.txt", ARTICLE.into(), &["--ignore", "kestrel-signed"]),
        ("the severity", "articles/a.txt", ARTICLE.into(), &["--severity", "kestrel-signed=info"]),
    ];
    for (what, path, text, args) in changes {
        let folder = project();
        let before = report(&folder, &[], CACHE);
        assert_eq!(before, report(&folder, &[], CACHE), "{what}: the second run");
        write(&folder, path, text.as_bytes());
        let after = report(&folder, args, CACHE);
        assert_eq!(after, report(&folder, args, &["--no-cache"]), "{what}");
        assert_ne!(after, before, "{what} changes nothing, so the case shows nothing");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

fn override_for(article: &str) -> String {
    format!("overrides:\n  - articles: [{article}]\n    severity: {{kestrel-signed: warning}}\n")
}

#[test]
fn an_unchanged_run_writes_nothing_and_damage_is_mended() {
    let folder = project();
    let wanted = report(&folder, &[], CACHE);
    let kept = verdicts(&folder);
    assert_eq!(kept.len(), 1, "one kind of run, one file");
    assert!(kept[0].1.windows(4).any(|part| part == b"2017"), "what was reported is kept");
    report(&folder, &[], CACHE);
    assert_eq!(verdicts(&folder), kept);
    let path = folder.join("cache").join(&kept[0].0);
    for damage in [&b""[..], b"something else", &kept[0].1[..kept[0].1.len() - 3]] {
        std::fs::write(&path, damage).unwrap();
        assert_eq!(report(&folder, &[], CACHE), wanted);
        assert_eq!(verdicts(&folder)[0].1.len(), kept[0].1.len(), "it was written anew");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn articles_with_notes_are_checked_anew() {
    let folder = project();
    let note = "<!-- factlint: ignore kestrel-signed until 2999-01-01 the plaque says so -->\n";
    std::fs::remove_file(folder.join("articles/b.txt")).unwrap();
    std::fs::remove_file(folder.join("articles/a.txt")).unwrap();
    write(&folder, "articles/c.md", format!("{note}{ARTICLE}").as_bytes());
    report(&folder, &[], CACHE);
    assert!(verdicts(&folder).iter().all(|(_, bytes)| !bytes.windows(4).any(|it| it == b"2017")));
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Rules large enough for their compiled form to be kept, with a slip of the pen that is warned of.
fn large_rules() -> String {
    let mut rules = RULES.replace("predicate: signed", "predicate: [signed, signd]");
    for number in 0..2000 {
        rules += &format!(
            "  - {{id: pier-{number}, subject: [Pier {number}], predicate: opened, date: 1901}}\n"
        );
    }
    rules
}

#[test]
fn large_rules_are_compiled_once_and_warned_of_every_time() {
    let folder = project();
    write(&folder, "rules/accords.yaml", large_rules().as_bytes());
    let wanted = report(&folder, &[], &["--no-cache"]);
    assert!(wanted.contains("misspelt-predicate") && wanted.contains("kestrel-signed"), "{wanted}");
    assert_eq!(report(&folder, &[], CACHE), wanted);
    let compiled = kept(&folder, "rules");
    assert_eq!(compiled.len(), 1, "one set of rule files, one file");
    // Not one of these takes a verdict of the run before.
    for format in ["sarif", "json", "human"] {
        let args = &["--format", format];
        assert_eq!(report(&folder, args, CACHE), report(&folder, args, &["--no-cache"]));
    }
    assert!(kept(&folder, "rules") == compiled, "nothing was written");
    let path = folder.join("cache").join(&compiled[0].0);
    for damage in [&b""[..], b"something else", &compiled[0].1[..compiled[0].1.len() - 3]] {
        std::fs::write(&path, damage).unwrap();
        assert_eq!(
            report(&folder, &["--format", "json"], CACHE),
            report(&folder, &["--format", "json"], &["--no-cache"])
        );
        assert!(kept(&folder, "rules") == compiled, "it was written anew");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_changed_byte_of_large_rules_or_their_settings_changes_the_report() {
    let folder = project();
    let rules = large_rules();
    let settings = "severity: {kestrel-signed: info}\n";
    let mut seen = Vec::new();
    for (path, text) in [
        ("rules/accords.yaml", rules.clone()),
        ("rules/accords.yaml", rules.replace("2016-08-29", "2017-08-29")),
        ("rules/accords.yaml", rules.replace("signd", "signeds")),
        ("factlint.yaml", settings.into()),
        ("factlint.yaml", settings.replace("info", "warning")),
    ] {
        write(&folder, path, text.as_bytes());
        for run in ["the first run", "the second run"] {
            let cached = report(&folder, &[], CACHE);
            assert_eq!(cached, report(&folder, &[], &["--no-cache"]), "{run} after {path}");
            assert!(run == "the second run" || !seen.contains(&cached), "{path} shows nothing");
            seen.push(cached);
        }
    }
    assert_eq!(kept(&folder, "rules").len(), 3, "settings compile no rules anew");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn whatever_a_small_article_speaks_of_its_report_is_that_of_all_facts() {
    let folder = project();
    let rules = large_rules().replace("id: pier-9,", "id: pier-9, review-by: 2001-01-01,");
    write(&folder, "rules/accords.yaml", rules.as_bytes());
    report(&folder, &[], CACHE);
    let note = "<!-- factlint: ignore pier-1999 until 2999-01-01 the plaque says so -->\n\n";
    for (path, text) in [
        ("articles/a.txt", "Nothing is said of anything.\n".to_owned()),
        ("articles/a.txt", "Pier 7 opened in 1902.\n".to_owned()),
        ("articles/a.txt", "Pier 8 opened in 1901; Pier 7 opened in 1902.\n".to_owned()),
        ("articles/c.md", format!("{note}Pier 1998 opened in 1903.\n")),
    ] {
        write(&folder, path, text.as_bytes());
        for args in [
            &["--format", "human", "--statistics"][..],
            &["--format", "human", "-v"],
            &["--format", "json"],
            &["--format", "sarif", "--select", "pier-[78]"],
            &["--severity", "pier-7=info"],
            &["--ignore", "pier-20000"],
        ] {
            for run in ["anew", "known"] {
                let cached = report(&folder, args, CACHE);
                assert_eq!(cached, report(&folder, args, &["--no-cache"]), "{args:?} {text} {run}");
            }
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn no_cache_leaves_nothing_behind() {
    let folder = project();
    report(&folder, &[], &["--no-cache"]);
    assert!(!folder.join("cache").exists());
    std::fs::remove_dir_all(&folder).unwrap();
}
