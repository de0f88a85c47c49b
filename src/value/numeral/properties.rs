//! Whatever the text, reading it neither panics nor leaves the text.

use proptest::prelude::*;

use crate::value::{Value, read};

/// Pieces that numerals are made of, so that nonsense comes close to sense.
const PIECES: &[&str] = &[
    "1",
    "12",
    "345",
    "2016",
    "000",
    ",",
    ".",
    "/",
    "-",
    "–",
    ":",
    "+",
    "%",
    "$",
    "€",
    "Rs",
    "US$",
    "m",
    "bn",
    "km",
    "k",
    " ",
    " ",
    " ",
    "\u{a0}",
    "\u{2009}",
    "½",
    "two",
    "twenty",
    "hundred",
    "million",
    "crore",
    "lakh",
    "and",
    "a",
    "half",
    "third",
    "thirds",
    "second",
    "dozen",
    "point",
    "minus",
    "of",
    "to",
    "between",
    "about",
    "more than",
    "years",
    "decade",
    "feet",
    "in",
    "°C",
    "per cent",
    "percentage points",
    "dollars",
    "cents",
    "July",
    "(",
    ")",
    "é",
    "₹",
    "²",
    "th",
    "st",
    "p",
    "or more",
    "99999999999999999999999999",
    "e",
    "'",
    "\n",
];

fn check(text: &str) {
    let mut last = 0;
    for reading in read(text) {
        assert!(
            text.get(reading.span.range()).is_some_and(|written| !written.is_empty()),
            "{text}"
        );
        assert!(last <= reading.span.start, "{text}");
        last = reading.span.start;
        if let Value::Number(number) = &reading.value {
            assert!(reading.span.contains(number.number_span), "{text}");
            assert!(number.noun.as_ref().is_none_or(|noun| text.get(noun.span.range()).is_some()));
        }
    }
}

#[test]
fn long_nonsense_is_read_in_linear_time() {
    let pieces = [
        "1 lakh ",
        "one hundred and ",
        "1,",
        "1,234,",
        "1-",
        "1.",
        "a",
        "a1",
        "$",
        "half of a ",
        "5 km to ",
        "1 ",
        "two ",
        "a half ",
        "and a half ",
        "1/2 ",
        "million ",
        "twenty-",
        "in 5 ",
        "5% ",
        "$5m-",
        "decade ",
        "5 a1-",
        "\u{a0}1",
    ];
    for piece in pieces {
        check(&piece.repeat(2_000));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_pieces_are_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..14)) {
        check(&pieces.concat());
        check(&pieces.join(" "));
    }

    #[test]
    fn any_scalar_of_a_rule_is_parsed(
        text in any::<String>(),
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..5),
    ) {
        for scalar in [text, pieces.concat(), format!("P{}", pieces.concat())] {
            let _ = crate::value::number::Expected::parse(&scalar, Some(&scalar), Some(&scalar));
            let _ = crate::value::money::Expected::parse(&scalar, Some(&scalar));
            let _ = crate::value::percent::Expected::parse(&scalar, Some(&scalar));
            let _ = crate::value::ordinal::parse(&scalar);
            let duration = crate::value::duration::Expected::parse(&scalar);
            let _ = duration.and_then(|duration| duration.with_tolerance(&scalar));
        }
    }
}
