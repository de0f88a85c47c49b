//! Words beside an office: who acts in it, held it, will hold it, and what makes another office of it.
//!
//! It must not know sentences.

pub(super) const ACTING: &[&str] = &["acting", "interim", "caretaker"];
pub(super) const FORMER: &[&str] = &[
    "former",
    "ex",
    "erstwhile",
    "onetime",
    "previous",
    "last",
    "then",
    "past",
    "late",
    "ousted",
    "retired",
    "disgraced",
    "formerly",
    "once",
    "previously",
];
pub(super) const FUTURE: &[&str] =
    &["incoming", "designate", "elect", "nominee", "prospective", "future", "next", "candidate"];
pub(super) const PLAIN: &[&str] = &[
    "new",
    "newly",
    "appointed",
    "elected",
    "current",
    "incumbent",
    "longtime",
    "veteran",
    "outgoing",
    "sitting",
    "present",
    "the",
    "then",
    "-",
    "–",
    "serving",
    "popular",
    "embattled",
    "minted",
    "its",
    "today",
    "re",
    "long",
    "time",
    "standing",
];
/// Held before others, perhaps by who holds it still.
pub(super) const EARLY: &[&str] =
    &["first", "second", "third", "founding", "inaugural", "original"];
/// Modifiers that make another office of it.
pub(super) const OTHER: &[&str] = &[
    "deputy",
    "vice",
    "assistant",
    "under",
    "shadow",
    "junior",
    "associate",
    "additional",
    "joint",
    "sub",
    "co",
    "opposition",
    "parliamentary",
    "lieutenant",
    "permanent",
    "private",
    "press",
    "principal",
    "spokesman",
    "spokeswoman",
];

/// "acting", "former", "new": before an office or its body.
pub(super) fn is_modifier(word: &str) -> bool {
    [ACTING, FORMER, FUTURE, PLAIN, EARLY].iter().any(|words| words.contains(&word))
}
