//! What a reference may mean: topics, subjects of clauses, nouns that may stand for a name.

use std::cell::OnceCell;

use super::mention::{Mention, MentionKind};
use super::parse::{ClauseKind, Parse, Sentence, Tag, VerbShape};
use super::setting::{Setting, describes};
use crate::lexicon::{self, Form};
use crate::rules::{FactBook, Subject, SubjectId};
use crate::text::{fold, folds_to};

/// "Since its founding in 1972, X has ...", "on its founding in 1972 X had": the subject after the
/// comma or the date.
pub(super) fn cataphor(
    parse: &Parse<'_>,
    sentence: &Sentence,
    named: &[Mention],
    at: usize,
) -> Option<SubjectId> {
    let clause = &sentence.clauses[sentence.clause_of(at)];
    let subordinate =
        clause.kind == ClauseKind::Subordinate && clause.start <= sentence.range.start + 3;
    let fronted = subordinate
        || at < sentence.range.start + 5 && parse.tags[sentence.range.start] == Tag::Preposition;
    if !fronted {
        return None;
    }
    let comma = (at..sentence.range.end).find(|&i| parse.words[i].raw == ",");
    let dated =
        || parse.values_at(at).iter().find(|it| it.words.start > at).map(|it| it.words.end - 1);
    let after =
        |end: usize| named.iter().find(|it| it.words.start > end && it.words.start <= end + 2);
    let acts = |it: &&Mention| {
        it.kind == MentionKind::Name
            && matches!(parse.tags.get(it.words.end), Some(Tag::Verb | Tag::Auxiliary))
    };
    let ahead = comma.and_then(after).or_else(|| dated().and_then(after).filter(acts))?;
    Some(ahead.subject)
}

/// "It is true that", "it was in 2016 that": no reference.
pub(super) fn is_expletive(parse: &Parse<'_>, sentence: &Sentence, at: usize) -> bool {
    let be = parse.words.get(at + 1).is_some_and(|word| lexicon::is_be_form(&word.lower));
    let has_it = at > sentence.range.start
        && matches!(parse.words[at - 1].lower.as_str(), "has" | "had")
        && parse.words.get(at + 1).is_some_and(|word| word.lower == "that");
    // "It was founded to lend money": only what is said or thought is said that way.
    let adverb = |at: &usize| parse.tags.get(*at) == Some(&Tag::Adverb);
    let head = (at + 2..sentence.range.end).find(|at| !adverb(at)).unwrap_or(at + 2);
    let done = parse.tags.get(head) == Some(&Tag::Verb)
        && !lexicon::reporting_verb(&parse.words[head].lower);
    has_it
        || be
            && !done
            && (at + 2..sentence.range.end.min(at + 9))
                .any(|i| matches!(parse.words[i].lower.as_str(), "that" | "when" | "who" | "to"))
}

/// The noun of "the pact", "the new company"; none when a name or another noun follows.
pub(super) fn definite_noun(parse: &Parse<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let limit = sentence.range.end;
    let mut noun = at + 1;
    // "the 1,149-metre-long bridge"
    let measured = |noun: usize| {
        parse.is_value(noun)
            || super::token::is_hyphen(parse, noun)
            || matches!(
                parse.words[noun].lower.as_str(),
                "long" | "high" | "tall" | "wide" | "deep"
            )
    };
    let numbered = |noun: usize| super::nth::is_ordinal_word(&parse.words[noun].lower);
    if noun < limit && numbered(noun) && is_numbered_of(parse, noun) {
        return None;
    }
    if noun < limit && parse.is_value(noun) {
        while noun < limit && measured(noun) {
            noun += 1;
        }
    }
    noun = super::token::past_place(parse, noun, limit);
    let limit_of_phrase = limit.min(noun + 3);
    while noun < limit_of_phrase {
        let word = &parse.words[noun];
        let part = || {
            parse.words.get(noun + 1).is_some_and(|word| super::nth::is_one_of_many(&word.lower))
        };
        let other = lexicon::is_telling_apart(&word.lower) || numbered(noun) && part();
        // "the Panel", "the Treaty", as charters have it; not "the Panel Works", "the Panel of Norland".
        let formal = word.is_capitalised() && noun == at + 1 && !word.is_all_caps();
        let capital =
            |at: usize| parse.words.get(at).is_some_and(crate::text::Word::is_capitalised);
        let binds = parse.tags.get(noun + 1) == Some(&Tag::Preposition);
        // "the Agreement on the Transfer of Arms"
        let the = parse.tags.get(noun + 2) == Some(&Tag::Determiner);
        let next_noun = noun + 2 + usize::from(the);
        let placed = binds && capital(next_noun) && !parse.is_value(next_noun);
        let alone = !(capital(noun + 1) || placed);
        if !word.is_letters() || word.is_capitalised() && !(formal && alone) || other {
            return None;
        }
        let next = parse.tags.get(noun + 1).filter(|_| noun + 1 < limit);
        // "the parties to the Accord include"
        let verb = formal
            && next == Some(&Tag::Noun)
            && lexicon::verb_forms(&parse.words[noun + 1].lower).contains(Form::Base);
        let ends = verb || !matches!(next, Some(Tag::Noun | Tag::Name));
        let plain = formal
            || parse.tags[noun] == Tag::Noun
            || matches!(word.lower.as_str(), "former" | "latter");
        // "The opera “Tosca”"
        let titled = noun + 2 < limit
            && super::token::is_quote(parse, noun + 1)
            && parse.words[noun + 2].is_capitalised();
        if plain && (titled || is_restricted(parse, noun, limit)) {
            return None;
        }
        if plain && ends {
            return Some(noun);
        }
        // "the law library" is another one.
        let adjective = parse.tags[noun] == Tag::Noun
            && describes(&word.lower)
            && !lexicon::is_transparent_noun(&word.lower)
            || parse.tags[noun] == Tag::Number;
        if !adjective {
            return None;
        }
        noun += 1;
    }
    None
}

/// "the fourth episode of the first season": one of many, told by its number.
fn is_numbered_of(parse: &Parse<'_>, ordinal: usize) -> bool {
    parse.tags.get(ordinal + 1) == Some(&Tag::Noun)
        && parse.words.get(ordinal + 2).is_some_and(|word| word.lower == "of")
}

/// The noun of "the wind farm", where one of the subjects is of that kind, with the kind: two words or more.
pub(super) fn compound_noun<'b>(
    parse: &Parse<'_>,
    sentence: &Sentence,
    at: usize,
    book: &'b FactBook,
    subjects: impl Iterator<Item = SubjectId>,
) -> Option<(usize, &'b str)> {
    let range = &sentence.range;
    let kinds = subjects.filter_map(|subject| book.subjects.get(subject.0 as usize));
    let says = |kind: &'b str| {
        let words = at + 1..(at + 1 + kind.split(' ').count()).min(range.end);
        let stated = parse.words[words.clone()].iter().map(|word| word.lower.as_str());
        let next = parse.tags.get(words.end).filter(|_| words.end < range.end);
        (kind.split(' ').eq(stated)
            && !matches!(next, Some(Tag::Noun | Tag::Name))
            && !is_restricted(parse, words.end - 1, range.end))
        .then(|| (words.end - 1, kind))
    };
    kinds
        .flat_map(|subject| &subject.kind)
        .filter(|kind| kind.contains(' '))
        .find_map(|kind| says(kind))
}

/// Whether what follows a noun tells its thing apart from the one spoken of before.
fn is_restricted(parse: &Parse<'_>, noun: usize, limit: usize) -> bool {
    let lower = |at: usize| if at < limit { parse.words[at].lower.as_str() } else { "" };
    let is = |at: usize, tag: Tag| at < limit && parse.tags[at] == tag;
    match lower(noun + 1) {
        // "the comet that Otto Hagen discovered"
        "that" | "which" | "who" | "whose" => true,
        // "the pact between Ostria and Lund"
        "between" => is(noun + 2, Tag::Name),
        // "the plan to found X"
        "to" => is(noun + 2, Tag::Verb),
        // "the tower at Cape Morrin"
        "at" | "near" | "beside" | "outside" => is(noun + 2, Tag::Name),
        // "a rival of the firm founded in 2010"
        "founded" | "built" | "designed" | "created" | "established" | "bought" | "owned"
        | "run" | "led" | "named" | "called" | "known" | "made" | "set" => {
            matches!(lower(noun + 2), "in" | "by" | "on" | "up" | "as" | "for" | "at")
        }
        // "the first academic book about Moss"
        "about" => true,
        // "the ring of the Orla Machine"
        "of" => is(noun + 2 + usize::from(lower(noun + 2) == "the"), Tag::Name),
        _ => false,
    }
}

/// Whether a subject may be called by a noun: its kinds, the last word of a name, or, where a name is all
/// capitals, words for such names.
pub(super) fn is_called(book: &FactBook, subject: SubjectId, noun: &str) -> bool {
    is_called_so(book, subject, noun, &OnceCell::new())
}

/// The same; the noun is `folded` once at most for all subjects that are asked about.
pub(super) fn is_called_so(
    book: &FactBook,
    subject: SubjectId,
    noun: &str,
    folded: &OnceCell<String>,
) -> bool {
    let Some(subject) = book.subjects.get(subject.0 as usize) else { return false };
    let noun_initial = initial(noun);
    let may =
        |word: &str| noun_initial.is_none_or(|it| initial(word).is_none_or(|other| other == it));
    let says = |word: &str| may(word) && folds_to(word, folded.get_or_init(|| fold(noun)));
    // "Petrel" is a name of its own, and no word for what it names.
    let is_name = |word: &str| subject.names.iter().any(|name| name == word);
    subject.kind.iter().any(|kind| says(kind) || kind.contains(' ') && says(last_word(kind)))
        || ACRONYM.contains(&noun) && has_acronym(subject)
        || subject.names.iter().any(|name| {
            let last = last_word(name);
            last.len() > 3
                && last.len() < name.len()
                && may(last)
                && !crate::text::word::is_all_caps(last)
                && !is_name(last)
                && says(last)
        })
}

/// What a name of capitals is called.
pub(super) const ACRONYM: [&str; 4] = ["acronym", "abbreviation", "initials", "initialism"];

pub(super) fn has_acronym(subject: &Subject) -> bool {
    subject.names.iter().any(|name| name.len() > 1 && crate::text::word::is_all_caps(name))
}

/// The first letter of a plain word in lower case: folding keeps it.
pub(super) fn initial(word: &str) -> Option<u8> {
    let first = word.as_bytes().first().filter(|byte| byte.is_ascii());
    first.map(u8::to_ascii_lowercase)
}

pub(super) fn last_word(name: &str) -> &str {
    let before = name.bytes().rposition(|byte| matches!(byte, b' ' | b'-'));
    before.map_or(name, |before| &name[before + 1..])
}

/// Whether a mention is the subject of a main clause.
pub(super) fn is_topic(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mention: &Mention,
    book: &FactBook,
) -> bool {
    let clause = &sentence.clauses[sentence.clause_of(mention.words.start)];
    let main =
        matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Complement);
    main && (is_subject(parse, sentence, mention, book) || is_pointed_at(parse, sentence, mention))
        || is_short_form(parse, sentence, mention)
}

/// "The Port and Logistics Agreement (PLSA) allows": the short form of what the sentence is about.
fn is_short_form(parse: &Parse<'_>, sentence: &Sentence, mention: &Mention) -> bool {
    let (start, end) = (mention.words.start, mention.words.end);
    let raw = |at: usize| parse.words.get(at).map_or("", |word| word.raw);
    let enclosed = start > sentence.range.start && raw(start - 1) == "(" && raw(end) == ")";
    let verb = sentence.clauses.first().and_then(|clause| clause.verb);
    enclosed && verb.is_some_and(|verb| sentence.verbs[verb].range.start == end + 1)
}

/// "That telescope was X": what a demonstrative points at is what the sentence is about.
fn is_pointed_at(parse: &Parse<'_>, sentence: &Sentence, mention: &Mention) -> bool {
    let start = sentence.range.start;
    let Some(verb) = sentence.clauses.first().and_then(|clause| clause.verb) else { return false };
    let verb = &sentence.verbs[verb];
    let the = usize::from(parse.words[verb.range.end.min(sentence.range.end - 1)].lower == "the");
    matches!(parse.words[start].lower.as_str(), "that" | "this" | "it")
        && verb.range.start <= start + 3
        && lexicon::is_be_form(&parse.words[verb.head].lower)
        && mention.words.start == verb.range.end + the
        && !parse.tags.get(mention.words.end).is_some_and(|tag| tag.is_nominal())
}

/// Whether the main clause is about a name that is no mention.
pub(super) fn has_strange_topic(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mentions: &[Mention],
) -> bool {
    // "Two more joined; the youngest, Millrace, was started in 2022": the last statement counts.
    // "The minister replied: X has 340 staff"
    let speaks = |at: usize| {
        parse.words[at].raw == ":"
            && sentence.verbs.iter().any(|verb| {
                verb.range.end == at && lexicon::reporting_verb(&parse.words[verb.head].lower)
            })
    };
    let start = sentence.range.clone().rfind(|&at| parse.words[at].raw == ";" || speaks(at));
    let start = start.map_or(sentence.range.start, |at| at + 1);
    let first = || sentence.clauses.first().and_then(|clause| clause.verb);
    let verb = match start > sentence.range.start {
        true => sentence.verbs.iter().find(|verb| verb.range.start > start),
        false => first().map(|verb| &sentence.verbs[verb]),
    };
    let short = |mention: &Mention| is_short_form(parse, sentence, mention);
    !mentions.iter().any(short)
        && verb.is_some_and(|verb| {
            (start..verb.range.start).any(|at| super::token::is_strange_name(parse, mentions, at))
        })
}

/// Whether a common noun stands before the verb, with no mention that it could be said of.
pub(super) fn has_common_subject(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mentions: &[Mention],
) -> bool {
    let mut finite = sentence.verbs.iter().filter(|verb| verb.shape == VerbShape::Finite);
    let Some(verb) = finite.next() else { return false };
    let before = sentence.range.start..verb.range.start;
    let named = mentions.iter().any(|mention| before.contains(&mention.words.start));
    !named && before.clone().any(|at| parse.tags[at] == Tag::Noun)
}

/// Whether a mention is an object, or what a noun is of.
pub(super) fn is_central(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mention: &Mention,
    book: &FactBook,
) -> bool {
    let subject = &book.subjects[mention.subject.0 as usize];
    let setting = Setting::of(parse, sentence, mention, subject);
    // "A draft of X was leaked. It ...": "it" is the draft.
    let draft = |of: usize| {
        of > sentence.range.start && lexicon::is_other_state_of(&parse.words[of - 1].lower)
    };
    let of = setting.preposition.is_none_or(|at| parse.words[at].lower == "of" && !draft(at));
    let possesses = parse.tags.get(mention.words.end) == Some(&Tag::Possessive);
    !setting.longer && (setting.modifies.is_none() || possesses) && of
}

/// Whether a mention is the subject of its clause.
pub(super) fn is_subject(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mention: &Mention,
    book: &FactBook,
) -> bool {
    let clause = &sentence.clauses[sentence.clause_of(mention.words.start)];
    let before_verb = clause
        .verb
        .map(|verb| sentence.verbs[verb].range.start)
        .is_none_or(|verb| mention.words.end <= verb);
    if !before_verb {
        return false;
    }
    let setting = Setting::of(parse, sentence, mention, &book.subjects[mention.subject.0 as usize]);
    !setting.longer && setting.modifies.is_none() && setting.preposition.is_none()
}

/// "his Indian counterpart, X" or "his Indian counterpart X": the country, if any is said.
pub(super) fn introduced_as_counterpart(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<Option<&'static str>> {
    let mut at = mention.words.start;
    while at > sentence.range.start {
        at -= 1;
        let lower = parse.words[at].lower.as_str();
        if let Some(country) = lexicon::country_of(&[lower])
            && parse.words[at].is_capitalised()
            && mention.words.start - at > 1
        {
            return Some(Some(country));
        }
        match lower {
            "counterpart" => return Some(country_before(parse, sentence, at)),
            "," => {}
            _ if lexicon::is_title(lower) => {}
            _ if parse.words[at].is_capitalised() && mention.words.start - at <= 5 => {}
            _ => return None,
        }
    }
    None
}

pub(super) fn country_before(
    parse: &Parse<'_>,
    sentence: &Sentence,
    at: usize,
) -> Option<&'static str> {
    (sentence.range.start..at)
        .rev()
        .take(3)
        .find_map(|i| lexicon::country_of(&[parse.words[i].lower.as_str()]))
}
