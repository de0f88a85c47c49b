//! Which format an article is in, by its file name or by its first lines.

/// The formats an article may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// reStructuredText.
    Rst,
    /// AsciiDoc.
    AsciiDoc,
    /// A Word document: its text, a paragraph a line.
    Docx,
    /// An OpenDocument text: as Word's.
    Odt,
    /// Many articles, one a line, as JSON.
    Archive,
}

/// The one list of formats: the name, and the extensions of files. Those of a name without a dot
/// are plain.
const FORMATS: [(Format, &str, &[&str]); 8] = [
    (Format::Plain, "plain", &["txt", "text", ""]),
    (Format::Markdown, "markdown", &["md", "markdown", "mdx", "mkd"]),
    (Format::Html, "html", &["html", "htm", "xhtml"]),
    (Format::Rst, "rst", &["rst", "rest"]),
    (Format::AsciiDoc, "asciidoc", &["adoc", "asciidoc", "asc"]),
    (Format::Docx, "docx", &["docx"]),
    (Format::Odt, "odt", &["odt"]),
    (Format::Archive, "jsonl", &["jsonl", "ndjson"]),
];

impl Format {
    /// The format of a file by its extension; none for files that are not articles.
    pub fn of(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        // A dot at the very start marks a hidden file, not an extension.
        let extension = match name.rsplit_once('.') {
            Some(("", _)) => return None,
            Some((_, extension)) => extension,
            None => "",
        };
        Self::with_extension(extension)
    }

    /// The format of that name, or with that extension.
    pub fn named(name: &str) -> Option<Self> {
        let known = FORMATS.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(name));
        let by_extension = || Self::with_extension(name).filter(|_| !name.is_empty());
        known.map(|(format, ..)| *format).or_else(by_extension)
    }

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        FORMATS.iter().find(|(format, ..)| *format == self).map_or("plain", |(_, name, _)| name)
    }

    /// Whether articles in it are texts, which a person could read as they are stored.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Odt | Self::Archive)
    }

    fn with_extension(extension: &str) -> Option<Self> {
        let has = |known: &&str| known.eq_ignore_ascii_case(extension);
        FORMATS.iter().find(|(.., known)| known.iter().any(has)).map(|(format, ..)| *format)
    }
}

/// The format of a text without a name, by what it begins with.
pub fn sniff(text: &str) -> Format {
    const FIRST_LINES: usize = 60;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if begins_as_html(text) {
        return Format::Html;
    }
    let front_matter = ["---", "+++"].iter().any(|fence| {
        let mut lines = text.lines();
        lines.next().is_some_and(|line| line.trim_end() == *fence)
            && lines.take(FIRST_LINES).any(|line| line.trim_end() == *fence)
    });
    if front_matter || text.lines().take(FIRST_LINES).any(is_markdown) {
        return Format::Markdown;
    }
    Format::Plain
}

fn begins_as_html(text: &str) -> bool {
    const OPENINGS: [&str; 9] =
        ["<!doctype html", "<html", "<head", "<body", "<article", "<p>", "<div", "<h1", "<?xml"];
    OPENINGS.iter().any(|opening| {
        text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
    })
}

/// A heading mark, a link, strong emphasis, a table's rule or a code fence: marks that plain news
/// copy does not carry. List dashes prove nothing.
fn is_markdown(line: &str) -> bool {
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    let heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
    let link = line
        .split_once("](")
        .is_some_and(|(before, after)| before.contains('[') && after.contains(')'));
    let strong = line.matches("**").take(2).count() == 2;
    let rule = line.starts_with('|') && line.contains("---");
    heading || link || strong || rule || line.starts_with("```")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_extension() {
        let cases = [
            ("a/b.txt", Some(Format::Plain)),
            ("README", Some(Format::Plain)),
            ("a.b/c", Some(Format::Plain)),
            ("x.MD", Some(Format::Markdown)),
            ("x.mdx", Some(Format::Markdown)),
            ("x.y.xhtml", Some(Format::Html)),
            ("x.rst", Some(Format::Rst)),
            ("x.adoc", Some(Format::AsciiDoc)),
            ("x.DOCX", Some(Format::Docx)),
            ("x.ndjson", Some(Format::Archive)),
            (".gitignore", None),
            ("x.rs", None),
            ("x.", Some(Format::Plain)),
        ];
        for (path, expected) in cases {
            assert_eq!(Format::of(path), expected, "{path}");
        }
    }

    #[test]
    fn by_name() {
        for (format, name, extensions) in FORMATS {
            assert_eq!((Format::named(name), format.name()), (Some(format), name));
            for extension in extensions.iter().filter(|extension| !extension.is_empty()) {
                assert_eq!(Format::named(extension), Some(format), "{extension}");
            }
        }
        assert_eq!(Format::named(""), None);
        assert_eq!(Format::named("pdf"), None);
    }

    #[test]
    fn by_first_lines() {
        let cases = [
            ("\u{feff}<!DOCTYPE HTML><p>x", Format::Html),
            ("  <html>", Format::Html),
            ("---\ntitle: x\n---\nText", Format::Markdown),
            ("Text\n\n## Heading\n", Format::Markdown),
            ("The [pact](https://x.org) was", Format::Markdown),
            ("date 2021-01-27 The pact\n- one\n- two", Format::Plain),
            ("#1 in the list", Format::Plain),
            ("", Format::Plain),
        ];
        for (text, expected) in cases {
            assert_eq!(sniff(text), expected, "{text}");
        }
    }
}
