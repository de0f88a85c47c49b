//! The lexicon against phrasings that must be found and words that must not.

use super::*;

fn cut(phrase: &str) -> Vec<String> {
    crate::text::words(phrase).into_iter().map(|word| word.lower.into()).collect()
}

/// Families of the cues at the start of a phrase, with the longest cue's length.
fn found(phrase: &str) -> Vec<(&'static str, Form, usize)> {
    let words = cut(phrase);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    cues_at(&words).iter().map(|cue| (families()[cue.family].name, cue.form, cue.words)).collect()
}

fn forms(cue: &str) -> Vec<String> {
    let mut words: Vec<String> = inflect(cue).into_iter().map(|(word, _)| word).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn marker(phrase: &str) -> Option<(Marker, usize)> {
    let words = cut(phrase);
    markers_at(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

/// `key: phrase | phrase` rows of a section of `cases.txt`.
fn cases(section: &str) -> Vec<(&'static str, Vec<&'static str>)> {
    let file = include_str!("cases.txt");
    let start = format!("== {section}\n");
    let rows = file.split(&start).nth(1).unwrap().split("\n== ").next().unwrap();
    let rows = rows.lines().filter(|row| !row.trim().is_empty() && !row.starts_with('#'));
    let parts = |row: &'static str| {
        let (key, phrases) = row.split_once(": ").unwrap();
        (key, phrases.split('|').map(str::trim).collect())
    };
    rows.map(parts).collect()
}

#[test]
fn cues_are_found_and_others_are_not() {
    let mut wrong = Vec::new();
    for (family, phrases) in cases("cues") {
        let (name, wanted) = match family.strip_prefix('!') {
            Some(name) => (name, false),
            None => (family, true),
        };
        assert!(super::family(name).is_some(), "no family {name}");
        for phrase in phrases {
            let whole = cut(phrase).len();
            let hit =
                found(phrase).iter().any(|(family, _, words)| *family == name && *words == whole);
            if hit != wanted {
                wrong.push(format!("{family}: {phrase}: {:?}", found(phrase)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn cues_inflect() {
    let mut wrong = Vec::new();
    for (cue, wanted) in cases("inflect") {
        let mut wanted = wanted;
        wanted.sort_unstable();
        if forms(cue) != wanted {
            wrong.push(format!("{cue}: {}", forms(cue).join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn verbs_are_told_by_form() {
    let mut wrong = Vec::new();
    for (word, wanted) in cases("verbs") {
        let stated: Vec<String> =
            verb_forms(word).iter().map(|form| format!("{form:?}").to_lowercase()).collect();
        let wanted: Vec<&str> = wanted.into_iter().filter(|form| *form != "-").collect();
        if stated != wanted {
            wrong.push(format!("{word}: {}", stated.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn markers_are_told_by_kind() {
    let mut wrong = Vec::new();
    for (kind, phrases) in cases("markers") {
        for phrase in phrases {
            let stated = marker(phrase).map_or("-".to_owned(), |(kind, _)| format!("{kind:?}"));
            if stated != kind {
                wrong.push(format!("{kind}: {phrase}: {stated}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn countries_are_known_by_name_and_people() {
    for (key, names) in cases("countries") {
        for name in names {
            let words = cut(name);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            assert_eq!(country_of(&words).unwrap_or("-"), key, "{name}");
        }
    }
}

#[test]
fn closed_classes() {
    assert!(is_auxiliary("they'll") && is_be_form("'s") && !is_auxiliary("o'brien"));
    assert!(is_auxiliary("wasn't") && is_auxiliary("will") && !is_auxiliary("signed"));
    assert!(is_preposition("of") && is_pronoun("it") && is_determiner("the"));
    assert!(is_subordinator("since") && is_relative("which") && is_conjunction("and"));
    assert!(is_function_word("his") && is_function_word("was") && !is_function_word("away"));
    assert!(is_particle("away") && !is_particle("of") && !is_preposition("signed"));
    assert!(is_title("gen.") && is_title("shri") && !is_title("modi"));
    assert!(is_transparent_noun("cities") && is_transparent_noun("texts"));
    assert!(!is_transparent_noun("negotiations"));
    assert!(reporting_verb("announced") && reporting_verb("claims") && reporting_verb("according"));
    assert!(!reporting_verb("signed") && !reporting_verb("addition"));
    assert!(is_noun_first("visits") && is_noun_first("talks") && !is_noun_first("signs off"));
}

/// Every section of the data has what its reader needs, and no phrase is written twice over.
#[test]
fn data_is_well_formed() {
    assert_eq!(families().len(), 50);
    let mut repeated = Vec::new();
    for family in families() {
        let words = &family.words;
        assert!(words.len() > 5, "{}", family.name);
        assert!(family.role != Role::Measure || family.dimension.is_some(), "{}", family.name);
        assert!(words.iter().all(|(word, _)| *word == word.to_lowercase()));
        let spaced = |word: &str| word.split_whitespace().collect::<Vec<_>>().join(" ") == word;
        assert!(words.iter().all(|(word, _)| spaced(word)), "{}", family.name);
        let mut seen = words.to_vec();
        seen.sort_unstable();
        let twice: Vec<_> = seen.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        repeated.extend(twice.iter().map(|pair| format!("{}: {:?}", family.name, pair[0])));
    }
    assert!(repeated.is_empty(), "{}", repeated.join("\n"));
}

/// What is built and what is recognised must be the same forms, for every listed verb.
#[test]
fn every_form_of_every_verb_is_recognised() {
    let mut wrong = Vec::new();
    for row in verbs::rows(include_str!("verbs.txt")) {
        let lemma = row.split(' ').next().unwrap();
        for (word, form) in verbs::conjugate(lemma) {
            if !verb_forms(&word).contains(form) || !verbs::lemmas(&word).contains(&lemma) {
                wrong.push(format!("{lemma}: {word} {form:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest::proptest! {
    #[test]
    fn no_input_panics(text in "\\PC{0,24}", english in "[a-z' .-]{0,20}(ed|ing|ies|s)?") {
        for input in [text.as_str(), english.as_str()] {
            let words: Vec<&str> = input.split(' ').collect();
            let _ = (cues_at(&words).len(), markers_at(&words), country_of(&words));
            let inflected = inflect(input);
            let folded = input.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            assert!(folded.is_empty() || inflected.iter().any(|(form, _)| *form == folded));
            let _ = (verb_forms(input), is_title(input), reporting_verb(input));
            let _ = (is_function_word(input), is_transparent_noun(input), is_noun_first(input));
        }
    }
}
