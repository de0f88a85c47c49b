//! "a ten-year pact" becomes "an eight-year pact": the indefinite article follows the sound of the
//! value after it.

use crate::source::{Source, Span};

/// The span to replace and its text: with the article before it, where that has to change.
pub(super) fn agreeing(source: &Source, span: Span, replacement: &str) -> (Span, String) {
    let unchanged = (span, replacement.to_owned());
    let before = &source.text()[..span.start];
    let word_end = before.trim_end_matches([' ', '\n', '\u{a0}']).len();
    let start = before[..word_end]
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let (article, gap) = (&before[start..word_end], &before[word_end..]);
    let is_an = match article {
        "a" | "A" => false,
        "an" | "An" => true,
        _ => return unchanged,
    };
    let (was, is) = (begins_with_vowel(source.slice(span)), begins_with_vowel(replacement));
    // An article that was wrong before is its author's business.
    if gap.is_empty() || was == is || is_an != was {
        return unchanged;
    }
    let article = if is { format!("{article}n") } else { article[..1].to_owned() };
    (Span::new(start, span.end), format!("{article}{gap}{replacement}"))
}

/// Whether a value is spoken with a vowel first.
fn begins_with_vowel(text: &str) -> bool {
    let spoken = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let digits: String = spoken.chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
    if !digits.is_empty() {
        let head = digits.split(',').next().unwrap_or_default();
        return head.starts_with('8')
            || (matches!(head, "11" | "18") && digits.len() != 4)
            || matches!(digits.as_str(), "1100" | "1800");
    }
    let lower = spoken.to_lowercase();
    let is_consonant = ["one", "uni", "use", "eu"].iter().any(|sound| lower.starts_with(sound));
    lower.starts_with(['a', 'e', 'i', 'o', 'u']) && !is_consonant
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_follows_the_sound() {
        for (text, value, replacement, wanted) in [
            ("a ten-year pact", "ten-year", "eight-year", "an eight-year pact"),
            ("An 8-year pact", "8-year", "10-year", "A 10-year pact"),
            ("a 10-year pact", "10-year", "11-year", "an 11-year pact"),
            ("a $7 billion deal", "$7 billion", "$8 billion", "an $8 billion deal"),
            ("an eighth round", "eighth", "fifth", "a fifth round"),
            ("a ten-year pact", "ten-year", "one-year", "a one-year pact"),
            ("the ten-year pact", "ten-year", "eight-year", "the eight-year pact"),
            ("a an 8-year pact", "8-year", "11-year", "a an 11-year pact"),
            ("Tanya 10-year pact", "10-year", "8-year", "Tanya 8-year pact"),
        ] {
            let source = Source::new("a.txt", text);
            let start = text.find(value).unwrap();
            let (span, new) = agreeing(&source, Span::new(start, start + value.len()), replacement);
            let edited = format!("{}{new}{}", &text[..span.start], &text[span.end..]);
            assert_eq!(edited, wanted);
        }
    }
}
