//! What sort of thing a noun names: by shape, by make, by who belongs to it.
//!
//! All words come lower-case. It must not know predicates or sentences.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::open_class::set;
use super::statement::{is_person_noun, is_relation};

/// "friends", "choir": of a thing, people who belong to it and have a history of their own.
pub fn is_society(noun: &str) -> bool {
    matches!(
        noun,
        "friends"
            | "choir"
            | "society"
            | "association"
            | "club"
            | "fund"
            | "trust"
            | "foundation"
            | "council"
            | "orchestra"
            | "band"
            | "team"
            | "guild"
            | "league"
            | "union"
            | "federation"
            | "supporters"
            | "alumni"
            | "wing"
            | "branch"
            | "subsidiary"
            | "brotherhood"
            | "women"
            | "youth"
            | "academy"
            | "museum"
            | "company"
            | "school"
    )
}

/// "children", "pensioners": those of an age or a sex, among all whom a thing is for.
pub fn is_age_or_sex(noun: &str) -> bool {
    matches!(
        noun,
        "children"
            | "adults"
            | "women"
            | "men"
            | "teenagers"
            | "infants"
            | "babies"
            | "pensioners"
            | "adolescents"
    )
}

/// What sort of thing a noun names, as far as two of them could be told apart by it: a village is no firm.
pub fn sort_of(noun: &str) -> Option<&'static str> {
    let person = || (is_person_noun(noun) || is_relation(noun)).then_some("person");
    SORTS.iter().find(|(_, nouns)| nouns.contains(noun)).map(|(sort, _)| *sort).or_else(person)
}

/// "work", "production": a kind that a work of any art may be of.
pub fn is_work(kind: &str) -> bool {
    matches!(
        kind.rsplit(' ').next().unwrap_or_default(),
        "work"
            | "production"
            | "title"
            | "piece"
            | "story"
            | "adaptation"
            | "feature"
            | "project"
            | "masterpiece"
            | "publication"
            | "hit"
            | "release"
            | "franchise"
            | "saga"
            | "trilogy"
    )
}

/// Whether a name begins as names of ships do: "USS Heron".
pub fn is_ship_name(name: &str) -> bool {
    const PREFIXES: &[&str] = &[
        "HMS", "HMAS", "HMCS", "HMNZS", "HMY", "USS", "USNS", "USCGC", "RMS", "SMS", "SS", "MV",
        "RV", "RRS", "INS", "ROKS", "ORP", "TCG", "HNLMS", "HNoMS", "HDMS", "HSwMS", "RFA", "KRI",
        "JDS", "IJN",
    ];
    name.split_once(' ').is_some_and(|(first, _)| PREFIXES.contains(&first))
}

/// "war", "dynasty": what lasts from one year to another, and is nobody.
pub fn is_epoch(noun: &str) -> bool {
    matches!(
        noun,
        "war"
            | "wars"
            | "revolution"
            | "dynasty"
            | "era"
            | "crisis"
            | "campaign"
            | "plan"
            | "programme"
            | "program"
            | "decade"
            | "empire"
            | "republic"
            | "rebellion"
            | "uprising"
            | "siege"
            | "occupation"
            | "reign"
            | "depression"
            | "movement"
            | "age"
            | "period"
            | "strategy"
            | "famine"
            | "blockade"
            | "mandate"
            | "truce"
            | "insurgency"
            | "expedition"
            | "mission"
            | "conflict"
            | "kingdom"
            | "regime"
            | "show"
    )
}

/// Whether a sort that [`sort_of`] gives is of works of art.
pub fn is_art(sort: &str) -> bool {
    matches!(sort, "film" | "broadcast" | "book" | "stage" | "music" | "game" | "picture")
}

/// "film", "novel", "pact": how a thing that a noun names comes about in the year that stands before it, as
/// predicates and as what authors write for them; nothing if the noun does not say.
pub fn comes_about(noun: &str) -> &'static [&'static str] {
    let piece = || matches!(noun, "paper" | "report" | "essay" | "monograph" | "textbook");
    match sort_of(noun) {
        Some("film" | "broadcast") => &["released", "premiered", "aired", "broadcast", "shown"],
        Some("music" | "game") => &["released", "published", "out"],
        Some("book") => &["published", "released", "printed"],
        Some("pact") => &["signed", "agreed", "concluded"],
        None if piece() => &["published", "released", "printed"],
        None if matches!(
            noun,
            "ep" | "lp" | "mixtape" | "track" | "release" | "record" | "remix" | "effort"
        ) =>
        {
            &["released", "published", "out"]
        }
        _ => &[],
    }
}

/// "Building X cost €60 million": what is said of the making is said of the thing.
pub fn is_making_verb(gerund: &str) -> bool {
    is_making(gerund)
        || matches!(
            gerund,
            "constructing"
                | "making"
                | "creating"
                | "erecting"
                | "developing"
                | "producing"
                | "laying"
                | "completing"
                | "founding"
                | "buying"
                | "acquiring"
                | "filming"
        )
}

/// Nouns for the making of a thing.
pub fn is_making(noun: &str) -> bool {
    matches!(
        noun,
        "work"
            | "works"
            | "construction"
            | "building"
            | "excavation"
            | "digging"
            | "production"
            | "drilling"
            | "filming"
            | "development"
    )
}

/// "length", "width": a noun for how far a thing reaches one way.
pub fn is_extent(noun: &str) -> bool {
    matches!(noun, "length" | "height" | "width" | "depth" | "diameter" | "thickness" | "breadth")
}

/// How the length of a thing is told by its shape: a bridge is long, a tower high, a shaft deep.
pub fn measure_of_shape(noun: &str) -> Option<&'static str> {
    [("length", &LONG), ("height", &HIGH), ("depth", &DEEP)]
        .into_iter()
        .find_map(|(measure, nouns)| nouns.contains(noun).then_some(measure))
}

static LONG: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    aqueduct beach bridge cable canal causeway coast cycleway dike dyke ferry footbridge highway \
    interconnector jetty line link motorway path pier pipeline quay railway river road route runway \
    ship street trail train tram tramway tunnel viaduct wall walkway way")
});

static HIGH: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    building chimney column crane dam falls hill lighthouse mast monument mountain obelisk peak \
    pinnacle pylon skyscraper spire statue tower tree volcano waterfall")
});

static DEEP: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| set("borehole cave chasm gorge mine shaft sinkhole trench well"));

static SORTS: LazyLock<Vec<(&str, FxHashSet<&str>)>> = LazyLock::new(|| {
    let rows = "\
        place borough canton city county district hamlet municipality parish province region suburb town village
        water bay canyon gulf lagoon lake pond reservoir river strait stream
        island archipelago island islands isle peninsula
        height fell hill mountain peak volcano
        film documentary film movie
        broadcast drama miniseries series serial show sitcom soap
        book biography book memoir novel novella poem thriller
        stage ballet musical opera play
        music album anthem single song symphony
        game boardgame game videogame
        picture engraving etching fresco painting portrait
        body airline bank band brewery charity choir club company ensemble firm foundation orchestra quartet trio
        vessel barque battleship boat catamaran corvette cruiser destroyer dreadnought ferry frigate gunboat lifeboat liner schooner ship steamer submarine tanker trawler tug vessel warship yacht
        spacecraft craft lander mission orbiter probe rocket rover satellite shuttle spacecraft telescope
        disease cholera disease epidemic fever flu illness infection influenza outbreak pandemic plague pox virus
        law act bill decree directive law ordinance regulation statute
        award award medal prize trophy
        school academy college polytechnic school university
        animal bird cat colt dog filly gelding heron horse mare pony racehorse stallion
        structure aqueduct bridge dam footbridge lighthouse tower tunnel viaduct
        pact accord agreement compact convention pact protocol treaty
        train loco locomotive train";
    rows.lines()
        .filter_map(|row| {
            let row = row.trim();
            let (sort, nouns) = row.split_once(' ')?;
            Some((sort, set(nouns)))
        })
        .collect()
});
