//! The closed classes of English, and a few small open ones: titles, transparent nouns.
//!
//! All words come lower-case with straight apostrophes. It must not know predicates.

use super::verbs::for_each_reading;

/// "is", "was", "been", "isn't".
pub fn is_be_form(word: &str) -> bool {
    matches!(
        without_negation(word),
        "be" | "is" | "am" | "are" | "was" | "were" | "been" | "being" | "'s" | "'re" | "'m"
    )
}

/// "has", "had", "having", "hasn't".
pub fn is_have_form(word: &str) -> bool {
    matches!(without_negation(word), "have" | "has" | "had" | "having" | "'ve" | "'d")
}

/// "do", "did", "doesn't".
pub fn is_do_form(word: &str) -> bool {
    matches!(without_negation(word), "do" | "does" | "did")
}

/// "will", "would", "can't".
pub fn is_modal(word: &str) -> bool {
    matches!(word, "won't" | "can't" | "cannot" | "shan't")
        || matches!(
            without_negation(word),
            "will"
                | "would"
                | "shall"
                | "should"
                | "can"
                | "could"
                | "may"
                | "might"
                | "must"
                | "ought"
                | "'ll"
        )
}

/// A form of be, have or do, or a modal.
pub fn is_auxiliary(word: &str) -> bool {
    is_be_form(word) || is_have_form(word) || is_do_form(word) || is_modal(word)
}

fn without_negation(word: &str) -> &str {
    word.strip_suffix("n't").unwrap_or(word)
}

/// Determiners, possessives among them, and quantifiers.
pub fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "my"
            | "your"
            | "his"
            | "her"
            | "its"
            | "our"
            | "their"
            | "whose"
            | "which"
            | "what"
            | "each"
            | "every"
            | "either"
            | "neither"
            | "some"
            | "any"
            | "no"
            | "all"
            | "both"
            | "half"
            | "several"
            | "many"
            | "much"
            | "few"
            | "fewer"
            | "more"
            | "most"
            | "less"
            | "least"
            | "such"
            | "another"
            | "other"
            | "enough"
            | "certain"
            | "various"
    )
}

/// Prepositions of one word.
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "about"
            | "above"
            | "across"
            | "after"
            | "against"
            | "along"
            | "alongside"
            | "amid"
            | "amidst"
            | "among"
            | "amongst"
            | "around"
            | "as"
            | "at"
            | "atop"
            | "before"
            | "behind"
            | "below"
            | "beneath"
            | "beside"
            | "besides"
            | "between"
            | "beyond"
            | "by"
            | "circa"
            | "concerning"
            | "despite"
            | "down"
            | "during"
            | "except"
            | "excluding"
            | "following"
            | "for"
            | "from"
            | "in"
            | "including"
            | "inside"
            | "into"
            | "like"
            | "near"
            | "of"
            | "off"
            | "on"
            | "onto"
            | "opposite"
            | "out"
            | "outside"
            | "over"
            | "past"
            | "pending"
            | "per"
            | "plus"
            | "regarding"
            | "since"
            | "than"
            | "through"
            | "throughout"
            | "till"
            | "to"
            | "toward"
            | "towards"
            | "under"
            | "underneath"
            | "unlike"
            | "until"
            | "unto"
            | "up"
            | "upon"
            | "versus"
            | "via"
            | "with"
            | "within"
            | "without"
            | "worth"
    )
}

/// Particles of phrasal verbs: "over" in "took over".
pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "about"
            | "across"
            | "ahead"
            | "along"
            | "apart"
            | "around"
            | "aside"
            | "away"
            | "back"
            | "by"
            | "down"
            | "forth"
            | "forward"
            | "in"
            | "into"
            | "off"
            | "on"
            | "out"
            | "over"
            | "through"
            | "to"
            | "together"
            | "under"
            | "up"
            | "with"
    )
}

/// Personal, possessive, reflexive, demonstrative and indefinite pronouns.
pub fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "i" | "me"
            | "mine"
            | "myself"
            | "you"
            | "yours"
            | "yourself"
            | "yourselves"
            | "he"
            | "him"
            | "his"
            | "himself"
            | "she"
            | "her"
            | "hers"
            | "herself"
            | "it"
            | "its"
            | "itself"
            | "we"
            | "us"
            | "ours"
            | "ourselves"
            | "they"
            | "them"
            | "theirs"
            | "themselves"
            | "this"
            | "that"
            | "these"
            | "those"
            | "one"
            | "ones"
            | "oneself"
            | "someone"
            | "somebody"
            | "something"
            | "anyone"
            | "anybody"
            | "anything"
            | "everyone"
            | "everybody"
            | "everything"
            | "none"
            | "nobody"
            | "nothing"
            | "both"
            | "each"
            | "either"
            | "neither"
            | "another"
            | "others"
            | "all"
            | "some"
            | "any"
            | "many"
            | "few"
            | "several"
            | "most"
    )
}

/// "which", "who", "that", "where".
pub fn is_relative(word: &str) -> bool {
    matches!(word, "which" | "who" | "whom" | "whose" | "that" | "where" | "when" | "whereby")
}

/// Coordinating conjunctions.
pub fn is_conjunction(word: &str) -> bool {
    matches!(word, "and" | "or" | "but" | "nor" | "yet" | "so" | "&" | "plus")
}

/// Words that open a subordinate clause; several are prepositions too.
pub fn is_subordinator(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "although"
            | "as"
            | "because"
            | "before"
            | "if"
            | "lest"
            | "once"
            | "provided"
            | "since"
            | "so"
            | "than"
            | "that"
            | "though"
            | "till"
            | "unless"
            | "until"
            | "when"
            | "whenever"
            | "where"
            | "whereas"
            | "wherever"
            | "whether"
            | "while"
            | "whilst"
            | "why"
            | "how"
    )
}

/// Any word of a closed class.
pub fn is_function_word(word: &str) -> bool {
    is_determiner(word)
        || is_preposition(word)
        || is_pronoun(word)
        || is_relative(word)
        || is_conjunction(word)
        || is_subordinator(word)
        || is_auxiliary(word)
        || matches!(word, "not" | "n't" | "there" | "here" | "then" | "who" | "whom")
}

/// Nouns that may stand between an event and a name without being another thing: "the signing of
/// the *text* of X", "the *city* of Y". Both numbers.
pub fn is_transparent_noun(word: &str) -> bool {
    let known = |noun: &str| TRANSPARENT.binary_search(&noun).is_ok();
    let singular = || match word.strip_suffix("ies") {
        Some(stem) => known(&[stem, "y"].concat()),
        None => word
            .strip_suffix('s')
            .is_some_and(|stem| known(stem) || stem.strip_suffix('e').is_some_and(known)),
    };
    known(word) || singular()
}

/// In order, in the singular.
const TRANSPARENT: [&str; 139] = [
    "accord",
    "act",
    "agency",
    "agreement",
    "airline",
    "airport",
    "album",
    "alliance",
    "arrangement",
    "article",
    "association",
    "band",
    "bank",
    "battle",
    "bill",
    "board",
    "body",
    "book",
    "branch",
    "brand",
    "bridge",
    "building",
    "campaign",
    "campus",
    "capital",
    "castle",
    "cathedral",
    "center",
    "centre",
    "charter",
    "church",
    "city",
    "club",
    "college",
    "commission",
    "committee",
    "compact",
    "company",
    "conference",
    "contract",
    "convention",
    "corporation",
    "council",
    "country",
    "county",
    "dam",
    "deal",
    "declaration",
    "department",
    "device",
    "dialogue",
    "district",
    "document",
    "draft",
    "edition",
    "empire",
    "exercise",
    "facility",
    "factory",
    "festival",
    "film",
    "firm",
    "forum",
    "foundation",
    "framework",
    "game",
    "group",
    "hospital",
    "hotel",
    "initiative",
    "institute",
    "institution",
    "instrument",
    "island",
    "kingdom",
    "lake",
    "law",
    "league",
    "library",
    "line",
    "magazine",
    "memorandum",
    "ministry",
    "mission",
    "mountain",
    "museum",
    "name",
    "nation",
    "network",
    "newspaper",
    "novel",
    "office",
    "organisation",
    "organization",
    "pact",
    "palace",
    "park",
    "partnership",
    "party",
    "plan",
    "plant",
    "policy",
    "port",
    "position",
    "post",
    "product",
    "program",
    "programme",
    "project",
    "protocol",
    "province",
    "railway",
    "rank",
    "region",
    "republic",
    "resolution",
    "river",
    "role",
    "satellite",
    "scheme",
    "school",
    "series",
    "ship",
    "site",
    "spacecraft",
    "stadium",
    "state",
    "station",
    "status",
    "text",
    "title",
    "topic",
    "tower",
    "town",
    "treaty",
    "university",
    "venue",
    "version",
    "village",
];

/// Titles before a person's name, with or without their dot.
pub fn is_title(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "dr"
            | "doctor"
            | "prof"
            | "professor"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "baron"
            | "baroness"
            | "count"
            | "countess"
            | "duke"
            | "duchess"
            | "prince"
            | "princess"
            | "king"
            | "queen"
            | "emperor"
            | "empress"
            | "pope"
            | "saint"
            | "st"
            | "rev"
            | "reverend"
            | "father"
            | "sister"
            | "brother"
            | "bishop"
            | "archbishop"
            | "cardinal"
            | "rabbi"
            | "imam"
            | "sheikh"
            | "sheik"
            | "sultan"
            | "emir"
            | "gen"
            | "general"
            | "lt"
            | "lieutenant"
            | "col"
            | "colonel"
            | "maj"
            | "major"
            | "capt"
            | "captain"
            | "cmdr"
            | "commander"
            | "cdr"
            | "adm"
            | "admiral"
            | "brig"
            | "brigadier"
            | "sgt"
            | "sergeant"
            | "cpl"
            | "corporal"
            | "marshal"
            | "commodore"
            | "shri"
            | "shree"
            | "smt"
            | "kumari"
            | "pandit"
            | "justice"
            | "judge"
            | "hon"
            | "honourable"
            | "honorable"
            | "sen"
            | "senator"
            | "rep"
            | "representative"
            | "congressman"
            | "congresswoman"
            | "gov"
            | "governor"
            | "president"
            | "pres"
            | "vp"
            | "premier"
            | "chancellor"
            | "minister"
            | "secretary"
            | "ambassador"
            | "amb"
            | "mayor"
            | "speaker"
            | "chairman"
            | "chairwoman"
            | "herr"
            | "frau"
            | "monsieur"
            | "madame"
            | "señor"
            | "señora"
            | "signor"
            | "mme"
            | "maharaja"
            | "maharani"
            | "raja"
            | "nawab"
    )
}

/// Verbs of reported speech in any form, and "according".
pub fn reporting_verb(word: &str) -> bool {
    let mut reports = word == "according";
    for_each_reading(word, |lemma, _| reports |= REPORTING.binary_search(&lemma).is_ok());
    reports
}

/// Lemmas in order.
const REPORTING: [&str; 55] = [
    "acknowledge",
    "add",
    "admit",
    "affirm",
    "allege",
    "announce",
    "argue",
    "assert",
    "believe",
    "boast",
    "claim",
    "clarify",
    "comment",
    "concede",
    "conclude",
    "confirm",
    "contend",
    "declare",
    "deny",
    "disclose",
    "emphasise",
    "emphasize",
    "estimate",
    "explain",
    "highlight",
    "indicate",
    "inform",
    "insist",
    "maintain",
    "mention",
    "note",
    "observe",
    "post",
    "predict",
    "put",
    "quip",
    "quote",
    "recall",
    "reckon",
    "recount",
    "reiterate",
    "remark",
    "reply",
    "report",
    "respond",
    "reveal",
    "say",
    "state",
    "stress",
    "suggest",
    "tell",
    "testify",
    "tweet",
    "warn",
    "write",
];
