//! Who holds an office: "Defence Minister X", "X, the CEO of Y,", "X became mayor in 2011", "Y's
//! founder, X", "Y was founded by X", "his French counterpart, X".

use std::ops::Range;

use super::super::claim::{Doubt, Stated};
use super::super::mention::Mention;
use super::super::parse::{Tag, Verb};
use super::super::person::name_from;
use super::super::scene::{Draft, Located, Scene};
use super::super::timeline;
use super::holder_apposed::{apposed_after, apposed_before};
use super::holder_entry::{CHOSEN, TAKING_OFFICE};
use super::holder_link::{IN_OFFICE, linked};
use super::holder_succession::successor;
use super::holder_when::{is_still, speaks_of_then, term_after, times, told_after, told_beside};
use super::office::{OfficeMention, offices};
use super::office_verb;
use super::text_person::is_another;
use crate::lexicon;
use crate::rules::{Expected, FactId, SubjectId};
use crate::text::Word;
use crate::text::fold::folded_words;
use crate::value::Value;

/// The construction of a title and a name that are said in passing.
pub(crate) const TITLED_IN_PASSING: &str = "title before name in passing";

/// Drafts claims on `holders` facts.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let offices = offices(scene);
    for office in &offices {
        if let Some(slot) = slot(scene, office) {
            push(scene, office, &slot, drafts);
        }
        if let Some(slot) = successor(scene, office) {
            push(scene, office, &slot, drafts);
        }
    }
    for (office, slot) in office_verb::offices(scene) {
        push(scene, &office, &slot, drafts);
    }
    counterpart(scene, &offices, drafts);
    super::actor::pair(scene, drafts);
}

/// A name in an office's slot.
pub(super) struct Slot {
    pub(super) name: Range<usize>,
    pub(super) construction: &'static str,
    /// Said inside a noun phrase.
    pub(super) presupposed: bool,
    /// The link is in the past and gives no time.
    pub(super) past: bool,
    /// The dates of the sentence say when; the article's own day does not count.
    pub(super) dated: bool,
}

fn slot(scene: &Scene<'_>, office: &OfficeMention) -> Option<Slot> {
    let phrase = |name, construction| Slot {
        name,
        construction,
        presupposed: true,
        past: false,
        dated: false,
    };
    let related = of_relation(scene, office);
    // "a plaque to X's architect, Y": whoever it is that holds an office now, a maker stays one.
    let made = scene.fact(office.fact).expected.text().is_some();
    let memorial = |noun| made && lexicon::is_memorial(noun);
    title_before(scene, office)
        .filter(|_| !related.is_some_and(lexicon::is_memorial))
        .map(|name| {
            let passing = is_in_passing(scene, office, &name);
            phrase(name, if passing { TITLED_IN_PASSING } else { "title before name" })
        })
        .or_else(|| {
            apposed_after(scene, office)
                .filter(|_| related.is_none_or(memorial))
                .map(|name| phrase(name, "name in apposition"))
        })
        .or_else(|| apposed_before(scene, office).map(|name| phrase(name, "title in apposition")))
        .or_else(|| linked(scene, office))
}

/// "President X's tax cuts", "appointed by President X": the name only says whose.
fn is_in_passing(scene: &Scene<'_>, office: &OfficeMention, name: &Range<usize>) -> bool {
    let the = usize::from(scene.lower(office.words.start.wrapping_sub(1)) == "the");
    let before = office.words.start.wrapping_sub(1 + the);
    scene.tag(name.end) == Some(Tag::Possessive)
        || office.words.start > scene.sentence.range.start + the
            && matches!(
                scene.lower(before),
                "by" | "for" | "under" | "to" | "of" | "since" | "like"
            )
}

/// "wife" of "the wife of the mayor of Y, Z", "named" of "named after mayor Z": what stands to the office.
fn of_relation<'s>(scene: &'s Scene<'_>, office: &OfficeMention) -> Option<&'s str> {
    let floor = scene.sentence.range.start;
    let start = office.words.start;
    let small = |at: &usize| matches!(scene.tag(*at), Some(Tag::Determiner | Tag::Possessive));
    let at = (floor..start).rev().find(|at| !small(at))?;
    let noun = scene.lower(at.checked_sub(1).filter(|&noun| noun >= floor)?);
    let binds = matches!(scene.lower(at), "of" | "to" | "for" | "after");
    (binds && (lexicon::is_relation(noun) || lexicon::is_memorial(noun))).then_some(noun)
}

/// "Defence Minister X".
fn title_before(scene: &Scene<'_>, office: &OfficeMention) -> Option<Range<usize>> {
    let end = office.words.end;
    let mut name = name_from(scene.parse, end, scene.sentence.range.end)?;
    // "Under manager X Rovers are": the body's name begins there.
    let own = |it: &&Mention| name.start < it.words.start && it.words.end == name.end;
    if scene.lower(office.words.start.wrapping_sub(1)) == "under"
        && let Some(body) = scene.mentions.iter().find(own)
    {
        name.end = body.words.start;
    }
    // "PRESIDENT ORLO TAKES OATH", "President Orlo Publicly Takes Oath": where all words are like names, only a
    // known name has an end.
    let (caps, capitals) = capitals(scene);
    let known = (name.start + 1..=name.end)
        .rev()
        .find(|&end| is_known(scene, office.fact, &(name.start..end)));
    if caps {
        name.end = known?;
    } else if capitals {
        name.end = known.unwrap_or(name.end);
    }
    let single = name.len() == 1 && !is_known(scene, office.fact, &name);
    let glued = scene.parse.words[end].span.start <= scene.parse.words[end - 1].span.end + 1;
    (!single && glued).then_some(name)
}

/// Whether a sentence is written in capitals, and whether all its longer words begin with one.
fn capitals(scene: &Scene<'_>) -> (bool, bool) {
    const SMALL: usize = 4;
    let words = || scene.parse.words[scene.sentence.range.clone()].iter();
    let caps = words().filter(|word| word.is_letters() && word.raw.len() > 1);
    let long = words().filter(|word| word.is_letters() && word.raw.len() > SMALL);
    (caps.clone().all(Word::is_all_caps), long.clone().all(Word::is_capitalised))
}

/// Whether a name is, or ends, a holder's.
pub(super) fn is_known(scene: &Scene<'_>, fact: FactId, name: &Range<usize>) -> bool {
    let Expected::Holders(rows) = &scene.fact(fact).expected else { return false };
    let stated = folded_words(&scene.parse.text[scene.span(name).range()]);
    rows.iter().flat_map(|row| &row.names).any(|known| folded_words(known).ends_with(&stated))
}

/// Whether a name is a holder's, or one's with a slip in it.
fn is_like_holder(scene: &Scene<'_>, fact: FactId, name: &Range<usize>) -> bool {
    const LIKE: f64 = 0.92;
    let Expected::Holders(rows) = &scene.fact(fact).expected else { return false };
    let stated = &scene.parse.text[scene.span(name).range()];
    is_known(scene, fact, name)
        || rows.iter().flat_map(|row| &row.names).any(|it| strsim::jaro_winkler(it, stated) > LIKE)
}

fn push(scene: &Scene<'_>, office: &OfficeMention, slot: &Slot, drafts: &mut Vec<Draft>) {
    if office.future || is_place(scene, &slot.name) || is_played(scene, office) {
        return;
    }
    let span = scene.span(&slot.name);
    let name = scene.parse.text[span.range()].to_owned();
    let stated = match &scene.fact(office.fact).expected {
        Expected::Text(text) if is_another(scene, office, text, &slot.name) => Stated::Text(name),
        Expected::Text(_) => return,
        _ => Stated::Name(name),
    };
    let clause = scene.sentence.clause_of(office.role.start);
    let mut draft = scene.draft(office.fact, span, stated, slot.construction, clause);
    if let Some(acting) = office.acting {
        let span = scene.source(scene.parse.words[acting].span);
        draft.slots.insert(0, ("acting", span, Stated::Acting));
    }
    set_time(scene, office, slot, &mut draft);
    draft.presupposed = slot.presupposed;
    // "X could become mayor": what stands between the name and the office counts.
    if !slot.presupposed && slot.name.end <= office.words.start {
        draft.cue = Some(office.role.clone());
    }
    draft.subject = Some(scene.source(scene.span(&office.words)));
    if !drafts.iter().any(|other| {
        other.fact == draft.fact
            && other.slots.last().map(|s| s.1) == draft.slots.last().map(|s| s.1)
    }) {
        drafts.push(draft);
    }
}

/// "Mayor Odd Lunde Street": what is named after a holder.
fn is_place(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    const PLACES: &[&str] = &[
        "street",
        "road",
        "avenue",
        "square",
        "lane",
        "drive",
        "park",
        "bridge",
        "hall",
        "school",
        "library",
        "hospital",
        "stadium",
        "prize",
        "award",
        "foundation",
        "airport",
        "trophy",
        "cup",
    ];
    name.len() > 1 && PLACES.contains(&scene.lower(name.end - 1))
}

/// "the mayor of Torrin in the play": nobody's office.
fn is_played(scene: &Scene<'_>, office: &OfficeMention) -> bool {
    const WORKS: &[&str] = &[
        "play", "film", "movie", "series", "novel", "show", "comedy", "drama", "musical", "opera",
        "game",
    ];
    let end = office.words.end;
    scene.lower(end) == "in"
        && matches!(scene.lower(end + 1), "the" | "a" | "this" | "his" | "her")
        && (end + 2..end + 4).any(|at| WORKS.contains(&scene.lower(at)))
}

/// When a holder is said to hold the office, and whether the sentence leaves that open.
fn set_time(scene: &Scene<'_>, office: &OfficeMention, slot: &Slot, draft: &mut Draft) {
    draft.times = times(scene, office.role.start);
    // "President X's goal of landing before the end of the 1960s": the date is the goal's.
    let owns = slot.name.start >= office.words.end
        && matches!(scene.tag(slot.name.end), Some(Tag::Possessive));
    if owns && !draft.times.is_empty() {
        draft.times.clear();
        draft.doubt = Some(Doubt::Limited);
    }
    if slot.construction == IN_OFFICE {
        draft.times = told_after(scene, office).into_iter().collect();
    }
    if slot.past && draft.times.is_empty() {
        draft.times.extend(told_after(scene, office));
    }
    if matches!(slot.construction, TAKING_OFFICE | CHOSEN) && draft.times.is_empty() {
        draft.times.extend(told_beside(scene, office));
    }
    // "acting secretary of X from January to May": months that give no year.
    let term = term_after(scene, office).filter(|_| draft.times.is_empty() && !slot.past);
    let has_term = term.is_some();
    draft.times.extend(term);
    draft.dated =
        (slot.dated || has_term || speaks_of_then(scene, office)) && !draft.times.is_empty();
    // "2018" over a chronology: its lines tell of that year.
    let above = timeline::line_date(scene).filter(|_| draft.times.is_empty());
    if let Some(reading) = &above {
        draft.times.push(reading.clone());
        draft.dated = true;
    }
    draft.still = is_still(scene, office.role.start) && !slot.past && above.is_none();
    draft.dated &= !draft.still;
    // "until the end of this month": it goes on.
    let end = office.words.end;
    let to_come = (end + 1..end + 6).any(|at| matches!(scene.lower(at), "this" | "next"));
    let until = scene.lower(end) == "until" && !to_come;
    draft.former = office.former || (slot.past || until) && draft.times.is_empty();
    if scene.lower(slot.name.end) == "," && is_succeeded(scene, slot.name.start) {
        (draft.former, draft.still) = (true, false);
    }
    // "under its then director, X", "its first director, X": judged at the time told of, or heard only
    // when it agrees.
    if office.then && !draft.times.is_empty() {
        draft.former = false;
        draft.dated = true;
    } else if office.then {
        draft.doubt = Some(Doubt::Limited);
    }
    // "Mayor X, who cut the ribbon that year": at another time than the article's.
    let quoted = &scene.parse.quoted;
    let anchored = |value: &Located| {
        quoted[value.words.start] == quoted[office.role.start]
            && matches!(&value.reading.value, Value::Date(date) if date.is_anchored())
            && value.words.start > office.words.start
    };
    // "mayor in the Jubilee year": at a time that only the text knows.
    let vague = scene.lower(end) == "in"
        && (end + 2..end + 5).any(|at| {
            matches!(scene.lower(at), "year" | "years" | "days" | "war" | "era" | "reign" | "time")
        });
    let untold = slot.construction == IN_OFFICE && is_known(scene, office.fact, &slot.name);
    // "Y, an assistant to X": one of several.
    let one_of_some = matches!(scene.lower(office.words.start.wrapping_sub(1)), "a" | "an")
        && !is_like_holder(scene, office.fact, &slot.name);
    let unsure = draft.times.is_empty() && (untold || vague || scene.values.iter().any(anchored));
    if unsure || office.by_name {
        draft.doubt = Some(Doubt::Limited);
    } else if one_of_some || office.unsure && !is_like_holder(scene, office.fact, &slot.name) {
        draft.doubt = Some(Doubt::Either);
    }
}

/// "took over from X, acting mayor since May", "succeeded X, mayor since 2011": that is over.
fn is_succeeded(scene: &Scene<'_>, name: usize) -> bool {
    let title = usize::from(lexicon::is_title(scene.lower(name.wrapping_sub(1))));
    let Some(before) = name.checked_sub(1 + title) else { return false };
    // "took over last month from X"
    const REACH: usize = 4;
    let floor = scene.sentence.range.start;
    let over = scene.lower(before) == "from"
        && (before.saturating_sub(REACH).max(floor)..before).any(|at| scene.lower(at) == "over");
    let succeeds = |verb: &Verb| {
        verb.range.end == before + 1
            && !verb.passive
            && lexicon::is_form_of_any(scene.lower(verb.head), &["succeed", "replace", "follow"])
    };
    over || scene.sentence.verbs.iter().any(succeeds)
}

/// "his US counterpart, X": the office of the same portfolio in the country named.
fn counterpart(scene: &Scene<'_>, offices: &[OfficeMention], drafts: &mut Vec<Draft>) {
    for at in scene.sentence.range.clone().filter(|&at| scene.lower(at) == "counterpart") {
        let comma = usize::from(scene.lower(at + 1) == ",");
        let Some(name) = name_from(scene.parse, at + 1 + comma, scene.sentence.range.end) else {
            continue;
        };
        let Some(fact) = counterpart_office(scene, offices, at) else { continue };
        let single = name.len() == 1 && !is_known(scene, fact, &name);
        let closed = comma == 0 || matches!(scene.lower(name.end), "," | "." | ")" | "");
        if single || !closed || comma == 0 {
            continue;
        }
        let words = at..at + 1;
        let role = words.clone();
        let mention = OfficeMention {
            fact,
            words,
            role,
            acting: None,
            former: false,
            then: false,
            future: false,
            by_name: false,
            unsure: false,
        };
        let slot = Slot {
            name,
            construction: "counterpart",
            presupposed: true,
            past: false,
            dated: false,
        };
        push(scene, &mention, &slot, drafts);
    }
}

fn counterpart_office(scene: &Scene<'_>, offices: &[OfficeMention], at: usize) -> Option<FactId> {
    let portfolio: Vec<String> = offices
        .iter()
        .filter(|office| office.words.end <= at)
        .flat_map(|office| folded_words(&scene.parse.text[scene.span(&office.role).range()]))
        .filter(|word| !matches!(word.as_str(), "minister" | "secretary" | "of" | "for" | "chief"))
        .collect();
    let country =
        scene.mentions.iter().filter(|mention| mention.words.end == at).map(|m| m.subject);
    let countries: Vec<SubjectId> = country.collect();
    scene.offices().into_iter().map(|place| &scene.index.offices[place]).find_map(|office| {
        office.of.filter(|of| countries.contains(of))?;
        let names = &scene.book.subjects[office.role?.0 as usize].names;
        let same =
            names.iter().any(|name| folded_words(name).iter().any(|word| portfolio.contains(word)));
        same.then_some(office.fact)
    })
}
