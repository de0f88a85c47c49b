//! How lists, mappings and structs hand their parts to serde.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::read::{NodeReader, REST, ReadError, offset};
use super::tree::Entry;
use super::{Fault, NodeRef};
use crate::text::suggest;

/// More known keys than this are not listed in a message.
const LISTED_KEYS: usize = 8;

/// The items of a list.
pub(super) struct ListAccess<'t, 's> {
    reader: NodeReader<'t, 's>,
    items: std::slice::Iter<'t, NodeRef>,
    /// A scalar standing for a list of one.
    single: bool,
}

impl<'t, 's> ListAccess<'t, 's> {
    pub(super) fn new(reader: NodeReader<'t, 's>, items: &'t [NodeRef]) -> Self {
        Self { reader, items: items.iter(), single: false }
    }

    pub(super) fn one(reader: NodeReader<'t, 's>) -> Self {
        Self { reader, items: [].iter(), single: true }
    }
}

impl<'t, 's: 't> SeqAccess<'t> for ListAccess<'t, 's> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ReadError> {
        if std::mem::take(&mut self.single) {
            return seed.deserialize(self.reader).map(Some);
        }
        let Some(&item) = self.items.next() else { return Ok(None) };
        seed.deserialize(self.reader.at(item)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() + usize::from(self.single))
    }
}

/// The entries of a mapping with free keys.
pub(super) struct EntryAccess<'t, 's> {
    reader: NodeReader<'t, 's>,
    entries: std::slice::Iter<'t, Entry>,
    value: Option<NodeRef>,
}

impl<'t, 's> EntryAccess<'t, 's> {
    pub(super) fn new(reader: NodeReader<'t, 's>, entries: &'t [Entry]) -> Self {
        Self { reader, entries: entries.iter(), value: None }
    }
}

impl<'t, 's: 't> MapAccess<'t> for EntryAccess<'t, 's> {
    type Error = ReadError;

    fn next_key_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ReadError> {
        let Some(&(key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(self.reader.at(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        let value = self.value.take().ok_or(ReadError::Recorded)?;
        seed.deserialize(self.reader.at(value))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// The entries of a mapping that is read into a struct: unknown keys become faults, and `$rest`
/// receives what the struct itself has no field for.
pub(super) struct FieldAccess<'t, 's> {
    reader: NodeReader<'t, 's>,
    entries: std::slice::Iter<'t, Entry>,
    fields: &'static [&'static str],
    has_rest: bool,
    value: Option<NodeReader<'t, 's>>,
}

impl<'t, 's> FieldAccess<'t, 's> {
    pub(super) fn new(
        reader: NodeReader<'t, 's>,
        entries: &'t [Entry],
        fields: &'static [&'static str],
    ) -> Self {
        let has_rest = fields.contains(&REST);
        Self { reader, entries: entries.iter(), fields, has_rest, value: None }
    }

    fn unknown_key(&self, node: NodeRef, key: &str) {
        let span = self.reader.tree.span(node);
        let fault = Fault::new(span, "unknown-key", format!("unknown key `{key}`"));
        let known = self.fields.iter().chain(self.reader.taken);
        let known = known.copied().filter(|key| !key.starts_with('$'));
        let colon = "quote text that contains a colon and a space";
        let mut fault = match suggest::nearest(key, known.clone()) {
            Some(near) => fault.help(format!("did you mean `{near}`?")),
            None if key == "<<" => fault.help("merge keys are not read; repeat the keys instead"),
            None if key.contains(' ') => fault.help(colon),
            None if known.clone().count() > LISTED_KEYS => fault,
            None => {
                fault.help(format!("known here: {}", known.clone().collect::<Vec<_>>().join(", ")))
            }
        };
        fault.meant = suggest::nearest(key, known.clone());
        if key.contains(' ') {
            // "In 2016: a pact." among examples is a text, which then is not missing.
            fault.meant = fault.meant.or_else(|| known.into_iter().next());
        }
        self.reader.faults.push(fault);
    }
}

impl<'t, 's: 't> MapAccess<'t> for FieldAccess<'t, 's> {
    type Error = ReadError;

    fn next_key_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ReadError> {
        while let Some(&(node, value)) = self.entries.next() {
            let key = self.reader.tree.text(node).unwrap_or_default();
            if self.reader.taken.contains(&key) && !key.starts_with('$') {
                continue;
            }
            if let Some(field) = self.fields.iter().find(|&&field| field == key && field != REST) {
                self.value = Some(self.reader.at(value));
                return seed.deserialize(BorrowedStrDeserializer::new(field)).map(Some);
            }
            if !self.has_rest {
                self.unknown_key(node, key);
            }
        }
        if std::mem::take(&mut self.has_rest) {
            self.value = Some(NodeReader { taken: self.fields, ..self.reader });
            return seed.deserialize(BorrowedStrDeserializer::new(REST)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        seed.deserialize(self.value.take().ok_or(ReadError::Recorded)?)
    }
}

/// Start, end and value of a [`super::Spanned`].
pub(super) struct SpannedAccess<'t, 's> {
    reader: NodeReader<'t, 's>,
    step: u8,
}

impl<'t, 's> SpannedAccess<'t, 's> {
    pub(super) fn new(reader: NodeReader<'t, 's>) -> Self {
        Self { reader, step: 0 }
    }
}

impl<'t, 's: 't> SeqAccess<'t> for SpannedAccess<'t, 's> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ReadError> {
        let span = self.reader.tree.span(self.reader.node);
        self.step += 1;
        match self.step {
            1 => seed.deserialize(offset(span.start)).map(Some),
            2 => seed.deserialize(offset(span.end)).map(Some),
            _ => {
                let value = seed.deserialize(self.reader);
                value.map(Some).map_err(|error| self.reader.record(error))
            }
        }
    }
}

/// The variant a node's shape has selected.
pub(super) struct ShapeAccess<'t, 's> {
    pub(super) reader: NodeReader<'t, 's>,
    pub(super) variant: &'static str,
}

impl<'t, 's: 't> EnumAccess<'t> for ShapeAccess<'t, 's> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Result<(S::Value, Self), ReadError> {
        let variant = seed.deserialize(BorrowedStrDeserializer::new(self.variant))?;
        Ok((variant, self))
    }
}

impl<'t, 's: 't> VariantAccess<'t> for ShapeAccess<'t, 's> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Result<S::Value, ReadError> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'t>>(self, _: usize, _: V) -> Result<V::Value, ReadError> {
        Err(ReadError::Complaint("tuple variants are not used in written forms".into()))
    }

    fn struct_variant<V: Visitor<'t>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, ReadError> {
        Err(ReadError::Complaint("struct variants are not used in written forms".into()))
    }
}
