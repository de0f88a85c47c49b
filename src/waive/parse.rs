//! What a note says: `ignore FACT[=VALUE] [until DATE] REASON`.

use jiff::civil::Date;

/// A conflict set aside, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Waiver {
    /// The fact's id.
    pub(super) fact: String,
    /// Only where this is stated.
    pub(super) value: Option<String>,
    /// The last day it holds.
    pub(super) until: Option<Date>,
    /// Why.
    pub(super) reason: String,
}

/// What is wrong, and how to mend it.
pub(super) type Fault = (String, &'static str);

const FORM: &str = "write it as: factlint: ignore FACT-ID the reason \
                    (or FACT-ID=VALUE, and until 2030-01-31 before the reason)";

/// Reads a note.
pub(super) fn waiver(note: &str) -> Result<Waiver, Fault> {
    let fault = |message: &str| (message.to_owned(), FORM);
    let (instruction, rest) = word(note);
    if instruction != "ignore" {
        return Err((format!("`{instruction}` is nothing factlint can be told"), FORM));
    }
    let (fact, value, rest) = target(rest)?;
    if fact.is_empty() {
        return Err(fault("the note names no fact"));
    }
    let (until, rest) = until(rest)?;
    let reason = rest.trim_start_matches([':', '-', '–', '—', ' ', '\n', '\t', '\r']).trim_end();
    if !reason.contains(char::is_alphabetic) {
        return Err(fault("the note gives no reason"));
    }
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Waiver { fact, value, until, reason })
}

/// `fact-id`, `fact-id=2017`, `fact-id="828 m"`, and what follows.
fn target(text: &str) -> Result<(String, Option<String>, &str), Fault> {
    let text = text.trim_start();
    let Some((fact, after)) = text.split_once('=').filter(|(fact, _)| is_id(fact)) else {
        let (fact, rest) = word(text);
        return Ok((fact.trim_end_matches(':').to_owned(), None, rest));
    };
    let fact = fact.to_owned();
    if let Some(inner) = after.strip_prefix('"') {
        let Some((value, rest)) = inner.split_once('"') else {
            return Err(("the value's quotation mark is not closed".into(), FORM));
        };
        return Ok((fact, Some(value.to_owned()), rest));
    }
    let (value, rest) = match after.starts_with(char::is_whitespace) {
        true => ("", after),
        false => word(after),
    };
    let value = value.trim_end_matches([':', ',']);
    if value.is_empty() {
        return Err(("no value stands after the =".into(), FORM));
    }
    Ok((fact, Some(value.to_owned()), rest))
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_whitespace)
}

/// `until 2030-01-31`, and what follows.
fn until(text: &str) -> Result<(Option<Date>, &str), Fault> {
    let (first, rest) = word(text);
    if first != "until" {
        return Ok((None, text));
    }
    let (day, rest) = word(rest);
    match day.trim_end_matches([':', ',']).parse() {
        Ok(day) => Ok((Some(day), rest)),
        Err(_) => Err((format!("`{day}` is not a day"), "write it as 2030-01-31")),
    }
}

/// The first word, and what follows.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read() {
        for (note, wanted) in [
            ("ignore a the plaque says so", ("a", None, None, "the plaque says so")),
            ("ignore a: the plaque says so", ("a", None, None, "the plaque says so")),
            ("ignore a=2017 the\n  plaque", ("a", Some("2017"), None, "the plaque")),
            ("ignore a=2017: why = how", ("a", Some("2017"), None, "why = how")),
            ("ignore a=\"828 m\" — why", ("a", Some("828 m"), None, "why")),
            ("ignore a until 2030-01-31 why", ("a", None, Some("2030-01-31"), "why")),
            ("ignore a=x until 2030-01-31: why", ("a", Some("x"), Some("2030-01-31"), "why")),
            ("ignore a why x=y", ("a", None, None, "why x=y")),
        ] {
            let (fact, value, until, reason) = wanted;
            let wanted = Waiver {
                fact: fact.into(),
                value: value.map(Into::into),
                until: until.map(|day| day.parse().expect("a day")),
                reason: reason.into(),
            };
            assert_eq!(waiver(note), Ok(wanted), "{note}");
        }
    }

    #[test]
    fn a_note_without_a_reason_is_none() {
        for (note, wanted) in [
            ("", "nothing factlint can be told"),
            ("disable a why", "nothing factlint can be told"),
            ("ignore", "names no fact"),
            ("ignore a", "gives no reason"),
            ("ignore a: 2017", "gives no reason"),
            ("ignore a=2017", "gives no reason"),
            ("ignore a= why", "no value stands"),
            ("ignore a=\"828 m why", "not closed"),
            ("ignore a until 2030-01-31", "gives no reason"),
            ("ignore a until May why", "`May` is not a day"),
            ("ignore a until 2030-02-30 why", "is not a day"),
        ] {
            let (message, _) = waiver(note).expect_err(note);
            assert!(message.contains(wanted), "{note}: {message}");
        }
    }
}
