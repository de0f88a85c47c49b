//! Dates in metadata: which keys publishing systems use, and which of several is the article's.

use jiff::civil::Date;

use crate::source::Span;

use super::date;
use super::{ArticleDate, DateOrigin};

/// How directly a key says when the article was published; smaller is stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Published,
    Dated,
    /// A time element beside the headline.
    Shown,
    /// The page's own address: `/2014/06/29/`.
    Address,
    Modified,
}

const PUBLISHED: [&str; 20] = [
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date_published",
    "published",
    "published_at",
    "published_time",
    "published_date",
    "publishdate",
    "publish_date",
    "pubdate",
    "pub_date",
    "parsely_pub_date",
    "publication_date",
    "date_publication",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "first_published",
];
const DATED: [&str; 10] = [
    "date",
    "dc:date",
    "dc:created",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "datecreated",
    "created",
    "created_at",
    "dc.date.created",
];
const MODIFIED: [&str; 11] = [
    "lastmod",
    "last_modified",
    "modified",
    "modified_at",
    "updated",
    "updated_at",
    "datemodified",
    "article:modified_time",
    "og:updated_time",
    "dcterms.modified",
    "last_updated",
];

impl Rank {
    /// What a metadata key or `<meta>` name says of a date.
    pub(super) fn of(key: &str) -> Option<Self> {
        let key = key.trim().to_ascii_lowercase().replace('-', "_");
        let among = |keys: &[&str]| keys.contains(&key.as_str());
        match () {
            () if among(&PUBLISHED) => Some(Self::Published),
            () if among(&DATED) => Some(Self::Dated),
            () if among(&MODIFIED) => Some(Self::Modified),
            () => None,
        }
    }
}

/// The best date of an article's metadata so far.
#[derive(Debug, Default)]
pub(super) struct MetadataDate {
    best: Option<(Rank, ArticleDate)>,
}

impl MetadataDate {
    /// Takes a value that stands at `span` of the source; of equal ranks the first stays.
    pub(super) fn offer(&mut self, rank: Rank, value: &str, span: Span) {
        let Some((date, part)) = date::parse(value) else { return };
        if self.best.is_none_or(|(best, _)| rank < best) {
            // Where entities make value and source differ in length, the whole value is shown.
            let span = if value.len() == span.len() { part.shifted(span.start) } else { span };
            let from = DateOrigin::Metadata;
            self.best = Some((rank, ArticleDate { date, from, span: Some(span) }));
        }
    }

    /// Takes a day that is read already, stated at `span` of the source.
    pub(super) fn offer_day(&mut self, rank: Rank, date: Date, span: Span) {
        if self.best.is_none_or(|(best, _)| rank < best) {
            self.best =
                Some((rank, ArticleDate { date, from: DateOrigin::Metadata, span: Some(span) }));
        }
    }

    /// The date to believe.
    pub(super) fn best(&self) -> Option<ArticleDate> {
        self.best.map(|(_, date)| date)
    }
}
