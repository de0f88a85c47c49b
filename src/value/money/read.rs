//! Finds amounts of money: a sign, code or name before or after a numeral.

use super::Money;
use super::currency::{Candidates, begins_name, by_cents, by_name, by_sign, may_end_sign};
use crate::value::numeral::{self, Amount, Kind, Meaning, Numeral, Scan, fold};
use crate::value::{Reading, Value};

/// Money around one numeral, in tokens.
struct Found {
    start: usize,
    end: usize,
    amount: Amount,
    currencies: Candidates,
    /// The name may also be a unit of weight.
    loose: bool,
}

/// Finds the amounts of money in a scanned text and takes their numerals.
pub(crate) fn read(scan: &mut Scan<'_>, readings: &mut Vec<Reading>) {
    let from = readings.len();
    let mut after = 0;
    for index in 0..scan.numerals.len() {
        let numeral = scan.numerals[index];
        if numeral.start < after {
            scan.numerals[index].taken = true;
            continue;
        }
        let found = signed(scan, &numeral)
            .filter(|found| found.start >= after)
            .or_else(|| named(scan, &numeral));
        let Some(found) = found else { continue };
        scan.numerals[index].taken = !found.loose;
        after = found.end;
        readings.push(Reading {
            span: scan.cover(found.start, found.end),
            comparator: numeral::comparator(scan, found.start, found.end),
            value: Value::Money(Money { amount: found.amount, currencies: found.currencies }),
            pattern: if found.start < numeral.start { "sign-amount" } else { "amount-name" },
        });
    }
    numeral::join_ranges(scan.text, readings, from);
}

/// "$3.2 billion", "Rs 45,000 crore", "US$5m".
fn signed(scan: &Scan<'_>, numeral: &Numeral) -> Option<Found> {
    let last = scan.before_blank(numeral.start)?;
    let (start, currencies) = sign_before(scan, last)?;
    let (amount, end) = with_million(scan, numeral);
    let end = doubled_name(scan, end, currencies);
    Some(Found { start, end, amount, currencies, loose: false })
}

/// A longer sign, abbreviation or code is none.
const MOST_SIGN_BYTES: usize = 8;

/// A sign that ends with token `last`, the longest first: "US$" before "$".
fn sign_before(scan: &Scan<'_>, last: usize) -> Option<(usize, Candidates)> {
    if matches!(scan.kind(last)?, Kind::Blank | Kind::Digits) || !may_end_sign(scan.text_of(last)) {
        return None;
    }
    (last.saturating_sub(4)..=last).find_map(|start| {
        let written = &scan.text[scan.cover(start, last + 1).range()];
        // No sign is longer, and the search for one is not for nothing.
        if written.len() > MOST_SIGN_BYTES + 1 {
            return None;
        }
        // "US $150 million".
        let spaced_sign = scan.is_sign(last, '$')
            && scan.kind(start) == Some(Kind::Word)
            && written.starts_with(|first: char| first.is_ascii_uppercase());
        let closed = spaced_sign.then(|| written.replacen(' ', "", 1));
        let written = closed.as_deref().unwrap_or(written);
        let glued =
            start.checked_sub(1).is_some_and(|before| scan.kind(before) == Some(Kind::Word))
                && scan.kind(start) == Some(Kind::Word);
        let currencies = by_sign(written).filter(|_| !glued && written.len() <= MOST_SIGN_BYTES)?;
        // "the R 32" and "Br 5" are no money unless glued or capital codes.
        let alone = written.len() == 1 && written.is_ascii() && written != "$";
        let spaced = scan.kind(last + 1) == Some(Kind::Blank);
        let word = is_lower_word(written) || (alone && spaced);
        (!word).then_some((start, currencies))
    })
}

/// "all", "try" and "cup" in lower case are words, not codes.
fn is_lower_word(written: &str) -> bool {
    matches!(
        written,
        "all" | "try" | "cup" | "top" | "mad" | "gel" | "sos" | "pen" | "fr" | "re" | "ron" | "bam"
    )
}

/// The "m" that is a million after a currency sign.
fn with_million(scan: &Scan<'_>, numeral: &Numeral) -> (Amount, usize) {
    let at = scan.after_blank(numeral.end);
    let million = scan.kind(at) == Some(Kind::Word)
        && matches!(scan.text_of(at), "m" | "M")
        && numeral.scale.is_none();
    if million { (numeral.amount.times(1e6), at + 1) } else { (numeral.amount, numeral.end) }
}

/// "$10 dollars" says it twice.
fn doubled_name(scan: &Scan<'_>, end: usize, currencies: Candidates) -> usize {
    match name_after(scan, end) {
        Some((named, after, false)) if named.first() == currencies.first() => after,
        _ => end,
    }
}

/// "45 billion rupees", "5 €", "USD"-last, "12-cent", "3 dollars 50 cents".
fn named(scan: &Scan<'_>, numeral: &Numeral) -> Option<Found> {
    if numeral.code {
        return None;
    }
    let (amount, end) = match sign_after(scan, numeral.end) {
        Some(_) => (numeral.amount, numeral.end),
        None => with_million(scan, numeral),
    };
    let glued = scan.kind(end) == Some(Kind::Word);
    if let Some((currencies, end)) = millions_after(scan, end).filter(|_| numeral.scale.is_none()) {
        let amount = numeral.amount.times(1e6);
        return Some(Found { start: numeral.start, end, amount, currencies, loose: false });
    }
    if let Some((currencies, end)) = sign_after(scan, end) {
        let (amount, end) = scale_after(scan, numeral, amount, end);
        let (amount, end) = with_cents(scan, numeral, (amount, end), currencies);
        return Some(Found { start: numeral.start, end, amount, currencies, loose: false });
    }
    if glued {
        return pence(scan, numeral);
    }
    let (currencies, end, cents) = name_after(scan, end)?;
    let plain = numeral.amount.high < 1000.0 && numeral.scale.is_none();
    if plain && WORDLIKE.iter().any(|word| scan.is_word(end - 1, word)) {
        return None;
    }
    let (mut amount, mut end) = (if cents { amount.times(0.01) } else { amount }, end);
    let weight = currencies.first().is_some_and(|currency| currency.code == "GBP")
        && scan.text_of(end - 1).to_ascii_lowercase().starts_with("pound")
        && numeral.scale.is_none();
    if !cents {
        (amount, end) = with_cents(scan, numeral, (amount, end), currencies);
    }
    Some(Found { start: numeral.start, end, amount, currencies, loose: weight })
}

/// Names that are words of their own: "the 5 won the race".
const WORDLIKE: &[&str] = &["won", "lei", "kip", "sol", "real", "som", "buck"];

/// "50p".
fn pence(scan: &Scan<'_>, numeral: &Numeral) -> Option<Found> {
    let small = numeral.amount.high < 100.0
        && scan.text_of(numeral.end) == "p"
        && !scan.is_dash(numeral.end + 1);
    let currencies = by_cents("pence").filter(|_| small)?;
    let (start, end) = (numeral.start, numeral.end + 1);
    Some(Found { start, end, amount: numeral.amount.times(0.01), currencies, loose: false })
}

/// "75 USD million".
fn scale_after(scan: &Scan<'_>, numeral: &Numeral, amount: Amount, end: usize) -> (Amount, usize) {
    let at = scan.after_blank(end);
    match scan.meaning(at) {
        Some(Meaning::Scale(power)) if numeral.scale.is_none() => {
            (amount.times(10_f64.powi(power)), at + 1)
        }
        _ => (amount, end),
    }
}

/// "30 MUSD": a code in millions.
fn millions_after(scan: &Scan<'_>, end: usize) -> Option<(Candidates, usize)> {
    let at = scan.after_blank(end);
    let code = scan.text_of(at).strip_prefix('M')?;
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    by_sign(code)
        .filter(|_| is_code && scan.kind(at) == Some(Kind::Word))
        .map(|found| (found, at + 1))
}

/// A sign or code after the amount: "5 €", "200 USD".
fn sign_after(scan: &Scan<'_>, end: usize) -> Option<(Candidates, usize)> {
    let at = scan.after_blank(end);
    match scan.kind(at)? {
        Kind::Sign(sign) if !matches!(sign, '¥') || at == end => {
            // "10 $30" belongs to the next amount.
            let next = scan.kind(at + 1) == Some(Kind::Digits);
            by_sign(scan.text_of(at)).filter(|_| !next).map(|found| (found, at + 1))
        }
        Kind::Word => {
            let written = scan.text_of(at);
            let code = written.len() == 3 && !is_lower_word(written);
            let usual = code || !written.is_ascii() || matches!(written, "kr" | "RM" | "TL" | "元");
            if !usual || scan.kind(at + 1) == Some(Kind::Digits) {
                return None;
            }
            by_sign(written).map(|found| (found, at + 1))
        }
        _ => None,
    }
}

/// A name after the amount, over a blank or hyphen; the last part tells whether it is a hundredth.
fn name_after(scan: &Scan<'_>, end: usize) -> Option<(Candidates, usize, bool)> {
    let mut at = scan.after_gap(end)?;
    if at == end {
        return None;
    }
    let mut key = String::new();
    let mut best = None;
    for _ in 0..3 {
        if scan.kind(at) != Some(Kind::Word) {
            break;
        }
        let mut word = scan.text_of(at).to_owned();
        let mut after = at + 1;
        // "U.S."
        while scan.is_sign(after, '.') && scan.kind(after + 1) == Some(Kind::Word) {
            word.push_str(scan.text_of(after + 1));
            after += 2;
        }
        let folded = in_full(fold(&word));
        if key.is_empty() && !begins_name(&folded) {
            return None;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&folded);
        best = by_name(&key)
            .map(|found| (found, after, false))
            .or_else(|| by_cents(&key).map(|found| (found, after, true)))
            .or(best);
        at = scan.after_blank(after + usize::from(after > at + 1 && scan.is_sign(after, '.')));
        if at == after {
            break;
        }
    }
    best
}

/// The word that news wires shorten: "450 mln dlrs", "20 mln stg".
fn in_full(word: String) -> String {
    match word.as_str() {
        "dlr" => "dollar".into(),
        "stg" => "sterling".into(),
        "lire" => "lira".into(),
        _ => word,
    }
}

/// "15 dollars 50", "thirteen dollars and forty-five": two digits or their words, and nothing
/// after them that they could count.
fn bare_cents(scan: &Scan<'_>, part: &Numeral) -> Option<(f64, usize)> {
    let two = match scan.kind(part.start) {
        Some(Kind::Digits) => scan.span(part.start).len() == 2 && part.bare,
        _ => part.scale.is_none() && !part.half && part.amount.high < 100.0,
    };
    let next = scan.after_blank(part.end);
    let closes =
        !matches!(scan.kind(next), Some(Kind::Word | Kind::Digits | Kind::Sign('%' | '$')));
    let fits = two && closes && part.amount.low >= 10.0 && !part.amount.is_range();
    fits.then_some((part.amount.low / 100.0, part.end))
}

/// An amount of whole units with the hundredths said after it, if there are any.
fn with_cents(
    scan: &Scan<'_>,
    numeral: &Numeral,
    (amount, end): (Amount, usize),
    currencies: Candidates,
) -> (Amount, usize) {
    let whole = numeral.scale.is_none() && amount.low.fract() == 0.0;
    match cents_after(scan, currencies, end).filter(|_| whole) {
        Some((part, after)) => (Amount { granularity: 0.01, ..amount.plus(part) }, after),
        None => (amount, end),
    }
}

/// "50 cents" after "3 dollars".
fn cents_after(scan: &Scan<'_>, currencies: Candidates, end: usize) -> Option<(f64, usize)> {
    let mut at = scan.after_blank(end);
    if scan.is_word(at, "and") || scan.is_sign(at, ',') {
        at = scan.after_blank(at + 1);
    }
    let part = scan.numeral_at(at)?;
    let comma = at > end && scan.before_blank(at).is_some_and(|before| scan.is_sign(before, ','));
    if let Some(bare) = bare_cents(scan, part).filter(|_| !comma) {
        return Some(bare);
    }
    let (named, after, cents) = name_after(scan, part.end)?;
    let same = named.iter().any(|currency| currencies.contains(currency));
    (cents && same && part.amount.high < 100.0).then_some((part.amount.low / 100.0, after))
}
