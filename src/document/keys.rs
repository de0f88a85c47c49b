//! The keys that begin the header lines of articles and mails: `Published: ...`, `Subject: ...`.
//!
//! An infobox has labels too, and some of the same ones; which line is whose is told here by the
//! company it keeps.

use super::label;

/// Keys of one meaning, in any case of letters.
pub(super) struct Keys(pub(super) &'static [&'static str]);

impl Keys {
    /// Whether `key` is among them.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|known| known.eq_ignore_ascii_case(key))
    }
}

/// Before the day of publication.
#[rustfmt::skip]
pub(super) const DATES: Keys = Keys(&[
    "date", "dated", "sent", "issued", "published", "published on", "published at",
    "date published", "publication date", "first published", "posted", "posted on", "created",
    "release date",
]);
/// Before the day of the last change.
#[rustfmt::skip]
pub(super) const UPDATES: Keys = Keys(&[
    "updated", "updated on", "updated at", "last updated", "last updated on", "modified",
    "last modified",
]);
/// Before the headline.
#[rustfmt::skip]
pub(super) const TITLES: Keys = Keys(&["title", "headline", "subject", "slugline"]);
/// Before what is neither date nor claim.
#[rustfmt::skip]
pub(super) const OTHERS: Keys = Keys(&[
    "from", "to", "cc", "bcc", "reply-to", "message-id", "mime-version", "content-type", "by",
    "author", "authors", "byline", "reporter", "written by", "reported by", "source", "url",
    "link", "tags", "keywords", "section", "copyright",
]);
/// Keys that an infobox has too: among other labels they are facts of the article's subject.
#[rustfmt::skip]
const SHARED: Keys = Keys(&[
    "published", "date published", "publication date", "first published", "issued", "created",
    "release date", "by", "author", "authors", "source", "url", "link", "section", "title",
]);

/// The rank of labels that no header has: `Height: 828 m`.
pub(super) const OWN: usize = 0;

/// For a label line: how many labels that no header has must stand beside it before it is an
/// infobox's; none where it is a header's wherever it stands.
pub(super) fn infobox_rank(line: &str) -> Option<usize> {
    let key = &line[..label::key_len(line)?];
    match () {
        () if SHARED.has(key) => Some(1),
        // `Date: 1 May 1916` between `Place` and `Result`.
        () if Keys(&["date"]).has(key) => Some(2),
        () if DATES.has(key) || UPDATES.has(key) || TITLES.has(key) || OTHERS.has(key) => None,
        () => Some(OWN),
    }
}
