//! Cities that datelines and head offices name.
//!
//! It must not know facts or articles.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Names with an underscore for the space, in lower case.
static CITIES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    include_str!("cities.txt").split_ascii_whitespace().map(str::to_lowercase).collect()
});

/// Whether a name is that of a large city; its case does not matter.
pub fn is_city(name: &str) -> bool {
    CITIES.contains(&name.replace(' ', "_").to_lowercase())
}
