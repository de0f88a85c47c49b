//! The dates that HTML states about itself: `<meta>`, JSON-LD, `<time>`, `itemprop`, the hAtom and RDFa forms, elements
//! whose class says that they hold a date, the page's own address.

use jiff::civil::Date;

use crate::source::Span;

use super::super::article_date::date_in_file_name;
use super::super::date;
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
        let (Some((key, _)), Some((value, span))) = (key, value) else { return };
        if let Some(rank) = Rank::of(key) {
            self.date.offer(rank, value, span);
        } else if key.eq_ignore_ascii_case("og:url")
            && let Some(day) = day_in_address(value)
        {
            self.date.offer_day(Rank::Address, day, span);
        }
    }

    /// `<link rel="canonical" href="https://example.org/2014/06/29/slug">`.
    pub(super) fn link(&mut self) {
        let canonical =
            self.tag.value(&["rel"]).is_some_and(|(rel, _)| rel.eq_ignore_ascii_case("canonical"));
        let address = self.tag.value(&["href"]).filter(|_| canonical);
        if let Some((address, span)) = address
            && let Some(day) = day_in_address(address)
        {
            self.date.offer_day(Rank::Address, day, span);
        }
    }

    /// `<span itemprop="datePublished" content="...">`, `<span property="dc:date" content="...">`.
    pub(super) fn itemprop(&mut self) {
        if self.tag.value(&["itemprop", "property"]).is_some() {
            self.meta();
        }
    }

    /// `<abbr class="published" title="2010-08-13T16:39:00-04:00">`, `<div class="entry-date">June 8, 2012</div>`.
    pub(super) fn dated_by_class(&mut self, end: usize) {
        let Some((class, _)) = self.tag.value(&["class"]) else { return };
        let mut classes = class.split_ascii_whitespace();
        // `<span class="bday dtstart published">` of who the page is about, or of what happened.
        if classes.clone().any(|class| matches!(class, "bday" | "dtstart" | "dtend" | "deathdate"))
        {
            return;
        }
        let Some(rank) = classes.clone().find_map(class_rank) else {
            if self.may_show_time() && classes.any(is_of_date) {
                self.titled_or_shown_at(end);
            }
            return;
        };
        if let Some((title, span)) = self.tag.value(&["title"]) {
            self.date.offer(rank, title, span);
        }
        self.shown_at(end);
    }

    /// `<li class="date-and-time" title="2015-03-13T21:00">`, `<span class="buzz_datetime">posted on April 21, 2015</span>`.
    fn titled_or_shown_at(&mut self, end: usize) {
        match self.tag.value(&["title"]) {
            Some((title, span)) if date::parse(title).is_some() => {
                self.shown_time = Some((self.writer.n_blocks(), title.to_owned(), span));
            }
            _ => self.shown_at(end),
        }
    }

    pub(super) fn time(&mut self, end: usize) {
        let Some((value, span)) = self.tag.value(&["datetime"]) else { return self.shown_at(end) };
        let rank = self.tag.value(&["itemprop"]).and_then(|(key, _)| Rank::of(key));
        if let Some(rank) = rank.or(self.tag.value(&["pubdate"]).map(|_| Rank::Published)) {
            self.date.offer(rank, value, span);
        } else if self.may_show_time() {
            self.shown_time = Some((self.writer.n_blocks(), value.to_owned(), span));
        }
    }

    /// Whether a date shown here is the first one, or the first behind the page's headline.
    fn may_show_time(&self) -> bool {
        self.shown_time
            .as_ref()
            .is_none_or(|(at, ..)| self.headline.is_some_and(|headline| *at < headline))
    }

    /// The first date that a time element shows counts where it stands beside the headline.
    fn shown_at(&mut self, end: usize) {
        const LONGEST: usize = 60;
        let Some(text) = self.writer.text().get(end..) else { return };
        let shown = text.split('<').next().unwrap_or_default();
        // "posted on  April 21, 2015, at 11:29 a.m."
        let lead = shown.len() - past_key(shown).len();
        let (end, shown) = (end + lead, &shown[lead..]);
        if self.may_show_time() && shown.len() <= LONGEST && date::parse(shown).is_some() {
            let span = Span::new(end, end + shown.len());
            self.shown_time = Some((self.writer.n_blocks(), shown.to_owned(), span));
        }
    }
}

/// A shown date without the words that say what it is the date of.
fn past_key(shown: &str) -> &str {
    let text = shown.trim_start();
    let key = |key: &&str| text.get(..key.len()).is_some_and(|it| it.eq_ignore_ascii_case(key));
    let found = ["posted on ", "published on ", "posted: ", "published: "].into_iter().find(key);
    found.map_or(shown, |key| text[key.len()..].trim_start())
}

/// Whether a class is made of words one of which says that its element holds a date: "date-and-time", but not
/// "event-date".
fn is_of_date(class: &str) -> bool {
    let mut words = class.split(['-', '_']);
    let other = |word: &str| {
        matches!(
            word,
            "event"
                | "birth"
                | "start"
                | "end"
                | "due"
                | "expiry"
                | "picker"
                | "comment"
                | "copyright"
                | "related"
                | "update"
                | "calendar"
        )
    };
    words.clone().any(|word| {
        matches!(word, "date" | "datetime" | "datestamp" | "timestamp" | "pubdate" | "published")
    }) && !words.any(other)
}

/// What a class says of the date in its element.
fn class_rank(class: &str) -> Option<Rank> {
    match class {
        "published" | "dt-published" | "entry-date" | "post-date" | "publish-date" | "pubdate"
        | "dateline" => Some(Rank::Dated),
        "date" | "datestamp" | "timestamp" | "post-time" | "post_time" | "publish-time"
        | "article-date" | "updated" => Some(Rank::Modified),
        _ => None,
    }
}

/// The day in the path of a page's address, where it states all of it.
fn day_in_address(address: &str) -> Option<Date> {
    let (_, rest) = address.split_once("://")?;
    let path = &rest[rest.find('/')?..];
    date_in_file_name(path)
}
