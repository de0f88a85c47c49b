//! The dateline of a news report: `NEW DELHI, Oct 27:`, `LONDON, 5 March 2021 (AFP) —`, `GENEVA —`.
//!
//! What is cut here is never checked, so in doubt nothing is: `LEMOA — signed in 2016` begins with
//! a subject, not a town. A place needs a date, a wire agency or the list of cities beside it.

use crate::source::Span;

use super::date::{self, StatedDay};

/// A dateline at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Where the report itself begins.
    pub(super) text_start: usize,
    /// The day it names, and where.
    pub(super) day: Option<(StatedDay, Span)>,
    /// Its place is written in capitals, as agencies do.
    pub(super) is_upper: bool,
}

/// Datelines are short; a separator further on is the report's own.
const MAX_LEN: usize = 90;
const MAX_WORDS: usize = 6;
const AGENCIES: [&str; 30] = [
    "afp",
    "agencies",
    "agency",
    "ani",
    "ansa",
    "ap",
    "app",
    "associated press",
    "bbc",
    "bloomberg",
    "bss",
    "cna",
    "cnn",
    "dpa",
    "efe",
    "ians",
    "kuna",
    "kyodo",
    "mena",
    "pti",
    "reuters",
    "tass",
    "the associated press",
    "uni",
    "upi",
    "wam",
    "xinhua",
    "yonhap",
    "wire",
    "staff",
];
/// How the names of agencies and desks end: `Norr Press`, `Bizwire`, `Newsdesk`.
const AGENCY_ENDINGS: [&str; 12] = [
    "press", "news", "wire", "desk", "agency", "service", "newsroom", "media", "times", "bureau",
    "reporter", "staff",
];
/// Capitalised first words that begin a sentence, not a place.
const NOT_PLACES: [&str; 26] = [
    "a",
    "after",
    "an",
    "around",
    "as",
    "at",
    "before",
    "between",
    "by",
    "during",
    "following",
    "for",
    "from",
    "in",
    "it",
    "last",
    "next",
    "on",
    "published",
    "since",
    "the",
    "this",
    "until",
    "updated",
    "when",
    "with",
];
/// Reads the dateline `text` begins with.
pub(super) fn read(text: &str) -> Option<Found> {
    let window = super::front(text, MAX_LEN);
    let mut from = 0;
    while let Some((at, separator)) = next_separator(window, from) {
        let text_start = text.len() - text[at + separator.len()..].trim_start().len();
        let head = Head::read(&text[..at]);
        if let Some(head) = head.filter(|head| head.is_dateline(separator, &text[text_start..])) {
            return Some(Found { text_start, day: head.day, is_upper: head.is_upper });
        }
        from = at + separator.len();
    }
    None
}

/// The next separator at or after `from`, and its length.
fn next_separator(window: &str, from: usize) -> Option<(usize, &str)> {
    // The dashes begin with this byte; nearly all others are no separators.
    let may = |byte: u8| matches!(byte, b':' | b'-' | 0xe2);
    (from..window.len()).filter(|&at| may(window.as_bytes()[at])).find_map(|at| {
        let character = window[at..].chars().next()?;
        let end = at + character.len_utf8();
        match character {
            ':' | '—' | '–' | '―' => Some((at, &window[at..end])),
            '-' if window[end..].starts_with('-') => Some((at, &window[at..=end])),
            '-' if window[..at].ends_with(' ') && window[end..].starts_with(' ') => {
                Some((at, &window[at..end]))
            }
            _ => None,
        }
    })
}

/// The part before the separator, in its pieces.
#[derive(Debug, Default)]
struct Head {
    /// The first place, up to a comma: `New Delhi`.
    place: String,
    n_words: usize,
    is_upper: bool,
    day: Option<(StatedDay, Span)>,
    /// It names a weekday, which is the report's and not the article's.
    has_weekday: bool,
    agency: Agency,
}

/// How sure it is that the head names an agency.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Agency {
    #[default]
    None,
    /// A bracket with names in it, after a day.
    Bracket,
    /// A name that ends as agencies' names do.
    Named,
    Known,
}

impl Head {
    fn read(text: &str) -> Option<Self> {
        let mut head = Self { is_upper: true, ..Self::default() };
        let mut at = 0;
        let mut place_ended = false;
        while at < text.len() {
            let rest = &text[at..];
            if let Some(skipped) = separators_len(rest) {
                place_ended |= rest.starts_with(',');
                at += skipped;
            } else if rest.starts_with(['(', '[']) {
                at += head.read_bracket(rest)?;
                place_ended = true;
            } else if let Some(inside) = between_slashes(rest).filter(|_| place_ended) {
                head.agency = agency(inside)?;
                at += inside.len() + "//".len();
            } else if head.day.is_none()
                && let Some((stated, len)) = date::parse_prefix(rest)
            {
                head.day = Some((stated, Span::new(at, at + len)));
                place_ended = true;
                at += len;
            } else {
                let len = rest.find([' ', ',', '(', '[', '\u{a0}']).unwrap_or(rest.len());
                if place_ended && date::is_weekday(&rest[..len]) {
                    head.has_weekday = true;
                } else {
                    head.add_word(&rest[..len], place_ended)?;
                }
                at += len;
            }
        }
        (head.n_words > 0 || (head.day.is_some() && head.agency != Agency::None)).then_some(head)
    }

    fn read_bracket(&mut self, rest: &str) -> Option<usize> {
        let end = rest.find([')', ']'])?;
        let inside = &rest[1..end];
        if rest.starts_with('(') {
            // Another bracket than an agency's: `Agreement (LEMOA) —` is no dateline.
            let dated = self.day.is_some() || self.has_weekday;
            self.agency = agency(inside).filter(|&agency| dated || agency != Agency::Bracket)?;
        }
        Some(end + 1)
    }

    fn add_word(&mut self, word: &str, place_ended: bool) -> Option<()> {
        let capitalised = word.starts_with(char::is_uppercase)
            || matches!(word, "de" | "da" | "el" | "es" | "and" | "&" | "of");
        let is_name = word.chars().all(|c| c.is_alphabetic() || ".-'’/&".contains(c));
        let begins_sentence = self.n_words == 0
            && NOT_PLACES.contains(&word.to_lowercase().as_str())
            && word != "THE";
        (capitalised && is_name && !begins_sentence && self.n_words < MAX_WORDS).then_some(())?;
        self.n_words += 1;
        if !place_ended {
            self.is_upper &= !word.contains(char::is_lowercase);
            if !self.place.is_empty() {
                self.place.push(' ');
            }
            self.place.push_str(word);
        }
        Some(())
    }

    fn is_dateline(&self, separator: &str, rest: &str) -> bool {
        if rest.is_empty() {
            return false;
        }
        let is_place = self.is_upper || is_city(&self.place);
        if self.day.is_some()
            || self.agency == Agency::Known
            || (is_place && (self.agency == Agency::Named || self.has_weekday))
        {
            return true;
        }
        let begins_report = rest.starts_with(|c: char| !c.is_lowercase());
        // `London: ...` may be a line of a list; `LONDON: ...` is how agencies write.
        begins_report && is_city(&self.place) && (self.is_upper || separator != ":")
    }
}

/// `PRNewswire` of `/PRNewswire/`.
fn between_slashes(rest: &str) -> Option<&str> {
    rest.strip_prefix('/')?.split_once('/').map(|(inside, _)| inside)
}

/// What a bracket names: an agency, or at most a few names.
fn agency(inside: &str) -> Option<Agency> {
    let lower = inside.to_lowercase();
    if AGENCIES.contains(&lower.as_str()) {
        return Some(Agency::Known);
    }
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && !date::is_weekday(word)
            && word.chars().all(|c| c.is_alphabetic() || ".-'’/&".contains(c))
    };
    let n_words = inside.split_whitespace().count();
    let fits = (1..=4).contains(&n_words) && inside.split_whitespace().all(is_name);
    let is_named = AGENCY_ENDINGS.iter().any(|ending| lower.ends_with(ending));
    fits.then_some(if is_named { Agency::Named } else { Agency::Bracket })
}

fn separators_len(rest: &str) -> Option<usize> {
    let skipped = rest.len() - rest.trim_start_matches([' ', ',', '\u{a0}']).len();
    (skipped > 0).then_some(skipped)
}

fn is_city(place: &str) -> bool {
    crate::lexicon::is_city(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_told_from_subjects() {
        let cases = [
            ("NEW DELHI, Oct 27: The pact was", "Oct 27|The pact was"),
            ("Washington DC [US], February 7 : The call", "February 7|The call"),
            ("LONDON, 5 March 2021 (Agency) — Talks", "5 March 2021|Talks"),
            ("GENEVA — Talks began", "-|Talks began"),
            ("NEW DELHI: With an upswing", "-|With an upswing"),
            ("Brussels, March 5, 2021 – the talks", "March 5, 2021|the talks"),
            ("KATHMANDU (Reuters) - Nepal said", "-|Nepal said"),
            ("TRURO, England, June 3 (AP) -- The", "June 3|The"),
            ("THE HAGUE, Tuesday, 3 May 2022 — Judges", "Tuesday, 3 May 2022|Judges"),
            ("MUMBAI, India — A ship", "-|A ship"),
            ("TORVIK, 24 May 2018 (Norr Press) - The President", "24 May 2018|The President"),
            ("VELD, Thursday (Newsdesk) - Prime Minister", "-|Prime Minister"),
            ("PUERTO CLARO, Feb. 14, 2023 (Wire) - He", "Feb. 14, 2023|He"),
            ("HESTAN, Monday - Voters in", "-|Voters in"),
            ("Jan 30, 2023 (Bizwire) - Ardent said", "Jan 30, 2023|Ardent said"),
            ("LONDON (AP) — The", "-|The"),
            ("KELD (Norr Press) — The", "-|The"),
            ("GULLAN, Nov 21, 2024 (Vond) - A pump", "Nov 21, 2024|A pump"),
            ("LONDON/PARIS, Oct 27 (AFP) — The", "Oct 27|The"),
            ("STORHAVN, Estmark, Jan. 30, 2023 /Newswire/ -- The", "Jan. 30, 2023|The"),
            ("WASHINGTON: The council", "-|The council"),
            ("LONDON and PARIS, Oct 27 — The", "Oct 27|The"),
            ("PORT AUREL, Keld, Wednesday, 8 March 2024: The", "Wednesday, 8 March 2024|The"),
            ("BRENNICK, Feb 11, 2026 - FC Brennick 2", "Feb 11, 2026|FC Brennick 2"),
            ("UNITED NATIONS: The council", "-|The council"),
            ("6 October 2012 – The line opens", "none"),
            ("30 June 2019 (Saturday) – The line opens", "none"),
            ("KELD (Charter) — The text", "none"),
            ("Pact (Press) — The text", "none"),
            ("Agreement (LEMOA), 29 August 2016 - It", "none"),
            ("Torvik Pact, Thursday - It", "none"),
            ("LEMOA — India and the US signed it", "none"),
            ("LEMOA: India and the US signed it", "none"),
            ("LEMOA (2016): India and the US", "none"),
            ("Exchange Agreement (LEMOA) — It was", "none"),
            ("On February 7: The pact", "none"),
            ("London: 1935", "none"),
            ("Geneva — the city — was", "none"),
            ("Founded: 1893", "none"),
            ("NEW DELHI, Oct 27:", "none"),
            ("In New Delhi, on Oct 27: a", "none"),
            ("", "none"),
        ];
        for (text, expected) in cases {
            let shown = read(text).map_or("none".to_owned(), |found| {
                let day = found.day.map_or("-", |(_, span)| &text[span.range()]);
                format!("{day}|{}", &text[found.text_start..])
            });
            assert_eq!(shown, expected, "{text}");
        }
    }
}
