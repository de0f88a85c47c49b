//! Two facts that cannot both be true: one of them would accuse every article.
//!
//! Facts are grouped by what they speak of, and each is held against the first of its group, so the
//! work stays linear however many repeat it. A fact that shares its subject with no other, as most of
//! a large book do, is in no group.

use rustc_hash::{FxHashMap, FxHashSet};

use super::BookBuilder;
use crate::rules::expected::{Expected, Members, Text};
use crate::rules::{Fact, FactBook, FactSubject, Place, SubjectId, parse};
use crate::yaml::Fault;

/// Reports each fact that contradicts the first of its group.
pub(super) fn find(builder: &mut BookBuilder) {
    let mut groups: FxHashMap<Group<'_>, &Fact> = FxHashMap::default();
    let mut found = Vec::new();
    let book = &builder.book;
    let n_facts = facts_by_subject(book);
    let is_alone = |fact: &Fact| n_facts[least_subject(fact).0 as usize] < 2;
    for fact in book.facts.iter().filter(|fact| !fact.open && !is_alone(fact)) {
        let first = *groups.entry(Group::of(fact)).or_insert(fact);
        if first.id != fact.id && !first.predicate_allows(fact) && disjoint(first, fact) {
            let expected = [first.expected.summary(), fact.expected.summary()];
            found.push((first.id.clone(), first.value_place, fact.value_place, expected));
        }
    }
    let of_namesakes = of_namesakes(&builder.book);
    for (id, first, second, [earlier, later]) in found {
        let message = format!("{later} contradicts `{id}`, which expects {earlier}");
        let help = "correct one of them; `open: true` lets both stand for an event that recurs";
        let fault = Fault::new(second.span, "contradiction", message).help(help);
        builder.report_beside(second.file, fault, first, "the other value");
    }
    for (name, id, first, second, [earlier, later]) in of_namesakes {
        let message = format!(
            "{later} contradicts `{id}`, which expects {earlier}, where an article says `{name}`"
        );
        let help = format!(
            "correct one of them; or, where they are two things, tell them apart: a name for each \
             that is not `{name}`"
        );
        let mut fault = Fault::new(second.span, "contradiction", message).help(help);
        fault.warning = true;
        builder.report_beside(second.file, fault, first, "the other value");
    }
}

/// One subject of the fact, the same for facts that share all of theirs.
fn least_subject(fact: &Fact) -> SubjectId {
    match &fact.subject {
        FactSubject::One(id) => *id,
        FactSubject::All(ids) => ids.iter().min().copied().unwrap_or(SubjectId(0)),
        FactSubject::Role { role, of, .. } => *role.min(of),
    }
}

/// How many facts each subject is the [`least_subject`] of.
fn facts_by_subject(book: &FactBook) -> Vec<u32> {
    let mut n_facts = vec![0; book.subjects.len()];
    for fact in &book.facts {
        n_facts[least_subject(fact).0 as usize] += 1;
    }
    n_facts
}

/// A name, the fact that it stands for first, its place and that of the other, and what they expect.
type Namesakes = (String, String, Place, Place, [String; 2]);

/// Facts that contradict the first about another subject of the same name. They may be about two
/// things, but an article that says the name alone would be wrong about one.
fn of_namesakes(book: &FactBook) -> Vec<Namesakes> {
    let mut groups: FxHashMap<(&str, Group<'_>), &Fact> = FxHashMap::default();
    let mut found = Vec::new();
    let shared = shared_names(book);
    if shared.is_empty() {
        return found;
    }
    for fact in book.facts.iter().filter(|fact| !fact.open) {
        let FactSubject::One(subject) = fact.subject else { continue };
        let names = book.subjects[subject.0 as usize].names.iter();
        let mut names = names.filter(|name| shared.contains(name.as_str()));
        let contradicted = names.find_map(|name| {
            let group = Group { subjects: Vec::new(), ..Group::of(fact) };
            let first = *groups.entry((name, group)).or_insert(fact);
            let is_other = first.subject != fact.subject && first.id != fact.id;
            let is_wrong = is_other && !first.predicate_allows(fact) && disjoint(first, fact);
            is_wrong.then_some((name, first))
        });
        if let Some((name, first)) = contradicted {
            let expected = [first.expected.summary(), fact.expected.summary()];
            let (name, id) = (name.clone(), first.id.clone());
            found.push((name, id, first.value_place, fact.value_place, expected));
        }
    }
    found
}

/// Names that several subjects have.
fn shared_names(book: &FactBook) -> FxHashSet<&str> {
    let mut known = FxHashSet::default();
    let names = book.subjects.iter().flat_map(|subject| &subject.names).map(String::as_str);
    // A subject has no name twice.
    names.filter(|name| !known.insert(*name)).collect()
}

/// What a fact speaks of: facts of one group fill one slot.
#[derive(PartialEq, Eq, Hash)]
struct Group<'b> {
    subjects: Vec<SubjectId>,
    is_role: bool,
    builtin: Vec<&'static str>,
    cues: Vec<&'b str>,
    kind: &'static str,
    pattern: Option<&'b str>,
    /// Facts that are about other articles, or parted by words, do not meet.
    articles: &'b [String],
    unless: &'b [String],
    valid: Option<String>,
}

impl<'b> Group<'b> {
    fn of(fact: &'b Fact) -> Self {
        let mut subjects = fact.subject.ids();
        let is_role = matches!(fact.subject, FactSubject::Role { .. });
        if !is_role {
            subjects.sort_unstable();
        }
        let mut builtin = fact.predicate.builtin.clone();
        builtin.sort_unstable();
        let mut cues: Vec<&str> = fact.predicate.cues.iter().map(String::as_str).collect();
        cues.sort_unstable();
        Self {
            subjects,
            is_role,
            builtin,
            cues,
            kind: fact.expected.kind(),
            pattern: fact.pattern.as_deref().map(regex::Regex::as_str),
            articles: &fact.articles,
            unless: &fact.unless,
            valid: fact.valid.as_deref().map(parse::date_text),
        }
    }
}

impl Fact {
    /// Beside a bare subject many texts and sets may stand; they contradict only where one is named
    /// as what could stand in place of the other.
    fn predicate_allows(&self, other: &Fact) -> bool {
        if !self.predicate.is_bare() {
            return false;
        }
        match (&self.expected, &other.expected) {
            (Expected::Text(one), Expected::Text(two)) => {
                !one.among.contains(&two.value) && !two.among.contains(&one.value)
            }
            (Expected::Members(_), _) => true,
            _ => false,
        }
    }
}

/// Whether no value satisfies both. Facts of many rows are never said to be disjoint.
fn disjoint(first: &Fact, second: &Fact) -> bool {
    let tolerance_days = first.tolerance_days.max(second.tolerance_days);
    match (&first.expected, &second.expected) {
        (Expected::Date(one), Expected::Date(two)) => {
            parse::dates_disjoint(one, two, tolerance_days)
        }
        (Expected::Period(one), Expected::Period(two)) => parse::periods_disjoint(one, two),
        (Expected::Duration(one), Expected::Duration(two)) => parse::durations_disjoint(one, two),
        (Expected::Ordinal(one), Expected::Ordinal(two)) => one != two,
        (Expected::Number(one), Expected::Number(two)) => parse::numbers_disjoint(one, two),
        (Expected::Money(one), Expected::Money(two)) => parse::monies_disjoint(one, two),
        (Expected::Percent(one), Expected::Percent(two)) => parse::percents_disjoint(one, two),
        (Expected::Text(one), Expected::Text(two))
        | (Expected::Expansion(one), Expected::Expansion(two)) => !share_form(one, two),
        (Expected::Members(one), Expected::Members(two)) => !same_members(one, two),
        _ => false,
    }
}

fn share_form(one: &Text, two: &Text) -> bool {
    one.forms().any(|form| two.forms().any(|other| form.eq_ignore_ascii_case(other)))
}

/// Whether each member of either set has a form in common with one of the other.
fn same_members(one: &Members, two: &Members) -> bool {
    let known = |forms: &[String], set: &Members| {
        set.members.iter().any(|other| other.iter().any(|form| forms.contains(form)))
    };
    one.members.iter().all(|member| known(member, two))
        && two.members.iter().all(|member| known(member, one))
}
