//! Warnings of rule files, as they are written down beside the facts. It must not know what they
//! warn of.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::form::Place;
use crate::rules::RuleProblem;
use crate::source::{Source, Span};

/// A problem that does not stop the check.
#[derive(Serialize, Deserialize)]
pub(super) struct Warning {
    place: Place,
    /// An index into [`CODES`].
    code: usize,
    message: String,
    help: Option<String>,
    related: Option<(Place, String)>,
}

/// The codes of warnings. A book with any other is not packed.
const CODES: [&str; 9] = [
    "contradiction",
    "empty-file",
    "foreign-key",
    "key-in-list",
    "misspelt-predicate",
    "no-facts",
    "overlapping-rows",
    "shared-name",
    "yaml-syntax",
];

impl Warning {
    /// Nothing for an error.
    pub(super) fn of(problem: &RuleProblem, files: &[Arc<Source>]) -> Option<Self> {
        let place = |file: &Arc<Source>, span: Span| {
            let file = files.iter().position(|known| Arc::ptr_eq(known, file))?;
            Some(Place(u32::try_from(file).ok()?, span.start, span.end))
        };
        let related = match &problem.related {
            Some((file, span, label)) => Some((place(file, *span)?, label.clone())),
            None => None,
        };
        let code = CODES.iter().position(|code| *code == problem.code);
        Some(Self {
            place: place(&problem.file, problem.span)?,
            code: code.filter(|_| problem.warning)?,
            message: problem.message.clone(),
            help: problem.help.clone(),
            related,
        })
    }

    /// The warning among the files it was made of.
    pub(super) fn problem(self, files: &[Arc<Source>]) -> Option<RuleProblem> {
        let place = |Place(file, start, end)| {
            Some((Arc::clone(files.get(file as usize)?), Span::new(start, end)))
        };
        let (file, span) = place(self.place)?;
        let related = self.related.and_then(|(at, label)| {
            let (file, span) = place(at)?;
            Some((file, span, label))
        });
        Some(RuleProblem {
            file,
            span,
            code: CODES.get(self.code)?,
            message: self.message,
            help: self.help,
            related,
            warning: true,
        })
    }
}
