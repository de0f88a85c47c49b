//! The tree of a YAML document: an arena of nodes, each with its span.

use std::ops::Range;

use serde::Deserialize;

use crate::source::Span;

use super::{Faults, NodeRef, read::NodeReader};

/// A YAML document. What a fault spoilt stands in it as [`Shape::Broken`] or is left out.
#[derive(Debug)]
pub(crate) struct Tree<'s> {
    pub(super) nodes: Vec<Node<'s>>,
    /// The items of all lists, one list after the other.
    pub(super) items: Vec<NodeRef>,
    /// The keys and values of all mappings, one mapping after the other.
    pub(super) entries: Vec<Entry>,
    /// The outermost node; none when the file says nothing.
    pub(super) root: Option<NodeRef>,
    /// A syntax error ended the reading early.
    pub(super) damage: Option<Damage>,
    /// Lines around syntax errors were left out: what is missing may have stood there.
    pub(super) is_mended: bool,
}

/// Where a syntax error struck.
#[derive(Debug, Clone, Copy)]
pub(super) struct Damage {
    /// Where the item or entry begins that holds it, inside the file's outer mapping.
    pub(super) part: Option<usize>,
    /// What is to blame.
    pub(super) error: usize,
}

/// A key and its value.
pub(super) type Entry = (NodeRef, NodeRef);

/// A node and where it stands; of a block collection from its first to its last child. A large file
/// has a million of them: they are kept small, and own nothing but texts with escapes in them.
#[derive(Debug)]
pub(super) struct Node<'s> {
    start: u32,
    end: u32,
    pub(super) shape: Shape<'s>,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Shape<'s> {
    /// A scalar as it stands in the file.
    Scalar {
        text: &'s str,
        plain: bool,
    },
    /// A scalar that is written otherwise than it reads.
    Escaped(Box<str>),
    /// A part of [`Tree::items`].
    List(Part),
    /// A part of [`Tree::entries`].
    Mapping(Part),
    Alias(NodeRef),
    /// Unusable, and already reported.
    Broken,
}

/// The children of one node among those of all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    first: u32,
    end: u32,
}

impl Part {
    /// From `first` up to, not including, `end`.
    pub(super) fn new(first: usize, end: usize) -> Self {
        Self { first: narrow(first), end: narrow(end) }
    }

    fn range(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// No file has as many bytes, nor nodes, as cannot be counted so.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl<'s> Node<'s> {
    pub(super) fn new(span: Span, shape: Shape<'s>) -> Self {
        Self { start: narrow(span.start), end: narrow(span.end), shape }
    }

    pub(super) fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    pub(super) fn move_to(&mut self, span: Span) {
        (self.start, self.end) = (narrow(span.start), narrow(span.end));
    }
}

impl Shape<'_> {
    /// What the node is called in messages.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Scalar { .. } | Self::Escaped(_) => "text",
            Self::List(_) => "a list",
            Self::Mapping(_) => "a mapping",
            Self::Alias(_) | Self::Broken => "something unreadable",
        }
    }
}

impl<'s> Tree<'s> {
    /// The outermost node; none when the file says nothing.
    pub(crate) fn root(&self) -> Option<NodeRef> {
        self.root
    }

    /// Whether all of the file has been read, so that what is missing is really missing.
    pub(crate) fn is_whole(&self) -> bool {
        self.damage.is_none() && !self.is_mended
    }

    /// Where a node stands.
    pub(crate) fn span(&self, node: NodeRef) -> Span {
        self.node(node).span()
    }

    /// Where a mapping is best pointed at as a whole: its first key; else the node itself.
    pub(crate) fn head_span(&self, node: NodeRef) -> Span {
        match &self.target(node).shape {
            &Shape::Mapping(part) => self.entries(part).first().map(|&(key, _)| self.span(key)),
            _ => None,
        }
        .unwrap_or_else(|| self.span(node))
    }

    /// Reads a node as `T`; nothing when it is of another type, which is then among the faults.
    pub(crate) fn read<'t, T: Deserialize<'t>>(
        &'t self,
        node: NodeRef,
        faults: &'t Faults,
    ) -> Option<T> {
        let reader = NodeReader::new(self, faults, node);
        T::deserialize(reader).map_err(|error| reader.record(error)).ok()
    }

    pub(super) fn node(&self, node: NodeRef) -> &Node<'s> {
        &self.nodes[node.0 as usize]
    }

    /// The node itself or, for an alias, the one it stands for (never an alias).
    pub(super) fn target(&self, node: NodeRef) -> &Node<'s> {
        match self.node(node).shape {
            Shape::Alias(target) => self.node(target),
            _ => self.node(node),
        }
    }

    /// The text of a scalar.
    pub(super) fn text(&self, node: NodeRef) -> Option<&str> {
        match &self.target(node).shape {
            Shape::Scalar { text, .. } => Some(text),
            Shape::Escaped(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list.
    pub(super) fn items(&self, part: Part) -> &[NodeRef] {
        &self.items[part.range()]
    }

    /// The keys and values of a mapping.
    pub(super) fn entries(&self, part: Part) -> &[Entry] {
        &self.entries[part.range()]
    }
}
