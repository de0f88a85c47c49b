//! The facts chosen by flags and configuration; an id that no fact has is a mistake.

use super::rule_files::config_problem;
use crate::config::{self, Choice, Config, Origin, Set, Settings};
use crate::report::Problem;
use crate::report::problem::Failure;
use crate::rules::FactBook;

/// Mutes and weighs the facts of the book as the settings say.
pub(crate) fn choose(settings: &Settings, book: &mut FactBook, problems: &mut Vec<Problem>) {
    let unknown = |config: &Config| {
        let unknown = config::unknown_choices(config, book).into_iter();
        let problem = |(choice, near)| problem(config, choice, near);
        unknown.map(problem).collect::<Vec<_>>()
    };
    problems.extend(unknown(&settings.flags));
    // Other rule files than the configuration's need not state the facts it speaks of.
    if settings.flags.rules.is_empty() {
        problems.extend(unknown(&settings.file));
    }
    config::apply(settings, book);
    if !book.facts.is_empty() && book.heard().next().is_none() && problems.is_empty() {
        problems.push(Problem::Failure(all_left_out()));
    }
}

fn problem(config: &Config, Set { value, origin }: Set<&Choice>, near: Option<&str>) -> Problem {
    let text = value.text();
    let message = match value.is_glob() {
        true => format!("no fact has an id like {text}"),
        false => format!("no fact has the id {text}"),
    };
    let message = match origin {
        Origin::Flag(flag) => format!("{flag} {text}: {message}"),
        Origin::Default | Origin::File(_) => message,
    };
    let failure = Failure { message, ..unknown_fact(text, near) };
    config_problem(config, origin, failure)
}

/// That no fact has an id.
pub(crate) fn unknown_fact(id: &str, near: Option<&str>) -> Failure {
    Failure {
        code: "unknown-fact",
        path: None,
        place: None,
        message: format!("no fact has the id {id}"),
        help: match near {
            Some(near) => did_you_mean(near),
            None => "`factlint list` shows the ids of all facts".into(),
        },
    }
}

/// The help where a word was misspelt.
pub(crate) fn did_you_mean(near: &str) -> String {
    format!("did you mean {near}?")
}

fn all_left_out() -> Failure {
    Failure {
        code: "no-facts",
        path: None,
        place: None,
        message: "every fact is left out".into(),
        help: "choose others: --select and --ignore, or `select` and `ignore` in factlint.yaml"
            .into(),
    }
}
