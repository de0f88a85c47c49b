//! Lengths of time without a number: "a decade", "half a century", "decade-long".

use super::read::{and_a_part, is_place_in_time, push, smaller};
use super::{Duration, Length};
use crate::value::Reading;
use crate::value::number::{Dimension, Unit};
use crate::value::numeral::{self, Meaning, Scan};

/// "a decade", "half a century", "decade-long", "a fortnight".
pub(super) fn single(scan: &Scan<'_>, at: usize, readings: &mut Vec<Reading>) {
    let Some((unit, _)) = unit_word(scan, at) else { return };
    if scan.text_of(at).ends_with(['s', 'S']) || scan.is_coded(at) {
        return;
    }
    let long = scan.is_dash(at + 1) && scan.is_word(at + 2, "long");
    let before = scan.word_before(at);
    let article = before.filter(|&word| scan.meaning(word) == Some(Meaning::Article));
    let half = before.filter(|&word| scan.meaning(word) == Some(Meaning::Half));
    let start = match (half, article) {
        (Some(half), _) => return half_of(scan, half, at, unit, readings),
        (None, Some(article)) => {
            let half = scan.word_before(article);
            if let Some(half) = half.filter(|&word| scan.meaning(word) == Some(Meaning::Half)) {
                return half_of(scan, half, at, unit, readings);
            }
            if half.is_some_and(|word| scan.is_word(word, "of")) {
                let part = half.and_then(|of| numeral::part_before(scan, of));
                if let Some((start, share)) = part {
                    return part_of(scan, start, share, at, unit, readings);
                }
            }
            article
        }
        (None, None) if quarter_dash(scan, at) => {
            return part_of(scan, at - 2, 0.25, at, unit, readings);
        }
        (None, None) if long && !counted_before(scan, at) => at,
        _ => return,
    };
    let start = if long { at } else { start };
    let broken = and_a_part(scan, unit, at + 1).is_some();
    let more = smaller(scan, unit, at + 1).filter(|_| article.is_some());
    let whole = long || broken || more.is_some();
    if !whole && (is_place_in_time(scan, at + 1) || !opens(scan, start, unit)) {
        return;
    }
    let (mut end, mut granularity) = (at + 1, unit.factor);
    let Some(mut length) = Length::of(1.0, unit.symbol) else { return };
    if let Some((more, after)) = and_a_part(scan, unit, end) {
        length = length.plus(more);
        (granularity, end) = (granularity * 0.2, after);
        if is_place_in_time(scan, end) {
            return;
        }
    }
    // "an hour and thirty-five minutes"
    if !long
        && !broken
        && let Some((more, lesser, after)) = smaller(scan, unit, end)
    {
        length = length.plus(more);
        (granularity, end) = (lesser.factor, after);
    }
    let end = if long { at + 3 } else { end };
    push(scan, start, end, Duration::new(length, granularity), "article-unit", readings);
}

fn part_of(
    scan: &Scan<'_>,
    start: usize,
    share: f64,
    at: usize,
    unit: &Unit,
    readings: &mut Vec<Reading>,
) {
    if is_place_in_time(scan, at + 1) {
        return;
    }
    let Some(length) = Length::of(share, unit.symbol) else { return };
    let duration = Duration::new(length, unit.factor * 0.1);
    push(scan, start, at + 1, duration, "part-unit", readings);
}

fn half_of(scan: &Scan<'_>, half: usize, at: usize, unit: &Unit, readings: &mut Vec<Reading>) {
    // "two and a half years" was read from its numeral, and so was "half a century".
    let read = scan.numeral_ending_at(half + 1).is_some();
    if read && scan.after_gap(half + 1) == Some(at) || is_place_in_time(scan, at + 1) {
        return;
    }
    part_of(scan, half, 0.5, at, unit, readings);
}

/// "quarter-century"
fn quarter_dash(scan: &Scan<'_>, at: usize) -> bool {
    at >= 2
        && scan.is_dash(at - 1)
        && scan.meaning(at - 2) == Some(Meaning::Quarter)
        && !counted_before(scan, at)
}

fn counted_before(scan: &Scan<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|gap| scan.numeral_ending_at(gap).is_some())
}

fn unit_word(scan: &Scan<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    Unit::named(scan.text_of(at))
        .filter(|unit| unit.dimension == Dimension::Time)
        .map(|u| (u, at + 1))
}

/// Whether "a year" says how long: decades do, shorter units only after a word that asks for it
/// ("for a year"); else it is a rate ("$5 a year") or a point in time.
fn opens(scan: &Scan<'_>, start: usize, unit: &Unit) -> bool {
    const ASKING: &[&str] = &[
        "for", "over", "within", "lasting", "lasts", "lasted", "last", "than", "about", "nearly",
        "almost", "least", "around", "roughly", "some", "under", "of", "spanning", "spans",
        "spanned", "to",
    ];
    let before = scan.word_before(start);
    if matches!(unit.symbol, "decade" | "century" | "fortnight") {
        const RATE: &[&str] = &["once", "twice", "times"];
        return !before.is_some_and(|at| RATE.iter().any(|word| scan.is_word(at, word)));
    }
    let Some(before) = before else { return false };
    ASKING.iter().any(|word| scan.is_word(before, word))
}
