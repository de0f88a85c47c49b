//! What a fact expects, in one normalised line, for messages and reports.

use super::expected::{Edition, Expected, Holder, Members, Text, TimelineRow, Window};
use super::parse;

impl Expected {
    /// The expected value, normalised: `2016-08-29`, `P10Y`, `828 m`, `INR 45000000000`,
    /// `Australia; India; Japan`, `Lloyd Austin 2021-01-22/2025-01-20; ...`.
    pub fn summary(&self) -> String {
        match self {
            Self::Date(date) | Self::Period(date) => parse::date_text(date),
            Self::Duration(duration) => parse::duration_text(duration),
            Self::Ordinal(ordinal) => ordinal.to_string(),
            Self::Number(number) => parse::number_text(number),
            Self::Money(money) => parse::money_text(money),
            Self::Percent(percent) => parse::percent_text(percent),
            Self::Text(text) | Self::Expansion(text) => text.value.clone(),
            Self::Members(members) => members.summary(),
            Self::Holders(rows) => joined(rows.iter().map(Holder::summary)),
            Self::Timeline(rows) => joined(rows.iter().map(TimelineRow::summary)),
            Self::Editions(rows) => joined(rows.iter().map(Edition::summary)),
        }
    }

    /// The value key that gives it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Date(_) => "date",
            Self::Period(_) => "period",
            Self::Duration(_) => "duration",
            Self::Ordinal(_) => "ordinal",
            Self::Number(_) => "number",
            Self::Money(_) => "money",
            Self::Percent(_) => "percent",
            Self::Text(_) => "text",
            Self::Members(_) => "members",
            Self::Expansion(_) => "expansion",
            Self::Holders(_) => "holders",
            Self::Timeline(_) => "timeline",
            Self::Editions(_) => "editions",
        }
    }
}

impl Text {
    /// The value and its accepted forms.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.value).chain(&self.also).map(String::as_str)
    }
}

impl Members {
    fn summary(&self) -> String {
        let mut names: Vec<_> = self.members.iter().filter_map(|forms| forms.first()).collect();
        names.sort_unstable();
        joined(names.into_iter().cloned())
    }
}

impl Holder {
    /// The holder's name.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// `acting Christopher C. Miller 2020-11-09/2021-01-20`
    pub fn summary(&self) -> String {
        let acting = if self.acting { "acting " } else { "" };
        format!("{acting}{}{}", self.name(), self.window.summary())
    }
}

impl TimelineRow {
    /// `31 2023-04-04/2024-03-06`
    pub fn summary(&self) -> String {
        format!("{}{}", self.value.summary(), self.window.summary())
    }
}

impl Edition {
    /// `ordinal 5, date 2023-11-10, place New Delhi`
    pub fn summary(&self) -> String {
        let columns = self.columns.iter();
        let columns = columns.map(|column| format!("{} {}", column.key, column.value.summary()));
        columns.collect::<Vec<_>>().join(", ")
    }
}

impl Window {
    /// ` 2021-01-22/2025-01-20` with `..` for an open end; nothing when both are open.
    fn summary(&self) -> String {
        if self.from.is_none() && self.to.is_none() {
            return String::new();
        }
        let end = |date: &Option<_>| date.as_ref().map_or("..".to_owned(), parse::date_text);
        format!(" {}/{}", end(&self.from), end(&self.to))
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}
