//! Whether a check may take articles from the cache, what names its kind of run, and how what is
//! kept of an article is written down.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::Args;

use super::cache::{Cache, Key, Keyed};
use super::folder::absolute;
use super::output::OpenReport;
use super::project::Project;
use super::rule_cache;
use crate::config::Config;
use crate::judge::{Reason, Verdict};
use crate::report::{Judged, Piece};
use crate::rules::{FactBook, Severity};
use crate::source::Source;

/// Runs over fewer articles are done before a cache is of use; a folder that is named is always used.
pub(crate) const FEW: usize = 64;

/// What is remembered between runs.
#[derive(Debug, Args)]
#[command(next_help_heading = "Settings")]
pub(crate) struct CacheArgs {
    /// Compile the rules and check every article anew, and remember nothing
    #[arg(long)]
    pub(crate) no_cache: bool,

    /// Where verdicts on unchanged articles and compiled rules are remembered [default: the user's
    /// cache folder]
    #[arg(long, value_name = "FOLDER", conflicts_with = "no_cache")]
    pub(crate) cache_dir: Option<PathBuf>,
}

/// What a run remembers of an article: its pieces of the reports, and its verdicts.
pub(crate) type Kept = (Vec<Piece>, Vec<Judged>);

/// The cache of a run, if it has one.
pub(crate) struct Recall(Option<Cache>);

impl Recall {
    /// Remembers nothing.
    pub(crate) const fn nothing() -> Self {
        Self(None)
    }

    /// Opens the cache of a run over so many articles.
    pub(crate) fn open(
        args: &CacheArgs,
        n_articles: usize,
        project: &Project,
        (rules, book): (Option<Key>, &FactBook),
        reports: &[OpenReport],
    ) -> Self {
        if args.no_cache || args.cache_dir.is_none() && n_articles < FEW {
            return Self::nothing();
        }
        let Some((folder, program)) = args.folder().zip(program()) else { return Self::nothing() };
        let files = book.files.iter().map(AsRef::as_ref);
        let rules = rules.unwrap_or_else(|| rule_cache::key_of(&program, files));
        Self(Some(Cache::open(folder, run(&rules, project, reports))))
    }

    /// What names an article, if the run has a cache.
    pub(crate) fn key_of(&self, project: &Project, name: &str, bytes: &[u8]) -> Option<Key> {
        self.0.as_ref()?;
        Some(Cache::key_of(name, bytes, project.assumed_date(Path::new(name))))
    }

    /// What was kept of an article.
    pub(crate) fn get(&self, key: &Key, book: &FactBook) -> Option<Kept> {
        decode(&self.0.as_ref()?.get(key)?, book)
    }

    /// Keeps what was made of an article, or goes on keeping it.
    pub(crate) fn put(
        &self,
        key: Key,
        pieces: &[Piece],
        (judged, book): (&[Judged], &FactBook),
        is_known: bool,
    ) {
        if let Some(cache) = &self.0
            && let Some(payload) = encode(pieces, judged, book)
        {
            cache.put(key, &payload, is_known);
        }
    }

    /// Ends the run.
    pub(crate) fn close(&self) {
        if let Some(cache) = &self.0 {
            cache.close();
        }
    }
}

/// Whether an article's verdicts depend on nothing but what names them: a note may run out on a day.
pub(crate) fn may_keep(source: &Source) -> bool {
    let mark = b"factlint";
    !source.text().as_bytes().windows(mark.len()).any(|part| part.eq_ignore_ascii_case(mark))
}

impl CacheArgs {
    /// Where what is remembered lies, if anything is.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        if self.no_cache {
            return None;
        }
        self.cache_dir.clone().or_else(default_folder)
    }
}

/// The version and this very program, byte for byte: one that was built anew may judge otherwise.
pub(crate) fn program() -> Option<String> {
    let file = std::env::current_exe().and_then(File::open).ok()?;
    let digest = blake3::Hasher::new().update_reader(file).ok()?.finalize();
    Some(format!("{} {digest}", env!("CARGO_PKG_VERSION")))
}

/// Everything that has a say in all verdicts and reports of a run; `rules` names the program as well.
fn run(rules: &Key, project: &Project, reports: &[OpenReport]) -> Key {
    let mut keyed = Keyed::default().with(rules);
    keyed = keyed.with(format!("{:?}", project.folder));
    keyed = keyed.with(absolute(Path::new("")).as_os_str().as_encoded_bytes());
    for config in [&project.settings.flags, &project.settings.file] {
        keyed = keyed.with(settings(config));
    }
    for report in reports {
        keyed = keyed.with(report.identity());
    }
    keyed.key()
}

/// The settings that have a say in verdicts. Which articles are checked has none.
fn settings(config: &Config) -> String {
    let Config {
        source,
        rules: _,
        articles: _,
        exclude: _,
        fail_on: _,
        select,
        ignore,
        severity,
        dates,
        override_date,
        overrides,
        // With any of these there is no cache.
        suppressions: _,
    } = config;
    let file = source.as_ref().map(|source| source.text());
    let n_overrides = overrides.len();
    format!("{:?}", (file, select, ignore, severity, dates, override_date, n_overrides))
}

/// The user's cache folder, as the system has it.
fn default_folder() -> Option<PathBuf> {
    let set = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = if cfg!(windows) {
        set("LOCALAPPDATA")?
    } else if cfg!(target_os = "macos") {
        set("HOME")?.join("Library/Caches")
    } else {
        set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?
    };
    Some(folder.join("factlint"))
}

/// Facts by their numbers in the whole book: another run may leave out others.
fn encode(pieces: &[Piece], judged: &[Judged], book: &FactBook) -> Option<Vec<u8>> {
    let mut bytes = vec![u8::try_from(pieces.len()).ok()?];
    for text in pieces.iter().flat_map(|piece| [&piece.body, &piece.tail]) {
        bytes.extend(u32::try_from(text.len()).ok()?.to_le_bytes());
        bytes.extend(text.as_bytes());
    }
    for &(fact, severity, verdict) in judged {
        let verdict = match verdict {
            Verdict::Agrees => 0,
            Verdict::Conflicts => 1,
            Verdict::Unjudged(reason) => {
                2 + Reason::ALL.iter().position(|&known| known == reason)? as u8
            }
        };
        let severity = Severity::ALL.iter().position(|(_, known)| *known == severity)? as u8;
        bytes.extend(book.number_of(fact).to_le_bytes());
        bytes.extend([severity, verdict]);
    }
    Some(bytes)
}

fn decode(bytes: &[u8], book: &FactBook) -> Option<Kept> {
    let (&n_pieces, mut rest) = bytes.split_first()?;
    let mut text = || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (text, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        rest = after;
        String::from_utf8(text.to_vec()).ok()
    };
    let mut pieces = Vec::new();
    for _ in 0..n_pieces {
        pieces.push(Piece { body: text()?, tail: text()? });
    }
    let judged = rest.chunks(6).map(|row| {
        let (fact, codes) = row.split_first_chunk::<4>()?;
        let [severity, verdict] = *codes.first_chunk::<2>()?;
        let (_, severity) = *Severity::ALL.get(usize::from(severity))?;
        let verdict = match verdict {
            0 => Verdict::Agrees,
            1 => Verdict::Conflicts,
            reason => Verdict::Unjudged(*Reason::ALL.get(usize::from(reason) - 2)?),
        };
        Some((book.numbered(u32::from_le_bytes(*fact))?, severity, verdict))
    });
    Some((pieces, judged.collect::<Option<_>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{self, FactId, Part};

    /// Two facts of a larger book.
    fn book() -> FactBook {
        let text = "facts:\n- {id: a, subject: X, predicate: opened, date: 2016}\n\
                    - {id: b, subject: Y, predicate: opened, date: 2016}\n";
        let (book, _) = rules::load(vec![Source::new("a.yaml", text)]);
        FactBook { part: Some(Part { numbers: vec![3, 70_000], n_facts: 70_001 }), ..book }
    }

    #[test]
    fn what_is_kept_comes_back() {
        let piece = |body: &str, tail: &str| Piece { body: body.into(), tail: tail.into() };
        let pieces = [piece("{\"a\": 1}", ""), piece("é\n", "tail")];
        let mut judged = vec![(FactId(0), Severity::Info, Verdict::Agrees)];
        judged.push((FactId(1), Severity::Error, Verdict::Conflicts));
        judged.extend(
            Reason::ALL.map(|reason| (FactId(0), Severity::Warning, Verdict::Unjudged(reason))),
        );
        let bytes = encode(&pieces, &judged, &book()).expect("all of it can be kept");
        let (pieces_back, judged_back) = decode(&bytes, &book()).expect("it was encoded");
        assert_eq!(judged_back, judged);
        let texts = |pieces: &[Piece]| -> Vec<(String, String)> {
            pieces.iter().map(|piece| (piece.body.clone(), piece.tail.clone())).collect()
        };
        assert_eq!(texts(&pieces_back), texts(&pieces));
        for cut in 1..6 {
            assert!(
                decode(&bytes[..bytes.len() - cut], &book()).is_none(),
                "{cut} bytes are missing"
            );
        }
    }

    #[test]
    fn the_version_names_another_run() {
        let project = Project::default();
        let of = |program| run(&rule_cache::key_of(program, []), &project, &[]);
        assert_ne!(of("0.1.0 built once"), of("0.1.1 built once"));
        assert_ne!(of("0.1.0 built once"), of("0.1.0 built again"));
    }
}
