//! Facts that were to be checked again by a day that is past.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Fact, FactBook, RuleProblem};

/// A warning for each fact whose `review-by:` is past.
pub fn overdue(book: &FactBook, today: Date) -> Vec<RuleProblem> {
    book.facts.iter().filter_map(|fact| warning(book, fact, today)).collect()
}

fn warning(book: &FactBook, fact: &Fact, today: Date) -> Option<RuleProblem> {
    let day = fact.review_by.filter(|&day| day < today)?;
    let checked = fact.checked.map(|day| format!("; it was last checked on {day}"));
    Some(RuleProblem {
        file: Arc::clone(&book.files[fact.id_place.file as usize]),
        span: fact.id_place.span,
        code: "review-due",
        message: format!("the fact was to be reviewed by {day}{}", checked.unwrap_or_default()),
        help: Some("look it up again, then move `checked` and `review-by` on".into()),
        related: None,
        warning: true,
    })
}
