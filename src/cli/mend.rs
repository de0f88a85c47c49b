//! `check --fix` and `--diff`: what [`crate::amend`] can set right, written to files or shown.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _};
use std::path::Path;

use clap::Args;
use similar::TextDiff;

use super::args::LookArgs;
use super::{terminal, whole_file};
use crate::amend::{self, Amendment, Edit, Licence, Refusal, Subject};
use crate::judge::Checked;
use crate::report::problem::Failure;
use crate::report::{Detail, sanitise};
use crate::rules::FactBook;
use crate::source::Source;

/// What to do about conflicts.
#[derive(Debug, Args)]
pub(crate) struct MendArgs {
    /// Replace conflicting values by the expected ones, in the style they are written in
    #[arg(long, group = "mend")]
    pub(crate) fix: bool,

    /// Show what --fix would change, as a patch, and change nothing
    #[arg(long, group = "mend")]
    pub(crate) diff: bool,

    /// With --fix or --diff: names of office-holders and plans too
    #[arg(long, requires = "mend")]
    pub(crate) unsafe_fixes: bool,
}

/// What `--fix` and `--diff` do to an article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mend {
    licence: Licence,
    writes: bool,
}

/// What became of an article.
#[derive(Debug, Default)]
pub(crate) struct Mended {
    n_edits: usize,
    left: Vec<(String, Refusal)>,
    /// The patch, when it is to be shown.
    patch: String,
    failure: Option<Failure>,
    /// The article as it is now, when it was written.
    pub(crate) now: Option<(Source, Checked)>,
}

impl MendArgs {
    /// What to do, when anything.
    pub(crate) fn mend(&self) -> Option<Mend> {
        let licence = if self.unsafe_fixes { Licence::Unsafe } else { Licence::Safe };
        (self.fix || self.diff).then_some(Mend { licence, writes: self.fix })
    }
}

impl Mend {
    /// Sets right what can be in an article.
    pub(crate) fn article(
        self,
        source: &Source,
        checked: &Checked,
        check: &dyn Fn(&Source) -> Checked,
        book: &FactBook,
    ) -> Mended {
        let amendment = amend::amend(&Subject { source, checked, check, book }, self.licence);
        let left = amendment.left.iter().map(|(fact, span, refusal)| {
            let place = source.location(span.start);
            let (name, id) = (source.name(), &book.facts[fact.0 as usize].id);
            (format!("{name}:{}:{}: {id}", place.line_number, place.column), *refusal)
        });
        let mut mended = Mended { left: left.collect(), ..Mended::default() };
        if amendment.edits.is_empty() {
            return mended;
        }
        mended.n_edits = amendment.edits.len();
        if !self.writes {
            mended.patch = patch(source, &amendment);
            return mended;
        }
        match write(source, &amendment.edits) {
            Ok(()) => mended.now = Some((amendment.source, amendment.checked)),
            Err(failure) => (mended.failure, mended.n_edits) = (Some(failure), 0),
        }
        mended
    }
}

fn patch(source: &Source, amendment: &Amendment) -> String {
    let name = source.name().trim_start_matches('/');
    TextDiff::from_lines(source.text(), amendment.source.text())
        .unified_diff()
        .context_radius(2)
        .header(&format!("a/{name}"), &format!("b/{name}"))
        .to_string()
}

/// Writes the edits into the file. What stands there must still be what was checked.
fn write(source: &Source, edits: &[Edit]) -> Result<(), Failure> {
    let path = Path::new(source.name());
    let failed = |message: String| Failure {
        code: "unfixed",
        path: Some(source.name().into()),
        place: None,
        message,
        help: "nothing in it was changed; mend that, and run --fix again".into(),
    };
    let unwritable = |error: io::Error| failed(format!("the fix cannot be written: {error}"));
    let stored = std::fs::read(path).map_err(unwritable)?;
    if stored != source.text().as_bytes() {
        return Err(failed("it changed while it was checked".into()));
    }
    let content = amend::applied(source.text(), edits);
    whole_file::replace(path, content.as_bytes()).map_err(unwritable)
}

/// What was mended in all articles.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    n_edits: usize,
    n_articles: usize,
    left: Vec<(String, Refusal)>,
}

impl Tally {
    /// Counts an article in, and shows its patch; gives what went wrong with it.
    pub(crate) fn add(&mut self, mended: Mended) -> Option<Failure> {
        self.n_edits += mended.n_edits;
        self.n_articles += usize::from(mended.n_edits > 0);
        self.left.extend(mended.left);
        if !mended.patch.is_empty() {
            // A patch is applied as it stands; only a person at a terminal wants it made safe.
            match io::stdout().is_terminal() {
                true => terminal::print(&sanitise::keeping_length(&mended.patch)),
                false => terminal::print(&mended.patch),
            };
        }
        mended.failure
    }

    /// What was done, for stderr.
    pub(crate) fn shown(&self, mend: Mend, look: &LookArgs) -> String {
        let done = if mend.writes { "fixed" } else { "can be fixed" };
        let mut text = format!(
            "{done}: {} in {}\n",
            counted(self.n_edits, "value"),
            counted(self.n_articles, "article"),
        );
        let mut reasons: BTreeMap<Refusal, usize> = BTreeMap::new();
        for (place, refusal) in &self.left {
            *reasons.entry(*refusal).or_default() += 1;
            if look.detail() == Detail::Verbose {
                let place = sanitise::on_one_line(place);
                text += &format!("not fixed: {place}: {}\n", refusal.message());
            }
        }
        if look.detail() != Detail::Verbose {
            for (refusal, n) in reasons {
                text += &format!("not fixed: {n}: {}\n", refusal.message());
            }
        }
        text
    }
}

fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// Standard input has no place to be written back to.
pub(crate) fn no_stdin() -> Failure {
    Failure {
        code: "fix-stdin",
        path: Some("standard input".into()),
        place: None,
        message: "--fix has no file to write to".into(),
        help: "use --diff, or name the file".into(),
    }
}
