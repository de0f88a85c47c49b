//! Value keys: exactly one gives a fact its expected value.

use super::{FileScope, rows};
use crate::rules::expected::{Expected, Members, Text};
use crate::rules::parse::{self, ParseError};
use crate::rules::written::ValueKeys;
use crate::source::Span;
use crate::yaml::{Fault, Scalar, Spanned};

/// The value keys, in the order of the documentation.
pub(in crate::rules) const VALUE_KEYS: [&str; 13] = [
    "date",
    "period",
    "duration",
    "ordinal",
    "number",
    "money",
    "percent",
    "text",
    "members",
    "expansion",
    "holders",
    "timeline",
    "editions",
];

/// The column of editions that no other fact has.
pub(in crate::rules) const PLACE: &str = "place";

/// Which value keys each accompanying key goes with. Beside rows it stands for all of them.
const COMPANIONS: [(&str, &[&str]); 4] = [
    ("unit", &["number", "timeline", "editions"]),
    ("tolerance", &["date", "duration", "number", "money", "percent", "timeline", "editions"]),
    ("also", &["text", "expansion", "place", "timeline"]),
    ("among", &["text", "members", "timeline", "editions"]),
];

/// The value keys that are there, with the places of their values.
pub(super) fn present(keys: &ValueKeys) -> Vec<(&'static str, Span)> {
    fn at<T>(value: &Option<Spanned<T>>) -> Option<Span> {
        value.as_ref().map(|value| value.span)
    }
    let spans = [
        at(&keys.date),
        at(&keys.period),
        at(&keys.duration),
        at(&keys.ordinal),
        at(&keys.number),
        at(&keys.money),
        at(&keys.percent),
        at(&keys.text),
        at(&keys.members),
        at(&keys.expansion),
        at(&keys.holders),
        at(&keys.timeline),
        at(&keys.editions),
    ];
    VALUE_KEYS.into_iter().zip(spans).filter_map(|(key, span)| Some((key, span?))).collect()
}

/// The one value key there must be in the fact or row at `whole`; that there is none is told at
/// `head`.
pub(super) fn only(
    scope: &FileScope<'_>,
    keys: &ValueKeys,
    whole: Span,
    head: Span,
) -> Option<(&'static str, Span)> {
    let present = present(keys);
    check_companions(scope, keys, &present.iter().map(|&(key, _)| key).collect::<Vec<_>>());
    match present[..] {
        [] if VALUE_KEYS.iter().any(|key| scope.faults.meant(key, whole)) => None,
        [] => {
            let fault = Fault::new(head, "missing-value", "no value key says what is expected");
            scope.fault(fault.help(format!("add one of {}", VALUE_KEYS.join(", "))));
            None
        }
        [only] => Some(only),
        [(first, first_span), (second, second_span), ..] => {
            let message = format!("a fact has one value, but `{first}` and `{second}` give two");
            let fault = Fault::new(scope.first_line(second_span), "several-values", message)
                .related(scope.first_line(first_span), format!("`{first}` is here"))
                .help("make two facts of it, or rows of `editions`");
            scope.fault(fault);
            None
        }
    }
}

/// Faults accompanying keys that go with none of the value keys there are.
pub(super) fn check_companions(scope: &FileScope<'_>, keys: &ValueKeys, present: &[&str]) {
    let spans = [
        keys.unit.as_ref().map(|value| value.span),
        keys.tolerance.as_ref().map(|value| value.span),
        keys.also.as_ref().map(|value| value.span),
        keys.among.as_ref().map(|value| value.span),
    ];
    for ((key, goes_with), span) in COMPANIONS.into_iter().zip(spans) {
        let Some(span) = span else { continue };
        if present.is_empty() || present.iter().any(|kind| goes_with.contains(kind)) {
            continue;
        }
        let message = format!("`{key}` says nothing beside `{}`", present[0]);
        let help = format!("it goes with {}", goes_with.join(", "));
        scope.fault(Fault::new(scope.first_line(span), "misplaced-key", message).help(help));
    }
}

/// A fact's value of the kind `key`, rows included.
pub(super) fn any(scope: &FileScope<'_>, key: &str, keys: &ValueKeys) -> Option<Expected> {
    match key {
        "holders" => rows::holders(scope, keys.holders.as_ref()?),
        "timeline" => rows::timeline(scope, keys.timeline.as_ref()?, keys),
        "editions" => rows::editions(scope, keys.editions.as_ref()?, keys),
        _ => single(scope, key, keys, keys),
    }
}

/// A single value of the kind `key`; what accompanies it may also stand in `outer`, beside the rows.
pub(super) fn single(
    scope: &FileScope<'_>,
    key: &str,
    keys: &ValueKeys,
    outer: &ValueKeys,
) -> Option<Expected> {
    let with = Accompanied { keys, outer };
    Some(match key {
        "date" => Expected::Date(scope.date(&keys.date)?),
        "period" => Expected::Period(period(scope, &keys.period)?),
        "duration" => Expected::Duration(with.parsed(
            scope,
            &keys.duration,
            "bad-duration",
            parse::duration,
        )?),
        "ordinal" => {
            let (text, span) = scope.text(&keys.ordinal)?;
            Expected::Ordinal(scope.parsed(parse::ordinal(text), "bad-ordinal", span)?)
        }
        "number" => number(scope, &keys.number, &with)?,
        "money" => Expected::Money(with.parsed(scope, &keys.money, "bad-money", parse::money)?),
        "percent" => {
            Expected::Percent(with.parsed(scope, &keys.percent, "bad-percent", parse::percent)?)
        }
        "text" => Expected::Text(text(scope, &keys.text, &with)?),
        "expansion" => Expected::Expansion(text(scope, &keys.expansion, &with)?),
        "members" => Expected::Members(members(scope, &with)?),
        _ => return None,
    })
}

/// A row's keys, and those beside the rows that stand for all of them.
struct Accompanied<'k> {
    keys: &'k ValueKeys,
    outer: &'k ValueKeys,
}

impl<'k> Accompanied<'k> {
    /// The tolerance of a number and its place; days are the tolerance of dates.
    fn tolerance(&self, scope: &FileScope<'_>, or: Span) -> (Option<&'k str>, Span) {
        let own = self.keys.tolerance.as_ref().and(scope.text(&self.keys.tolerance));
        let outer = || scope.text(&self.outer.tolerance);
        let outer = || outer().filter(|(text, _)| tolerance_days(text).is_none());
        own.or_else(outer).map_or((None, or), |(text, span)| (Some(text), span))
    }

    /// A value and its tolerance, parsed in turn, so that an error is shown at the one that has it.
    fn parsed<T>(
        &self,
        scope: &FileScope<'_>,
        scalar: &Scalar,
        code: &'static str,
        parse: fn(&str, Option<&str>) -> Result<T, ParseError>,
    ) -> Option<T> {
        let (text, span) = scope.text(scalar)?;
        scope.parsed(parse(text, None), code, span)?;
        let (tolerance, span) = self.tolerance(scope, span);
        scope.parsed(parse(text, tolerance), "bad-tolerance", span)
    }

    fn unit(&self, scope: &FileScope<'_>, or: Span) -> (Option<&'k str>, Span) {
        let unit = scope.text(&self.keys.unit).or_else(|| scope.text(&self.outer.unit));
        unit.map_or((None, or), |(text, span)| (Some(text), span))
    }
}

/// Each part is parsed in turn, so that an error is shown at the part that has it.
fn number(scope: &FileScope<'_>, number: &Scalar, with: &Accompanied<'_>) -> Option<Expected> {
    let (text, span) = scope.text(number)?;
    scope.parsed(parse::number(text, None, None), "bad-number", span)?;
    let (unit, unit_span) = with.unit(scope, span);
    scope.parsed(parse::number(text, unit, None), "bad-unit", unit_span)?;
    let (tolerance, span) = with.tolerance(scope, span);
    let parsed = parse::number(text, unit, tolerance);
    scope.parsed(parsed, "bad-tolerance", span).map(Expected::Number)
}

fn period(scope: &FileScope<'_>, scalar: &Scalar) -> Option<crate::value::date::Expected> {
    let (text, span) = scope.text(scalar)?;
    if !text.contains('/') {
        let message = format!("`{text}` is no period");
        let help = "a period has two ends: 2025/2035";
        scope.fault(Fault::new(span, "bad-period", message).help(help));
        return None;
    }
    scope.parsed(parse::date(text), "bad-period", span)
}

fn text(scope: &FileScope<'_>, scalar: &Scalar, with: &Accompanied<'_>) -> Option<Text> {
    let (value, _) = scope.text(scalar)?;
    let value = value.to_owned();
    let also = scope.texts(first_of(&with.keys.also, &with.outer.also));
    let among = scope.texts(first_of(&with.keys.among, &with.outer.among));
    let accepted = |other: &String| *other == value || also.contains(other);
    let among = among.into_iter().filter(|other| !accepted(other)).collect();
    Some(Text { value, also, among })
}

fn members(scope: &FileScope<'_>, with: &Accompanied<'_>) -> Option<Members> {
    let list = with.keys.members.as_ref()?;
    let members = list.value.as_ref()?;
    if members.0.is_empty() {
        let fault = Fault::new(list.span, "empty-list", "a set of members cannot be empty");
        scope.fault(fault);
        return None;
    }
    let members: Vec<_> = members.0.iter().map(|member| scope.named(member)).collect();
    let members = members.into_iter().collect::<Option<Vec<_>>>()?;
    let among = scope.texts(first_of(&with.keys.among, &with.outer.among));
    let known = |name: &String| members.iter().any(|forms| forms.contains(name));
    let among = among.into_iter().filter(|name| !known(name)).collect();
    Some(Members { members, among })
}

fn first_of<'k, T>(own: &'k Option<T>, outer: &'k Option<T>) -> &'k Option<T> {
    if own.is_some() { own } else { outer }
}

/// `1 day`, `3 days`, `2 weeks`: how far a date may be off.
pub(super) fn tolerance_days(text: &str) -> Option<i64> {
    let (number, unit) = text.split_once(' ')?;
    let days = match unit.trim() {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        _ => return None,
    };
    let number: u16 = number.parse().ok()?;
    Some(i64::from(number) * days)
}
