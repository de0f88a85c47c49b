//! Counts of some of what is counted: "the first 6 members", "5 associate members", "expelled 2 members",
//! "began with 6 members".
//!
//! It must not know whether the number is right.

use super::super::parse::{Tag, VerbShape};
use super::super::scene::{Draft, Located, Scene};
use super::super::token::is_strange_name;
use super::altered::is_altered;
use crate::lexicon::{self, Form};
use crate::value::date::Precision;
use crate::value::{Value, number};

/// Whether a number counts a part, a kind, or what there was in the beginning.
pub(super) fn is_some(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let Some(expected) = scene.expected_of(draft).number() else { return false };
    let before = |n: usize| scene.lower(value.wrapping_sub(n));
    let some = matches!(
        before(1),
        "first" | "last" | "next" | "original" | "remaining" | "same" | "these" | "those" | "other"
    ) || (1..4).any(|n| before(n) == "without");
    some || is_of_named(scene, value)
        || super::act::is_with_somebody(scene, value)
        || is_rate(scene, value)
        || is_kind(scene, expected, value)
        || is_of_those(scene, expected, value)
        || counts_a_noun(expected) && is_altered(scene, draft, value)
        || is_beginning(scene, value)
        || is_told_of(scene, draft, value)
        || is_won(scene, draft, value)
        || is_lost(scene, draft, value)
        || is_told_which(scene, value)
        || is_out_of_all(scene, value)
        || is_won_in_bracket(scene, value)
        || is_in_a_time(scene, value)
        || super::act::is_of_other_act(scene, draft, value)
        || super::act::is_not_had(scene, draft, value)
}

/// "delivered 1,500 vehicles a day": in that time.
fn is_rate(scene: &Scene<'_>, value: usize) -> bool {
    const NOUN: usize = 4;
    let Some(located) = scene.value_at(value) else { return false };
    let end = located.words.end;
    let noun = |at: &usize| scene.tag(*at) == Some(Tag::Noun);
    let per = (end..end + NOUN).find(|at| !noun(at)).unwrap_or(end);
    // "1.13 per 1,000 people"
    let of_many = scene.lower(per) == "per" && scene.is_value(per + 1)
        || scene.lower(per) == "for" && matches!(scene.lower(per + 1), "every" | "each");
    of_many
        || matches!(scene.lower(per), "a" | "an" | "per" | "each" | "every")
            && matches!(
                scene.lower(per + 1),
                "day" | "week" | "month" | "hour" | "minute" | "second" | "night" | "shift"
            )
}

/// "lost 50,000 inhabitants to the plague": those who are there no more.
fn is_lost(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    const LOSING: &[&str] =
        &["lose", "kill", "displace", "evacuate", "deport", "expel", "infect", "attract"];
    let clause = scene.sentence.clause_of(value);
    let noun = scene.value_at(value).map_or(value, |it| it.words.end);
    let people = (value..noun + 2)
        .any(|at| matches!(scene.lower(at), "people" | "inhabitants" | "residents" | "citizens"));
    people
        && scene.fact(draft.fact).predicate.builtin.contains(&"population")
        && scene.sentence.clauses[clause].verb.is_some_and(|verb| {
            let verb = &scene.sentence.verbs[verb];
            verb.range.end <= value && lexicon::is_form_of_any(scene.lower(verb.head), LOSING)
        })
}

/// "four newspapers published in Norse", "two children from his first marriage", "around a million people affected": which of
/// them are counted stands behind the noun.
fn is_told_which(scene: &Scene<'_>, value: usize) -> bool {
    const LONGEST: usize = 4;
    let Some(located) = scene.value_at(value) else { return false };
    let number = value + 1;
    let nominal = |at: &usize| matches!(scene.tag(*at), Some(Tag::Noun | Tag::Name));
    let end = (number..number + LONGEST).find(|at| !nominal(at)).unwrap_or(number);
    let end = end.max(located.words.end);
    if end == number {
        return false;
    }
    // "altered 689,000 users' feeds"
    let owns = scene.tag(end) == Some(Tag::Possessive) || matches!(scene.lower(end), "'" | "’");
    if owns && scene.tag(end + 1).is_some_and(Tag::is_nominal) {
        return true;
    }
    let marriage = scene.lower(end) == "from"
        && (end + 1..end + 5).any(|at| matches!(scene.lower(at), "marriage" | "wife" | "husband"));
    let made = matches!(
        scene.lower(end),
        "published"
            | "printed"
            | "written"
            | "affected"
            | "employed"
            | "displaced"
            | "wounded"
            | "injured"
            | "elected"
            | "appointed"
            | "devoted"
            | "dedicated"
            | "reserved"
            | "affiliated"
    ) && scene.sentence.verbs.iter().any(|verb| verb.range == (end..end + 1));
    // "three novels about Keld"
    let about = scene.lower(end) == "about" && scene.tag(end + 1).is_some_and(Tag::is_nominal);
    marriage || made || about
}

/// "received 277 of the 300 votes cast".
fn is_out_of_all(scene: &Scene<'_>, value: usize) -> bool {
    let end = scene.value_at(value).map_or(value + 1, |it| it.words.end);
    (value + 1..=end).any(|of| {
        scene.lower(of) == "of"
            && matches!(scene.lower(of + 1), "the" | "its" | "their" | "all")
            && scene.is_value(of + 2)
            && !scene.value_at(value).is_some_and(|it| it.words.contains(&(of + 2)))
    })
}

/// "won 82% (191 seats in the assembly)".
fn is_won_in_bracket(scene: &Scene<'_>, value: usize) -> bool {
    const WINNING: &[&str] = &["win", "take", "get", "secure", "gain", "hold", "lose", "receive"];
    let clause = scene.sentence.clause_of(value);
    let open = scene.bracket_of(clause);
    let outer = scene.sentence.clauses[clause].parent;
    let verb = outer.and_then(|outer| scene.sentence.clauses[outer].verb);
    scene.lower(open) == "("
        && scene.is_value(open.wrapping_sub(1))
        && verb.is_some_and(|verb| {
            lexicon::is_form_of_any(scene.lower(scene.sentence.verbs[verb].head), WINNING)
        })
}

/// "delivered 363,700 of the Octa": of one that has a name of its own.
fn is_of_named(scene: &Scene<'_>, value: usize) -> bool {
    let Some(located) = scene.value_at(value) else { return false };
    let of = located.words.end;
    let name = of + 1 + usize::from(scene.lower(of + 1) == "the");
    scene.lower(of) == "of"
        && name < scene.sentence.range.end
        && is_strange_name(scene.parse, &scene.mentions, name)
}

/// "was downloaded 1.3 million times in May": not how often in all.
fn is_in_a_time(scene: &Scene<'_>, value: usize) -> bool {
    let Some(located) = scene.value_at(value) else {
        return false;
    };
    let times =
        matches!(&located.reading.value, Value::Number(number) if number::counts_times(number));
    let clause = scene.sentence.clause_of(value);
    // "scored two goals on Saturday", "sold 4 million in 2019": what is done time and again.
    let again = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        matches!(
            scene.lower(scene.sentence.verbs[verb].head),
            "scored" | "sold" | "won" | "made" | "played" | "published" | "wrote" | "produced"
        )
    });
    // "won two titles under Lund", "won two titles since the war"
    let end = located.words.end;
    let framed = again
        && (end..end + 4).any(|at| {
            matches!(scene.lower(at), "under" | "since")
                && scene.sentence.clause_of(at) == clause
                && !(end..at).any(|it| scene.lower(it) == ",")
        });
    // "drew 40,000 visitors in July"
    let flows = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        const DRAWING: &[&str] = &[
            "draw", "attract", "welcome", "receive", "carry", "handle", "host", "record",
            "register",
        ];
        let head = scene.lower(scene.sentence.verbs[verb].head);
        let come = |at: usize| {
            matches!(scene.lower(at), "visitors" | "guests" | "passengers" | "customers" | "visits")
        };
        // "had 40,000 users in July" are there for longer
        lexicon::is_form_of_any(head, DRAWING) || head == "had" && (value..end + 2).any(come)
    });
    let of_month = |date: &Located| {
        flows
            && matches!(&date.reading.value, Value::Date(date) if date.precision() <= Precision::Month)
    };
    framed
        || scene.values.iter().filter(|date| times || again || of_month(date)).any(|date| {
            let before = scene.lower(date.words.start.wrapping_sub(1));
            let between = located.words.end..date.words.start;
            matches!(date.reading.value, Value::Date(_))
                && scene.sentence.clause_of(date.words.start) == clause
                && !between.into_iter().any(|at| scene.lower(at) == ",")
                && (matches!(before, "in" | "during" | "on")
                    || matches!(scene.lower(date.words.start), "last" | "this"))
        })
}

/// "The Greens won 31 seats in X", "a group with 31 seats in X": what another has of what is there.
fn is_won(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let Some(located) = scene.value_at(value) else {
        return false;
    };
    let counts = matches!(&located.reading.value, Value::Number(number) if number.unit.is_none());
    let end = located.words.end;
    let noun = (end..end + 3).find(|&at| scene.tag(at) != Some(Tag::Noun)).unwrap_or(end);
    let Some(mention) = scene.subject_of(draft).filter(|_| counts && noun > end) else {
        return false;
    };
    let placed = matches!(scene.lower(noun), "in" | "at" | "of")
        && (noun + 1..noun + 3).contains(&mention.words.start);
    let before = located.words.start.wrapping_sub(1);
    let takes = scene.sentence.verbs.iter().any(|verb| {
        verb.range.end == located.words.start
            && !lexicon::is_be_form(scene.lower(verb.head))
            && !scene
                .subjects_of(scene.sentence.clause_of(verb.head))
                .iter()
                .any(|&subject| scene.mentions[subject].subject == mention.subject)
    });
    let with = scene.lower(before) == "with" && before > scene.sentence.range.start;
    placed && (takes || with)
}

/// "Some 600,000 people in X have no doctor", but "4 million people in X live": those who do something
/// are some of those who are there.
fn is_told_of(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let Some(located) = scene.value_at(value) else {
        return false;
    };
    let Some(mention) = scene.subject_of(draft) else { return false };
    if does(scene, located.words.end, mention.words.start) {
        return true;
    }
    // "the 600,000 people of X" are all of them.
    let before = located.words.start.wrapping_sub(1);
    let all = matches!(scene.tag(before), Some(Tag::Determiner | Tag::Possessive))
        && scene.lower(before) != "some";
    let of = (located.words.end..located.words.end + 2).find(|&at| {
        matches!(
            scene.lower(at),
            "in" | "across" | "of" | "from" | "throughout" | "at" | "on" | "to"
        )
    });
    let placed = of.is_some_and(|of| {
        scene.tag(of - 1) == Some(Tag::Noun) && (of + 1..of + 3).contains(&mention.words.start)
    });
    let verb = scene.sentence.verbs.iter().find(|verb| verb.range.start >= mention.words.end);
    !all && placed
        && verb.is_some_and(|verb| {
            let follows =
                (mention.words.end..verb.range.start).all(|at| scene.tag(at) == Some(Tag::Adverb));
            let lives = matches!(
                scene.lower(verb.head),
                "live" | "lived" | "living" | "reside" | "resided" | "call"
            );
            follows && !lives
        })
}

/// "Some 300 students protested at X": what is counted does something there.
fn does(scene: &Scene<'_>, end: usize, mention: usize) -> bool {
    let verb =
        scene.sentence.verbs.iter().find(|verb| {
            (end..end + 2).contains(&verb.range.start) && verb.shape == VerbShape::Finite
        });
    // "There are twelve inhabited islands": no verb of its own.
    let clause = scene.sentence.clause_of(end - 1);
    let has_verb = scene
        .sentence
        .verbs
        .iter()
        .any(|verb| verb.range.end < end && scene.sentence.clause_of(verb.head) == clause);
    !has_verb
        && verb.is_some_and(|verb| {
            let head = scene.lower(verb.head);
            let there = lexicon::is_be_form(head)
                || matches!(
                    head,
                    "live"
                        | "lived"
                        | "work"
                        | "worked"
                        | "study"
                        | "studied"
                        | "attend"
                        | "attended"
                        | "serve"
                        | "belong"
                        | "fill"
                        | "filled"
                        | "make"
                        | "call"
                        | "reside"
                        | "fit"
                        | "stand"
                        | "have"
                        | "enrolled"
                        | "enroll"
                        | "enrol"
                );
            let noun = verb.range.start == end || scene.tag(end) == Some(Tag::Noun);
            noun && !there && !verb.passive && verb.range.end <= mention
        })
}

fn counts_a_noun(expected: &number::Expected) -> bool {
    expected.counted_noun().is_some() || expected.unit.is_none()
}

/// "5 associate members" of members.
fn is_kind(scene: &Scene<'_>, expected: &number::Expected, value: usize) -> bool {
    let Some(folded) = expected.counted_noun() else { return false };
    let Some(stated) = scene.values.iter().find_map(|located| match &located.reading.value {
        Value::Number(number) if located.words.contains(&value) => number.noun.as_ref(),
        _ => None,
    }) else {
        return false;
    };
    let Some((kind, _)) = stated.folded.split_once(folded) else { return false };
    // "120 broken pipes"
    let told = |word: &str| lexicon::verb_forms(word).contains(Form::Participle);
    // "all 54 AU members" are its own, "20 AU members" some of them.
    let noun = scene.parse.words_in(stated.span);
    let owner = scene
        .mentions
        .iter()
        .find(|mention| noun.contains(&mention.words.start))
        .map(|mention| &mention.words);
    if let Some(owner) = owner {
        let before = value.wrapping_sub(1);
        let there = scene.lower(before.wrapping_sub(1)) == "there";
        let all = matches!(scene.lower(before), "the" | "all" | "these") || there;
        return !all || owner.start > value + 1;
    }
    kind.split_whitespace().any(|word| lexicon::makes_a_kind(word) || told(word))
}

/// "23 members that meet the target", "19 members with reactors", "30 European members": what is said of
/// those who are counted tells which of them.
fn is_of_those(scene: &Scene<'_>, expected: &number::Expected, value: usize) -> bool {
    let Some(counted) = expected.counted_noun() else { return false };
    let Some(located) = scene.value_at(value) else {
        return false;
    };
    let number = located.words.end;
    let nominal = |at: &usize| matches!(scene.tag(*at), Some(Tag::Noun | Tag::Name));
    let end = (number..number + 4).find(|at| !nominal(at)).unwrap_or(number);
    // "a novel of 214 pages that never made the shortlist"
    let of = scene.lower(value.wrapping_sub(1)) == "of";
    let told = matches!(scene.lower(end), "that" | "who") && !of;
    let named = |at: usize| {
        let own = scene.mentions.iter().any(|mention| mention.words.contains(&at));
        // "12,500 TEU" of TEU
        let itself = scene.lower(at).eq_ignore_ascii_case(counted);
        !own && !itself
            && scene.parse.words[at].is_capitalised()
            && scene.tag(at) == Some(Tag::Name)
    };
    // "1,200 visits from scouts", but "from 40 countries"
    let sent = scene.lower(end) == "from"
        && matches!(scene.tag(end + 1), Some(Tag::Noun | Tag::Name))
        && !scene.is_value(end + 1)
        && !matches!(scene.lower(end + 1), "all" | "around" | "across" | "home" | "abroad");
    end > number && (told || sent || scene.lower(end) == "with" && !of || (number..end).any(named))
}

/// "was built with a capacity of 12,000", "began with 6 members".
fn is_beginning(scene: &Scene<'_>, value: usize) -> bool {
    const REACH: usize = 6;
    let floor = value.saturating_sub(REACH).max(scene.sentence.range.start);
    let Some(with) = (floor..value).rev().find(|&at| scene.lower(at) == "with") else {
        return false;
    };
    let verb = scene.sentence.verbs.iter().rfind(|verb| verb.range.end <= with);
    verb.is_some_and(|verb| {
        let between = (verb.range.end..with).all(|at| {
            scene.is_value(at)
                || matches!(scene.tag(at), Some(Tag::Preposition | Tag::Number | Tag::Name))
        });
        between
            && matches!(
                scene.lower(verb.head),
                "built"
                    | "founded"
                    | "began"
                    | "begun"
                    | "started"
                    | "designed"
                    | "conceived"
                    | "planned"
            )
    })
}
