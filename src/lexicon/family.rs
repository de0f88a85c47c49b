//! The built-in predicates: each a family of verbs, nouns, adjectives and phrases.
//!
//! Rows stand in `predicates.txt`, whose head explains them. It must not know facts or articles.

use std::sync::LazyLock;

use super::form::Form;
use super::spelling;
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

/// A built-in predicate with all the words that signal it.
#[derive(Debug)]
pub struct Family {
    /// The predicate's name in rule files: "signed", "in-force".
    pub name: &'static str,
    /// How the subject stands to most of its words; a single [`Cue`](super::Cue) may differ.
    pub role: Role,
    /// Lower-case words and phrases with their form.
    pub words: Vec<(String, Form)>,
    /// Prepositions that may introduce the subject after one of the words: "visit *to* Paris".
    pub prepositions: Vec<&'static str>,
    /// The dimension of a measure: "length".
    pub dimension: Option<&'static str>,
    /// The role of each of `words`.
    pub(super) roles: Vec<Role>,
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

fn read(file: &'static str) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for row in verbs::rows(file) {
        if let Some(head) = row.strip_prefix('[') {
            families.extend(read_head(head));
        } else if let (Some(family), Some((key, values))) =
            (families.last_mut(), row.split_once(':'))
        {
            add_row(family, key, values);
        }
    }
    families
}

/// `signed] theme` or `height] measure length`.
fn read_head(head: &'static str) -> Option<Family> {
    let (name, rest) = head.split_once(']')?;
    let mut rest = rest.split_whitespace();
    let role = read_role(rest.next()?)?;
    let (words, roles, prepositions) = (Vec::new(), Vec::new(), Vec::new());
    Some(Family { name, role, words, prepositions, dimension: rest.next(), roles })
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
    let (kind, role) = key.split_once(' ').unwrap_or((key, ""));
    let role = read_role(role).unwrap_or(family.role);
    for value in values.split(',').map(str::trim).filter(|value| !value.is_empty()) {
        let forms = match kind {
            "before" => {
                family.prepositions.push(value);
                continue;
            }
            "verb" => verbs::conjugate(value),
            "noun" => {
                vec![(value.to_owned(), Form::Noun), (spelling::plural(value), Form::NounPlural)]
            }
            "mass" => vec![(value.to_owned(), Form::Noun)],
            "plural" => vec![(value.to_owned(), Form::NounPlural)],
            "participle" => vec![(value.to_owned(), Form::Participle)],
            "adjective" => vec![(value.to_owned(), Form::Adjective)],
            _ => vec![(value.to_owned(), Form::Phrase)],
        };
        for form in forms {
            if !family.words.contains(&form) {
                family.words.push(form);
                family.roles.push(role);
            }
        }
    }
}
