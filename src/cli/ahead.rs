//! Articles read ahead of the facts: what a few small ones speak of tells which of many facts are
//! wanted, see [`rules::unpack`](crate::rules::unpack). It must not know how facts are kept.

use super::args::CheckArgs;
use super::articles::{bytes_of, format_of, is_archive};
use super::find::Found;
use super::project::Project;
use super::recall::FEW;
use crate::document;
use crate::report::Detail;
use crate::text::Vocabulary;

/// Articles are read ahead where the rule files are so many times their size: then that costs little
/// beside what it saves.
const LARGER: usize = 4;

/// Whether a check needs to know nothing of facts that no article speaks of.
pub(crate) fn may_choose(args: &CheckArgs, project: &Project) -> bool {
    let (settings, aside) = (&project.settings, &args.aside);
    let lists_known = aside.baseline.is_some() || aside.write_baseline.is_some();
    // Ids in settings are held against those of all facts, and -v lists every fact.
    !(args.show_files
        || args.mend.mend().is_some()
        || args.since.since.is_some()
        || lists_known
        || args.settings.look.detail() == Detail::Verbose
        || [&settings.flags, &settings.file].iter().any(|it| it.names_facts()))
}

/// The words of all articles, which are read for good, beside rule files of so many bytes; nothing
/// where the articles are no smaller, or may speak of facts by their ids.
pub(crate) fn words(found: &mut [Found], n_rule_bytes: usize) -> Option<Vocabulary> {
    let most_bytes = n_rule_bytes / LARGER;
    if found.len() >= FEW || found.iter().any(is_archive) || n_bytes(found) > most_bytes as u64 {
        return None;
    }
    let mut words = Vocabulary::default();
    let mut n_read = 0;
    for found in found {
        let (name, format) = (found.name(), format_of(found));
        let bytes = bytes_of(found).ok()?;
        n_read += bytes.len();
        // What is no article is told when its turn comes.
        let opened = document::open(&name, bytes.clone(), format).ok();
        *found.ahead() = Some(bytes);
        let has_notes = opened.as_ref().is_some_and(|it| !it.document.notes.is_empty());
        if n_read > most_bytes || has_notes {
            return None;
        }
        let blocks = opened.iter().flat_map(|it| &it.document.blocks);
        blocks.for_each(|block| words.add(&block.text));
    }
    Some(words)
}

/// The size of the files, as far as the system knows.
fn n_bytes(found: &[Found]) -> u64 {
    let size = |found: &Found| match found {
        Found::Stdin { .. } => 0,
        Found::File { path, .. } => path.metadata().map_or(0, |metadata| metadata.len()),
    };
    found.iter().map(size).sum()
}
