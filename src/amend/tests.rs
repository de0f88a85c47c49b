//! Articles as they are, and as they should be after a fix.

use proptest::prelude::*;

use super::{Amendment, Licence, Subject, amend, applied};
use crate::document::Format;
use crate::judge::{Checker, Circumstances, Verdict};
use crate::rules;
use crate::source::Source;

fn checker() -> Checker {
    let rules = Source::new("rules.yaml", include_str!("rules.yaml"));
    let (book, problems) = rules::load(vec![rules]);
    let messages: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
    assert!(messages.is_empty(), "{messages:?}");
    Checker::new(book)
}

fn amended(checker: &Checker, text: &str, format: Format, licence: Licence) -> Amendment {
    let source = Source::new("a.txt", text);
    let date = jiff::civil::Date::new(2021, 3, 1).ok();
    let circumstances = Circumstances { assumed_date: date, ..Circumstances::default() };
    let check = |source: &Source| checker.check(source, format, circumstances);
    let checked = check(&source);
    let book = &checker.book;
    amend(&Subject { source: &source, checked: &checked, check: &check, book }, licence)
}

/// What stands before `=>` becomes what stands after it; a line without one stays as it is.
#[track_caller]
fn check(format: Format, licence: Licence, cases: &str) {
    let checker = checker();
    let mut wrong = Vec::new();
    for line in cases.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (before, wanted) = line.split_once(" => ").unwrap_or((line, line));
        let amendment = amended(&checker, before, format, licence);
        let after = amendment.source.text();
        let n_conflicts = super::conflicts(&amendment.checked).count();
        let has_conflict = n_conflicts > 0 || !amendment.edits.is_empty();
        if after != wanted || (before != wanted && n_conflicts > 0) || !has_conflict {
            wrong.push(format!("{before}\n   gives {after}\n   left {:?}", amendment.left));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_conflict_is_set_right_in_its_style() {
    check(
        Format::Plain,
        Licence::Safe,
        "
        The Orrin Dam opened in 1963. => The Orrin Dam opened in 1962.
        The Orrin Dam opened in Oct. 1963. => The Orrin Dam opened in May 1962.
        The Orrin Dam opened on 15 May 1962. => The Orrin Dam opened on 14 May 1962.
        The Orrin Dam opened on May 15th, 1962. => The Orrin Dam opened on May 14th, 1962.
        The Orrin Dam opened on Tuesday, 15 May 1962. => The Orrin Dam opened on Monday, 14 May 1962.
        The Orrin Dam opened on 1962-06-14. => The Orrin Dam opened on 1962-05-14.
        The Orrin Lease was signed in Oct. 1958. => The Orrin Lease was signed in Aug. 1958.
        The Orrin Dam is 900 m high. => The Orrin Dam is 828 m high.
        The Orrin Dam is 900 metres high. => The Orrin Dam is 828 metres high.
        The Orrin Dam is 3,000 feet high. => The Orrin Dam is 2,717 feet high.
        The Orrin Dam cost $4.1 billion. => The Orrin Dam cost $3.2 billion.
        The Orrin Dam cost 4.1bn dollars. => The Orrin Dam cost 3.2bn dollars.
        The ten-year Orrin Lease was kept. => The eight-year Orrin Lease was kept.
        It was a ten-year Orrin Lease. => It was an eight-year Orrin Lease.
        The Orrin Lease lasts ten years. => The Orrin Lease lasts eight years.
        The Orrin Lease is in force 2024–2034. => The Orrin Lease is in force 2025–2035.
        The fifth Orrin Fair was held in June. => The sixth Orrin Fair was held in June.
        The 5th Orrin Fair was held in June. => The 6th Orrin Fair was held in June.
        The Orrin Valley has a 13 per cent share. => The Orrin Valley has an 11.5 per cent share.
        The Orrin Valley Council has its seat in Milford. => The Orrin Valley Council has its seat in Port Vale.
        He said that the Orrin Dam opened in 1963. => He said that the Orrin Dam opened in 1962.
        Kestrel Bridge opened in 1937 and the Orrin Dam in 1963. => Kestrel Bridge opened in 1935 and the Orrin Dam in 1962.
        ",
    );
}

#[test]
fn what_must_stay_stays() {
    check(
        Format::Plain,
        Licence::Safe,
        "
        “The Orrin Dam opened in 1963,” she said.
        'The Orrin Dam opened in 1963,' she said.
        She said: \"The Orrin Dam opened in 1963.\"
        The mayor of Orrin, Tom Brandt, spoke on Monday.
        Kestrel Bridge opened in June 1937.
        Kestrel Bridge is 1,512 m long.
        The Orrin Dam opened after 1970.
        The Orrin Dam is nearly 2,000 m high.
        The Orrin Dam cost €3.2 billion.
        The Orrin Dam opened two years ago.
        ",
    );
}

#[test]
fn an_unsafe_licence_names_holders() {
    check(
        Format::Plain,
        Licence::Unsafe,
        "
        The mayor of Orrin, Tom Brandt, spoke on Monday. => The mayor of Orrin, Ada Lovell, spoke on Monday.
        “The Orrin Dam opened in 1963,” she said.
        ",
    );
}

#[test]
fn markup_around_a_value_stays_and_within_it_prevents() {
    check(
        Format::Html,
        Licence::Safe,
        "
        <p>The <b>Orrin Dam</b> opened in <b>1963</b>.</p> => <p>The <b>Orrin Dam</b> opened in <b>1962</b>.</p>
        <p>The Orrin Dam opened on 15&nbsp;May&nbsp;1962.</p> => <p>The Orrin Dam opened on 14&nbsp;May&nbsp;1962.</p>
        <p>The Orrin Dam opened in 19<i>63</i>.</p>
        <blockquote><p>The Orrin Dam opened in 1963.</p></blockquote>
        ",
    );
}

/// A sentence with one value, whose fact it may fit or not.
fn sentence() -> impl Strategy<Value = String> {
    let month = prop::sample::select(vec!["May", "Oct.", "October", "Sept", "AUGUST", "Jan."]);
    let date =
        (1..=28_u8, month, 1900..2020_u16, 0..6_u8).prop_map(
            |(day, month, year, style)| match style {
                0 => format!("in {year}"),
                1 => format!("in {month} {year}"),
                2 => format!("on {day} {month} {year}"),
                3 => format!("on {month} {day}, {year}"),
                4 => format!("on {year}-08-{day:02}"),
                _ => format!("on the {day}th of {month} {year}"),
            },
        );
    let dated = (
        prop::sample::select(vec![
            "Orrin Dam opened",
            "Kestrel Bridge opened",
            "Orrin Lease was signed",
        ]),
        date,
    )
        .prop_map(|(said, date)| format!("The {said} {date}."));
    let height = (1..3000_u32, prop::sample::select(vec!["m", "metres", "ft", "km"]))
        .prop_map(|(n, unit)| format!("The Orrin Dam is {n} {unit} high."));
    let cost = (1..99_u32, 0..4_u8).prop_map(|(n, style)| match style {
        0 => format!("The Orrin Dam cost ${n}.{} billion.", n % 10),
        1 => format!("The Orrin Dam cost ${n} million."),
        2 => format!("The Orrin Dam cost US${n}bn."),
        _ => format!("The Orrin Dam cost {n},000,000,000 dollars."),
    });
    let length = (1..40_u32).prop_map(|n| format!("It was a {n}-year Orrin Lease."));
    let fair = (4..30_u32).prop_map(|n| format!("The {n}th Orrin Fair was held in June."));
    prop_oneof![dated, height, cost, length, fair]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// After a fix nothing conflicts at its place, and every byte outside the edits is as it was.
    #[test]
    fn a_fix_agrees_and_touches_nothing_else(
        sentences in prop::collection::vec((sentence(), any::<bool>()), 1..4)
    ) {
        let checker = checker();
        let said = sentences.iter().map(|(sentence, quoted)| match quoted {
            true => format!("“{sentence}”\n\nÉire — "),
            false => format!("{sentence} \n\n"),
        });
        let text: String = said.collect();
        let amendment = amended(&checker, &text, Format::Plain, Licence::Safe);
        let after = amendment.source.text();
        prop_assert_eq!(after, applied(&text, &amendment.edits));
        let places = super::edit::places(&amendment.edits);
        let (mut before_rest, mut after_rest) = (text.clone(), after.to_owned());
        for (edit, place) in amendment.edits.iter().zip(&places).rev() {
            let verdicts: Vec<_> = amendment.checked.article.findings.iter()
                .filter(|it| it.fact == edit.fact && it.span.overlaps(*place))
                .map(|it| it.verdict).collect();
            prop_assert_eq!(verdicts, vec![Verdict::Agrees], "{}", after);
            prop_assert!(!text[..edit.span.start].ends_with('“'));
            before_rest.replace_range(edit.span.range(), "");
            after_rest.replace_range(place.range(), "");
        }
        prop_assert_eq!(before_rest, after_rest);
    }
}
