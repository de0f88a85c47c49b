//! The serde deserializer over a node.
//!
//! Every type mistake is found and recorded here, before a visitor sees the node, so messages are
//! alike for all written forms. Three conventions carry what serde's model cannot say:
//! an enum with variants `$text`, `$list`, `$mapping` is chosen by the node's shape; a struct field
//! `$rest` receives the mapping's remaining keys (serde's `flatten` would lose spans and checks);
//! and the types of [`super::spanned`].

use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, U32Deserializer};
use serde::de::{self, Deserializer, IntoDeserializer, Visitor};

use super::access::{EntryAccess, FieldAccess, ListAccess, ShapeAccess, SpannedAccess};
use super::spanned::{NODE, ONE_OR_MANY, SPANNED};
use super::tree::{Entry, Node, Shape, Tree};
use super::{Fault, Faults, NodeRef};

pub(super) const REST: &str = "$rest";

/// Why a node could not be read.
#[derive(Debug)]
pub(super) enum ReadError {
    /// The fault has been recorded at its place.
    Recorded,
    /// A visitor's complaint, to be recorded at the node read.
    Complaint(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Recorded => f.write_str("recorded"),
            Self::Complaint(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Complaint(message.to_string())
    }
}

/// Reads one node.
#[derive(Clone, Copy)]
pub(super) struct NodeReader<'t, 's> {
    pub(super) tree: &'t Tree<'s>,
    pub(super) faults: &'t Faults,
    pub(super) node: NodeRef,
    /// Keys of this mapping that the struct around a `$rest` field has taken.
    pub(super) taken: &'static [&'static str],
}

impl<'t, 's> NodeReader<'t, 's> {
    pub(super) fn new(tree: &'t Tree<'s>, faults: &'t Faults, node: NodeRef) -> Self {
        Self { tree, faults, node, taken: &[] }
    }

    pub(super) fn at(self, node: NodeRef) -> Self {
        Self::new(self.tree, self.faults, node)
    }

    pub(super) fn target(&self) -> &'t Node<'s> {
        self.tree.target(self.node)
    }

    /// Makes sure that an error is among the faults.
    pub(super) fn record(&self, error: ReadError) -> ReadError {
        if let ReadError::Complaint(message) = error {
            self.faults.push(Fault::new(self.tree.span(self.node), "wrong-type", message));
        }
        ReadError::Recorded
    }

    /// The fault of a node of the wrong shape.
    pub(super) fn expected(&self, what: &str) -> ReadError {
        let found = match (self.tree.text(self.node), &self.target().shape) {
            (_, Shape::Broken) => return ReadError::Recorded,
            (Some(text), _) if text.len() <= 40 => format!("`{text}`"),
            (_, shape) => shape.name().to_owned(),
        };
        let span = self.tree.head_span(self.node);
        let fault = Fault::new(span, "wrong-type", format!("expected {what}, found {found}"));
        let is_mapping = matches!(self.target().shape, Shape::Mapping(_));
        self.faults.push(match what {
            "text" if is_mapping => fault.help("quote text that contains a colon and a space"),
            "true or false" => fault.help("write `true` or `false`"),
            _ => fault,
        });
        ReadError::Recorded
    }

    fn text(&self, what: &str) -> Result<&'t str, ReadError> {
        self.tree.text(self.node).ok_or_else(|| self.expected(what))
    }

    fn list(&self) -> Result<&'t [NodeRef], ReadError> {
        match self.target().shape {
            Shape::List(part) => Ok(self.tree.items(part)),
            _ => Err(self.expected("a list")),
        }
    }

    fn mapping(&self) -> Result<&'t [Entry], ReadError> {
        match self.target().shape {
            Shape::Mapping(part) => Ok(self.tree.entries(part)),
            _ => Err(self.expected("a mapping")),
        }
    }

    /// `~` and an unquoted `null`: nothing, said on purpose.
    fn is_null(&self) -> bool {
        matches!(self.target().shape, Shape::Scalar { text: "~" | "null", plain: true })
    }

    /// The variant a node's shape selects, of those there are.
    fn variant(&self, variants: &'static [&'static str]) -> Result<&'static str, ReadError> {
        let wanted = match self.target().shape {
            Shape::List(_) => "$list",
            Shape::Mapping(_) => "$mapping",
            _ => "$text",
        };
        if let Some(&variant) = variants.iter().find(|&&variant| variant == wanted) {
            return Ok(variant);
        }
        let shapes = [("$text", "text"), ("$list", "a list"), ("$mapping", "a mapping")];
        let allowed = shapes.iter().filter(|(variant, _)| variants.contains(variant));
        let names: Vec<&str> = allowed.map(|&(_, name)| name).collect();
        Err(self.expected(&names.join(" or ")))
    }
}

impl<'t, 's: 't> Deserializer<'t> for NodeReader<'t, 's> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match &self.target().shape {
            Shape::Scalar { text, .. } => visitor.visit_borrowed_str(text),
            Shape::Escaped(text) => visitor.visit_borrowed_str(text),
            &Shape::List(part) => visitor.visit_seq(ListAccess::new(self, self.tree.items(part))),
            &Shape::Mapping(part) => {
                visitor.visit_map(EntryAccess::new(self, self.tree.entries(part)))
            }
            Shape::Alias(_) | Shape::Broken => Err(ReadError::Recorded),
        }
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_borrowed_str(self.text("text")?)
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.text("true or false")? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(self.expected("true or false")),
        }
    }

    fn deserialize_u32<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let number = self.text("a whole number")?.parse();
        visitor.visit_u32(number.map_err(|_| self.expected("a whole number"))?)
    }

    fn deserialize_u64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let number = self.text("a whole number")?.parse();
        visitor.visit_u64(number.map_err(|_| self.expected("a whole number"))?)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_seq(ListAccess::new(self, self.list()?))
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_map(EntryAccess::new(self, self.mapping()?))
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_map(FieldAccess::new(self, self.mapping()?, fields))
    }

    fn deserialize_tuple_struct<V: Visitor<'t>>(
        self,
        name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match name {
            SPANNED => visitor.visit_seq(SpannedAccess::new(self)),
            _ => self.deserialize_seq(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match (name, &self.target().shape) {
            (NODE, _) => visitor.visit_u32(self.node.0),
            (ONE_OR_MANY, Shape::Scalar { .. } | Shape::Escaped(_)) => {
                visitor.visit_seq(ListAccess::one(self))
            }
            (ONE_OR_MANY, _) => self.deserialize_seq(visitor),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if matches!(self.target().shape, Shape::Broken) {
            return Err(ReadError::Recorded);
        }
        if variants.iter().any(|variant| variant.starts_with('$')) {
            return visitor
                .visit_enum(ShapeAccess { reader: self, variant: self.variant(variants)? });
        }
        let text: BorrowedStrDeserializer<'t, ReadError> =
            BorrowedStrDeserializer::new(self.text("text")?);
        visitor.visit_enum(text)
    }

    serde::forward_to_deserialize_any! {
        <W: Visitor<'t>>
        i8 i16 i32 i64 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct tuple
        ignored_any
    }
}

/// For [`SpannedAccess`]: an offset as serde wants it.
pub(super) fn offset(at: usize) -> U32Deserializer<ReadError> {
    u32::try_from(at).unwrap_or(u32::MAX).into_deserializer()
}
