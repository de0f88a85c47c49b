//! YAML with a byte span on every key and value, and a serde deserializer over it.
//!
//! Scalars are text until the key they stand under types them: `date: 2016` and `date: "2016"` are
//! the same. Mistakes are collected as [`Fault`]s and reading goes on around them, so that one
//! reading finds all of a file's. Rule files and the configuration are read by it; this module must
//! not know rules, facts or settings.

mod access;
mod build;
mod mend;
mod read;
#[cfg(test)]
pub(crate) mod schema;
mod spanned;
mod syntax;
mod tree;

#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};

use crate::source::Span;

pub(crate) use mend::read_around;
pub(crate) use spanned::{Entries, NodeRef, OneOrMany, Scalar, Scalars, Spanned};
pub(crate) use tree::Tree;

/// A mistake in a YAML file, at its own span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What the message points at.
    pub(crate) span: Span,
    /// A fixed code, kebab-case.
    pub(crate) code: &'static str,
    /// One sentence without a full stop.
    pub(crate) message: String,
    /// How to mend it.
    pub(crate) help: Option<String>,
    /// A second place in the same file, and what stands there.
    pub(crate) related: Option<(Span, String)>,
    /// A warning does not stop the check.
    pub(crate) warning: bool,
    /// For an unknown key: the known one that was most likely meant.
    pub(crate) meant: Option<&'static str>,
}

impl Fault {
    /// An error.
    pub(crate) fn new(span: Span, code: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { span, code, message, help: None, related: None, warning: false, meant: None }
    }

    /// The same, with a way to mend it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with a second place.
    pub(crate) fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related = Some((span, label.into()));
        self
    }

    /// The same as a warning.
    pub(crate) fn warning(mut self) -> Self {
        self.warning = true;
        self
    }
}

/// The faults of one file, collected by everything that reads it.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    all: RefCell<Vec<Fault>>,
    /// Where the faults of the fact being read begin.
    recent: Cell<usize>,
}

impl Faults {
    /// Adds one.
    pub(crate) fn push(&self, fault: Fault) {
        self.all.borrow_mut().push(fault);
    }

    /// From here on [`Faults::meant`] looks at new faults only.
    pub(crate) fn begin_part(&self) {
        self.recent.set(self.all.borrow().len());
    }

    /// Whether an unknown key in `within` was meant to be `key`: then that it is missing need not
    /// be told as well.
    pub(crate) fn meant(&self, key: &str, within: Span) -> bool {
        let all = self.all.borrow();
        let recent = all.get(self.recent.get()..).unwrap_or_default();
        recent.iter().any(|fault| fault.meant == Some(key) && within.contains(fault.span))
    }

    /// All of them, in order of place.
    pub(crate) fn into_sorted(self) -> Vec<Fault> {
        let mut faults = self.all.into_inner();
        faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
        faults
    }
}
