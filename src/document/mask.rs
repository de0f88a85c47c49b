//! Hides from the Markdown parser what is not Markdown: MDX imports, components and comments,
//! template tags, footnote marks.
//!
//! The masked text has the same length and line ends, so spans in it are spans in the source.
//! Marks inside a line become control characters, which no block shows: spaces could make the line
//! indented code.

use std::borrow::Cow;

/// Tags and template marks longer than this are not looked for: text after a stray `<` is text.
const WINDOW: usize = 4000;
const HIDDEN: u8 = 1;

/// The text with everything foreign to Markdown hidden, and a lone CR as the line end it is.
pub(super) fn mask(text: &str) -> Cow<'_, str> {
    let mut hidden = Vec::new();
    find_marks(text, &mut hidden);
    find_modules(text, &mut hidden);
    let has_lone_cr = memchr::memchr_iter(b'\r', text.as_bytes())
        .any(|at| text.as_bytes().get(at + 1) != Some(&b'\n'));
    if hidden.is_empty() && !has_lone_cr {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for (range, filler) in hidden {
        for byte in &mut bytes[range] {
            if !matches!(*byte, b'\n' | b'\r') {
                *byte = filler;
            }
        }
    }
    for at in 0..bytes.len() {
        if bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            bytes[at] = b'\n';
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

type Hidden = (std::ops::Range<usize>, u8);

fn find_marks(text: &str, hidden: &mut Vec<Hidden>) {
    let mut from = 0;
    while let Some(at) = memchr::memchr3(b'{', b'[', b'<', &text.as_bytes()[from..]) {
        let start = from + at;
        let rest = super::front(&text[start..], WINDOW);
        let found = match rest.as_bytes() {
            [b'{', b'/', b'*', ..] => until(rest, "*/}"),
            [b'{', b'{', ..] => until(rest, "}}"),
            [b'{', b'%', ..] => until(rest, "%}"),
            [b'[', b'^', ..] => footnote_mark(rest),
            [b'<', ..] => component(rest),
            _ => Search::None,
        };
        from = start + 1;
        match found {
            Search::Found(len) => {
                hidden.push((start..start + len, HIDDEN));
                from = start + len;
            }
            // What was searched in vain holds no end for later starts either.
            Search::Exhausted => from = start + rest.len(),
            Search::None => {}
        }
    }
}

enum Search {
    Found(usize),
    Exhausted,
    None,
}

fn until(rest: &str, end: &str) -> Search {
    match rest.find(end) {
        Some(at) => Search::Found(at + end.len()),
        None if rest.len() >= WINDOW => Search::Exhausted,
        None => Search::None,
    }
}

/// `[^1]`, but not the definition `[^1]:`.
fn footnote_mark(rest: &str) -> Search {
    const MAX_LABEL: usize = 40;
    let label = rest[2..].find([']', '[', ' ', '\n']);
    match label.filter(|&len| len <= MAX_LABEL && rest[2 + len..].starts_with(']')) {
        Some(len) if !rest[3 + len..].starts_with(':') => Search::Found(3 + len),
        _ => Search::None,
    }
}

/// `<Chart data={[2016]} />`, `</Chart>`, `<>`, `</>`: JSX elements, whose names are in CamelCase.
fn component(rest: &str) -> Search {
    let name_start = 1 + usize::from(rest[1..].starts_with('/'));
    let after = &rest[name_start..];
    if after.starts_with('>') {
        return Search::Found(name_start + 1);
    }
    let name_len = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).unwrap_or(0);
    let name = &after[..name_len];
    let camel = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains(|c: char| c.is_ascii_lowercase());
    if !camel || !after[name_len..].starts_with([' ', '/', '>', '\n', '\r', '\t']) {
        return Search::None;
    }
    tag_end(rest, name_start + name_len)
}

/// Where a tag ends: at the `>` outside quotes and braces.
fn tag_end(rest: &str, from: usize) -> Search {
    let mut depth = 0_usize;
    let mut quote = None;
    for (index, byte) in rest.bytes().enumerate().skip(from) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'{') => depth += 1,
            (None, b'}') => depth = depth.saturating_sub(1),
            (None, b'>') if depth == 0 => return Search::Found(index + 1),
            _ => {}
        }
    }
    if rest.len() >= WINDOW { Search::Exhausted } else { Search::None }
}

/// `import Chart from './chart'` and `export const x = ...`, up to the next blank line.
fn find_modules(text: &str, hidden: &mut Vec<Hidden>) {
    // Few texts have one, and their lines need not be looked at one by one.
    let has = |word: &[u8]| memchr::memmem::find(text.as_bytes(), word).is_some();
    if !has(b"import ") && !has(b"export ") {
        return;
    }
    let mut start = 0;
    let mut in_module = false;
    for line in text.split_inclusive('\n') {
        in_module = !line.trim().is_empty() && (in_module || is_module_line(line));
        if in_module {
            hidden.push((start..start + line.len(), b' '));
        }
        start += line.len();
    }
}

fn is_module_line(line: &str) -> bool {
    const EXPORTS: [&str; 9] =
        ["const ", "default ", "function ", "let ", "var ", "class ", "async ", "{", "* "];
    if let Some(exported) = line.strip_prefix("export ") {
        return EXPORTS.iter().any(|start| exported.starts_with(start))
            && exported.contains(['=', '{', '(', '\'', '"']);
    }
    let Some(imported) = line.strip_prefix("import ") else { return false };
    let names = imported.split_once(" from ").filter(|(_, path)| path.starts_with(['"', '\'']));
    imported.starts_with(['"', '\'', '{', '*']) || names.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_foreign_is_hidden() {
        let cases = [
            ("a {/* note 2015 */} b", "a  b"),
            ("a {{< fig y=2015 >}} b {% raw %} c", "a  b  c"),
            ("pact[^1] and [^a b] x", "pact and [^a b] x"),
            ("[^1]: a note", "[^1]: a note"),
            ("<Chart d={[1 > 2]} t=\"a>b\" /> x", " x"),
            ("<Note>LEMOA</Note> <>y</>", "LEMOA y"),
            ("<b>x</b> <Http://x.org> 1 < 2", "<b>x</b> <Http://x.org> 1 < 2"),
            ("import A from './a'\nimport B from 'b'\n\nText", "\n\n\nText"),
            ("import duties rose from 2% to 3%", "import duties rose from 2% to 3%"),
            ("export const x = {\n a: 2015 }\n\nText", "\n\n\nText"),
            ("<Open without end", "<Open without end"),
        ];
        for (text, expected) in cases {
            let masked = mask(text);
            assert_eq!(masked.len(), text.len());
            let lines: Vec<_> = masked.split('\n').map(|line| line.replace('\u{1}', "")).collect();
            let shown: Vec<_> = lines
                .iter()
                .map(|line| if line.trim().is_empty() { "" } else { line.as_str() })
                .collect();
            assert_eq!(shown.join("\n"), expected, "{text}");
        }
    }
}
