//! Small questions about single words of a block.

use super::mention::Mention;
use super::parse::{Parse, Tag};
use crate::lexicon;
use crate::text::WordKind;

/// Month and weekday names, which may stand beside a name without being part of it.
pub(crate) fn is_date_word(lower: &str) -> bool {
    lexicon::MONTHS.contains(&lower) || lexicon::WEEKDAYS.contains(&lower)
}

/// Whether a word is a number with parts: "4.0.1".
pub(crate) fn is_version(raw: &str) -> bool {
    raw.starts_with(|c: char| c.is_ascii_digit()) && raw.contains('.')
}

/// Whether a word belongs to a name of something no fact knows: neither a date nor a mention.
pub(crate) fn is_strange_name(parse: &Parse<'_>, mentions: &[Mention], at: usize) -> bool {
    // Values are read last, where nothing else decides.
    parse.tags[at] == Tag::Name
        && !mentions.iter().any(|mention| mention.words.contains(&at))
        && !is_date_word(&parse.words[at].lower)
        && !parse.is_value(at)
        && !is_capital_of_sentence(parse, at)
}

/// "Revenue rose": a noun of the lexicon's that has its capital from the sentence it begins.
fn is_capital_of_sentence(parse: &Parse<'_>, at: usize) -> bool {
    let begins = at == 0 || matches!(parse.words[at - 1].raw, "." | "!" | "?" | ":" | "›");
    let alone = parse.tags.get(at + 1) != Some(&Tag::Name);
    begins
        && alone
        && parse.words[at].raw.len() > 3
        && lexicon::cues_at(&[parse.words[at].lower.as_str()])
            .iter()
            .any(|hit| hit.form.is_nominal())
}

/// "X, which *we* opened": who writes.
pub(crate) fn is_writer(parse: &Parse<'_>, mention: &Mention) -> bool {
    matches!(parse.words[mention.words.start].lower.as_str(), "we" | "our" | "us")
}

/// "the *Perth-based* company": past where it is based.
pub(super) fn past_place(parse: &Parse<'_>, start: usize, limit: usize) -> usize {
    const LONGEST: usize = 4;
    let named = (start..limit.min(start + LONGEST)).find(|&at| parse.tags[at] != Tag::Name);
    let hyphen = named.filter(|&at| at > start && is_hyphen(parse, at));
    let based = |at: &usize| {
        parse.words.get(at + 1).is_some_and(|word| {
            matches!(word.lower.as_str(), "based" | "headquartered" | "listed" | "owned")
        })
    };
    hyphen.filter(based).map_or(start, |at| at + 2)
}

/// Whether a mention has no capital: it says what a thing is, and is no name of one.
pub(crate) fn is_common(parse: &Parse<'_>, mention: &Mention) -> bool {
    mention.words.clone().all(|at| !parse.words[at].is_capitalised())
}

/// Past brackets that follow at once: "Harrier Pact (HP)".
pub(crate) fn skip_brackets(parse: &Parse<'_>, at: usize, limit: usize) -> usize {
    if at < limit
        && parse.words[at].is_mark('(')
        && let Some(close) = (at..limit).find(|&i| parse.words[i].is_mark(')'))
    {
        return close + 1;
    }
    // "Anna Lund [ˈanna lʊnd] (born 1938)"
    if at < limit
        && parse.words[at].is_mark('[')
        && let Some(close) = (at..limit).find(|&i| parse.words[i].is_mark(']'))
    {
        return close + 1;
    }
    at
}

/// Whether a word is a quotation mark.
pub(crate) fn is_quote(parse: &Parse<'_>, at: usize) -> bool {
    parse.words[at].kind == WordKind::Mark
        && parse.tags[at] != Tag::Possessive
        && parse.words[at].raw.chars().all(|c| {
            crate::text::word::is_double_quote(c) || crate::text::word::is_apostrophe(c) || c == '`'
        })
}

/// Whether a word is a hyphen glued on both sides.
pub(crate) fn is_hyphen(parse: &Parse<'_>, at: usize) -> bool {
    let word = &parse.words[at];
    word.raw.chars().all(crate::text::word::is_dash)
        && at > 0
        && parse.words[at - 1].span.end == word.span.start
        && parse.words.get(at + 1).is_some_and(|next| next.span.start == word.span.end)
}

/// "its", "his", "her", "their", "our".
pub(crate) fn is_possessive_pronoun(lower: &str) -> bool {
    matches!(lower, "its" | "his" | "her" | "their" | "our" | "whose")
}
