//! What may follow "and" in a numeral: a smaller group, or one that scales the whole.
//!
//! It knows nothing of units.

use super::Numeral;
use super::phrase::{Last, Machine, numeral_within};
use super::token::Kind;

impl Machine<'_, '_> {
    /// "one hundred and five": takes the smaller group that begins at a token.
    pub(super) fn smaller_group(&mut self, next: usize) -> bool {
        let Some(tail) = numeral_within(self.scan, next, self.depth + 1) else { return false };
        let small = match self.last {
            Last::Hundred => tail.amount.high < 100.0 && tail.scale.is_none(),
            _ => tail.amount.high < 10_f64.powi(self.ceiling.min(15)),
        };
        // "one hundred and three and two thirds" ends in a part of one.
        let whole = (tail.amount.low.fract() == 0.0 || (tail.half && tail.amount.low > 1.0))
            && !tail.negative
            && tail.amount.low > 0.0;
        // "$18 million and two boats"
        let beside = self.in_digits
            && matches!(self.last, Last::Scale(_))
            && tail.amount.high < 100.0
            && self.scan.kind(next) == Some(Kind::Word);
        if beside {
            return false;
        }
        if !small || !whole {
            return self.scaled_tail(&tail);
        }
        self.group += tail.amount.low;
        self.granularity = tail.amount.granularity;
        self.end = tail.end;
        self.last = Last::Tens;
        true
    }

    /// "5826 K", "a temperature of 77 K": nobody writes so many thousands of thousands.
    pub(super) fn is_kelvin(&self, at: usize) -> bool {
        const BEFORE: usize = 12;
        let next = self.scan.after_blank(at + 1);
        let counted = next > at + 1
            && self.scan.kind(next) == Some(Kind::Word)
            && self.scan.text_of(next).ends_with('s');
        if self.scan.text_of(at) != "K" || counted {
            return false;
        }
        let is_heat = |at: usize| {
            let word = self.scan.text_of(at);
            self.scan.kind(at) == Some(Kind::Word)
                && (word.starts_with("temperature") || matches!(word, "hot" | "cooled" | "heated"))
        };
        self.total + self.group >= 1_000.0 || (at.saturating_sub(BEFORE)..at).any(is_heat)
    }

    /// "two hundred and two thousand": the thousand scales the whole group.
    fn scaled_tail(&mut self, tail: &Numeral) -> bool {
        let group = tail.amount.low / 1_000.0;
        let fits = self.last == Last::Hundred
            && tail.scale == Some(3)
            && group.fract() == 0.0
            && group < 100.0
            && self.total == 0.0;
        if fits {
            self.total = (self.group + group) * 1_000.0;
            self.group = 0.0;
            self.granularity = 1_000.0;
            self.end = tail.end;
            self.last = Last::Scale(3);
            self.scaled = self.total;
            self.ceiling = 3;
        }
        fits
    }
}
