//! Which countries an article names at all, as far as anybody asks.
//!
//! It must not know facts.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::document::Document;
use crate::lexicon;
use crate::text::words;

/// The countries that a document's blocks name, by name or by people; they are looked for once, when first asked.
pub(crate) struct Countries<'d> {
    document: &'d Document,
    named: OnceCell<FxHashSet<&'static str>>,
}

impl<'d> Countries<'d> {
    /// Of a document; nothing is read yet.
    pub(super) fn of(document: &'d Document) -> Self {
        Self { document, named: OnceCell::new() }
    }

    /// Whether the document names countries, and none of these names.
    pub(super) fn are_named_without(&self, names: &[String]) -> bool {
        let said = |name: &String| {
            self.document.blocks.iter().any(|block| block.text.contains(name.as_str()))
        };
        self.are_others(&[]) && !names.iter().any(said)
    }

    /// Whether the document names countries, and none of these.
    pub(super) fn are_others(&self, own: &[&str]) -> bool {
        let named = self.named.get_or_init(|| {
            self.document.blocks.iter().flat_map(|block| named_in(&block.text)).collect()
        });
        !named.is_empty() && !own.iter().any(|country| named.contains(country))
    }
}

fn named_in(text: &str) -> Vec<&'static str> {
    const LONGEST: usize = 6;
    let words = words(text);
    let lower: Vec<&str> = words.iter().map(|word| word.lower.as_str()).collect();
    let named = |at: usize| {
        let rest = &lower[at..lower.len().min(at + LONGEST)];
        lexicon::country_at(rest).map(|(country, _)| country)
    };
    (0..words.len()).filter(|&at| words[at].is_capitalised()).filter_map(named).collect()
}
