//! `check --fix` and `--diff`: what [`crate::amend`] can set right, written to files or shown.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _};
use std::path::Path;

use clap::Args;
use encoding_rs::Encoding;
use similar::TextDiff;

use super::args::LookArgs;
use super::{terminal, whole_file};
use crate::amend::{self, Amendment, Edit, Licence, Refusal, Subject};
use crate::document::{self, Format};
use crate::judge::{Checked, Finding, Verdict};
use crate::report::problem::Failure;
use crate::report::{Detail, sanitise};
use crate::rules::FactBook;
use crate::source::Source;

/// What to do about conflicts.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fixes")]
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
        let format = checked.document.format;
        let is_packed =
            matches!(format, Format::Docx | Format::Odt) || source.record_id().is_some();
        if is_packed && checked.article.findings.iter().any(is_conflict) {
            let place = (source.name().to_owned(), Refusal::Packed);
            return Mended { left: vec![place], ..Mended::default() };
        }
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
        match write(source, format, &amendment) {
            Ok(()) => mended.now = Some((amendment.source, amendment.checked)),
            Err(failure) => (mended.failure, mended.n_edits) = (Some(failure), 0),
        }
        mended
    }
}

fn is_conflict(finding: &Finding) -> bool {
    finding.verdict == Verdict::Conflicts
}

fn patch(source: &Source, amendment: &Amendment) -> String {
    let name = source.name().trim_start_matches('/');
    TextDiff::from_lines(source.text(), amendment.source.text())
        .unified_diff()
        .context_radius(2)
        .header(&format!("a/{name}"), &format!("b/{name}"))
        .to_string()
}

/// Writes the edits into the file, in its encoding. What stands there must still be what was
/// checked, and what is written must read as the amended article and nothing else.
fn write(source: &Source, format: Format, amendment: &Amendment) -> Result<(), Failure> {
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
    let reads_as = |bytes: &[u8], text: &str| {
        let opened = document::open(source.name(), bytes.to_vec(), Some(format));
        opened.is_ok_and(|opened| opened.source.text() == text)
    };
    if !reads_as(&stored, source.text()) {
        return Err(failed("it changed while it was checked".into()));
    }
    let content = spliced(&stored, source, &amendment.edits);
    let content = content.filter(|content| reads_as(content, amendment.source.text()));
    let content =
        content.ok_or_else(|| failed(format!("{} cannot hold the fix", source.encoding())))?;
    whole_file::replace(path, &content).map_err(unwritable)
}

/// The file's bytes with the edits made; every other byte stays.
fn spliced(stored: &[u8], source: &Source, edits: &[Edit]) -> Option<Vec<u8>> {
    let mut content = Vec::with_capacity(stored.len());
    let mut done = 0;
    for edit in edits {
        let span = source.stored(edit.span);
        content.extend_from_slice(stored.get(done..span.start)?);
        content.extend(encoded(&edit.text, source.encoding())?);
        done = span.end;
    }
    content.extend_from_slice(stored.get(done..)?);
    Some(content)
}

/// A text in an encoding; nothing when that lacks one of its characters.
fn encoded(text: &str, encoding: &str) -> Option<Vec<u8>> {
    match encoding {
        "UTF-16LE" => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        "UTF-16BE" => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        _ => {
            let encoding = Encoding::for_label(encoding.as_bytes())?;
            let (bytes, _, has_unmappable) = encoding.encode(text);
            (!has_unmappable).then(|| bytes.into_owned())
        }
    }
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
