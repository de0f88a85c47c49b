//! One conflict: whether it may be set right at all, and with which words.

use super::edit::Edit;
use super::{Licence, Refusal, Subject, indefinite, quotation, text};
use crate::extract::{Stance, Stated};
use crate::judge::{Dispute, Finding};
use crate::rules::Expected;
use crate::value::{Reading, Value, date, duration, money, number, ordinal, percent};

/// The edit that would set a conflict right.
pub(super) fn propose(
    subject: &Subject<'_>,
    finding: &Finding,
    licence: Licence,
) -> Result<Edit, Refusal> {
    let dispute = finding.dispute.as_deref().ok_or(Refusal::NoSingleValue)?;
    if dispute.quoted || quotation::holds(&subject.checked.document, finding.span) {
        return Err(Refusal::Quoted);
    }
    let fact = &subject.book.facts[finding.fact.0 as usize];
    let is_holder = matches!(fact.expected, Expected::Holders(_));
    match licence {
        Licence::Safe if is_holder => return Err(Refusal::Holder),
        Licence::Safe if finding.stance == Stance::Planned => return Err(Refusal::Plan),
        Licence::Safe | Licence::Unsafe => {}
    }
    let source = subject.source;
    let written = source.slice(finding.span);
    let replacement = match is_holder {
        true => text::restyled_name(written, dispute)?,
        false => restyled(written, dispute)?,
    };
    if replacement == written {
        return Err(Refusal::Recheck);
    }
    let (span, text) = indefinite::agreeing(source, finding.span, &replacement);
    Ok(Edit { span, text, value: finding.span, fact: finding.fact })
}

/// The expected value in the style of `written`.
fn restyled(written: &str, dispute: &Dispute) -> Result<String, Refusal> {
    let Dispute { stated, expected, order, .. } = dispute;
    let reading = match stated {
        Stated::Text(_) => return text::restyled(written, expected),
        Stated::Reading(reading) => reading,
        Stated::Name(_) | Stated::Acting | Stated::Members { .. } => {
            return Err(Refusal::NoSingleValue);
        }
    };
    let Reading { value, comparator, .. } = reading;
    let comparator = *comparator;
    let restyled = match (value, expected) {
        (Value::Date(stated), Expected::Date(expected) | Expected::Period(expected)) => {
            date::restyled(written, stated, expected, comparator, *order)
        }
        (Value::Duration(stated), Expected::Duration(expected)) => {
            duration::restyled(written, stated, expected, comparator)
        }
        (Value::Number(stated), Expected::Number(expected)) => {
            number::restyled(written, stated, expected, comparator)
        }
        (Value::Money(stated), Expected::Money(expected)) => {
            money::restyled(written, stated, expected, comparator)
        }
        (Value::Percent(stated), Expected::Percent(expected)) => {
            percent::restyled(written, stated, expected, comparator)
        }
        (Value::Ordinal(stated), Expected::Ordinal(expected)) => {
            ordinal::restyled(written, stated, *expected)
        }
        _ => return Err(Refusal::NoSingleValue),
    };
    Ok(restyled?)
}
