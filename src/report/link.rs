//! Paths as links (OSC 8), for terminals that open a file when its name is clicked.

use std::fmt::Write as _;

use super::sanitise;

/// The path as shown, a link where `base` says what relative paths are relative to: the working
/// folder as a URL, with a slash at its end.
pub(crate) fn path(path: &str, base: Option<&str>) -> String {
    let shown = sanitise::on_one_line(path);
    let Some(base) = base.filter(|_| !path.starts_with('<')) else { return shown.into_owned() };
    let root = if path.starts_with('/') { "file://" } else { base };
    format!("\u{1b}]8;;{root}{}\u{1b}\\{shown}\u{1b}]8;;\u{1b}\\", encoded(path))
}

/// Percent-encoded, slashes kept.
pub(crate) fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => write!(encoded, "%{byte:02X}").expect("a string takes all"),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_link_only_where_links_are_known() {
        assert_eq!(path("a b.txt", None), "a b.txt");
        let link = "\u{1b}]8;;file:///site/a%20b%1B.txt\u{1b}\\a b\u{2423}.txt\u{1b}]8;;\u{1b}\\";
        let safe = sanitise::on_one_line("a b\u{1b}.txt").into_owned();
        let linked = path("a b\u{1b}.txt", Some("file:///site/"));
        assert_eq!(linked, link.replace("a b\u{2423}.txt", &safe));
        assert!(path("/etc/a.txt", Some("file:///site/")).contains(";;file:///etc/a.txt\u{1b}"));
        assert_eq!(path("<stdin>", Some("file:///site/")), "<stdin>");
    }
}
