//! `factlint check`: every article against every fact, streamed in order to every report.

use std::ops::ControlFlow;

use super::args::CheckArgs;
use super::articles;
use super::aside::{self, Aside, Review, Reviews};
use super::find::{self, Found};
use super::mend::{self, Mended, Tally};
use super::output::{self, OpenReport, Output};
use super::rule_files;
use super::since::Since;
use super::status::Status;
use super::terminal;
use crate::judge::{Checker, Verdict};
use crate::report::problem::Failure;
use crate::report::{Article, Closing, Piece, Problem, Summary};
use crate::rules::{FactBook, FactId};
use crate::source::Source;

/// Runs the command.
pub(crate) fn run(args: &CheckArgs) -> Status {
    let mut reports = Vec::new();
    let to_file = |output: &&Output| !args.mend.diff || output.is_to_file();
    for output in args.format.iter().filter(to_file) {
        match output.open(&args.look) {
            Ok(report) => reports.push(report),
            Err(failure) => {
                terminal::tell(&Problem::Failure(failure), &args.look);
                return Status::Undone;
            }
        }
    }
    let loaded = rule_files::load(&args.rules.rules);
    let mut problems = loaded.problems;
    let mut found = Vec::new();
    if !problems.iter().any(Problem::is_fatal) {
        found = find::find(&args.articles, &loaded.paths, &mut problems);
    }
    if args.mend.fix && found.iter().any(|found| matches!(found, Found::Stdin(_))) {
        problems.push(Problem::Failure(mend::no_stdin()));
        found.clear();
    }
    problems.extend(aside::overdue(&loaded.book));
    for problem in &problems {
        terminal::tell(problem, &args.look);
    }
    let since = match Since::open(&args.since, &loaded.book, &loaded.paths) {
        Ok(since) => since,
        Err(failure) => {
            terminal::tell(&Problem::Failure(failure), &args.look);
            return Status::Undone;
        }
    };
    if let Some(since) = &since {
        since.narrow(&mut found);
    }
    let checker = Checker::new(loaded.book);
    let aside = match Aside::open(&args.aside) {
        Ok(aside) => aside,
        Err(failure) => {
            terminal::tell(&Problem::Failure(failure), &args.look);
            return Status::Undone;
        }
    };
    let (summary, tally) = (Summary::new(&checker.book), Tally::default());
    let reviews = Reviews::default();
    let mut run = Run {
        args,
        checker: &checker,
        summary,
        problems,
        aside: &aside,
        since: since.as_ref(),
        tally,
        reviews,
    };
    run.check(&found, &mut reports);
    run.finish(&mut reports)
}

struct Run<'a> {
    args: &'a CheckArgs,
    checker: &'a Checker,
    summary: Summary,
    problems: Vec<Problem>,
    aside: &'a Aside,
    since: Option<&'a Since>,
    tally: Tally,
    reviews: Reviews,
}

/// What is kept of an article once it is checked.
struct Done {
    /// One piece a report.
    pieces: Vec<Piece>,
    verdicts: Vec<(FactId, Verdict)>,
    mended: Option<Mended>,
    review: Review,
    problems: Vec<Problem>,
}

impl Run<'_> {
    fn check(&mut self, found: &[Found], reports: &mut [OpenReport]) {
        reports.iter_mut().for_each(OpenReport::begin);
        let renderers: Vec<_> = reports.iter().map(OpenReport::renderer).collect();
        let circumstances = self.args.articles.circumstances();
        let checker = self.checker;
        let (mend, aside, since) = (self.args.mend.mend(), self.aside, self.since);
        let work = |source: &Source, format| {
            let review = |source: &Source| {
                let mut checked = checker.check(source, format, circumstances);
                if let Some(since) = since {
                    let name = source.name();
                    checked.article.findings.retain(|it| since.concerns(it.fact, name));
                }
                let review = aside.review(source, &mut checked, &checker.book);
                (checked, review)
            };
            let check = |source: &Source| review(source).0;
            let (checked, mut review) = review(source);
            let problems = review.take_problems(source, since.is_none());
            let mut mended = mend.map(|mend| mend.article(source, &checked, &check, &checker.book));
            let now = mended.as_mut().and_then(|mended| mended.now.take());
            let (source, checked) = match &now {
                Some((source, checked)) => (source, checked),
                None => (source, &checked),
            };
            let article = Article { source, findings: &checked.article, book: &checker.book };
            let findings = checked.article.findings.iter();
            let verdicts = findings.map(|finding| (finding.fact, finding.verdict)).collect();
            let pieces = output::pieces(&renderers, &article);
            Done { pieces, verdicts, mended, review, problems }
        };
        articles::each(found, work, |done| {
            match done {
                Ok(done) => self.add(done, reports),
                Err(failure) => self.fail(failure),
            }
            match reports.iter().any(OpenReport::is_closed) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
    }

    fn add(&mut self, done: Done, reports: &mut [OpenReport]) {
        self.summary.add_article(&self.checker.book, &done.verdicts);
        self.reviews.add(done.review);
        done.problems.into_iter().for_each(|problem| self.tell(problem));
        if let Some(failure) = done.mended.and_then(|mended| self.tally.add(mended)) {
            self.fail(failure);
        }
        for (report, piece) in reports.iter_mut().zip(&done.pieces) {
            report.add(piece);
        }
    }

    fn fail(&mut self, failure: Failure) {
        self.tell(Problem::Failure(failure));
    }

    fn tell(&mut self, problem: Problem) {
        terminal::tell(&problem, &self.args.look);
        self.problems.push(problem);
    }

    /// What is said when all articles are done, before the reports end.
    fn close(&mut self) {
        if let Some(mend) = self.args.mend.mend() {
            terminal::say(&self.tally.shown(mend, &self.args.look));
        }
        let is_complete = !self.problems.iter().any(Problem::is_fatal);
        let (problems, said) = self.aside.finish(&self.reviews, &self.checker.book, is_complete);
        problems.into_iter().for_each(|problem| self.tell(problem));
        terminal::say(&said);
    }

    fn finish(mut self, reports: &mut [OpenReport]) -> Status {
        self.close();
        let (summary, problems) = (&self.summary, &self.problems);
        let book: &FactBook = &self.checker.book;
        let mut status = Status::Fine;
        if self.args.fail_on.severity().is_some_and(|severity| summary.has_conflict(severity)) {
            status = Status::Conflicts;
        }
        if problems.iter().any(Problem::is_fatal) {
            status = Status::Undone;
        }
        for report in reports {
            report.end(&Closing { summary, problems, book });
            if let Some(failure) = report.failure() {
                terminal::tell(&Problem::Failure(failure), &self.args.look);
                status = Status::Undone;
            }
        }
        status
    }
}
