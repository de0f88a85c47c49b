//! Values that stand with a name and no event: "X (2016)", "the 2016 X", "X of 2016", "ten-year X",
//! and "(1825-1865)" after a person.
//!
//! A bare date beside a name dates what brought the thing about: its signing, founding, opening. If
//! several facts could be meant, only agreement is heard.

use super::super::claim::{Doubt, Stated};
use super::super::mention::MentionKind;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Draft, Located, Scene, wants};
use super::before_name::{brings_about, premodified, said_to_be, starting_at, titled};
use super::host::{is_extension, is_of_noun_before};
use super::life::life;
use super::owner::{Owner, owners};
use crate::lexicon;
use crate::rules::{Expected, FactId, SubjectId};
use crate::value::Value;
use crate::value::date::Precision;

/// Events that bring a thing about: what a bare date beside its name may date.
const ORIGINS: &[&str] = &[
    "signed",
    "founded",
    "established",
    "launched",
    "opened",
    "built",
    "created",
    "adopted",
    "published",
    "released",
    "held",
    "begun",
    "started",
    "completed",
    "agreed",
    "designated",
    "announced",
    "discovered",
    "in-force",
];

/// "the flood of 1912"
const OF: &str = "value of name";

/// Drafts a claim for each value that stands with a name.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    for value in &scene.values {
        if !matches!(value.reading.value, Value::Date(_) | Value::Duration(_)) {
            continue;
        }
        let lasting = matches!(value.reading.value, Value::Duration(_));
        if life(scene, value, drafts)
            || is_notice(scene, value)
            || lasting && (is_of_noun_before(scene, value) || is_extension(scene, value))
        {
            continue;
        }
        if let Some(mention) = labelled(scene, value) {
            let made = |fact: FactId| is_work(scene, fact);
            attribute(scene, value, &[mention], "year after title", drafts, made);
            continue;
        }
        if let Some((mention, noun)) = titled(scene, value).or_else(|| said_to_be(scene, value)) {
            attribute_work(scene, value, mention, noun, drafts);
            continue;
        }
        if let Some(mention) = premodified(scene, value) {
            attribute(scene, value, &[mention], "value before name", drafts, |_| true);
            continue;
        }
        for owner in owners(scene, value) {
            match owner {
                Owner::Event { event, .. } if dates_from(scene, event, value) => {
                    let mentions = scene.subjects_of(scene.events[event].clause);
                    attribute(scene, value, &mentions, "dates from", drafts, |_| true);
                }
                Owner::After(word) => {
                    let mut mentions = scene.antecedents(word);
                    let bracket = scene.lower(word) == "(";
                    mentions.retain(|&mention| !(bracket && is_drawn_from(scene, mention)));
                    let name = if scene.lower(word) == "of" { OF } else { "bracket" };
                    attribute(scene, value, &mentions, name, drafts, |_| true);
                }
                Owner::Before(word) => {
                    let mentions = starting_at(scene, word);
                    attribute(scene, value, &mentions, "value before name", drafts, |_| true);
                }
                Owner::Clause(_) | Owner::Event { .. } => {}
            }
        }
    }
}

/// "*The Net Menders*, 1894": a title and a year, and nothing else in the line, as labels of works have it.
fn labelled(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let Value::Date(date) = &value.reading.value else { return None };
    let start = scene.sentence.range.start;
    let mark = value.words.start.checked_sub(1).filter(|&at| at > start)?;
    let alone = scene.sentence.verbs.is_empty()
        && matches!(scene.lower(mark), "," | ".")
        && matches!(scene.lower(value.words.end), "." | "," | ";" | "");
    let titled = |index: &usize| {
        let words = &scene.mentions[*index].words;
        (words.end..mark).all(|at| super::super::token::is_quote(scene.parse, at))
            && words.end <= mark
            && words.start <= start + 2
            && scene.mentions[*index].kind == MentionKind::Name
    };
    let year = date.precision() >= Precision::Year && !date.is_relative();
    (0..scene.mentions.len()).find(titled).filter(|_| alone && year)
}

/// What labels of works give the year of.
fn is_work(scene: &Scene<'_>, fact: FactId) -> bool {
    let predicate = &scene.fact(fact).predicate;
    predicate.builtin.iter().any(|it| matches!(*it, "published" | "released" | "created"))
        || predicate.cues.iter().any(|cue| lexicon::makes_a_work(cue))
}

/// "X dates from 1936", "X dates back to 1936".
fn dates_from(scene: &Scene<'_>, event: usize, value: &Located) -> bool {
    let event = &scene.events[event];
    matches!(scene.lower(event.head), "dates" | "dated" | "date" | "dating")
        && (event.head + 1..value.words.start)
            .any(|at| matches!(scene.lower(at), "from" | "back" | "to"))
}

/// "© 2025 X": the year of a notice, not of the name after it.
fn is_notice(scene: &Scene<'_>, value: &Located) -> bool {
    (1..4).any(|n| {
        matches!(scene.lower(value.words.start.wrapping_sub(n)), "©" | "copyright" | "(c)")
    })
}

/// "The French Army in the War of Norl (1994)": the name is a part of a title, and the year is the title's.
pub(super) fn is_in_title(scene: &Scene<'_>, mention: usize) -> bool {
    let Some(of) = scene.settings[mention].preposition else { return false };
    let Some(noun) = of.checked_sub(1).filter(|&it| it >= scene.sentence.range.start) else {
        return false;
    };
    let word = &scene.parse.words[noun];
    // "our essay on X (3 March)"
    if lexicon::is_printed_piece(&word.lower) && matches!(scene.lower(of), "on" | "about" | "of") {
        return true;
    }
    scene.mentions[mention].kind == MentionKind::Name
        && matches!(scene.lower(of), "of" | "in" | "on" | "about" | "at" | "for")
        && word.is_capitalised()
        && word.is_letters()
        && !word.is_all_caps()
        && !lexicon::is_transparent_noun(&word.lower)
        && !lexicon::is_making(&word.lower)
        && matches!(scene.tag(noun), Some(Tag::Name | Tag::Noun))
        && !scene.mentions.iter().any(|it| it.words.contains(&noun))
        && !scene.events.iter().any(|event| event.words.contains(&noun))
}

fn attribute(
    scene: &Scene<'_>,
    value: &Located,
    mentions: &[usize],
    construction: &'static str,
    drafts: &mut Vec<Draft>,
    fits: impl Fn(FactId) -> bool,
) {
    let other = |it: usize| is_in_title(scene, it) || is_under_other_kind(scene, it);
    for &mention in mentions.iter().filter(|&&it| !other(it)) {
        let subject = scene.mentions[mention].subject;
        let mut facts = attributable(scene, subject, &value.reading.value);
        facts.retain(|&fact| fits(fact));
        let several = facts.len() > 1;
        for fact in facts {
            // "X (May–November 2014)" of when X was founded: years of something else, unless they hold that day.
            let loose = match &scene.fact(fact).expected {
                Expected::Date(_) => {
                    super::owner::is_period(value)
                        || construction != OF && is_own_event(scene, fact)
                }
                Expected::Period(_) => is_spell(scene, fact),
                _ => false,
            };
            let doubt = match loose {
                true => Some(Doubt::Loose),
                false => several.then_some(Doubt::Either),
            };
            let stated = Stated::Reading(value.reading.clone());
            let clause = outer(scene, scene.sentence.clause_of(value.words.start));
            drafts.push(Draft {
                subject: Some(scene.source(scene.mentions[mention].span)),
                doubt,
                presupposed: true,
                ..scene.draft(fact, value.reading.span, stated, construction, clause)
            });
        }
    }
}

/// Whether a fact asks for an event of its author's own, "the freeze", "the racing career": a bare date beside the
/// name may well be of another.
fn is_own_event(scene: &Scene<'_>, fact: FactId) -> bool {
    let predicate = &scene.fact(fact).predicate;
    let makes = |cue: &String| lexicon::makes_a_work(cue);
    predicate.builtin.is_empty() && !predicate.cues.is_empty() && !predicate.cues.iter().any(makes)
}

/// Whether a fact asks for a part of somebody's years: "(1878–1897)" beside the name may well be all of them.
fn is_spell(scene: &Scene<'_>, fact: FactId) -> bool {
    const SPELLS: &[&str] = &[
        "career",
        "reign",
        "tenure",
        "stint",
        "spell",
        "service",
        "membership",
        "exile",
        "marriage",
        "apprenticeship",
        "captivity",
    ];
    let cues = &scene.fact(fact).predicate.cues;
    let spell = |cue: &String| cue.rsplit(' ').next().is_some_and(|noun| SPELLS.contains(&noun));
    !cues.is_empty() && cues.iter().all(spell)
}

/// "the 1949 film X": of the facts of what came out, the one that its noun tells of has its year; the others' may be the same.
fn attribute_work(
    scene: &Scene<'_>,
    value: &Located,
    mention: usize,
    noun: usize,
    drafts: &mut Vec<Draft>,
) {
    let from = drafts.len();
    attribute(scene, value, &[mention], "value before title", drafts, |_| true);
    let told: Vec<bool> =
        drafts[from..].iter().map(|draft| brings_about(scene, noun, draft.fact)).collect();
    let n_told = told.iter().filter(|&&told| told).count();
    for (draft, told) in drafts[from..].iter_mut().zip(told) {
        draft.doubt = match (told, n_told) {
            (true, 1) => None,
            (true, _) => Some(Doubt::Either),
            (false, _) => Some(Doubt::Loose),
        };
    }
}

/// "Songs from X (2011)", "An introduction to X (1998)": the line is the title of another work.
fn is_drawn_from(scene: &Scene<'_>, mention: usize) -> bool {
    let at = scene.settings[mention].preposition;
    let drawn = |at: usize| {
        matches!(scene.lower(at), "from" | "to" | "on" | "after" | "about")
            && scene.tag(at.wrapping_sub(1)).is_some_and(Tag::is_nominal)
            && !scene.is_value(at - 1)
    };
    scene.sentence.verbs.is_empty() && at.is_some_and(drawn)
}

/// The facts a value may be about when nothing but the name stands with it.
pub(super) fn attributable(scene: &Scene<'_>, subject: SubjectId, value: &Value) -> Vec<FactId> {
    scene
        .facts_of(subject)
        .iter()
        .copied()
        .filter(|&id| {
            let fact = scene.fact(id);
            let origin = fact.predicate.builtin.iter().any(|name| ORIGINS.contains(name));
            let own = fact.predicate.builtin.is_empty() && !fact.predicate.cues.is_empty();
            // "the 1987 X" of a series says which, and not when anything of it was.
            let series = || {
                let row = |&id: &FactId| matches!(scene.fact(id).expected, Expected::Editions(_));
                scene.facts_of(subject).iter().any(row)
            };
            wants(&fact.expected, value)
                && match fact.expected {
                    Expected::Date(_) => (origin || own || scene.is_bare(id)) && !series(),
                    Expected::Period(_) => true,
                    Expected::Duration(_) => only_duration(scene, subject) || scene.is_bare(id),
                    _ => scene.is_bare(id),
                }
        })
        .collect()
}

/// The subject has one duration to check: "ten-year X" can only mean that.
fn only_duration(scene: &Scene<'_>, subject: SubjectId) -> bool {
    let durations = |id: &&FactId| matches!(scene.fact(**id).expected, Expected::Duration(_));
    scene.facts_of(subject).iter().filter(durations).count() == 1
}

/// The clause a bracket stands in.
pub(super) fn outer(scene: &Scene<'_>, clause: usize) -> usize {
    match scene.sentence.clauses[clause] {
        ref node if node.kind == ClauseKind::Bracket => node.parent.unwrap_or(clause),
        _ => clause,
    }
}

/// "1980  Brave New Harbour" under "Film adaptations": what was made of a thing that is called otherwise.
fn is_under_other_kind(scene: &Scene<'_>, mention: usize) -> bool {
    let subject = &scene.book.subjects[scene.mentions[mention].subject.0 as usize];
    let own = |art: &str| {
        let mut kinds = subject.kind.iter().filter_map(|kind| kind.rsplit(' ').next());
        kinds.any(|kind| art_of(kind) == Some(art))
    };
    let mut words = scene.context.above.iter().flat_map(|head| &head.words);
    words.any(|word| art_of(word).is_some_and(|art| !own(art)))
}

/// What a heading lists besides books: films and what is filmed, plays, broadcasts, and what else is made of a work.
fn art_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "film" | "films" | "movie" | "movies" | "screenplay" | "screenplays" | "filmography" => {
            "film"
        }
        "drama" | "dramas" | "play" | "plays" | "stage" | "theatre" | "musical" | "musicals" => {
            "stage"
        }
        "television" | "tv" | "radio" | "broadcasts" => "broadcast",
        "adaptation" | "adaptations" | "translations" | "reprints" | "audiobooks" | "remakes" => {
            "derived"
        }
        _ => return None,
    })
}
