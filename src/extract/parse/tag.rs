//! Word classes: closed classes from the lexicon, verbs by form and company, capitalised words as
//! names. Where a word could be noun or verb, the words beside it decide.

use std::ops::Range;

use crate::lexicon::{self, Form};
use crate::text::{Word, WordKind};

/// The class of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// The main word of a verb group.
    Verb,
    /// Be, have, do or a modal.
    Auxiliary,
    /// A common noun, an adjective, anything open that is no verb.
    Noun,
    /// A capitalised word that is not the sentence's function word.
    Name,
    /// Digits.
    Number,
    /// The, a, its ...
    Determiner,
    /// In, of, by ...
    Preposition,
    /// It, they, he ...
    Pronoun,
    /// And, or, but.
    Conjunction,
    /// Not, also, later, -ly.
    Adverb,
    /// The possessive ending.
    Possessive,
    /// Punctuation.
    Mark,
    /// Not yet classed.
    Other,
}

impl Tag {
    /// Whether the word can be part of a noun phrase.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number)
    }
}

/// Classes the words of a sentence.
pub(super) fn tag(words: &[Word<'_>], range: Range<usize>, in_name: &[bool], tags: &mut [Tag]) {
    for at in range.clone() {
        let named = in_name[at] && words[at].kind != WordKind::Possessive;
        tags[at] = if named { Tag::Name } else { first_class(words, at, &range) };
    }
    for at in range.clone().skip(1) {
        let between = tags[at - 1] == Tag::Auxiliary && tags[at] == Tag::Noun;
        let next = words.get(at + 1).filter(|_| at + 1 < range.end);
        let participle =
            next.is_some_and(|word| lexicon::verb_forms(&word.lower).contains(Form::Participle));
        if between
            && participle
            && matches!(words[at].lower.as_str(), "last" | "long" | "best" | "well" | "half")
        {
            tags[at] = Tag::Adverb;
        }
    }
    for at in range.clone() {
        let open = matches!(tags[at], Tag::Noun | Tag::Name);
        if !in_name[at] && open && verb_here(words, tags, at, &range) {
            tags[at] = Tag::Verb;
        }
    }
    // A semicolon parts two statements, each with a verb of its own.
    let mut start = range.start;
    for at in range.clone().filter(|&at| words[at].raw == ";").chain([range.end]) {
        promote(words, start..at, in_name, tags);
        start = at;
    }
}

/// "The pact runs for ten years": a sentence without a verb takes the word that could be one.
fn promote(words: &[Word<'_>], range: Range<usize>, in_name: &[bool], tags: &mut [Tag]) {
    let has_verb = range.clone().any(|at| matches!(tags[at], Tag::Verb | Tag::Auxiliary));
    if has_verb {
        return;
    }
    let third = range.clone().skip(1).find(|&at| {
        !in_name[at]
            && tags[at] == Tag::Noun
            && lexicon::verb_forms(&words[at].lower).contains(Form::Third)
            && tags[at - 1].is_nominal()
            && at + 1 < range.end
            && (matches!(
                tags[at + 1],
                Tag::Determiner | Tag::Preposition | Tag::Number | Tag::Name
            ) || tags[at + 1] == Tag::Noun && in_name[at - 1]
                || is_currency(&words[at + 1]))
    });
    // "The vaults hold 400,000 bars."
    let base = || {
        range.clone().skip(1).find(|&at| {
            let subject = &words[at - 1];
            tags[at] == Tag::Noun
                && lexicon::verb_forms(&words[at].lower).contains(Form::Base)
                && tags[at - 1].is_nominal()
                && !subject.is_capitalised()
                && subject.lower.ends_with('s')
                && at + 1 < range.end
                && matches!(tags[at + 1], Tag::Determiner | Tag::Preposition | Tag::Number)
        })
    };
    if let Some(at) = third.or_else(base) {
        tags[at] = Tag::Verb;
    }
}

fn is_currency(word: &Word<'_>) -> bool {
    matches!(word.raw, "$" | "£" | "€" | "₹" | "¥")
}

fn first_class(words: &[Word<'_>], at: usize, range: &Range<usize>) -> Tag {
    let word = &words[at];
    match word.kind {
        WordKind::Digits => return Tag::Number,
        // "it's", "that's": a verb after what owns nothing.
        WordKind::Possessive if at > range.start && contracts(&words[at - 1].lower) => {
            return Tag::Auxiliary;
        }
        WordKind::Possessive => return Tag::Possessive,
        WordKind::Mark => return Tag::Mark,
        WordKind::Letters => {}
    }
    let lower = word.lower.as_str();
    let opens = at == range.start || words[at - 1].kind == WordKind::Mark;
    if word.raw == "May" && words.get(at + 1).is_some_and(|next| next.kind == WordKind::Digits) {
        return Tag::Name;
    }
    if word.is_capitalised() && !opens && word.raw.len() != 1 && !title_case(words, range) {
        return Tag::Name;
    }
    if word.is_all_caps() && word.raw.len() > 1 && !all_caps_text(words, range) {
        return Tag::Name;
    }
    closed_class(lower).unwrap_or(if word.is_capitalised() { Tag::Name } else { Tag::Noun })
}

/// Words after which "'s" is "is" or "has".
fn contracts(lower: &str) -> bool {
    matches!(
        lower,
        "it" | "he" | "she" | "that" | "there" | "here" | "what" | "where" | "who" | "how" | "when"
    )
}

/// The class of a function word.
fn closed_class(lower: &str) -> Option<Tag> {
    let listed = lexicon::is_listed(lower);
    Some(match lower {
        "not" | "never" | "also" | "later" | "then" | "still" | "now" | "once" | "already"
        | "again" | "only" | "just" | "soon" | "first" | "formally" | "officially" | "twice"
        | "there" | "here" | "ago" | "today" | "yesterday" | "even" | "ever" | "eventually"
        | "often" | "sometimes" | "always" | "seldom" | "almost" | "perhaps" | "maybe" | "thus"
        | "hence" | "indeed" | "quite" | "too" | "meanwhile" | "nonetheless" | "nevertheless"
        | "otherwise" | "afterwards" | "thereafter" | "elsewhere" | "finally" => Tag::Adverb,
        _ if lexicon::is_auxiliary(lower) => Tag::Auxiliary,
        "who" | "whom" | "which" | "it" | "he" | "she" | "they" | "we" | "you" | "i" | "him"
        | "them" | "us" | "me" => Tag::Pronoun,
        _ if listed && lexicon::is_preposition(lower) => Tag::Preposition,
        _ if listed && lexicon::is_conjunction(lower) => Tag::Conjunction,
        _ if listed && lexicon::is_determiner(lower) => Tag::Determiner,
        _ if listed && lexicon::is_pronoun(lower) => Tag::Pronoun,
        _ if listed && (lexicon::is_subordinator(lower) || lexicon::is_relative(lower)) => {
            Tag::Preposition
        }
        _ if lower.len() > 4 && lower.ends_with("ly") && !lexicon::is_noun_first(lower) => {
            Tag::Adverb
        }
        _ => return None,
    })
}

/// A headline in title case: capitals say nothing there.
fn title_case(words: &[Word<'_>], range: &Range<usize>) -> bool {
    let letters = || words[range.clone()].iter().filter(|word| word.is_letters());
    let long = letters().filter(|word| word.raw.len() > 3).count();
    let lower = letters().filter(|word| word.raw.len() > 3 && !word.is_capitalised()).count();
    long >= 4 && lower == 0
}

fn all_caps_text(words: &[Word<'_>], range: &Range<usize>) -> bool {
    let mut letters = words[range.clone()].iter().filter(|word| word.raw.len() > 3);
    letters.all(|word| !word.is_letters() || word.is_all_caps())
}

/// "Many believe that".
fn is_belief(words: &[Word<'_>], at: usize) -> bool {
    matches!(words[at].lower.as_str(), "believe" | "think" | "say" | "claim")
        && words.get(at + 1).is_some_and(|word| word.lower == "that")
        && at > 0
        && matches!(words[at - 1].lower.as_str(), "many" | "some" | "most" | "few")
}

/// "Chinese-born", "state-owned": an adjective; "co-founded", "re-opened" are verbs.
fn is_compound(words: &[Word<'_>], at: usize) -> bool {
    let glued = at >= 2
        && words[at - 1].raw == "-"
        && words[at - 1].span.end == words[at].span.start
        && words[at - 2].span.end == words[at - 1].span.start;
    glued
        && words[at - 2].is_letters()
        && lexicon::verb_forms(&words[at].lower).contains(Form::Participle)
        && !matches!(
            words[at - 2].lower.as_str(),
            "re" | "co"
                | "pre"
                | "over"
                | "under"
                | "out"
                | "un"
                | "mis"
                | "de"
                | "dis"
                | "soft"
                | "double"
                | "fast"
                | "green"
                | "short"
        )
}

/// Whether an open-class word is the verb of a group, from its forms and its neighbours.
fn verb_here(words: &[Word<'_>], tags: &[Tag], at: usize, range: &Range<usize>) -> bool {
    let word = &words[at];
    let quote = |word: &Word<'_>| {
        word.raw.chars().all(|c| crate::text::word::is_double_quote(c) || c == '\'' || c == '‘')
    };
    let opens = at == range.start || quote(&words[at - 1]) || words[at - 1].raw == "(";
    if is_compound(words, at) {
        return false;
    }
    if tags[at] == Tag::Name && !opens && !title_case(words, range) {
        return false;
    }
    let forms = lexicon::verb_forms(&word.lower);
    if forms.is_empty() || word.is_all_caps() && word.raw.len() > 1 {
        return false;
    }
    let hyphen = |index: Option<usize>| {
        index.and_then(|i| words.get(i)).is_some_and(|w| crate::text::word::is_dash(first(w)))
    };
    let glued_before = hyphen(at.checked_sub(1)) && at > range.start && touches(words, at - 1, at);
    let glued_after = hyphen(Some(at + 1)) && touches(words, at, at + 1);
    if glued_after || glued_before && !forms.contains(Form::Participle) {
        return false;
    }
    if words.get(at + 1).is_some_and(|word| word.lower == "of")
        && lexicon::is_noun_first(&word.lower)
    {
        return false;
    }
    let before = previous(words, tags, at, range);
    let next = (at + 1 < range.end).then(|| tags[at + 1]);
    // "Critics say that": what follows a noun and takes "that" is a verb.
    let says = lexicon::reporting_verb(&word.lower)
        && (forms.contains(Form::Base) || forms.contains(Form::Third))
        && words.get(at + 1).is_some_and(|word| word.lower == "that")
        && matches!(before, Before::Nominal | Before::Other)
        && at > range.start
        && words[at - 1].lower.ends_with('s') | (words[at - 1].lower == "people")
        || matches!(before, Before::Nominal | Before::Other) && is_belief(words, at);
    if says {
        return true;
    }
    match before {
        Before::To | Before::Modal => forms.contains(Form::Base),
        Before::Be => forms.contains(Form::Participle) || forms.contains(Form::Gerund),
        Before::Have => forms.contains(Form::Participle),
        Before::Determiner => false,
        Before::Preposition => {
            forms.contains(Form::Gerund) && next.is_some_and(|tag| tag != Tag::Preposition)
        }
        Before::Nominal | Before::Start | Before::Mark | Before::Other => {
            open_verb(words, tags, at, range, forms, before)
        }
    }
}

fn open_verb(
    words: &[Word<'_>],
    tags: &[Tag],
    at: usize,
    range: &Range<usize>,
    forms: lexicon::Forms,
    before: Before,
) -> bool {
    let word = &words[at];
    let next_word = words.get(at + 1).filter(|_| at + 1 < range.end);
    let next = next_word.map(|_| tags[at + 1]);
    if forms.contains(Form::Past) || forms.contains(Form::Participle) {
        let attributive = next.is_some_and(|tag| tag == Tag::Noun)
            && matches!(before, Before::Start | Before::Mark)
            && lexicon::cues_at(&[&word.lower]).next().is_none();
        return !attributive;
    }
    if forms.contains(Form::Gerund) {
        return matches!(before, Before::Mark | Before::Nominal | Before::Start)
            && (next_word.is_some_and(|word| word.lower == "to")
                || next.is_some_and(|tag| tag != Tag::Preposition && tag != Tag::Auxiliary));
    }
    let linking = matches!(word.lower.as_str(), "remains" | "stays" | "gets")
        && next_word
            .is_some_and(|next| lexicon::verb_forms(&next.lower).contains(Form::Participle));
    if linking && matches!(before, Before::Nominal | Before::Other) {
        return true;
    }
    let finite_follows = next_word.is_some_and(|w| {
        lexicon::is_auxiliary(&w.lower) || {
            let after = lexicon::verb_forms(&w.lower);
            after.contains(Form::Past) && !after.contains(Form::Base)
        }
    });
    if finite_follows {
        return false;
    }
    if forms.contains(Form::Third) {
        return third_person(words, tags, at, range, before);
    }
    forms.contains(Form::Base) && base_form(words, tags, at, range)
}

/// "The pact runs for ten years", "X, a port, exports coal".
fn third_person(
    words: &[Word<'_>],
    tags: &[Tag],
    at: usize,
    range: &Range<usize>,
    before: Before,
) -> bool {
    let object = at + 1 < range.end
        && (matches!(tags[at + 1], Tag::Determiner | Tag::Number) || is_currency(&words[at + 1]));
    let after_aside = before == Before::Mark && words[at - 1].raw == ",";
    if object && after_aside {
        return true;
    }
    let subject = matches!(before, Before::Nominal | Before::Other) || after_aside;
    subject && (!lexicon::is_noun_first(&words[at].lower) || takes_object(tags, at, range))
}

/// "They say", "the vaults hold": a base form after a plural.
fn base_form(words: &[Word<'_>], tags: &[Tag], at: usize, range: &Range<usize>) -> bool {
    let word = &words[at];
    let plural_subject = at > range.start && {
        let subject = &words[at - 1];
        tags[at - 1] == Tag::Pronoun && subject.lower != "it"
            || (tags[at - 1] == Tag::Noun || tags[at - 1] == Tag::Name && !subject.is_capitalised())
                && subject.lower.ends_with('s')
    };
    let pronoun =
        at > range.start && matches!(words[at - 1].lower.as_str(), "they" | "we" | "i" | "you");
    if pronoun {
        return true;
    }
    let adjective = lexicon::cues_at(&[&word.lower]).any(|cue| cue.form == Form::Adjective);
    plural_subject && !adjective && !lexicon::is_noun_first(&word.lower)
}

fn takes_object(tags: &[Tag], at: usize, range: &Range<usize>) -> bool {
    let subject = (range.start..at).rev().find(|&i| tags[i] != Tag::Adverb);
    let name_before = subject.is_some_and(|i| matches!(tags[i], Tag::Name | Tag::Pronoun));
    // "The programme now covers 14 provinces"
    let noun_before = subject.is_some_and(|i| {
        tags[i] == Tag::Noun && i > range.start && i + 1 < at && tags[i - 1] == Tag::Determiner
    });
    (name_before || noun_before)
        && at + 1 < range.end
        && (matches!(tags[at + 1], Tag::Determiner | Tag::Name | Tag::Preposition | Tag::Number)
            || tags[at + 1] == Tag::Mark)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Start,
    To,
    Modal,
    Be,
    Have,
    Determiner,
    Preposition,
    Nominal,
    Mark,
    Other,
}

/// What governs a word from the left, adverbs skipped.
fn previous(words: &[Word<'_>], tags: &[Tag], at: usize, range: &Range<usize>) -> Before {
    let mut index = at;
    while index > range.start {
        index -= 1;
        let lower = words[index].lower.as_str();
        return match tags[index] {
            Tag::Adverb => continue,
            Tag::Auxiliary if lexicon::is_modal(lower) || lexicon::is_do_form(lower) => {
                Before::Modal
            }
            Tag::Auxiliary if lexicon::is_be_form(lower) => Before::Be,
            Tag::Auxiliary => Before::Have,
            Tag::Preposition if lower == "to" => Before::To,
            Tag::Preposition if matches!(lower, "when" | "that" | "where") => Before::Other,
            Tag::Preposition => Before::Preposition,
            Tag::Determiner | Tag::Possessive if lower == "that" || lower == "which" => {
                Before::Other
            }
            Tag::Determiner | Tag::Possessive => Before::Determiner,
            Tag::Noun | Tag::Name | Tag::Number => Before::Nominal,
            Tag::Mark => Before::Mark,
            _ => Before::Other,
        };
    }
    Before::Start
}

fn touches(words: &[Word<'_>], left: usize, right: usize) -> bool {
    words.get(right).is_some_and(|word| word.span.start == words[left].span.end)
}

fn first(word: &Word<'_>) -> char {
    word.raw.chars().next().unwrap_or(' ')
}
