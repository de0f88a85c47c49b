//! The words of numbers: one row a word.
//!
//! A new word is a row here, and nothing else.

use crate::text::word_set::WordMap;

/// What a word says about numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Meaning {
    /// Zero to nineteen.
    Ones(u8),
    /// Twenty to ninety.
    Tens(u8),
    /// "hundred".
    Hundred,
    /// A power of ten: "thousand", "crore".
    Scale(i32),
    /// Twelve of them.
    Dozen,
    /// "half".
    Half,
    /// "quarter" (a fourth).
    Quarter,
    /// "first" to "ninetieth", and the powers ("hundredth").
    Ordinal(u64),
    /// "thirds": the denominator of a fraction.
    Denominator(u64),
    /// "and".
    And,
    /// "a", "an".
    Article,
    /// "point".
    Point,
    /// "minus", "negative".
    Minus,
    /// A month, which makes a number beside it a date.
    Month,
    /// A stretch of time that counts as one with an article: "a decade".
    Period,
}

use Meaning::{
    And, Article, Denominator, Dozen, Half, Hundred, Minus, Month, Ones, Ordinal, Period, Point,
    Quarter, Scale, Tens,
};

const ROWS: &[(&str, Meaning)] = &[
    ("zero", Ones(0)),
    ("nought", Ones(0)),
    ("naught", Ones(0)),
    ("one", Ones(1)),
    ("two", Ones(2)),
    ("three", Ones(3)),
    ("four", Ones(4)),
    ("five", Ones(5)),
    ("six", Ones(6)),
    ("seven", Ones(7)),
    ("eight", Ones(8)),
    ("nine", Ones(9)),
    ("ten", Ones(10)),
    ("eleven", Ones(11)),
    ("twelve", Ones(12)),
    ("thirteen", Ones(13)),
    ("fourteen", Ones(14)),
    ("fifteen", Ones(15)),
    ("sixteen", Ones(16)),
    ("seventeen", Ones(17)),
    ("eighteen", Ones(18)),
    ("nineteen", Ones(19)),
    ("twenty", Tens(20)),
    ("thirty", Tens(30)),
    ("forty", Tens(40)),
    ("fourty", Tens(40)),
    ("fifty", Tens(50)),
    ("sixty", Tens(60)),
    ("seventy", Tens(70)),
    ("eighty", Tens(80)),
    ("ninety", Tens(90)),
    ("hundred", Hundred),
    ("hundreds", Hundred),
    ("thousand", Scale(3)),
    ("thousands", Scale(3)),
    ("lakh", Scale(5)),
    ("lakhs", Scale(5)),
    ("lac", Scale(5)),
    ("million", Scale(6)),
    ("millions", Scale(6)),
    ("crore", Scale(7)),
    ("crores", Scale(7)),
    ("billion", Scale(9)),
    ("billions", Scale(9)),
    ("trillion", Scale(12)),
    ("trillions", Scale(12)),
    ("quadrillion", Scale(15)),
    ("mn", Scale(6)),
    ("mln", Scale(6)),
    ("mil", Scale(6)),
    ("bn", Scale(9)),
    ("bln", Scale(9)),
    ("tn", Scale(12)),
    ("trn", Scale(12)),
    ("tln", Scale(12)),
    ("cr", Scale(7)),
    ("k", Scale(3)),
    ("dozen", Dozen),
    ("dozens", Dozen),
    ("half", Half),
    ("halves", Denominator(2)),
    ("quarter", Quarter),
    ("quarters", Denominator(4)),
    ("first", Ordinal(1)),
    ("second", Ordinal(2)),
    ("third", Ordinal(3)),
    ("fourth", Ordinal(4)),
    ("fifth", Ordinal(5)),
    ("sixth", Ordinal(6)),
    ("seventh", Ordinal(7)),
    ("eighth", Ordinal(8)),
    ("ninth", Ordinal(9)),
    ("nineth", Ordinal(9)),
    ("tenth", Ordinal(10)),
    ("eleventh", Ordinal(11)),
    ("twelfth", Ordinal(12)),
    ("thirteenth", Ordinal(13)),
    ("fourteenth", Ordinal(14)),
    ("fifteenth", Ordinal(15)),
    ("sixteenth", Ordinal(16)),
    ("seventeenth", Ordinal(17)),
    ("eighteenth", Ordinal(18)),
    ("nineteenth", Ordinal(19)),
    ("twentieth", Ordinal(20)),
    ("thirtieth", Ordinal(30)),
    ("fortieth", Ordinal(40)),
    ("fiftieth", Ordinal(50)),
    ("sixtieth", Ordinal(60)),
    ("seventieth", Ordinal(70)),
    ("eightieth", Ordinal(80)),
    ("ninetieth", Ordinal(90)),
    ("hundredth", Ordinal(100)),
    ("thousandth", Ordinal(1_000)),
    ("millionth", Ordinal(1_000_000)),
    ("billionth", Ordinal(1_000_000_000)),
    ("trillionth", Ordinal(1_000_000_000_000)),
    ("and", And),
    ("a", Article),
    ("an", Article),
    ("point", Point),
    ("minus", Minus),
    ("negative", Minus),
    ("january", Month),
    ("jan", Month),
    ("february", Month),
    ("feb", Month),
    ("march", Month),
    ("mar", Month),
    ("april", Month),
    ("apr", Month),
    ("may", Month),
    ("june", Month),
    ("jun", Month),
    ("july", Month),
    ("jul", Month),
    ("august", Month),
    ("aug", Month),
    ("september", Month),
    ("sept", Month),
    ("sep", Month),
    ("october", Month),
    ("oct", Month),
    ("november", Month),
    ("nov", Month),
    ("december", Month),
    ("dec", Month),
    ("century", Period),
    ("decade", Period),
    ("year", Period),
    ("month", Period),
    ("fortnight", Period),
    ("week", Period),
    ("day", Period),
    ("hour", Period),
    ("minute", Period),
];

/// Letters that stand directly after digits and scale them: "10k", "3.2bn". ("m" also means
/// metres, so the reader of each kind decides on it; capital "M" is settled.)
const GLUED: &[(&str, i32)] =
    &[("k", 3), ("K", 3), ("M", 6), ("MM", 6), ("b", 9), ("B", 9), ("T", 12)];

const LONGEST: usize = 12;

static TABLE: WordMap<Meaning, 512> = {
    let mut table = WordMap::new(And);
    let mut at = 0;
    while at < ROWS.len() {
        table.insert(ROWS[at].0, ROWS[at].1);
        at += 1;
    }
    let mut at = 0;
    while at < DENOMINATORS.len() {
        let whole = DENOMINATORS[at];
        let (ordinal, _) = whole.split_at(whole.len() - 1);
        if let Ordinal(rank) = table.value_or_filler(ordinal) {
            table.insert(whole, Denominator(rank));
        }
        at += 1;
    }
    table
};

/// "thirds" of "third". Seconds and firsts are no fractions.
const DENOMINATORS: &[&str] = &[
    "thirds",
    "fourths",
    "fifths",
    "sixths",
    "sevenths",
    "eighths",
    "ninths",
    "tenths",
    "elevenths",
    "twelfths",
    "thirteenths",
    "fourteenths",
    "fifteenths",
    "sixteenths",
    "seventeenths",
    "eighteenths",
    "nineteenths",
    "twentieths",
    "thirtieths",
    "fortieths",
    "fiftieths",
    "sixtieths",
    "seventieths",
    "eightieths",
    "ninetieths",
    "hundredths",
    "thousandths",
    "millionths",
    "billionths",
    "trillionths",
];

/// For each first letter, the lengths of the words that begin with it, as bits: most words of a
/// text are no number words, and this tells without hashing them.
const LENGTHS: [u16; 26] = {
    let mut lengths = [0; 26];
    let mut at = 0;
    while at < ROWS.len() + DENOMINATORS.len() {
        let word = if at < ROWS.len() { ROWS[at].0 } else { DENOMINATORS[at - ROWS.len()] };
        lengths[(word.as_bytes()[0] - b'a') as usize] |= 1 << word.len();
        at += 1;
    }
    lengths
};

/// What `word` says about numbers, whatever its case.
pub(crate) fn meaning(word: &str) -> Option<Meaning> {
    let first = word.as_bytes().first()?.to_ascii_lowercase().wrapping_sub(b'a');
    let of_letter = LENGTHS.get(usize::from(first))?;
    if word.len() > LONGEST || of_letter & (1 << word.len()) == 0 {
        return None;
    }
    TABLE.get_in_any_case(word)
}

/// The power of ten that letters glued to digits stand for.
pub(crate) fn glued_scale(letters: &str) -> Option<i32> {
    if let Some(&(_, power)) = GLUED.iter().find(|(row, _)| *row == letters) {
        return Some(power);
    }
    match meaning(letters) {
        Some(Scale(power)) => Some(power),
        _ => None,
    }
}
