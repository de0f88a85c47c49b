//! Captions that no markup marks: `CAPTION: ...`, `Photo: ...`, `Figure 2. ...`, `... Photo: AP`.

use super::{BlockKind, Document};

/// Longer paragraphs only mention a photograph.
const MAX_LEN: usize = 400;
#[rustfmt::skip]
const KEYS: [&str; 14] = [
    "caption", "captions", "image", "image caption", "illustration", "photo", "photo caption",
    "photo credit", "photograph", "photos", "picture", "pictured", "file photo", "image credit",
];
const NUMBERED: [&str; 4] = ["figure", "fig.", "plate", "photo"];
const CREDITS: [&str; 5] = ["Photo: ", "Photograph: ", "Image: ", "Picture: ", "Credit: "];

/// Marks the paragraphs that are captions.
pub(super) fn mark(document: &mut Document) {
    for block in &mut document.blocks {
        if block.kind == BlockKind::Paragraph && is_caption(&block.text) {
            block.kind = BlockKind::Caption;
        }
    }
}

fn is_caption(text: &str) -> bool {
    // Every form but the numbered ones has a colon in it.
    let colon = memchr::memchr(b':', text.as_bytes());
    if text.len() > MAX_LEN || colon.is_none() {
        return text.len() <= MAX_LEN && is_numbered(text);
    }
    let key = text.split_once(": ").map_or("", |(key, _)| key);
    KEYS.iter().any(|known| known.eq_ignore_ascii_case(key))
        || is_numbered(text)
        || is_credited(text)
}

/// `Figure 2. The bridge`, `Fig. 3: ...`.
fn is_numbered(text: &str) -> bool {
    NUMBERED.iter().any(|key| {
        let start = text.get(..key.len()).filter(|start| start.eq_ignore_ascii_case(key));
        let rest = start.and_then(|_| text[key.len()..].strip_prefix(' '));
        rest.is_some_and(|rest| {
            let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            (1..=2).contains(&n_digits)
                && [". ", ": ", " – ", " — "].iter().any(|mark| rest[n_digits..].starts_with(mark))
        })
    })
}

/// A last sentence that is only a credit: `The bridge in 1953. Photo: town archive`.
fn is_credited(text: &str) -> bool {
    const MAX_CREDIT: usize = 60;
    CREDITS.iter().any(|credit| {
        let Some(at) = text.rfind(credit) else { return false };
        let before = text[..at].trim_end_matches([' ', '(', '[']);
        before.ends_with(['.', '!', '?', '|', '/'])
            || before.len() + 1 < at && text.len() - at <= MAX_CREDIT
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions() {
        let cases = [
            ("CAPTION: The launch of Webb in 2021.", true),
            ("Photo: base camp at 5,364 m, April 2011.", true),
            ("Figure 2. The tower (818 m).", true),
            ("The opening in 1953. Photo: town archive", true),
            ("The opening in 1953 (Photo: AP)", true),
            ("Figure 2 shows the tower.", false),
            ("A photo: nothing more was found in 1953.", false),
            ("Founded: 1893", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_caption(text), expected, "{text}");
        }
    }
}
