//! Whether a role that stands alone, or with another's name, can be an office of the facts at all.
//!
//! It must not know who holds what.

use std::ops::Range;

use super::super::antecedent::is_called;
use super::super::definite::is_generic;
use super::super::index::Office;
use super::super::mention::MentionKind;
use super::super::parse::Tag;
use super::super::person::{name_from, name_to};
use super::super::scene::Scene;
use super::super::token::{is_date_word, is_strange_name};
use super::holder::is_known;
use super::holder_link::is_made;
use super::office::OfficeMention;
use super::office_words::is_modifier;
use crate::lexicon;
use crate::rules::SubjectId;

/// "Aldby Rovers manager", "class mayor": the role is another body's.
pub(super) fn is_of_namesake(scene: &Scene<'_>, of: Option<SubjectId>, at: usize) -> bool {
    let end = if scene.tag(at.wrapping_sub(1)) == Some(Tag::Possessive) { at - 1 } else { at };
    let mut named = scene.mentions.iter().zip(&scene.settings);
    named.any(|(it, setting)| {
        // "the Acting US Secretary"
        let modified = is_modifier(scene.lower(it.words.start.wrapping_sub(1)));
        Some(it.subject) == of && it.words.end == end && setting.preceded && !modified
    })
}

/// "Skelby Rovers have sacked their manager", "Rovers travel to Calder under Ann Pell, their coach": the body
/// is what the sentence is about, and no other name stands joined to "their".
pub(super) fn is_theirs(scene: &Scene<'_>, of: Option<SubjectId>, their: usize) -> bool {
    let start = scene.sentence.range.start;
    let joined = matches!(scene.lower(their.wrapping_sub(1)), "and" | "or" | "with" | "by" | "for");
    // "... of the Halsvik Philharmonic. Their conductor, Ana Lund, will sit among them."
    let goes_on = their == start
        && scene.is_focus_alone
        && scene.focus.is_some_and(|focus| {
            Some(scene.index.twin(focus)) == of.map(|of| scene.index.twin(of))
        });
    let named = scene.mentions.iter().zip(&scene.settings).any(|(it, setting)| {
        Some(it.subject) == of
            && it.words.start <= start + 1
            && !setting.longer
            && setting.modifies.is_none_or(|at| !lexicon::verb_forms(scene.lower(at)).is_empty())
            && setting.preposition.is_none()
    });
    (named || goes_on) && !joined
}

/// "whose own mayor", "Torvik's mayor": somebody else's.
pub(super) fn is_possessed(scene: &Scene<'_>, this: &OfficeMention) -> bool {
    let before = this.words.start.wrapping_sub(1);
    scene.tag(before) == Some(Tag::Possessive)
        || is_possessed_past_compound(scene, this.words.start)
        || matches!(scene.lower(before), "whose" | "their" | "own" | "another" | "every" | "each")
}

/// "Norland's right-wing mayor": an adjective of two parts stands between.
fn is_possessed_past_compound(scene: &Scene<'_>, end: usize) -> bool {
    const LONGEST: usize = 6;
    let plain = |at: &usize| {
        let word = scene.parse.words.get(*at);
        word.is_some_and(|word| !word.is_capitalised() && (word.is_letters() || word.raw == "-"))
            && matches!(scene.tag(*at), Some(Tag::Noun | Tag::Adverb | Tag::Mark | Tag::Verb))
    };
    let floor = scene.sentence.range.start;
    let words = (floor..end).rev().take(LONGEST).take_while(plain);
    let (hyphens, first) =
        words.fold((0, end), |(n, _), at| (n + usize::from(scene.lower(at) == "-"), at));
    hyphens > 0 && first > floor && scene.tag(first - 1) == Some(Tag::Possessive)
}

/// "Norland's president X and foreign minister Y", "Acme president X, vice-president Y": an officer in a list whose first
/// stands with another country or body.
pub(super) fn is_listed_with(scene: &Scene<'_>, of: Option<SubjectId>, start: usize) -> bool {
    let floor = scene.sentence.range.start;
    let Some(joint) = start.checked_sub(1).filter(|&at| matches!(scene.lower(at), "and" | ","))
    else {
        return false;
    };
    let comma =
        usize::from(scene.lower(joint) == "and" && scene.lower(joint.wrapping_sub(1)) == ",");
    let Some(name) = name_to(scene.parse, joint - comma, floor) else { return false };
    let titled = |at: &usize| {
        let lower = scene.lower(*at);
        lexicon::is_title(lower)
            || lexicon::is_person_noun(lower)
            || matches!(lower, "-" | "vice" | "deputy")
    };
    // The title of the first may have been taken for a part of the name.
    let title = (floor..name.end).rev().take(5).find(titled);
    let Some(title) = title.filter(|&at| at > floor) else { return false };
    let first = (floor..title).rev().take_while(titled).last().unwrap_or(title);
    let Some(body) = first.checked_sub(1).filter(|&at| at >= floor) else { return false };
    if matches!(scene.lower(body), "and" | ",") {
        return is_listed_with(scene, of, first);
    }
    let own = scene.mentions.iter().any(|it| Some(it.subject) == of && it.words.contains(&body));
    let named = scene.tag(body) == Some(Tag::Name) || scene.tag(body) == Some(Tag::Possessive);
    !own && (named || lexicon::is_country_or_demonym(&[scene.lower(body)]))
}

/// "defence minister in the interim administration": a body without a name stands behind the role.
fn is_of_body_behind(scene: &Scene<'_>, end: usize) -> bool {
    const REACH: usize = 4;
    let noun = (end + 2..end + 2 + REACH).take_while(|&at| scene.tag(at) == Some(Tag::Noun)).last();
    matches!(scene.lower(end), "in" | "of")
        && scene.lower(end + 1) == "the"
        && noun.is_some_and(|at| {
            matches!(
                scene.lower(at),
                "administration"
                    | "cabinet"
                    | "authority"
                    | "regime"
                    | "junta"
                    | "territory"
                    | "state"
                    | "province"
                    | "region"
                    | "council"
                    | "coalition"
            )
        })
}

/// Whether a role that stands alone may be another country's, since its paragraph speaks of one, or the article of
/// others and never of its own.
pub(super) fn is_among_countries(
    scene: &Scene<'_>,
    of: Option<SubjectId>,
    this: &OfficeMention,
) -> bool {
    const REACH: usize = 60;
    let Some(of) = of else { return false };
    let start = this.words.start.saturating_sub(REACH);
    let end = scene.sentence.range.end;
    let own = countries_of(scene, of);
    let is_other = |at: usize| {
        let words = scene.parse.lower(at..end.min(at + 3));
        scene.parse.words[at].is_capitalised()
            && country(&words).is_some_and(|it| !own.contains(&it))
    };
    match own.is_empty() {
        // "Governor X" of a province that the article never names
        true => scene.countries.are_named_without(&scene.book.subjects[of.0 as usize].names),
        false => (start..end).any(is_other) || scene.countries.are_others(&own),
    }
}

/// The countries that a subject's names name.
fn countries_of(scene: &Scene<'_>, subject: SubjectId) -> Vec<&'static str> {
    let names = scene.book.subjects[subject.0 as usize].names.iter();
    let named = names.filter_map(|name| {
        let name = name.to_lowercase();
        country(&name.split(' ').collect::<Vec<_>>())
    });
    named.collect()
}

/// The country that words begin with.
fn country(words: &[&str]) -> Option<&'static str> {
    lexicon::country_at(words).map(|(country, _)| country)
}

/// "X named Ada Lund director", "X appointed Ada Lund as director", "Under director Ada Lund, X has grown": the
/// body fills the office, or grows under who does.
pub(super) fn is_filled_by(scene: &Scene<'_>, of: Option<SubjectId>, this: &OfficeMention) -> bool {
    let (floor, start) = (scene.sentence.range.start, this.words.start);
    let body = |index: &usize| Some(scene.mentions[*index].subject) == of;
    if scene.lower(floor) == "under" && start == floor + 1 {
        let name = name_from(scene.parse, this.words.end, scene.sentence.range.end);
        return name.is_some_and(|name| {
            let next = name.end + 1 + usize::from(scene.lower(name.end + 1) == "the");
            scene.lower(name.end) == ","
                && (0..scene.mentions.len())
                    .any(|it| body(&it) && scene.mentions[it].words.start == next)
        });
    }
    let end = start - usize::from(scene.lower(start.wrapping_sub(1)) == "as");
    name_to(scene.parse, end, floor).is_some_and(|name| {
        name.start > floor
            && is_made(scene, &name)
            && scene.subjects_of(scene.sentence.clause_of(name.start - 1)).iter().any(body)
    })
}

/// No other country or body stands with a bare role, and no "its" of something else.
pub(super) fn is_free(scene: &Scene<'_>, of: Option<SubjectId>, this: &OfficeMention) -> bool {
    // "Its maintainer", where "its" is another's or nobody knows whose.
    let near = this.words.start.saturating_sub(1)..this.role.start;
    let its = near.clone().find(|&at| matches!(scene.lower(at), "its" | "their"));
    let of_other = its.is_some_and(|its| {
        !scene.mentions.iter().any(|it| it.words.start == its && Some(it.subject) == of)
    });
    !of_other && is_unbound(scene, of, this)
}

/// No other country or body stands with a role.
pub(super) fn is_unbound(scene: &Scene<'_>, of: Option<SubjectId>, this: &OfficeMention) -> bool {
    let before = this.words.start.wrapping_sub(1);
    let lower = scene.lower(before);
    // "the company's chief executive" is of what the text is about, "the library's director" another's.
    let noun = scene.lower(before.wrapping_sub(1));
    let is_own = is_generic(noun) || of.is_none_or(|of| is_called(scene.book, of, noun));
    let called = scene.tag(before) == Some(Tag::Possessive)
        && scene.tag(before.wrapping_sub(1)) == Some(Tag::Noun)
        && is_own
        && scene.lower(before.wrapping_sub(2)) == "the";
    let possessed = is_possessed(scene, this) && !called;
    // A capital at the head of a sentence tells less: "Yesterday manager X".
    let opens = before == scene.sentence.range.start
        && (lexicon::is_listed(lower) || lexicon::is_title(lower) || lower.ends_with("ly"));
    let named = scene.tag(before) == Some(Tag::Name) && !opens && !is_date_word(lower);
    let country = lexicon::is_country_or_demonym(&[lower]);
    let pronoun = matches!(lower, "his" | "her" | "its" | "our" | "my");
    // "with Mayor Giles Otway of Pellow": the name is followed by what the office is of.
    let elsewhere = name_from(scene.parse, this.words.end, scene.sentence.range.end)
        .is_some_and(|name| is_of_place(scene, name.end) || is_written(scene, name.end));
    // "Her counterpart in the Corrie reserve, chief warden Leif Dahl"
    let counterpart = (scene.sentence.range.start..this.words.start)
        .any(|at| matches!(scene.lower(at), "counterpart" | "colleague" | "opposite"));
    !(possessed
        || country
        || named && !pronoun
        || counterpart
        || elsewhere
        || is_mock(lower)
        || is_of_body_behind(scene, this.words.end)
        || is_where_else(scene, this)
        || is_abroad(scene, this))
}

/// "in Ostrey and Dunholme, where X became leader": of the last of them.
fn is_where_else(scene: &Scene<'_>, this: &OfficeMention) -> bool {
    let clause = &scene.sentence.clauses[scene.sentence.clause_of(this.role.start)];
    let comma = clause.start.wrapping_sub(1);
    scene.lower(clause.start) == "where"
        && scene.lower(comma) == ","
        && comma > scene.sentence.range.start
        && is_strange_name(scene.parse, &scene.mentions, comma.wrapping_sub(1))
}

/// "In neighbouring Ostrel, where prime minister Lena Vasko meets her board": another place leads the sentence.
fn is_abroad(scene: &Scene<'_>, this: &OfficeMention) -> bool {
    let start = scene.sentence.range.start;
    let comma = (start + 1..start + 5).find(|&at| scene.lower(at) == ",");
    scene.lower(start) == "in"
        && comma.is_some_and(|comma| {
            comma < this.words.start
                && (scene.lower(comma + 1) == "where" || comma + 1 == this.words.start)
                && is_strange_name(scene.parse, &scene.mentions, comma - 1)
        })
}

/// "our class mayor", "the student president", "the group leader": of a kind that is no office of a body.
fn is_mock(modifier: &str) -> bool {
    matches!(
        modifier,
        "class"
            | "student"
            | "students"
            | "youth"
            | "school"
            | "junior"
            | "children"
            | "team"
            | "honorary"
            | "mock"
            | "shadow"
            | "carnival"
            | "lord"
            | "village"
            | "fan"
            | "fans"
            | "stage"
            | "pretend"
            | "group"
            | "party"
            | "gang"
            | "shift"
            | "squad"
            | "faction"
            | "branch"
            | "shop"
            | "store"
    )
}

/// "Foreign Minister X of Y was the name on the banner": what was written there.
fn is_written(scene: &Scene<'_>, end: usize) -> bool {
    const REACH: usize = 5;
    (end..end + REACH).any(|at| {
        lexicon::is_be_form(scene.lower(at))
            && scene.lower(at + 1) == "the"
            && scene.lower(at + 2) == "name"
    })
}

/// "of Pellow", "of the Pellow Trust": a name that no fact's body has.
fn is_of_place(scene: &Scene<'_>, of: usize) -> bool {
    let name = of + 1 + usize::from(scene.lower(of + 1) == "the");
    scene.lower(of) == "of"
        && scene.sentence.range.contains(&name)
        && is_strange_name(scene.parse, &scene.mentions, name)
}

/// "X, led by Prime Minister Z", "X under Prime Minister Z", "In X, Prime Minister Z said".
pub(super) fn is_led(scene: &Scene<'_>, of: Option<SubjectId>, this: &OfficeMention) -> bool {
    let (floor, start) = (scene.sentence.range.start, this.words.start);
    let body = |index: &usize| Some(scene.mentions[*index].subject) == of;
    let ends_at = |end: usize| {
        (0..scene.mentions.len()).any(|it| body(&it) && scene.mentions[it].words.end == end)
    };
    let before = |n: usize| scene.lower(start.wrapping_sub(n));
    match before(1) {
        "by" if matches!(before(2), "led" | "headed" | "governed" | "run" | "ruled") => {
            let past = matches!(before(3), "was" | "were" | "been");
            let clause = scene.sentence.clause_of(start - 2);
            !past
                && (scene.antecedents(start - 2).iter().any(body)
                    || scene.subjects_of(clause).iter().any(body))
        }
        "under" => ends_at(start - 1),
        "," => {
            matches!(scene.lower(floor), "in" | "at" | "for" | "across") && {
                let name = floor + 1 + usize::from(scene.lower(floor + 1) == "the");
                ends_at(start - 1) && scene.mentions.iter().any(|it| it.words.start == name)
            }
        }
        _ => false,
    }
}

/// "X's architect", "its architect", "the architect of X": the words of an office name its body.
pub(super) fn says_whose(scene: &Scene<'_>, of: Option<SubjectId>, this: &OfficeMention) -> bool {
    scene.mentions.iter().any(|mention| {
        Some(mention.subject) == of
            && mention.kind != MentionKind::Implied
            && mention.words.start >= this.words.start
            && mention.words.end <= this.words.end
    })
}

/// "Lead maintainer Ada Moss", "Ada Moss, the lead maintainer,", "our lead maintainer, Ada Moss": by the full
/// name of one who holds or held it.
pub(super) fn names_holder(scene: &Scene<'_>, this: &OfficeMention) -> bool {
    let (floor, limit) = (scene.sentence.range.start, scene.sentence.range.end);
    let comma = |at: usize| usize::from(scene.lower(at) == ",");
    let end = this.words.end;
    let after = name_from(scene.parse, end + comma(end), limit);
    let determiner =
        usize::from(matches!(scene.lower(this.words.start.wrapping_sub(1)), "the" | "our"));
    let start = this.words.start - determiner;
    let before = start.checked_sub(1).filter(|&at| at > floor && scene.lower(at) == ",");
    let before = before.and_then(|at| name_to(scene.parse, at, floor));
    // "Foreign Minister Moss", but "the governor, Moss"
    let titled = |name: &Range<usize>| name.start == end && this.role.len() > 1;
    [after, before]
        .into_iter()
        .flatten()
        .any(|name| (name.len() > 1 || titled(&name)) && is_known(scene, this.fact, &name))
}

/// "chief executive X told analysts", "said X, chief executive.": in a sentence that names no other
/// body, right after one about the office's.
pub(super) fn is_in_focus(scene: &Scene<'_>, office: &Office, this: &OfficeMention) -> bool {
    let Some(of) = office.of else { return false };
    let (floor, end) = (scene.sentence.range.start, this.words.end);
    let speaker = speaker(scene, this);
    let stranger =
        (floor..speaker.as_ref().map_or(this.words.start, |name| name.start)).any(|at| {
            scene.tag(at) == Some(Tag::Name)
                && !scene.is_value(at)
                && !super::super::token::is_date_word(scene.lower(at))
        });
    scene.focus.is_some_and(|focus| scene.index.twin(focus) == scene.index.twin(of))
        && (scene.tag(end) == Some(Tag::Name) || speaker.is_some() && scene.is_focus_alone)
        && !stranger
}

/// The name in "said X, chief executive." and "X, chief executive, said".
fn speaker(scene: &Scene<'_>, this: &OfficeMention) -> Option<Range<usize>> {
    let comma = this.words.start.checked_sub(1).filter(|&at| scene.lower(at) == ",")?;
    let name = name_to(scene.parse, comma, scene.sentence.range.start)?;
    let says = |at: usize| lexicon::reporting_verb(scene.lower(at));
    let end = this.words.end;
    let closed = matches!(scene.lower(end), "." | "," | ":" | ";" | "");
    let said = closed && says(name.start.wrapping_sub(1));
    (said || scene.lower(end) == "," && says(end + 1)).then_some(name)
}
