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

/// Whether a word is glued to names by a hyphen without being a part of them: "Brook-era", "Brook-led".
pub fn is_hyphenated_end(lower: &str) -> bool {
    const ENDS: &str = "aged based born brand bound class clan cult done drawn due elect era esque family fan fold \
         free front funded held holder hosted ism ist ite ized kind led less lead like made man member met mini \
         model named only owned paid penned plan plus powers pro ready ridden rival run side sized style team \
         themed time type wide wise woman won worn year";
    lower.len() < 2 || lower.ends_with("ed") || ENDS.split(' ').any(|end| end == lower)
}

/// Whether a word is an adverb that headlines put before their verb and no name ends in: "Publicly", "Quietly".
pub fn is_manner_adverb(lower: &str) -> bool {
    const ENDS: [&str; 18] = [
        "icly", "ially", "ically", "tally", "rally", "ionally", "ously", "ively", "edly", "ently",
        "antly", "fully", "ately", "arily", "ingly", "ably", "ietly", "denly",
    ];
    const WORDS: [&str; 14] = [
        "again", "also", "briefly", "firmly", "finally", "formally", "never", "not", "now",
        "openly", "still", "strongly", "soon", "swiftly",
    ];
    let ends = || lower.len() > 6 && ENDS.iter().any(|end| lower.ends_with(end));
    WORDS.contains(&lower) || ends()
}

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
