//! `suppress:` of the configuration: conflicts set aside, each with its reason.

use jiff::civil::Date;

use super::compile::{Scope, set};
use super::{Set, Suppression, written};
use crate::source::Span;
use crate::yaml::{Fault, Scalar, Spanned};

impl Scope<'_> {
    pub(super) fn suppressions(
        &self,
        list: Option<&Spanned<Vec<Spanned<written::Suppression>>>>,
    ) -> Vec<Suppression> {
        let items = list.and_then(|list| list.value.as_ref()).into_iter().flatten();
        items.filter_map(|item| self.suppression(item.span, item.value.as_ref()?)).collect()
    }

    fn suppression(&self, whole: Span, written: &written::Suppression) -> Option<Suppression> {
        let (articles, globs) = self.globs(&written.articles);
        self.require(written.articles.is_some(), whole, "articles", "say where: `articles: old/`");
        let fact = self.scalar(&written.fact);
        self.require(written.fact.is_some(), whole, "fact", "name the fact by its id");
        let reason = self.scalar(&written.reason);
        let why = "say why it may stay: whoever reads this in years wants to know";
        self.require(written.reason.is_some(), whole, "reason", why);
        let until = self.day(&written.until);
        // One that was written and is no day must not hold for ever.
        if articles.is_empty() || written.until.is_some() && until.is_none() {
            return None;
        }
        let value = self.scalar(&written.value);
        Some(Suppression { articles, globs, fact: fact?, value, reason: reason?, until })
    }

    fn scalar(&self, scalar: &Scalar) -> Option<Set<String>> {
        let (text, span) = self.text(scalar.as_ref()?)?;
        Some(set(text.to_owned(), span))
    }

    fn day(&self, scalar: &Scalar) -> Option<Set<Date>> {
        let (text, span) = self.text(scalar.as_ref()?)?;
        let day = text.parse().ok().filter(|_| text.len() == 10);
        if day.is_none() {
            let message = format!("`{text}` is no day of the calendar");
            let help = "write it as 2030-01-31: the last day it holds";
            self.faults.push(Fault::new(span, "bad-day", message).help(help));
        }
        Some(set(day?, span))
    }

    /// A key without which an item means nothing.
    fn require(&self, is_there: bool, whole: Span, key: &str, help: &str) {
        if !is_there && !self.faults.meant(key, whole) {
            let at = Span::new(whole.start, whole.start + 1);
            let fault = Fault::new(at, "missing-key", format!("missing key `{key}`"));
            self.faults.push(fault.help(help));
        }
    }
}
