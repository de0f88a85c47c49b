//! When a holder is said to have held an office: "the mayor in 2014", "mayor since 2011", "from January to May".
//!
//! It must not know who held it then.

use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use super::office::OfficeMention;
use super::owner::is_period;
use crate::value::{Reading, Value};

/// "X, the mayor of Y in 2014,": the date right behind the office says when, and not the article's.
pub(super) fn speaks_of_then(scene: &Scene<'_>, office: &OfficeMention) -> bool {
    let end = office.words.end;
    let dated = |value: &Located| {
        value.words.start == end + 1
            && matches!(&value.reading.value, Value::Date(date)
                if !date.is_vague() && !date.is_relative() && date.year().is_some())
    };
    matches!(scene.lower(end), "in" | "during") && scene.values.iter().any(dated)
}

/// "who was mayor in February", "had been mayor since May": a date of this year that the past clause gives.
pub(super) fn told_after(scene: &Scene<'_>, office: &OfficeMention) -> Option<Reading> {
    let clause = scene.sentence.clause_of(office.role.start);
    let told = |value: &&Located| {
        let preposition = value.words.start.wrapping_sub(1);
        let date = matches!(&value.reading.value, Value::Date(date) if !date.is_vague());
        date && value.words.start <= office.words.end + 2
            && value.words.start >= office.words.end
            && scene.sentence.clause_of(value.words.start) == clause
            && (matches!(scene.lower(preposition), "in" | "since" | "during" | "until" | "from")
                || matches!(scene.lower(value.words.start), "last" | "this" | "from"))
    };
    scene.values.iter().find(told).map(|value| value.reading.clone())
}

/// "took over in February as mayor", "was elected mayor on Tuesday": the one date of the clause, of the article's own year as
/// well.
pub(super) fn told_beside(scene: &Scene<'_>, office: &OfficeMention) -> Option<Reading> {
    let clause = scene.sentence.clause_of(office.role.start);
    let mut told = scene.values.iter().filter(|value| {
        let date = matches!(&value.reading.value, Value::Date(date) if !date.is_vague());
        date && scene.sentence.clause_of(value.words.start) == clause
    });
    let only = told.next()?;
    told.next().is_none().then(|| only.reading.clone())
}

/// "from January to May": the stretch of time right behind an office.
pub(super) fn term_after(scene: &Scene<'_>, office: &OfficeMention) -> Option<Reading> {
    let behind = |value: &&Located| {
        is_period(value) && (office.words.end..=office.words.end + 1).contains(&value.words.start)
    };
    scene.values.iter().find(behind).map(|value| value.reading.clone())
}

/// "mayor since 2011": no other date says when.
pub(super) fn is_still(scene: &Scene<'_>, office: usize) -> bool {
    let dated: Vec<&Located> = dated(scene, office).collect();
    let since = |value: &&Located| scene.lower(value.words.start.wrapping_sub(1)) == "since";
    !dated.is_empty() && dated.iter().all(since)
}

/// The dates of the statement on an office: when a holder is said to have held it. What is said in
/// passing of somebody else, or after a semicolon, is of another time.
pub(super) fn times(scene: &Scene<'_>, office: usize) -> Vec<Reading> {
    dated(scene, office).map(|value| value.reading.clone()).collect()
}

fn dated<'s>(scene: &'s Scene<'_>, office: usize) -> impl Iterator<Item = &'s Located> {
    let own = scene.sentence.clause_of(office);
    let parted = move |at: usize| {
        let (from, to) = if at < office { (at, office) } else { (office, at) };
        (from..to).any(|i| scene.lower(i) == ";")
    };
    let aside = move |at: usize| {
        let clause = scene.sentence.clause_of(at);
        let kind = scene.sentence.clauses[clause].kind;
        // "Anna Lund (Marram 1984), mayor of Y"
        let named = scene.tag(at.wrapping_sub(1)) == Some(Tag::Name)
            && scene.lower(at.wrapping_sub(2)) == "(";
        // "heard from the mayor, X, that it would last until 2024"
        let told = kind == ClauseKind::Complement && at > office;
        clause != own
            && (matches!(kind, ClauseKind::Relative) || named || told)
            && scene.sentence.clauses[own].parent != Some(clause)
    };
    scene
        .values
        .iter()
        .filter(move |value| !parted(value.words.start) && !aside(value.words.start))
        .filter(move |value| !is_of_another(scene, value, office))
        .filter(|value| matches!(&value.reading.value, Value::Date(date) if !date.is_vague()))
        .filter(|value| !is_relative(value) || is_fronted(scene, value))
}

/// "X, *captain in 2005*, left after captain Y had": the date right behind the same role, named before or after, is that
/// one's.
fn is_of_another(scene: &Scene<'_>, value: &Located, office: usize) -> bool {
    let own = scene.mentions.iter().find(|it| it.words.contains(&office));
    let Some(own) = own else { return false };
    let plain = |at: usize| {
        scene.tag(at) != Some(Tag::Mark)
            && !scene.sentence.verbs.iter().any(|verb| verb.range.contains(&at))
    };
    let value = value.words.start;
    scene.mentions.iter().any(|it| {
        let end = it.words.end;
        it.subject == own.subject
            && end <= value
            && (end..value).all(plain)
            && !(end <= own.words.start && own.words.start < value)
            && it.words != own.words
    })
}

fn is_relative(value: &Located) -> bool {
    matches!(&value.reading.value, Value::Date(date) if date.is_relative())
}

/// "Late last year, Acme CEO X said": the date opens the sentence, and what follows was then.
fn is_fronted(scene: &Scene<'_>, value: &Located) -> bool {
    const NEAR: usize = 2;
    let start = scene.sentence.range.start;
    let comma = scene.lower(value.words.end) == ",";
    // "In June the director, X, retired"
    let month = scene.lower(start) == "in" && value.words.start == start + 1;
    value.words.start < start + NEAR && (comma || month)
}
