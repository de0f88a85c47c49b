//! Which day an article is of: the strongest of the dates it states, its file's name, the caller's.

use jiff::civil::Date;

use crate::source::Span;

use super::date::{self, StatedDay};
use super::{ArticleDate, DateOrigin, Document};

/// The day a dateline names: `NEW DELHI, Oct 27:`. Datelines seldom state the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dateline {
    /// The year, where it is stated.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: i8,
    /// The day of the month.
    pub day: i8,
    /// Where it stands in the source.
    pub span: Span,
}

impl Document {
    /// Settles the article's date, strongest first: the caller's override, metadata, a header, the
    /// dateline, the file's name, and last what the caller assumes. A dateline without a year
    /// takes the one that puts it on or before the weaker date; without one the article stays
    /// undated and [`Document::dateline`] keeps month and day.
    pub fn settle_date(&mut self, override_date: Option<Date>, path: &str, assumed: Option<Date>) {
        let by_name = date_in_file_name(path).map(|date| (date, DateOrigin::FileName));
        let weak = by_name.or(assumed.map(|date| (date, DateOrigin::Assumed)));
        if let Some(date) = override_date {
            self.date = Some(ArticleDate { date, from: DateOrigin::Override, span: None });
        } else if self.date.is_none() {
            self.date = self
                .dateline_near(weak.map(|(date, _)| date))
                .or_else(|| weak.map(|(date, from)| ArticleDate { date, from, span: None }));
        }
    }

    /// Takes a date found in the text; of two, the stronger stays, and of equals the first.
    pub(super) fn offer_date(&mut self, offered: ArticleDate) {
        if self.date.is_none_or(|known| offered.from < known.from) {
            self.date = Some(offered);
        }
    }

    fn dateline_near(&self, anchor: Option<Date>) -> Option<ArticleDate> {
        let Dateline { year, month, day, span } = self.dateline?;
        let date = StatedDay { year, month, day }.borrow_year(anchor?)?;
        Some(ArticleDate { date, from: DateOrigin::Dateline, span: Some(span) })
    }
}

/// The date in a file's name or in the folders above it: `2020-12-16-call.md`,
/// `20201216_call.txt`, `/2020/12/16/slug.html`. The name itself goes first.
pub fn date_in_file_name(path: &str) -> Option<Date> {
    let name_start = path.rfind(['/', '\\']).map_or(0, |separator| separator + 1);
    date_among(&path[name_start..]).or_else(|| date_among(path))
}

fn date_among(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    (0..bytes.len()).find_map(|at| {
        let starts =
            bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric());
        if starts { date_at(&text[at..]) } else { None }
    })
}

/// `2020-12-16`, `2020_12_16`, `2020/12/16` or `20201216` at the very start of `text`.
fn date_at(text: &str) -> Option<Date> {
    const LEN: usize = "2020-12-16".len();
    let plain: String =
        text.bytes().take(LEN).map(|b| if b"_/\\".contains(&b) { '-' } else { b.into() }).collect();
    let (stated, len) = date::parse_prefix(&plain)?;
    // Only year-first forms, and no digit may follow: that would be another number.
    let year_first = plain.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let ends = text.as_bytes().get(len).is_none_or(|next| !next.is_ascii_digit());
    stated.date().filter(|_| year_first && ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn file_names() {
        let cases = [
            ("news/2020-12-16-call.md", "2020-12-16"),
            ("20201216_call.txt", "2020-12-16"),
            ("call_20201216.txt", "2020-12-16"),
            ("20201216T1030.txt", "2020-12-16"),
            ("site/2020/12/16/slug.html", "2020-12-16"),
            ("site\\2020\\12\\16\\slug.html", "2020-12-16"),
            ("2019-01-01/2020_12_16.txt", "2020-12-16"),
            ("000_49c0a3a634711747.txt", "none"),
            ("a20201216.txt", "none"),
            ("202012161.txt", "none"),
            ("2020-13-16.txt", "none"),
            ("2020/a.txt", "none"),
            ("é2020-12-16", "2020-12-16"),
            ("", "none"),
        ];
        for (path, expected) in cases {
            let found = date_in_file_name(path).map_or("none".into(), |date| date.to_string());
            assert_eq!(found, expected, "{path}");
        }
    }

    #[test]
    fn the_strongest_date_is_taken() {
        let stated = ArticleDate { date: date(2021, 1, 27), from: DateOrigin::Header, span: None };
        let dateline = Dateline { year: None, month: 12, day: 30, span: Span::new(0, 6) };
        let new_year = Some(date(2021, 1, 2));
        let cases = [
            (Some(stated), None, new_year, "a.txt", new_year, DateOrigin::Override, "2021-01-02"),
            (Some(stated), None, None, "2020-01-01.txt", None, DateOrigin::Header, "2021-01-27"),
            (
                None,
                Some(dateline),
                None,
                "2021-01-02.txt",
                None,
                DateOrigin::Dateline,
                "2020-12-30",
            ),
            (None, Some(dateline), None, "a.txt", new_year, DateOrigin::Dateline, "2020-12-30"),
            (None, None, None, "2021-01-02.txt", None, DateOrigin::FileName, "2021-01-02"),
            (None, None, None, "a.txt", new_year, DateOrigin::Assumed, "2021-01-02"),
        ];
        for (date, dateline, override_date, path, assumed, from, expected) in cases {
            let mut document = Document { date, dateline, ..Document::default() };
            document.settle_date(override_date, path, assumed);
            let settled = document.date.unwrap();
            assert_eq!((settled.from, settled.date.to_string().as_str()), (from, expected));
        }
    }

    #[test]
    fn a_dateline_alone_leaves_the_article_undated() {
        let dateline = Some(Dateline { year: None, month: 12, day: 30, span: Span::new(0, 6) });
        let mut document = Document { dateline, ..Document::default() };
        document.settle_date(None, "a.txt", None);
        assert_eq!((document.date, document.dateline), (None, dateline));
    }
}
