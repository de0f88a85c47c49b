//! Subjects: the keys of a file, and what a fact says it is about.

use std::fmt::Write as _;

use rustc_hash::FxHashSet;

use super::{BookBuilder, FileScope};
use crate::lexicon;
use crate::rules::{FactSubject, Subject, SubjectId, written};
use crate::source::Span;
use crate::text::suggest;
use crate::yaml::{Entries, Fault, Spanned};

impl BookBuilder {
    /// The subject of these names, made if it is new.
    fn subject(&mut self, key: Option<&str>, names: Vec<String>, kind: Vec<String>) -> SubjectId {
        let sorted = sorted(&names);
        if let Some(&id) = self.subject_ids.get(&sorted) {
            let known = &mut self.book.subjects[id.0 as usize];
            known.key = known.key.take().or_else(|| key.map(str::to_owned));
            for noun in kind {
                if !known.kind.contains(&noun) {
                    known.kind.push(noun);
                }
            }
            return id;
        }
        let id = SubjectId(u32::try_from(self.book.subjects.len()).unwrap_or(u32::MAX));
        self.subject_ids.insert(sorted, id);
        let kind = if kind.is_empty() { kinds_told(&names) } else { kind };
        self.book.subjects.push(Subject { key: key.map(str::to_owned), names, kind });
        id
    }
}

/// What names say of themselves where their author does not: "USS Heron" is a ship.
fn kinds_told(names: &[String]) -> Vec<String> {
    let kinds: &[&str] = match names.iter().any(|name| lexicon::is_ship_name(name)) {
        true => &["ship", "vessel"],
        false => &[],
    };
    kinds.iter().map(|&kind| kind.to_owned()).collect()
}

/// The names in order of the alphabet, in one text that no other names give: each with its length.
fn sorted(names: &[String]) -> Box<str> {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    let mut text = String::new();
    for name in names {
        write!(text, "{}:{name}", name.len()).expect("a string takes all");
    }
    text.into()
}

/// Compiles `subjects:` into the scope's keys.
pub(super) fn keys(
    builder: &mut BookBuilder,
    scope: &mut FileScope<'_>,
    subjects: &Entries<written::Subject>,
) {
    for (key, subject) in &subjects.0 {
        let Some((key_text, _)) = scope.item(key) else { continue };
        let Some((names, kind)) = described(scope, key.span, subject) else { continue };
        let texts: Vec<String> = names.iter().map(|(name, _)| name.clone()).collect();
        let id = builder.subject(Some(key_text), texts, kind);
        scope.keys.insert(key_text.to_owned(), id);
        builder.keys.entry(key_text.to_owned()).or_insert((id, scope.place(key.span)));
        share_names(scope, key_text, names);
    }
}

/// No name has more words; one that had would cost time wherever its first words stand.
const MOST_NAME_WORDS: usize = 64;

/// A name and its place.
type PlacedName = (String, Span);

fn described(
    scope: &FileScope<'_>,
    key_span: Span,
    subject: &Spanned<written::Subject>,
) -> Option<(Vec<PlacedName>, Vec<String>)> {
    let (names, kind) = match subject.value.as_ref()? {
        written::Subject::Name(name) => {
            (vec![Spanned { span: subject.span, value: Some(name.clone()) }], Vec::new())
        }
        written::Subject::Names(names) => (names.clone(), Vec::new()),
        written::Subject::Described(described) => {
            if described.names.is_none() {
                scope.missing(subject.span, key_span, "names");
            }
            let names = described.names.as_ref()?.value.as_ref()?;
            (names.0.clone(), scope.texts(&described.kind))
        }
    };
    Some((some_names(scope, &names, subject.span)?, kind))
}

/// The names of a list with their places, without repetitions; nothing when there is none.
fn some_names(
    scope: &FileScope<'_>,
    names: &[Spanned<String>],
    span: Span,
) -> Option<Vec<PlacedName>> {
    if names.is_empty() {
        no_names(scope, span);
    }
    let mut placed: Vec<PlacedName> = Vec::with_capacity(names.len());
    let mut seen = FxHashSet::default();
    for (name, span) in names.iter().filter_map(|name| scope.item(name)) {
        let n_words = name.split_whitespace().count();
        if n_words > MOST_NAME_WORDS {
            let message = format!("a name of {n_words} words; {MOST_NAME_WORDS} are the most");
            let help = "give the name alone, as articles print it";
            scope.fault(Fault::new(span, "long-name", message).help(help));
            continue;
        }
        if seen.insert(name) {
            placed.push((name.to_owned(), span));
        }
    }
    (!placed.is_empty()).then_some(placed)
}

fn no_names(scope: &FileScope<'_>, span: Span) {
    scope.fault(Fault::new(span, "empty-list", "a subject needs at least one name"));
}

/// Enters a key's names, and warns of the first that another key has.
fn share_names(scope: &mut FileScope<'_>, key: &str, names: Vec<PlacedName>) {
    let mut warned = false;
    for (name, span) in names {
        if let Some((other, first)) = scope.names.get(&name) {
            if !warned {
                let message = format!("`{name}` is a name of both `{other}` and `{key}`");
                let fault = Fault::new(span, "shared-name", message)
                    .related(*first, format!("the name under `{other}`"))
                    .help("a mention of it cannot be told apart; keep it with one of the two");
                scope.fault(fault.warning());
            }
            warned = true;
            continue;
        }
        scope.names.insert(name, (key.to_owned(), span));
    }
}

/// What a fact is about; nothing when that is faulty.
pub(super) fn of_fact(
    builder: &mut BookBuilder,
    scope: &FileScope<'_>,
    subject: &Spanned<written::FactSubject>,
) -> Option<FactSubject> {
    match subject.value.as_ref()? {
        written::FactSubject::KeyOrName(text) => {
            key_or_name(builder, scope, text, subject.span).map(FactSubject::One)
        }
        written::FactSubject::Names(names) => {
            list(builder, scope, names, subject.span).map(FactSubject::One)
        }
        written::FactSubject::Composed(composed) => {
            self::composed(builder, scope, composed, subject.span)
        }
    }
}

fn composed(
    builder: &mut BookBuilder,
    scope: &FileScope<'_>,
    subject: &written::ComposedSubject,
    span: Span,
) -> Option<FactSubject> {
    if let Some(all) = &subject.all {
        if let Some(role) = &subject.role {
            let message = "a subject is either `all` or `role` with `of`, not both";
            let fault = Fault::new(role.span, "misplaced-key", message);
            scope.fault(fault.related(all.span, "`all` is here"));
        }
        let parts = all.value.as_ref()?;
        if parts.is_empty() {
            no_names(scope, all.span);
            return None;
        }
        let ids = parts.iter().map(|part| key_or_names(builder, scope, part));
        let ids: Vec<Option<SubjectId>> = ids.collect();
        return ids.into_iter().collect::<Option<Vec<_>>>().map(FactSubject::All);
    }
    for (key, there) in [("role", subject.role.is_some()), ("of", subject.of.is_some())] {
        if !there {
            scope.missing(span, span, key);
        }
    }
    let role = subject.role.as_ref().and_then(|role| key_or_names(builder, scope, role));
    let of = subject.of.as_ref().and_then(|of| key_or_names(builder, scope, of));
    let bare = subject.bare.as_ref().and_then(|bare| bare.value).unwrap_or_default();
    Some(FactSubject::Role { role: role?, of: of?, bare })
}

fn key_or_names(
    builder: &mut BookBuilder,
    scope: &FileScope<'_>,
    part: &Spanned<written::KeyOrNames>,
) -> Option<SubjectId> {
    match part.value.as_ref()? {
        written::KeyOrNames::KeyOrName(text) => key_or_name(builder, scope, text, part.span),
        written::KeyOrNames::Names(names) => list(builder, scope, names, part.span),
    }
}

/// A list of names; a key in it is taken for a name, which is hardly meant.
fn list(
    builder: &mut BookBuilder,
    scope: &FileScope<'_>,
    names: &[Spanned<String>],
    span: Span,
) -> Option<SubjectId> {
    let names = some_names(scope, names, span)?;
    for (name, span) in &names {
        if scope.keys.contains_key(name) && !scope.names.contains_key(name) {
            let message = format!("`{name}` is a key of `subjects`, but in a list it is a name");
            let help = format!("for several subjects write {{all: [{name}, ...]}}");
            scope.fault(Fault::new(*span, "key-in-list", message).help(help).warning());
        }
    }
    let names = names.into_iter().map(|(name, _)| name).collect();
    Some(builder.subject(None, names, Vec::new()))
}

fn key_or_name(
    builder: &mut BookBuilder,
    scope: &FileScope<'_>,
    text: &str,
    span: Span,
) -> Option<SubjectId> {
    let text = text.trim();
    if text.is_empty() {
        no_names(scope, span);
        return None;
    }
    if let Some(&id) = scope.keys.get(text) {
        return Some(id);
    }
    let doubtful = looks_like_key(text) && !scope.names.contains_key(text);
    if let Some(near) = doubtful.then(|| nearest_key(scope, text)).flatten() {
        let message = format!("unknown subject `{text}`");
        let help = format!("did you mean `{near}`? To use it as a name, write [{text}]");
        scope.fault(Fault::new(span, "unknown-subject", message).help(help));
        return None;
    }
    if doubtful {
        builder.doubtful_names.push((text.to_owned(), scope.place(span)));
    }
    Some(builder.subject(None, vec![text.to_owned()], Vec::new()))
}

/// Warns of names that are keys in another file: keys hold in their own file only, and a fact whose
/// subject nobody writes would never be checked.
pub(super) fn find_keys_of_other_files(builder: &mut BookBuilder) {
    for (name, place) in std::mem::take(&mut builder.doubtful_names) {
        let Some(&(id, key_place)) = builder.keys.get(&name) else { continue };
        let is_name = builder.book.subjects[id.0 as usize].names.contains(&name);
        if key_place.file == place.file || is_name {
            continue;
        }
        let message = format!("`{name}` is a key in another file; here it is a name");
        let fault = Fault::new(place.span, "foreign-key", message).warning();
        let fault = fault.help("keys hold in their own file: repeat it under `subjects` here");
        builder.report_beside(place.file, fault, key_place, "the key");
    }
}

/// The key that a text was likely meant to be. Where thousands of texts stand beside thousands of
/// keys the search would take forever: then the rest are taken for names.
fn nearest_key<'s>(scope: &'s FileScope<'_>, text: &str) -> Option<&'s str> {
    let rest = scope.key_comparisons.get().checked_sub(scope.keys.len())?;
    scope.key_comparisons.set(rest);
    suggest::nearest(text, scope.keys.keys().map(String::as_str))
}

fn looks_like_key(text: &str) -> bool {
    let key_byte = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    text.bytes().all(key_byte)
}
