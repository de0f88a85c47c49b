//! Regular English inflection by spelling alone: -s, -ed, -ing, plurals, and the way back.
//!
//! It must not know which words exist; irregular forms are for `verbs`.

/// How the last consonant behaves before -ed and -ing.
#[derive(PartialEq, Eq)]
enum Doubling {
    /// "signed".
    Never,
    /// "stopped".
    Always,
    /// "initialled" and "initialed".
    Either,
}

/// Verbs of several syllables stressed on the last, or that double all the same; in order.
const DOUBLED: [&str; 93] = [
    "abet",
    "abhor",
    "abut",
    "acquit",
    "admit",
    "allot",
    "annul",
    "appal",
    "aver",
    "babysit",
    "befit",
    "begin",
    "beset",
    "commit",
    "compel",
    "concur",
    "confer",
    "control",
    "corral",
    "debug",
    "defer",
    "demur",
    "deter",
    "disinter",
    "dispel",
    "distil",
    "eavesdrop",
    "embed",
    "emit",
    "enrol",
    "enthral",
    "equip",
    "excel",
    "expel",
    "extol",
    "forbid",
    "forget",
    "format",
    "fulfil",
    "geotag",
    "handicap",
    "impel",
    "incur",
    "infer",
    "input",
    "instal",
    "instil",
    "inter",
    "kidnap",
    "occur",
    "offset",
    "omit",
    "outbid",
    "outgun",
    "outrun",
    "outstrip",
    "outwit",
    "overlap",
    "overrun",
    "patrol",
    "permit",
    "prefer",
    "program",
    "propel",
    "readmit",
    "rebel",
    "rebut",
    "recap",
    "recur",
    "refer",
    "refit",
    "regret",
    "remit",
    "repel",
    "reprogram",
    "rerun",
    "reset",
    "retrofit",
    "sublet",
    "submit",
    "transfer",
    "transmit",
    "transship",
    "typeset",
    "unban",
    "underbid",
    "undercut",
    "underpin",
    "unplug",
    "unwrap",
    "upset",
    "worship",
    "zigzag",
];

/// Verbs written both ways, in order.
const EITHER: [&str; 48] = [
    "benefit", "bias", "cancel", "carol", "channel", "chisel", "combat", "counsel", "devil",
    "dial", "duel", "enamel", "equal", "focus", "fuel", "funnel", "gravel", "hostel", "initial",
    "jewel", "label", "level", "libel", "marshal", "marvel", "medal", "model", "panel", "parallel",
    "pedal", "pencil", "quarrel", "ravel", "remodel", "revel", "rival", "shovel", "signal",
    "snivel", "spiral", "stencil", "swivel", "total", "towel", "travel", "tunnel", "unravel",
    "yodel",
];

/// "signs", "carries", "launches".
pub(super) fn third(lemma: &str) -> String {
    if let Some(stem) = before_consonant_y(lemma) {
        return [stem, "ies"].concat();
    }
    [lemma, third_ending(lemma)].concat()
}

fn third_ending(lemma: &str) -> &'static str {
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end));
    if hisses && !lemma.ends_with("oo") { "es" } else { "s" }
}

/// "agree", "dye", "be": the -e stays before -ing.
fn keeps_e(lemma: &str) -> bool {
    ["ee", "oe", "ye"].iter().any(|end| lemma.ends_with(end)) || lemma == "be"
}

/// "agreements", "cities", "embassies", "men"; the regular ones end as the third person does.
pub(super) fn plural(noun: &str) -> String {
    const IRREGULAR: [(&str, &str); 14] = [
        ("man", "men"),
        ("person", "people"),
        ("child", "children"),
        ("foot", "feet"),
        ("half", "halves"),
        ("life", "lives"),
        ("wife", "wives"),
        ("leaf", "leaves"),
        ("memorandum", "memoranda"),
        ("headquarters", "headquarters"),
        ("series", "series"),
        ("talks", "talks"),
        ("basis", "bases"),
        ("crisis", "crises"),
    ];
    let last = noun.bytes().last();
    for (singular, plural) in IRREGULAR.into_iter().filter(|it| it.0.bytes().last() == last) {
        if let Some(stem) = noun.strip_suffix(singular)
            && (stem.is_empty() || stem.ends_with([' ', '-', 's', 'y', 'r', 'd']))
        {
            return format!("{stem}{plural}");
        }
    }
    if let Some((head, rest)) = noun.split_once('-')
        && (rest == "general" || rest.starts_with("in-"))
    {
        return [plural(head).as_str(), "-", rest].concat();
    }
    match noun.strip_suffix('o') {
        Some(_) => [noun, "s"].concat(),
        None => third(noun),
    }
}

/// The regular pasts of a lemma, the British spelling first where there are two.
pub(super) fn pasts(lemma: &str) -> Vec<String> {
    if lemma.ends_with('e') {
        return vec![format!("{lemma}d")];
    }
    if let Some(stem) = before_consonant_y(lemma) {
        return vec![format!("{stem}ied")];
    }
    joined(lemma, "ed")
}

/// The regular gerunds of a lemma.
pub(super) fn gerunds(lemma: &str) -> Vec<String> {
    if let Some(stem) = lemma.strip_suffix("ie") {
        return vec![format!("{stem}ying")];
    }
    match lemma.strip_suffix('e') {
        Some(stem) if !keeps_e(lemma) && lemma == "age" => {
            vec![format!("{stem}ing"), format!("{lemma}ing")]
        }
        Some(stem) if !keeps_e(lemma) => vec![format!("{stem}ing")],
        _ => joined(lemma, "ing"),
    }
}

/// Whether the word is the lemma's regular third person; as `third`, without building it.
pub(super) fn is_third(lemma: &str, word: &str) -> bool {
    match before_consonant_y(lemma) {
        Some(stem) => word.strip_suffix("ies") == Some(stem),
        None => word.strip_suffix(third_ending(lemma)) == Some(lemma),
    }
}

/// Whether the word is one of the lemma's regular pasts.
pub(super) fn is_past(lemma: &str, word: &str) -> bool {
    if lemma.ends_with('e') {
        return word.strip_suffix('d') == Some(lemma);
    }
    match before_consonant_y(lemma) {
        Some(stem) => word.strip_suffix("ied") == Some(stem),
        None => word.strip_suffix("ed").is_some_and(|stem| is_joined(lemma, stem)),
    }
}

/// Whether the word is one of the lemma's regular gerunds.
pub(super) fn is_gerund(lemma: &str, word: &str) -> bool {
    if let Some(stem) = lemma.strip_suffix("ie") {
        return word.strip_suffix("ying") == Some(stem);
    }
    let Some(stem) = word.strip_suffix("ing") else { return false };
    match lemma.strip_suffix('e').filter(|_| !keeps_e(lemma)) {
        Some(bare) => stem == bare || lemma == "age" && stem == lemma,
        None => is_joined(lemma, stem),
    }
}

fn is_joined(lemma: &str, stem: &str) -> bool {
    let doubled = || undoubled(stem) == Some(lemma);
    match doubling(lemma) {
        Doubling::Never if lemma.ends_with('c') => stem.strip_suffix('k') == Some(lemma),
        Doubling::Never => stem == lemma,
        Doubling::Always => doubled(),
        Doubling::Either => doubled() || stem == lemma,
    }
}

/// Calls `visit` with every lemma that could have this word as a regular form.
pub(super) fn for_each_lemma(word: &str, mut visit: impl FnMut(&str)) {
    const ENDINGS: [(&str, &str); 9] = [
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("d", ""),
        ("ying", "ie"),
        ("ing", ""),
        ("ing", "e"),
    ];
    let mut built = String::new();
    for (ending, lemma_ending) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        if stem.is_empty() || stem.len() + lemma_ending.len() < 2 {
            continue;
        }
        if lemma_ending.is_empty() {
            visit(stem);
        } else {
            built.clear();
            built.extend([stem, lemma_ending]);
            visit(&built);
        }
        if matches!(ending, "ed" | "ing") && lemma_ending.is_empty() {
            let shorter = undoubled(stem).or_else(|| stem.strip_suffix('k'));
            shorter.into_iter().for_each(&mut visit);
        }
    }
}

/// The likeliest lemma of an unlisted word that ends in -ed or -ing.
pub(super) fn guessed_lemma(word: &str) -> Option<String> {
    let stem = word.strip_suffix("ied").map(|stem| format!("{stem}y"));
    if stem.is_some() {
        return stem;
    }
    let stem = word.strip_suffix("ed").or_else(|| word.strip_suffix("ing"))?;
    if stem.len() < 3 || !stem.contains(is_vowel) {
        return None;
    }
    if let Some(single) = undoubled(stem)
        && !stem.ends_with(['l', 's', 'f', 'z'])
    {
        return Some(single.to_owned());
    }
    let silent =
        ["at", "iz", "is", "v", "c", "ag", "eg", "g", "u", "s", "bl", "pl", "ur", "ir", "or", "z"];
    let plain = ["ss", "ng", "our", "ior", "eu"];
    let takes_e = silent.iter().any(|end| stem.ends_with(end))
        && !plain.iter().any(|end| stem.ends_with(end));
    Some(if takes_e { format!("{stem}e") } else { stem.to_owned() })
}

fn joined(lemma: &str, ending: &str) -> Vec<String> {
    let plain = format!("{lemma}{ending}");
    let doubled = || format!("{lemma}{}{ending}", lemma.chars().next_back().unwrap_or_default());
    match doubling(lemma) {
        Doubling::Never if lemma.ends_with('c') => vec![format!("{lemma}k{ending}")],
        Doubling::Never => vec![plain],
        Doubling::Always => vec![doubled()],
        Doubling::Either => vec![doubled(), plain],
    }
}

fn doubling(lemma: &str) -> Doubling {
    if EITHER.binary_search(&lemma).is_ok() {
        Doubling::Either
    } else if DOUBLED.binary_search(&lemma).is_ok() || is_short_syllable(lemma) {
        Doubling::Always
    } else {
        Doubling::Never
    }
}

/// One syllable of one vowel before one consonant: "stop", "quit", but not "look", "fix", "row".
fn is_short_syllable(lemma: &str) -> bool {
    let mut letters = lemma.chars();
    let (Some(last), Some(vowel)) = (letters.next_back(), letters.next_back()) else {
        return false;
    };
    let onset = letters.as_str();
    let onset_vowel = onset.strip_suffix("qu").unwrap_or(onset).contains(is_vowel);
    let closed = !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y');
    closed && is_vowel(vowel) && !onset.is_empty() && !onset_vowel
}

fn undoubled(stem: &str) -> Option<&str> {
    let mut backwards = stem.chars().rev();
    let (last, before) = (backwards.next()?, backwards.next()?);
    (last == before && !is_vowel(last)).then(|| &stem[..stem.len() - last.len_utf8()])
}

fn before_consonant_y(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('y').filter(|stem| !stem.is_empty() && !stem.ends_with(is_vowel))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// The ends of plurals and of their singulars, the likeliest first.
const PLURAL_ENDS: [(&str, &str); 11] = [
    ("men", "man"),
    ("people", "person"),
    ("children", "child"),
    ("halves", "half"),
    ("ies", "y"),
    ("ses", "s"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("es", "e"),
    ("s", ""),
];

/// The singulars a plural could have, likeliest first.
pub(super) fn singulars(noun: &str) -> Vec<String> {
    let stems = PLURAL_ENDS.into_iter().filter_map(|(end, singular_end)| {
        Some(format!("{}{singular_end}", noun.strip_suffix(end)?))
    });
    stems.filter(|singular| plural(singular) == noun).collect()
}

/// Whether one of the singulars a plural could have is a noun that `is_known`.
pub(super) fn has_singular(noun: &str, is_known: impl Fn(&str) -> bool) -> bool {
    let mut built = String::new();
    PLURAL_ENDS.into_iter().any(|(end, singular_end)| {
        let Some(stem) = noun.strip_suffix(end) else { return false };
        let singular = if singular_end.is_empty() {
            stem
        } else {
            built.clear();
            built.extend([stem, singular_end]);
            &built
        };
        is_known(singular) && plural(singular) == noun
    })
}
