//! Small open classes: titles, reporting verbs, nouns that add no thing of their own.
//!
//! All words come lower-case. It must not know predicates.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::verbs::for_each_reading;

/// In the singular.
static TRANSPARENT: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    accord act agency agreement airline airport album alliance arrangement article association \
    band bank battle bill board body book branch brand bridge building campaign campus capital \
    castle cathedral center centre charter church city club college commission committee compact \
    company conference contract convention corporation council country county dam deal declaration \
    department device dialogue district document draft edition empire exercise facility factory \
    festival film firm forum foundation framework game group hospital hotel initiative institute \
    institution instrument island kingdom lake law league library line magazine memorandum \
    ministry mission mountain museum name nation network newspaper novel office organisation \
    organization pact palace park partnership party plan plant policy port position post product \
    program programme project protocol province railway rank region republic resolution river role \
    satellite scheme school series ship site spacecraft stadium state station status text title \
    topic tower town treaty university venue version village")
});

/// "facts", "profile": what the heading of a sheet about a subject says beside its name.
pub fn opens_a_sheet(word: &str) -> bool {
    matches!(word, "brief" | "glance" | "facts" | "figures" | "key" | "profile")
}

/// Without their dot.
static TITLES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    adm admiral ald alderman amb ambassador archbishop baron baroness bishop brig brigadier brother capt \
    captain cardinal cdr chairman chairwoman chancellor cllr councillor councilor cmdr col colonel commander commodore \
    congressman congresswoman corporal count countess cpl dame doctor dr duchess duke emir emperor \
    empress father frau gen general gov governor herr hon honorable honourable imam judge justice \
    king kumari lady lieutenant lord lt madame maharaja maharani maj major marshal mayor minister \
    miss mme monsieur mr mrs ms mx nawab pandit pope premier pres president prince princess prof \
    professor queen rabbi raja rep representative rev reverend saint secretary sen senator \
    sergeant señor señora sgt sheik sheikh shree shri signor sir sister smt speaker st sultan vp")
});

/// Lemmas.
static REPORTING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    acknowledge add admit affirm allege announce argue assert believe claim clarify comment \
    concede conclude confirm contend declare deny disclose emphasise emphasize estimate explain \
    highlight indicate inform insist maintain mention note observe post predict put quip quote \
    recall reckon recount reiterate remark reply report respond reveal say state stress suggest \
    tell testify tweet warn write")
});

/// Nouns for what is of a thing's own sort, in the singular.
static ALIKE: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    ancestor companion competitor complement counterpart equivalent forerunner neighbor neighbour namesake offshoot peer pendant \
    precursor predecessor replacement rival sibling sister spin-off subsidiary successor twin")
});

/// Nouns for what is held time and again, in the singular.
static GATHERINGS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    assembly ceremony championship conclave conference congress convention edition exercise expo \
    fair festival final forum marathon meeting ministerial race rally regatta retreat round seminar \
    session summit symposium talks tour tournament workshop")
});

static TELLING_APART: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    another different earlier first last later nearby neighboring neighbouring new next old \
    original other planned previous proposed rival second separate similar third")
});

/// Words of headings that stand over a part of what the article is about, and name nothing else.
static SECTIONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    about activities agreements aims answers availability awards background basics bibliography \
    biography box brief budget career chapter chronology climate conclusion construction contact \
    contents controversy cost costs criticism culture data dates demographics description design \
    details dimensions documents early economy education events facts faq features figures finance \
    finances finding findings funding future gallery general geography glance governance \
    government highlights history impact infobox information introduction key latest leadership \
    legacy life links list location main management media members membership milestones mission \
    money news notes numbers objectives operation operations organisation organization origin \
    origins other outlook overview part people performance politics press price pricing profile \
    program programme project projects purpose questions quick reading reception record records \
    references related release results role section sheet size source sources specifications specs \
    sport staff statistics stats structure summary table then timeline today transport update \
    updates use uses vital why work works years")
});

/// What bodies that speak of themselves as "we" are called.
static ORGANISATIONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    academy agency airline alliance association authority bank band body broadcaster bureau \
    carrier centre charity chorus club college commission committee company council department \
    drugmaker ensemble federation firm foundation fund group hospital institute institution \
    insurer laboratory library maker manufacturer ministry museum network observatory office \
    operator orchestra organisation organization parliament party port programme project \
    publisher railway regulator retailer school secretariat society startup supplier team theatre \
    trust union university utility")
});

static PLACES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    bay borough canton canyon city commune county district duchy gulf hamlet harbour island isle \
    kingdom lake municipality parish peninsula port province region republic river state strait \
    suburb town valley village")
});

pub(super) fn set(words: &'static str) -> FxHashSet<&'static str> {
    words.split_whitespace().collect()
}

/// "neighbour", "predecessor": another thing of the same sort.
pub fn is_thing_alike(word: &str) -> bool {
    ALIKE.contains(word)
}

/// "the other bridge", "the new one", "the planned one": not the one spoken of before.
pub fn is_telling_apart(word: &str) -> bool {
    TELLING_APART.contains(word)
}

/// "a draft of X", "a replica of X": what is no X, or not yet.
pub fn is_other_state_of(word: &str) -> bool {
    matches!(
        word,
        "draft"
            | "drafts"
            | "version"
            | "proposal"
            | "copy"
            | "replica"
            | "remake"
            | "sequel"
            | "cut"
            | "assembly"
            | "sketch"
            | "prototype"
            | "pilot"
            | "edit"
            | "copies"
            | "facsimile"
            | "prequel"
            | "port"
            | "remaster"
            | "reboot"
            | "adaptation"
            | "soundtrack"
            | "trailer"
            | "translation"
            | "imitation"
            | "parody"
            | "model"
            | "plan"
            | "plans"
            | "forerunner"
    )
}

/// "town", "lake": before "of" and a name, what sort of place it is.
pub fn is_place(noun: &str) -> bool {
    PLACES.contains(noun)
}

/// "agency", "club": what speaks of itself as "we".
pub fn is_organisation(kind: &str) -> bool {
    ORGANISATIONS.contains(kind)
}

/// "history", "facts": in a heading, that it stands over a part of what the article is about.
pub fn is_section_word(word: &str) -> bool {
    SECTIONS.contains(word)
}

/// "summit", "conference": after a name, a gathering of what it names.
pub fn is_gathering(word: &str) -> bool {
    GATHERINGS.contains(word)
}

/// "episode", "hearing": what takes place on one day, with what is told of it.
pub fn is_occasion(noun: &str) -> bool {
    matches!(
        noun,
        "episode"
            | "broadcast"
            | "taping"
            | "hearing"
            | "debate"
            | "match"
            | "game"
            | "concert"
            | "gala"
            | "auction"
            | "service"
            | "issue"
            | "instalment"
            | "installment"
    )
}

/// Nouns that may stand between an event and a name without being another thing: "the signing of
/// the *text* of X", "the *city* of Y". Both numbers.
pub fn is_transparent_noun(word: &str) -> bool {
    let singular = || match word.strip_suffix("ies") {
        Some(stem) => TRANSPARENT.contains([stem, "y"].concat().as_str()),
        None => word.strip_suffix('s').is_some_and(|stem| {
            let shorter = stem.strip_suffix('e').unwrap_or(stem);
            TRANSPARENT.contains(stem) || TRANSPARENT.contains(shorter)
        }),
    };
    TRANSPARENT.contains(word) || singular()
}

/// Before a noun, that it was or will be so at another time: "the first nickname".
pub fn is_other_time_adjective(word: &str) -> bool {
    matches!(
        word,
        "first"
            | "original"
            | "former"
            | "previous"
            | "old"
            | "initial"
            | "early"
            | "earlier"
            | "interim"
            | "secondary"
            | "auxiliary"
            | "smaller"
            | "other"
            | "second"
            | "temporary"
            | "future"
            | "onetime"
            | "one-time"
            | "erstwhile"
    )
}

/// Titles before a person's name, with or without their dot.
pub fn is_title(word: &str) -> bool {
    TITLES.contains(word.trim_end_matches('.'))
}

/// "Republican", "Labour": of which party a person is, before the name.
pub fn is_partisan(word: &str) -> bool {
    matches!(
        word,
        "republican"
            | "democrat"
            | "democratic"
            | "labour"
            | "conservative"
            | "liberal"
            | "tory"
            | "socialist"
            | "independent"
            | "centrist"
            | "nationalist"
    )
}

/// Verbs of reported speech in any form, and "according".
pub fn reporting_verb(word: &str) -> bool {
    let mut reports = word == "according";
    for_each_reading(word, |lemma, _| reports |= REPORTING.contains(lemma));
    reports
}
