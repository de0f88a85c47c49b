//! The small parts facts are made of: texts, lists of texts, days, windows of time.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::FileScope;
use crate::rules::expected::Window;
use crate::rules::parse::{self, ParseError};
use crate::rules::written::Named;
use crate::source::Span;
use crate::value::date;
use crate::yaml::{Fault, Scalar, Scalars, Spanned};

impl FileScope<'_> {
    /// The text of a scalar and its place; an empty one is a fault.
    pub(super) fn text<'w>(&self, scalar: &'w Scalar) -> Option<(&'w str, Span)> {
        self.item(scalar.as_ref()?)
    }

    /// The text of a scalar, for keys that need no place.
    pub(super) fn owned(&self, scalar: &Scalar) -> Option<Box<str>> {
        self.text(scalar).map(|(text, _)| text.into())
    }

    /// The text of a list's item and its place; an empty one is a fault.
    pub(super) fn item<'w>(&self, item: &'w Spanned<String>) -> Option<(&'w str, Span)> {
        let text = item.value.as_deref()?.trim();
        if text.is_empty() {
            self.fault(Fault::new(item.span, "empty-text", "an empty text stands here"));
            return None;
        }
        Some((text, item.span))
    }

    /// The texts of a list, without repetitions.
    pub(super) fn texts(&self, list: &Scalars) -> Vec<String> {
        let items = list.as_ref().and_then(|list| list.value.as_ref());
        items.map(|items| self.items(&items.0)).unwrap_or_default()
    }

    /// The texts of items, without repetitions.
    pub(super) fn items(&self, items: &[Spanned<String>]) -> Vec<String> {
        let mut seen = FxHashSet::default();
        let texts = items.iter().filter_map(|item| self.item(item)).map(|(text, _)| text);
        texts.filter(|text| seen.insert(*text)).map(str::to_owned).collect()
    }

    /// A name with its accepted forms, the name first.
    pub(super) fn forms(&self, span: Span, name: &Scalar, also: &Scalars) -> Option<Vec<String>> {
        if name.is_none() {
            self.missing(span, span, "name");
        }
        let (name, _) = self.text(name)?;
        let mut forms = vec![name.to_owned()];
        forms.extend(self.texts(also).into_iter().filter(|form| form != name));
        Some(forms)
    }

    /// A name alone or with accepted forms.
    pub(super) fn named(&self, named: &Spanned<Named>) -> Option<Vec<String>> {
        match named.value.as_ref()? {
            Named::Name(name) if name.trim().is_empty() => {
                self.fault(Fault::new(named.span, "empty-text", "an empty name stands here"));
                None
            }
            Named::Name(name) => Some(vec![name.trim().to_owned()]),
            Named::WithForms(forms) => self.forms(named.span, &forms.name, &forms.also),
        }
    }

    /// A day of the calendar.
    pub(super) fn day(&self, scalar: &Scalar) -> Option<Date> {
        let (text, span) = self.text(scalar)?;
        let day = text.parse().ok().filter(|_| text.len() == 10);
        if day.is_none() {
            let message = format!("`{text}` is no day of the calendar");
            let help = "write it as year, month and day: 2026-11-01";
            self.fault(Fault::new(span, "bad-day", message).help(help));
        }
        day
    }

    /// A date expression.
    pub(super) fn date(&self, scalar: &Scalar) -> Option<date::Expected> {
        let (text, span) = self.text(scalar)?;
        self.parsed(parse::date(text), "bad-date", span)
    }

    /// A parsed value, or its error as a fault.
    pub(super) fn parsed<T>(
        &self,
        result: Result<T, ParseError>,
        code: &'static str,
        span: Span,
    ) -> Option<T> {
        let error = match result {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let fault = Fault::new(span, code, error.message);
        self.fault(Fault { help: error.help, ..fault });
        None
    }

    /// `from:` and `to:`, in order.
    pub(super) fn window(&self, from: &Scalar, to: &Scalar) -> Window {
        let window = Window { from: self.date(from), to: self.date(to) };
        let first = window.from.as_ref().and_then(parse::days).map(|days| days.first);
        let last = window.to.as_ref().and_then(parse::days).map(|days| days.last);
        let (Some(first), Some(last)) = (first, last) else { return window };
        if let (Some(from), Some(to), true) = (from, to, first > last) {
            let fault = Fault::new(from.span, "reversed-window", "`from` comes after `to`");
            self.fault(fault.related(to.span, "`to` is here").help("swap the two dates"));
        }
        window
    }
}
