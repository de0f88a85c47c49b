//! Names that no fact knows: what they call themselves, and what a reference may mean for them.

use std::ops::Range;

use super::antecedent::is_expletive;
use super::kinds;
use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence, Tag};
use super::setting::describes;
use super::setting_left::is_thing_named;
use super::token::{is_date_word, is_quote, is_strange_name};
use crate::lexicon;
use crate::rules::{FactBook, Subject};
use crate::text::{Word, WordKind};

/// "its older neighbour": what follows "its" is a thing like it, which "it" may mean from there on.
pub(super) fn likens(parse: &Parse<'_>, sentence: &Sentence, after: usize) -> bool {
    const REACH: usize = 3;
    (after..sentence.range.end.min(after + REACH))
        .take_while(|&at| parse.tags[at] == Tag::Noun)
        .any(|at| lexicon::is_thing_alike(&parse.words[at].lower))
}

/// The last words of names that no fact knows, "bridge" of "Lupu Bridge": what they may be called.
pub(super) fn stranger_kinds(
    parse: &Parse<'_>,
    mentions: &[Mention],
    range: Range<usize>,
) -> Vec<String> {
    let strange = |at: usize| is_strange_name(parse, mentions, at);
    let last = |at: &usize| {
        parse.tags[*at] == Tag::Name
            && *at > range.start
            && parse.tags[*at - 1] == Tag::Name
            && strange(*at)
            && strange(*at - 1)
            && !(range.contains(&(*at + 1)) && strange(*at + 1))
    };
    let named = range.clone().filter(last);
    // "“A treaty for gulls” says that the Aldby Treaty": a title, and what is named at once.
    let named_next = |noun: &usize| {
        let lower = &parse.words[*noun].lower;
        let called = |it: &Mention| parse.words[it.words.end - 1].lower == *lower;
        mentions.iter().any(|it| it.words.start > *noun && called(it))
    };
    let quoted = |at: usize| parse.quoted.get(at).copied().unwrap_or(false);
    let introduced = range
        .clone()
        .filter(|&at| !quoted(at))
        .filter_map(|at| introduced(parse, &range, at))
        .filter(|noun| !named_next(noun));
    named.chain(introduced).map(|at| parse.words[at].lower.as_str().into()).collect()
}

/// "a museum for children", "another bridge": the noun of a thing without a name that is introduced; what
/// a name is said to be ("X is a museum", "X, a museum,") is no other thing.
fn introduced(parse: &Parse<'_>, range: &Range<usize>, at: usize) -> Option<usize> {
    let lower = |at: usize| if range.contains(&at) { parse.words[at].lower.as_str() } else { "" };
    if !matches!(parse.words[at].lower.as_str(), "a" | "an" | "another") {
        return None;
    }
    let before = lower(at.wrapping_sub(1));
    let there = lower(at.wrapping_sub(2)) == "there";
    let said =
        matches!(before, "," | "as" | "like" | "become" | "became" | "remains" | "(" | "—" | "–")
            || lexicon::is_be_form(before) && !there;
    let nouns = at + 1..range.end;
    let last = nouns.take_while(|&at| parse.tags[at] == Tag::Noun).last()?;
    (!said).then_some(last)
}

/// "the town of Sevrin", where a fact's Sevrin is a lake: another thing of the name.
pub(super) fn is_namesake(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mention: &Mention,
    book: &FactBook,
) -> bool {
    let subject = &book.subjects[mention.subject.0 as usize];
    let kinds = &subject.kind;
    if is_of_other_sort(parse, sentence, mention, kinds)
        || is_longer(parse, mention, book)
        || is_of_family(parse, sentence, mention, subject)
    {
        return true;
    }
    let Some(noun) = mention.words.start.checked_sub(2) else { return false };
    let named = mention.kind == MentionKind::Name && noun >= sentence.range.start;
    named
        && !kinds.is_empty()
        && parse.words[noun + 1].lower == "of"
        && lexicon::is_place(&parse.words[noun].lower)
        && !kinds.iter().any(|kind| kind.rsplit(' ').next() == Some(&parse.words[noun].lower))
}

/// "Lars Brask", "Aldby Rovers" at the head of a sentence, where the facts' are Edith Brask and Skelby
/// Rovers: another of the name.
fn is_of_family(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mention: &Mention,
    subject: &Subject,
) -> bool {
    let start = mention.words.start;
    let floor = sentence.range.start;
    // "“Willie” Brask"
    let quoted = start >= floor + 3 && is_quote(parse, start - 1) && is_quote(parse, start - 3);
    let name = start.wrapping_sub(1 + usize::from(quoted));
    if !(mention.kind == MentionKind::Name && mention.words.len() == 1)
        || name.wrapping_sub(usize::from(quoted)) != floor
    {
        return false;
    }
    let given = &parse.words[name];
    let lower = given.lower.as_str();
    let surname = parse.words[start].raw;
    let full = |name: &String| name.strip_suffix(surname).is_some_and(|rest| rest.ends_with(' '));
    let own = |name: &String| name.split(' ').any(|part| part == given.raw);
    let mut fuller = subject.names.iter().filter(|name| full(name)).peekable();
    let plain = parse.tags[name] == Tag::Name
        && given.kind == WordKind::Letters
        && !describes(lower)
        && !matches!(lower, "poor" | "young" | "little" | "dear" | "late" | "saint" | "master")
        && !lexicon::is_title(lower)
        && !lexicon::is_person_noun(lower)
        && !lexicon::is_listed(lower)
        && !lower.ends_with("ly")
        && !lexicon::is_function_word(lower)
        && !lexicon::is_country_or_demonym(&[lower])
        && !is_date_word(lower);
    fuller.peek().is_some() && plain && !fuller.any(own)
}

/// "the film *The Salt Ledger*" of a novel, "Pellam, a village," of a firm: what stands before or after the
/// name says that it is of another sort.
fn is_of_other_sort(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mention: &Mention,
    kinds: &[String],
) -> bool {
    if mention.kind != MentionKind::Name || kinds.is_empty() {
        return false;
    }
    let last = |kind: &String| lexicon::sort_of(kind.rsplit(' ').next().unwrap_or_default());
    let sorts: Vec<&str> = kinds.iter().filter_map(last).collect();
    // "the 2014 film Virunga" of a park: where a kind tells no sort, works of art are still none of it.
    let all_known = sorts.len() == kinds.len();
    let other = |at: usize| {
        parse.tags[at] == Tag::Noun
            && lexicon::sort_of(&parse.words[at].lower).is_some_and(|sort| {
                !sorts.contains(&sort)
                    && (all_known
                        || lexicon::is_art(sort)
                            && !kinds.iter().any(|kind| lexicon::is_work(kind)))
            })
    };
    let start = mention.words.start;
    let quoted = usize::from(start > sentence.range.start && is_quote(parse, start - 1));
    let before = start.checked_sub(1 + quoted).filter(|&at| at >= sentence.range.start);
    // "the port of the village Pellam", but "the village firm Pellam".
    before.is_some_and(other)
        || kinds::called_by(parse, sentence, mention.words.end).is_some_and(other)
}

/// "the Spanish Civil War", "Spain's civil war", where "Civil War" is short for the American one: of another people.
fn is_of_other_people(parse: &Parse<'_>, mention: &Mention, book: &FactBook) -> bool {
    let Some(before) = mention.words.start.checked_sub(1) else { return false };
    let owned = usize::from(before > 0 && parse.tags[before] == Tag::Possessive);
    let people = &parse.words[before - owned];
    if mention.kind != MentionKind::Name
        || !people.is_capitalised()
        || !lexicon::is_country_or_demonym(&[people.lower.as_str()])
    {
        return false;
    }
    let short = &parse.text[mention.span.range()];
    let names = &book.subjects[mention.subject.0 as usize].names;
    let longer = |name: &'_ String| {
        let cut = name.len().checked_sub(short.len()).filter(|&cut| name.is_char_boundary(cut))?;
        let rest =
            name[cut..].eq_ignore_ascii_case(short).then(|| name[..cut].trim_end().to_owned());
        rest.filter(|rest| rest.len() < cut)
    };
    let mut longer = names.iter().filter_map(longer);
    let country = |word: &str| lexicon::country_of(&[word.to_lowercase().as_str()]);
    let mut peoples = longer.by_ref().filter_map(|word| country(&word)).peekable();
    let own = country(people.raw);
    peoples.peek().is_some() && !peoples.any(|it| Some(it) == own)
}

/// "Tarn Hollow Brewery" where "Tarn Hollow" is a distillery: the name goes on with another sort of thing.
pub(super) fn is_longer(parse: &Parse<'_>, mention: &Mention, book: &FactBook) -> bool {
    if is_of_other_people(parse, mention, book) {
        return true;
    }
    let subject = &book.subjects[mention.subject.0 as usize];
    let before = mention.words.start.checked_sub(1).map(|at| &parse.words[at]);
    if before.is_some_and(|word| is_thing_named(word, mention, subject)) {
        return true;
    }
    let kinds = &subject.kind;
    let Some(word) = parse.words.get(mention.words.end) else { return false };
    let adjoins = word.span.start <= mention.span.end + 1 && word.is_capitalised();
    let last = |kind: &String| kind.rsplit(' ').next().unwrap_or_default().to_owned();
    adjoins
        && mention.kind == MentionKind::Name
        && !kinds.is_empty()
        && lexicon::sort_of(&word.lower).is_some_and(|sort| {
            let alike =
                |kind: String| kind == word.lower.as_str() || lexicon::sort_of(&kind) == Some(sort);
            sort != "person" && !kinds.iter().map(last).any(alike)
        })
}

/// "Secretary-General of X", "Mayors of the city of X" at the head of a page: it is about the office.
pub(super) fn is_of_office(parse: &Parse<'_>, mention: &Mention) -> bool {
    let small = |at: &usize| matches!(parse.words[*at].lower.as_str(), "the" | "city" | "of");
    let start = mention.words.start;
    let Some(noun) = (0..start).rev().find(|at| !small(at)) else { return false };
    let lower = parse.words[noun].lower.as_str();
    let one = lower.strip_suffix('s').unwrap_or(lower);
    let person = |word: &str| lexicon::is_person_noun(word) || lexicon::is_title(word);
    parse.words[noun + 1].lower == "of" && (person(lower) || person(one))
}

/// "Nether Tarn, the largest lake,": what a definite phrase after a comma says, it says of the name.
pub(super) fn apposes(parse: &Parse<'_>, mentions: &[Mention], at: usize) -> bool {
    at >= 2 && parse.words[at - 1].raw == "," && is_strange_name(parse, mentions, at - 2)
}

/// Whether a sentence leaves the reader with something that no fact is about: "The Regal faces it", "Norl
/// makes glass", "Next to it is a café".
pub(super) fn leads_on(parse: &Parse<'_>, sentence: &Sentence, mentions: &[Mention]) -> bool {
    let start = sentence.range.start;
    let Some(verb) = sentence.verbs.first() else { return false };
    let strange = |at: usize| is_strange_name(parse, mentions, at);
    let the = parse.words[start].lower == "the";
    let first = start + usize::from(the);
    let named = first < verb.range.start && (first..verb.range.start).all(strange);
    // A capital at the head of a sentence may be a common noun's: "Readers love it".
    let word = &parse.words[start];
    let single = mentions.is_empty()
        && !the
        && verb.range.start == start + 1
        && !word.lower.ends_with('s')
        && !lexicon::is_doing(&word.lower)
        && !lexicon::is_function_word(&word.lower);
    // "Ada Rook wrote it": a person is no "it".
    let thing = named && (the || single);
    let placed = parse.tags[start] == Tag::Preposition
        || parse.words[start].lower == "there"
        || matches!(parse.words[start].lower.as_str(), "next" | "opposite");
    let article = verb.range.end;
    let brings = placed
        && article < sentence.range.end
        && matches!(parse.words[article].lower.as_str(), "a" | "an")
        && (lexicon::is_be_form(&parse.words[verb.head].lower)
            || matches!(
                parse.words[verb.head].lower.as_str(),
                "stands" | "lies" | "stood" | "lay"
            ));
    thing || brings || meets(parse, sentence, mentions) || joins_stranger(parse, sentence, mentions)
}

/// "X won 61 of the grants and the Hallin Institute 37": another does what the subject did.
fn joins_stranger(parse: &Parse<'_>, sentence: &Sentence, mentions: &[Mention]) -> bool {
    let strange = |at: usize| is_strange_name(parse, mentions, at);
    let joint =
        sentence.range.clone().rfind(|&at| matches!(parse.words[at].lower.as_str(), "and" | "but"));
    let Some(joint) = joint.filter(|&at| at > sentence.range.start + 2) else { return false };
    let start =
        joint + 1 + usize::from(parse.words.get(joint + 1).is_some_and(|word| word.lower == "the"));
    let known = mentions.iter().find(|it| it.words.start == start && it.kind == MentionKind::Name);
    let strangers = || {
        let name = (start..sentence.range.end)
            .take_while(|&at| strange(at) || parse.words[at].lower == "of");
        name.last().map_or(start, |at| at + 1)
    };
    let end = known.map_or_else(strangers, |it| it.words.end);
    let before =
        mentions.iter().any(|it| it.words.end <= joint && sentence.range.contains(&it.words.start));
    let number = parse.is_value(end) || parse.tags.get(end) == Some(&Tag::Number);
    end > start + 1 && before && number && !parse.is_value(joint - 1)
}

/// "A footbridge crosses the line", "The spur leaves it at the mill": a thing is brought in by where it stands to
/// a known one, and what follows is as likely said of it.
fn meets(parse: &Parse<'_>, sentence: &Sentence, mentions: &[Mention]) -> bool {
    const MEETING: &[&str] = &[
        "cross", "leave", "join", "meet", "adjoin", "flank", "face", "overlook", "border",
        "bypass", "skirt", "serve", "link", "connect", "feed", "span", "follow", "replace",
        "resemble", "enter", "touch", "house", "straddle", "parallel", "surround", "encircle",
        "dwarf",
    ];
    let start = sentence.range.start;
    let Some(verb) = sentence.verbs.first() else { return false };
    let opens = matches!(parse.words[start].lower.as_str(), "the" | "a" | "an" | "another");
    let before = start + 1..verb.range.start;
    let thing = |at: usize| parse.tags[at] == Tag::Noun && !parse.is_value(at);
    let known = |it: &Mention| it.words.start >= verb.range.end;
    opens
        && !verb.passive
        && !before.is_empty()
        && before.clone().all(thing)
        && !mentions.is_empty()
        && mentions.iter().all(known)
        && !lexicon::is_person_noun(&parse.words[before.end - 1].lower)
        && lexicon::is_form_of_any(&parse.words[verb.head].lower, MEETING)
}

/// "Carl Holm taught him": a sentence whose subject is a strange name of two words or more.
pub(super) fn begins_with_person(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mentions: &[Mention],
) -> bool {
    let start = sentence.range.start;
    let Some(verb) = sentence.verbs.first() else { return false };
    verb.range.start >= start + 2
        && (start..verb.range.start).all(|at| is_strange_name(parse, mentions, at))
}

/// "Prado's board has met", "The board of Prado has met": the sentence begins with what a name has.
pub(super) fn begins_with_possessor(words: &[Word<'_>]) -> bool {
    let of = matches!(words, [the, board, of, prado, ..] if the.lower == "the"
        && board.is_letters() && !board.is_capitalised()
        && of.lower == "of" && prado.is_capitalised());
    if of {
        return true;
    }
    let mut words = words.iter().skip_while(|word| word.lower == "the");
    let first = words.next();
    let name = first.is_some_and(|word| {
        word.is_capitalised() && word.is_letters() && !lexicon::is_function_word(&word.lower)
    });
    name && words
        .find(|word| !word.is_capitalised())
        .is_some_and(|word| word.kind == WordKind::Possessive)
}

/// "We were wrong.": a few words about somebody, with nothing in them that "it" could mean.
pub(super) fn brings_nothing(words: &[Word<'_>]) -> bool {
    const LONGEST: usize = 5;
    let somebody =
        |word: &Word<'_>| matches!(word.lower.as_str(), "we" | "i" | "they" | "you" | "that");
    words.len() <= LONGEST
        && words.first().is_some_and(somebody)
        && !words.iter().any(|word| lexicon::is_determiner(&word.lower) && word.lower != "that")
}

/// "It was unveiled a year after the tunnel opened": what the next "it" means too; "A relief hangs above the
/// tunnel": what was brought in, not where it is.
pub(super) fn goes_on(parse: &Parse<'_>, sentence: &Sentence, mentions: &[Mention]) -> bool {
    let first = sentence.range.start;
    let lower = parse.words[first].lower.as_str();
    let Some(verb) = sentence.verbs.first() else { return false };
    if brings_in(parse, sentence, mentions) {
        return true;
    }
    let named = mentions.iter().any(|it| (first..verb.range.start).contains(&it.words.start));
    match lower {
        "it" => !named && !is_expletive(parse, sentence, first),
        "a" | "an" => !named && is_place(parse, mentions, verb.range.end),
        _ => false,
    }
}

/// "X bought Pennant.", "X has a choir.": what the sentence ends with may be meant as well as who has it.
fn brings_in(parse: &Parse<'_>, sentence: &Sentence, mentions: &[Mention]) -> bool {
    const GETTING: &[&str] = &[
        "buy", "acquire", "own", "have", "run", "launch", "build", "absorb", "find", "found",
        "open",
    ];
    let Some(verb) = sentence.verbs.last() else { return false };
    let end = sentence.range.end - usize::from(parse.tags[sentence.range.end - 1] == Tag::Mark);
    let object = verb.range.end..end;
    let article =
        object.start < end && matches!(parse.words[object.start].lower.as_str(), "a" | "an");
    let phrase = object.start + usize::from(article)..end;
    let strange = |at: usize| is_strange_name(parse, mentions, at);
    let noun = |at: usize| parse.tags[at] == Tag::Noun && !parse.is_value(at);
    // What the verb is, is asked last: it costs most.
    !verb.passive
        && !phrase.is_empty()
        && phrase.into_iter().all(|at| if article { noun(at) } else { strange(at) })
        && lexicon::is_form_of_any(&parse.words[verb.head].lower, GETTING)
}

/// "above the tunnel", "above the mouth of the tunnel".
fn is_place(parse: &Parse<'_>, mentions: &[Mention], at: usize) -> bool {
    parse.tags.get(at) == Some(&Tag::Preposition)
        && mentions.iter().any(|it| it.words.start > at && it.words.start <= at + 5)
}
