//! A baseline: the conflicts of an old archive, listed so that only new ones are reported.
//!
//! A conflict is known by its article's path, its fact, the stated value, and the how-manieth such
//! conflict of the article it is; lines may move around it. A baseline is a text of one JSON object
//! a line, in order, so that a change of it is read as a diff.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::identity::occurrences;
use crate::judge::{Finding, Reason, Verdict};
use crate::rules::FactBook;

const SCHEMA: &str = "factlint.baseline/1";

/// A conflict that is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    /// The article's path from the baseline's folder, with `/` between folders.
    pub path: String,
    /// The fact's id.
    pub fact: String,
    /// The stated value, normalised.
    pub stated: String,
    /// Which of several equal conflicts in the article, from 1.
    pub occurrence: u64,
}

/// Known conflicts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The entries, in order.
    pub entries: BTreeSet<Entry>,
}

/// The conflicts among findings as entries, each with the index of its finding.
pub fn entries(path: &str, findings: &[Finding], book: &FactBook) -> Vec<(usize, Entry)> {
    let numbered = findings.iter().zip(occurrences(findings)).enumerate();
    let entry = |(index, (finding, occurrence)): (usize, (&Finding, Option<u64>))| {
        let fact = book.facts[finding.fact.0 as usize].id.clone();
        let (path, stated) = (path.to_owned(), finding.stated.clone());
        let entry = Entry { path, fact, stated, occurrence: occurrence? };
        (finding.verdict == Verdict::Conflicts).then_some((index, entry))
    };
    numbered.filter_map(entry).collect()
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// The number of the first line that is none of a baseline's, from 1.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut baseline = Self::default();
        let mut has_schema = false;
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let value: Value = serde_json::from_str(line).map_err(|_| index + 1)?;
            if !has_schema {
                has_schema = value["schema"] == SCHEMA;
                if !has_schema {
                    return Err(index + 1);
                }
                continue;
            }
            baseline.entries.insert(entry(&value).ok_or(index + 1)?);
        }
        if has_schema { Ok(baseline) } else { Err(1) }
    }

    /// The baseline as it is kept.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", json!({ "schema": SCHEMA }));
        for Entry { path, fact, stated, occurrence } in &self.entries {
            let line = json!({
                "path": path, "fact": fact, "stated": stated, "occurrence": occurrence,
            });
            text += &format!("{line}\n");
        }
        text
    }

    /// Sets aside the conflicts of an article that it lists; gives their entries.
    pub fn set_aside(&self, path: &str, findings: &mut [Finding], book: &FactBook) -> Vec<Entry> {
        let mut met = Vec::new();
        for (index, entry) in entries(path, findings, book) {
            if self.entries.contains(&entry) {
                findings[index].verdict = Verdict::Unjudged(Reason::Baseline);
                met.push(entry);
            }
        }
        met
    }

    /// The baseline without what was looked for and not found. Nothing is ever added.
    #[must_use]
    pub fn shrunk(&self, found: &BTreeSet<Entry>, was_sought: impl Fn(&Entry) -> bool) -> Self {
        let stays = |entry: &&Entry| found.contains(entry) || !was_sought(entry);
        Self { entries: self.entries.iter().filter(stays).cloned().collect() }
    }
}

fn entry(value: &Value) -> Option<Entry> {
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    Some(Entry {
        path: text("path")?,
        fact: text("fact")?,
        stated: text("stated")?,
        occurrence: value["occurrence"].as_u64().filter(|&n| n > 0)?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry() -> impl Strategy<Value = Entry> {
        ("[ab]\\.txt", "[xy]", "[0-9\"\\\\\n]{1,3}", 1..4_u64)
            .prop_map(|(path, fact, stated, occurrence)| Entry { path, fact, stated, occurrence })
    }

    fn some() -> impl Strategy<Value = BTreeSet<Entry>> {
        prop::collection::btree_set(entry(), 0..12)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(entries in some()) {
            let baseline = Baseline { entries };
            prop_assert_eq!(Baseline::parse(&baseline.text()), Ok(baseline));
        }

        /// Whatever was found and sought, a baseline gains nothing, and loses nothing unsought.
        #[test]
        fn a_baseline_only_shrinks(entries in some(), found in some(), sought in "[abc]\\.txt") {
            let baseline = Baseline { entries };
            let shrunk = baseline.shrunk(&found, |entry| entry.path == sought);
            prop_assert!(shrunk.entries.is_subset(&baseline.entries));
            for entry in baseline.entries.difference(&shrunk.entries) {
                prop_assert!(entry.path == sought && !found.contains(entry));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = Baseline::parse(&text);
        }
    }

    #[test]
    fn a_text_that_is_no_baseline_is_refused_at_its_line() {
        let schema = format!("{{\"schema\": \"{SCHEMA}\"}}");
        for (text, wanted) in [
            (String::new(), 1),
            ("{\"path\": \"a\"}".into(), 1),
            (format!("{schema}\n\n{{}}"), 3),
            (format!("{schema}\nno"), 2),
            (
                format!(
                    "{schema}\n{{\"path\":\"a\",\"fact\":\"b\",\"stated\":\"c\",\"occurrence\":0}}"
                ),
                2,
            ),
        ] {
            assert_eq!(Baseline::parse(&text), Err(wanted), "{text}");
        }
    }
}
