//! Lists of words that tell a count, a label or a measure from a year. Data only.

/// Words that name what a number labels: "Article 1968", "Room 2016".
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "article", "page", "pages", "p", "pp", "section", "sec", "room", "flight", "resolution",
    "no", "nos", "number", "chapter", "figure", "fig", "table", "rule", "clause", "paragraph",
    "para", "item", "lot", "platform", "highway", "route", "boeing", "airbus", "model",
    "version", "windows", "suite", "block", "gate", "case", "form", "iso", "rfc", "mig",
    "sukhoi", "extension", "ext", "pin", "code", "unit", "pay", "paid", "verse", "psalm",
    "column", "line", "docket", "serial", "bus", "train", "channel", "tel", "phone", "fax",
    "ref", "id", "v", "formula", "area", "asteroid", "gallery", "hall", "box",
];

/// Currencies before a number.
#[rustfmt::skip]
pub(super) const CURRENCIES: &[&str] = &[
    "rs", "inr", "usd", "eur", "gbp", "jpy", "cny", "aud", "cad", "chf", "us", "re", "sek",
    "nok", "pkr", "bdt",
];

/// What stands after a number that counts or measures.
#[rustfmt::skip]
pub(super) const UNITS: &[&str] = &[
    "km", "kilometres", "kilometers", "miles", "mile", "metres", "meters", "metre", "meter",
    "m", "kg", "g", "tonnes", "tonne", "tons", "ton", "feet", "foot", "ft", "mw", "gw", "kw",
    "hp", "litres", "liters", "hectares", "acres", "percent", "per", "pc", "dollars", "rupees",
    "euros", "pounds", "yen", "yuan", "cents", "million", "billion", "trillion", "crore",
    "lakh", "crores", "lakhs", "hours", "hrs", "minutes", "seconds", "am", "pm", "gmt", "utc",
    "ist", "est", "edt", "bst", "cet", "points", "degrees", "people", "men", "women",
    "children", "soldiers", "troops", "personnel", "police", "mah", "kcal", "calories",
    "square", "cubic", "sq", "barrels", "rpm", "mph", "kmph", "knots", "dpi", "mhz", "ghz",
    "mb", "gb", "times", "odd", "pieces", "shares", "votes", "words", "copies", "nm", "cm",
    "mm", "ml", "inches", "yards",
];

/// Plural nouns that name what happens in a year, not what is counted.
#[rustfmt::skip]
pub(super) const EVENTS: &[&str] = &[
    "elections", "polls", "olympics", "paralympics", "games", "protests", "riots", "floods",
    "attacks", "talks", "sanctions", "reforms", "results", "figures", "sales", "rules",
    "guidelines", "championships", "awards", "hostilities", "primaries", "midterms", "accords",
    "amendments", "clashes", "bombings", "negotiations", "blasts", "exports", "imports",
    "levels", "prices", "earnings", "revenues", "profits", "regulations", "standards",
    "findings", "hearings", "celebrations", "wildfires", "estimates", "commonwealth", "terms",
    "borders", "lines", "pogroms", "demonstrations", "tests",
];

/// Verbs in -s that follow a year as their subject or fronted phrase.
#[rustfmt::skip]
pub(super) const VERBS: &[&str] = &[
    "was", "is", "has", "sees", "marks", "brings", "comes", "looks", "remains", "begins",
    "ends", "starts", "this", "its", "his", "as", "us", "does", "plus", "vs", "versus", "thus",
    "perhaps", "includes", "unless", "across", "towards", "sometimes", "always", "besides",
    "afterwards", "onwards", "gives", "shows",
];

/// Words before a number that counts.
#[rustfmt::skip]
pub(super) const COUNTERS: &[&str] = &[
    "than", "over", "nearly", "almost", "least", "most", "has", "have", "had", "employs",
    "employed", "hired", "killed", "with", "another", "further", "only", "just", "some",
    "injured", "including", "building", "built", "created", "added", "cut", "all", "these",
    "those",
];

/// What is counted even after "in".
#[rustfmt::skip]
pub(super) const PLACES: &[&str] = &[
    "homes", "villages", "schools", "households", "towns", "districts", "places", "locations",
    "shops",
];

/// Whether the word is in the list, in any case.
pub(super) fn is_any(written: &str, list: &[&str]) -> bool {
    let Some(first) = written.bytes().next() else { return false };
    let first = first.to_ascii_lowercase();
    // The lists are long and nearly no word is in one: length and first letter settle most.
    let may_be = |word: &str| word.len() == written.len() && word.as_bytes()[0] == first;
    list.iter().any(|word| may_be(word) && word.eq_ignore_ascii_case(written))
}

/// What is done to a thing once, with the year right behind it: "founded 1347".
pub(super) const ORIGINS: &[&str] = &[
    "begun",
    "built",
    "chartered",
    "completed",
    "consecrated",
    "crowned",
    "dated",
    "dedicated",
    "endowed",
    "erected",
    "established",
    "founded",
    "granted",
    "incorporated",
    "laid",
    "opened",
    "rebuilt",
    "refounded",
    "restored",
    "signed",
    "started",
    "written",
];
