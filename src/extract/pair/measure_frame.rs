//! Whose a quantity is by the frame of its sentence: "Through X the agency has helped 14,200 households",
//! "X: adult admission £9.50", "They put up X at a cost of £14,500".
//!
//! It must not know whether the quantity is right.

use super::super::event::{Event, is_passive};
use super::super::index::{CueHit, CueId};
use super::super::parse::{ClauseKind, Tag, Verb};
use super::super::scene::{Located, Scene};
use super::left_out::hedged;
use super::measure::Evidence;
use super::measure_restated::restated_end;
use crate::lexicon;
use crate::rules::FactId;
use crate::value::Value;

/// "fisheries account for 6 percent of X's GDP": the share is of what X has.
pub(super) fn is_share_of(
    scene: &Scene<'_>,
    evidence: &Evidence<'_>,
    value: &Located,
    mention: usize,
) -> bool {
    let start = scene.mentions[mention].words.start;
    matches!(value.reading.value, Value::Percent(_))
        && evidence.event.is_some_and(|event| event.words.end <= value.words.start)
        && scene.lower(value.words.end) == "of"
        && start == value.words.end + 1 + usize::from(scene.lower(value.words.end + 1) == "the")
}

/// "the efficacy of X, which is 93 percent", "the strike at X, which lasted 10 weeks": the relative clause is
/// said of the cue's noun.
pub(super) fn in_relative(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let clause = &scene.sentence.clauses[scene.sentence.clause_of(located.words.start)];
    let comma = clause.start.wrapping_sub(1);
    let verb = clause.verb.map(|verb| &scene.sentence.verbs[verb]);
    let states = verb.is_some_and(|verb| {
        let head = scene.lower(verb.head);
        let measures = crate::lexicon::is_be_form(head)
            || matches!(
                head,
                "lasted"
                    | "lasts"
                    | "stands"
                    | "stood"
                    | "totals"
                    | "totalled"
                    | "amounts"
                    | "reached"
                    | "measures"
            );
        measures
            && verb.range.start == clause.start + 1
            && located.words.start - verb.range.end.min(located.words.start) <= 2
    });
    let setting = &scene.settings[mention];
    let of_cue = setting.preposition.is_some_and(|at| {
        matches!(scene.lower(at), "of" | "at" | "for" | "in")
            && scene.events.iter().any(|event| {
                event.is_nominal() && event.words.end == at && event.signals(scene.cues(fact))
            })
    });
    clause.kind == ClauseKind::Relative
        && scene.lower(clause.start) == "which"
        && scene.lower(comma) == ","
        && setting.end == comma
        && states
        && of_cue
}

/// "Through X the agency has helped 14,200 households": what it is done through.
pub(super) fn fronted_through(scene: &Scene<'_>, evidence: &Evidence<'_>, mention: usize) -> bool {
    let start = scene.sentence.range.start;
    let the = usize::from(scene.lower(start + 1) == "the");
    let verb = |event: &Event| event.verb.is_some() || event.words.start > start + 3;
    matches!(scene.lower(start), "through" | "under" | "via")
        && scene.mentions[mention].words.start == start + 1 + the
        && evidence.event.is_none_or(verb)
}

/// "X: adult admission £9.50": a line without a verb that its name heads.
pub(super) fn heads_line(scene: &Scene<'_>, mention: usize) -> bool {
    let words = &scene.mentions[mention].words;
    let start = scene.sentence.range.start;
    words.start <= start + usize::from(scene.lower(start) == "the")
        && scene.lower(words.end) == ":"
        && scene.sentence.verbs.is_empty()
}

/// "They put up X at a cost of £14,500": the cost of what was done it to.
pub(super) fn at_a_cost(scene: &Scene<'_>, evidence: &Evidence<'_>, mention: usize) -> bool {
    let Some(event) = evidence.noun() else { return false };
    let article = event.words.start.wrapping_sub(1);
    let setting = &scene.settings[mention];
    let end = scene.mentions[mention].words.end;
    let particle = |at: usize| {
        matches!(scene.lower(at), "up" | "down" | "out" | "in")
            && scene.tag(at.wrapping_sub(1)) == Some(Tag::Verb)
    };
    // "the sale of X at an estimated cost of"
    let of_sale = |at: usize| {
        scene.lower(at) == "of"
            && matches!(
                scene.lower(at.wrapping_sub(1)),
                "sale" | "purchase" | "acquisition" | "construction" | "building" | "restoration"
            )
    };
    let article = article - usize::from(matches!(scene.lower(article), "estimated" | "total"));
    matches!(scene.lower(article), "a" | "the" | "an")
        && scene.lower(article.wrapping_sub(1)) == "at"
        && end <= article
        && article - end <= 6
        && setting.modifies.is_none()
        && setting.preposition.is_none_or(|at| particle(at) || of_sale(at))
        && scene.sentence.clause_of(end - 1) == event.clause
}

/// "had allocated $182 million to X", where "allocated" is the author's own cue, "gave X 48 seats": who is given it.
pub(super) fn given_to(
    scene: &Scene<'_>,
    fact: FactId,
    evidence: &Evidence<'_>,
    located: &Located,
    mention: usize,
) -> bool {
    const BOUND: usize = 2;
    if is_given(scene, located, mention) {
        return true;
    }
    let Some(event) = evidence.event.filter(|event| event.verb.is_some()) else { return false };
    let cues = scene.cues(fact);
    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_)) && cues.contains(&hit.id);
    let end = located.words.end;
    let start = scene.mentions[mention].words.start;
    let setting = &scene.settings[mention];
    event.cues.iter().any(own)
        && !is_passive(scene.sentence, event)
        && (event.words.end..=event.words.end + BOUND).contains(&hedged(scene, located.words.start))
        && matches!(scene.lower(end), "to" | "for" | "towards" | "into")
        && (start == end + 1 || start == end + 2 && scene.lower(end + 1) == "the")
        && setting.modifies.is_none()
        // "to X projects"
        && !matches!(
            scene.tag(scene.mentions[mention].words.end),
            Some(Tag::Noun | Tag::Verb)
        )
}

/// "The vote gave X 48 seats", "left X 48 seats": who has what then.
fn is_given(scene: &Scene<'_>, located: &Located, mention: usize) -> bool {
    const GIVING: &[&str] = &["give", "award", "hand", "leave", "grant", "allot", "assign"];
    let words = &scene.mentions[mention].words;
    let the = usize::from(scene.lower(words.start.wrapping_sub(1)) == "the");
    let verb = words.start.checked_sub(1 + the).filter(|&at| at >= scene.sentence.range.start);
    // "gave Japan a 16 billion surplus": one of a kind.
    let some = matches!(scene.lower(words.end), "a" | "an" | "the");
    words.end == hedged(scene, located.words.start)
        && !some
        && scene.settings[mention].modifies.is_none()
        && verb.is_some_and(|at| lexicon::is_form_of_any(scene.lower(at), GIVING))
}

/// "X, worth £30,000,", "X, population 4,000,": the name right before the comma, the cue right after it.
pub(super) fn apposed_cue(
    scene: &Scene<'_>,
    fact: FactId,
    evidence: &Evidence<'_>,
    located: &Located,
    mention: usize,
) -> bool {
    let Some(event) = evidence.noun() else { return false };
    let comma = scene.settings[mention].end;
    let cues = scene.cues(fact);
    let named = event.cues.iter().any(|hit| cues.contains(&hit.id) && !hit.form.is_verbal());
    let start = hedged(scene, located.words.start);
    let leads = event.words.start == comma + 1 && start == event.words.end;
    // "X, 614 m in height,"
    let end = restated_end(scene, located);
    let of = scene.settings[mention].preposition.is_some_and(|at| scene.lower(at) != "than");
    let follows = start == comma + 1
        && !of
        && event.words.start == end
        && matches!(scene.lower(event.words.end), "," | ")" | ".");
    named && matches!(scene.lower(comma), "," | "(") && (leads || follows)
}

/// "X, with a population of 1.2 million": the name right before the comma.
pub(super) fn with_aside(scene: &Scene<'_>, evidence: &Evidence<'_>, mention: usize) -> bool {
    let Some(event) = evidence.noun() else { return false };
    let comma = scene.mentions[mention].words.end;
    if scene.lower(comma) != "," || event.words.start <= comma {
        return false;
    }
    // "X, a listed hall with a capacity of 1,840"
    let article = matches!(scene.lower(comma + 1), "a" | "an" | "the");
    let nouns = (comma + 2..event.words.start)
        .find(|&at| !matches!(scene.tag(at), Some(Tag::Noun | Tag::Verb)));
    let with = nouns.filter(|_| article).unwrap_or(comma + 1);
    scene.lower(with) == "with" && event.words.start <= with + 3
}

/// "At 211 m, X has the tallest towers": the height is of the towers.
pub(super) fn fronted_of_other(scene: &Scene<'_>, value: &Located) -> bool {
    const REACH: usize = 4;
    let start = scene.sentence.range.start;
    let equates = scene.sentence.clauses[0].verb.is_some_and(|verb| {
        let head = scene.lower(scene.sentence.verbs[verb].head);
        let head = head.strip_suffix("n't").unwrap_or(head);
        const EQUATING: &[&str] = &[
            "stand", "become", "remain", "stay", "rank", "make", "dwarf", "exceed", "outstrip",
            "surpass", "tower", "beat", "overtake", "top", "rival", "match",
        ];
        lexicon::is_be_form(head) || lexicon::is_form_of_any(head, EQUATING)
    });
    // "At 211 m in length, X has"
    let end = value.words.end;
    let dimension = scene.lower(end) == "in" && lexicon::is_extent(scene.lower(end + 1));
    scene.lower(start) == "at" && value.words.start < start + REACH && !equates && !dimension
}

/// "With 27 members, the EU ...", "At 828 m, X is ...".
pub(super) fn fronted_with(
    scene: &Scene<'_>,
    clause: usize,
    value: &Located,
    mention: usize,
) -> bool {
    let start = scene.sentence.range.start;
    let fronted = matches!(
        scene.lower(start),
        "with" | "at" | "having" | "employing" | "standing" | "measuring" | "counting"
    ) && value.words.start < start + 8;
    let main = scene.subjects_of(0);
    fronted && scene.sentence.clause_of(value.words.start) == clause && main.contains(&mention)
}

/// "Sun paid $1.1 billion for X", of a fact about what X was bought for.
pub(super) fn is_paid_for(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let (end, words) = (located.words.end, &scene.mentions[mention].words);
    let predicate = &scene.fact(fact).predicate;
    let bought = predicate.builtin.contains(&"acquired")
        || predicate.cues.iter().any(|cue| {
            matches!(
                cue.as_str(),
                "acquired for"
                    | "bought for"
                    | "sold for"
                    | "purchase price"
                    | "paid"
                    | "transfer fee"
                    | "fee"
            )
        });
    let pays = |verb: &Verb| {
        lexicon::is_form_of_any(scene.lower(verb.head), &["pay", "spend"])
            && verb.range.end == hedged(scene, located.words.start)
    };
    let money = matches!(located.reading.value, Value::Money(_));
    if !(bought && money && scene.can_be_argument(mention)) {
        return false;
    }
    // "valued X at €312 million"
    let valued = scene.lower(located.words.start.wrapping_sub(1)) == "at"
        && words.end + 1 == located.words.start
        && lexicon::is_same_verb("value", scene.lower(words.start.wrapping_sub(1)));
    let for_it = scene.lower(end) == "for" && (end + 1..=end + 2).contains(&words.start);
    valued
        || scene.sentence.verbs.iter().any(pays)
            && (for_it || !is_for_other(scene, end) && is_bought(scene, mention))
}

/// "paid €3 million in fees", "paid €3 million to its lawyers": for something else than the thing bought.
fn is_for_other(scene: &Scene<'_>, end: usize) -> bool {
    match scene.lower(end) {
        "in" => !matches!(scene.lower(end + 1), "cash" | "shares" | "stock" | "all" | "total"),
        "for" | "to" | "as" | "of" | "on" | "per" | "a" | "each" => true,
        _ => false,
    }
}

/// "X was bought by Y, which paid €312 million", "Y bought X, paying €312 million".
fn is_bought(scene: &Scene<'_>, mention: usize) -> bool {
    const BUYING: &[&str] = &["buy", "acquire", "purchase", "sell"];
    let bought = |event: &&Event| {
        event.verb.is_some() && lexicon::is_form_of_any(scene.lower(event.head), BUYING)
    };
    let mut deals = scene.events.iter().filter(bought);
    let Some(deal) = deals.next() else { return false };
    let cues: Vec<CueId> = deal.cues.iter().map(|hit| hit.id).collect();
    let words = &scene.mentions[mention].words;
    let joins = |at: usize| matches!(scene.lower(at), "and" | "&" | "or");
    // "bought X and Z": for both.
    let shared = joins(words.start.wrapping_sub(1))
        || joins(words.end) && scene.tag(words.end + 1) == Some(Tag::Name);
    !shared && deals.next().is_none() && scene.arguments(deal, &cues).contains(&mention)
}

/// "The park covers an area of 3 sq km in X": of what is there.
pub(super) fn is_of_what_is_there(
    scene: &Scene<'_>,
    evidence: &Evidence<'_>,
    located: &Located,
    mention: usize,
) -> bool {
    let Some(event) = evidence.noun() else { return false };
    const COVERING: &[&str] = &["cover", "have", "occupy", "take", "reach", "fill"];
    let article = event.words.start.wrapping_sub(1);
    let verb = scene.sentence.verbs.iter().find(|verb| verb.range.end == article);
    let covers = verb.is_some_and(|verb| {
        lexicon::is_form_of_any(scene.lower(verb.head), COVERING)
            && verb.range.start > scene.sentence.range.start
    });
    let placed = scene.settings[mention].preposition.is_some_and(|at| {
        at >= located.words.end && matches!(scene.lower(at), "in" | "at" | "near" | "outside")
    });
    matches!(scene.lower(article), "a" | "an") && covers && placed
}

/// "Wrecks lie in X at a depth of 6 m": how deep something is in it.
pub(super) fn is_where_it_lies(
    scene: &Scene<'_>,
    evidence: &Evidence<'_>,
    located: &Located,
    mention: usize,
) -> bool {
    let Some(event) = evidence.noun() else { return false };
    let article = event.words.start.wrapping_sub(1);
    matches!(scene.lower(event.head), "depth" | "height" | "altitude" | "elevation")
        && matches!(scene.lower(article), "a" | "the")
        && scene.lower(article.wrapping_sub(1)) == "at"
        && located.words.start > event.words.end
        && !scene.subjects_of(event.clause).contains(&mention)
}
