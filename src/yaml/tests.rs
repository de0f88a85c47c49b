//! The reader against serde_yaml on documents that both should read alike, and its own rules.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;

use super::{Entries, Faults, Spanned, Tree};

/// Documents of text, lists and mappings.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(untagged)]
enum Tame {
    Text(String),
    List(Vec<Tame>),
    Mapping(BTreeMap<String, Tame>),
}

#[derive(Deserialize)]
enum Read {
    #[serde(rename = "$text")]
    Text(String),
    #[serde(rename = "$list")]
    List(Vec<Read>),
    #[serde(rename = "$mapping")]
    Mapping(Entries<Read>),
}

impl From<Read> for Tame {
    fn from(read: Read) -> Self {
        match read {
            Read::Text(text) => Self::Text(text),
            Read::List(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Read::Mapping(entries) => Self::Mapping(
                entries
                    .0
                    .into_iter()
                    .map(|(key, value)| (key.value.unwrap(), value.value.unwrap().into()))
                    .collect(),
            ),
        }
    }
}

fn tame() -> impl Strategy<Value = Tame> {
    let text = "[a-zA-Z0-9é’ :#,'\"\\[\\]{}&*!|>%@~.?-]{0,24}|[ -~]{0,40}(\n[ -~]{0,20}){0,3}";
    let leaf = text.prop_map(Tame::Text);
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Tame::List),
            prop::collection::btree_map("[a-z0-9 :'-]{1,12}", inner, 0..6).prop_map(Tame::Mapping),
        ]
    })
}

proptest! {
    #[test]
    fn reads_what_serde_yaml_writes(document in tame()) {
        let text = serde_yaml::to_string(&document).unwrap();
        let faults = Faults::default();
        let tree = Tree::parse(&text, false, &faults);
        let read: Option<Read> = tree.root().and_then(|root| tree.read(root, &faults));
        let faults = faults.into_sorted();
        prop_assert!(faults.is_empty(), "{text}\n{faults:?}");
        prop_assert_eq!(read.map(Tame::from), Some(document), "{}", text);
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sample {
    first: Option<Spanned<String>>,
    on: Option<Spanned<bool>>,
}

#[test]
fn scalars_are_text_whatever_they_look_like() {
    for scalar in ["2016", "016", "1_000", "no", "2016-06-01", "1e3", "0x10", "'2016'", "\"2016\""]
    {
        let text = format!("first: {scalar}\n");
        let faults = Faults::default();
        let tree = Tree::parse(&text, false, &faults);
        let sample: Sample = tree.read(tree.root().unwrap(), &faults).unwrap();
        let first = sample.first.unwrap();
        assert_eq!(first.value.as_deref(), Some(scalar.trim_matches(['\'', '"'])));
        assert_eq!(&text[first.span.range()], scalar);
        assert!(sample.on.is_none());
    }
}
