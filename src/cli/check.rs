//! `factlint check`: every article against every fact, streamed in order to every report.

use std::io;
use std::ops::ControlFlow;

use super::args::{CheckArgs, LookArgs};
use super::articles;
use super::find::{self, Found};
use super::output::{self, OpenReport, Output};
use super::project::{self, Project};
use super::rule_files;
use super::status::Status;
use super::{terminal, watch};
use crate::config::FailOn;
use crate::document::Document;
use crate::judge::Checker;
use crate::report::problem::Failure;
use crate::report::{Article, Closing, Judged, Look, Piece, Problem, Summary, statistics};
use crate::rules::FactBook;
use crate::source::Source;

/// Runs the command.
pub(crate) fn run(args: &CheckArgs) -> Status {
    if args.watch { watch::run(args) } else { once(args) }
}

/// Checks once.
pub(crate) fn once(args: &CheckArgs) -> Status {
    let look = &args.settings.look;
    let outputs = if args.show_files { &[][..] } else { &args.format };
    let mut reports = match output::open(outputs, look) {
        Ok(reports) => reports,
        Err(failure) => {
            terminal::tell(&Problem::Failure(failure), look);
            return Status::Undone;
        }
    };
    let mut project = project::open(&args.settings.config, args.settings.flags());
    let loaded = rule_files::load(&mut project);
    let mut problems = loaded.problems;
    let mut found = Vec::new();
    if !problems.iter().any(Problem::is_fatal) {
        found = find::find(&args.settings.articles, &project, &loaded.paths, &mut problems);
    }
    for problem in &problems {
        terminal::tell(problem, look);
    }
    if args.show_files {
        found.iter().for_each(|found| _ = terminal::print(&format!("{}\n", found.name())));
        return status(&problems);
    }
    let checker = Checker::new(loaded.book);
    let summary = Summary::new(&checker.book);
    let mut run = Run { look, project: &project, checker: &checker, summary, problems };
    run.check(&found, &mut reports);
    let status = run.finish(&mut reports);
    if args.statistics {
        run.tell_statistics(args.format.iter().any(Output::is_data_on_stdout));
    }
    status
}

fn status(problems: &[Problem]) -> Status {
    if problems.iter().any(Problem::is_fatal) { Status::Undone } else { Status::Fine }
}

struct Run<'a> {
    look: &'a LookArgs,
    project: &'a Project,
    checker: &'a Checker,
    summary: Summary,
    problems: Vec<Problem>,
}

/// What is kept of an article once it is checked.
struct Done {
    /// One piece a report.
    pieces: Vec<Piece>,
    judged: Vec<Judged>,
}

impl Run<'_> {
    fn check(&mut self, found: &[Found], reports: &mut [OpenReport]) {
        reports.iter_mut().for_each(OpenReport::begin);
        let renderers: Vec<_> = reports.iter().map(OpenReport::renderer).collect();
        let (project, checker) = (self.project, self.checker);
        let work = |source: &Source, document: Document| {
            let checked = project.check(checker, source, document);
            let article = Article { source, findings: &checked.article, book: &checker.book };
            let findings = checked.article.findings.iter();
            let judged = findings.map(|it| (it.fact, it.severity, it.verdict)).collect();
            Done { pieces: output::pieces(&renderers, &article), judged }
        };
        articles::each(found, work, |done| {
            match done {
                Ok(done) => self.add(done, reports),
                Err(failure) => self.fail(failure),
            }
            // The others want to be whole.
            match reports.iter().all(OpenReport::is_closed) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
    }

    fn add(&mut self, done: Done, reports: &mut [OpenReport]) {
        self.summary.add_article(&done.judged);
        for (report, piece) in reports.iter_mut().zip(&done.pieces) {
            report.add(piece);
        }
    }

    fn fail(&mut self, failure: Failure) {
        let problem = Problem::Failure(failure);
        terminal::tell(&problem, self.look);
        self.problems.push(problem);
    }

    fn finish(&self, reports: &mut [OpenReport]) -> Status {
        let (summary, problems) = (&self.summary, &self.problems);
        let book: &FactBook = &self.checker.book;
        let mut status = status(problems);
        if let FailOn::At(severity) = self.project.settings.fail_on().value
            && summary.has_conflict(severity)
        {
            status = status.max(Status::Conflicts);
        }
        for report in reports {
            report.end(&Closing { summary, problems, book });
            if let Some(failure) = report.failure() {
                terminal::tell(&Problem::Failure(failure), self.look);
                status = Status::Undone;
            }
        }
        status
    }

    /// The counts, for a person: on stderr where stdout holds a report for a machine.
    fn tell_statistics(&self, is_stdout_taken: bool) {
        let (summary, problems) = (&self.summary, &self.problems[..]);
        let closing = Closing { summary, problems, book: &self.checker.book };
        let shown = |stream: &dyn Fn(&LookArgs) -> Look| {
            let text = statistics::shown(&closing, stream(self.look));
            if text.is_empty() { text } else { format!("\n{text}") }
        };
        match is_stdout_taken {
            true => terminal::note(&shown(&|look| terminal::look_of(&io::stderr(), look))),
            false => _ = terminal::print(&shown(&|look| terminal::look_of(&io::stdout(), look))),
        }
    }
}
