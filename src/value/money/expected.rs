//! The amount of money a rule expects, and a stated one held against it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Currency, Money, currency};
use crate::value::numeral::{self, Amount, Tolerance};
use crate::value::{Comparator, Fit, ParseError, Unsettled, row};

/// An amount of money as a rule states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// How much.
    pub amount: Amount,
    /// In which currency.
    #[serde(with = "row")]
    pub currency: &'static Currency,
    /// How far a stated amount may be off.
    pub tolerance: Option<Tolerance>,
    /// The size of the last place the rule vouches for.
    pub(super) last_place: f64,
}

impl Expected {
    /// Reads `INR 45 billion`, `USD 3.2bn`, `EUR 1,200.50`, `45 billion INR`.
    pub fn parse(money: &str, tolerance: Option<&str>) -> Result<Self, ParseError> {
        let money = money.trim();
        let (code, rest) = split(money).ok_or_else(|| error(money))?;
        let currency = currency::CURRENCIES.iter().find(|currency| currency.code == code);
        let currency = currency.ok_or_else(|| ParseError {
            message: format!("`{code}` is not a currency code that factlint knows"),
            help: Some("write the ISO 4217 code, in capitals: `INR 45 billion`".into()),
        })?;
        let amount = amount(rest).ok_or_else(|| error(money))?;
        let without_code = tolerance.map(|text| text.trim().trim_start_matches(code));
        let tolerance = without_code.map(Tolerance::parse).transpose()?;
        let last_place = numeral::last_place(rest, &amount);
        Ok(Self { amount, currency, tolerance, last_place })
    }
}

/// "3.2m" is a million here, never metres.
fn amount(text: &str) -> Option<Amount> {
    let text = text.trim();
    let millions =
        text.strip_suffix('m').filter(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    match millions {
        Some(head) => numeral::parse_amount(&format!("{head} million")),
        None => numeral::parse_amount(text),
    }
}

/// The code and the rest, whichever comes first.
fn split(money: &str) -> Option<(&str, &str)> {
    let is_code =
        |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let first = money.get(..3).filter(|word| is_code(word));
    if let Some(code) = first {
        return Some((code, money.get(3..)?));
    }
    let (rest, code) = money.rsplit_once(' ')?;
    is_code(code).then_some((code, rest))
}

fn error(money: &str) -> ParseError {
    ParseError {
        message: format!("`{money}` is not an amount of money"),
        help: Some("write an ISO 4217 code and an amount: `INR 45 billion`, `USD 3.2bn`".into()),
    }
}

/// Holds a stated amount of money against an expected one. The right figure in another currency
/// conflicts; another figure in another currency may be worth the same, so it settles nothing.
pub fn compare(expected: &Expected, stated: &Money, comparator: Comparator) -> Fit {
    let slack =
        numeral::slack(expected.tolerance, &expected.amount, expected.last_place, &stated.amount);
    let fit = stated.amount.compare(&expected.amount, slack, comparator);
    let same = stated.currencies.iter().any(|currency| currency.code == expected.currency.code);
    match fit {
        _ if same => fit,
        Fit::Agrees => Fit::Conflicts,
        _ => Fit::Unsettled(Unsettled::Incomparable),
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency.code, self.amount)
    }
}
