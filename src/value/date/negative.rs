//! What looks like a date and is none: counts, prices, model names, versions, phone numbers, and the words
//! may, march, sat, sun, second, fall.

use super::calendar::Unit;
use super::scan::{Kind, Prose, is_apostrophe, is_dash};
use super::words::Word;

/// Words that name what a number labels: "Article 1968", "Room 2016".
const LABELS: &[&str] = &[
    "article",
    "page",
    "pages",
    "p",
    "pp",
    "section",
    "sec",
    "room",
    "flight",
    "resolution",
    "no",
    "nos",
    "number",
    "chapter",
    "figure",
    "fig",
    "table",
    "rule",
    "clause",
    "paragraph",
    "para",
    "item",
    "lot",
    "platform",
    "highway",
    "route",
    "boeing",
    "airbus",
    "model",
    "version",
    "windows",
    "suite",
    "block",
    "gate",
    "case",
    "form",
    "iso",
    "rfc",
    "mig",
    "sukhoi",
    "extension",
    "ext",
    "pin",
    "code",
    "unit",
    "pay",
    "paid",
    "verse",
    "psalm",
    "column",
    "line",
    "docket",
    "serial",
    "bus",
    "train",
    "channel",
    "tel",
    "phone",
    "fax",
    "ref",
    "id",
    "v",
    "formula",
    "area",
    "asteroid",
    "gallery",
    "hall",
    "box",
];

const CURRENCIES: &[&str] = &[
    "rs", "inr", "usd", "eur", "gbp", "jpy", "cny", "aud", "cad", "chf", "us", "re", "sek", "nok",
    "pkr", "bdt",
];

/// What stands after a number that counts or measures.
const UNITS: &[&str] = &[
    "km",
    "kilometres",
    "kilometers",
    "miles",
    "mile",
    "metres",
    "meters",
    "metre",
    "meter",
    "m",
    "kg",
    "g",
    "tonnes",
    "tonne",
    "tons",
    "ton",
    "feet",
    "foot",
    "ft",
    "mw",
    "gw",
    "kw",
    "hp",
    "litres",
    "liters",
    "hectares",
    "acres",
    "percent",
    "per",
    "pc",
    "dollars",
    "rupees",
    "euros",
    "pounds",
    "yen",
    "yuan",
    "cents",
    "million",
    "billion",
    "trillion",
    "crore",
    "lakh",
    "crores",
    "lakhs",
    "hours",
    "hrs",
    "minutes",
    "seconds",
    "am",
    "pm",
    "gmt",
    "utc",
    "ist",
    "est",
    "edt",
    "bst",
    "cet",
    "points",
    "degrees",
    "people",
    "men",
    "women",
    "children",
    "soldiers",
    "troops",
    "personnel",
    "police",
    "mah",
    "kcal",
    "calories",
    "square",
    "cubic",
    "sq",
    "barrels",
    "rpm",
    "mph",
    "kmph",
    "knots",
    "dpi",
    "mhz",
    "ghz",
    "mb",
    "gb",
    "times",
    "odd",
    "pieces",
    "shares",
    "votes",
    "words",
    "copies",
    "nm",
    "cm",
    "mm",
    "ml",
    "inches",
    "yards",
];

/// Plural nouns that name what happens in a year, not what is counted.
const EVENTS: &[&str] = &[
    "elections",
    "polls",
    "olympics",
    "paralympics",
    "games",
    "protests",
    "riots",
    "floods",
    "attacks",
    "talks",
    "sanctions",
    "reforms",
    "results",
    "figures",
    "sales",
    "rules",
    "guidelines",
    "championships",
    "awards",
    "hostilities",
    "primaries",
    "midterms",
    "accords",
    "amendments",
    "clashes",
    "bombings",
    "negotiations",
    "blasts",
    "exports",
    "imports",
    "levels",
    "prices",
    "earnings",
    "revenues",
    "profits",
    "regulations",
    "standards",
    "findings",
    "hearings",
    "celebrations",
    "wildfires",
    "estimates",
    "commonwealth",
    "estimates",
    "terms",
    "borders",
    "lines",
    "pogroms",
    "demonstrations",
    "tests",
];

/// Verbs in -s that follow a year as their subject or fronted phrase.
const VERBS: &[&str] = &[
    "was",
    "is",
    "has",
    "sees",
    "marks",
    "brings",
    "comes",
    "looks",
    "remains",
    "begins",
    "ends",
    "starts",
    "this",
    "its",
    "his",
    "as",
    "us",
    "does",
    "plus",
    "vs",
    "versus",
    "thus",
    "perhaps",
    "includes",
    "unless",
    "across",
    "towards",
    "sometimes",
    "always",
    "besides",
    "afterwards",
    "onwards",
    "gives",
    "shows",
];

fn is_any(written: &str, list: &[&str]) -> bool {
    written.len() <= 14 && list.iter().any(|word| word.eq_ignore_ascii_case(written))
}

/// Words a year may be glued to by mistake: "in2016".
fn is_connector(word: Word) -> bool {
    matches!(
        word,
        Word::In
            | Word::Of
            | Word::By
            | Word::On
            | Word::Since
            | Word::From
            | Word::Until
            | Word::And
            | Word::The
            | Word::Before
            | Word::After
            | Word::To
            | Word::Between
            | Word::During
            | Word::Month(_)
            | Word::Early
            | Word::Mid
            | Word::Late
    )
}

/// Whether the token at `at` is the inside of something longer to its left: "F-16", "v2.0.16", "#2016".
pub(super) fn is_joined_before(prose: &Prose<'_>, at: usize) -> bool {
    if at == 0 || !prose.glued(at) {
        return false;
    }
    match prose.kind(at - 1) {
        Kind::Word(word) => !is_connector(word),
        Kind::Digits { .. } | Kind::Nth(_) => true,
        Kind::Mark(mark) if is_dash(mark) => {
            // A dash with nothing, or a plain small word, before it: "-2020", "post-2016".
            let before = at.checked_sub(2);
            match before.map(|before| prose.kind(before)) {
                Some(Kind::Digits { .. } | Kind::Nth(_)) => prose.glued(at - 1),
                Some(Kind::Word(Word::Plain)) if prose.glued(at - 1) => {
                    at.checked_sub(2).is_some_and(|before| !is_prefix(prose.written(before)))
                }
                _ => false,
            }
        }
        Kind::Mark(mark) => match mark {
            '$' | '€' | '£' | '¥' | '₹' | '#' | '@' | '&' | '+' | '_' | '%' | '*' | '\\' => {
                true
            }
            '.' | '/' | ':' | ',' => {
                at >= 2
                    && prose.glued(at - 1)
                    && match prose.kind(at - 2) {
                        Kind::Digits { .. } => {
                            mark != ',' || prose.digits(at).is_some_and(|(_, n)| n == 3)
                        }
                        Kind::Word(Word::Plain) => mark == '.' || mark == '/',
                        _ => false,
                    }
            }
            _ => false,
        },
    }
}

fn is_prefix(written: &str) -> bool {
    is_any(written, &["post", "pre", "the", "since", "until", "by", "in"])
}

/// Whether the token before `end` goes on to its right: "2016.1", "2016-based", "2016%".
pub(super) fn is_joined_after(prose: &Prose<'_>, end: usize) -> bool {
    if !prose.glued(end) {
        return false;
    }
    let goes_on = prose.glued(end + 1);
    match prose.kind(end) {
        Kind::Word(word) => !is_connector(word),
        Kind::Digits { .. } | Kind::Nth(_) => true,
        Kind::Mark('%' | '°' | '+' | '_' | '@' | '$' | '€' | '£') => true,
        Kind::Mark('.' | ':' | '/') => goes_on && prose.digits(end + 1).is_some(),
        Kind::Mark(',') => goes_on && prose.digits(end + 1).is_some_and(|(_, n)| n >= 3),
        Kind::Mark(mark) if is_dash(mark) && goes_on => match prose.kind(end + 1) {
            Kind::Word(_) => !is_any(
                prose.written(end + 1),
                &[
                    "era", "model", "style", "season", "edition", "vintage", "born", "present",
                    "today", "and",
                ],
            ),
            Kind::Digits { .. } | Kind::Nth(_) => true,
            Kind::Mark(_) => false,
        },
        Kind::Mark(_) => false,
    }
}

/// Whether the four digits at `at` are a year on their own.
pub(super) fn is_year(prose: &Prose<'_>, at: usize) -> bool {
    let Some((value, 4)) = prose.digits(at) else { return false };
    if !(1000..=2099).contains(&value)
        || is_joined_before(prose, at)
        || is_joined_after(prose, at + 1)
    {
        return false;
    }
    if is_labelled(prose, at) || is_measured(prose, at + 1) {
        return false;
    }
    let before = prose.word_before(at);
    let is_placed = is_year_place(prose, at);
    if value < 1600 && !is_placed {
        return false;
    }
    // "at 1930", "at 2016 prices"
    if before == Word::At {
        return false;
    }
    !is_count(prose, at, is_placed)
}

/// Whether the words before ask for a year.
fn is_year_place(prose: &Prose<'_>, at: usize) -> bool {
    let before = prose.word_before(at);
    let is_word = matches!(
        before,
        Word::In
            | Word::Since
            | Word::During
            | Word::Until
            | Word::From
            | Word::Between
            | Word::By
            | Word::Early
            | Word::Mid
            | Word::Late
            | Word::Season(_)
            | Word::Unit(Unit::Year)
            | Word::The
            | Word::Before
            | Word::After
            | Word::Of
            | Word::About
    );
    let is_circa = matches!(prose.written_before(at), "c" | "ca" | "born" | "died" | "b" | "d")
        || (prose.mark_before(at) == '.' && at >= 2 && matches!(prose.written(at - 2), "c" | "ca"));
    let is_bracket = matches!(prose.mark_before(at), '(' | '[') || is_dash(prose.mark_before(at));
    // "in 2007 and 2012"
    let is_listed =
        matches!(before, Word::And | Word::Or | Word::To) || prose.mark_before(at) == ',';
    let follows_year = is_listed && at >= 2 && prose.digits(at - 2).is_some_and(|(_, n)| n == 4);
    is_word || is_circa || is_bracket || follows_year
}

fn is_labelled(prose: &Prose<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    // "No. 2016", "Rs. 2016"
    let label = if prose.mark(before) == '.' && prose.glued(before) {
        before.checked_sub(1)
    } else {
        Some(before)
    };
    let Some(label) = label else { return false };
    if matches!(prose.mark(before), '$' | '€' | '£' | '¥' | '₹' | '#') {
        return true;
    }
    let written = prose.written(label);
    is_any(written, LABELS)
        || is_any(written, CURRENCIES)
        // "Pay ABC 2000"
        || (written.bytes().all(|byte| byte.is_ascii_uppercase())
            && label >= 1
            && is_any(prose.written(label - 1), &["pay", "paid", "send"]))
}

fn is_measured(prose: &Prose<'_>, next: usize) -> bool {
    if matches!(prose.word(next), Word::Units(_) | Word::Hundred | Word::Thousand) {
        return true;
    }
    if prose.mark(next) == '%' || prose.mark(next) == '°' {
        return true;
    }
    // "2016 per cent", but "the 2016 people's congress".
    let is_owner = is_apostrophe(prose.mark(next + 1)) && prose.glued(next + 1);
    is_any(prose.written(next), UNITS) && !is_owner
}

/// "employs 2016 staff", "2016 homes": a number of things.
fn is_count(prose: &Prose<'_>, at: usize, is_placed: bool) -> bool {
    let next = at + 1;
    let is_small =
        |at: usize| matches!(prose.kind(at), Kind::Word(Word::Plain)) && !prose.capital(at);
    if !is_small(next) {
        return false;
    }
    let before = prose.word_before(at);
    let written_before = prose.written_before(at);
    let counts = matches!(before, Word::Few | Word::About)
        || is_any(
            written_before,
            &[
                "than",
                "over",
                "nearly",
                "almost",
                "least",
                "most",
                "has",
                "have",
                "had",
                "employs",
                "employed",
                "hired",
                "killed",
                "with",
                "another",
                "further",
                "only",
                "just",
                "some",
                "injured",
                "including",
                "building",
                "built",
                "created",
                "added",
                "cut",
                "all",
                "these",
                "those",
            ],
        );
    if counts {
        return !is_any(prose.written(next), VERBS);
    }
    if matches!(
        before,
        Word::The | Word::In | Word::Since | Word::During | Word::Early | Word::Late
    ) || is_any(written_before, &["its", "their", "his", "her", "this"])
        || is_apostrophe(prose.mark_before(at))
        || is_possessive(prose, at)
    {
        // "in 2016 homes" is a number; "in 2016 voters" is not.
        let places = [
            "homes",
            "villages",
            "schools",
            "households",
            "towns",
            "districts",
            "places",
            "locations",
            "shops",
        ];
        return before == Word::In && is_any(prose.written(next), &places);
    }
    let _ = is_placed;
    is_plural(prose.written(next))
}

/// "India's 2016 rules".
fn is_possessive(prose: &Prose<'_>, at: usize) -> bool {
    at >= 2 && prose.written(at - 1) == "s" && is_apostrophe(prose.mark(at - 2))
}

fn is_plural(written: &str) -> bool {
    written.len() > 3
        && written.ends_with('s')
        && !written.ends_with("ss")
        && !written.ends_with("us")
        && !written.ends_with("is")
        && !is_any(written, VERBS)
        && !is_any(written, EVENTS)
}

/// "in May 20 people died": the number after the month counts.
pub(super) fn is_counted_after_month(prose: &Prose<'_>, month_at: usize, day_at: usize) -> bool {
    let before = prose.word_before(month_at);
    let is_in = matches!(before, Word::In | Word::Last | Word::This | Word::Since);
    let next = day_at + 1;
    let counts = matches!(prose.kind(next), Kind::Word(Word::Plain | Word::Units(_)))
        && !prose.capital(next)
        && !prose.glued(day_at);
    let is_people = is_any(prose.written(next), UNITS);
    is_people || (is_in && counts && !is_any(prose.written(next), VERBS))
}

/// Whether an abbreviated weekday or month.
pub(super) fn is_short(prose: &Prose<'_>, at: usize) -> bool {
    prose.written(at).len() <= 5
        && !matches!(prose.written(at).len(), 5 if prose.says(at, "march") || prose.says(at, "april"))
}

/// Whether a weekday's name stands for the day: "Sat" and "Sun" are other words too.
pub(super) fn is_weekday(prose: &Prose<'_>, at: usize) -> bool {
    if prose.glued(at)
        && at > 0
        && matches!(prose.kind(at - 1), Kind::Word(_) | Kind::Digits { .. })
    {
        return false;
    }
    if !is_short(prose, at) {
        // "Black Friday", "Ash Wednesday", "Man Friday", "Sheffield Wednesday" are names.
        return !is_any(
            prose.written_before(at),
            &[
                "black",
                "ash",
                "good",
                "cyber",
                "easter",
                "palm",
                "sheffield",
                "bloody",
                "super",
                "maundy",
                "shrove",
            ],
        );
    }
    let asks = matches!(
        prose.word_before(at),
        Word::On | Word::Next | Word::Last | Word::This | Word::By | Word::Until
    );
    let is_closed =
        !matches!(prose.kind(at + 1), Kind::Word(Word::Plain)) || !prose.capital(at + 1);
    prose.capital(at) && asks && is_closed
}

/// Whether a month's name without day or year stands for the month.
pub(super) fn is_month(prose: &Prose<'_>, at: usize) -> bool {
    let is_glued_word = prose.glued(at) && at > 0 && matches!(prose.kind(at - 1), Kind::Word(_));
    if is_glued_word
        || !prose.capital(at) && is_common_word(prose, at) && !is_placed_small(prose, at)
    {
        return false;
    }
    // "Mar-a-Lago", "April-like"
    let is_hyphenated = is_dash(prose.mark(at + 1))
        && prose.glued(at + 1)
        && prose.glued(at + 2)
        && matches!(prose.kind(at + 2), Kind::Word(Word::Plain | Word::A));
    if is_hyphenated {
        return false;
    }
    if asks_for_month(prose, at) {
        return !is_person(prose, at);
    }
    if prose.says(at, "may") || prose.says(at, "march") {
        return is_attributive(prose, at);
    }
    if prose.written(at).len() <= 4 && !prose.says(at, "june") && !prose.says(at, "july") {
        // "Jan Kowalski", "Dec" alone: a name or a label, unless a full stop shows the abbreviation.
        return prose.mark(at + 1) == '.' && !next_is_name(prose, at + 2);
    }
    prose.capital(at) && !next_is_name(prose, at + 1) && !is_person(prose, at)
}

fn is_common_word(prose: &Prose<'_>, at: usize) -> bool {
    prose.says(at, "may")
        || prose.says(at, "march")
        || prose.says(at, "mar")
        || prose.says(at, "dec")
        || prose.says(at, "jan")
        || prose.says(at, "sep")
        || prose.says(at, "august")
}

/// "in may", "last march" in careless text.
fn is_placed_small(prose: &Prose<'_>, at: usize) -> bool {
    matches!(prose.word_before(at), Word::In | Word::Last | Word::Early | Word::Late | Word::Mid)
}

fn asks_for_month(prose: &Prose<'_>, at: usize) -> bool {
    let before = prose.word_before(at);
    let is_word = matches!(
        before,
        Word::In
            | Word::Of
            | Word::Last
            | Word::Next
            | Word::This
            | Word::Early
            | Word::Mid
            | Word::Late
            | Word::Since
            | Word::Until
            | Word::During
            | Word::Between
            | Word::Previous
            | Word::Following
    );
    let is_by = matches!(before, Word::By | Word::From | Word::To | Word::Before | Word::After)
        && !next_is_name(prose, at + 1);
    let is_mid = at >= 2
        && is_dash(prose.mark(at - 1))
        && matches!(prose.word(at - 2), Word::Mid | Word::Month(_));
    let is_listed = at >= 2
        && (matches!(before, Word::And | Word::Or | Word::To) || prose.mark_before(at) == ',')
        && matches!(prose.word(at - 2), Word::Month(_));
    is_word || is_by || is_mid || is_listed
}

/// "the May election": a month before a noun, after an article.
fn is_attributive(prose: &Prose<'_>, at: usize) -> bool {
    let before = prose.word_before(at);
    let is_verb = matches!(
        prose.kind(at + 1),
        Kind::Word(Word::On | Word::Of | Word::To | Word::For | Word::In | Word::From)
    );
    let is_noun = matches!(prose.kind(at + 1), Kind::Word(Word::Plain)) && !prose.capital(at + 1);
    prose.capital(at) && matches!(before, Word::The) && is_noun && !is_verb
}

fn next_is_name(prose: &Prose<'_>, at: usize) -> bool {
    matches!(prose.kind(at), Kind::Word(Word::Plain)) && prose.capital(at)
}

/// "Theresa May", "Mrs May", "June Carter".
fn is_person(prose: &Prose<'_>, at: usize) -> bool {
    let before = prose.written_before(at);
    let is_titled = is_any(
        before,
        &["mr", "mrs", "ms", "dr", "theresa", "minister", "brian", "lady", "lord", "sir"],
    );
    let is_stopped = prose.mark_before(at) == '.'
        && at >= 2
        && is_any(prose.written(at - 2), &["mr", "mrs", "ms", "dr"]);
    let is_owner =
        prose.says(at, "may") && is_apostrophe(prose.mark(at + 1)) && prose.glued(at + 1);
    is_titled || is_stopped || is_owner
}
