//! Numbers spelled out, in the letters and joints of a model.

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// How a number was spelled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spelling {
    /// "two hundred five", as Americans write.
    without_and: bool,
    /// "twenty one".
    without_hyphen: bool,
    letters: Letters,
}

/// The letters of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Letters {
    /// "ten"
    Small,
    /// "Ten"
    Capital,
    /// "TEN"
    Capitals,
}

impl Letters {
    /// Those of a written word.
    pub(crate) fn of(written: &str) -> Self {
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        let opens = letters.next().is_some_and(char::is_uppercase);
        let mut rest = letters.peekable();
        match (opens, rest.peek().is_some() && rest.all(char::is_uppercase)) {
            (true, true) => Self::Capitals,
            (true, false) => Self::Capital,
            (false, _) => Self::Small,
        }
    }

    /// A word in small letters, in these.
    pub(crate) fn write(self, word: &str) -> String {
        let mut characters = word.chars();
        match (self, characters.next()) {
            (Self::Small, _) | (_, None) => word.to_owned(),
            (Self::Capital, Some(first)) => first.to_uppercase().chain(characters).collect(),
            (Self::Capitals, _) => word.to_uppercase(),
        }
    }
}

impl Spelling {
    /// That of a written number.
    pub(crate) fn of(written: &str) -> Self {
        let lower = written.to_lowercase();
        let words: Vec<&str> = lower.split([' ', '\n', '\u{a0}']).collect();
        let follows = |pair: &[&str], first: &[&str], second: &[&str]| {
            first.contains(&pair[0]) && second.contains(&pair[1])
        };
        let small = &ONES[1..10];
        Self {
            without_and: words
                .windows(2)
                .any(|pair| pair[0] == "hundred" && pair[1] != "and" && pair[1] != "thousand"),
            without_hyphen: words.windows(2).any(|pair| follows(pair, &TENS[2..], small)),
            letters: Letters::of(written),
        }
    }
}

/// A number below a hundred thousand in words.
pub(crate) fn cardinal(n: u32, spelling: Spelling) -> String {
    spelling.letters.write(&words(n, spelling))
}

/// Its place in a row in words: "twenty-first".
pub(crate) fn ordinal(n: u32, spelling: Spelling) -> String {
    let words = words(n, spelling);
    let at = words.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (head, last) = words.split_at(at);
    let last = match last {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        tens if tens.ends_with('y') => format!("{}ieth", &tens[..tens.len() - 1]),
        other => format!("{other}th"),
    };
    spelling.letters.write(&format!("{head}{last}"))
}

/// The letters after the digits of an ordinal: "st" of 21.
pub(crate) const fn suffix(n: u64) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn words(n: u32, spelling: Spelling) -> String {
    let (thousands, below) = (n / 1000, n % 1000);
    let (hundreds, rest) = (below / 100, below % 100);
    let mut parts = Vec::new();
    if thousands > 0 {
        parts.push(format!("{} thousand", words(thousands, spelling)));
    }
    if hundreds > 0 {
        parts.push(format!("{} hundred", ONES[hundreds as usize]));
    }
    if rest > 0 {
        if !parts.is_empty() && !spelling.without_and {
            parts.push("and".to_owned());
        }
        parts.push(below_hundred(rest as usize, spelling));
    }
    if parts.is_empty() { ONES[0].to_owned() } else { parts.join(" ") }
}

fn below_hundred(n: usize, spelling: Spelling) -> String {
    let joint = if spelling.without_hyphen { ' ' } else { '-' };
    match (n, n % 10) {
        (..20, _) => ONES[n].to_owned(),
        (_, 0) => TENS[n / 10].to_owned(),
        (_, one) => format!("{}{joint}{}", TENS[n / 10], ONES[one]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::numeral::parse_amount;

    #[test]
    fn every_number_reads_back() {
        for model in ["two hundred and twenty-one", "two hundred five"] {
            let spelling = Spelling::of(model);
            for n in (1..2000).chain([5_000, 40_017, 99_999]) {
                let words = cardinal(n, spelling);
                let read = parse_amount(&words).map(|amount| amount.low);
                assert_eq!(read, Some(f64::from(n)), "{words}");
            }
        }
    }

    #[test]
    fn ordinals_are_spelled_by_the_book() {
        for (n, wanted) in [
            (1, "First"),
            (12, "Twelfth"),
            (20, "Twentieth"),
            (21, "Twenty-first"),
            (105, "One hundred and fifth"),
        ] {
            assert_eq!(ordinal(n, Spelling::of("Fourth")), wanted);
        }
    }
}
