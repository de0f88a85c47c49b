//! Reads `cases.md`, runs its cases and renders what came out in the same form.
//!
//! A case is a `##` section. Each of its `yaml` fences is a rule file; a line of `^` marks a problem
//! of the line above, one of `~` its second place. A `facts` fence lists the facts compiled.

use std::fmt::Write as _;

use crate::rules::marks::{with_marks, without_marks};
use crate::rules::{FactBook, FactSubject, SubjectId, load};
use crate::source::Source;

pub(super) const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/cases.md");

#[test]
fn cases() {
    let written = std::fs::read_to_string(PATH).unwrap();
    let rendered = render(&written);
    if std::env::var_os("FACTLINT_BLESS").is_some() {
        std::fs::write(PATH, &rendered).unwrap();
        return;
    }
    for (expected, actual) in sections(&written).zip(sections(&rendered)) {
        assert!(expected == actual, "expected:\n{expected}\nactual:\n{actual}");
    }
}

pub(super) fn sections(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n## ")
}

/// The whole file with its marks and facts replaced by what came out.
fn render(markdown: &str) -> String {
    let mut rendered = Vec::new();
    for section in sections(markdown) {
        rendered.push(render_section(section));
    }
    rendered.join("\n## ")
}

fn render_section(section: &str) -> String {
    let files = files_of(section);
    let (book, problems) = load(files.clone());
    let mut next_file = files.iter();
    let rendered = section.split("```").map(|fence| {
        if fence.starts_with("yaml\n")
            && let Some(file) = next_file.next()
        {
            let marked = with_marks(file.text(), file.name(), &problems);
            format!("yaml\n{marked}")
        } else if fence.starts_with("facts\n") {
            format!("facts\n{}", facts(&book))
        } else {
            fence.to_owned()
        }
    });
    rendered.collect::<Vec<_>>().join("```")
}

/// The rule files of a section.
pub(super) fn files_of(section: &str) -> Vec<Source> {
    let texts = section.split("```").filter_map(|fence| fence.strip_prefix("yaml\n"));
    let named = texts.enumerate().map(|(index, text)| (format!("{index}.yaml"), text));
    named.map(|(name, text)| Source::new(name, without_marks(text))).collect()
}

fn facts(book: &FactBook) -> String {
    let mut text = String::new();
    for fact in &book.facts {
        let subject = subject(book, &fact.subject);
        let predicate = [fact.predicate.builtin.join(" "), format!("{:?}", fact.predicate.cues)];
        let expected = format!("{} {}", fact.expected.kind(), fact.expected.summary());
        let _ = writeln!(text, "{} | {subject} | {} | {expected}", fact.id, predicate.join(" "));
    }
    text
}

fn subject(book: &FactBook, subject: &FactSubject) -> String {
    let name = |id: &SubjectId| {
        let subject = &book.subjects[id.0 as usize];
        let key = subject.key.as_ref().map(|key| format!("{key}=")).unwrap_or_default();
        format!("{key}{}", subject.names.join(", "))
    };
    match subject {
        FactSubject::One(id) => name(id),
        FactSubject::All(ids) => ids.iter().map(name).collect::<Vec<_>>().join(" & "),
        FactSubject::Role { role, of, bare } => {
            format!("{} of {}{}", name(role), name(of), if *bare { ", bare" } else { "" })
        }
    }
}
