//! The lines above and below a headline that are not claims: stamps, bylines, mail headers.
//!
//! Recognition of one line only; which lines are looked at is `opening`'s business. A line that is
//! anything else is the article's.

use jiff::civil::Date;

use crate::source::Span;

use super::imprint::{self, PUBLICATIONS, is_issue};
use super::keys::{DATES, OTHERS, TITLES, UPDATES};
use super::{date, dateline};

/// What a line at the top of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpeningLine {
    /// States when the article was published, and perhaps who wrote it.
    Stamp { date: Date, span: Span, updated: bool },
    /// A header with the date glued to text: what is left begins at `rest`.
    GluedStamp { date: Date, span: Span, rest: usize },
    /// Names the writer, the agency, a mail's sender: neither date nor claim.
    Byline,
    /// A title after its key; it begins at `start`.
    Title { start: usize },
    /// Text of the article.
    Body,
}

/// Years; a page is not written over so many.
const LIFE: i16 = 15;
/// Longer lines are prose.
const MAX_LEN: usize = 140;
#[rustfmt::skip]
const AGENCY_ENDINGS: [&str; 20] = [
    "news service", "news network", "news agency", "news desk", "web desk", "online desk",
    "digital desk", "city desk", "bureau", "correspondent", "correspondents", "staff writer",
    "staff reporter", "press trust of india", "associated press", "reuters", "agencies", "afp",
    "ani", "pti",
];
/// Words that may stand in lower case in a byline or beside a stamp's date.
const SMALL_WORDS: [&str; 25] = [
    "and", "by", "of", "in", "the", "for", "at", "on", "de", "da", "la", "le", "van", "von", "der",
    "bin", "al", "el", "min", "mins", "minute", "read", "with", "special", "to",
];

/// Whether a line begins with a key for dates.
pub(super) fn has_date_key(line: &str) -> bool {
    key_len(line) > 0
}

/// Reads one line.
pub(super) fn read(line: &str) -> OpeningLine {
    if let Some((date, span, rest)) = glued_date(line) {
        return if line[rest..].is_empty() {
            OpeningLine::Stamp { date, span, updated: false }
        } else {
            OpeningLine::GluedStamp { date, span, rest }
        };
    }
    if let Some((date, span)) = imprint::read(line) {
        return OpeningLine::Stamp { date, span, updated: false };
    }
    if line.len() > MAX_LEN {
        return OpeningLine::Body;
    }
    keyed(line)
        .or_else(|| stamp(line))
        .unwrap_or_else(|| if is_byline(line) { OpeningLine::Byline } else { OpeningLine::Body })
}

/// `date 2021-01-27 The text goes on`.
fn glued_date(line: &str) -> Option<(Date, Span, usize)> {
    let key = line.get(..4).filter(|key| key.eq_ignore_ascii_case("date"))?;
    let value = line[key.len()..].trim_start_matches(':').trim_start();
    let start = line.len() - value.len();
    let (stated, len) = date::parse_prefix(value)?;
    let end = start + len;
    let iso = value.starts_with(|c: char| c.is_ascii_digit()) && value[..len].contains('-');
    let spaced = line[end..].is_empty() || line[end..].starts_with(char::is_whitespace);
    let rest = line.len() - line[end..].trim_start().len();
    (iso && spaced && start > key.len()).then_some(())?;
    Some((stated.date()?, Span::new(start, end), rest))
}

/// `Published: 27 January 2021`, `Subject: ...`, `From: ...`.
fn keyed(line: &str) -> Option<OpeningLine> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim();
    let start = line.len() - value.trim_start().len();
    if DATES.has(key) || UPDATES.has(key) {
        let (date, span) = part_date(&line[start..])?;
        return Some(OpeningLine::Stamp {
            date,
            span: span.shifted(start),
            updated: UPDATES.has(key),
        });
    }
    if TITLES.has(key) && start < line.len() {
        return Some(OpeningLine::Title { start });
    }
    OTHERS.has(key).then_some(OpeningLine::Byline)
}

/// A line that is a date with names beside it: `Jane Doe | 11 November 2023`,
/// `Updated - November 11, 2023 10:15 pm IST - NEW DELHI`, `27 January 2021`.
fn stamp(line: &str) -> Option<OpeningLine> {
    if !has_year(line) {
        return None;
    }
    // `LONDON, 5 March 2021 — Talks begin` is a headline with its dateline.
    if dateline::read(line).is_some_and(|found| found.is_upper && found.day.is_some()) {
        return None;
    }
    let mut found = None;
    let mut first_year = None;
    let mut updated = false;
    for part in parts(line) {
        let text = &line[part.range()];
        let key_len = key_len(text);
        let value = text[key_len..].trim_start_matches([' ', ':']);
        let shift = part.end - value.len();
        updated |=
            found.is_none() && text.get(..6).is_some_and(|key| key.eq_ignore_ascii_case("update"));
        if let Some((date, span)) = part_date(value) {
            // `17 April 1930 – 9 November 2021` is a life.
            let first = *first_year.get_or_insert(date.year());
            if date.year() - first >= LIFE {
                return None;
            }
            let stamp = OpeningLine::Stamp { date, span: span.shifted(shift), updated };
            found.get_or_insert(stamp);
        } else if !value.is_empty() && !is_name(value) && !is_issue(value) {
            return None;
        }
    }
    found
}

/// Whether four digits stand together: no day that is known with its year does without.
pub(super) fn has_year(line: &str) -> bool {
    let mut n_digits = 0;
    line.bytes().any(|byte| {
        n_digits = if byte.is_ascii_digit() { n_digits + 1 } else { 0 };
        n_digits == 4
    })
}

/// The parts of a line between bars, bullets, spaced dashes and a full stop before a key.
fn parts(line: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = line.get(start..)?;
        let (len, mark_len) = next_mark(rest).unwrap_or((rest.len(), 1));
        let part = &rest[..len];
        let trimmed = part.trim_start();
        let from = start + part.len() - trimmed.len();
        start += len + mark_len;
        Some(Span::new(from, from + trimmed.trim_end().len()))
    })
}

/// Where the next mark stands and how long it is.
fn next_mark(text: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(at, character)| {
        let end = at + character.len_utf8();
        let spaced = || text[..at].ends_with(' ') && text[end..].starts_with(' ');
        let is_mark = match character {
            '|' | '·' | '•' => true,
            '-' | '–' | '—' => spaced(),
            '.' => text[end..].strip_prefix(' ').is_some_and(|next| key_len(next) > 0),
            _ => false,
        };
        is_mark.then_some((at, end - at))
    })
}

/// The length of the key a stamp begins with: `Published on`.
fn key_len(text: &str) -> usize {
    let keys = DATES.0.iter().chain(UPDATES.0);
    let initial = text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let fits = |key: &&&str| {
        key.bytes().next() == initial
            && text.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key))
            && text[key.len()..].starts_with([' ', ':'])
    };
    keys.filter(fits).map(|key| key.len()).max().unwrap_or(0)
}

/// A date with at most a time, a place or a writer beside it.
fn part_date(part: &str) -> Option<(Date, Span)> {
    if let Some(found) = date::parse(part) {
        return Some(found);
    }
    if let Some((stated, len)) = date::parse_prefix(part) {
        let rest = part[len..].trim_start_matches([',', ' ']);
        let beside = rest.strip_prefix("by ").unwrap_or(rest);
        let separated = part[len..].starts_with(',') || rest.len() != beside.len();
        return (separated && is_name(beside))
            .then_some(())
            .and_then(|()| Some((stated.date()?, Span::new(0, len))));
    }
    // `Jane Doe, 11 November 2023`
    let (at, _) =
        part.match_indices(", ").find(|(at, _)| date::parse(&part[at + 2..]).is_some())?;
    let (date, span) = date::parse(&part[at + 2..])?;
    // `Signed, 4 May 2010` says what happened then.
    let is_verb = !part[..at].contains(' ') && part[..at].ends_with("ed");
    let named = is_name(&part[..at]) || is_issue(&part[..at]);
    (named && !is_verb).then_some((date, span.shifted(at + 2)))
}

fn is_byline(line: &str) -> bool {
    let line = line.trim_matches(|c| "()[]*_ ".contains(c));
    if is_copyright(line) || is_release_note(line) {
        return true;
    }
    if let Some(writer) = line.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")) {
        return parts(&line[writer.len()..])
            .map(|part| &line[writer.len()..][part.range()])
            .map(without_day)
            .all(|part| part.is_empty() || is_name(part) || is_desk(part));
    }
    if let Some(writer) = line.strip_suffix(" By") {
        return is_name(writer);
    }
    is_name(line)
        && line.split_whitespace().count() <= 5
        && AGENCY_ENDINGS.iter().any(|ending| {
            ends_with(line, ending).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })
}

/// `© 2021 Example`, `Copyright Example Media Ltd.`
pub(super) fn is_copyright(line: &str) -> bool {
    const MAX_LEN: usize = 100;
    let rest = ["©", "(c) ", "copyright ", "all rights reserved"].iter().find_map(|mark| {
        let start = line.get(..mark.len()).filter(|start| start.eq_ignore_ascii_case(mark))?;
        Some(&line[start.len()..])
    });
    // `Copyright was extended in 1998` is a sentence: its verb is in lower case.
    let small =
        |word: &str| SMALL_WORDS.contains(&word) || ["all", "rights", "reserved"].contains(&word);
    rest.is_some_and(|rest| {
        line.len() <= MAX_LEN
            && rest
                .split(|c: char| !(c.is_alphanumeric() || "'’".contains(c)))
                .all(|word| !word.starts_with(char::is_lowercase) || small(word))
    })
}

fn is_release_note(line: &str) -> bool {
    const NOTES: [&str; 4] =
        ["for immediate release", "for release", "not for publication", "ends"];
    const MAX_LEN: usize = 80;
    let until = line.get(.."embargo".len()).is_some_and(|key| key.eq_ignore_ascii_case("embargo"));
    until && line.len() <= MAX_LEN && !line.ends_with('.')
        || NOTES.iter().any(|note| line.trim_end_matches(['.', ':']).eq_ignore_ascii_case(note))
}

/// `Jane Doe` of `Jane Doe, Jan 27`.
fn without_day(writer: &str) -> &str {
    let Some((name, day)) = writer.split_once(", ") else { return writer };
    let is_day = date::parse_prefix(day).is_some_and(|(_, len)| len == day.len());
    if is_day { name } else { writer }
}

/// `our legal staff`, `a staff reporter`.
fn is_desk(writer: &str) -> bool {
    const DESKS: [&str; 8] = [
        "staff",
        "reporter",
        "reporters",
        "correspondent",
        "correspondents",
        "editor",
        "editors",
        "desk",
    ];
    let mut words = writer.split(' ');
    let owned = words.next().is_some_and(|word| ["our", "a", "an", "the"].contains(&word));
    owned
        && writer.split(' ').count() <= 5
        && words.next_back().is_some_and(|word| DESKS.contains(&word))
}

/// What stands before `ending`, when `line` ends with it in any case of letters.
fn ends_with<'l>(line: &'l str, ending: &str) -> Option<&'l str> {
    let (rest, end) = line.split_at_checked(line.len().checked_sub(ending.len())?)?;
    end.eq_ignore_ascii_case(ending).then_some(rest)
}

/// A few capitalised words: a person, a paper, a place, also `5 min read`.
pub(super) fn is_name(text: &str) -> bool {
    const MAX_WORDS: usize = 9;
    let mut n_words = 0;
    let all_fit = text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).all(|word| {
        n_words += 1;
        let is_small =
            || SMALL_WORDS.contains(&word) || word == "&" || PUBLICATIONS.contains(&word);
        // Other numbers are a score, a count, a claim.
        let digits = || word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        let is_number = || digits() && text.contains("min");
        let is_initial =
            || word.strip_suffix('.').is_some_and(|initial| initial.chars().count() <= 3);
        let is_plain = || word.chars().all(|c| c.is_alphabetic() || "-'’/&()@._".contains(c));
        let is_capital = word.starts_with(|c: char| c.is_uppercase() || "(@".contains(c));
        (is_capital && is_plain() && (!word.ends_with('.') || is_initial()))
            || is_number()
            || is_small()
    });
    let has_capital = || text.contains(char::is_uppercase) || text.contains(" read");
    all_fit && (1..=MAX_WORDS).contains(&n_words) && has_capital()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_lines() {
        let cases = [
            ("date 2021-01-27 The pact was", "2021-01-27, then: The pact was"),
            ("Date: 2021-01-27", "2021-01-27"),
            ("date 2021-01-27", "2021-01-27"),
            ("Date: 27 January 2021", "2021-01-27"),
            ("Date: Wed, 27 Jan 2021 10:15:00 +0530", "2021-01-27"),
            ("Published: January 27, 2021", "2021-01-27"),
            ("Updated: 28 Jan 2021, 10:15 IST", "2021-01-28 updated"),
            ("Updated - November 11, 2023 10:15 pm IST - NEW DELHI", "2023-11-11 updated"),
            ("Jane Doe | 11 November 2023", "2023-11-11"),
            ("Jane Doe, 11 November 2023", "2023-11-11"),
            ("No. 48, 12 October 2023", "2023-10-12"),
            ("Vol. 12, Issue 3, 12 October 2023", "2023-10-12"),
            ("The Harbour Light | Issue 7 | 12 October 2023", "2023-10-12"),
            ("Room 48, 12 October 2023", "body"),
            ("11 November 2023, New Delhi", "2023-11-11"),
            ("November 11, 2023 by Jane Doe", "2023-11-11"),
            ("Posted on November 11, 2023 · 5 min read", "2023-11-11"),
            ("27 January 2021", "2021-01-27"),
            ("VARBY, 16 March 2025 - Ada Lund won in eight minutes and 14 seconds.", "body"),
            ("Ada Lund won on 16 March 2025 in eight minutes", "body"),
            ("Minutes of the council, 16 March 2025", "2025-03-16"),
            ("By Jane Doe", "byline"),
            ("By JANE DOE and John Q. Public, Reuters", "byline"),
            ("Iris Calder By", "byline"),
            ("Harbour News Service", "byline"),
            ("(Reuters)", "byline"),
            ("From: Jane Doe <jane@example.org>", "byline"),
            ("Subject: A call", "title: A call"),
            ("Posted on 9 April 2019", "2019-04-09"),
            ("Policy brief, 11 May 2023", "2023-05-11"),
            ("Maintenance notes. Updated 30 June 2025.", "2025-06-30 updated"),
            ("Think-tank explainer. Updated 30 June 2025.", "2025-06-30 updated"),
            ("2026-01-15 | Observatory newsletter", "2026-01-15"),
            ("PORT AUREL CITY COUNCIL - NEWSLETTER, 14 MAY 2014", "2014-05-14"),
            ("NEWSLETTER, 14 MAY 2014", "2014-05-14"),
            ("Published 3 March 2021 · Updated 5 March 2021", "2021-03-03"),
            ("By Jane Doe | 11 November 2023", "2023-11-11"),
            ("5 October 2022 – For immediate release", "2022-10-05"),
            ("FOR IMMEDIATE RELEASE", "byline"),
            ("EMBARGOED UNTIL 6 OCTOBER 2022", "byline"),
            ("Signed, 4 May 2010", "body"),
            ("By our legal staff", "byline"),
            ("© 2023 Example", "byline"),
            ("Copyright 2023 Example Media Ltd. All rights reserved.", "byline"),
            ("All rights reserved. Copyright © 2024 The Post", "byline"),
            ("Copyright was extended in 1998", "body"),
            ("LONDON, 5 March 2021 - Talks Begin", "body"),
            ("FC Brennick 2 Norland 1, 11 November 2023", "body"),
            ("The pact. Updated rules came on 30 June 2025.", "body"),
            ("By a narrow margin", "body"),
            ("By 2020 the pact was signed", "body"),
            ("By Friday the pact was signed", "body"),
            ("Published: 1998", "body"),
            ("Founded: 1893", "body"),
            ("27 January 2021 was the day", "body"),
            ("The pact was signed on 27 January 2021", "body"),
            ("Dateline India", "body"),
            ("", "body"),
        ];
        for (line, expected) in cases {
            let shown = match read(line) {
                OpeningLine::Stamp { date, updated, .. } => {
                    format!("{date}{}", if updated { " updated" } else { "" })
                }
                OpeningLine::GluedStamp { date, rest, .. } => {
                    format!("{date}, then: {}", &line[rest..])
                }
                OpeningLine::Title { start } => format!("title: {}", &line[start..]),
                OpeningLine::Byline => "byline".into(),
                OpeningLine::Body => "body".into(),
            };
            assert_eq!(shown, expected, "{line}");
        }
    }
}
