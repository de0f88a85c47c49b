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

/// Verbs of several syllables stressed on the last, or that double all the same.
const DOUBLED: &str = " abet abhor abut acquit admit allot annul befit commit compel concur confer control defer demur \
    deter dispel distil embed emit enrol equip excel expel extol forbid fulfil handicap impel incur infer instal instil \
    kidnap occur omit outwit patrol permit prefer program propel rebel rebut recap recur refer refit regret remit repel \
    rerun reset retrofit submit transfer transmit unplug unwrap upset worship zigzag begin forget overrun outrun ";

/// Verbs written both ways.
const EITHER: &str = " benefit bias budget bus combat cancel carol channel chisel counsel credit debut devil dial duel \
    enamel equal focus format fuel funnel gas gravel hostel initial jewel label level libel marshal marvel medal model \
    panel parallel pedal pencil quarrel ravel revel rival shovel signal snivel spiral stencil swivel target total \
    towel travel tunnel unravel yodel ";

/// "signs", "carries", "launches".
pub(super) fn third(lemma: &str) -> String {
    if let Some(stem) = before_consonant_y(lemma) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end));
    if hisses && !lemma.ends_with("oo") { format!("{lemma}es") } else { format!("{lemma}s") }
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
    for (singular, plural) in IRREGULAR {
        if let Some(stem) = noun.strip_suffix(singular)
            && (stem.is_empty() || stem.ends_with([' ', '-', 's', 'y', 'r', 'd']))
        {
            return format!("{stem}{plural}");
        }
    }
    match noun.strip_suffix('o') {
        Some(_) => format!("{noun}s"),
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
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| lemma.ends_with(end)) || lemma == "be";
    match lemma.strip_suffix('e') {
        Some(stem) if !keeps_e && lemma == "age" => {
            vec![format!("{stem}ing"), format!("{lemma}ing")]
        }
        Some(stem) if !keeps_e => vec![format!("{stem}ing")],
        _ => joined(lemma, "ing"),
    }
}

/// Lemmas that could have this word as a regular form; the caller keeps those it knows.
pub(super) fn lemmas(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let endings = [("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("d", "")];
    let gerunds = [("ying", "ie"), ("ing", ""), ("ing", "e")];
    for (ending, lemma_ending) in endings.into_iter().chain(gerunds) {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        if stem.len() + lemma_ending.len() < 2 || stem.is_empty() {
            continue;
        }
        found.push(format!("{stem}{lemma_ending}"));
        if matches!(ending, "ed" | "ing") && lemma_ending.is_empty() {
            found.extend(undoubled(stem).map(str::to_owned));
        }
    }
    found
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
    let listed = |list: &str| list.contains(&format!(" {lemma} "));
    if listed(EITHER) {
        Doubling::Either
    } else if listed(DOUBLED) || is_short_syllable(lemma) {
        Doubling::Always
    } else {
        Doubling::Never
    }
}

/// One syllable of one vowel before one consonant: "stop", "quit", but not "look", "fix", "row".
fn is_short_syllable(lemma: &str) -> bool {
    let lemma = lemma.replacen("qu", "q", 1);
    let vowel_at: Vec<bool> = lemma.chars().map(is_vowel).collect();
    let one_vowel = vowel_at.iter().filter(|&&vowel| vowel).count() == 1;
    let length = vowel_at.len();
    one_vowel && length > 2 && vowel_at[length - 2] && !lemma.ends_with(['w', 'x', 'y'])
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

/// The singulars a plural could have, likeliest first.
pub(super) fn singulars(noun: &str) -> Vec<String> {
    let irregular =
        [("men", "man"), ("people", "person"), ("children", "child"), ("halves", "half")];
    let regular = [
        ("ies", "y"),
        ("ses", "s"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("es", "e"),
        ("s", ""),
    ];
    irregular
        .into_iter()
        .chain(regular)
        .filter_map(|(end, singular_end)| {
            Some(format!("{}{singular_end}", noun.strip_suffix(end)?))
        })
        .filter(|singular| plural(singular) == noun)
        .collect()
}
