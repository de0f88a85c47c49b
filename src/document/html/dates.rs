//! The dates that HTML states about itself: `<meta>`, JSON-LD, `<time datetime>`, `itemprop`.

use crate::source::Span;

use super::super::metadata::Rank;
use super::Html;

impl Html<'_> {
    /// `"datePublished": "..."`, wherever it stands in the data: scripts are too often broken JSON.
    pub(super) fn json_ld(&mut self, span: Span) {
        let Some(script) = self.writer.text().get(span.range()) else { return };
        for (key, rank) in
            [("\"datePublished\"", Rank::Published), ("\"dateModified\"", Rank::Modified)]
        {
            let Some(at) = script.find(key) else { continue };
            let rest = &script[at + key.len()..];
            let value = rest.trim_start().strip_prefix(':').map(str::trim_start);
            let Some(value) = value.and_then(|value| value.strip_prefix('"')) else { continue };
            let start = span.end - value.len();
            let value = value.split('"').next().unwrap_or_default();
            self.date.offer(rank, value, Span::new(start, start + value.len()));
        }
    }

    pub(super) fn meta(&mut self) {
        let key = self.tag.value(&["property", "name", "itemprop", "http-equiv"]);
        let value = self.tag.value(&["content"]);
        if let (Some((key, _)), Some((value, span))) = (key, value)
            && let Some(rank) = Rank::of(key)
        {
            self.date.offer(rank, value, span);
        }
    }

    /// `<span itemprop="datePublished" content="...">`.
    pub(super) fn itemprop(&mut self) {
        if self.tag.value(&["itemprop"]).is_some() {
            self.meta();
        }
    }

    pub(super) fn time(&mut self) {
        let Some((value, span)) = self.tag.value(&["datetime"]) else { return };
        let rank = self.tag.value(&["itemprop"]).and_then(|(key, _)| Rank::of(key));
        if let Some(rank) = rank.or(self.tag.value(&["pubdate"]).map(|_| Rank::Published)) {
            self.date.offer(rank, value, span);
        } else if self.shown_time.is_none() {
            self.shown_time = Some((self.writer.n_blocks(), value.to_owned(), span));
        }
    }
}
