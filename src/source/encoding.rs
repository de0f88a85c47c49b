//! Bytes of a file into text: which encoding they are in, and where each character is stored.
//!
//! A byte-order mark decides; else UTF-8 where it is UTF-8; else what the file declares; else what
//! a detector makes of it. Nothing is guessed of files that hold no text: they are refused.

use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::stored::StoredMap;

/// So many first bytes tell text from other data, as for git and ripgrep.
const PROBE_LENGTH: usize = 8000;
/// So much of a text tells its encoding.
const SAMPLE_LENGTH: usize = 1 << 20;

/// Files that begin like text and are none.
const MARKS: [(&[u8], NotText); 3] = [
    (b"%PDF-", NotText::Kind("a PDF")),
    (b"{\\rtf", NotText::Kind("an RTF document")),
    (b"PK\x03\x04", NotText::Kind("a ZIP package")),
];

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotText {
    /// Too many control characters.
    Binary,
    /// UTF-32, which nobody writes articles in.
    Utf32,
    /// Another kind of file, named with its article.
    Kind(&'static str),
    /// Longer than 4 GiB.
    TooLong,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Binary => f.write_str("it is a binary file, not an article"),
            Self::Utf32 => f.write_str("it is UTF-32 text, which is not read"),
            Self::Kind(kind) => write!(f, "it is {kind}, which is not read as an article"),
            Self::TooLong => f.write_str("it is longer than 4 GiB"),
        }
    }
}

impl std::error::Error for NotText {}

/// A decoded text.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) stored: StoredMap,
    /// The encoding's name in the WHATWG standard: `UTF-8`, `windows-1252`.
    pub(super) encoding: &'static str,
    /// How many characters could not be decoded; each is U+FFFD in the text.
    pub(super) n_malformed: usize,
}

/// Decodes a file; `declared` is the encoding it says it has, heeded where it is not UTF-8.
pub(super) fn decode(bytes: Vec<u8>, declared: Option<&str>) -> Result<Decoded, NotText> {
    if u32::try_from(bytes.len().saturating_mul(2)).is_err() {
        return Err(NotText::TooLong);
    }
    let (encoding, mark_len) = choose(&bytes, declared)?;
    if encoding != UTF_8 {
        return Ok(decode_as(encoding, &bytes, mark_len));
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            text.drain(..mark_len);
            let stored = StoredMap::from(mark_len);
            Ok(Decoded { text, stored, encoding: UTF_8.name(), n_malformed: 0 })
        }
        Err(error) => Ok(decode_as(UTF_8, error.as_bytes(), mark_len)),
    }
}

/// The encoding, and the length of the mark before the text.
fn choose(bytes: &[u8], declared: Option<&str>) -> Result<(&'static Encoding, usize), NotText> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(NotText::Utf32);
    }
    if let Some((encoding, mark_len)) = Encoding::for_bom(bytes) {
        return Ok((encoding, mark_len));
    }
    let probe = &bytes[..bytes.len().min(PROBE_LENGTH)];
    if let Some((_, refusal)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(*refusal);
    }
    if memchr::memchr(0, probe).is_some()
        && !is_plain(probe)
        && let Some(encoding) = [UTF_16LE, UTF_16BE].into_iter().find(|it| reads_as(it, probe))
    {
        return Ok((encoding, 0));
    }
    if is_binary(probe) {
        return Err(NotText::Binary);
    }
    Ok((by_content(bytes, declared), 0))
}

/// More than one control character in a hundred bytes; a stray one is a slip of some tool.
fn is_binary(probe: &[u8]) -> bool {
    n_control(probe) * 100 > probe.len()
}

fn n_control(probe: &[u8]) -> usize {
    const BACKSPACE: u8 = 8;
    const ESCAPE: u8 = 27;
    // Without branches, so that many bytes are looked at in one step.
    let is_control = |byte: u8| {
        (byte < b' ') & !(BACKSPACE..=b'\r').contains(&byte) & (byte != ESCAPE) | (byte == 0x7f)
    };
    let in_step = |bytes: &[u8]| bytes.iter().map(|&byte| u8::from(is_control(byte))).sum::<u8>();
    probe.chunks(u8::MAX.into()).map(|bytes| usize::from(in_step(bytes))).sum()
}

/// Whether these bytes are UTF-8 with a stray NUL or two. In UTF-16 every other byte of an alphabet
/// is a control character, and ideographs are no UTF-8.
fn is_plain(probe: &[u8]) -> bool {
    let is_utf8 = match std::str::from_utf8(probe) {
        Ok(_) => true,
        // The probe may end within a character.
        Err(error) => error.error_len().is_none(),
    };
    is_utf8 && n_control(probe) * 8 <= probe.len()
}

/// Whether these bytes, which hold NULs, are UTF-16 of this order: letters, spaces and line ends,
/// and nothing that text does not hold.
fn reads_as(encoding: &'static Encoding, probe: &[u8]) -> bool {
    let even = &probe[..probe.len() & !1];
    let (text, had_errors) = encoding.decode_without_bom_handling(even);
    // The probe may end within a pair of surrogates.
    let text = if had_errors { text.trim_end_matches('\u{fffd}') } else { &text };
    let is_foreign =
        |c: char| c == '\u{fffd}' || c == '\u{fffe}' || (c.is_control() && !c.is_whitespace());
    // Read in the wrong order, Latin letters become rare ideographs and spaces U+2000.
    let n_familiar = text.chars().filter(|c| c.is_ascii() || *c == '\u{a0}').count();
    !text.is_empty() && !text.contains(is_foreign) && n_familiar > 0
}

fn by_content(bytes: &[u8], declared: Option<&str>) -> &'static Encoding {
    if bytes.is_ascii() && memchr::memchr(0x1b, bytes).is_none() {
        return UTF_8;
    }
    let first_high = bytes.iter().position(|&byte| byte >= 0x80 || byte == 0x1b);
    let Some(first_high) = first_high else { return UTF_8 };
    let has_escape = bytes[first_high] == 0x1b;
    let utf8 = std::str::from_utf8(bytes);
    if utf8.is_ok() && !has_escape {
        return UTF_8;
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // UTF-16 would not have let the declaration be read.
    let declared = declared.filter(|it| it.is_ascii_compatible() || it.name() == "ISO-2022-JP");
    if let Some(declared) = declared.filter(|it| *it != UTF_8) {
        return declared;
    }
    let sample = &bytes[first_high.saturating_sub(SAMPLE_LENGTH / 2)..];
    let sample = &sample[..sample.len().min(SAMPLE_LENGTH)];
    if utf8.is_err() && is_broken_utf8(sample) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-8 with a few bytes spoilt: many more whole characters beyond ASCII than broken ones.
fn is_broken_utf8(sample: &[u8]) -> bool {
    let (mut n_whole, mut n_broken) = (0, 0);
    for chunk in sample.utf8_chunks() {
        n_whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_whole > 2 * n_broken
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], mark_len: usize) -> Decoded {
    let body = &bytes[mark_len..];
    let mut decoded = Decoded {
        text: String::new(),
        stored: StoredMap::from(mark_len),
        encoding: encoding.name(),
        n_malformed: 0,
    };
    if encoding.is_single_byte() || encoding == UTF_16LE || encoding == UTF_16BE {
        let (text, had_errors) = encoding.decode_without_bom_handling(body);
        let is_utf16 = !encoding.is_single_byte();
        let mut n_left = body.len();
        for character in text.chars() {
            let stored_width = if is_utf16 { 2 * character.len_utf16() } else { 1 };
            // The last byte of an odd number is a broken character of its own.
            let stored_width = stored_width.min(n_left);
            n_left -= stored_width;
            decoded.stored.push(1, character.len_utf8(), stored_width);
            decoded.n_malformed += usize::from(had_errors && character == '\u{fffd}');
        }
        decoded.text = text.into_owned();
    } else {
        decode_by_bytes(encoding, body, &mut decoded);
    }
    decoded
}

/// Feeds byte after byte: what comes out after one was stored in those since the last output.
fn decode_by_bytes(encoding: &'static Encoding, body: &[u8], decoded: &mut Decoded) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = [0; 16];
    let mut n_pending = 0;
    for (index, _) in body.iter().enumerate() {
        let is_last = index + 1 == body.len();
        n_pending += 1;
        let mut input = &body[index..=index];
        loop {
            let (result, n_read, n_written) =
                decoder.decode_to_utf8_without_replacement(input, &mut out, is_last);
            let text = std::str::from_utf8(&out[..n_written]).unwrap_or_default();
            input = &input[n_read..];
            if !text.is_empty() {
                n_pending = decoded.take(text, n_pending - input.len()) + input.len();
            }
            match result {
                DecoderResult::Malformed(_, n_unread) => {
                    decoded.n_malformed += 1;
                    let n_kept = usize::from(n_unread) + input.len();
                    let n_kept = n_kept.min(n_pending.saturating_sub(1));
                    decoded.take("\u{fffd}", n_pending - n_kept);
                    n_pending = n_kept;
                }
                DecoderResult::InputEmpty | DecoderResult::OutputFull => break,
            }
        }
    }
}

impl Decoded {
    /// Appends characters that were stored in `n_bytes`; how many of these are left over.
    fn take(&mut self, text: &str, n_bytes: usize) -> usize {
        let n_characters = text.chars().count();
        let mut n_left = n_bytes;
        for (index, character) in text.chars().enumerate() {
            // Of several, each after the first has one byte: an ASCII character after a broken one.
            let n_after = n_characters - index - 1;
            let n_own = n_left.saturating_sub(n_after).max(1).min(n_left);
            self.stored.push(1, character.len_utf8(), n_own);
            n_left -= n_own;
        }
        self.text.push_str(text);
        n_left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], declared: Option<&str>) -> Decoded {
        decode(bytes.to_vec(), declared).unwrap()
    }

    /// Each text in the encodings that can write it: detected, and every character re-read from
    /// its own bytes.
    #[test]
    fn texts_in_the_encodings_people_keep_them_in() {
        #[rustfmt::skip]
        let cases = [
            ("windows-1252", "The café in Málaga was opened in 1932, “as promised”. Señor Núñez cut the ribbon."),
            ("windows-1251", "Мост через реку был открыт в 1932 году, и с тех пор город вырос вдвое."),
            ("KOI8-U", "Мост через реку был открыт в 1932 году, и с тех пор город вырос вдвое."),
            ("windows-1253", "Η γέφυρα άνοιξε το 1932 και η πόλη μεγάλωσε από τότε πολύ γρήγορα."),
            ("windows-1255", "הגשר נפתח בשנת 1932 והעיר גדלה מאז במהירות רבה מאוד."),
            ("Shift_JIS", "橋は1932年に開通した。それ以来、町は大きくなった。カフェもある。"),
            ("EUC-JP", "橋は1932年に開通した。それ以来、町は大きくなった。カフェもある。"),
            ("ISO-2022-JP", "橋は1932年に開通した。それ以来、町は大きくなった。"),
            ("GBK", "这座桥于1932年通车，从那以后城市迅速发展，人口增加了一倍。"),
            ("Big5", "這座橋於1932年通車，從那以後城市迅速發展，人口增加了一倍。"),
            ("EUC-KR", "다리는 1932년에 개통되었고 그 이후로 도시는 빠르게 성장했다."),
        ];
        for (name, text) in cases {
            let encoding = Encoding::for_label(name.as_bytes()).unwrap();
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy, "{name} cannot write its text");
            let found = decoded(&bytes, None);
            assert_eq!((found.encoding, found.text.as_str()), (name, text));
            assert_eq!(found.n_malformed, 0);
            re_reads(&found, &bytes, encoding);
        }
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        let text = "Der Vertrag wurde 2016 geschlossen. Наверно 😀 हिन्दी\r\n";
        for (encoding, name) in [(UTF_16LE, "UTF-16LE"), (UTF_16BE, "UTF-16BE")] {
            let units = text.encode_utf16();
            let bytes: Vec<u8> = units
                .flat_map(
                    |unit| if name == "UTF-16LE" { unit.to_le_bytes() } else { unit.to_be_bytes() },
                )
                .collect();
            let mark = if name == "UTF-16LE" { *b"\xff\xfe" } else { *b"\xfe\xff" };
            let marked = [&mark[..], &bytes].concat();
            for (file, mark_len) in [(&bytes, 0), (&marked, 2)] {
                let found = decoded(file, None);
                assert_eq!((found.encoding, found.text.as_str()), (name, text));
                assert_eq!(found.stored.stored(0), mark_len);
                re_reads(&found, file, encoding);
            }
        }
    }

    fn re_reads(found: &Decoded, bytes: &[u8], encoding: &'static Encoding) {
        for (start, character) in found.text.char_indices() {
            let end = start + character.len_utf8();
            let own = &bytes[found.stored.stored(start)..found.stored.stored(end)];
            // An escape sequence belongs to the character after it; alone it is ASCII again.
            let reads = encoding.decode_without_bom_handling(own).0;
            let same = reads.ends_with(character) || encoding.name() == "ISO-2022-JP";
            assert!(same, "{character:?} was {reads:?} in {}", encoding.name());
        }
        assert!(found.stored.stored(found.text.len()) <= bytes.len());
    }

    #[test]
    fn what_decides() {
        let stray = format!("{}\u{0} 2016", "words ".repeat(20));
        let cases: [(&[u8], Option<&str>, &str, &str); 11] = [
            (stray.as_bytes(), None, "UTF-8", &stray),
            (b"signed in\0 2016", None, "binary", ""),
            (b"plain", Some("windows-1251"), "UTF-8", "plain"),
            (b"\xef\xbb\xbfmarked", None, "UTF-8", "marked"),
            (b"caf\xc3\xa9", Some("windows-1251"), "UTF-8", "café"),
            (b"\xcc\xee\xf1\xf2", Some(" Windows-1251"), "windows-1251", "Мост"),
            (b"caf\xe9", Some("utf-16"), "windows-1252", "café"),
            (b"caf\xe9", Some("no-such"), "windows-1252", "café"),
            ("éèàüö\u{0}".as_bytes(), None, "binary", ""),
            (b"a\0b\0", None, "UTF-16LE", "ab"),
            (b"\0a\0 ", None, "UTF-16BE", "a "),
        ];
        for (bytes, declared, encoding, text) in cases {
            match decode(bytes.to_vec(), declared) {
                Ok(found) => assert_eq!((found.encoding, found.text.as_str()), (encoding, text)),
                Err(error) => assert_eq!((error, encoding), (NotText::Binary, "binary")),
            }
        }
    }

    #[test]
    fn a_few_spoilt_bytes_leave_the_rest_utf8() {
        let found = decoded(
            b"\xc3\xa9t\xc3\xa9, caf\xc3\xa9s, \xc3\xa0 No\xebl\xc3\xa9\xc3\xa9 \xe2\x82",
            None,
        );
        assert_eq!(found.text, "été, cafés, à No\u{fffd}léé \u{fffd}");
        assert_eq!((found.encoding, found.n_malformed), ("UTF-8", 2));
        let at = found.text.find("léé").unwrap();
        assert_eq!(found.stored.stored(at), 21);
    }

    #[test]
    fn files_that_hold_no_text() {
        let cases: [(&[u8], NotText); 6] = [
            (b"\x7fELF\x02\x01\x01\0\0\0", NotText::Binary),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NotText::Binary),
            (b"%PDF-1.7\n", NotText::Kind("a PDF")),
            (b"{\\rtf1\\ansi text}", NotText::Kind("an RTF document")),
            (b"PK\x03\x04", NotText::Kind("a ZIP package")),
            (b"\xff\xfe\0\0a\0\0\0", NotText::Utf32),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode(bytes.to_vec(), None).unwrap_err(), expected);
        }
    }
}
