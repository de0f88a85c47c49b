//! What a fact means, as text: two facts of one meaning judge every article alike, wherever and
//! however they are written. Notes, sources, examples and severity are no part of it.

use std::fmt::Write as _;

use super::expected::{Edition, Holder, TimelineRow, Window};
use super::{Expected, Fact, FactBook, FactSubject, Predicate, SubjectId};

impl Fact {
    /// The fact's meaning, to be compared with that of another.
    pub fn meaning(&self, book: &FactBook) -> String {
        let mut text = subject(&self.subject, book);
        let Predicate { builtin, cues } = &self.predicate;
        let pattern = self.pattern.as_deref().map(regex::Regex::as_str);
        let valid = self.valid.as_ref().map(ToString::to_string);
        write!(
            text,
            "|{builtin:?}{cues:?}|{}|{}|{}|{}|{:?}|{:?}|{valid:?}|{pattern:?}",
            expected(&self.expected),
            self.tolerance_days,
            self.judge_plans,
            self.open,
            self.unless,
            self.articles,
        )
        .expect("a string takes all");
        text
    }
}

fn subject(subject: &FactSubject, book: &FactBook) -> String {
    let names = |id: &SubjectId| {
        let subject = &book.subjects[id.0 as usize];
        format!("{:?}{:?}", subject.names, subject.kind)
    };
    match subject {
        FactSubject::One(id) => names(id),
        FactSubject::All(ids) => ids.iter().map(names).collect(),
        FactSubject::Role { role, of, bare } => format!("{}{}{bare}", names(role), names(of)),
    }
}

/// Everything of an expected value but its places.
fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Holders(rows) => rows.iter().map(holder).collect(),
        Expected::Timeline(rows) => rows.iter().map(timeline_row).collect(),
        Expected::Editions(rows) => rows.iter().map(edition).collect(),
        single => format!("{single:?}"),
    }
}

fn holder(row: &Holder) -> String {
    format!("{:?}{}{};", row.names, window(&row.window), row.acting)
}

fn timeline_row(row: &TimelineRow) -> String {
    format!("{}{};", expected(&row.value), window(&row.window))
}

fn edition(row: &Edition) -> String {
    let column =
        |column: &super::expected::Column| format!("{} {},", column.key, expected(&column.value));
    row.columns.iter().map(column).chain([";".to_owned()]).collect()
}

fn window(window: &Window) -> String {
    let end = |end: &Option<_>| end.as_ref().map_or("..".to_owned(), ToString::to_string);
    format!("{}/{}", end(&window.from), end(&window.to))
}

#[cfg(test)]
mod tests {
    use crate::rules::load;
    use crate::source::Source;

    /// The meaning of the only fact of a rule file.
    fn meaning(fact: &str) -> String {
        let (book, problems) = load(vec![Source::new("a.yaml", format!("facts:\n  - {fact}\n"))]);
        let messages: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
        assert!(messages.is_empty(), "{messages:?}");
        book.facts[0].meaning(&book)
    }

    #[test]
    fn how_a_fact_is_written_is_no_part_of_it() {
        let plain = meaning("{id: a, subject: X Dam, predicate: opened, date: 1962}");
        for same in [
            "{predicate: [opened], id: a, date: \"1962\", subject: [X Dam]} # checked",
            "{id: a, subject: X Dam, predicate: opened, date: 1962, note: n, source: s, severity: info}",
            "{id: a, subject: X Dam, predicate: opened, date: 1962, examples: {ignores: [No dam.]}}",
        ] {
            assert_eq!(meaning(same), plain, "{same}");
        }
        for other in [
            "{id: a, subject: X Dam, predicate: opened, date: 1963}",
            "{id: a, subject: [X Dam, Y], predicate: opened, date: 1962}",
            "{id: a, subject: X Dam, predicate: closed, date: 1962}",
            "{id: a, subject: X Dam, predicate: opened, date: 1962, tolerance: 2 days}",
            "{id: a, subject: X Dam, predicate: opened, date: 1962, open: true}",
        ] {
            assert_ne!(meaning(other), plain, "{other}");
        }
    }

    #[test]
    fn a_row_counts_wherever_it_stands() {
        let rows = |rows: &str| meaning(&format!("{{id: a, subject: mayor, holders: [{rows}]}}"));
        let one = rows("{name: Ada Lovell, from: 2019-01-01}");
        assert_eq!(rows("  {from: 2019-01-01, name: Ada Lovell}"), one);
        assert_ne!(rows("{name: Ada Lovell, from: 2019-01-02}"), one);
    }
}
