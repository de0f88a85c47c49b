//! XML written by quick-xml, for the formats that are XML. This file must not know any of them.
//!
//! XML 1.0 has no way to write most control characters, not even escaped: they are replaced, with
//! all that may not be shown, before quick-xml escapes the rest.

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::sanitise;

/// What every document begins with.
pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// An element.
#[derive(Debug)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Element>,
    text: String,
}

impl Element {
    /// An empty element.
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new(), text: String::new() }
    }

    /// With an attribute, on one line.
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, legal(&sanitise::on_one_line(&value.to_string()))));
        self
    }

    /// Around other elements.
    pub(crate) fn around(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// Around a text.
    pub(crate) fn saying(mut self, text: &str) -> Self {
        self.text = legal(&sanitise::keeping_length(text));
        self
    }

    /// Whether it holds no element.
    pub(crate) fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// As text, a line an element, with a line end.
    pub(crate) fn shown(&self) -> String {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        self.write(&mut writer);
        let bytes = writer.into_inner();
        let mut text = String::from_utf8(bytes).expect("what was written to it was UTF-8");
        text.push('\n');
        text
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) {
        let attributes = self.attributes.iter().map(|(name, value)| (*name, value.as_str()));
        let element = writer.create_element(self.name).with_attributes(attributes);
        let written = if !self.text.is_empty() {
            element.write_text_content(BytesText::new(&self.text))
        } else if self.is_empty() {
            element.write_empty()
        } else {
            element.write_inner_content(|writer| {
                self.children.iter().for_each(|child| child.write(writer));
                Ok(())
            })
        };
        written.expect("a vector takes all that is written to it");
    }
}

/// Without the two characters that are no controls and yet not allowed.
fn legal(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
