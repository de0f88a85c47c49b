//! One rule file: its keys, then its facts one by one.

use std::cell::Cell;

use rustc_hash::FxHashMap;

use super::{BookBuilder, FileScope, fact, subject};
use crate::rules::written;
use crate::source::{Source, Span};
use crate::yaml::{Fault, Faults, NodeRef, Tree, read_around};

/// Compiles a file into the book.
pub(super) fn compile(builder: &mut BookBuilder, file: u32, source: &Source, faults: &Faults) {
    read_around(source.text(), faults, |tree| compile_tree(builder, file, source, tree, faults));
}

fn compile_tree(
    builder: &mut BookBuilder,
    file: u32,
    source: &Source,
    tree: &Tree<'_>,
    faults: &Faults,
) {
    let Some(root) = tree.root() else {
        if tree.is_whole() {
            let fault = Fault::new(Span::default(), "empty-file", "this file says nothing");
            faults.push(fault.help("state `facts`, or remove the file").warning());
        }
        return;
    };
    let Some(written) = tree.read::<written::RuleFile>(root, faults) else { return };
    let mut scope = FileScope {
        file,
        source,
        faults,
        topic: None,
        keys: FxHashMap::default(),
        names: FxHashMap::default(),
        key_comparisons: Cell::new(super::KEY_COMPARISONS),
    };
    scope.topic = scope.text(&written.topic).map(|(topic, _)| topic.into());
    if let Some(subjects) = written.subjects.as_ref().and_then(|s| s.value.as_ref()) {
        subject::keys(builder, &mut scope, subjects);
    }
    let whole = Span::new(0, source.text().len());
    match &written.facts {
        Some(list) => {
            let items = list.value.as_deref();
            if items.is_some_and(<[_]>::is_empty) && tree.is_whole() {
                scope.fault(Fault::new(list.span, "no-facts", "no fact is stated").warning());
            }
            facts(builder, &scope, tree, items.unwrap_or_default());
        }
        None if !tree.is_whole() || faults.meant("facts", whole) => {}
        None => {
            let fault = Fault::new(tree.head_span(root), "missing-key", "missing key `facts`");
            faults.push(fault.help("state at least one fact: `facts: [...]`"));
        }
    }
}

fn facts(builder: &mut BookBuilder, scope: &FileScope<'_>, tree: &Tree<'_>, nodes: &[NodeRef]) {
    builder.book.facts.reserve(nodes.len());
    for &node in nodes {
        scope.faults.begin_part();
        let Some(written) = tree.read::<written::Fact>(node, scope.faults) else { continue };
        let head = scope.first_line(tree.head_span(node));
        if let Some(fact) = fact::fact(builder, scope, &written, (tree.span(node), head)) {
            builder.book.facts.push(fact);
        }
    }
}
