//! Folding: the one form under which different spellings of a word are the same word.
//!
//! Case, diacritics, ligatures, dots of acronyms and the British and American spellings go; the
//! meaning stays. Names of facts and words of articles are folded by the same function.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::word::{Tokens, WordKind, is_apostrophe};

/// Folds one word into `folded`, replacing what it held.
pub fn fold_into(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        let is_dotted = word.contains('.');
        // "3.5" is not "35".
        if !(is_dotted && word.bytes().any(|b| b.is_ascii_digit())) {
            folded.make_ascii_lowercase();
            if is_dotted {
                folded.retain(|c| c != '.');
            }
        }
    } else {
        let plain = word.nfkd().filter(|&c| !is_combining_mark(c) && c != '\u{ad}' && c != '.');
        for c in plain {
            fold_char(c, folded);
        }
    }
    fold_spelling(folded);
}

fn fold_char(c: char, folded: &mut String) {
    match c {
        'ß' => folded.push_str("ss"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'œ' | 'Œ' => folded.push_str("oe"),
        'ø' | 'Ø' => folded.push('o'),
        'ł' | 'Ł' => folded.push('l'),
        'đ' | 'Đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        c if is_apostrophe(c) => folded.push('\''),
        c => folded.extend(c.to_lowercase()),
    }
}

/// Folds one word.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// Whether a word folds to what is `folded` already: most words need not be folded to tell.
pub fn folds_to(word: &str, folded: &str) -> bool {
    let is_plain = word.bytes().all(|byte| byte.is_ascii() && byte != b'.') && !is_respelt(word);
    if is_plain { word.eq_ignore_ascii_case(folded) } else { fold(word) == folded }
}

/// Whether a word of ASCII letters, in any case, may have another spelling.
fn is_respelt(word: &str) -> bool {
    let &[first, _, _, .., last] = word.as_bytes() else { return false };
    let last = last.to_ascii_lowercase();
    let ends = |ending: &str| {
        let tail = word.len().checked_sub(ending.len()).and_then(|start| word.get(start..));
        ending.as_bytes().last() == Some(&last)
            && tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
    };
    may_be_spelling(first.to_ascii_lowercase(), last) || ENDINGS.iter().any(|(it, _)| ends(it))
}

/// British endings and their American counterparts; a stem of at least three letters stands before.
const ENDINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("fence", "fense"),
    ("fences", "fenses"),
    ("tence", "tense"),
    ("ogue", "og"),
    ("ogues", "ogs"),
];

/// Whole words whose two spellings no ending explains.
const SPELLINGS: &[(&str, &str)] = &[
    ("aeroplane", "airplane"),
    ("aluminium", "aluminum"),
    ("centre", "center"),
    ("centres", "centers"),
    ("cheque", "check"),
    ("colour", "color"),
    ("favour", "favor"),
    ("fibre", "fiber"),
    ("grey", "gray"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("jewellery", "jewelry"),
    ("labour", "labor"),
    ("licence", "license"),
    ("metre", "meter"),
    ("neighbour", "neighbor"),
    ("neighbourhood", "neighborhood"),
    ("organise", "organize"),
    ("plough", "plow"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("saint", "st"),
    ("theatre", "theater"),
    ("theatres", "theaters"),
    ("tyre", "tire"),
];

fn fold_spelling(word: &mut String) {
    let &[first, _, _, .., last] = word.as_bytes() else { return };
    if may_be_spelling(first, last)
        && let Ok(row) = SPELLINGS.binary_search_by(|(british, _)| (*british).cmp(word))
    {
        *word = SPELLINGS[row].1.to_owned();
        return;
    }
    for (british, american) in ENDINGS {
        // Most endings differ in their last letter.
        let may_end_so = british.as_bytes().last() == Some(&last);
        if may_end_so && word.len() >= british.len() + 2 && word.ends_with(british) {
            word.truncate(word.len() - british.len());
            word.push_str(american);
            return;
        }
    }
}

/// For each first letter, the last letters of words in [`SPELLINGS`], as bits.
const LAST_LETTERS: [u32; 26] = {
    let mut letters = [0; 26];
    let mut row = 0;
    while row < SPELLINGS.len() {
        let word = SPELLINGS[row].0.as_bytes();
        letters[(word[0] - b'a') as usize] |= 1 << (word[word.len() - 1] - b'a');
        row += 1;
    }
    letters
};

/// Whether a word with these ends may be in [`SPELLINGS`]: few words need be looked up there.
const fn may_be_spelling(first: u8, last: u8) -> bool {
    first.is_ascii_lowercase()
        && last.is_ascii_lowercase()
        && LAST_LETTERS[(first - b'a') as usize] >> (last - b'a') & 1 == 1
}

/// Every plain English spelling, in lower case, that folds to the word or to its plural; others too.
pub(super) fn spellings_of(folded: &str) -> Vec<String> {
    let mut spellings = Vec::new();
    for word in [folded.to_owned(), format!("{folded}s")] {
        for &(british, american) in ENDINGS {
            if let Some(stem) = word.strip_suffix(american) {
                spellings.push(format!("{stem}{british}"));
            }
        }
        let whole = SPELLINGS.iter().filter(|(_, american)| *american == word);
        spellings.extend(whole.map(|(british, _)| (*british).to_owned()));
        spellings.push(word);
    }
    spellings
}

/// The folded words of a text: what two texts must share to be the same text. Articles,
/// punctuation and possessive endings are left out.
pub fn folded_words(text: &str) -> Vec<String> {
    Tokens::new(text)
        .map(|(span, kind)| (&text[span.range()], kind))
        .filter(|(raw, kind)| match kind {
            WordKind::Possessive => false,
            WordKind::Mark => matches!(*raw, "+" | "&" | "%" | "#"),
            _ => true,
        })
        .map(|(raw, _)| if raw == "&" { "and".to_owned() } else { fold(raw) })
        .filter(|word| !matches!(word.as_str(), "the" | "a" | "an"))
        .collect()
}

/// Whether two texts are equal but for case, spelling variants, articles and punctuation.
pub fn same_text(a: &str, b: &str) -> bool {
    folded_words(a) == folded_words(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fold_together() {
        for (a, b) in [
            ("Defence", "defense"),
            ("LABOUR", "labor"),
            ("organisation", "Organization"),
            ("Zoë", "zoe"),
            ("Łódź", "lodz"),
            ("U.S.", "US"),
            ("dialogue", "dialog"),
            ("co\u{ad}operation", "cooperation"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [("fence", "fens"), ("promise", "promize"), ("3.5", "35"), ("rise", "rize")] {
            assert_ne!(fold(a), fold(b), "{a} and {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_a_word_folds_to_is_told_without_folding(
            word in "[A-Ta-t.é3]{0,3}(centre|ISED|fences|ogue|tyre|St|)",
            other in "[A-Ta-t.é3]{0,3}(centre|ISED|fences|ogue|tyre|St|)",
        ) {
            proptest::prop_assert!(folds_to(&word, &fold(&word)));
            proptest::prop_assert_eq!(folds_to(&word, &fold(&other)), fold(&word) == fold(&other));
        }
    }

    #[test]
    fn the_spelling_table_is_sorted() {
        assert!(SPELLINGS.is_sorted());
    }

    #[test]
    fn texts_are_compared_without_articles_and_punctuation() {
        assert!(same_text("the Major Defence Partner", "Major Defense-Partner"));
        assert!(!same_text("Tier-1", "Tier-2"));
    }
}
