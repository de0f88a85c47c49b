//! Text with character references, pushed with an exact map.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as HtmlSpan, Tokenizer};

use crate::document::writer::Writer;
use crate::source::Span;

/// The longest reference name of the standard has 31 letters.
const MAX_LEN: usize = 34;

/// References common enough to be worth no tokenizer.
const COMMON: [(&str, &str); 16] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&#039;", "'"),
    ("&nbsp;", "\u{a0}"),
    ("&mdash;", "—"),
    ("&ndash;", "–"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&hellip;", "…"),
    ("&#8217;", "’"),
];

/// Pushes the text at `span`, references decoded.
pub(super) fn push_text(writer: &mut Writer, span: Span) {
    let Some(raw) = writer.text().get(span.range()) else { return };
    let mut start = 0;
    for at in memchr::memchr_iter(b'&', raw.as_bytes()) {
        let reference = &raw[at..at + reference_len(&raw[at..])];
        let Some(meaning) = decode(reference) else { continue };
        writer.push(Span::new(start, at).shifted(span.start));
        start = at + reference.len();
        writer.builder().push_replaced(Span::new(at, start).shifted(span.start), &meaning);
    }
    writer.push(Span::new(start, raw.len()).shifted(span.start));
}

fn reference_len(text: &str) -> usize {
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let n_name = text.bytes().skip(1).take(MAX_LEN).take_while(in_name).count();
    1 + n_name + usize::from(text.as_bytes().get(1 + n_name) == Some(&b';'))
}

/// What a reference stands for; none for a bare ampersand.
fn decode(reference: &str) -> Option<String> {
    if let Some((_, meaning)) = COMMON.iter().find(|(known, _)| *known == reference) {
        return Some((*meaning).to_owned());
    }
    if reference.len() < 3 {
        return None;
    }
    // The tokenizer knows all 2,231 names and the rules for those without a semicolon.
    let mut meaning = String::new();
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: HtmlSpan<()>| {
        if let CallbackEvent::String { value } = event {
            meaning.push_str(&String::from_utf8_lossy(value));
        }
        None::<Infallible>
    });
    let Ok(()) = Tokenizer::new_with_emitter(reference, emitter).finish();
    (meaning != reference).then_some(meaning)
}
