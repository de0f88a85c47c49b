//! What stands around a mention: a longer name, a noun it modifies, the preposition that governs it.
//!
//! A mention inside something else ("the X museum's critics", "after X") is no subject of the clause.

use super::mention::{Mention, MentionKind};
use super::parse::{ClauseKind, Parse, Sentence, Tag};
use super::setting_left::{
    ends_bracketed_name, goes_on_left, is_namesake, is_of_some, is_thing_named, of_transparent,
};
use super::token::{is_date_word, is_hyphen, is_possessive_pronoun, is_quote, skip_brackets};
use crate::lexicon;
use crate::rules::Subject;
use crate::text::{Word, WordKind};

/// What stands around a mention in its sentence.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Setting {
    /// A capitalised neighbour makes it part of a longer, other name.
    pub(crate) longer: bool,
    /// The neighbour stands before it: "Aldby *Rovers*".
    pub(crate) preceded: bool,
    /// The noun it modifies: "LEMOA *talks*", "LEMOA's *critics*".
    pub(crate) modifies: Option<usize>,
    /// The preposition that governs it.
    pub(crate) preposition: Option<usize>,
    /// The first word of its noun phrase: its determiner or first adjective.
    pub(crate) start: usize,
    /// One past its noun phrase: brackets and transparent nouns after it included.
    pub(crate) end: usize,
}

impl Setting {
    /// The environment of a mention of a subject.
    pub(crate) fn of(
        parse: &Parse<'_>,
        sentence: &Sentence,
        mention: &Mention,
        subject: &Subject,
    ) -> Self {
        let mut setting =
            Self { start: mention.words.start, end: mention.words.end, ..Self::default() };
        setting.look_right(parse, sentence, mention, subject);
        setting.look_left(parse, sentence, mention, subject);
        setting
    }

    fn look_right(
        &mut self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        mention: &Mention,
        subject: &Subject,
    ) {
        let limit = sentence.range.end;
        let mut at = skip_brackets(parse, mention.words.end, limit);
        if at > mention.words.end {
            self.end = at;
            // "started an International Monetary Fund (IMF) programme"
            let first = mention.words.start;
            let a = first > sentence.range.start
                && matches!(parse.words[first - 1].lower.as_str(), "a" | "an");
            let gerund = at < limit && parse.words[at].lower.ends_with("ing");
            if a && at < limit && (gerund || matches!(parse.tags[at], Tag::Noun | Tag::Name)) {
                self.modifies = head_noun(parse, at, limit);
            }
            return;
        }
        while at < limit && is_quote(parse, at) {
            at += 1;
        }
        if mention.kind == MentionKind::Implied {
            if matches!(parse.tags[mention.words.start], Tag::Verb | Tag::Auxiliary) {
                return;
            }
            let the = parse.words[mention.words.start].lower == "the";
            self.modifies =
                if the { head_noun(parse, at, limit) } else { Some(mention.words.start) };
            return;
        }
        if mention.kind == MentionKind::Pronoun {
            self.end = mention.words.end;
            if is_possessive_pronoun(&parse.words[mention.words.start].lower) {
                self.modifies = head_noun(parse, at, limit);
            }
            return;
        }
        if at < limit && parse.tags[at] == Tag::Possessive {
            self.modifies = head_noun(parse, at + 1, limit);
            self.end = at;
            return;
        }
        let says = |at: usize| says_what(&parse.words[at].lower, subject);
        while at < limit && parse.tags[at] == Tag::Noun && says(at) {
            at += 1;
        }
        self.end = at;
        if is_version(parse, mention, at, limit) {
            self.longer = true;
            return;
        }
        let goes_on = at < limit && matches!(parse.tags[at], Tag::Noun | Tag::Name | Tag::Mark);
        if !goes_on || parse.is_value(at) {
            return;
        }
        match parse.tags[at] {
            Tag::Noun => self.modifies = head_noun(parse, at, limit),
            // "the first SAARC Summit"
            Tag::Name if lexicon::is_gathering(&parse.words[at].lower) => self.modifies = Some(at),
            Tag::Name if parse.words[at].span.start <= mention.span.end + 1 => {
                let word = &parse.words[at];
                let club = names_a_club(word) && !subject.kind.iter().any(|kind| kind == "club");
                self.longer = !is_date_word(&word.lower) && !word.is_all_caps() || club;
            }
            Tag::Mark if is_hyphen(parse, at) => self.modifies = head_noun(parse, at + 1, limit),
            _ => {}
        }
    }

    fn look_left(
        &mut self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        mention: &Mention,
        subject: &Subject,
    ) {
        let floor = sentence.range.start;
        let mut at = mention.words.start;
        let mut n_nouns = 0;
        while at > floor {
            let before = at - 1;
            let word = &parse.words[before];
            // "pointed out that X": what opens the clause is no part of the phrase.
            if word.lower == "that" && sentence.clauses.iter().any(|node| node.start == before) {
                return;
            }
            // "But on Monday the pact was signed": the phrase begins with its article.
            if self.start == at
                && at < mention.words.start
                && parse.tags[at] == Tag::Determiner
                && matches!(parse.tags[before], Tag::Name | Tag::Noun | Tag::Number)
            {
                return;
            }
            if at == mention.words.start
                && let Some(preceded) = another_left(parse, sentence, before, mention, subject)
            {
                (self.longer, self.preceded) = (true, self.preceded || preceded);
                return;
            }
            match parse.tags[before] {
                Tag::Determiner => {
                    self.start = before;
                    at = before;
                }
                Tag::Noun if n_nouns < 4 && describes(&word.lower) => {
                    n_nouns += 1;
                    at = before;
                }
                Tag::Name | Tag::Possessive if n_nouns < 4 => {
                    n_nouns += 1;
                    at = before;
                }
                Tag::Number if before > floor && parse.tags[before - 1] == Tag::Determiner => {
                    at = before;
                }
                Tag::Mark if is_quote(parse, before) || is_hyphen(parse, before) => at = before,
                Tag::Preposition if opens_statement(sentence, before, &word.lower) => {
                    return;
                }
                // "All in all the bridge"
                Tag::Preposition
                    if matches!(word.lower.as_str(), "in" | "after" | "above")
                        && parse.words[before + 1].lower == "all"
                        && before + 2 <= mention.words.start =>
                {
                    return;
                }
                Tag::Preposition => {
                    let through = word.lower == "of"
                        && before + 1 == mention.words.start
                        && of_transparent(parse, before, floor);
                    if !through {
                        self.preposition = Some(before);
                        return;
                    }
                    at = before - 1;
                }
                _ => return,
            }
            if parse.tags[at] == Tag::Determiner && n_nouns > 0 {
                self.start = at;
            }
        }
    }
}

/// Whether the word right before a mention makes another thing of it, and then whether it is a part of a longer
/// name: "the other X", "the Ladies' Tour of X", "Aldby X".
fn another_left(
    parse: &Parse<'_>,
    sentence: &Sentence,
    before: usize,
    mention: &Mention,
    subject: &Subject,
) -> Option<bool> {
    let word = &parse.words[before];
    let of_some = || before > sentence.range.start && is_of_some(&parse.words[before - 1].lower);
    let another = match parse.tags[before] {
        Tag::Determiner | Tag::Noun | Tag::Pronoun => is_namesake(&word.lower, mention),
        Tag::Possessive => of_some(),
        Tag::Mark => matches!(word.raw, "'" | "’") && of_some(),
        _ => false,
    };
    let longer = || {
        matches!(parse.tags[before], Tag::Name | Tag::Noun)
            && (is_thing_named(word, mention, subject)
                || goes_on_left(parse, sentence, before, mention))
    };
    if another {
        return Some(false);
    }
    (longer() || ends_bracketed_name(parse, sentence, before, mention)).then_some(true)
}

/// "after X opened", "in the X referendum, turnout was": the statement is about X; but "Besides X, Y was
/// opened".
fn opens_statement(sentence: &Sentence, at: usize, lower: &str) -> bool {
    const ABOUT: &[&str] = &["in", "on", "at", "under", "during", "for", "of", "by"];
    sentence.clauses.iter().any(|clause| {
        clause.start == at && (clause.kind != ClauseKind::Main || ABOUT.contains(&lower))
    })
}

/// "Helm 3 was released": a small number makes another name of it.
fn is_version(parse: &Parse<'_>, mention: &Mention, at: usize, limit: usize) -> bool {
    let number = at < limit
        && parse.words[at].kind == WordKind::Digits
        && parse.words[at].raw.len() <= 2
        && parse.words[at].span.start == mention.span.end + 1;
    let next = at + 1;
    let verb = next < limit && matches!(parse.tags[next], Tag::Verb | Tag::Auxiliary);
    mention.kind == MentionKind::Name && number && verb
}

/// Nouns that only say what a name is: "the LEMOA *agreement*".
fn says_what(lower: &str, subject: &Subject) -> bool {
    const KINDS: &[&str] = &[
        "accord",
        "act",
        "agreement",
        "airline",
        "band",
        "bill",
        "brand",
        "charity",
        "charter",
        "compact",
        "company",
        "convention",
        "deal",
        "designation",
        "dialogue",
        "exercise",
        "exercises",
        "firm",
        "framework",
        "group",
        "initiative",
        "law",
        "magazine",
        "mechanism",
        "memorandum",
        "newspaper",
        "package",
        "pact",
        "program",
        "programme",
        "project",
        "protocol",
        "purchase",
        "scheme",
        "status",
        "summit",
        "treaty",
        "website",
    ];
    KINDS.contains(&lower)
        || subject.kind.iter().any(|kind| kind == lower || lower.strip_suffix('s') == Some(kind))
        || subject.names.iter().any(|name| {
            name.rsplit(' ')
                .next()
                .is_some_and(|last| last.len() > 3 && last.to_lowercase() == lower)
        })
}

/// Words that may stand between a determiner and a name: adjectives by their endings, and nouns that
/// say what the name is.
pub(crate) fn describes(lower: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ic", "al", "ive", "ous", "ed", "ary", "ant", "ent", "an", "ese", "ish", "able", "ible",
        "ful", "est",
    ];
    lexicon::is_transparent_noun(lower)
        || matches!(
            lower,
            "new"
                | "old"
                | "big"
                | "key"
                | "same"
                | "great"
                | "famous"
                | "first"
                | "entire"
                | "whole"
                | "late"
                | "long"
                | "grand"
                | "so-called"
                | "former"
                | "proposed"
                | "last"
                | "latest"
                | "next"
                | "recent"
                | "current"
                | "main"
                | "major"
                | "only"
                | "full"
                | "large"
                | "small"
                | "second"
                | "third"
                | "deadly"
                | "local"
                | "modern"
                | "original"
        )
        || lower.len() > 4 && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

pub(super) fn is_time_noun(lower: &str) -> bool {
    matches!(
        lower,
        "year" | "month" | "week" | "day" | "quarter" | "season" | "time" | "today" | "decade"
    )
}

/// "X FC", "X TV": of a place, its club or its station.
fn names_a_club(word: &Word<'_>) -> bool {
    matches!(
        word.raw,
        "FC" | "AFC" | "RFC" | "CFC" | "SC" | "CC" | "HC" | "BC" | "RC" | "FM" | "TV"
    )
}

/// The last noun of the phrase that starts at a word.
fn head_noun(parse: &Parse<'_>, start: usize, limit: usize) -> Option<usize> {
    let mut head = None;
    for at in start..limit.min(start + 6) {
        // "X's 431-metre height", but "its signing in 2016".
        // "X's whole 54-second timeout"
        let whole = head.is_some_and(|head: usize| {
            matches!(
                parse.words[head].lower.as_str(),
                "whole" | "entire" | "full" | "new" | "own" | "usual"
            )
        });
        if parse.is_value(at) && (head.is_none() || whole) {
            head = None;
            continue;
        }
        if parse.is_value(at) {
            break;
        }
        let time = matches!(parse.words[at].lower.as_str(), "last" | "this" | "next");
        match parse.tags[at] {
            _ if head.is_some() && (time || is_date_word(&parse.words[at].lower)) => break,
            Tag::Number if head.is_some() => break,
            Tag::Noun | Tag::Name | Tag::Number => head = Some(at),
            Tag::Adverb if head.is_none() => {}
            Tag::Verb if head.is_none() && at == start => {}
            Tag::Mark if is_quote(parse, at) || is_hyphen(parse, at) => {}
            _ => break,
        }
    }
    head
}
