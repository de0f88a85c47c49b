//! Marks that stand apart from the statement they touch: "It is not true, as some have it, that ...",
//! "Reports that ... proved false", "The board wants X to ...".
//!
//! It must not know facts.

use super::super::parse::{Tag, Verb, VerbShape};
use super::super::scene::{Draft, Scene};
use crate::lexicon::{self, Form};
use crate::rules::Expected;

/// "It is not true, as some have it, that X has 2,500 staff": the denial stands apart from its "that".
pub(super) fn is_denied_from_afar(scene: &Scene<'_>, value: usize) -> bool {
    let start = scene.sentence.range.start;
    let that = (start..value).rev().find(|&at| scene.lower(at) == "that");
    // "Sir, It is not true": after a salutation too.
    let begins = |at: usize| at == start || scene.tag(at - 1) == Some(Tag::Mark);
    that.is_some_and(|that| {
        (start..that).any(|at| begins(at) && denies(scene, at))
            && !(that..value).any(|at| matches!(scene.lower(at), ";" | "but"))
    })
}

/// "it was not true", "it's a myth".
fn denies(scene: &Scene<'_>, start: usize) -> bool {
    let opening: Vec<&str> = (start..start + 5).map(|at| scene.lower(at)).collect();
    matches!(
        opening[..],
        ["it", "is" | "was", "not", "true" | "so", ..]
            | ["it", "is" | "was", "not", "the", "case"]
            | ["it", "isn't" | "wasn't", "true" | "the", ..]
            | ["it", "is" | "was", "untrue" | "false" | "wrong" | "incorrect", ..]
            | ["it", "is" | "was", "a", "myth" | "lie" | "mistake", ..]
    )
}

/// "If the tram cost £600 million I would still build it": nothing parts the value from its "if", and no
/// statement is complete between them.
pub(super) fn is_supposed(scene: &Scene<'_>, value: usize) -> bool {
    const REACH: usize = 16;
    let floor = scene.sentence.range.start;
    let near = (floor..value).rev().take(REACH);
    let conjunction = near
        .take_while(|&at| {
            let parts = matches!(scene.lower(at), "," | ";" | ":" | "(" | "—" | "–" | "then");
            // "whether the pact that took effect in 2017"
            let relative = matches!(scene.lower(at), "that" | "which" | "who");
            !(parts || relative)
        })
        .find(|&at| {
            matches!(scene.lower(at), "if" | "unless" | "whether")
                || scene.lower(at) == "though" && scene.lower(at.wrapping_sub(1)) == "as"
        });
    let Some(conjunction) = conjunction else { return false };
    let not_conditional = matches!(scene.lower(conjunction + 1), "not" | "any" | "ever" | "to");
    let finite = scene.sentence.verbs.iter().filter(|verb| {
        verb.shape == VerbShape::Finite && verb.range.start > conjunction && verb.range.end <= value
    });
    !not_conditional && finite.count() <= 1
}

/// "Reports that the storm had killed 200 people proved false".
pub(super) fn is_disproved(scene: &Scene<'_>, value: usize) -> bool {
    let range = scene.sentence.range.clone();
    let said = (range.start..value)
        .any(|at| scene.lower(at) == "that" && scene.tag(at.wrapping_sub(1)) == Some(Tag::Noun));
    // "Those who say that X is 58 m high are wrong"
    let people = (range.start..value).any(|at| {
        matches!(
            scene.lower(at),
            "those" | "anyone" | "whoever" | "everyone" | "people" | "books" | "guides"
        ) && (at..at + 4)
            .any(|i| lexicon::reporting_verb(scene.lower(i)) || scene.lower(i) == "think")
    });
    (said || people)
        && (value..range.end).any(|at| {
            let words: Vec<&str> = (at..at + 5).map(|at| scene.lower(at)).collect();
            let rest = match words[..] {
                ["turned", "out", "to", "be", ..] => 4,
                ["turned", "out", ..] => 2,
                ["proved", "to", "be", ..] => 3,
                ["proved" | "proving" | "were" | "was" | "are" | "is", ..] => 1,
                _ => return false,
            };
            matches!(
                scene.lower(at + rest),
                "false"
                    | "wrong"
                    | "untrue"
                    | "unfounded"
                    | "mistaken"
                    | "baseless"
                    | "exaggerated"
                    | "premature"
                    | "incorrect"
            )
        })
}

/// "propose that X pay 50%", "It was moved that X be elected": what is asked for is not what is.
pub(super) fn is_mandated(scene: &Scene<'_>, value: usize) -> bool {
    const REACH: usize = 8;
    let floor = scene.sentence.range.start;
    let that = (floor..value).rev().find(|&at| scene.lower(at) == "that");
    let Some(that) = that else { return false };
    let asks = |at: usize| {
        matches!(
            scene.lower(at),
            "propose"
                | "proposes"
                | "proposed"
                | "recommend"
                | "recommends"
                | "recommended"
                | "demand"
                | "demands"
                | "demanded"
                | "insist"
                | "insists"
                | "insisted"
                | "urge"
                | "urges"
                | "urged"
                | "request"
                | "requests"
                | "requested"
                | "require"
                | "requires"
                | "required"
                | "suggest"
                | "suggests"
                | "suggested"
                | "moved"
                | "ask"
                | "asks"
                | "asked"
                | "resolved"
                | "motion"
                | "proposal"
                | "demanding"
                | "proposing"
                | "recommendation"
                | "essential"
                | "vital"
        )
    };
    let asked = || (that.saturating_sub(REACH).max(floor)..that).any(asks);
    let verb =
        scene.sentence.verbs.iter().find(|verb| verb.range.start > that && verb.range.end <= value);
    // "that the fund cover 50%": what looks like a noun is the verb.
    let Some(verb) = verb else { return asked() };
    // "asked that 1995 be corrected to 1996"
    if matches!(scene.lower(verb.head), "corrected" | "amended" | "changed") {
        return false;
    }
    let forms = lexicon::verb_forms(scene.lower(verb.head));
    let bare = verb.range.len() == 1 && forms.contains(Form::Base) && !forms.contains(Form::Past);
    (bare || scene.lower(verb.range.start) == "be") && asked()
}

/// "For 2023 the group sees its revenue sliding to €4.3 billion", "sees revenue of €4.3 billion next year".
pub(super) fn is_foreseen(scene: &Scene<'_>, draft: &Draft, verb: &Verb, value: usize) -> bool {
    const NEAR: usize = 4;
    let end = verb.range.end;
    let sees = matches!(
        scene.lower(verb.head),
        "sees"
            | "see"
            | "foresees"
            | "foresee"
            | "expects"
            | "forecasts"
            | "projects"
            | "predicts"
            | "eyes"
    );
    let of_cue = (end..end + NEAR).any(|at| scene.is_cue(draft.fact, at));
    sees && verb.range.len() == 1 && end <= value && of_cue
}

/// "A wind farm of 40 turbines is planned", "an array of 40 turbines is to be built": what is counted is what
/// is yet to be.
pub(super) fn is_to_come(scene: &Scene<'_>, verb: &Verb, value: usize) -> bool {
    let planned = matches!(
        scene.lower(verb.head),
        "planned" | "proposed" | "envisaged" | "mooted" | "foreseen" | "considered" | "projected"
    );
    let end = verb.range.end;
    let to_be = matches!(scene.lower(verb.range.start), "is" | "are")
        && (verb.range.start..end + 1)
            .any(|at| scene.lower(at) == "to" && scene.lower(at + 1) == "be");
    verb.range.start > value && (planned && verb.passive || to_be)
}

/// "had asked the treasury for a loan of €240 million", "sought a loan of €240 million": what one asks for.
fn is_asked_for(scene: &Scene<'_>, value: usize) -> bool {
    const REACH: usize = 12;
    let verb = scene.sentence.verbs.iter().rfind(|verb| verb.range.end <= value);
    verb.is_some_and(|verb| {
        let end = verb.range.end;
        let near = value - end <= REACH && (end..value).all(|at| scene.lower(at) != ",");
        let asks = matches!(scene.lower(verb.head), "asked" | "asks" | "ask" | "asking")
            && (end..value).any(|at| scene.lower(at) == "for");
        let applies =
            matches!(scene.lower(verb.head), "applied" | "applies" | "apply" | "lobbied" | "bid")
                && scene.lower(end) == "for";
        let seeks = matches!(
            scene.lower(verb.head),
            "sought"
                | "seeks"
                | "seek"
                | "seeking"
                | "requested"
                | "requests"
                | "demanded"
                | "demands"
                | "wanted"
                | "want"
                | "favoured"
                | "favored"
                | "favours"
                | "preferred"
                | "advocated"
                | "backed"
        );
        near && (asks || applies || seeks)
    })
}

/// A participle after a name after "hoped to see".
fn is_wished_done(scene: &Scene<'_>, verb: &Verb) -> bool {
    const REACH: usize = 8;
    let floor = scene.sentence.range.start;
    if !(verb.shape == VerbShape::Participle || verb.ambiguous) {
        return false;
    }
    let named = |at: &usize| {
        matches!(
            scene.tag(*at),
            Some(Tag::Noun | Tag::Name | Tag::Determiner | Tag::Pronoun | Tag::Possessive)
        ) || scene.lower(*at) == "of"
    };
    let first = (floor..verb.range.start).rev().take(REACH).take_while(named).last();
    let Some(see) = first.and_then(|first| first.checked_sub(1)).filter(|&at| at >= floor) else {
        return false;
    };
    let wishes = |at: usize| {
        lexicon::looks_ahead(scene.lower(at))
            || matches!(
                scene.lower(at),
                "hoped"
                    | "hopes"
                    | "hope"
                    | "hoping"
                    | "wanted"
                    | "wants"
                    | "want"
                    | "expected"
                    | "wished"
                    | "liked"
                    | "like"
                    | "longed"
                    | "loved"
                    | "preferred"
            )
    };
    let seeing = matches!(scene.lower(see), "see" | "have" | "get" | "watch" | "find");
    let to = scene.lower(see.wrapping_sub(1)) == "to" && wishes(see.wrapping_sub(2));
    // "would like the target raised"
    let like = matches!(scene.lower(see), "like" | "prefer" | "love")
        && (see.saturating_sub(3)..see).any(|at| matches!(scene.lower(at), "would" | "'d" | "’d"));
    let wanted = matches!(
        scene.lower(see),
        "wanted" | "liked" | "preferred" | "wished" | "wants" | "want" | "wanting"
    );
    seeing && to || like || wanted
}

/// "The board wants X to reach a share of 20%".
pub(super) fn is_wished(scene: &Scene<'_>, value: usize) -> bool {
    let floor = scene.sentence.range.start;
    let verb = scene.sentence.verbs.iter().rfind(|verb| verb.range.end <= value);
    if is_asked_for(scene, value) {
        return true;
    }
    // "had hoped to see X launched in 2019", "would have liked X launched"
    if verb.is_some_and(|verb| is_wished_done(scene, verb)) {
        return true;
    }
    let Some(verb) = verb.filter(|verb| verb.shape == VerbShape::Infinitive) else { return false };
    let Some(to) = verb.range.start.checked_sub(1).filter(|&to| to > floor) else { return false };
    let named = |at: &usize| {
        matches!(
            scene.tag(*at),
            Some(Tag::Noun | Tag::Name | Tag::Determiner | Tag::Possessive | Tag::Pronoun)
        ) && !lexicon::looks_ahead(scene.lower(*at))
    };
    let first = (floor..to).rev().take_while(named).last();
    first.is_some_and(|first| {
        let governor = scene.lower(first.wrapping_sub(1));
        lexicon::looks_ahead(governor)
            || matches!(
                governor,
                "wanted"
                    | "expected"
                    | "hoped"
                    | "urged"
                    | "urges"
                    | "asked"
                    | "asks"
                    | "told"
                    | "pressed"
                    | "ordered"
                    | "orders"
                    | "requires"
                    | "required"
                    | "invited"
                    | "for"
                    | "promised"
                    | "promises"
                    | "pledged"
                    | "pledges"
                    | "vowed"
                    | "assured"
            )
    })
}

/// A question mark follows; a whole statement before a question is none: "X opened in 2012; was it worth
/// it?", "X is 124 m high, and who would miss it?", but "Which is right: X opened in 2009; or in 2012?".
pub(super) fn is_asked(scene: &Scene<'_>, value: usize) -> bool {
    let range = scene.sentence.range.clone();
    let Some(mark) = (value..range.end).find(|&at| scene.lower(at) == "?") else { return false };
    let asks = |at: usize| {
        let lower = scene.lower(at);
        matches!(
            lower,
            "what" | "which" | "who" | "whose" | "when" | "where" | "why" | "how" | "whether"
        ) || scene.tag(at) == Some(Tag::Auxiliary)
    };
    let part = |at: &usize| scene.lower(*at) == ";";
    let open = (range.start..value).rev().find(part).map_or(range.start, |at| at + 1);
    let parted = (value..mark).find(part).is_some_and(|at| asks(at + 1));
    // "so why is it", "and who would"
    let turned = (value..mark).any(|at| {
        let joined = usize::from(matches!(scene.lower(at + 1), "and" | "but" | "so" | "then"));
        let word = at + 1 + joined;
        scene.lower(at) == ","
            && asks(word)
            && scene.tag(word) != Some(Tag::Auxiliary)
            && scene.tag(word + 1) == Some(Tag::Auxiliary)
    });
    asks(open) || !(parted || turned)
}

/// "Why did the opening of X in 1914 draw no crowds?": what is asked is something else about it.
pub(super) fn is_taken_for_granted(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let Some(cue) = &draft.cue else { return false };
    let noun = scene.events.iter().any(|event| event.is_nominal() && event.words == *cue);
    let verbs = &scene.sentence.verbs;
    let between = verbs.iter().any(|verb| (cue.start..value).contains(&verb.range.start));
    let question = matches!(scene.lower(scene.sentence.range.start), "why" | "how" | "what");
    let inverted = lexicon::is_do_form(scene.lower(scene.sentence.range.start + 1));
    question
        && inverted
        && noun
        && cue.end <= value
        && !between
        && (value..scene.sentence.range.end).any(|at| {
            let forms = lexicon::verb_forms(scene.lower(at));
            !scene.is_value(at) && forms.contains(lexicon::Form::Base)
        })
}

/// "was nearly cancelled", "almost signed".
pub(super) fn nearly_happened(scene: &Scene<'_>, cue: &std::ops::Range<usize>) -> bool {
    let almost = |at: usize| matches!(scene.lower(at), "nearly" | "almost" | "narrowly");
    almost(cue.start.wrapping_sub(1)) || cue.clone().any(|at| almost(at) && !scene.is_value(at + 1))
}

/// "The fourth X was almost held in A".
pub(super) fn is_nearly_held(scene: &Scene<'_>, draft: &Draft, verb: Option<&Verb>) -> bool {
    let row = matches!(scene.fact(draft.fact).expected, Expected::Editions(_));
    row && verb.is_some_and(|verb| nearly_happened(scene, &(verb.head..verb.head + 1)))
}

/// "True or false? X was founded in 1066."
pub(super) fn is_quizzed(scene: &Scene<'_>) -> bool {
    let start = scene.sentence.range.start;
    let before = scene.parse.lower(start.saturating_sub(4)..start);
    matches!(
        before[..],
        ["true", "or" | "/", "false", "?"] | [.., "fact", "or", "myth" | "fiction", "?"]
    )
}
