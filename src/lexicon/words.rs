//! The closed classes of English: determiners, prepositions, pronouns, conjunctions.
//!
//! All words come lower-case with straight apostrophes. It must not know predicates.

use super::auxiliary::is_auxiliary;

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
