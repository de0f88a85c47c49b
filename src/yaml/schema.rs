//! JSON Schemas of written forms, for editors that complete and check YAML: derived from the types by
//! schemars, finished here as the reader reads.
//!
//! Only tests build them: they keep the files in `schemas/`, which the binary prints.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::{Entries, OneOrMany, Spanned};

impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}s", T::schema_name()).into()
    }

    /// A mapping never stands for a list of one.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        let one = generator.subschema_for::<String>();
        json!({"anyOf": [{"type": "array", "items": item}, one]}).try_into().unwrap()
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("EntriesOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json!({"type": "object", "additionalProperties": value}).try_into().unwrap()
    }
}

/// The schema of a file, in the draft that editors know.
pub(crate) fn of_file<T: JsonSchema>(title: &str) -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    finish(&mut schema);
    schema["title"] = title.into();
    schema
}

/// The definition of a type in a schema.
pub(crate) fn definition<'s>(schema: &'s mut Value, name: &str) -> &'s mut Value {
    schema["definitions"].get_mut(name).unwrap_or_else(|| panic!("no definition of {name}"))
}

/// Makes a property, which must be there, one of these words.
pub(crate) fn set_words<'w>(
    definition: &mut Value,
    key: &str,
    words: impl Iterator<Item = &'w str>,
) {
    let property = definition["properties"].get_mut(key);
    let property = property.unwrap_or_else(|| panic!("no property {key}"));
    let description = property["description"].take();
    *property = json!({"description": description, "enum": words.collect::<Vec<_>>()});
}

/// Scalars are text whatever they look like, nothing needs to be said, and unknown keys are mistakes.
fn finish(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(finish),
        Value::Object(object) => {
            object.values_mut().for_each(finish);
            let kind = object.get("type").cloned();
            let kinds = match &kind {
                Some(Value::Array(kinds)) => kinds.clone(),
                other => other.iter().map(|kind| (*kind).clone()).collect(),
            };
            if kinds.contains(&json!("string")) && !object.contains_key("enum") {
                let scalars = [json!("string"), json!("number"), json!("boolean")];
                let others = kinds.into_iter().filter(|kind| kind != "string");
                object.insert("type".into(), scalars.into_iter().chain(others).collect());
            }
            if object.contains_key("properties") && !object.contains_key("additionalProperties") {
                object.insert("additionalProperties".into(), false.into());
            }
        }
        _ => {}
    }
}

/// Holds a schema against its file in `schemas/`; `FACTLINT_BLESS=1` rewrites the file.
pub(crate) fn check_file(name: &str, schema: &Value) {
    let path = format!("{}/schemas/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os("FACTLINT_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == text, "{path} is not what the types say; FACTLINT_BLESS=1 rewrites it");
}

/// What a schema says is wrong with a YAML text, read as editors read it.
pub(crate) fn complaints(schema: &Value, yaml: &str) -> Vec<String> {
    let validator = jsonschema::draft7::new(schema).unwrap();
    let document: Value = serde_yaml::from_str(yaml).unwrap();
    let shown =
        |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
    validator.iter_errors(&document).map(shown).collect()
}
