//! Examples: only their shape is checked here; running them is another module's work.

use super::FileScope;
use crate::rules::written::{self, Example as Written};
use crate::rules::{Example, Examples};
use crate::yaml::{Fault, OneOrMany, Spanned};

type List = Option<Spanned<OneOrMany<Written>>>;

/// Compiles the three lists.
pub(super) fn examples(scope: &FileScope<'_>, written: &written::Examples) -> Examples {
    Examples {
        agrees: list(scope, &written.agrees),
        conflicts: list(scope, &written.conflicts),
        ignores: list(scope, &written.ignores),
    }
}

fn list(scope: &FileScope<'_>, list: &List) -> Vec<Example> {
    let items = list.as_ref().and_then(|list| list.value.as_ref());
    let items = items.map_or(&[][..], |items| &items.0);
    items.iter().filter_map(|item| example(scope, item)).collect()
}

fn example(scope: &FileScope<'_>, item: &Spanned<Written>) -> Option<Example> {
    let place = scope.place(item.span);
    let (text, date) = match item.value.as_ref()? {
        Written::Sentence(text) => (text.as_str(), None),
        Written::Dated(dated) => {
            if dated.text.is_none() {
                scope.missing(item.span, item.span, "text");
            }
            let date = scope.day(&dated.date);
            (scope.text(&dated.text)?.0, date)
        }
    };
    if text.trim().is_empty() {
        scope.fault(Fault::new(item.span, "bad-example", "an example needs a text"));
        return None;
    }
    Some(Example { text: text.to_owned(), date, place })
}
