//! References to rows of the tables that ship with the program, kept by their number. Whoever keeps
//! them names the program beside them: another one may have other tables.

use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

/// A type whose values are the rows of one table.
pub(super) trait Row: Sized + 'static {
    /// The table.
    fn table() -> &'static [Self];
}

pub(super) fn serialize<T: Row, S: Serializer>(
    row: &&'static T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    T::table().iter().position(|it| std::ptr::eq(it, *row)).serialize(serializer)
}

pub(super) fn deserialize<'de, T: Row, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<&'static T, D::Error> {
    let place = Option::<usize>::deserialize(deserializer)?;
    place.and_then(|place| T::table().get(place)).ok_or_else(|| D::Error::custom("no such row"))
}
