//! From parser events to the tree. Nesting is limited by the parser, the growth by aliases here.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};
use rustc_hash::FxHashMap;

use crate::source::Span;

use super::tree::{Node, Part, Shape, Tree};
use super::{Fault, Faults, NodeRef, syntax};

/// More than any rule file nests; reading recurses at most this deep.
const NESTING_LIMIT: usize = 64;

/// How many nodes aliases may stand for in all: a shared list in 100,000 facts, but no bomb.
const ALIAS_GROWTH_LIMIT: usize = 4_000_000;

/// Levels that survive a syntax error: the file's mapping and what stands under its last key. A
/// deeper collection that is still open has lost its tail, so its complaints would mislead.
const LEVELS_KEPT: usize = 2;

impl<'s> Tree<'s> {
    /// Parses a file; total, since every mistake becomes a fault. `is_mended`: lines are missing.
    pub(super) fn parse(text: &'s str, is_mended: bool, faults: &Faults) -> Self {
        let options = granit_parser::options! {
            emit_comments: false,
            emit_unresolved_aliases: true,
            flow_nesting_limit: NESTING_LIMIT,
            block_nesting_limit: NESTING_LIMIT,
        };
        let mut builder = Builder::new(text, is_mended, faults);
        for event in Parser::new_from_str_with_options(text, options) {
            match event {
                Ok((event, span)) => {
                    let range = span.byte_range().unwrap_or_default();
                    if !builder.take(event, builder.clamp(range.start, range.end)) {
                        break;
                    }
                }
                Err(error) => {
                    let fault = syntax::fault(text, &error, builder.open_bracket());
                    builder.give_up(fault.span.start);
                    faults.push(fault);
                    break;
                }
            }
        }
        builder.tree
    }
}

/// A collection whose end has not been seen.
struct Open {
    is_mapping: bool,
    style: StructureStyle,
    /// Where its children begin among those that wait for their collection's end.
    first: usize,
    span: Span,
    anchor: usize,
    /// Nodes in it, aliases counted as what they stand for.
    size: usize,
}

/// The keys of a mapping so far: compared one by one while they are few, hashed when they are many.
#[derive(Default)]
struct Seen(FxHashMap<Box<str>, NodeRef>);

/// Up to so many keys are compared one by one.
const FEW_KEYS: usize = 16;

impl Seen {
    /// The key of that text among the tree's entries from `first` on; else it is added.
    fn find_or_add(
        &mut self,
        text: &str,
        key: NodeRef,
        tree: &Tree<'_>,
        first: usize,
    ) -> Option<NodeRef> {
        let entries = &tree.entries[first..];
        if entries.len() < FEW_KEYS {
            return entries.iter().map(|&(key, _)| key).find(|&it| tree.text(it) == Some(text));
        }
        if self.0.is_empty() {
            let known = entries.iter().filter_map(|&(key, _)| Some((tree.text(key)?.into(), key)));
            self.0.extend(known);
        }
        if let Some(&earlier) = self.0.get(text) {
            return Some(earlier);
        }
        self.0.insert(text.into(), key);
        None
    }
}

struct Builder<'s, 'f> {
    text: &'s str,
    tree: Tree<'s>,
    faults: &'f Faults,
    open: Vec<Open>,
    /// The children of all collections that are open, the innermost's last.
    children: Vec<NodeRef>,
    /// Finished anchored nodes and their sizes.
    anchors: FxHashMap<usize, (NodeRef, usize)>,
    alias_growth: usize,
    n_documents: usize,
}

impl<'s, 'f> Builder<'s, 'f> {
    fn new(text: &'s str, is_mended: bool, faults: &'f Faults) -> Self {
        let (nodes, items, entries) = (Vec::new(), Vec::new(), Vec::new());
        let tree = Tree { nodes, items, entries, root: None, damage: None, is_mended };
        Self {
            text,
            tree,
            faults,
            open: Vec::new(),
            children: Vec::new(),
            anchors: FxHashMap::default(),
            alias_growth: 0,
            n_documents: 0,
        }
    }

    /// A span that is certain to be within the text and on character boundaries.
    fn clamp(&self, start: usize, end: usize) -> Span {
        let start = syntax::boundary(self.text, start);
        Span::new(start, syntax::boundary(self.text, end).max(start))
    }

    /// Takes one event; false when the rest is not to be read.
    fn take(&mut self, event: Event<'s>, span: Span) -> bool {
        match event {
            Event::DocumentStart(..) => {
                self.n_documents += 1;
                if self.n_documents > 1 {
                    let message = "a second YAML document begins here; a file holds one";
                    let fault = Fault::new(span, "several-documents", message);
                    self.faults.push(fault.help("remove the `---` line"));
                    return false;
                }
            }
            Event::Scalar(text, style, anchor, _) => self.scalar(text, style, anchor, span),
            Event::SequenceStart(style, anchor, _) => self.start(false, style, anchor, span),
            Event::MappingStart(style, anchor, _) => self.start(true, style, anchor, span),
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::UnresolvedAlias(name) => {
                let message = format!("nothing before this is marked `&{name}`");
                let help = "quote text that begins with `*`";
                self.broken(Fault::new(span, "unknown-alias", message).help(help));
            }
            _ => {}
        }
        true
    }

    fn scalar(&mut self, text: Cow<'s, str>, style: ScalarStyle, anchor: usize, span: Span) {
        let plain = style == ScalarStyle::Plain;
        // Block scalars reach to the next token; the blank lines are not part of what is shown.
        let shown = self.text[span.range()].trim_end().len();
        let span = Span::new(span.start, span.start + shown);
        let shape = match text {
            Cow::Borrowed(text) => Shape::Scalar { text, plain },
            // The parser's word for what is not written.
            Cow::Owned(text) if plain && text == "~" => Shape::Scalar { text: "~", plain },
            Cow::Owned(text) => Shape::Escaped(text.into()),
        };
        self.finish(Node::new(span, shape), anchor, 1);
    }

    fn start(&mut self, is_mapping: bool, style: StructureStyle, anchor: usize, span: Span) {
        let first = self.children.len();
        self.open.push(Open { is_mapping, style, first, span, anchor, size: 1 });
    }

    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        let children = self.children.split_off(open.first);
        let last = match open.style {
            StructureStyle::Flow => span.end,
            StructureStyle::Block => {
                children.last().map_or(open.span.end, |&child| self.tree.span(child).end)
            }
        };
        let span = Span::new(open.span.start, last.max(open.span.start));
        let shape = if open.is_mapping {
            Shape::Mapping(self.entries(&children))
        } else {
            children.iter().for_each(|&item| self.reject_blank(item, None));
            let first = self.tree.items.len();
            self.tree.items.extend(children);
            Shape::List(Part::new(first, self.tree.items.len()))
        };
        self.finish(Node::new(span, shape), open.anchor, open.size);
    }

    /// Pairs keys with values; a key that is no text or stands twice is a fault and left out.
    fn entries(&mut self, children: &[NodeRef]) -> Part {
        let first = self.tree.entries.len();
        let mut seen = Seen::default();
        for pair in children.chunks_exact(2) {
            let (key, value) = (pair[0], pair[1]);
            let Some(text) = self.tree.text(key) else {
                if !matches!(self.tree.target(key).shape, Shape::Broken) {
                    let message = format!("a key must be text, not {}", self.shape_name(key));
                    self.faults.push(Fault::new(self.tree.span(key), "key-not-text", message));
                }
                continue;
            };
            if let Some(earlier) = seen.find_or_add(text, key, &self.tree, first) {
                let message = format!("the key `{text}` stands twice in one mapping");
                let fault = Fault::new(self.tree.span(key), "duplicate-key", message)
                    .related(self.tree.span(earlier), "first here")
                    .help("keep one of the two");
                self.faults.push(fault);
                continue;
            }
            self.reject_blank(value, Some(key));
            self.tree.entries.push((key, value));
        }
        Part::new(first, self.tree.entries.len())
    }

    fn shape_name(&self, node: NodeRef) -> &'static str {
        self.tree.target(node).shape.name()
    }

    /// `date:` with nothing behind it is a mistake, told at the key since there is nothing else.
    fn reject_blank(&mut self, node: NodeRef, key: Option<NodeRef>) {
        let blank = match &self.tree.node(node).shape {
            // The parser gives `~` for what is not written.
            Shape::Scalar { plain, .. } => *plain && self.tree.span(node).is_empty(),
            _ => false,
        };
        if !blank {
            return;
        }
        if self.tree.is_mended && self.open.is_empty() {
            let span = self.tree.span(node);
            self.tree.nodes[node.0 as usize] = Node::new(span, Shape::Broken);
            return;
        }
        let (span, what) = match key {
            Some(key) => (self.tree.span(key), self.tree.text(key).unwrap_or_default()),
            None => (self.tree.span(node), "-"),
        };
        let message = format!("nothing is written behind `{what}`");
        let help = "write its value, or remove it";
        self.faults.push(Fault::new(span, "empty-value", message).help(help));
        self.tree.nodes[node.0 as usize] = Node::new(span, Shape::Broken);
    }

    fn alias(&mut self, anchor: usize, span: Span) {
        let Some(&(target, size)) = self.anchors.get(&anchor) else {
            let message = "an alias stands inside what it stands for";
            return self.broken(Fault::new(span, "alias-cycle", message));
        };
        self.alias_growth = self.alias_growth.saturating_add(size);
        if self.alias_growth > ALIAS_GROWTH_LIMIT {
            let message = "the aliases of this file stand for too much";
            let fault = Fault::new(span, "alias-growth", message);
            return self.broken(fault.help("write out what they stand for, where it is needed"));
        }
        // An alias of an alias is impossible in YAML, but a broken target may have been swapped in.
        self.finish(Node::new(span, Shape::Alias(target)), 0, size);
    }

    /// Records a fault and lets a broken node stand where the value would.
    fn broken(&mut self, fault: Fault) {
        let span = fault.span;
        self.faults.push(fault);
        self.finish(Node::new(span, Shape::Broken), 0, 1);
    }

    /// Adds a finished node to the collection it stands in.
    fn finish(&mut self, node: Node<'s>, anchor: usize, size: usize) {
        let id = NodeRef(u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX));
        self.tree.nodes.push(node);
        if anchor > 0 {
            self.anchors.insert(anchor, (id, size));
        }
        match self.open.last_mut() {
            Some(parent) => {
                self.children.push(id);
                parent.size = parent.size.saturating_add(size);
            }
            None => self.tree.root = self.tree.root.or(Some(id)),
        }
    }

    /// The innermost bracket that is open.
    fn open_bracket(&self) -> Option<Span> {
        let open = self.open.last().filter(|open| open.style == StructureStyle::Flow)?;
        Some(Span::new(open.span.start, open.span.start + 1))
    }

    /// After a syntax error: closes the outer levels over what is complete and drops the rest.
    fn give_up(&mut self, error: usize) {
        self.tree.damage = Some(super::tree::Damage { part: self.damaged_part(), error });
        if let Some(dropped) = self.open.get(LEVELS_KEPT) {
            self.children.truncate(dropped.first);
        }
        self.open.truncate(LEVELS_KEPT);
        while let Some(open) = self.open.last() {
            let span = open.span;
            self.end(span);
        }
    }

    /// Where the item of a list or the entry of a mapping begins that was being read when the
    /// parser gave up, one level inside the file's outer mapping.
    fn damaged_part(&self) -> Option<usize> {
        let outer = self.open.get(1)?;
        let inner = self.open.get(2);
        let end = inner.map_or(self.children.len(), |open| open.first);
        let children = &self.children[outer.first..end];
        let inner = inner.filter(|_| !outer.is_mapping).map(|open| open.span.start);
        let last = if outer.is_mapping && children.len().is_multiple_of(2) {
            children.iter().rev().nth(1)
        } else {
            children.last()
        };
        inner.or_else(|| last.map(|&child| self.tree.span(child).start))
    }
}
