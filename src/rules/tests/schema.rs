//! The schema of rule files: `schemas/rules.schema.json` is what the written types say, the shipped
//! rule files and the documentation's satisfy it, and what it complains of the reader does too.

use serde_json::{Value, json};

use crate::rules::compile::value::VALUE_KEYS;
use crate::rules::{Severity, written};
use crate::yaml::schema::{check_file, complaints, definition, of_file, set_words};

/// From the types, with what only compiling demands.
fn schema() -> Value {
    let mut schema = of_file::<written::RuleFile>("A factlint rule file");
    schema["required"] = json!(["facts"]);
    let fact = definition(&mut schema, "Fact");
    fact["required"] = json!(["id", "subject"]);
    let one_value = VALUE_KEYS.map(|key| json!({"required": [key]}));
    fact["oneOf"] = json!(one_value);
    set_words(fact, "severity", Severity::ALL.iter().map(|(name, _)| *name));
    set_words(fact, "plans", ["judge"].into_iter());
    // The built-in predicates are offered, any other word is let pass.
    let names: Vec<_> = crate::lexicon::families().iter().map(|family| family.name).collect();
    let word = json!({"anyOf": [{"enum": names}, {"type": "string"}]});
    let list = json!({"type": "array", "items": word});
    let predicate = json!([word, list]);
    fact["properties"]["predicate"]["anyOf"] = predicate;
    definition(&mut schema, "Holder")["required"] = json!(["name"]);
    definition(&mut schema, "NameWithForms")["required"] = json!(["name"]);
    definition(&mut schema, "DatedExample")["required"] = json!(["text"]);
    schema
}

#[test]
fn the_schema_is_what_the_types_say() {
    check_file("rules.schema.json", &schema());
}

#[test]
fn the_shipped_and_the_documented_rule_files_satisfy_it() {
    let root = env!("CARGO_MANIFEST_DIR");
    let page = std::fs::read_to_string(format!("{root}/docs/rules.md")).unwrap();
    let blocks = page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let mut texts: Vec<String> = blocks.map(str::to_owned).collect();
    for entry in std::fs::read_dir(format!("{root}/rules")).unwrap() {
        texts.push(std::fs::read_to_string(entry.unwrap().path()).unwrap());
    }
    assert!(texts.len() > 10);
    let schema = schema();
    for text in texts {
        assert_eq!(complaints(&schema, &text), [""; 0], "{text}");
    }
}

#[test]
fn mistakes_are_complained_of() {
    let fact = "{id: a, subject: X, predicate: signed, date: 2016";
    let schema = schema();
    let is_fine =
        |tail: &str| complaints(&schema, &format!("facts:\n  - {fact}{tail}}}\n")).is_empty();
    assert!(is_fine(""));
    assert!(is_fine(", open: true, tolerance: 1, unless: [b], severity: info"));
    for tail in [
        ", severty: info",
        ", severity: grave",
        ", number: 5",
        ", open: perhaps",
        ", members: {name: India}",
        ", plans: ignore",
        ", examples: {agree: []}",
    ] {
        assert!(!is_fine(tail), "{tail}");
    }
    assert!(!complaints(&schema, "facts: [{id: a, subject: X, predicate: signed}]").is_empty());
    assert!(!complaints(&schema, "topic: nothing\n").is_empty());
}
