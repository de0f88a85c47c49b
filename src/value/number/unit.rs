//! Units of measure: what they measure, and how their names are found. Their rows stand in `units`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::units::UNITS;
use crate::value::numeral::{Kind, Scan, fold};
use crate::value::row::Row;

/// What a unit measures. Units of one dimension are converted, others cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Metres.
    Length,
    /// Kilograms.
    Mass,
    /// Square metres.
    Area,
    /// Cubic metres.
    Volume,
    /// Metres per second.
    Speed,
    /// Kelvin.
    Temperature,
    /// "98 degrees", of whatever.
    Degree,
    /// Bytes.
    Data,
    /// Joules.
    Energy,
    /// Watts.
    Power,
    /// Seconds.
    Time,
    /// Hertz.
    Frequency,
    /// Bytes per second.
    DataRate,
    /// Pascals.
    Pressure,
    /// Newtons.
    Force,
    /// Volts.
    Voltage,
    /// Cubic metres per second.
    Flow,
    /// Decibels.
    Loudness,
    /// Parts of one.
    Concentration,
}

impl Dimension {
    /// Its name, as the lexicon's measures have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Mass => "mass",
            Self::Area => "area",
            Self::Volume => "volume",
            Self::Speed => "speed",
            Self::Temperature => "temperature",
            Self::Degree => "degree",
            Self::Data => "data",
            Self::Energy => "energy",
            Self::Power => "power",
            Self::Time => "time",
            Self::Frequency => "frequency",
            Self::DataRate => "data rate",
            Self::Pressure => "pressure",
            Self::Force => "force",
            Self::Voltage => "voltage",
            Self::Flow => "flow",
            Self::Loudness => "loudness",
            Self::Concentration => "concentration",
        }
    }
}

/// A unit of measure.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// How reports print it.
    pub symbol: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's base unit it is.
    pub factor: f64,
    /// What is added after the factor (temperatures).
    pub offset: f64,
    /// Share by which readings of the name differ ("ton", "gallon"); at least the slack of any
    /// conversion.
    pub slack: f64,
    /// Written forms whose case counts, several with blanks between.
    pub(super) symbols: &'static str,
    /// Names in the singular, several with commas between.
    pub(super) names: &'static str,
}

impl Row for Unit {
    fn table() -> &'static [Self] {
        UNITS
    }
}

impl Unit {
    /// `value` of this unit in the base unit of its dimension.
    pub(crate) fn is_same(&self, other: &Unit) -> bool {
        self.symbol == other.symbol
    }

    /// The unit called `name`: a symbol or a name in singular or plural.
    pub(crate) fn named(name: &str) -> Option<&'static Unit> {
        let name = name.trim();
        let symbols =
            tables().symbols.get(name).or_else(|| tables().symbols.get(&*name.to_lowercase()));
        let names = || tables().names.get(&*folded(name)).copied().flatten();
        symbols.copied().or_else(names)
    }
}

struct Tables {
    symbols: FxHashMap<String, &'static Unit>,
    /// `None` where a longer name only begins with the words.
    names: FxHashMap<String, Option<&'static Unit>>,
    /// For each first byte, the lengths of the symbols that begin with it, as bits.
    lengths: [u8; 256],
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut symbols = FxHashMap::default();
        let mut names = FxHashMap::default();
        for unit in UNITS {
            for symbol in unit.symbols.split_ascii_whitespace() {
                symbols.insert(symbol.to_owned(), unit);
            }
            for name in unit.names.split(',').filter(|name| !name.is_empty()) {
                let folded = folded(name);
                for (at, _) in folded.match_indices(' ') {
                    names.entry(folded[..at].to_owned()).or_insert(None);
                }
                names.insert(folded, Some(unit));
            }
        }
        // "KM", "Kmph", "mhz": any case of a longer symbol that only one unit has.
        for unit in UNITS {
            for symbol in unit.symbols.split_ascii_whitespace().filter(|symbol| symbol.len() > 1) {
                symbols.entry(symbol.to_lowercase()).or_insert(unit);
            }
        }
        let mut lengths = [0; 256];
        for symbol in symbols.keys() {
            lengths[usize::from(symbol.as_bytes()[0])] |= 1 << symbol.len().min(LONGEST_SYMBOL + 1);
        }
        Tables { symbols, names, lengths }
    })
}

fn folded(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return fold(name);
    }
    let words: Vec<String> = name.split([' ', '-']).map(fold).collect();
    words.join(" ")
}

/// The unit written from token `from` on, over a blank or a hyphen, and the token after it.
pub(crate) fn unit_at(scan: &Scan<'_>, from: usize) -> Option<(&'static Unit, usize)> {
    let blank = scan.kind(from) == Some(Kind::Blank);
    let hyphen = scan.is_dash(from + usize::from(blank)) && !scan.is_sign(from, '—');
    let mut first = from + usize::from(blank);
    if hyphen && scan.kind(first + 1) == Some(Kind::Word) {
        first += 1;
        first = scan.after_blank(first);
    }
    // "the 1990s" are no seconds.
    let decade = !blank && scan.is_word(first, "s");
    // "a Form 10-K" has no temperature.
    let form = first > from + usize::from(blank) && scan.text_of(first) == "K";
    symbol_at(scan, first).filter(|_| !decade && !form).or_else(|| name_at(scan, first))
}

/// The bytes of the longest symbol.
const LONGEST_SYMBOL: usize = 6;

/// A symbol, the longest first: "km/h" before "km", "m²" before "m".
fn symbol_at(scan: &Scan<'_>, first: usize) -> Option<(&'static Unit, usize)> {
    if matches!(scan.kind(first)?, Kind::Blank | Kind::Digits) {
        return None;
    }
    (first + 1..=first + 3).rev().find_map(|end| {
        if end > scan.n_tokens() {
            return None;
        }
        let written = &scan.text[scan.cover(first, end).range()];
        if written.len() > LONGEST_SYMBOL {
            return None;
        }
        if !may_be_symbol(written) {
            return None;
        }
        let known = tables().symbols.get(written);
        let lower = || tables().symbols.get(&*written.to_lowercase()).filter(|_| written.len() > 1);
        let unit = known.or_else(lower)?;
        // "5 m.p.h.", "10 g-force", "3 m-long" aside: a symbol ends where letters and digits end.
        let code =
            scan.is_dash(end) && scan.kind(end + 1) == Some(Kind::Digits) && end == first + 1;
        let ends = !matches!(scan.kind(end), Some(Kind::Word | Kind::Digits)) && !code;
        let sign = written.len() == 1 && scan.is_sign(end, '\'');
        (ends && !sign).then_some((*unit, end))
    })
}

/// Whether a symbol has these bytes at most: most words are told by the first and their number.
fn may_be_symbol(written: &str) -> bool {
    let lengths = |first: u8| tables().lengths[usize::from(first)] >> written.len() & 1 == 1;
    let first = written.as_bytes().first();
    !written.is_ascii()
        || first.is_some_and(|first| lengths(*first) || lengths(first.to_ascii_lowercase()))
}

fn name_at(scan: &Scan<'_>, first: usize) -> Option<(&'static Unit, usize)> {
    let mut key = String::new();
    let mut best = None;
    let mut at = first;
    for _ in 0..3 {
        if scan.kind(at) != Some(Kind::Word) {
            break;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&fold(scan.text_of(at)));
        at += 1;
        let Some(unit) = tables().names.get(&key) else { break };
        best = unit.map(|unit| (unit, at)).or(best);
        if scan.is_sign(at, '.') && key.len() <= 3 {
            at += 1;
        }
        let joined = scan.kind(at) == Some(Kind::Blank) || scan.is_dash(at);
        if !joined {
            break;
        }
        at += 1;
    }
    best
}
