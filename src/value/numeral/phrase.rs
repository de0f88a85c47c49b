//! One numeral: digits, words or both ("two hundred and five", "34.6 million", "half a dozen").
//!
//! A small machine over the number words: a group below the next scale word grows, a scale word
//! closes it. It reads the longest numeral from a token on and knows nothing of units.

use super::amount::{Amount, tidy};
use super::digits::{digits, integer_granularity};
use super::token::Kind;
use super::words::{Meaning, glued_scale};
use super::{Numeral, Scan};

/// What was read last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Last {
    Nothing,
    Article,
    Digits,
    Ones(u8),
    Tens,
    Hundred,
    Scale(i32),
    Half,
    Dozen,
}

/// The state of reading one numeral.
pub(super) struct Machine<'s, 't> {
    pub(super) scan: &'s Scan<'t>,
    /// One past the last token taken.
    pub(super) end: usize,
    pub(super) total: f64,
    pub(super) group: f64,
    /// What the last scale word added to the total.
    pub(super) scaled: f64,
    pub(super) granularity: f64,
    pub(super) last: Last,
    /// The power of the last scale word, which the next must stay below.
    pub(super) ceiling: i32,
    /// The numeral stands after "between", where "and" joins two numbers.
    pub(super) between: bool,
    /// How many numerals it stands inside of.
    pub(super) depth: usize,
    /// It began with digits.
    pub(super) in_digits: bool,
}

/// How many numerals may stand inside one another ("two lakh and three hundred and five").
const DEEPEST: usize = 4;

/// The numeral that begins at token `start`, if one does.
pub(crate) fn numeral(scan: &Scan<'_>, start: usize) -> Option<Numeral> {
    numeral_within(scan, start, 0)
}

pub(super) fn numeral_within(scan: &Scan<'_>, start: usize, depth: usize) -> Option<Numeral> {
    if depth > DEEPEST {
        return None;
    }
    let negative = scan.meaning(start) == Some(Meaning::Minus);
    let first = if negative { scan.after_blank(start + 1) } else { start };
    let between = scan.word_before(start).is_some_and(|at| scan.is_word(at, "between"));
    let mut machine = Machine {
        scan,
        end: first,
        total: 0.0,
        group: 0.0,
        scaled: 0.0,
        granularity: 1.0,
        last: Last::Nothing,
        ceiling: i32::MAX,
        between,
        depth,
        in_digits: false,
    };
    let bare = machine.begin(first)?;
    while machine.step() {}
    machine.finish(start, bare, negative)
}

impl Machine<'_, '_> {
    /// Takes digits, if the numeral begins with them; tells whether they stand bare.
    fn begin(&mut self, start: usize) -> Option<bool> {
        if matches!(self.scan.kind(start), Some(Kind::Word)) {
            return Some(false);
        }
        let digits = digits(self.scan, start)?;
        self.end = digits.end;
        self.group = digits.value;
        self.granularity = digits.granularity;
        self.last = Last::Digits;
        self.in_digits = true;
        if self.scan.kind(self.end) == Some(Kind::Word)
            && let Some(power) = glued_scale(self.scan.text_of(self.end))
            && !self.is_kelvin(self.end)
        {
            self.scale(power);
            self.end += 1;
        }
        Some(digits.bare)
    }

    /// Takes the next word, if it goes on with the numeral.
    fn step(&mut self) -> bool {
        let at = match self.last {
            Last::Nothing => Some(self.end),
            _ => self.scan.after_gap(self.end),
        };
        let Some(at) = at else { return self.digits_below() };
        let Some(meaning) = self.scan.meaning(at) else { return false };
        let taken = match meaning {
            Meaning::Ones(n) => self.ones(n),
            Meaning::Tens(n) => self.tens(n) || self.two_word_denominator(n, at),
            Meaning::Hundred => self.hundred(at),
            Meaning::Scale(power) => self.scale_word(at, power),
            Meaning::Dozen => self.dozen(at),
            Meaning::Half => self.half(at),
            Meaning::Quarter => self.quarter(at),
            Meaning::Article => self.last == Last::Nothing && self.article(at),
            Meaning::Denominator(n) => self.denominator(n, at),
            Meaning::Ordinal(n) => self.one_over(n, at),
            Meaning::And => return self.and(at),
            Meaning::Point => return self.point(at),
            Meaning::Minus | Meaning::Month | Meaning::Period => false,
        };
        if taken {
            self.end = self.end.max(at + 1);
        }
        taken
    }

    /// "1 lakh 20 thousand": digits with a smaller scale word of their own.
    fn digits_below(&mut self) -> bool {
        let next = self.scan.after_blank(self.end);
        let digits = self.scan.kind(next) == Some(Kind::Digits) && next > self.end;
        if !digits || !matches!(self.last, Last::Scale(_)) {
            return false;
        }
        let Some(tail) = numeral_within(self.scan, next, self.depth + 1) else { return false };
        let hundreds = (next..tail.end).any(|at| self.scan.meaning(at) == Some(Meaning::Hundred));
        let below = tail.scale.map_or(hundreds, |power| power < self.ceiling);
        if !below || tail.amount.high >= 10_f64.powi(self.ceiling.min(15)) {
            return false;
        }
        self.group += tail.amount.low;
        self.granularity = tail.amount.granularity;
        self.end = tail.end;
        self.last = Last::Dozen;
        true
    }

    fn ones(&mut self, n: u8) -> bool {
        let fits = match self.last {
            Last::Nothing | Last::Hundred => true,
            Last::Scale(power) => power >= 3,
            Last::Tens => (1..10).contains(&n),
            _ => false,
        };
        if fits {
            self.group += f64::from(n);
            self.granularity = 1.0;
            self.last = Last::Ones(n);
        }
        fits
    }

    fn tens(&mut self, n: u8) -> bool {
        let fits = matches!(self.last, Last::Nothing | Last::Hundred | Last::Scale(_));
        if fits {
            self.group += f64::from(n);
            self.granularity = 1.0;
            self.last = Last::Tens;
        }
        fits
    }

    fn hundred(&mut self, at: usize) -> bool {
        let plural = self.scan.text_of(at).ends_with(['s', 'S']);
        // "hundred thousand" has its one left out.
        let next = self.scan.after_gap(at + 1).and_then(|next| self.scan.meaning(next));
        if self.last == Last::Nothing && matches!(next, Some(Meaning::Scale(_))) {
            self.group = 1.0;
            self.last = Last::Ones(1);
        }
        let fits = matches!(self.last, Last::Ones(_) | Last::Tens | Last::Digits | Last::Article)
            && !plural
            && self.group < 1_000.0;
        if fits {
            self.group = tidy(self.group * 100.0);
            self.granularity = match self.last {
                Last::Digits => self.granularity * 100.0,
                _ => integer_granularity(self.group),
            };
            self.last = Last::Hundred;
        }
        fits
    }

    fn scale_word(&mut self, at: usize, power: i32) -> bool {
        // "Form 10-K"
        if self.scan.span(at).len() == 1
            && (!self.scan.is_char(self.end, ' ') || self.is_kelvin(at))
        {
            return false;
        }
        let plural = self.scan.text_of(at).ends_with(['s', 'S']);
        match self.last {
            Last::Nothing | Last::Dozen => return false,
            Last::Article if plural => return false,
            // "lakh crore", "hundred thousand million": the last group is scaled again.
            Last::Scale(_) => {
                self.total = tidy(self.total - self.scaled);
                self.group = self.scaled;
            }
            _ if power >= self.ceiling => return false,
            _ => {}
        }
        self.scale(power);
        true
    }

    fn scale(&mut self, power: i32) {
        self.scaled = tidy(self.group * 10_f64.powi(power));
        self.total = tidy(self.total + self.scaled);
        self.granularity *= 10_f64.powi(power);
        self.group = 0.0;
        self.ceiling = power;
        self.last = Last::Scale(power);
    }

    fn dozen(&mut self, at: usize) -> bool {
        let plural = self.scan.text_of(at).ends_with(['s', 'S']);
        let fits = match self.last {
            Last::Nothing => false,
            Last::Article | Last::Half => !plural,
            _ => true,
        };
        if fits {
            self.group = tidy((self.total + self.group) * 12.0);
            self.total = 0.0;
            self.granularity = 1.0;
            self.last = Last::Dozen;
        }
        fits
    }

    /// "a" before "hundred", "dozen", "half", "quarter"; never alone.
    fn article(&mut self, at: usize) -> bool {
        let next = self.scan.after_gap(at + 1).and_then(|next| self.scan.meaning(next));
        let opens = match next {
            Some(Meaning::Hundred | Meaning::Scale(_) | Meaning::Dozen) => true,
            Some(Meaning::Half | Meaning::Quarter) => true,
            Some(Meaning::Ordinal(n)) => n > 2,
            _ => false,
        };
        if opens {
            self.group = 1.0;
            self.last = Last::Article;
        }
        opens
    }

    /// "and" goes on with a smaller group or with a part of one.
    fn and(&mut self, at: usize) -> bool {
        let digits = self.scan.after_blank(at + 1);
        let next = self.scan.after_gap(at + 1).unwrap_or(digits);
        if let Some((part, end)) = self.part_after(next) {
            let unit = match self.last {
                Last::Scale(power) => 10_f64.powi(power),
                Last::Ones(_) | Last::Tens | Last::Digits | Last::Hundred => 1.0,
                _ => return false,
            };
            // "two and a half million" is scaled still, "one million and a half" already.
            let scaled = self.scale_after(end);
            let unit = if scaled { 1.0 } else { unit };
            self.group += part * unit;
            self.granularity = 0.2 * unit;
            self.end = end;
            self.last = if unit > 1.0 { Last::Dozen } else { Last::Half };
            return true;
        }
        if self.between || !matches!(self.last, Last::Hundred | Last::Scale(_)) {
            return false;
        }
        // "€3.6 billion and 11,300 employees": two numbers, "1 lakh and 20 thousand" one.
        let digits = self.in_digits
            && matches!(self.last, Last::Scale(_))
            && self.scan.kind(next) == Some(Kind::Digits);
        if digits && !self.scale_after(next + 1) {
            return false;
        }
        self.smaller_group(next)
    }

    /// Whether a scale word below the last one stands next.
    fn scale_after(&self, from: usize) -> bool {
        let next = self.scan.after_gap(from).and_then(|at| self.scan.meaning(at));
        matches!(next, Some(Meaning::Scale(power)) if power < self.ceiling)
    }

    /// "nine point nought four".
    fn point(&mut self, at: usize) -> bool {
        let mut place = 1.0;
        let mut end = at + 1;
        while let Some(next) = self.scan.after_gap(end) {
            let Some(Meaning::Ones(n @ 0..=9)) = self.scan.meaning(next) else { break };
            place /= 10.0;
            self.group += f64::from(n) * place;
            end = next + 1;
        }
        if place == 1.0
            && let Some((hundredths, after)) = self.two_places(end)
        {
            place = 0.01;
            self.group += f64::from(hundredths) * place;
            end = after;
        }
        let read = place < 1.0 && !matches!(self.last, Last::Nothing | Last::Article | Last::Half);
        if read {
            self.group = tidy(self.group);
            self.granularity = place;
            self.end = end;
            self.last = Last::Half;
        }
        read
    }

    /// "seventy-one" or "eleven" after "point", and the token after it.
    fn two_places(&self, from: usize) -> Option<(u8, usize)> {
        let at = self.scan.after_gap(from)?;
        let tens = match self.scan.meaning(at)? {
            Meaning::Ones(n @ 10..) => return Some((n, at + 1)),
            Meaning::Tens(n) => n,
            _ => return None,
        };
        let ones = self.scan.after_gap(at + 1).and_then(|next| match self.scan.meaning(next) {
            Some(Meaning::Ones(n @ 1..=9)) => Some((tens + n, next + 1)),
            _ => None,
        });
        Some(ones.unwrap_or((tens, at + 1)))
    }

    fn finish(self, start: usize, bare: bool, negative: bool) -> Option<Numeral> {
        if matches!(self.last, Last::Nothing | Last::Article) {
            return None;
        }
        let value = tidy(self.total + self.group) * if negative { -1.0 } else { 1.0 };
        if !value.is_finite() {
            return None;
        }
        let granularity = match self.last {
            Last::Ones(_) | Last::Tens if self.total == 0.0 => 1.0,
            _ => self.granularity,
        };
        Some(Numeral {
            start,
            end: self.end,
            amount: Amount::new(value, granularity),
            bare: bare && self.last == Last::Digits,
            scale: (self.ceiling != i32::MAX).then_some(self.ceiling),
            half: self.last == Last::Half,
            negative,
            code: false,
            label: false,
            taken: false,
        })
    }
}
