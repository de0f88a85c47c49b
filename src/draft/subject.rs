//! What a sentence may be about: its names, and the acronyms the text introduces.

use super::Piece;
use crate::lexicon;
use crate::source::Span;

/// A short form with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Acronym {
    /// "LEMOA"
    pub(super) short: String,
    /// "Logistics Exchange Memorandum of Agreement"
    pub(super) long: String,
}

/// The subjects that a value may be said of, each with its names: of several words before single
/// ones, and near ones first.
pub(super) fn subjects(piece: &Piece<'_>, value: Span, acronyms: &[Acronym]) -> Vec<Vec<String>> {
    let mut names: Vec<Span> = piece.outline.names.clone();
    names.retain(|name| !name.overlaps(value) && !is_title(&piece.text[name.range()]));
    names.sort_by_key(|name| (is_single(&piece.text[name.range()]), distance(*name, value)));
    let mut subjects: Vec<Vec<String>> = Vec::new();
    for name in names {
        let text = &piece.text[name.range()];
        let is_part = |long: &str| {
            piece
                .text
                .match_indices(long)
                .any(|(at, _)| Span::new(at, at + long.len()).contains(name))
        };
        let known = acronyms.iter().find(|it| it.short == text || is_part(&it.long));
        let subject = match known {
            Some(acronym) => vec![acronym.short.clone(), acronym.long.clone()],
            None => vec![text.to_owned()],
        };
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    subjects
}

/// The acronyms introduced in a text as "Long Form (LF)", by the rule of Schwartz and Hearst (2003):
/// the letters of the short form stand in the long one in order, the first at a word's beginning.
pub(super) fn acronyms(text: &str) -> Vec<Acronym> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices(" (") {
        let inside = &text[open + 2..];
        let Some(short) = inside.find(')').map(|close| &inside[..close]) else { continue };
        let is_short = (2..=12).contains(&short.len())
            && short.chars().all(|c| c.is_ascii_uppercase() || c == '-');
        if let Some(long) = long_form(&text[..open], short).filter(|_| is_short) {
            found.push(Acronym { short: short.to_owned(), long: long.to_owned() });
        }
    }
    found
}

fn long_form<'t>(before: &'t str, short: &str) -> Option<&'t str> {
    let most_words = (short.len() + 5).min(2 * short.len());
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).collect();
    let mut n_left = letters.len();
    for (at, c) in before.char_indices().rev() {
        let is_letter = c.to_ascii_uppercase() == *letters.get(n_left.checked_sub(1)?)?;
        if !is_letter {
            continue;
        }
        if n_left > 1 {
            n_left -= 1;
        } else if c.is_uppercase() && !before[..at].ends_with(char::is_alphanumeric) {
            let long = &before[at..];
            let is_phrase = long.contains(' ') && !long.contains(['.', ',', ';', ':', '(']);
            return (is_phrase && long.split(' ').count() <= most_words).then_some(long);
        }
    }
    None
}

/// One capitalised word, which may be any noun at the head of a sentence; acronyms may not.
fn is_single(name: &str) -> bool {
    !name.contains(' ') && name.chars().any(char::is_lowercase)
}

/// "Secretary", "Minister": a title names nobody.
fn is_title(name: &str) -> bool {
    name.split(' ').all(|word| lexicon::is_title(&word.to_lowercase()))
}

/// Bytes between two spans.
pub(super) fn distance(one: Span, two: Span) -> usize {
    one.start.saturating_sub(two.end).max(two.start.saturating_sub(one.end))
}

#[cfg(test)]
mod tests {
    use super::acronyms;

    #[test]
    fn long_forms_are_found_whole() {
        for (text, wanted) in [
            ("They praised the Harrier Exchange Pact (HEP).", Some("Harrier Exchange Pact")),
            (
                "In 2020 the Basic Exchange and Cooperation Agreement (BECA) was signed.",
                Some("Basic Exchange and Cooperation Agreement"),
            ),
            (
                "The Logistics Exchange Memorandum of Agreement (LEMOA) lasts.",
                Some("Logistics Exchange Memorandum of Agreement"),
            ),
            (
                "They signed Communications Compatibility and Security Agreement (COMCASA).",
                Some("Communications Compatibility and Security Agreement"),
            ),
            ("The Orrin Dam (2016) and the Orrin Dam (see below) and it (UN).", None),
        ] {
            let found = acronyms(text);
            assert_eq!(found.first().map(|it| it.long.as_str()), wanted, "{text}");
        }
    }
}
