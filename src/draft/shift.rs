//! Another value in the words of a value: what a sentence must not say.

use crate::value::Value;

/// The words with one digit changed: the last of a year, the first of another number. Nothing where
/// the value is spelled out.
pub(super) fn shifted(words: &str, value: &Value) -> Option<String> {
    let digits = |at: &usize| words.as_bytes()[*at].is_ascii_digit();
    let places: Vec<usize> = (0..words.len()).filter(digits).collect();
    let at = match value {
        Value::Date(_) => year_end(words, &places)?,
        _ => *places.first()?,
    };
    let digit = words.as_bytes()[at] - b'0';
    let other = if digit == 9 { 8 } else { digit + 1 };
    Some(format!("{}{other}{}", &words[..at], &words[at + 1..]))
}

/// The last digit of the last run of four.
fn year_end(words: &str, places: &[usize]) -> Option<usize> {
    let is_digit = |at: usize| words.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    places.iter().rev().copied().find(|&at| {
        !is_digit(at + 1) && at >= 3 && (at - 3..at).all(is_digit) && (at == 3 || !is_digit(at - 4))
    })
}

#[cfg(test)]
mod tests {
    use super::shifted;
    use crate::value;

    #[test]
    fn one_digit_makes_another_value() {
        for (words, wanted) in [
            ("14 May 1962", Some("14 May 1963")),
            ("1999", Some("1998")),
            ("828 m", Some("928 m")),
            ("$1.4 billion", Some("$2.4 billion")),
            ("ten years", None),
        ] {
            let reading = value::read(words).into_iter().next().expect("a value");
            assert_eq!(shifted(words, &reading.value).as_deref(), wanted, "{words}");
        }
    }
}
