//! Finds ordinals in digits and words.

use super::Ordinal;
use crate::value::numeral::{Kind, Meaning, Scan};
use crate::value::{Comparator, Reading, Value};

/// Finds the ordinals in a scanned text and takes the numerals they end.
pub(crate) fn read(scan: &mut Scan<'_>, readings: &mut Vec<Reading>) {
    for at in 0..scan.n_tokens() {
        let found = match scan.kind(at) {
            Some(Kind::Digits) => suffixed(scan, at),
            Some(Kind::Word) => worded(scan, at),
            _ => None,
        };
        let Some((start, end, rank, pattern)) = found else { continue };
        if is_something_else(scan, start, end) {
            continue;
        }
        readings.push(Reading {
            span: scan.cover(start, end),
            value: Value::Ordinal(Ordinal { rank }),
            comparator: Comparator::Exactly,
            pattern,
        });
    }
}

type Found = (usize, usize, u64, &'static str);

/// "5th", "21st".
fn suffixed(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if scan.kind(at + 1) != Some(Kind::Word) || scan.is_coded(at) {
        return None;
    }
    let suffix = scan.text_of(at + 1);
    let known = ["st", "nd", "rd", "th"].iter().any(|row| row.eq_ignore_ascii_case(suffix))
        || is_second_or_third(scan, at);
    let before = at.checked_sub(1).and_then(|before| scan.kind(before));
    let clear = matches!(
        before,
        None | Some(
            Kind::Blank | Kind::Sign('(' | '[' | '"' | '“' | '‘' | '\'' | '—' | '–' | '/' | '-')
        )
    );
    let joined = scan.kind(at + 2) == Some(Kind::Digits);
    let rank = scan.text_of(at).parse().ok()?;
    (known && clear && !joined && rank > 0).then_some((at, at + 2, rank, "digits"))
}

/// "the 103d Congress", "the 3d Session", but neither "3d graphics" nor "12d".
fn is_second_or_third(scan: &Scan<'_>, at: usize) -> bool {
    let digits = scan.text_of(at);
    let teen = digits.ends_with("12") || digits.ends_with("13");
    if scan.text_of(at + 1) != "d" || teen || !digits.ends_with(['2', '3']) {
        return false;
    }
    let next = scan.after_blank(at + 2);
    let counts = next > at + 2 && scan.kind(next) == Some(Kind::Word);
    let the = scan.word_before(at).is_some_and(|word| {
        ["the", "its", "his", "her", "their", "our", "s"].iter().any(|it| scan.is_word(word, it))
    });
    counts && the && (digits.len() > 1 || scan.is_capital(next))
}

/// "fifth", "twenty-first", "one hundred and fifth".
fn worded(scan: &mut Scan<'_>, at: usize) -> Option<Found> {
    let Some(Meaning::Ordinal(rank)) = scan.meaning(at) else { return None };
    if scan.is_coded(at) {
        return None;
    }
    if let Some((index, total)) = compound(scan, at, rank) {
        scan.numerals[index].taken = true;
        return Some((scan.numerals[index].start, at + 1, total, "words"));
    }
    // "two thirds" and "one third of" were read as parts.
    let part = scan.numeral_ending_at(at + 1).is_some();
    (!part).then_some((at, at + 1, rank, "words"))
}

/// The numeral before an ordinal that it ends: "twenty" before "first".
fn compound(scan: &Scan<'_>, at: usize, rank: u64) -> Option<(usize, u64)> {
    let gap = at.checked_sub(1)?;
    let mut before = gap;
    if scan.kind(gap) == Some(Kind::Blank) || scan.is_dash(gap) {
        if let Some(and) =
            gap.checked_sub(1).filter(|&word| scan.meaning(word) == Some(Meaning::And))
        {
            before = and.checked_sub(1)?;
        }
    } else {
        return None;
    }
    let index = scan.numeral_ending_at(before)?;
    let numeral = &scan.numerals[index];
    if scan.kind(numeral.start) != Some(Kind::Word) || numeral.amount.is_range() {
        return None;
    }
    let head = numeral.amount.low;
    if head < 1.0 || head.fract() != 0.0 || head > 1e15 || numeral.half {
        return None;
    }
    let head = head as u64;
    if rank >= 100 {
        return Some((index, head.checked_mul(rank)?));
    }
    // The place it fills must be free: "twenty" and "first", not "twelve" and "first".
    let free = match rank {
        1..=9 => head.is_multiple_of(10) && head >= 20 && head % 100 != 10,
        _ => head.is_multiple_of(100),
    };
    free.then(|| (index, head + rank))
}

/// Ordinals that rank nothing: time, dates, turns of phrase, adverbs.
fn is_something_else(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    is_date(scan, start, end)
        || is_in_name(scan, end)
        || (is_bare(scan, start, end, "second") && is_time(scan, start))
        || (is_bare(scan, start, end, "second") && follows(scan, end, SECOND))
        || (is_bare(scan, start, end, "first") && is_turn(scan, start, end))
        || (is_bare(scan, start, end, "third") && follows(scan, end, THIRD))
        || follows(scan, end, ANY)
}

/// Words after any ordinal that make it a stretch of time or a part.
const ANY: &[&str] = &["century", "centuries", "half", "quarter"];
const SECOND: &[&str] =
    &["hand", "thought", "thoughts", "guess", "amendment", "nature", "opinion", "world"];
const THIRD: &[&str] = &["party", "parties", "world", "person"];
const FIRST: &[&str] = &[
    "lady",
    "ladies",
    "gentleman",
    "minister",
    "name",
    "names",
    "aid",
    "hand",
    "responder",
    "responders",
    "class",
    "person",
    "amendment",
    "world",
    "things",
    "glance",
    "and",
    "time",
    "principles",
];

/// Words that make a name of the ordinal before them: "Fifth Avenue", "the 7th Fleet".
const OF_NAMES: &[&str] = &[
    "avenue",
    "street",
    "fleet",
    "army",
    "corps",
    "division",
    "regiment",
    "battalion",
    "infantry",
    "brigade",
    "squadron",
    "circuit",
    "reich",
    "wing",
    "armored",
    "armoured",
    "airborne",
    "cavalry",
    "panzer",
    "precinct",
    "ward",
    "sergeant",
    "lieutenant",
    "officer",
    "secretary",
    "mate",
    "republic",
    "nations",
    "amendment",
];

fn is_in_name(scan: &Scan<'_>, end: usize) -> bool {
    let next = scan.after_blank(end);
    next > end && scan.is_capital(next) && OF_NAMES.iter().any(|word| scan.is_word(next, word))
}

fn is_bare(scan: &Scan<'_>, start: usize, end: usize, word: &str) -> bool {
    end == start + 1 && scan.is_word(start, word)
}

fn follows(scan: &Scan<'_>, end: usize, words: &[&str]) -> bool {
    let next = scan.after_gap(end);
    next.is_some_and(|at| words.iter().any(|word| scan.is_word(at, word)))
}

/// "the 4th of July", "May 4th", "the fourth of July".
fn is_date(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let month = |at: usize| scan.meaning(at) == Some(Meaning::Month) && scan.is_capital(at);
    let before = scan.before_blank(start).map(|at| match scan.is_sign(at, '.') {
        true => at.saturating_sub(1),
        false => at,
    });
    let dated = before.is_some_and(|at| {
        month(at) || scan.is_word(at, "the") && scan.word_before(at).is_some_and(month)
    });
    let mut next = scan.after_blank(end);
    if scan.is_word(next, "day") {
        next = scan.after_blank(next + 1);
    }
    if scan.is_word(next, "of") {
        next = scan.after_blank(next + 1);
    }
    dated || month(next)
}

/// "second" as a unit of time: "30 second", "a second later", "metres per second".
fn is_time(scan: &Scan<'_>, start: usize) -> bool {
    let gap =
        start.checked_sub(1).filter(|&at| scan.kind(at) == Some(Kind::Blank) || scan.is_dash(at));
    if gap.is_some_and(|gap| scan.numeral_ending_at(gap).is_some()) {
        return true;
    }
    let Some(before) = scan.word_before(start) else { return false };
    if ["per", "split", "each", "any"].iter().any(|word| scan.is_word(before, word)) {
        return true;
    }
    // "every second year" ranks nothing either.
    if scan.is_word(before, "every") {
        return true;
    }
    let article = scan.meaning(before) == Some(Meaning::Article);
    let next = scan.after_blank(start + 1);
    let alone = scan.kind(next) != Some(Kind::Word)
        || ["later", "ago", "before", "after", "or", "and", "long", "faster", "slower", "to", "in"]
            .iter()
            .any(|word| scan.is_word(next, word));
    article && alone
}

/// "first of all", "at first", "first-hand", "first opened in 1935".
fn is_turn(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let before = scan.word_before(start);
    if before.is_some_and(|at| scan.is_word(at, "at")) || follows(scan, end, FIRST) {
        return true;
    }
    let Some(next) = scan.after_gap(end) else { return false };
    if scan.is_word(next, "of") && scan.is_word(scan.after_blank(next + 1), "all") {
        return true;
    }
    // An adverb: no determiner before, a participle after.
    let determined = before.is_some_and(|at| {
        ["the", "its", "their", "his", "her", "our", "my", "your", "a", "s", "and", "very"]
            .iter()
            .any(|word| scan.is_word(at, word))
    });
    !determined && is_past(scan.text_of(next))
}

fn is_past(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "held", "met", "built", "won", "begun", "began", "seen", "saw", "made", "came", "went",
        "took", "taken", "became", "become", "known", "set", "sold", "sent", "spoke", "spoken",
        "told", "written", "wrote", "flew", "flown", "put", "run", "ran", "led", "found",
        "brought", "bought", "given", "gave", "shown", "got", "sworn",
    ];
    let lower = word.to_ascii_lowercase();
    lower.len() > 3 && lower.ends_with("ed") || IRREGULAR.contains(&&*lower)
}
