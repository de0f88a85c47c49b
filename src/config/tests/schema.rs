//! The schema of the configuration: `schemas/config.schema.json` is what the written types say, and the
//! documentation speaks of every key.

use serde_json::{Value, json};

use crate::config::compile::ORDERS;
use crate::config::{FailOn, written};
use crate::lexicon::MONTHS;
use crate::rules::Severity;
use crate::yaml::schema::{check_file, complaints, definition, of_file, set_words};

/// From the types, with the words that only compiling knows.
fn schema() -> Value {
    let mut schema = of_file::<written::Config>("A factlint configuration");
    set_words(&mut schema, "fail-on", FailOn::ALL.iter().map(|(name, _)| *name));
    let severities: Vec<_> = Severity::ALL.iter().map(|(name, _)| *name).collect();
    let by_id = json!({"type": "object", "additionalProperties": {"enum": severities}});
    schema["properties"]["severity"] = described(&schema["properties"]["severity"], &by_id);
    let dates = definition(&mut schema, "Dates");
    set_words(dates, "order", ORDERS.iter().map(|(name, _)| *name));
    let months = MONTHS.map(|name| json!({"const": name}));
    let numbers = json!({"type": "integer", "minimum": 1, "maximum": 12});
    let month = json!({"anyOf": months.into_iter().chain([numbers]).collect::<Vec<_>>()});
    let key = "fiscal-year-start";
    dates["properties"][key] = described(&dates["properties"][key], &month);
    let it = definition(&mut schema, "Override");
    it["required"] = json!(["articles"]);
    let required = json!(["articles", "fact", "reason"]);
    definition(&mut schema, "Suppression")["required"] = required;
    let it = definition(&mut schema, "Override");
    let weights = json!({"anyOf": [{"enum": severities}, by_id]});
    it["properties"]["severity"] = described(&it["properties"]["severity"], &weights);
    schema
}

/// A schema with the description of another.
fn described(old: &Value, new: &Value) -> Value {
    let mut new = new.clone();
    new["description"] = old["description"].clone();
    new
}

#[test]
fn the_schema_is_what_the_types_say() {
    check_file("config.schema.json", &schema());
}

#[test]
fn the_documentation_satisfies_it_and_has_every_key() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/config.md");
    let page = std::fs::read_to_string(path).unwrap();
    let schema = schema();
    for block in page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        assert_eq!(complaints(&schema, block), [""; 0], "{block}");
    }
    let keys = schema["properties"].as_object().unwrap().keys();
    let dates = schema["definitions"]["Dates"]["properties"].as_object().unwrap().keys();
    let keys = keys.cloned().chain(dates.map(|key| format!("dates.{key}")));
    let missing: Vec<_> = keys.filter(|key| !page.contains(&format!("| `{key}` |"))).collect();
    assert_eq!(missing, ["dates"], "`dates` has a row for each of its keys");
}

#[test]
fn mistakes_are_complained_of() {
    let is_fine = |yaml: &str| complaints(&schema(), yaml).is_empty();
    assert!(is_fine("rules: a\nselect: [b, 'c*']\nseverity: {a: info}\nfail-on: never\n"));
    assert!(is_fine("overrides: [{articles: a, severity: info}]\ndates: {fiscal-year-start: 4}"));
    for yaml in [
        "rule: a",
        "fail-on: grave",
        "severity: info",
        "severity: {a: grave}",
        "overrides: [{severity: info}]",
        "overrides: [{articles: a, severity: grave}]",
        "suppress: [{articles: a, fact: b}]",
        "dates: {order: year-first}",
        "dates: {fiscal-year-start: 13}",
    ] {
        assert!(!is_fine(yaml), "{yaml}");
    }
}
