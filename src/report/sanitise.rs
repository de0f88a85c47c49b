//! Text of strangers made safe to show: control characters and bidirectional overrides never
//! reach a terminal.
//!
//! Articles, rule files and file names may hold escape sequences, or characters that turn the
//! reading direction and so show another sentence than the one that was checked. Machine formats
//! keep the text as it is; their encoders escape it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with every dangerous character replaced by a visible one of the same length in bytes,
/// so that spans in it stay true. Line ends and tabs are kept.
pub(crate) fn keeping_length(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.contains(is_dangerous) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            dangerous if is_dangerous(dangerous) => push_stand_in(&mut safe, dangerous),
            harmless => safe.push(harmless),
        }
    }
    Cow::Owned(safe)
}

/// The text on one line, safe to show: line ends and tabs become spaces.
pub(crate) fn on_one_line(text: &str) -> Cow<'_, str> {
    match keeping_length(text) {
        safe if is_plain(text) => safe,
        safe if !safe.contains(['\n', '\r', '\t']) => safe,
        safe => Cow::Owned(safe.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ")),
    }
}

/// JSON with every dangerous character that JSON allows in its strings written as an escape: it
/// says the same.
pub(crate) fn escaped(json: String) -> String {
    if is_plain(&json) || !json.contains(is_dangerous) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        match is_dangerous(character) {
            true => {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    write!(safe, "\\u{unit:04x}").expect("a string takes all");
                }
            }
            false => safe.push(character),
        }
    }
    safe
}

/// Whether a text is visible ASCII on one line: most are, and many bytes are looked at in one step.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |plain, byte| plain & (b' '..=b'~').contains(&byte))
}

fn is_dangerous(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        control if control.is_control() => true,
        // Marks, embeddings, overrides and isolates of direction; the deprecated format characters.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            true
        }
        // Invisible, or a line end to some terminals. The joiners stay: scripts and emoji need them.
        '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}' => true,
        // Tags: a hidden copy of ASCII.
        '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

fn push_stand_in(safe: &mut String, character: char) {
    match character.len_utf8() {
        1 => safe.push('?'),
        2 => safe.push('\u{b7}'),
        3 => safe.push('\u{fffd}'),
        _ => safe.push_str("\u{fffd}?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_have_the_length_of_what_they_hide() {
        for text in [
            "EU \x1b[31mred\x1b[0m \x1b]0;pwned\x07 since 1992",
            "EU \u{202e}2991\u{202c} since",
            "nel\u{85} nul\0 bs\x08 del\x7f",
            "zero\u{200b}width \u{feff} \u{2028} \u{61c} \u{e0041}",
        ] {
            let safe = keeping_length(text);
            assert_eq!(safe.len(), text.len(), "{text:?}");
            assert!(!safe.contains(is_dangerous), "{safe:?}");
        }
    }

    #[test]
    fn harmless_text_is_not_copied() {
        let text = "Café, 欧盟, 👩\u{200d}👩 and क\u{94d}\u{200d}ष\tstay.\r\n";
        assert!(matches!(keeping_length(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn escaped_json_says_the_same() {
        let text = "\u{1b}[31m \u{9b}2J \u{7f} \u{202e}2991 \u{e0041} \u{feff} 橋 \\ \" \n";
        let json = serde_json::to_string(text).expect("it is JSON");
        let safe = escaped(json.clone());
        assert!(json.contains(is_dangerous) && !safe.contains(is_dangerous), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).expect("it is JSON"), text);
    }

    #[test]
    fn one_line_has_no_line_ends() {
        assert_eq!(on_one_line("a\r\nb\nc\td\x1b"), "a b c d?");
    }
}
