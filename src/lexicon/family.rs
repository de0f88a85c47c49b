//! The built-in predicates: each a family of verbs, nouns, adjectives and phrases.
//!
//! Rows stand in `predicates.txt`, whose head explains them. It must not know facts or articles.

use std::sync::LazyLock;

use super::form::Form;
use super::inflect::plural_phrase;
use super::verbs;

/// How the subject of the fact stands to the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// It undergoes the event: "LEMOA was signed", "X signed LEMOA".
    Theme,
    /// It acts: "Modi visited Paris", "Jane died".
    Agent,
    /// Either: "it opened", "it was opened".
    Ergative,
    /// One of two sides: "A met B".
    Mutual,
    /// The owner of a measure: height, population.
    Measure,
}

/// Words and phrases with their forms.
pub type Words = Vec<(String, Form)>;

/// A built-in predicate with all the words that signal it.
#[derive(Debug)]
pub struct Family {
    /// The predicate's name in rule files: "signed", "in-force".
    pub name: &'static str,
    /// How the subject stands to most of its words; a single [`Cue`](super::Cue) may differ.
    pub role: Role,
    /// Every lower-case word and phrase with its form, spelled out when first asked;
    /// [`cues_at`](super::cues_at) finds them without.
    pub words: LazyLock<Words, Box<dyn FnOnce() -> Words + Send + Sync>>,
    /// Prepositions that may introduce the subject after one of the words: "visit *to* Paris".
    pub prepositions: Vec<&'static str>,
    /// The dimension of a measure: "length".
    pub dimension: Option<&'static str>,
    /// The words as written in the data.
    pub(super) entries: Vec<Entry>,
}

/// A word or phrase as written in the data.
#[derive(Debug)]
pub(super) struct Entry {
    /// Lower-case words with single spaces.
    pub(super) text: &'static str,
    /// Which forms it stands for.
    pub(super) kind: Kind,
    /// How the subject stands to it.
    pub(super) role: Role,
}

/// Which forms an entry stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// A lemma, or a phrase that begins with one: all its inflections.
    Verb,
    /// A singular noun or noun phrase, and its plural.
    Noun,
    /// Itself only.
    Fixed(Form),
}

static FAMILIES: LazyLock<Vec<Family>> = LazyLock::new(|| read(include_str!("predicates.txt")));

/// All built-in predicates, in the order of their file.
pub fn families() -> &'static [Family] {
    &FAMILIES
}

/// The built-in predicate of this name.
pub fn family(name: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|family| family.name == name)
}

impl Entry {
    fn words(&self) -> Words {
        match self.kind {
            Kind::Verb => verbs::conjugate(self.text),
            Kind::Noun => vec![
                (self.text.to_owned(), Form::Noun),
                (plural_phrase(self.text), Form::NounPlural),
            ],
            Kind::Fixed(form) => vec![(self.text.to_owned(), form)],
        }
    }
}

fn read(file: &'static str) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for row in verbs::rows(file) {
        if let Some(head) = row.strip_prefix('[') {
            families.extend(read_head(head, families.len()));
        } else if let (Some(family), Some((key, values))) =
            (families.last_mut(), row.split_once(':'))
        {
            add_row(family, key, values);
        }
    }
    families
}

/// `signed] theme` or `height] measure length`.
fn read_head(head: &'static str, index: usize) -> Option<Family> {
    let (name, rest) = head.split_once(']')?;
    let mut rest = rest.split_whitespace();
    let role = read_role(rest.next()?)?;
    let entries_then = move || FAMILIES.get(index).map_or(&[][..], |family| &family.entries);
    Some(Family {
        name,
        role,
        words: LazyLock::new(Box::new(move || {
            entries_then().iter().flat_map(Entry::words).collect()
        })),
        prepositions: Vec::new(),
        dimension: rest.next(),
        entries: Vec::new(),
    })
}

fn read_role(name: &str) -> Option<Role> {
    Some(match name {
        "theme" => Role::Theme,
        "agent" => Role::Agent,
        "ergative" => Role::Ergative,
        "mutual" => Role::Mutual,
        "measure" => Role::Measure,
        _ => return None,
    })
}

/// `verb: sign, ink` or `verb agent: take office`.
fn add_row(family: &mut Family, key: &str, values: &'static str) {
    let values = values.split(',').map(str::trim_ascii).filter(|value| !value.is_empty());
    let (kind, role) = key.split_once(' ').unwrap_or((key, ""));
    if kind == "before" {
        return family.prepositions.extend(values);
    }
    let role = read_role(role).unwrap_or(family.role);
    let kind = match kind {
        "verb" => Kind::Verb,
        "noun" => Kind::Noun,
        "mass" => Kind::Fixed(Form::Noun),
        "plural" => Kind::Fixed(Form::NounPlural),
        "participle" => Kind::Fixed(Form::Participle),
        "adjective" => Kind::Fixed(Form::Adjective),
        _ => Kind::Fixed(Form::Phrase),
    };
    family.entries.extend(values.map(|text| Entry { text, kind, role }));
}
