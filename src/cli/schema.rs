//! `factlint schema`: the JSON Schemas of rule files and the configuration, for editors.
//!
//! Tests keep the files equal to what the types say; nothing derives them here.

use super::args::{SchemaArgs, SchemaOf};
use super::status::Status;
use super::terminal;

const RULES: &str = include_str!("../../schemas/rules.schema.json");
const CONFIG: &str = include_str!("../../schemas/config.schema.json");

/// Runs the command.
pub(crate) fn run(args: &SchemaArgs) -> Status {
    terminal::print(match args.of {
        SchemaOf::Rules => RULES,
        SchemaOf::Config => CONFIG,
    });
    Status::Fine
}
