//! What strangers write, in the formats for machines: each is read back as its readers read it.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag};
use quick_xml::XmlVersion;
use serde_json::Value;

use super::{Case, case, case_at, shown, shown_with};
use crate::judge::{Reason, Verdict};
use crate::report::problem::Failure;
use crate::report::{Article, Format, Problem, fingerprint, sanitise};
use crate::source::Location;

/// A path, and words in an article, with all that could end a field, a line or a document.
const PATH: &str = "art/50% <a>&\"b'::c,d:e]|`\u{1b}[31m\u{202e}f\r\ng\0.md";
const WORDS: &str =
    "20%17 ::error::<b>&amp;]]>|`*_[x](y)\\ @ed #1 {0} '\"\u{1b}[0m\u{202e}\0\u{ffff}";

fn strange() -> Case {
    let text = format!("The Kestrel Accord\nwas signed in {WORDS}.\n");
    let mut case = case_at(PATH, &text, "Kestrel Accord", WORDS, Verdict::Conflicts);
    case.findings.findings[0].stated = "2017".into();
    case
}

fn failure() -> Problem {
    Problem::Failure(Failure {
        code: "not-utf8",
        path: Some(PATH.into()),
        place: Some(Location { line_number: 2, column: 4 }),
        message: format!("it is bad: {WORDS}"),
        help: "mend it".into(),
    })
}

/// The report of the strange article and a strange problem.
fn report(format: &str) -> String {
    shown_with(&[strange()], &[failure()], format, 80)
}

fn json(format: &str) -> Value {
    let text = report(format);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

fn words() -> String {
    sanitise::on_one_line(WORDS).into_owned()
}

#[track_caller]
fn assert_holds(text: &Value, words: &str) {
    assert!(text.as_str().unwrap().contains(words), "{text} lacks {words}");
}

/// JSON keeps paths as they are, for programs to open; all else is safe to print.
#[test]
fn nothing_dangerous_is_printed() {
    for format in Format::ALL {
        let text = report(format.name);
        let is_bad = |c: char| {
            let is_json = ["json", "jsonl", "gitlab", "rdjson"].contains(&format.name);
            (c.is_control() && c != '\n') || (c == '\u{202e}' && !is_json)
        };
        assert!(!text.contains(is_bad), "{}: {text:?}", format.name);
    }
}

#[test]
fn json_holds_what_was_written() {
    let report = json("json");
    assert_eq!(
        (&report["claims"][0]["path"], &report["claims"][0]["text"]),
        (&PATH.into(), &WORDS.into())
    );
    assert_eq!(report["problems"][0]["path"], PATH);
}

#[test]
fn sarif_has_addresses_and_escaped_messages() {
    let report = json("sarif");
    let run = &report["runs"][0];
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.is_ascii() && !uri.contains([':', ' ', '<', '"', '\\']), "{uri}");
    let path = percent_encoding::percent_decode_str(uri).decode_utf8().unwrap();
    assert_eq!(path, PATH);
    assert_holds(&result["message"]["text"], r"\[x\](y)\\ @ed #1 {{0}}");
    assert_eq!(place["region"]["snippet"]["text"], words());
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], result["ruleId"]);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let notes = &run["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(notes[0]["locations"][0]["physicalLocation"]["region"]["startLine"], 2);
}

#[test]
fn sarif_of_an_absolute_path_has_a_scheme() {
    let case = case_at("/a b/c.txt", "X was 1.", "X", "1", Verdict::Conflicts);
    let report = shown(&case, "sarif", 80);
    assert!(report.contains("\"file:///a%20b/c.txt\""), "{report}");
}

#[test]
fn gitlab_issues_have_what_is_required() {
    let report = json("gitlab");
    let [issue, problem] = &report.as_array().unwrap()[..] else { panic!("{report}") };
    assert_eq!(issue["location"]["path"], PATH);
    assert_eq!(
        (&issue["location"]["lines"]["begin"], &issue["severity"]),
        (&2.into(), &"major".into())
    );
    assert_holds(&issue["description"], &words());
    assert_eq!(
        (&problem["severity"], &problem["check_name"]),
        (&"blocker".into(), &"not-utf8".into())
    );
    assert_ne!(issue["fingerprint"], problem["fingerprint"]);
}

#[test]
fn rdjson_columns_count_bytes() {
    let case = case("Zoë: the 欧 Accord of 2017.", "Accord", "2017", Verdict::Conflicts);
    let report: Value = serde_json::from_str(&shown(&case, "rdjson", 80)).unwrap();
    let range = &report["diagnostics"][0]["location"]["range"];
    assert_eq!((&range["start"]["column"], &range["end"]["column"]), (&25.into(), &29.into()));
    let strange = json("rdjson");
    let diagnostics = strange["diagnostics"].as_array().unwrap();
    assert_eq!(diagnostics.len(), 2);
    for diagnostic in diagnostics {
        assert_eq!(diagnostic["location"]["path"], PATH);
        assert_holds(&diagnostic["message"], &words());
    }
}

/// What the runner makes of a workflow command: its properties and its text.
fn command(line: &str) -> (Vec<(String, String)>, String) {
    let undone = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n");
        text.replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
    };
    let (head, text) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (_, properties) = head.split_once(' ').unwrap();
    let pairs = properties.split(',').map(|pair| pair.split_once('=').unwrap());
    let pairs = pairs.map(|(key, value)| (key.to_owned(), undone(value)));
    (pairs.collect(), undone(text))
}

#[test]
fn github_commands_are_read_back() {
    let report = report("github");
    let lines: Vec<_> = report.lines().collect();
    assert_eq!(lines.len(), 2, "{report}");
    for line in lines {
        let (properties, text) = command(line);
        let value =
            |key: &str| properties.iter().find(|(known, _)| known == key).unwrap().1.clone();
        assert_eq!(value("file"), sanitise::keeping_length(PATH));
        assert_eq!(value("line"), "2");
        assert!(text.contains(&words()), "{text}");
    }
}

#[test]
fn github_shows_ten_of_a_level_and_says_so() {
    let cases: Vec<_> = (0..13).map(|_| strange()).collect();
    let report = shown_with(&cases, &[failure()], "github", 80);
    let number = |start: &str| report.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((number("::error "), number("::notice ")), (10, 1), "{report}");
    assert!(
        report.ends_with(
            "::4 errors left out: GitHub shows 10 of a level for each step. \
                              Another report has them all.\n"
        ),
        "{report}"
    );
    assert!(report.lines().next().unwrap().contains("title=not-utf8"), "{report}");
    let ten = shown_with(&cases[..10], &[], "github", 80);
    assert!(!ten.contains("left out") && ten.lines().count() == 10, "{ten}");
}

/// The attributes of every element, and the texts, as an XML parser reads them.
fn xml(text: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut values = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}:\n{text}")) {
            quick_xml::events::Event::Eof => return values,
            quick_xml::events::Event::Start(element) | quick_xml::events::Event::Empty(element) => {
                for attribute in element.attributes() {
                    let value = attribute.unwrap().normalized_value(XmlVersion::Implicit1_0);
                    values.push(value.unwrap().into_owned());
                }
            }
            _ => {}
        }
    }
}

#[test]
fn xml_is_read_back() {
    let legal = words().replace('\u{ffff}', "\u{fffd}");
    for format in ["checkstyle", "junit"] {
        let values = xml(&report(format));
        let path = sanitise::on_one_line(PATH).into_owned();
        assert!(values.contains(&path), "{format}: {values:?}");
        let n_messages = values.iter().filter(|value| value.contains(&legal)).count();
        assert_eq!(n_messages, 2, "{format}: {values:?}");
    }
}

#[test]
fn junit_knows_all_verdicts() {
    for (verdict, element) in [
        (Verdict::Agrees, "classname=\"articles/kestrel.txt\"/>"),
        (Verdict::Conflicts, "<failure type=\"error\""),
        (Verdict::Unjudged(Reason::Plan), "<skipped type=\"plan\""),
    ] {
        let case = case("X was 1.", "X", "1", verdict);
        let report = shown(&case, "junit", 80);
        assert!(report.contains(element), "{report}");
    }
}

#[test]
fn markdown_keeps_strangers_in_their_cells() {
    let text = report("markdown");
    let (mut cells, mut codes, mut in_code) = (0, Vec::new(), false);
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => cells += 1,
            Event::InlineHtml(tag) if &*tag == "<code>" => {
                in_code = true;
                codes.push(String::new());
            }
            Event::InlineHtml(tag) if &*tag == "</code>" => in_code = false,
            Event::InlineHtml(tag) => {
                assert!(tag.starts_with("<a href=") || &*tag == "</a>", "{tag}")
            }
            Event::Text(text) if in_code => codes.last_mut().unwrap().push_str(&text),
            Event::Text(_) => {}
            Event::Start(tag) => assert!(
                matches!(
                    tag,
                    Tag::Table(_)
                        | Tag::TableHead
                        | Tag::TableRow
                        | Tag::Paragraph
                        | Tag::Heading { .. }
                ),
                "{tag:?} in {text}"
            ),
            Event::End(_) => {}
            other => panic!("{other:?} in {text}"),
        }
    }
    // Two tables: heads of five and three cells, and a row each.
    assert_eq!(cells, 16, "{text}");
    let path = sanitise::on_one_line(PATH);
    assert_eq!(codes[0], format!("{path}:2"));
    assert_eq!(codes[2], words());
    assert!(codes.last().unwrap().contains("it is bad"), "{codes:?}");
}

#[test]
fn markdown_fits_into_a_comment() {
    let cases: Vec<_> = (0..500).map(|_| strange()).collect();
    let report = shown_with(&cases, &[], "markdown", 80);
    assert!(report.len() < 60_000, "{} bytes", report.len());
    let n_rows = report.lines().filter(|line| line.starts_with("| error")).count();
    assert!(report.contains(&format!("\n{} more\n", 500 - n_rows)), "{report}");
}

#[test]
fn fingerprints_do_not_know_lines() {
    let of = |text: &str, values: &[&str]| {
        let mut case = case(text, "Accord", values[0], Verdict::Conflicts);
        let first = case.findings.findings[0].clone();
        case.findings.findings = values
            .iter()
            .map(|value| crate::judge::Finding { stated: (*value).into(), ..first.clone() })
            .collect();
        let article = Article { source: &case.source, findings: &case.findings, book: &case.book };
        fingerprint::of_findings(&article)
    };
    let one = of("The Accord of 2017.", &["2017", "2018", "2017"]);
    let other = of("A line.\n\nSo the Accord, of 2017.", &["2017", "2018", "2017"]);
    assert_eq!(one, other);
    let different: BTreeSet<_> = one.iter().collect();
    assert_eq!(different.len(), 3, "{one:?}");
    // printf 'articles/kestrel.txt\0kestrel-signed\0002017\0001' | sha256sum | cut -c-32
    assert_eq!(one[0].as_deref(), Some("0677603aebedb233f2938d8743ab4612"));
    let agreeing = case("X was 1.", "X", "1", Verdict::Agrees);
    let (source, book) = (&agreeing.source, &agreeing.book);
    let article = Article { source, findings: &agreeing.findings, book };
    assert_eq!(fingerprint::of_findings(&article), [None]);
}

/// The schema names what the report has, no more and no less.
#[test]
fn the_schema_is_that_of_the_report() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/report.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    let report = json("json");
    assert_eq!(keys(&schema["properties"]), keys(&report));
    assert_eq!(schema["properties"]["schema"]["const"], report["schema"]);
    for (name, row) in [
        ("claim", &report["claims"][0]),
        ("problem", &report["problems"][0]),
        ("summary", &report["summary"]),
    ] {
        let known = &schema["$defs"][name];
        assert_eq!(keys(&known["properties"]), keys(row), "{name}");
        let required: BTreeSet<_> = known["required"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_str().unwrap().to_owned())
            .collect();
        assert_eq!(required, keys(row), "{name}");
    }
}
