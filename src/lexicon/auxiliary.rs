//! Auxiliaries: the forms of be, have and do, and the modals, contracted or not.
//!
//! It must not know any other verb.

use crate::text::word_set::WordSet;

/// "is", "was", "been", "isn't", "they're"; "'s" too, which is a possessive as often.
pub fn is_be_form(word: &str) -> bool {
    matches!(
        auxiliary_part(word),
        "be" | "is" | "am" | "are" | "was" | "were" | "been" | "being" | "'s" | "'re" | "'m"
    )
}

/// "has", "had", "having", "hasn't", "they've".
pub fn is_have_form(word: &str) -> bool {
    matches!(auxiliary_part(word), "have" | "has" | "had" | "having" | "'ve")
}

/// "do", "did", "doesn't".
pub fn is_do_form(word: &str) -> bool {
    matches!(auxiliary_part(word), "do" | "does" | "did")
}

/// "will", "would", "can't", "they'll".
pub fn is_modal(word: &str) -> bool {
    let listed = matches!(
        auxiliary_part(word),
        "will"
            | "would"
            | "shall"
            | "should"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "ought"
            | "'ll"
    );
    listed || matches!(word, "won't" | "can't" | "cannot" | "shan't")
}

/// "wasn't" without its negation, "they're" from its apostrophe on.
fn auxiliary_part(word: &str) -> &str {
    match word.bytes().rposition(|byte| byte == b'\'') {
        None => word,
        Some(apostrophe) => word.strip_suffix("n't").unwrap_or(&word[apostrophe..]),
    }
}

/// Those that are not contracted.
static WHOLE: WordSet<64> = WordSet::of(
    "be is am are was were been being have has had having do does did will would shall should can could \
     may might must ought cannot",
);

/// A form of be, have or do, or a modal.
pub fn is_auxiliary(word: &str) -> bool {
    // Nearly all words are told by their length and first letter: "should" is among the longest that
    // are not contracted.
    let may_be =
        word.len() <= 6 && word.bytes().next().is_some_and(|first| b"abcdhimosw".contains(&first));
    if !matches!(word.as_bytes(), [.., b'\'', _] | [.., b'\'', _, _]) {
        return may_be && WHOLE.has(word);
    }
    is_be_form(word) || is_have_form(word) || is_do_form(word) || is_modal(word)
}
