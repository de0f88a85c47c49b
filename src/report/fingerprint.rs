//! The identity of a conflict: the same from run to run while lines move around it.
//!
//! It is made of the article's path, the fact's id, the stated value, and the how-manieth such
//! conflict of the article it is. Lines, columns and the expected value are no part of it. This
//! file must not know any format.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::Article;
use crate::judge::{Finding, Verdict};
use crate::waive::occurrences;

/// Hexadecimal digits of a fingerprint: half of SHA-256, as many as a reader of MD5 expects.
const N_DIGITS: usize = 32;

/// The fingerprint of each finding of an article, in their order; conflicts alone have one.
pub fn of_findings(article: &Article<'_>) -> Vec<Option<String>> {
    let path = with_slashes(article.source.name());
    let findings = &article.findings.findings;
    let fingerprint = |(finding, occurrence): (&Finding, Option<u64>)| {
        let id = &article.book.facts[finding.fact.0 as usize].id;
        let parts = [&*path, id, &finding.stated, &occurrence?.to_string()];
        (finding.verdict == Verdict::Conflicts).then(|| digest(&parts))
    };
    findings.iter().zip(occurrences(findings)).map(fingerprint).collect()
}

/// The first half of the SHA-256 of the parts with a NUL between them, in hexadecimal digits.
pub fn digest(parts: &[&str]) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(parts.join("\0")) {
        write!(digits, "{byte:02x}").expect("a string takes all");
    }
    digits.truncate(N_DIGITS);
    digits
}

/// A path as every system's reports write it.
pub(crate) fn with_slashes(path: &str) -> String {
    match cfg!(windows) {
        true => path.replace('\\', "/"),
        false => path.to_owned(),
    }
}
