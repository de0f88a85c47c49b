//! Everything seen in an article, whether or not a fact is about it.

pub mod human;
pub mod json;
pub mod place;
mod value;
