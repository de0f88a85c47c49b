//! The encoding an HTML page says it is in.

/// The standard asks for the declaration in the first 1,024 bytes; pages with long heads exist.
const FRONT: usize = 4096;

/// What `<meta charset>`, `<meta http-equiv>` or an XML declaration names, in the page's front.
pub(in crate::document) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let front: String =
        bytes[..bytes.len().min(FRONT)].iter().map(|&byte| char::from(byte)).collect();
    let front = front.to_ascii_lowercase();
    let in_declaration = front.trim_start().strip_prefix("<?xml").and_then(|rest| {
        let declaration = rest.split("?>").next()?;
        label_after(declaration, "encoding")
    });
    let in_meta = || {
        let tags = front.split("<meta").skip(1).map(|rest| rest.split('>').next().unwrap_or(""));
        tags.filter_map(|tag| label_after(tag, "charset")).next()
    };
    in_declaration.or_else(in_meta)
}

/// `windows-1251` in ` charset = "windows-1251"` and in `content="text/html; charset=windows-1251"`.
fn label_after(text: &str, key: &str) -> Option<String> {
    let rest = text.split_once(key)?.1.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
    let label = &rest[..end.unwrap_or(rest.len())];
    (!label.is_empty()).then(|| label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations() {
        let cases = [
            ("<head><META Charset='Windows-1251'>", Some("windows-1251")),
            ("<meta name=x content=y><meta charset = koi8-r />", Some("koi8-r")),
            (
                "<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-2\">",
                Some("iso-8859-2"),
            ),
            ("<?xml version=\"1.0\" encoding=\"GBK\"?><html>", Some("gbk")),
            ("<meta charset>", None),
            ("<p>charset=gbk</p>", None),
            ("", None),
        ];
        for (page, expected) in cases {
            assert_eq!(declared_encoding(page.as_bytes()).as_deref(), expected, "{page}");
        }
    }
}
