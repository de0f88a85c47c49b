//! `factlint check`: every article against every fact, streamed in order to every report.

use std::collections::HashSet;
use std::io;
use std::mem::ManuallyDrop;
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::args::{CheckArgs, LookArgs};
use super::aside::{self, Aside, Review, Reviews};
use super::cache::Key;
use super::find::{self, Found};
use super::interrupt;
use super::mend::{self, Mend, Mended, Tally};
use super::output::{self, OpenReport, Output};
use super::project::{self, Project};
use super::recall::{self, Kept, Recall};
use super::rule_files;
use super::since::Since;
use super::status::Status;
use super::{ahead, articles, terminal, watch};
use crate::config::FailOn;
use crate::document::{Document, lift};
use crate::judge::Checker;
use crate::report::problem::Failure;
use crate::report::{Article, Closing, Judged, Look, Piece, Problem, Summary, statistics};
use crate::rules::FactBook;
use crate::source::Source;

/// Runs the command.
pub(crate) fn run(args: &CheckArgs) -> Status {
    if args.watch {
        return watch::run(args);
    }
    interrupt::heed();
    once(args)
}

/// Checks once.
pub(crate) fn once(args: &CheckArgs) -> Status {
    let look = &args.settings.look;
    let is_wanted = |output: &&Output| match (args.show_files, args.mend.diff) {
        (true, _) => false,
        (false, is_patch) => !is_patch || output.file().is_some(),
    };
    let outputs: Vec<Output> = args.format.iter().filter(is_wanted).cloned().collect();
    let mut reports = match output::open(&outputs, look) {
        Ok(reports) => reports,
        Err(failure) => return undone(failure, look),
    };
    let mut project = project::open(&args.settings.config, args.settings.flags());
    let files = rule_files::read(&mut project);
    let mut faults = Vec::new();
    let mut found = match files.problems.iter().any(Problem::is_fatal) {
        true => Vec::new(),
        false => found(args, &project, &files.paths, &mut faults),
    };
    let words = |n_bytes| match ahead::may_choose(args, &project) {
        true => ahead::words(&mut found, n_bytes),
        false => None,
    };
    let loaded = files.load(&project, Some(&args.cache), words);
    let mut problems = loaded.problems;
    // Where rules are so wrong that nothing can be checked, articles are not spoken of.
    match problems.iter().any(Problem::is_fatal) {
        true => found.clear(),
        false => problems.extend(faults),
    }
    problems.extend(aside::overdue(&project, &loaded.book));
    for problem in &problems {
        terminal::tell(problem, look);
    }
    if args.show_files {
        found.iter().for_each(|found| _ = terminal::print(&format!("{}\n", found.name())));
        return status(&problems);
    }
    let opened = Since::open(&args.since, &loaded.book, &loaded.paths)
        .and_then(|since| Ok((since, Aside::open(&args.aside, &project)?)));
    let (since, aside) = match opened {
        Ok(opened) => opened,
        Err(failure) => return undone(failure, look),
    };
    if let Some(since) = &since {
        since.narrow(&mut found);
    }
    let upkeep = upkeep(args, since, aside);
    let rules = (loaded.key, &loaded.book);
    let open = || Recall::open(&args.cache, found.len(), &project, rules, &reports);
    let recall = if upkeep.has_cache() { open() } else { Recall::nothing() };
    let summary = Summary::new(&loaded.book);
    // The process ends with the check: a hundred thousand facts are not taken apart for nothing.
    let checker = ManuallyDrop::new(Checker::new(loaded.book));
    let mut run = Run {
        look,
        project: &project,
        checker: &checker,
        summary,
        recall: &recall,
        problems,
        upkeep: &upkeep,
        tally: Tally::default(),
        reviews: Reviews::default(),
        is_interrupted: false,
    };
    run.check(&found, &mut reports);
    reports.iter_mut().for_each(OpenReport::catch_up);
    run.close();
    let status = run.finish(&mut reports);
    if args.statistics {
        run.tell_statistics(args.format.iter().any(Output::is_data_on_stdout));
    }
    if args.watch {
        drop(ManuallyDrop::into_inner(checker));
    }
    status
}

fn upkeep<'p>(args: &CheckArgs, since: Option<Since>, aside: Aside<'p>) -> Upkeep<'p> {
    let (choice, articles) = (&args.settings.choice, &args.settings.articles);
    Upkeep {
        mend: args.mend.mend(),
        aside,
        since,
        chooses: !choice.select.is_empty() || !choice.ignore.is_empty(),
        narrows: !articles.paths.is_empty() || !articles.exclude.is_empty(),
    }
}

/// The articles to check.
fn found(
    args: &CheckArgs,
    project: &Project,
    rule_files: &HashSet<PathBuf>,
    problems: &mut Vec<Problem>,
) -> Vec<Found> {
    let mut found = find::find(&args.settings.articles, project, rule_files, problems);
    // A report of an earlier run in the folder of articles is none of them.
    found.retain(|found| match found {
        Found::File { path, named: false, .. } => !args.format.iter().any(|it| it.is_at(path)),
        _ => true,
    });
    if args.mend.fix && found.iter().any(|found| matches!(found, Found::Stdin { .. })) {
        problems.push(Problem::Failure(mend::no_stdin()));
        return Vec::new();
    }
    found
}

/// Tells why the check could not be begun.
fn undone(failure: Failure, look: &LookArgs) -> Status {
    terminal::tell(&Problem::Failure(failure), look);
    Status::Undone
}

fn status(problems: &[Problem]) -> Status {
    if problems.iter().any(Problem::is_fatal) { Status::Undone } else { Status::Fine }
}

struct Run<'a> {
    look: &'a LookArgs,
    project: &'a Project,
    checker: &'a Checker,
    summary: Summary,
    recall: &'a Recall,
    problems: Vec<Problem>,
    upkeep: &'a Upkeep<'a>,
    tally: Tally,
    reviews: Reviews,
    is_interrupted: bool,
}

/// What is done beside judging: conflicts set aside, set right, or looked at only if they are new.
struct Upkeep<'p> {
    mend: Option<Mend>,
    aside: Aside<'p>,
    since: Option<Since>,
    /// Not every fact is looked at.
    chooses: bool,
    /// Nor is every article of the project.
    narrows: bool,
}

impl Upkeep<'_> {
    /// Whether what becomes of an article depends on nothing but article, facts and settings.
    fn has_cache(&self) -> bool {
        self.mend.is_none() && self.since.is_none() && !self.aside.tells_articles_apart()
    }
}

/// What is kept of an article once it is checked.
struct Done {
    /// One piece a report.
    pieces: Vec<Piece>,
    judged: Vec<Judged>,
    mended: Option<Mended>,
    review: Review,
    problems: Vec<Problem>,
    /// What names the article in the cache, if it may be kept, and whether it came from there.
    key: Option<Key>,
    is_known: bool,
}

impl Done {
    /// An article that an earlier run checked.
    fn known(key: Key, (pieces, judged): Kept) -> Self {
        let (review, problems) = (Review::default(), Vec::new());
        Self { pieces, judged, mended: None, review, problems, key: Some(key), is_known: true }
    }
}

impl Run<'_> {
    fn check(&mut self, found: &[Found], reports: &mut [OpenReport]) {
        reports.iter_mut().for_each(OpenReport::begin);
        let renderers: Vec<_> = reports.iter().map(OpenReport::renderer).collect();
        let (project, checker) = (self.project, self.checker);
        let Upkeep { mend, aside, since, chooses, .. } = self.upkeep;
        let recall = self.recall;
        let known = |name: &str, bytes: &[u8]| match recall.key_of(project, name, bytes) {
            Some(key) => {
                recall.get(&key, &checker.book).map(|kept| Done::known(key, kept)).ok_or(Some(key))
            }
            None => Err(None),
        };
        let work = |source: &Source, document: Document, key: Option<Key>| {
            let key = key.filter(|_| recall::may_keep(source));
            let format = document.format;
            let review = |source: &Source, document: Document| {
                let mut checked = project.check(checker, source, document);
                if let Some(since) = since {
                    let name = source.name();
                    checked.article.findings.retain(|it| since.concerns(it.fact, name));
                }
                let review = aside.review(source, &mut checked, &checker.book);
                (checked, review)
            };
            let check = |source: &Source| review(source, lift(source, format)).0;
            let (checked, mut review) = review(source, document);
            let problems = review.take_problems(source, since.is_none() && !chooses);
            let mut mended = mend.map(|mend| mend.article(source, &checked, &check, &checker.book));
            let now = mended.as_mut().and_then(|mended| mended.now.take());
            let (source, checked) = match &now {
                Some((source, checked)) => (source, checked),
                None => (source, &checked),
            };
            let article = Article { source, findings: &checked.article, book: &checker.book };
            let findings = checked.article.findings.iter();
            let judged = findings.map(|it| (it.fact, it.severity, it.verdict)).collect();
            let pieces = output::pieces(&renderers, &article);
            Done { pieces, judged, mended, review, problems, key, is_known: false }
        };
        let flow = articles::each_unless_known(found, known, work, |done| {
            match done {
                Ok(done) => self.add(done, reports),
                Err(failure) => self.fail(failure),
            }
            // The others want to be whole.
            match !reports.is_empty() && reports.iter().all(OpenReport::is_closed) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
        self.is_interrupted = flow.is_break() && interrupt::is_wanted();
    }

    fn add(&mut self, done: Done, reports: &mut [OpenReport]) {
        if let Some(key) = done.key {
            self.recall.put(key, &done.pieces, (&done.judged, &self.checker.book), done.is_known);
        }
        self.summary.add_article(&done.judged);
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
        terminal::tell(&problem, self.look);
        self.problems.push(problem);
    }

    /// What is said when all articles are done, before the reports end.
    fn close(&mut self) {
        self.recall.close();
        if self.is_interrupted {
            self.fail(interrupt::ended(self.summary.n_articles));
        }
        if let Some(mend) = self.upkeep.mend {
            terminal::note(&self.tally.shown(mend, self.look));
        }
        let is_complete = !self.problems.iter().any(Problem::is_fatal);
        let (reviews, book) = (&self.reviews, &self.checker.book);
        let since = self.upkeep.since.as_ref();
        let concerns = |fact, path: &str| since.is_none_or(|since| since.concerns(fact, path));
        let (problems, said) = self.upkeep.aside.finish(reviews, book, is_complete, &concerns);
        problems.into_iter().for_each(|problem| self.tell(problem));
        terminal::note(&said);
        let Upkeep { aside, since, chooses, narrows, .. } = self.upkeep;
        if is_complete && since.is_none() && !chooses && !narrows {
            let problems = aside.review_list(&self.reviews, &self.checker.book);
            problems.into_iter().for_each(|problem| self.tell(problem));
        }
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
