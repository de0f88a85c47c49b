//! The settings of a run as a configuration file, with where each comes from behind it.

use std::fmt::Write as _;

use super::compile::ORDERS;
use super::{Choice, Dates, DefaultDate, FailOn, Origin, Override, Set, Settings, Suppression};
use crate::lexicon::MONTHS;
use crate::rules::Severity;
use crate::value::date::{Context, DayMonthOrder};

/// The column in which the origins begin, where the settings leave room.
const ORIGIN_COLUMN: usize = 40;

/// The settings, one a line.
pub fn shown(settings: &Settings) -> String {
    let (flags, file) = (&settings.flags, &settings.file);
    let mut page = Page { text: String::new(), settings };
    page.list("rules", &settings.rules());
    page.list("articles", &settings.articles());
    page.list("exclude", &[&file.exclude[..], &flags.exclude].concat());
    page.line(0, "fail-on: ", fail_on(settings.fail_on().value), settings.fail_on().origin);
    let select = if flags.select.is_empty() { &file.select } else { &flags.select };
    page.list("select", &texts(select));
    // `--select` sets the file's choice aside.
    let ignored = if flags.select.is_empty() { &file.ignore[..] } else { &[] };
    page.list("ignore", &texts(&[ignored, &flags.ignore].concat()));
    page.weights(0, &[&file.severity[..], &flags.severity].concat());
    page.dates(0, &with_defaults(&settings.dates()));
    page.overrides(&file.overrides);
    page.suppressions(&file.suppressions);
    page.text
}

struct Page<'s> {
    text: String,
    settings: &'s Settings,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, key: &str, value: &str, origin: Origin) {
        let line = format!("{:indent$}{key}{}", "", quoted(value));
        let origin = self.origin(origin);
        writeln!(self.text, "{line:ORIGIN_COLUMN$} # {origin}").expect("a string takes all");
    }

    fn head(&mut self, indent: usize, key: &str) {
        writeln!(self.text, "{:indent$}{key}:", "").expect("a string takes all");
    }

    fn list(&mut self, key: &str, items: &[Set<String>]) {
        self.list_at(0, key, items);
    }

    fn list_at(&mut self, indent: usize, key: &str, items: &[Set<String>]) {
        if items.is_empty() {
            return;
        }
        self.head(indent, key);
        self.items(indent + 2, items);
    }

    fn items(&mut self, indent: usize, items: &[Set<String>]) {
        for item in items {
            self.line(indent, "- ", &item.value, item.origin);
        }
    }

    fn weights(&mut self, indent: usize, weights: &[Set<(Choice, Severity)>]) {
        if weights.is_empty() {
            return;
        }
        self.head(indent, "severity");
        for weight in weights {
            let (choice, severity) = &weight.value;
            let key = format!("{}: ", quoted(choice.text()));
            self.line(indent + 2, &key, severity.name(), weight.origin);
        }
    }

    fn dates(&mut self, indent: usize, dates: &Dates) {
        if *dates == Dates::default() {
            return;
        }
        self.head(indent, "dates");
        if let Some(Set { value, origin }) = dates.default {
            let value = match value {
                DefaultDate::None => "none".to_owned(),
                DefaultDate::Day(day) => day.to_string(),
                DefaultDate::Today => "today".to_owned(),
                DefaultDate::Modified => "modified".to_owned(),
            };
            self.line(indent + 2, "default: ", &value, origin);
        }
        if let Some(Set { value, origin }) = dates.order {
            let name = ORDERS.iter().find(|(_, order)| *order == value).map(|(name, _)| *name);
            self.line(indent + 2, "order: ", name.unwrap_or_default(), origin);
        }
        if let Some(Set { value, origin }) = dates.fiscal_year_start {
            let month = usize::try_from(value - 1).ok().and_then(|index| MONTHS.get(index));
            let month = month.copied().unwrap_or_default();
            self.line(indent + 2, "fiscal-year-start: ", month, origin);
        }
    }

    fn overrides(&mut self, overrides: &[Override]) {
        if overrides.is_empty() {
            return;
        }
        self.head(0, "overrides");
        for it in overrides {
            self.head(2, "- articles");
            self.items(6, &it.articles);
            self.weights(4, &it.severity);
            self.list_at(4, "ignore", &texts(&it.ignore));
            self.dates(4, &it.dates);
        }
    }

    fn suppressions(&mut self, suppressions: &[Suppression]) {
        if suppressions.is_empty() {
            return;
        }
        self.head(0, "suppress");
        for it in suppressions {
            self.head(2, "- articles");
            self.items(6, &it.articles);
            self.line(4, "fact: ", &it.fact.value, it.fact.origin);
            if let Some(value) = &it.value {
                self.line(4, "value: ", &value.value, value.origin);
            }
            self.line(4, "reason: ", &it.reason.value, it.reason.origin);
            if let Some(until) = &it.until {
                self.line(4, "until: ", &until.value.to_string(), until.origin);
            }
        }
    }

    fn origin(&self, origin: Origin) -> String {
        match (origin, &self.settings.file.source) {
            (Origin::File(span), Some(source)) => {
                format!("{}:{}", source.name(), source.location(span.start).line_number)
            }
            (Origin::Flag(flag), _) => flag.to_owned(),
            (Origin::Default | Origin::File(_), _) => "default".to_owned(),
        }
    }
}

fn with_defaults(dates: &Dates) -> Dates {
    fn or_default<T: Clone>(set: &Option<Set<T>>, value: T) -> Option<Set<T>> {
        set.clone().or(Some(Set { value, origin: Origin::Default }))
    }
    Dates {
        default: or_default(&dates.default, DefaultDate::default()),
        order: or_default(&dates.order, DayMonthOrder::default()),
        fiscal_year_start: or_default(
            &dates.fiscal_year_start,
            Context::default().fiscal_year_start,
        ),
    }
}

fn texts(choices: &[Set<Choice>]) -> Vec<Set<String>> {
    let text = |set: &Set<Choice>| Set { value: set.value.text().to_owned(), origin: set.origin };
    choices.iter().map(text).collect()
}

fn fail_on(fail_on: FailOn) -> &'static str {
    let name = FailOn::ALL.iter().find(|(_, it)| *it == fail_on).map(|(name, _)| *name);
    name.unwrap_or_default()
}

/// As a YAML scalar: plain where that is certain to be read as text, else in single quotes; in double
/// quotes where a control character stands in it.
fn quoted(text: &str) -> String {
    let is_tame = |c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '_' | '-' | '+');
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '_'));
    if begins && text.chars().all(is_tame) && text != "null" {
        return text.to_owned();
    }
    if text.chars().any(char::is_control) {
        let escaped = text.chars().map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        });
        return format!("\"{}\"", escaped.collect::<String>());
    }
    format!("'{}'", text.replace('\'', "''"))
}
