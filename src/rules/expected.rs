//! What a fact expects, by value key: the compiled form of `date:`, `holders:`, `editions:` ...

use serde::{Deserialize, Serialize};

use super::packed;
use crate::value::{date, duration, money, number, percent};

/// The expected value of a fact. Exactly one value key of the rule gives it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Expected {
    /// `date:`
    Date(date::Expected),
    /// `period:` both ends must be equal.
    Period(date::Expected),
    /// `duration:`
    Duration(duration::Expected),
    /// `ordinal:`
    Ordinal(u32),
    /// `number:` with `unit:` and `tolerance:`
    Number(number::Expected),
    /// `money:` with `tolerance:`
    Money(money::Expected),
    /// `percent:` with `tolerance:`
    Percent(percent::Expected),
    /// `text:` with `also:` and `among:`
    Text(Text),
    /// `members:` with `among:`
    Members(Members),
    /// `expansion:` with `also:`
    Expansion(Text),
    /// `holders:`
    Holders(Vec<Holder>),
    /// `timeline:`
    Timeline(Vec<TimelineRow>),
    /// `editions:`
    Editions(Vec<Edition>),
}

impl Expected {
    /// The number expected: the fact's own, a timeline's first, that of a series' first row to have one.
    pub fn number(&self) -> Option<&number::Expected> {
        match self {
            Self::Number(number) => Some(number),
            Self::Timeline(rows) => rows.first().and_then(|row| row.value.number()),
            Self::Editions(rows) => {
                let mut columns = rows.iter().flat_map(|row| &row.columns);
                columns.find_map(|column| column.value.number())
            }
            _ => None,
        }
    }

    /// Its numbers: one, or one of each row that has one.
    pub fn numbers_mut(&mut self) -> Vec<&mut number::Expected> {
        match self {
            Self::Number(number) => vec![number],
            Self::Timeline(rows) => {
                rows.iter_mut().flat_map(|row| row.value.numbers_mut()).collect()
            }
            Self::Editions(rows) => {
                let columns = rows.iter_mut().flat_map(|row| &mut row.columns);
                columns.flat_map(|column| column.value.numbers_mut()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether one text is expected at a time.
    pub fn is_of_texts(&self) -> bool {
        match self {
            Self::Text(_) => true,
            Self::Timeline(rows) => rows.first().is_some_and(|row| row.value.text().is_some()),
            _ => false,
        }
    }

    /// The text expected, of a fact of one text.
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A text, its accepted forms and the other values its slot could hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The value.
    pub value: String,
    /// Other accepted forms.
    pub also: Vec<String>,
    /// The other values the slot could hold; naming one is a conflict.
    pub among: Vec<String>,
}

/// A set of names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Members {
    /// The members, each with its accepted forms (the first is its name).
    pub members: Vec<Vec<String>>,
    /// Other names that could stand in such a list.
    pub among: Vec<String>,
}

/// One holder of an office with their window.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Holder {
    /// Name first, then accepted forms.
    pub names: Vec<String>,
    /// The window in office; open ends are open.
    pub window: Window,
    /// Holds it as acting.
    pub acting: bool,
    /// Where the row stands in the rule file.
    pub place: super::Place,
}

/// A window of time; both ends are included, an end that is missing is open.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Window {
    /// Its start.
    pub from: Option<date::Expected>,
    /// Its end.
    pub to: Option<date::Expected>,
}

/// A value that holds for a while.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TimelineRow {
    /// The value, never a relation itself.
    pub value: Expected,
    /// When it holds.
    pub window: Window,
    /// Where the row stands in the rule file.
    pub place: super::Place,
}

/// One edition of a series; every column is optional.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Edition {
    /// The columns present.
    pub columns: Vec<Column>,
    /// Where the row stands in the rule file.
    pub place: super::Place,
}

/// The key of a column as written.
pub type ColumnKey = &'static str;

/// A column of an edition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Column {
    /// Its key as written: `ordinal`, `date`, `place` ...
    #[serde(with = "packed::column_key")]
    pub key: ColumnKey,
    /// Its value (`place` is a text).
    pub value: Expected,
    /// Where the value stands in the rule file.
    pub place: super::Place,
}
