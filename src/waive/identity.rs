//! Which of several equal conflicts of an article one is: what baselines and fingerprints know it by,
//! beside the article's path, the fact and the stated value.

use std::collections::HashMap;

use crate::judge::{Finding, Reason, Verdict};

/// For each finding which of the article's equal conflicts it is, from 1; nothing for what is none.
///
/// Conflicts that are set aside keep their numbers, so that a note or a baseline changes no other
/// conflict's identity.
pub fn occurrences(findings: &[Finding]) -> Vec<Option<u64>> {
    let mut seen: HashMap<_, u64> = HashMap::new();
    let numbers = findings.iter().map(|Finding { fact, verdict, stated, .. }| {
        let is_conflict = matches!(
            verdict,
            Verdict::Conflicts | Verdict::Unjudged(Reason::SetAside | Reason::Baseline)
        );
        is_conflict.then(|| {
            let number = seen.entry((*fact, stated)).or_default();
            *number += 1;
            *number
        })
    });
    numbers.collect()
}
