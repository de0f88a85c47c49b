//! Two facts that cannot both be true: one of them would accuse every article.

use super::BookBuilder;

/// Reports each fact that contradicts an earlier one.
pub(super) fn find(_builder: &mut BookBuilder) {}
