//! Expected texts and names in the letters of the stated ones.

use super::Refusal;
use crate::judge::Dispute;
use crate::rules::Expected;
use crate::rules::expected::Text;
use crate::text::same_text;
use crate::value::numeral::spell::Letters;

/// An expected text in the letters of `written`.
pub(super) fn restyled(written: &str, expected: &Expected) -> Result<String, Refusal> {
    let (Expected::Text(text) | Expected::Expansion(text)) = expected else {
        return Err(Refusal::NoSingleValue);
    };
    plain(written)?;
    Ok(lettered(written, text))
}

/// The expected holder's name: whole, or the surname where a surname stood.
pub(super) fn restyled_name(written: &str, dispute: &Dispute) -> Result<String, Refusal> {
    let Expected::Text(name) = &dispute.expected else { return Err(Refusal::NoSingleValue) };
    plain(written)?;
    let is_surname = !written.contains(char::is_whitespace);
    let surname = name.value.split_whitespace().next_back().filter(|_| is_surname);
    let name = surname.unwrap_or(&name.value);
    Ok(match Letters::of(written) {
        Letters::Capitals => name.to_uppercase(),
        Letters::Capital | Letters::Small => name.to_owned(),
    })
}

/// Words with markup or entities between them have no plain style.
fn plain(written: &str) -> Result<(), Refusal> {
    if written.contains(['<', '>', '&', '*', '_', '`', '[', ']', '{', '}']) {
        return Err(Refusal::Style);
    }
    Ok(())
}

fn lettered(written: &str, text: &Text) -> String {
    let value = &text.value;
    let has_several = written.chars().filter(|c| c.is_alphabetic()).count() > 1;
    match Letters::of(written) {
        Letters::Capitals if has_several && !is_acronym(text, written) => value.to_uppercase(),
        Letters::Small if is_written_small(written, text) => value.to_lowercase(),
        // A sentence may begin with it.
        Letters::Capital if value.starts_with(char::is_lowercase) => Letters::Capital.write(value),
        Letters::Capitals | Letters::Small | Letters::Capital => value.clone(),
    }
}

/// Whether the rule itself writes the stated text so, in capitals.
fn is_acronym(text: &Text, written: &str) -> bool {
    text.among.iter().any(|other| other == written)
}

/// The rule writes the stated text with a capital and the article without: it writes such texts
/// small. Of other texts it is not known whether the expected one is a name.
fn is_written_small(written: &str, text: &Text) -> bool {
    let own = text.among.iter().find(|other| same_text(other, written));
    own.is_some_and(|own| own.starts_with(char::is_uppercase))
}
