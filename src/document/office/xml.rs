//! XML as the formats here need it: elements by their usual prefixed names, text with references
//! decoded, and whole elements passed over.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::NotOffice;

/// What is met in a part, in order.
pub(super) trait Visit {
    /// An element begins; `false` passes over it and all it holds.
    fn start(&mut self, name: &str, element: &Element<'_>) -> bool;
    /// An element that was not passed over ends.
    fn end(&mut self, name: &str);
    /// Text, references decoded.
    fn text(&mut self, text: &str);
}

/// The attributes of an element.
pub(super) struct Element<'e>(&'e BytesStart<'e>);

impl Element<'_> {
    /// The value of an attribute, by its prefixed name.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let attribute = self.0.try_get_attribute(name).ok().flatten()?;
        attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// Whether a switch is on: it is there, and not said to be off.
    pub(super) fn is_on(&self, name: &str) -> bool {
        !self.value(name).is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
    }
}

/// Visits a part from front to back. Nesting costs no stack.
pub(super) fn visit(
    part: &'static str,
    xml: &str,
    visitor: &mut impl Visit,
) -> Result<(), NotOffice> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().allow_unmatched_ends = true;
    // How deep inside an element that is passed over.
    let mut passed_over = 0_usize;
    loop {
        let event = reader.read_event();
        match event.map_err(|error| NotOffice::BrokenXml(part, error.to_string()))? {
            Event::Eof => return Ok(()),
            Event::Start(_) if passed_over > 0 => passed_over += 1,
            Event::End(_) if passed_over > 0 => passed_over -= 1,
            _ if passed_over > 0 => {}
            Event::Start(element) => {
                let is_read = visitor.start(element.name().0, &Element(&element));
                passed_over += usize::from(!is_read);
            }
            Event::Empty(element) => {
                let name = element.name();
                if visitor.start(name.0, &Element(&element)) {
                    visitor.end(name.0);
                }
            }
            Event::End(element) => visitor.end(element.name().0),
            Event::Text(text) => visitor.text(&text.xml10_content()),
            Event::CData(text) => visitor.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten();
                match (character, &*reference.xml10_content()) {
                    (Some(character), _) => visitor.text(character.encode_utf8(&mut [0; 4])),
                    (None, "amp") => visitor.text("&"),
                    (None, "lt") => visitor.text("<"),
                    (None, "gt") => visitor.text(">"),
                    (None, "quot") => visitor.text("\""),
                    (None, "apos") => visitor.text("'"),
                    // Entities of its own making, which no document has and bombs are made of.
                    (None, _) => {}
                }
            }
            _ => {}
        }
    }
}
