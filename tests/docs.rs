//! What the documentation shows is what happens: the README's rule gives the README's diagnostics,
//! every YAML block of `docs/rules.md` is a rule file that loads and whose examples come out, that of
//! `docs/config.md` is a configuration, and the samples of `docs/reports.md` are what is printed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use factlint::config;
use factlint::drill::{self, Outcome};
use factlint::report::Format;
use factlint::rules;
use factlint::source::Source;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The article behind the README's diagnostic.
const ARTICLE: &str = "\
---
date: 2024-05-02
---
# Round the harbour

The ferry passes the Skerry Lighthouse, which was opened in September 1872 after two
winters of work. The Skerry Light was automated in 1986.
";

#[test]
fn the_rule_files_of_the_documentation_hold() {
    let page = page("docs/rules.md");
    let blocks = blocks(&page, "yaml");
    assert!(blocks.len() > 1, "no YAML block found");
    for block in blocks {
        let (book, problems) = rules::load(vec![Source::new("docs/rules.md", block)]);
        let told: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
        assert!(problems.is_empty(), "{told:?} in\n{block}");
        for trial in drill::run(book).trials {
            let example = &trial.example.text;
            assert_eq!(trial.outcome, Outcome::Validated, "{:?}: {example}", trial.wanted);
        }
    }
}

#[test]
fn the_readme_shows_what_check_prints() {
    let readme = page("README.md");
    let rule = blocks(&readme, "yaml")[0];
    assert_shown(&readme, &check(rule), "the conflict");
    let misspelt = check(&rule.replace("predicate:", "predicat:"));
    let problem = misspelt.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n");
    assert_shown(&readme, &problem, "the mistake in a rule");
}

#[test]
fn the_configuration_of_the_documentation_holds() {
    let page = page("docs/config.md");
    let mut n_overrides = 0;
    for block in blocks(&page, "yaml") {
        let (config, problems) = config::load(Source::new("docs/config.md", block));
        assert!(problems.is_empty(), "{problems:?}");
        n_overrides += config.overrides.len();
    }
    assert!(n_overrides > 0);
    let yaml = "rules: facts/\nexclude: drafts/\ndates: {order: day-first}\n";
    let shown = blocks(&page, "console")[0];
    let command = shown.lines().next().unwrap().strip_prefix("$ factlint ").unwrap();
    let args: Vec<_> = command.split(' ').map(|arg| arg.trim_matches('\'')).collect();
    let output = run(&[("factlint.yaml", yaml)], &args);
    assert_shown(&page, &output, "the settings");
}

/// The sample in each section of `docs/reports.md` is what the format prints; JSON may be laid out.
#[test]
fn the_reports_are_those_of_the_page() {
    let (readme, page) = (page("README.md"), page("docs/reports.md"));
    let rule = blocks(&readme, "yaml")[0];
    for format in Format::ALL.map(|format| format.name) {
        let section = page.split(&format!("\n## {format}\n")).nth(1).expect("a section a format");
        let section = section.split("\n## ").next().unwrap();
        let printed = printed(rule, &["--format", format]);
        let samples: Vec<_> =
            ["text", "json", "xml", "markdown"].iter().flat_map(|it| blocks(section, it)).collect();
        match (&samples[..], serde_json::from_str::<serde_json::Value>(&printed)) {
            ([], _) => assert_eq!(format, "human", "the section `{format}` has no sample"),
            ([sample], Ok(printed)) => {
                let sample: serde_json::Value = serde_json::from_str(sample).unwrap();
                assert_eq!(sample, printed, "{format}: {printed:#}");
                if let Some(fingerprint) = printed["fingerprint"].as_str() {
                    assert!(page.contains(&format!("cut -c-32\n{fingerprint}\n")), "{fingerprint}");
                }
            }
            ([sample], Err(_)) => assert_eq!(*sample, printed, "{format}"),
            _ => panic!("the section `{format}` has several samples"),
        }
    }
}

/// What `factlint check articles` prints under a rule, problems first.
fn check(rule: &str) -> String {
    printed(rule, &[])
}

/// What `factlint check articles` prints with more arguments.
fn printed(rule: &str, more: &[&str]) -> String {
    let files = [("rules/lighthouse.yaml", rule), ("articles/harbour.md", ARTICLE)];
    run(&files, &[&["check", "articles", "--color", "never"], more].concat())
}

/// What a command prints among these files, problems first. Each call has a folder of its own.
fn run(files: &[(&str, &str)], args: &[&str]) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("docs-{number}"));
    // An earlier run may have left other files there.
    let _ = std::fs::remove_dir_all(&folder);
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_factlint"))
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap();
    String::from_utf8([output.stderr, output.stdout].concat()).unwrap()
}

fn assert_shown(page: &str, output: &str, what: &str) {
    let output = output.trim();
    assert!(!output.is_empty() && page.contains(output), "README.md lacks {what}:\n{output}");
}

fn page(path: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(path)).unwrap()
}

/// The fenced blocks of a language.
fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}
