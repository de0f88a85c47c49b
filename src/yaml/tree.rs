//! The tree of a YAML document: an arena of nodes, each with its span.

use std::borrow::Cow;

use serde::Deserialize;

use crate::source::Span;

use super::{Faults, NodeRef, read::NodeReader};

/// A YAML document. What a fault spoilt stands in it as [`Shape::Broken`] or is left out.
#[derive(Debug)]
pub(crate) struct Tree<'s> {
    pub(super) nodes: Vec<Node<'s>>,
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

/// A node and where it stands; of a block collection from its first to its last child.
#[derive(Debug)]
pub(super) struct Node<'s> {
    pub(super) span: Span,
    pub(super) shape: Shape<'s>,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Shape<'s> {
    Scalar {
        text: Cow<'s, str>,
        plain: bool,
    },
    List(Vec<NodeRef>),
    Mapping(Vec<(NodeRef, NodeRef)>),
    Alias(NodeRef),
    /// Unusable, and already reported.
    Broken,
}

impl Shape<'_> {
    /// What the node is called in messages.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Scalar { .. } => "text",
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
        self.node(node).span
    }

    /// Where a mapping is best pointed at as a whole: its first key; else the node itself.
    pub(crate) fn head_span(&self, node: NodeRef) -> Span {
        match &self.target(node).shape {
            Shape::Mapping(entries) => entries.first().map(|&(key, _)| self.span(key)),
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
            _ => None,
        }
    }
}
