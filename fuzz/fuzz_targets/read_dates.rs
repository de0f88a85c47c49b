//! Any text, read for dates; and as the date of a rule.

#![no_main]

use factlint::value::date::{
    ArticleTime, Context, Expected, Interval, compare, compare_period, edtf, read, resolve_all,
    shown_order, tense_of,
};
use factlint::value::{Reading, Value};
use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;

const DAYS: [Date; 3] = [Date::MIN, date(2016, 8, 29), Date::MAX];

fuzz_target!(|text: &str| {
    let mut readings = Vec::new();
    read(text, &mut readings);
    let expected = Expected::parse(text).ok();
    if let Some(expected) = &expected {
        let interval = expected.interval();
        assert!(interval.first <= interval.last);
        edtf(&interval);
    }
    let mut end = 0;
    for Reading { span, value, comparator, .. } in &readings {
        assert!(span.start >= end && span.end > span.start && text.get(span.range()).is_some());
        end = span.end;
        let Value::Date(stated) = value else { panic!("{value:?} is no date") };
        let expected = expected.clone().or_else(|| Expected::parse("2016-08").ok());
        let expected = expected.expect("a month is a date");
        for day in DAYS {
            let anchor = Some(Interval::day(day));
            let context = Context { anchor, ..Context::new(ArticleTime::Day(day)) };
            stated.edtf(&context);
            compare(&expected, stated, *comparator, &context);
            compare_period(&expected, stated, &context);
        }
    }
    resolve_all(text, &readings, Context::new(ArticleTime::Day(DAYS[1])));
    tense_of(text);
    shown_order(text);
});
