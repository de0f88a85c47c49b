//! Parts of one inside a numeral: "half a million", "two thirds", "three and a quarter".

use super::phrase::{Last, Machine};
use super::words::Meaning;

impl Machine<'_, '_> {
    pub(super) fn half(&mut self, at: usize) -> bool {
        let fits = match self.last {
            Last::Nothing | Last::Article => true,
            Last::Ones(n) => n == 1 && self.group == 1.0,
            _ => false,
        };
        fits && self.part(0.5, at)
    }

    pub(super) fn quarter(&mut self, at: usize) -> bool {
        let alone = self.last == Last::Nothing && !self.scales_next(at + 1);
        let fits = matches!(self.last, Last::Nothing | Last::Article | Last::Ones(1)) && !alone;
        fits && self.part(0.25, at)
    }

    /// A part of one, and the scale word it may be a part of: "half a million", "a third of".
    fn part(&mut self, value: f64, at: usize) -> bool {
        self.group = value;
        self.granularity = if self.scales_next(at + 1) { 0.1 } else { 0.01 };
        self.last = Last::Half;
        self.end = at + 1;
        if let Some(article) = self.scan.after_gap(at + 1) {
            let article = match self.scan.is_word(article, "of") {
                true => self.scan.after_gap(article + 1).unwrap_or(article),
                false => article,
            };
            if self.scan.meaning(article) == Some(Meaning::Article) && self.scales_next(article + 1)
            {
                self.end = article + 1;
            }
        }
        true
    }

    fn scales_next(&self, from: usize) -> bool {
        let mut at = self.scan.after_gap(from);
        for skipped in ["of", "a"] {
            if at.is_some_and(|at| self.scan.is_word(at, skipped)) {
                at = at.and_then(|at| self.scan.after_gap(at + 1));
            }
        }
        let meaning = at.and_then(|at| self.scan.meaning(at));
        matches!(meaning, Some(Meaning::Scale(_) | Meaning::Dozen | Meaning::Hundred))
    }

    /// "two thirds", "three-fifths".
    pub(super) fn denominator(&mut self, n: u64, at: usize) -> bool {
        let counted = matches!(self.last, Last::Ones(_) | Last::Tens | Last::Digits)
            && self.total == 0.0
            && self.group > 1.0;
        counted && self.part(self.group / n as f64, at)
    }

    /// "three twenty-fifths", "one thirty-second": the denominator has two words.
    pub(super) fn two_word_denominator(&mut self, tens: u8, at: usize) -> bool {
        let next = match self.last {
            Last::Article | Last::Ones(_) | Last::Digits => self.scan.after_gap(at + 1),
            _ => None,
        };
        let Some(next) = next else { return false };
        let below = |n: u64| (1..10).contains(&n).then_some(u64::from(tens) + n);
        match self.scan.meaning(next) {
            Some(Meaning::Ordinal(n)) => below(n).is_some_and(|n| self.one_over(n, next)),
            Some(Meaning::Denominator(n)) => below(n).is_some_and(|n| self.denominator(n, next)),
            _ => false,
        }
    }

    /// "one third"; "a third" only before "of", since it may also be an ordinal.
    pub(super) fn one_over(&mut self, n: u64, at: usize) -> bool {
        let of = self.scan.after_gap(at + 1).is_some_and(|next| self.scan.is_word(next, "of"));
        let fits = match self.last {
            Last::Article => of,
            Last::Ones(1) => self.group == 1.0 && self.total == 0.0,
            _ => false,
        };
        fits && n > 2 && self.part(1.0 / n as f64, at)
    }

    /// "a half", "a quarter", "two thirds", "three quarters" after "and".
    pub(super) fn part_after(&self, next: usize) -> Option<(f64, usize)> {
        let count = match self.scan.meaning(next)? {
            // "two and half years"
            Meaning::Half if matches!(self.last, Last::Ones(_) | Last::Digits) => {
                return Some((0.5, next + 1));
            }
            Meaning::Article => 1.0,
            Meaning::Ones(n) if n > 0 => f64::from(n),
            Meaning::Tens(n) => f64::from(n),
            _ => return None,
        };
        let mut at = self.scan.after_gap(next + 1)?;
        // "fifty-four hundredths"
        let mut count = count;
        if let Some(Meaning::Ones(n @ 1..=9)) = self.scan.meaning(at)
            && count >= 20.0
        {
            count += f64::from(n);
            at = self.scan.after_gap(at + 1)?;
        }
        let denominator = match self.scan.meaning(at)? {
            Meaning::Half if count == 1.0 => 2.0,
            // "two and three-quarter hours"
            Meaning::Quarter if count == 1.0 || count == 3.0 => 4.0,
            Meaning::Ordinal(n) if count == 1.0 && n > 2 => n as f64,
            Meaning::Denominator(n) => n as f64,
            _ => return None,
        };
        Some((count / denominator, at + 1))
    }
}
