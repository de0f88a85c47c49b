//! A run of ASCII letters and digits: eight bytes are looked at in one step.
//!
//! It must not know what a word is: apostrophes, dots and other letters are for `word`.

/// The run that starts at a place of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Its bytes.
    pub(super) length: usize,
    /// One of them is a capital.
    pub(super) has_capital: bool,
    /// Its first eight bytes, zeros behind a shorter run.
    pub(super) first: u64,
    /// Its last eight bytes; zero for a shorter run.
    pub(super) last: u64,
}

impl Run {
    #[inline(always)]
    pub(super) fn at(bytes: &[u8], start: usize) -> Self {
        // Most words are shorter than eight bytes, and do not end the text.
        if let Some(chunk) = bytes[start..].first_chunk::<8>() {
            let eight = u64::from_le_bytes(*chunk);
            let others = other_bytes(eight);
            if others != 0 {
                let own = (others & others.wrapping_neg()) / 0x80 - 1;
                let (first, length) = (eight & own, others.trailing_zeros() as usize / 8);
                return Self { length, has_capital: !eight & own & LOWER != 0, first, last: 0 };
            }
        }
        Self::long(&bytes[start..])
    }

    /// One of eight bytes or more, or at the end of the text.
    fn long(bytes: &[u8]) -> Self {
        // Nearly all of them are shorter than sixteen.
        if let Some([first, second]) = bytes.first_chunk::<16>().map(halves) {
            let others = other_bytes(second);
            if other_bytes(first) == 0 && others != 0 {
                let own = (others & others.wrapping_neg()) / 0x80 - 1;
                let shift = others.trailing_zeros() / 8 * 8;
                let last = if shift == 0 { first } else { first >> shift | second << (64 - shift) };
                let has_capital = (!first | !second & own) & LOWER != 0;
                return Self { length: 8 + shift as usize / 8, has_capital, first, last };
            }
        }
        Self::any(bytes)
    }

    /// One of any length, byte by byte.
    fn any(bytes: &[u8]) -> Self {
        let length = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric());
        let word = &bytes[..length.unwrap_or(bytes.len())];
        let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => (word.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)), 0),
        };
        let has_capital = word.iter().any(u8::is_ascii_uppercase);
        Self { length: word.len(), has_capital, first, last }
    }
}

const fn halves(bytes: &[u8; 16]) -> [u64; 2] {
    let both = u128::from_le_bytes(*bytes);
    [both as u64, (both >> 64) as u64]
}

/// The bit that tells small letters from capitals, in every byte; digits have it too.
pub(super) const LOWER: u64 = 0x2020_2020_2020_2020;

/// The high bits of those of eight bytes that are no ASCII letters or digits.
const fn other_bytes(eight: u64) -> u64 {
    const ALL: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ALL;
    // A sum's high bit tells whether the seven bits of a byte reach the number it is added up from.
    const fn reach(seven: u64, least: u8) -> u64 {
        seven + ALL * (0x80 - least as u64)
    }
    let seven = eight & !HIGH;
    let lower = seven | LOWER;
    let letters = reach(lower, b'a') & !reach(lower, b'z' + 1);
    let digits = reach(seven, b'0') & !reach(seven, b'9' + 1);
    !((letters | digits) & !eight) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_run_is_what_its_bytes_say(text in "[a-zA-Z0-9@`'{/:é\u{80} .]{0,24}[a-z]{0,20}[A-Z. ]{0,9}") {
            let bytes = text.as_bytes();
            for start in 0..=bytes.len() {
                let rest = &bytes[start..];
                let word = |byte: &&u8| byte.is_ascii_alphanumeric();
                let length = rest.iter().take_while(word).count();
                let run = Run::at(bytes, start);
                proptest::prop_assert_eq!(run.length, length);
                let has_capital = rest[..length].iter().any(u8::is_ascii_uppercase);
                proptest::prop_assert_eq!(run.has_capital, has_capital);
                let ends = Run::any(rest);
                proptest::prop_assert_eq!((run.first, run.last), (ends.first, ends.last));
            }
        }
    }
}
