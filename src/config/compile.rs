//! From the written configuration to settings: every value read, every mistake at its own span.

use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::{Choice, Config, Dates, DefaultDate, FailOn, Origin, Override, Set, written};
use crate::lexicon::MONTHS;
use crate::rules::{RuleProblem, Severity};
use crate::source::{Source, Span};
use crate::text::suggest;
use crate::value::date::DayMonthOrder;
use crate::yaml::{Entries, Fault, Faults, Scalar, Scalars, Spanned, Tree, read_around};

/// The names of `dates.order`.
pub(super) const ORDERS: [(&str, DayMonthOrder); 3] = [
    ("day-first", DayMonthOrder::DayFirst),
    ("month-first", DayMonthOrder::MonthFirst),
    ("either", DayMonthOrder::Unknown),
];

/// Reads a file.
pub(super) fn load(source: Source) -> (Config, Vec<RuleProblem>) {
    let source = Arc::new(source);
    let faults = Faults::default();
    let config = read_around(source.text(), &faults, |tree| compile_tree(tree, &faults));
    let problems = faults.into_sorted();
    let problems = problems.into_iter().map(|fault| RuleProblem::of(&source, fault)).collect();
    (Config { source: Some(source), ..config }, problems)
}

fn compile_tree(tree: &Tree<'_>, faults: &Faults) -> Config {
    // A file that says nothing, or has nothing but comments, sets nothing.
    let written = tree.root().and_then(|root| tree.read::<written::Config>(root, faults));
    let Some(written) = written else { return Config::default() };
    let scope = Scope { faults };
    Config {
        source: None,
        rules: scope.texts(&written.rules),
        articles: scope.texts(&written.articles),
        exclude: scope.globs(&written.exclude).0,
        fail_on: scope.named(&written.fail_on, "fail-on", &FailOn::ALL),
        select: scope.choices(&written.select),
        ignore: scope.choices(&written.ignore),
        severity: written.severity.iter().flat_map(|it| scope.weights(it.value.as_ref())).collect(),
        dates: scope.dates(&written.dates),
        override_date: None,
        overrides: scope.overrides(written.overrides.as_ref()),
        suppressions: scope.suppressions(written.suppress.as_ref()),
    }
}

/// What reading the parts of the file needs.
pub(super) struct Scope<'f> {
    pub(super) faults: &'f Faults,
}

impl Scope<'_> {
    pub(super) fn text<'w>(&self, item: &'w Spanned<String>) -> Option<(&'w str, Span)> {
        let text = item.value.as_deref()?.trim();
        if text.is_empty() {
            self.faults.push(Fault::new(item.span, "empty-text", "an empty text stands here"));
            return None;
        }
        Some((text, item.span))
    }

    fn items<'w>(&self, list: &'w Scalars) -> Vec<(&'w str, Span)> {
        let items = list.as_ref().and_then(|list| list.value.as_ref());
        items.into_iter().flat_map(|items| &items.0).filter_map(|item| self.text(item)).collect()
    }

    fn texts(&self, list: &Scalars) -> Vec<Set<String>> {
        let items = self.items(list).into_iter();
        items.map(|(text, span)| set(text.to_owned(), span)).collect()
    }

    /// Globs as in a .gitignore, as written and as they match.
    pub(super) fn globs(&self, list: &Scalars) -> (Vec<Set<String>>, Gitignore) {
        let mut builder = GitignoreBuilder::new("");
        let mut globs = self.texts(list);
        globs.retain(|glob| match (builder.add_line(None, &glob.value), glob.origin) {
            (Err(error), Origin::File(span)) => {
                let message = format!("`{}` is no glob: {}", glob.value, reason(&error));
                let fault = Fault::new(span, "bad-glob", message);
                self.faults.push(fault.help("write it as in a .gitignore: `drafts/`, `*.tmp.md`"));
                false
            }
            _ => true,
        });
        (globs, builder.build().unwrap_or_else(|_| Gitignore::empty()))
    }

    /// One of a few words.
    fn named<T: Copy>(&self, scalar: &Scalar, key: &str, words: &[(&str, T)]) -> Option<Set<T>> {
        let (text, span) = self.text(scalar.as_ref()?)?;
        self.one_of(text, span, key, words).map(|value| set(value, span))
    }

    fn one_of<T: Copy>(&self, text: &str, at: Span, key: &str, words: &[(&str, T)]) -> Option<T> {
        if let Some(&(_, value)) = words.iter().find(|(word, _)| *word == text) {
            return Some(value);
        }
        let names = || words.iter().map(|&(word, _)| word);
        let fault = Fault::new(at, "unknown-word", format!("`{key}` cannot be `{text}`"));
        self.faults.push(match suggest::nearest(text, names()) {
            Some(near) => fault.help(format!("did you mean `{near}`?")),
            None => fault.help(format!("it is one of {}", names().collect::<Vec<_>>().join(", "))),
        });
        None
    }

    fn choice(&self, text: &str, span: Span) -> Option<Set<Choice>> {
        match Choice::parse(text) {
            Ok(choice) => Some(set(choice, span)),
            Err(message) => {
                self.faults.push(Fault::new(span, "bad-glob", message));
                None
            }
        }
    }

    fn choices(&self, list: &Scalars) -> Vec<Set<Choice>> {
        let items = self.items(list).into_iter();
        items.filter_map(|(text, span)| self.choice(text, span)).collect()
    }

    fn weights(&self, entries: Option<&Entries<String>>) -> Vec<Set<(Choice, Severity)>> {
        let entries = entries.into_iter().flat_map(|entries| &entries.0);
        let weight = |(key, value): &(Spanned<String>, Spanned<String>)| {
            let (id, span) = self.text(key)?;
            let choice = self.choice(id, span);
            let (text, at) = self.text(value)?;
            let severity = self.one_of(text, at, "severity", &Severity::ALL)?;
            Some(set((choice?.value, severity), span))
        };
        entries.filter_map(weight).collect()
    }

    fn dates(&self, written: &Option<Spanned<written::Dates>>) -> Dates {
        let Some(written) = written.as_ref().and_then(|it| it.value.as_ref()) else {
            return Dates::default();
        };
        Dates {
            default: self.default_date(&written.default),
            order: self.named(&written.order, "order", &ORDERS),
            fiscal_year_start: self.month(&written.fiscal_year_start),
        }
    }

    fn default_date(&self, scalar: &Scalar) -> Option<Set<DefaultDate>> {
        let (text, span) = self.text(scalar.as_ref()?)?;
        let date = DefaultDate::named(text);
        if date.is_none() {
            let message = format!("`{text}` is no day of the calendar");
            let help = "write it as 2026-11-24, or as today, modified or none";
            self.faults.push(Fault::new(span, "bad-day", message).help(help));
        }
        Some(set(date?, span))
    }

    fn month(&self, scalar: &Scalar) -> Option<Set<i8>> {
        let (text, span) = self.text(scalar.as_ref()?)?;
        if let Some(number) = text.parse::<i8>().ok().filter(|number| (1..=12).contains(number)) {
            return Some(set(number, span));
        }
        let months: Vec<_> = MONTHS.into_iter().zip(1..).collect();
        let month = self.one_of(&text.to_lowercase(), span, "fiscal-year-start", &months);
        month.map(|month| set(month, span))
    }

    fn overrides(&self, list: Option<&Spanned<Vec<Spanned<written::Override>>>>) -> Vec<Override> {
        let items = list.and_then(|list| list.value.as_ref()).into_iter().flatten();
        items.filter_map(|item| self.one_override(item.span, item.value.as_ref()?)).collect()
    }

    fn one_override(&self, whole: Span, written: &written::Override) -> Option<Override> {
        let (articles, globs) = self.globs(&written.articles);
        if written.articles.is_none() && !self.faults.meant("articles", whole) {
            let at = Span::new(whole.start, whole.start + 1);
            let fault = Fault::new(at, "missing-key", "missing key `articles`");
            self.faults.push(fault.help("say which articles this is for: `articles: archive/`"));
        }
        let severity = match written.severity.as_ref() {
            None => Vec::new(),
            Some(Spanned { span, value }) => match value {
                Some(written::Weights::Each(entries)) => self.weights(Some(entries)),
                Some(written::Weights::All(text)) => self.weight_of_all(text.trim(), *span),
                None => Vec::new(),
            },
        };
        let (ignore, dates) = (self.choices(&written.ignore), self.dates(&written.dates));
        // One that speaks of no article has been told of.
        (!articles.is_empty()).then_some(Override { articles, globs, severity, ignore, dates })
    }

    fn weight_of_all(&self, text: &str, span: Span) -> Vec<Set<(Choice, Severity)>> {
        let severity = self.one_of(text, span, "severity", &Severity::ALL);
        let all = self.choice("*", span);
        let weight = severity.zip(all).map(|(severity, all)| set((all.value, severity), span));
        weight.into_iter().collect()
    }
}

/// Why a glob cannot be read, without the glob.
fn reason(error: &ignore::Error) -> String {
    match error {
        ignore::Error::Glob { err, .. } => err.clone(),
        other => other.to_string(),
    }
}

pub(super) fn set<T>(value: T, span: Span) -> Set<T> {
    Set { value, origin: Origin::File(span) }
}
