//! Countries, common bodies and their people, each by one key.
//!
//! Rows stand in `countries.txt`. It must not know offices or persons.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cue::starts_with;
use super::verbs::rows;

/// First word to the rest of the name and the key, longest first.
static COUNTRIES: LazyLock<FxHashMap<&'static str, Vec<(&'static str, &'static str)>>> =
    LazyLock::new(|| {
        let mut starts: FxHashMap<_, Vec<_>> = FxHashMap::default();
        starts.reserve(600);
        for (key, names) in
            rows(include_str!("countries.txt")).filter_map(|row| row.split_once(':'))
        {
            for name in names.split(',').map(str::trim) {
                let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
                starts.entry(first).or_default().push((rest, key));
            }
        }
        starts.values_mut().for_each(|rests: &mut Vec<(&str, &str)>| {
            rests.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        });
        starts
    });

/// The country that the words begin with, by name or demonym, and the length in words.
///
/// "india's", "indian" and "u.s." count; "us" does too, so callers who have the article's letters
/// should ask for capitals. "the" is skipped: "the french" is two words long.
pub fn country_at(words: &[&str]) -> Option<(&'static str, usize)> {
    const LONGEST: usize = 6;
    let skipped = usize::from(words.first() == Some(&"the"));
    let first = bare(words.get(skipped)?);
    let rests = COUNTRIES.get(first.as_ref())?;
    let others: Vec<Cow<str>> =
        words.iter().skip(skipped + 1).take(LONGEST).map(|word| bare(word)).collect();
    let others: Vec<&str> = others.iter().map(Cow::as_ref).collect();
    let (rest, key) = rests.iter().find(|(rest, _)| starts_with(&others, rest))?;
    let length = 1 + rest.split(' ').filter(|word| !word.is_empty()).count();
    Some((key, skipped + length))
}

/// The country these words name as a whole: "united states", "american", "india's".
pub fn country_of(words: &[&str]) -> Option<&'static str> {
    let words = words.strip_suffix(&["'s"]).unwrap_or(words);
    country_at(words).filter(|&(_, length)| length == words.len()).map(|(key, _)| key)
}

/// Whether these words name a country or its people.
pub fn is_country_or_demonym(words: &[&str]) -> bool {
    country_of(words).is_some()
}

/// Without possessive and dots.
fn bare(word: &str) -> Cow<'_, str> {
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix('\''));
    let word = owner.filter(|owner| !owner.is_empty()).unwrap_or(word);
    if word.contains('.') { word.replace('.', "").into() } else { word.into() }
}
