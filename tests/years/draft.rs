//! `factlint draft`: what it proposes loads, passes, and conflicts with nothing it was drafted from.

use crate::scratch::Scratch;

#[test]
fn sentences_become_a_rule_file_that_passes() {
    let scratch = Scratch::empty();
    let line = "factlint draft 'The Orrin Dam was opened on 14 May 1962 and is 828 m high.' \
                'The Alder Stadium cost $240 million.' > rules.yaml";
    let outcome = scratch.shell(line);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (Some(0), ""), "{outcome:#?}");
    let rules = scratch.read("rules.yaml");
    for id in ["orrin-dam-opened", "orrin-dam-height", "alder-stadium-cost"] {
        assert!(rules.contains(&format!("- id: {id}\n")), "{id}\n{rules}");
    }
    let tested = scratch.expect("test rules.yaml", 0);
    assert!(tested.stdout.contains("6 examples: 6 validated"), "{tested:#?}\n{rules}");
}

#[test]
fn an_article_agrees_with_what_is_drafted_from_it() {
    let scratch = Scratch::empty();
    let article = "---\ndate: 2021-03-04\n---\n# Round the valley\n\n\
        They praised the Harrier Exchange Pact (HEP). HEP was signed in 2016.\n\n\
        The Orrin Dam “was opened” in May last year: \\\"new\\\".\n\nIt rained in 1962.\n";
    scratch.write("a.md", article);
    let outcome = scratch.shell("factlint draft a.md > rules.yaml");
    assert_eq!(outcome.status, Some(0), "{outcome:#?}");
    assert_eq!(outcome.stderr, "no fact: a.md:10: nothing named is linked to “1962”\n");
    let rules = scratch.read("rules.yaml");
    assert!(rules.contains("  # a.md:6\n  - id: hep-expansion\n"), "{rules}");
    assert!(rules.contains("subject: [HEP, \"Harrier Exchange Pact\"]"), "{rules}");
    assert!(rules.contains("date: \"2020-05\""), "{rules}");
    scratch.expect("test rules.yaml", 0);
    let checked = scratch.expect("check a.md --rules rules.yaml", 0);
    assert!(checked.stdout.contains("3 agree, 0 conflict, 0 unjudged"), "{checked:#?}\n{rules}");
}

#[test]
fn that_there_is_nothing_to_state_is_said() {
    let scratch = Scratch::empty();
    let outcome = scratch.shell("factlint draft 'All is quiet.'");
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Some(2), ""), "{outcome:#?}");
    assert!(outcome.stderr.contains("there is nothing to state"), "{outcome:#?}");
    let outcome = scratch.expect("draft no/such.md", 2);
    assert!(outcome.stderr.contains("no/such.md: there is no such file"), "{outcome:#?}");
    assert!(!outcome.stderr.contains("nothing to state"), "{outcome:#?}");
    let outcome = scratch.shell("echo 'LEMOA (2016) lasts.' | factlint draft -");
    assert_eq!(outcome.status, Some(0), "{outcome:#?}");
    assert!(outcome.stdout.contains("id: lemoa-date"), "{outcome:#?}");
}
