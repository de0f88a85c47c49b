//! Words for making, and for who makes: "written", "author".
//!
//! Rows stand in `makers.txt`. It must not know the built-in families.

use std::sync::LazyLock;

use super::verbs;

#[derive(PartialEq, Eq)]
enum Sort {
    /// A book, a film, a painting.
    Work,
    /// What is done with a work when it is shown.
    Shown,
    /// A machine, a building.
    Thing,
    /// A firm, a party.
    Body,
}

struct Row {
    participle: &'static str,
    makers: Vec<&'static str>,
    sort: Sort,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = verbs::rows(include_str!("makers.txt"));
    let read = |row: &'static str| {
        let mut parts = row.split('=').map(str::trim);
        let (participle, makers, sort) = (parts.next()?, parts.next()?, parts.next()?);
        let makers = makers.split(',').map(str::trim).filter(|maker| !maker.is_empty()).collect();
        let sort = match sort {
            "work" => Sort::Work,
            "shown" => Sort::Shown,
            "thing" => Sort::Thing,
            _ => Sort::Body,
        };
        Some(Row { participle, makers, sort })
    };
    rows.filter_map(read).collect()
});

fn row_of(participle: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.participle == participle)
}

/// Whether a participle tells how a work came about, as labels of works give the year of: "painted", "premiered".
pub fn makes_a_work(participle: &str) -> bool {
    row_of(participle).is_some_and(|row| matches!(row.sort, Sort::Work | Sort::Shown))
}

/// Whether a cue asks who made something: "designed by", "founded by".
pub fn asks_for_maker(cue: &str) -> bool {
    let row = cue.strip_suffix(" by").and_then(row_of);
    row.is_some_and(|row| row.sort != Sort::Shown)
}

/// Whether a cue asks who made a work, which a bare "by" tells too: "author", "written by".
pub fn asks_for_author(cue: &str) -> bool {
    let works = || ROWS.iter().filter(|row| row.sort == Sort::Work);
    cue.strip_suffix(" by").is_some_and(|verb| works().any(|row| row.participle == verb))
        || works().any(|row| row.makers.contains(&cue))
}
