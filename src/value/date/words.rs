//! The words dates are made of, as a closed class. A word here only has a role; whether it is part of a
//! date is for the patterns.

use super::calendar::{Season, Unit};

/// What a word can do in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// 1 to 12.
    Month(i8),
    /// 1 is Monday.
    Weekday(i8),
    Cardinal(u32),
    Ordinal(u32),
    Hundred,
    Thousand,
    Unit(Unit),
    Units(Unit),
    Season(Season),
    /// "nineties": 90.
    Decade(u32),
    /// today 0, yesterday -1, tomorrow 1.
    Day(i8),
    Now,
    This,
    Last,
    Next,
    Previous,
    Following,
    Past,
    Coming,
    Current,
    Same,
    That,
    Ago,
    Later,
    Earlier,
    Before,
    After,
    From,
    To,
    Until,
    Between,
    And,
    Or,
    Of,
    In,
    On,
    At,
    The,
    A,
    Since,
    By,
    For,
    During,
    Early,
    Mid,
    Late,
    Start,
    Middle,
    End,
    Half,
    /// "few", "several": a number nobody knows.
    Few,
    Couple,
    Dozen,
    /// "about", "circa".
    About,
    Fiscal,
    Ad,
    Bc,
    Plain,
}

/// The longest word with a role.
const MAX_LEN: usize = 13;

/// The role of a word, whatever its case.
pub(super) fn classify(word: &str) -> Word {
    let mut folded = [0u8; MAX_LEN];
    let Some(folded) = folded.get_mut(..word.len()) else { return Word::Plain };
    folded.copy_from_slice(word.as_bytes());
    folded.make_ascii_lowercase();
    std::str::from_utf8(folded).map_or(Word::Plain, role)
}

fn role(word: &str) -> Word {
    calendar_word(word)
        .or_else(|| number_word(word))
        .or_else(|| deictic_word(word))
        .unwrap_or_else(|| function_word(word))
}

fn calendar_word(word: &str) -> Option<Word> {
    Some(match word {
        "january" | "jan" => Word::Month(1),
        "february" | "feb" => Word::Month(2),
        "march" | "mar" => Word::Month(3),
        "april" | "apr" => Word::Month(4),
        "may" => Word::Month(5),
        "june" | "jun" => Word::Month(6),
        "july" | "jul" => Word::Month(7),
        "august" | "aug" => Word::Month(8),
        "september" | "sept" | "sep" => Word::Month(9),
        "october" | "oct" => Word::Month(10),
        "november" | "nov" => Word::Month(11),
        "december" | "dec" => Word::Month(12),
        "monday" | "mon" => Word::Weekday(1),
        "tuesday" | "tue" | "tues" => Word::Weekday(2),
        "wednesday" | "wed" | "weds" => Word::Weekday(3),
        "thursday" | "thu" | "thur" | "thurs" => Word::Weekday(4),
        "friday" | "fri" => Word::Weekday(5),
        "saturday" | "sat" => Word::Weekday(6),
        "sunday" | "sun" => Word::Weekday(7),
        "spring" | "springtime" => Word::Season(Season::Spring),
        "summer" | "summertime" => Word::Season(Season::Summer),
        "autumn" | "fall" => Word::Season(Season::Autumn),
        "winter" | "wintertime" => Word::Season(Season::Winter),
        "day" => Word::Unit(Unit::Day),
        "days" => Word::Units(Unit::Day),
        "weekend" => Word::Unit(Unit::Weekend),
        "weekends" => Word::Units(Unit::Weekend),
        "week" => Word::Unit(Unit::Week),
        "weeks" => Word::Units(Unit::Week),
        "fortnight" => Word::Unit(Unit::Fortnight),
        "fortnights" => Word::Units(Unit::Fortnight),
        "month" => Word::Unit(Unit::Month),
        "months" => Word::Units(Unit::Month),
        "quarter" => Word::Unit(Unit::Quarter),
        "quarters" => Word::Units(Unit::Quarter),
        "year" => Word::Unit(Unit::Year),
        "years" => Word::Units(Unit::Year),
        "decade" => Word::Unit(Unit::Decade),
        "decades" => Word::Units(Unit::Decade),
        "century" => Word::Unit(Unit::Century),
        "centuries" => Word::Units(Unit::Century),
        _ => return None,
    })
}

fn number_word(word: &str) -> Option<Word> {
    const CARDINALS: [&str; 20] = [
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
    const ORDINALS: [&str; 20] = [
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if !(3..=11).contains(&word.len()) {
        return None;
    }
    // The first letters of every number word: most words of a text stop here.
    if !matches!(word.as_bytes()[0], b'z' | b'o' | b't' | b'f' | b's' | b'e' | b'n' | b'h' | b'd') {
        return None;
    }
    let place = |list: &[&str]| list.iter().position(|&item| item == word).map(|at| at as u32);
    if let Some(value) = place(&CARDINALS) {
        return Some(Word::Cardinal(value));
    }
    if let Some(value) = place(&ORDINALS) {
        return Some(Word::Ordinal(value));
    }
    if let Some(value) = place(&TENS) {
        return Some(Word::Cardinal((value + 2) * 10));
    }
    Some(match word {
        "twentieth" => Word::Ordinal(20),
        "thirtieth" => Word::Ordinal(30),
        "hundred" => Word::Hundred,
        "thousand" => Word::Thousand,
        "dozen" => Word::Dozen,
        "noughties" => Word::Decade(0),
        "twenties" => Word::Decade(20),
        "thirties" => Word::Decade(30),
        "forties" => Word::Decade(40),
        "fifties" => Word::Decade(50),
        "sixties" => Word::Decade(60),
        "seventies" => Word::Decade(70),
        "eighties" => Word::Decade(80),
        "nineties" => Word::Decade(90),
        _ => return None,
    })
}

fn deictic_word(word: &str) -> Option<Word> {
    Some(match word {
        "today" | "tonight" => Word::Day(0),
        "yesterday" => Word::Day(-1),
        "tomorrow" => Word::Day(1),
        "now" => Word::Now,
        "this" => Word::This,
        "last" => Word::Last,
        "next" => Word::Next,
        "previous" | "preceding" | "prior" => Word::Previous,
        "following" | "subsequent" => Word::Following,
        "past" => Word::Past,
        "coming" | "upcoming" => Word::Coming,
        "current" => Word::Current,
        "same" => Word::Same,
        "that" => Word::That,
        "ago" => Word::Ago,
        "later" => Word::Later,
        "earlier" => Word::Earlier,
        "before" => Word::Before,
        "after" => Word::After,
        "early" => Word::Early,
        "mid" => Word::Mid,
        "late" => Word::Late,
        "beginning" | "start" | "outset" => Word::Start,
        "middle" => Word::Middle,
        "end" | "close" => Word::End,
        _ => return None,
    })
}

fn function_word(word: &str) -> Word {
    match word {
        "from" => Word::From,
        "to" | "through" | "thru" => Word::To,
        "until" | "till" | "til" => Word::Until,
        "between" => Word::Between,
        "and" => Word::And,
        "or" => Word::Or,
        "of" => Word::Of,
        "in" => Word::In,
        "on" => Word::On,
        "at" => Word::At,
        "the" => Word::The,
        "a" | "an" => Word::A,
        "since" => Word::Since,
        "by" => Word::By,
        "for" => Word::For,
        "during" => Word::During,
        "half" => Word::Half,
        "few" | "several" | "some" | "many" => Word::Few,
        "couple" => Word::Couple,
        "about" | "around" | "circa" | "approximately" | "roughly" | "ca" => Word::About,
        "fiscal" | "financial" => Word::Fiscal,
        "ad" | "ce" => Word::Ad,
        "bc" | "bce" => Word::Bc,
        _ => Word::Plain,
    }
}
