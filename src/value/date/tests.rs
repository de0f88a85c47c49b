//! The executed corpus, the properties that hold for any text, and what single cases cannot show.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::corpus::{Seen, run};
use super::*;
use crate::value::{Comparator, Fit, Unsettled, Value};

fn seen(text: &str, article: Option<&str>) -> Vec<Seen> {
    let mut readings = Vec::new();
    read(text, &mut readings);
    let day = article.and_then(|day| day.parse().ok());
    let context = Context::new(day.map_or(ArticleTime::Unknown, ArticleTime::Day));
    let printed = resolve_all(text, &readings, context);
    let seen = |(reading, printed): (&crate::value::Reading, Option<String>)| Seen {
        span: reading.span,
        printed: printed.unwrap_or_else(|| "null".to_owned()),
        bound: format!("{:?}", reading.comparator),
    };
    readings.iter().zip(printed).map(seen).collect()
}

#[test]
fn the_corpus_reads_as_written() {
    let n_constructions = run(include_str!("cases/absolute.yaml"), seen)
        + run(include_str!("cases/spans.yaml"), seen)
        + run(include_str!("cases/relative.yaml"), seen)
        + run(include_str!("cases/news.yaml"), seen)
        + run(include_str!("cases/narrative.yaml"), seen);
    assert!(n_constructions >= 110, "{n_constructions} constructions");
}

fn stated(text: &str) -> (Stated, Comparator) {
    let mut readings = Vec::new();
    read(text, &mut readings);
    let reading = readings.first().cloned().unwrap_or_else(|| panic!("nothing in {text:?}"));
    match reading.value {
        Value::Date(stated) => (stated, reading.comparator),
        other => panic!("{other:?}"),
    }
}

fn on(day: Date) -> Context {
    Context::new(ArticleTime::Day(day))
}

fn fit(expected: &str, text: &str, context: &Context) -> Fit {
    let (stated, comparator) = stated(text);
    compare(&Expected::parse(expected).unwrap(), &stated, comparator, context)
}

#[test]
fn verdicts() {
    use Fit::{Agrees, Conflicts};
    let context = on(date(2021, 3, 17));
    let rows = [
        ("2016-08-29", "signed in 2016", Agrees),
        ("2016", "signed in August 2016", Agrees),
        ("2016-08-29", "signed on 30 August 2016", Conflicts),
        ("2016-08-29", "signed in 2017", Conflicts),
        ("2016-03", "signed in early 2016", Agrees),
        ("2016-11", "signed in early 2016", Conflicts),
        ("2016-07", "signed in the summer of 2016", Agrees),
        ("2016-12", "signed in the summer of 2016", Conflicts),
        ("1760~", "built in 1761", Agrees),
        ("1760~", "built in 1762", Conflicts),
        ("1763", "built around 1762", Agrees),
        ("1764", "built around 1762", Conflicts),
        ("[2016..2017]", "signed in 2017", Agrees),
        ("[2016..2017]", "signed in 2018", Conflicts),
        ("2020-10-26/2020-10-27", "held on 27 October 2020", Agrees),
        ("2020-10-26/2020-10-27", "held on 26-27 October 2020", Agrees),
        ("2020-10-26/2020-10-27", "held on 27-28 October 2020", Conflicts),
        ("2019-05", "ready by the end of 2019", Agrees),
        ("2020-01", "ready by the end of 2019", Conflicts),
        ("2019", "ready before 2019", Conflicts),
        ("2018", "ready before 2019", Agrees),
        ("2019", "ready after 2019", Conflicts),
        ("2014/2021-05", "in force since 2014", Agrees),
        ("2014/2021-05", "in force since 2015", Conflicts),
        ("2014/2021-05", "in force until May 2021", Agrees),
        ("2014/2021-05", "in force until May 2020", Conflicts),
        ("2018", "opened two years ago", Agrees),
        ("2019", "opened two years ago", Agrees),
        ("2017", "opened two years ago", Conflicts),
        ("../2020", "opened in 1950", Agrees),
        ("../2020", "opened in 2021", Conflicts),
        ("2020-09", "opened last September", Agrees),
    ];
    for (expected, text, verdict) in rows {
        assert_eq!(fit(expected, text, &context), verdict, "{expected} beside {text:?}");
    }
}

#[test]
fn what_is_missing_is_said() {
    let nothing = Context::default();
    let missing = |text| stated(text).0.resolve(&nothing).unwrap_err();
    assert_eq!(missing("It opened yesterday."), Unsettled::NeedsArticleDate);
    assert_eq!(missing("It opened in June."), Unsettled::NeedsArticleDate);
    assert_eq!(missing("It opened the same year."), Unsettled::NeedsAnchor);
    assert_eq!(missing("It opened decades ago."), Unsettled::Incomparable);
    assert_eq!(stated("It opened in June.").0.month_only(), Some(6));
    assert!(stated("It opened the same year.").0.is_anchored());
    assert!(stated("It opened decades ago.").0.is_vague());
    assert!(!stated("It opened in 2016.").0.is_relative());
}

#[test]
fn an_open_order_is_never_judged() {
    let context = on(date(2021, 3, 17));
    let open = Fit::Unsettled(Unsettled::AmbiguousOrder);
    assert_eq!(fit("2018-09-06", "stamped 06/09/2018", &context), open);
    assert_eq!(fit("2017", "stamped 06/09/2018", &context), Fit::Conflicts);
    assert_eq!(fit("2018", "stamped 06/09/2018", &context), Fit::Agrees);
    let known = Context { order: DayMonthOrder::DayFirst, ..context };
    assert_eq!(fit("2018-09-06", "stamped 06/09/2018", &known), Fit::Agrees);
    assert_eq!(fit("2018-06-09", "stamped 06/09/2018", &known), Fit::Conflicts);
}

#[test]
fn a_window_of_possible_days_conflicts_only_if_none_fits() {
    let window = Interval::new(date(2021, 1, 22), date(2021, 3, 31)).unwrap();
    let context = Context { tense: Tense::Past, ..Context::new(ArticleTime::Within(window)) };
    assert_eq!(fit("2020-10", "signed in October", &context), Fit::Agrees);
    assert_eq!(fit("2019-10", "signed in October", &context), Fit::Conflicts);
    assert_eq!(fit("2021-01-29", "signed on Friday", &context), Fit::Agrees);
    assert_eq!(fit("2021-04-02", "signed on Friday", &context), Fit::Conflicts);
    let long = Interval::new(date(2001, 1, 1), date(2021, 3, 31)).unwrap();
    let context = Context::new(ArticleTime::Within(long));
    assert_eq!(fit("2010", "signed last year", &context), Fit::Agrees);
    assert_eq!(fit("1990", "signed last year", &context), Fit::Conflicts);
}

#[test]
fn periods_need_both_ends() {
    let context = Context::default();
    let period = |expected: &str, text| {
        compare_period(&Expected::parse(expected).unwrap(), &stated(text).0, &context)
    };
    assert_eq!(period("2025/2035", "the 2025–35 plan"), Fit::Agrees);
    assert_eq!(period("2025/2035", "the 2025–2030 plan"), Fit::Conflicts);
    assert_eq!(period("2025/2035", "from May 2025 to 2035"), Fit::Agrees);
    assert_eq!(period("2016-04/2017-03", "the budget for FY2016-17"), Fit::Agrees);
    assert_eq!(period("2025/2035", "signed in 2025"), Fit::Unsettled(Unsettled::Incomparable));
}

#[test]
fn rules_state_dates_as_edtf() {
    for written in ["2016", "2016-06", "2016-08-29", "1760~", "[2016..2017]", "-0043", "../2020"] {
        assert_eq!(Expected::parse(written).unwrap().to_string(), written);
    }
    for (written, message) in [
        ("2016-02-30", "`2016-02-30` does not exist"),
        ("2016-13", "`2016-13` does not exist"),
        ("2020/2016", "`2020/2016` ends before it begins"),
        ("29 August 2016", "`29 August 2016` is not a date factlint knows"),
        ("", "the date is empty"),
        ("../..", "`../..` is open at both ends"),
        ("16", "`16` is not a date factlint knows"),
    ] {
        assert_eq!(Expected::parse(written).unwrap_err().message, message);
    }
    let swapped = Expected::parse("2016-29-08").unwrap_err();
    assert_eq!(swapped.help, "year, month, day: did you mean 2016-08-29?");
    let early = Expected::parse("960/1279").unwrap_err();
    assert_eq!(early.help, "a year has four digits: 0960");
}

/// What dates are made of, and strange neighbours.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "2016", "99", "31", "0", "9999", "1000", "-", "–", "/", ".", ",", " ", " ", " ", "May", 
    "March", "Sept.", "Friday", "the", "last", "next", "of", "in", "from", "to", "between", 
    "and", "early", "mid", "week", "year", "decades", "ago", "later", "Q3", "FY", "th", "s", 
    "'", "é", "’", "first", "century", "BC", "second", "two", "thousand", "hundred", "ninety", 
    "weekend", "that", "same", "following", "\n\n", "🙂", "half", "today", "past", "99999999999",
     "quarter", "before", "after", "(", ")", "day", "winter", "on",
];

/// Text made of the pieces dates are made of, so that the patterns meet strange neighbours.
fn crooked_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(PIECES);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_can_be_read_and_resolved(text in prop_oneof![crooked_text(), ".{0,80}"], year in -9999i16..=9999) {
        let mut readings = Vec::new();
        read(&text, &mut readings);
        let day = Date::new(year, 6, 15).unwrap();
        let extremes = [Date::MIN, Date::MAX, day].map(ArticleTime::Day);
        let window = ArticleTime::Within(Interval { first: Date::MIN, last: Date::MAX });
        let mut end = 0;
        for reading in &readings {
            prop_assert!(reading.span.start >= end && reading.span.end > reading.span.start);
            prop_assert!(text.get(reading.span.range()).is_some());
            end = reading.span.end;
            let Value::Date(stated) = &reading.value else { continue };
            for article in extremes.into_iter().chain([window, ArticleTime::Unknown]) {
                for tense in [Tense::Past, Tense::Future, Tense::Unknown] {
                    let anchor = Some(Interval::day(day));
                    let context = Context { anchor, tense, ..Context::new(article) };
                    let expected = Expected::parse("2016-08").unwrap();
                    compare(&expected, stated, reading.comparator, &context);
                    compare_period(&expected, stated, &context);
                    stated.edtf(&context);
                }
            }
        }
        resolve_all(&text, &readings, on(day));
        tense_of(&text);
    }

    #[test]
    fn any_rule_text_is_parsed_or_refused(written in "[0-9XQW~\\[\\]./ -]{0,24}") {
        if let Ok(expected) = Expected::parse(&written) {
            let interval = expected.interval();
            prop_assert!(interval.first <= interval.last);
            edtf(&interval);
        }
    }

    #[test]
    fn what_is_printed_is_parsed_again(first in -3000i32..3000, length in 1i64..5000) {
        let first = Date::constant(2000, 1, 1).checked_add(jiff::Span::new().days(first)).unwrap();
        let last = first.checked_add(jiff::Span::new().days(length)).unwrap();
        let interval = Interval::new(first, last).unwrap();
        prop_assert_eq!(Expected::parse(&edtf(&interval)).unwrap().interval(), interval);
    }
}
