//! Input that means harm, or might as well: a clear error or a bounded result, and the rest goes on.

use std::io::{Cursor, Write as _};

use crate::Case;

/// What a file over the limit is said to be.
const TOO_LARGE: &[&str] = &["big.txt", "40 MB", "more than 32 MB", "split it", ".jsonl"];

/// A conflict that has to be found beside whatever else there is.
const CONFLICT: &str = "The Kestrel Accord was signed in 2017.";

#[test]
fn an_article_over_the_limit() {
    Case {
        files: &[("b.txt", CONFLICT.as_bytes())],
        prepare: Some(|folder| {
            std::fs::File::create(folder.join("big.txt")).unwrap().set_len(40 << 20).unwrap();
        }),
        args: "check .",
        status: 2,
        stderr: TOO_LARGE,
        stdout: &["1 article", "1 conflict"],
        ..Case::default()
    }
    .check();
}

#[test]
fn a_rule_file_over_the_limit() {
    Case {
        files: &[("b.txt", CONFLICT.as_bytes())],
        prepare: Some(|folder| {
            std::fs::File::create(folder.join("big.yaml")).unwrap().set_len(40 << 20).unwrap();
        }),
        args: "check b.txt --rules big.yaml",
        status: 2,
        stderr: &["big.yaml", "40 MB", "split it"],
        ..Case::default()
    }
    .check();
}

/// Standard input, and files that grow while they are read, have no size.
#[test]
fn input_that_goes_on() {
    Case {
        stdin: &b"word ".repeat(7 << 20),
        args: "check -",
        status: 2,
        stderr: &["<stdin>", "goes on after 32 MB", "split it"],
        ..Case::default()
    }
    .check();
}

#[test]
fn a_line_of_an_archive_over_the_limit() {
    let mut archive =
        b"{\"id\": \"a\", \"text\": \"Nothing.\"}\n{\"id\": \"b\", \"text\": \"".to_vec();
    archive.extend(b"word ".repeat(7 << 20));
    write!(archive, "\"}}\n{{\"id\": \"c\", \"text\": \"{CONFLICT}\"}}\n").unwrap();
    Case {
        files: &[("a.jsonl", &archive)],
        args: "check a.jsonl",
        status: 2,
        stderr: &["a.jsonl", "line 2", "longer than 32 MB"],
        stdout: &["2 articles", "a.jsonl:3:", "record: c", "1 conflicts"],
        ..Case::default()
    }
    .check();
}

#[test]
fn a_document_that_unpacks_to_more_than_the_limit() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(&vec![b' '; 40 << 20]).unwrap();
    let bomb = zip.finish().unwrap().into_inner();
    Case {
        files: &[("bomb.docx", &bomb), ("b.txt", CONFLICT.as_bytes())],
        args: "check .",
        status: 2,
        stderr: &["bomb.docx", "unpacks to more than 32 MB"],
        stdout: &["1 conflict"],
        ..Case::default()
    }
    .check();
}

#[test]
fn an_article_of_too_many_blocks() {
    Case {
        files: &[("a.txt", &b"a\n\n".repeat(1_000_001)), ("b.txt", CONFLICT.as_bytes())],
        args: "check a.txt b.txt",
        status: 2,
        stderr: &["a.txt: it has 1000001 paragraphs", "more than 1000000", "split it"],
        stdout: &["1 article", "1 conflict"],
        ..Case::default()
    }
    .check();
}

/// What stands at the end of each is still found.
#[test]
fn long_lines_and_deep_nesting() {
    const N: usize = 20_000;
    for (name, piece) in [
        ("a.txt", "word "),
        ("a.txt", "“"),
        ("a.txt", "("),
        ("a.md", "> "),
        ("a.md", "["),
        ("a.html", "<div><b><blockquote>"),
        ("a.html", "<ul><li>"),
        ("a.html", "<table><tr><td>"),
        ("a.rst", "  "),
        ("a.adoc", "====\n"),
    ] {
        let text = piece.repeat(N) + "\n\n" + CONFLICT + "\n";
        Case {
            files: &[(name, text.as_bytes())],
            args: &format!("check {name}"),
            status: 1,
            stdout: &["says 2017", "1 conflict"],
            ..Case::default()
        }
        .check();
    }
}

#[test]
fn rule_files_that_grow_or_go_deep() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..20 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    let deep = "facts:\n".to_owned() + &"[".repeat(100_000);
    let name = "Alpha ".repeat(65);
    let long = format!("facts:\n  - {{id: a, subject: [{name}], predicate: signed, date: 2016}}\n");
    let pattern = "facts:\n  - id: a\n    subject: [A]\n    predicate: []\n    number: 5\n    pattern: \
                   '(?<value>\\w{1000}{1000})'\n";
    for (rules, words) in [
        (bomb.as_str(), ["bad.yaml:20:", "stand for too much", "write out"]),
        (&deep, ["bad.yaml:2:", "nested too deeply", "four levels"]),
        (&long, ["bad.yaml:2:", "a name of 65 words", "64 are the most"]),
        (pattern, ["bad.yaml:6:", "pattern", "more tightly"]),
    ] {
        Case {
            files: &[("a.txt", b"Nothing."), ("bad.yaml", rules.as_bytes())],
            args: "check a.txt --rules bad.yaml",
            status: 2,
            stderr: &words,
            ..Case::default()
        }
        .check();
    }
}

/// A hundred thousand places, each the beginning of sixty names.
#[test]
fn names_that_begin_with_each_other() {
    let mut rules = String::from("facts:\n");
    for n_words in 1..=60 {
        let name = "Alpha ".repeat(n_words);
        rules +=
            &format!("  - {{id: f{n_words}, subject: [{name}], predicate: signed, date: 2016}}\n");
    }
    let text = "Alpha ".repeat(20_000) + ".\n\n" + CONFLICT;
    Case {
        files: &[("a.txt", text.as_bytes()), ("rules/alpha.yaml", rules.as_bytes())],
        args: "check a.txt",
        status: 1,
        stdout: &["says 2017"],
        ..Case::default()
    }
    .check();
}

/// A pattern that takes other engines exponential time.
#[test]
fn a_pattern_that_backtracks_elsewhere() {
    let rules =
        b"facts:\n  - id: a\n    subject: [Kestrel]\n    predicate: []\n    number: 5\n    \
                  pattern: '(?<value>(x+x+)+y)'\n";
    let text = format!("Kestrel {}\n\n{CONFLICT}\n", "x".repeat(100_000));
    Case {
        files: &[("a.txt", text.as_bytes()), ("rules/slow.yaml", rules)],
        args: "check a.txt",
        status: 1,
        stdout: &["says 2017"],
        ..Case::default()
    }
    .check();
}

/// Escapes, control characters and turned reading directions, wherever text is taken over.
#[test]
fn nothing_reaches_a_terminal_that_it_obeys() {
    let strange = "\u{1b}[31m\u{1b}]0;x\u{7}\u{9b}2J\u{7f}\u{202e}\u{8}\u{0}";
    let yaml: String = strange.chars().map(|it| format!("\\U{:08x}", u32::from(it))).collect();
    let rules = format!(
        "topic: \"T{yaml}\"\nfacts:\n  - id: \"k{yaml}\"\n    subject: [Kestrel Accord, \"K{yaml}\"]\n    \
         predicate: signed\n    date: 2016\n    note: \"N{yaml}\"\n    source: \"S{yaml}\"\n    \
         examples: {{agrees: [\"The Kestrel Accord was signed in 2017. {yaml}\"]}}\n"
    );
    let text = format!(
        "{}{strange}. The Kestrel Accord was signed in 2017. {strange}",
        "Words before. ".repeat(60)
    );
    let checks = [
        "human",
        "short",
        "json",
        "jsonl",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjson",
        "markdown",
    ];
    let checks = checks.map(|format| format!("check -v a.txt no\u{1b}[2J.txt --format {format}"));
    let others =
        ["inspect a.txt", "inspect a.txt --format json", "list a.txt --used", "list", "test"];
    for command in checks.into_iter().chain(others.map(str::to_owned)) {
        let files: &[(&str, &[u8])] =
            &[("a.txt", text.as_bytes()), ("rules/r.yaml", rules.as_bytes())];
        let outcome = Case { files, without_rules: true, args: &command, ..Case::default() }.run();
        assert!(outcome.stdout.contains("31m"), "{command}\n{}", outcome.stderr);
        for stream in [&outcome.stdout, &outcome.stderr] {
            let obeyed = |it: char| it.is_control() && it != '\n' || it == '\u{202e}';
            assert!(!stream.contains(obeyed), "{command}\n{stream:?}");
        }
    }
}
