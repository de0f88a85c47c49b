//! Scoring labelled articles: what was found held against what a person marked.
//!
//! A label is *right* when a judged value of its fact and verdict shares at least half of what the
//! two spans cover together, *wrong* when that value has the other verdict, *missed* otherwise. A
//! judged value that meets no label is *spurious*. A silence is *broken* by such a value on it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::path::Path;

use factlint::document::Format;
use factlint::judge::{Checker, Circumstances, Verdict};
use factlint::rules;
use factlint::source::{Source, Span};

/// What a label asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Agrees,
    Conflicts,
    Silence,
}

/// One labelled value, or a silence; a silence without a span is meant for the whole article.
#[derive(Debug)]
pub(crate) struct Label {
    pub(crate) fact: String,
    pub(crate) wanted: Wanted,
    pub(crate) span: Option<Span>,
}

/// A judged value, and whether a label has claimed it.
struct Judged {
    fact: String,
    wanted: Wanted,
    span: Span,
    said: String,
    used: bool,
}

/// The counts of a run.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) missed: usize,
    pub(crate) spurious: usize,
    pub(crate) conflicts_right: usize,
    pub(crate) conflicts_false: usize,
    pub(crate) conflicts_wanted: usize,
    pub(crate) silences: usize,
    pub(crate) broken: usize,
}

impl Tally {
    fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong + self.spurious)
    }

    fn recall(&self) -> f64 {
        share(self.right, self.right + self.wrong + self.missed)
    }

    fn f1(&self) -> f64 {
        let sum = self.precision() + self.recall();
        if sum == 0.0 { 0.0 } else { 2.0 * self.precision() * self.recall() / sum }
    }

    fn conflict_precision(&self) -> f64 {
        share(self.conflicts_right, self.conflicts_right + self.conflicts_false)
    }

    /// What is pinned, each better when higher, to four places.
    pub(crate) fn figures(&self) -> BTreeMap<String, f64> {
        let kept = share(self.silences - self.broken, self.silences);
        [
            ("f1", self.f1()),
            ("conflict_precision", self.conflict_precision()),
            ("silences_kept", kept),
        ]
        .map(|(name, figure)| (name.to_owned(), (figure * 1e4).round() / 1e4))
        .into()
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
        self.spurious += other.spurious;
        self.conflicts_right += other.conflicts_right;
        self.conflicts_false += other.conflicts_false;
        self.conflicts_wanted += other.conflicts_wanted;
        self.silences += other.silences;
        self.broken += other.broken;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} right, {} wrong, {} missed, {} spurious; precision {:.3} recall {:.3} F1 {:.3}; \
             conflicts: precision {:.3} recall {:.3}; silences broken {}/{}",
            self.right,
            self.wrong,
            self.missed,
            self.spurious,
            self.precision(),
            self.recall(),
            self.f1(),
            self.conflict_precision(),
            share(self.conflicts_right, self.conflicts_wanted),
            self.broken,
            self.silences,
        )
    }
}

/// Loads rule files; a mistake in one is the test's mistake.
pub(crate) fn checker(paths: &[impl AsRef<Path>]) -> Checker {
    let read = |path: &Path| Source::new(path.display().to_string(), text_of(path));
    let (book, problems) = rules::load(paths.iter().map(|path| read(path.as_ref())).collect());
    let mistake = problems.iter().find(|problem| !problem.warning);
    assert!(mistake.is_none(), "{mistake:?}");
    Checker::new(book)
}

/// The text of a file that must be there.
pub(crate) fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files and folders in a folder, in order of name.
pub(crate) fn entries(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Checks one article and scores it; every miss goes to `misses`, a line each.
pub(crate) fn score(
    checker: &Checker,
    article: &Source,
    labels: &[Label],
    misses: &mut Vec<String>,
) -> Tally {
    let mut judged = judged(checker, article);
    let mut tally = Tally::default();
    let mut tell = |what: &str, fact: &str, span: Span, more: &str| {
        misses.push(format!("{what:8} {} {fact} {}{more}", article.name(), around(article, span)));
    };
    for label in labels {
        let (Some(span), true) = (label.span, label.wanted != Wanted::Silence) else { continue };
        let is_conflict = label.wanted == Wanted::Conflicts;
        tally.conflicts_wanted += usize::from(is_conflict);
        match best(&mut judged, label, span) {
            None => {
                tally.missed += 1;
                tell("missed", &label.fact, span, &format!(" should be {:?}", label.wanted));
            }
            Some(found) if found.wanted == label.wanted => {
                tally.right += 1;
                tally.conflicts_right += usize::from(is_conflict);
            }
            Some(found) => {
                tally.wrong += 1;
                tally.conflicts_false += usize::from(!is_conflict);
                tell("wrong", &label.fact, span, &format!(": {}", found.said));
            }
        }
    }
    for label in labels.iter().filter(|label| label.wanted == Wanted::Silence) {
        tally.silences += 1;
        let on_it = |found: &&Judged| {
            let overlaps = label.span.is_none_or(|span| span.overlaps(found.span));
            !found.used && found.fact == label.fact && overlaps
        };
        if let Some(found) = judged.iter().find(on_it) {
            tally.broken += 1;
            tell("broken", &label.fact, found.span, &format!(": {}", found.said));
        }
    }
    for found in judged.iter().filter(|found| !found.used) {
        tally.spurious += 1;
        tally.conflicts_false += usize::from(found.wanted == Wanted::Conflicts);
        tell("spurious", &found.fact, found.span, &format!(": {}", found.said));
    }
    tally
}

fn judged(checker: &Checker, article: &Source) -> Vec<Judged> {
    let format = Format::of(article.name()).unwrap_or(Format::Plain);
    let checked = checker.check(article, format, Circumstances::default());
    let judged = checked.article.findings.into_iter().filter_map(|finding| {
        let wanted = match finding.verdict {
            Verdict::Agrees => Wanted::Agrees,
            Verdict::Conflicts => Wanted::Conflicts,
            Verdict::Unjudged(_) => return None,
        };
        let fact = checker.book.facts[finding.fact.0 as usize].id.clone();
        let said = format!("{wanted:?}, says {} beside {}", finding.stated, finding.expected);
        Some(Judged { fact, wanted, span: finding.span, said, used: false })
    });
    judged.collect()
}

/// The unclaimed value at a label's span: the one with its verdict first, then the nearest.
fn best<'a>(judged: &'a mut [Judged], label: &Label, span: Span) -> Option<&'a Judged> {
    let candidates = judged
        .iter_mut()
        .filter(|found| !found.used && found.fact == label.fact && is_same(found.span, span));
    let found = candidates.min_by_key(|found| {
        let distance = found.span.start.abs_diff(span.start) + found.span.end.abs_diff(span.end);
        (Reverse(found.wanted == label.wanted), distance)
    })?;
    found.used = true;
    Some(found)
}

/// Whether two spans share at least half of what they cover together.
fn is_same(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    shared > 0 && 2 * shared >= a.join(b).len()
}

/// A span with the words around it, on one line.
fn around(article: &Source, span: Span) -> String {
    const BEFORE: usize = 90;
    const AFTER: usize = 40;
    let text = article.text();
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let start = (0..=span.start.saturating_sub(BEFORE)).rev().find(is_boundary).unwrap_or(0);
    let end = (span.end + AFTER..text.len()).find(is_boundary).unwrap_or(text.len());
    let [before, value, after] = [(start, span.start), (span.start, span.end), (span.end, end)]
        .map(|(start, end)| text[start..end].replace(['\n', '\r'], " | "));
    format!("...{before}[{value}]{after}...")
}

/// Holds a run against the figures kept in `path`: none may fall, and one that has risen must be
/// kept. `FACTLINT_BLESS=1` keeps what has risen; what has fallen is only ever written by hand.
pub(crate) fn hold_pin(tally: &Tally, path: &Path) {
    const SLACK: f64 = 0.005;
    let figures = tally.figures();
    let kept: BTreeMap<String, f64> = serde_json::from_str(&text_of(path)).unwrap();
    let fallen: Vec<_> = figures.iter().filter(|(name, figure)| **figure < kept[*name]).collect();
    let remedy = "FACTLINT_SHOW=1 and --nocapture list every miss";
    assert!(fallen.is_empty(), "fell: {fallen:?}; {remedy}\nkept: {kept:?}\nnow: {tally}");
    if std::env::var_os("FACTLINT_BLESS").is_some() {
        let text = serde_json::to_string_pretty(&figures).unwrap();
        std::fs::write(path, text + "\n").unwrap();
        return;
    }
    let risen: Vec<_> =
        figures.iter().filter(|(name, figure)| **figure > kept[*name] + SLACK).collect();
    let remedy = "better than kept: raise the pin with FACTLINT_BLESS=1";
    assert!(risen.is_empty(), "{remedy}: {risen:?}\nkept: {kept:?}\nnow: {tally}");
}

/// Prints misses when `FACTLINT_SHOW=1` asks for them.
pub(crate) fn show(misses: &[String]) {
    if std::env::var_os("FACTLINT_SHOW").is_some() {
        misses.iter().for_each(|miss| println!("{miss}"));
    }
}
