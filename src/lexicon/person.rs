//! Whether a name is a person's, by its words alone.
//!
//! It must not know facts or articles.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::country::is_country_or_demonym;
use super::open_class::is_transparent_noun;
use super::statement::is_person_noun;

/// Words of firms, bodies and works; no person's name holds one.
static OF_BODIES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "ag and architects architecture associates authority brewery brothers bros bureau co consortium \
     consulting corp court design designs engineering engineers enterprises force gallery gmbh groep \
     gruppe guild holding holdings house inc industries international journal laboratory labs limited llc \
     llp ltd media ministry mission motors navy news observatory of orchestra partner partners plc post press \
     radio railways records review services shipyard society sons squad studio studios systems team \
     technologies television the theatre times trust union works workshop yard"
        .split(' ')
        .collect()
});

/// Whether a text reads as a person's given and family name: two to four capitalised words, none of them a
/// body's or a country's.
pub fn is_full_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let given = |word: &str| {
        let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.');
        word.chars().all(letters)
            && (word.starts_with(char::is_uppercase)
                || matches!(word, "de" | "van" | "von" | "der"))
    };
    let of_thing = |word: &str| {
        let lower = word.trim_end_matches('.').to_lowercase();
        let one = lower.strip_suffix('s').unwrap_or(&lower);
        OF_BODIES.contains(lower.as_str()) || is_transparent_noun(&lower) || is_person_noun(one)
    };
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| given(word) && !of_thing(word))
        && !(0..words.len()).any(|at| is_country_or_demonym(&lower[at..]))
}
