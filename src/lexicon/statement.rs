//! Words by what they do to a statement: what is only shown, hoped or remembered, who stands to whom,
//! what limits nothing.
//!
//! All words come lower-case. It must not know predicates or sentences.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::open_class::set;
use super::verbs::is_form_of_any;

/// "drawings", "novel": what is so in there need not be so.
pub fn is_depiction(noun: &str) -> bool {
    DEPICTIONS.contains(noun)
}

/// "report", "total": what opens a statement without limiting it.
pub fn frames_a_statement(noun: &str) -> bool {
    FRAMES.contains(noun)
}

/// "Danish": a language that a text can be published in.
pub fn is_language(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ish", "ese", "ian", "ch", "ic", "ean"];
    matches!(
        word,
        "dutch"
            | "greek"
            | "german"
            | "welsh"
            | "czech"
            | "thai"
            | "hindi"
            | "urdu"
            | "bengali"
            | "tamil"
            | "hebrew"
            | "latin"
            | "swahili"
            | "translation"
            | "paperback"
            | "braille"
    ) || ENDINGS.iter().any(|ending| word.ends_with(ending))
        && super::country::is_country_or_demonym(&[word])
}

/// "wife", "spokesman": who stands to the one of an office, and is another.
pub fn is_relation(noun: &str) -> bool {
    RELATIONS.contains(noun)
}

/// "work", "construction": what is done to a thing, so that "it" after "work on X" is X.
pub fn is_doing(noun: &str) -> bool {
    DOINGS.contains(noun)
}

/// "statue", "named": what keeps the name of one who may have held an office once.
pub fn is_memorial(noun: &str) -> bool {
    MEMORIALS.contains(noun)
}

/// "won", "received": its subject has the object from then on.
pub fn receives(verb: &str) -> bool {
    matches!(
        verb,
        "won"
            | "win"
            | "wins"
            | "winning"
            | "received"
            | "receives"
            | "receiving"
            | "got"
            | "gets"
            | "took"
            | "takes"
            | "taken"
            | "earned"
            | "earns"
            | "gained"
            | "gains"
            | "collected"
            | "shared"
            | "awarded"
            | "given"
            | "granted"
            | "claimed"
            | "accepted"
            | "had"
            | "has"
            | "saw"
            | "made"
            | "achieved"
            | "landed"
            | "obtained"
            | "secured"
            | "scooped"
            | "conferred"
            | "presented"
            | "joined"
            | "entered"
            | "completed"
            | "reached"
    )
}

/// "sent", "expelled": its object is some of what there is, or what comes to it or goes.
pub fn alters(verb: &str) -> bool {
    ALTERING.contains(verb)
}

/// "associate", "paying": before what is counted, it makes a kind of it.
pub fn makes_a_kind(word: &str) -> bool {
    KINDS.contains(word) || super::country::is_country_or_demonym(&[word])
}

/// "summit", "wing": of a thing, a part of it.
pub fn is_part_of_thing(noun: &str) -> bool {
    PARTS.contains(noun)
}

/// "family", "costly": nouns and adjectives that end as adverbs do.
pub fn is_noun_in_ly(word: &str) -> bool {
    IN_LY.contains(word)
}

/// "died", "arrived": a past form that is no participle of anything.
pub fn is_intransitive(past: &str) -> bool {
    matches!(
        past,
        "died"
            | "arrived"
            | "lived"
            | "existed"
            | "occurred"
            | "happened"
            | "emerged"
            | "resigned"
            | "vanished"
            | "disappeared"
            | "agreed"
            | "replied"
            | "responded"
            | "emigrated"
            | "graduated"
            | "perished"
            | "succumbed"
            | "resided"
            | "reigned"
            | "apologised"
            | "apologized"
            | "belonged"
            | "stayed"
            | "waited"
            | "laughed"
            | "smiled"
    )
}

/// "novelist", "mayor": a noun for a person.
pub fn is_person_noun(noun: &str) -> bool {
    const ENDINGS: &[&str] = &["ist", "ician", "man", "woman", "ologist"];
    PERSONS.contains(noun) || noun.len() > 5 && ENDINGS.iter().any(|ending| noun.ends_with(ending))
}

/// "annual", "huge": before the noun of an amount, it makes no other kind of it.
pub fn is_plain_modifier(word: &str) -> bool {
    PLAIN_MODIFIERS.contains(word)
}

/// "just", "over", "only": before a value, it weighs it and adds nothing of its own.
pub fn is_hedge(word: &str) -> bool {
    matches!(
        word,
        "a" | "about"
            | "almost"
            | "around"
            | "barely"
            | "just"
            | "mere"
            | "nearly"
            | "only"
            | "over"
            | "roughly"
            | "some"
            | "under"
    )
}

/// "told", "remind", "persuaded": whom it is said to comes before its "that" clause.
pub fn tells_someone(verb: &str) -> bool {
    const TELLING: &[&str] =
        &["tell", "remind", "inform", "assure", "warn", "persuade", "convince"];
    is_form_of_any(verb, TELLING)
}

/// "broke", "struck", "gutted": what an event does, and to what it does it.
pub fn befalls(verb: &str) -> bool {
    BEFALLING.contains(verb)
}

/// "division", "museum": at the end of a head, a part or neighbour of what the page is about.
pub fn is_told_apart(noun: &str) -> bool {
    matches!(
        noun,
        "annexe"
            | "arm"
            | "branch"
            | "café"
            | "chapel"
            | "competitor"
            | "competitors"
            | "division"
            | "foundation"
            | "garden"
            | "gardens"
            | "gate"
            | "museum"
            | "neighbour"
            | "neighbours"
            | "plant"
            | "rival"
            | "rivals"
            | "segment"
            | "shop"
            | "subsidiary"
            | "subsidiaries"
            | "supplier"
            | "suppliers"
    )
}

/// "rumour", "imagine": what a "that" clause after the word says is hearsay.
pub fn is_hearsay(word: &str) -> bool {
    HEARSAY.contains(word)
}

/// "right", "believed": what a source has to be, for what is said after it to hold.
pub fn is_trusted(word: &str) -> bool {
    matches!(
        word,
        "accurate"
            | "believed"
            | "correct"
            | "genuine"
            | "right"
            | "true"
            | "trusted"
            | "authentic"
    )
}

/// "expects", "hopes": what the verb governs is still to come.
pub fn looks_ahead(verb: &str) -> bool {
    AHEAD.contains(verb)
}

/// Nouns for what shows things as they might be.
static DEPICTIONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    blueprint blueprints cartoon chapter comic dream drawing drawings episode fantasy fiction film \
    legend movie novel opera paintings play plan plans poem saga scenario screenplay script \
    sketch sketches story tale verse")
});

/// Nouns that a fronted phrase holds without limiting what follows.
static FRAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    account addition address advertisement aggregate all announcement answer article bid book \
    brief broadcast brochure case circular column contrast course document effect email end essay \
    event fact favour figures filing future general guide interview judgment judgement keeping \
    leaflet letter line literature lecture memo memorandum message minutes newsletter note notice \
    numbers obituary other paper part particular past podcast post practice presentation press \
    principle prospectus ranking release reply report response results return review ruling short \
    speech statement statistics submission sum survey table terms testimony theory time times \
    total truth tweet view volume words world years")
});

/// Nouns for persons, in the singular.
static PERSONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    abbess abbot academic activist actor actress admiral adventurer ambassador architect artist \
    astronaut astronomer athlete author baron baroness bishop botanist boxer broadcaster captain \
    champion chancellor chef chemist choreographer climber coach commander composer conductor \
    cosmonaut count countess creator criminal critic curator cyclist dancer designer dictator \
    diplomat director doctor duchess duke editor emperor empress engineer entertainer entrepreneur \
    executive explorer farmer footballer founder general geographer geologist governor historian \
    humanitarian illustrator inventor jockey judge king knight laureate lawyer leader librarian \
    librettist logician magician mathematician mayor merchant minister missionary monk mountaineer \
    musician navigator nun nurse officer official painter person philanthropist philosopher \
    photographer physician pilot pioneer playwright poet politician pope preacher president priest \
    prince princess producer professor programmer prophet queen rabbi racer reformer revolutionary \
    rider rower ruler runner sailor saint scholar scientist screenwriter sculptor senator sheriff \
    singer skater skier soldier songwriter sprinter student sultan surgeon swimmer teacher \
    theologian translator trainer tsar violinist warrior winner wrestler writer")
});

/// Nouns for who stands to another.
static RELATIONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    adviser advisor aide ally assistant brother challenger colleague counsel critic daughter \
    deputy driver envoy father friend husband lawyer messenger mother opponent partner \
    predecessor protégé representative rival secretary sister son spokesman spokesperson \
    spokeswoman spouse staffer successor surrogate widow widower wife")
});

static DOINGS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    work construction building planning preparation negotiation talks drafting restoration \
    demolition excavation production development fundraising")
});

static MEMORIALS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    biography birthplace bust called days era grave home house memoir memoirs memorial memory \
    monument named plaque portrait reign statue time times tomb")
});

static PLAIN_MODIFIERS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    about actual actually all amazing annual astonishing awesome bare big brand bumper common \
    company company-wide current decent eventual exact famous final firm first-year full full-year \
    general global good grand great gross group group-wide headline healthy high highest huge \
    known large largest latest least list little low lowest maximum meagre mere mighty modest most \
    much nationwide net new nominal normal official only other overall own paltry people persons \
    poor present pretty public quoted rather recommended record recorded reported retail \
    respectable resulting round rough same sheer single small so-called solid sound staggering \
    standard steady strong sum the tidy tiny top total true typical usual vast whole wide \
    worldwide world-wide worth year year-round yearly usable")
});

static HEARSAY: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    allegation allegations assume assumed assumes belief claim claims fear fears fiction gossip \
    hope hopes idea joke joked jokes imagine imagined imagines legend misconception myth notion \
    rumor rumors rumour rumours speculation story suggestion suggestions tale tales")
});

static AHEAD: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    aims expect expects forecasts hope hopes intends plans predicts projects targets wants")
});

/// Forms of verbs.
static BEFALLING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    began begun broke consumed damaged destroyed devastated engulfed erupted gutted happened hit \
    levelled occurred raged ravaged ripped rocked shook started struck swept tore wrecked")
});

static ALTERING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    acquire acquired acquires add added adds admit admits admitted appoint appointed arrested attract \
    attracted bequeathed borrow borrowed borrows bought built buy buys closed closes contest contested \
    contests cut dismissed display displayed displaying displays donate donated donates dropped elected \
    exhibit exhibited exhibits expel expelled expels fined fired gain gained gains gave give given gives \
    graduate graduated graduates helped helps hired invited laid lend lends lent loan loaned loans lose \
    loses lost moved named need needed needs opened opens ordered planted purchased recalled receive received \
    receives recruited rejected replaced repatriated return returned returns saved seek seeks sell send \
    sends sent shed show showed showing shown shows sold started suspended took train trained trains \
    transferred want wants welcomed")
});

static KINDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    academic active adult african asian associate casual charter commercial corporate daily \
    digital disabled domestic eastern elderly elected electric electrical european external female \
    foreign former founding free freelance honorary inactive industrial international junior local \
    male married monthly new non-permanent northern online overseas part-time paying permanent \
    premium regional residential retired rural seasonal senior southern standing suspended \
    temporary unelected unpaid immigrant metropolitan migrant prison refugee student urban \
    voluntary voting weekly western working young")
});

static PARTS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    arch arm bank banks base branch carriageway chapter deck edge end entrance extension face \
    façade floor foot generation half hull mast mouth nave part pier platform roof section side \
    sector segment slope spire stage stand stretch tip top volume wall wing")
});

static IN_LY: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    ally anomaly assembly belly bully butterfly chilly costly cowardly deadly dragonfly elderly \
    family folly friendly ghastly gully hilly holly homely homily jelly kindly lily lively lonely \
    lovely lowly melancholy monopoly motherly multiply neighbourly oily oligopoly orderly panoply \
    potbelly rally rely reply saintly scholarly sickly silly sly stately subfamily supply tally \
    timely ugly unlikely wooly worldly")
});
