//! What holds for any input.

use proptest::prelude::*;

use super::load_text;

/// Pieces of rule files in any order: likelier to get deep than any string is.
fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(vec![
        "facts:",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "id: a",
        "subject: ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "date: 2016",
        "date:",
        "&a ",
        "*a",
        "? ",
        ": ",
        "|",
        ">",
        "\"",
        "'",
        "\t",
        "#",
        "~",
        "é",
        "\u{a0}",
        "holders: ",
        "from: 2016",
        "to: 2015",
        "number: 8",
        "tolerance: 1 day",
        "pattern: (",
        "!x ",
        "---",
        "...",
        "%",
        "\u{feff}",
        "\r",
        "\r\n",
        "subjects:",
        "examples:",
        "agrees:",
        "\u{0}",
        "text: a",
        "<<: ",
        "members: ",
        "editions: ",
        "timeline: ",
        "predicate: []",
        "all: ",
    ]);
    prop::collection::vec(fragment, 0..60).prop_map(|fragments| fragments.concat())
}

fn check_total(text: &str) {
    let (book, problems) = load_text(text);
    for problem in problems {
        let _ = problem.file.slice(problem.span);
        if let Some((file, span, _)) = problem.related {
            let _ = file.slice(span);
        }
    }
    for fact in book.facts {
        let _ = book.files[0].slice(fact.value_place.span);
        assert_eq!(book.files[0].slice(fact.id_place.span).trim_matches(['\'', '"']), fact.id);
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        check_total(&text);
    }

    #[test]
    fn no_fragments_panic(text in fragments()) {
        check_total(&text);
    }
}

/// Rule files that once panicked.
#[test]
fn damage_around_characters_of_several_bytes() {
    for text in [
        "b:\n  d: [x, \u{a0} e: f\ng:\n  h: [M",
        "a:\n  b:\n    c: [x]\n    d: [x, \u{a0} e: f\ng:\n  h: [M",
        "facts:\n  - id: [x, \u{a0} e: f\nfacts:\n  h: [M",
        "subject: [\u{a0}x: \n- ",
    ] {
        check_total(text);
        check_total(&text.replace('\u{a0}', "橋"));
    }
}

#[test]
fn aliases_cannot_blow_up() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..20 {
        let alias = format!("*a{}", level - 1);
        let items = vec![alias; 10].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{items}]\n"));
    }
    let (_, problems) = load_text(&text);
    assert!(problems.iter().any(|problem| problem.code == "alias-growth"));
}

#[test]
fn deep_nesting_is_a_problem_not_an_overflow() {
    for text in ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000)] {
        let (_, problems) = load_text(&text);
        assert!(problems.iter().any(|problem| problem.code == "yaml-syntax"));
    }
}
