//! The words dates are made of, as a closed class. A word here only has a role; whether it is part of a
//! date is for the patterns.

use super::calendar::{Season, Unit};
use crate::text::word_set::WordMap;

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

/// Every word with a role. Adding one is a row here.
#[rustfmt::skip]
const WORDS: &[(&[&str], Word)] = &[
    (&["january", "jan"], Word::Month(1)),
    (&["february", "feb"], Word::Month(2)),
    (&["march", "mar"], Word::Month(3)),
    (&["april", "apr"], Word::Month(4)),
    (&["may"], Word::Month(5)),
    (&["june", "jun"], Word::Month(6)),
    (&["july", "jul"], Word::Month(7)),
    (&["august", "aug"], Word::Month(8)),
    (&["september", "sept", "sep"], Word::Month(9)),
    (&["october", "oct"], Word::Month(10)),
    (&["november", "nov"], Word::Month(11)),
    (&["december", "dec"], Word::Month(12)),
    (&["monday", "mon"], Word::Weekday(1)),
    (&["tuesday", "tue", "tues"], Word::Weekday(2)),
    (&["wednesday", "wed", "weds"], Word::Weekday(3)),
    (&["thursday", "thu", "thur", "thurs"], Word::Weekday(4)),
    (&["friday", "fri"], Word::Weekday(5)),
    (&["saturday", "sat"], Word::Weekday(6)),
    (&["sunday", "sun"], Word::Weekday(7)),
    (&["spring", "springtime"], Word::Season(Season::Spring)),
    (&["summer", "summertime"], Word::Season(Season::Summer)),
    (&["autumn", "fall"], Word::Season(Season::Autumn)),
    (&["winter", "wintertime"], Word::Season(Season::Winter)),
    (&["day"], Word::Unit(Unit::Day)),
    (&["days"], Word::Units(Unit::Day)),
    (&["weekend"], Word::Unit(Unit::Weekend)),
    (&["weekends"], Word::Units(Unit::Weekend)),
    (&["week"], Word::Unit(Unit::Week)),
    (&["weeks"], Word::Units(Unit::Week)),
    (&["fortnight"], Word::Unit(Unit::Fortnight)),
    (&["fortnights"], Word::Units(Unit::Fortnight)),
    (&["month"], Word::Unit(Unit::Month)),
    (&["months"], Word::Units(Unit::Month)),
    (&["quarter"], Word::Unit(Unit::Quarter)),
    (&["quarters"], Word::Units(Unit::Quarter)),
    (&["year"], Word::Unit(Unit::Year)),
    (&["years"], Word::Units(Unit::Year)),
    (&["decade"], Word::Unit(Unit::Decade)),
    (&["decades"], Word::Units(Unit::Decade)),
    (&["century"], Word::Unit(Unit::Century)),
    (&["centuries"], Word::Units(Unit::Century)),
    (&["twentieth"], Word::Ordinal(20)),
    (&["thirtieth"], Word::Ordinal(30)),
    (&["hundred"], Word::Hundred),
    (&["thousand"], Word::Thousand),
    (&["dozen"], Word::Dozen),
    (&["noughties"], Word::Decade(0)),
    (&["twenties"], Word::Decade(20)),
    (&["thirties"], Word::Decade(30)),
    (&["forties"], Word::Decade(40)),
    (&["fifties"], Word::Decade(50)),
    (&["sixties"], Word::Decade(60)),
    (&["seventies"], Word::Decade(70)),
    (&["eighties"], Word::Decade(80)),
    (&["nineties"], Word::Decade(90)),
    (&["today", "tonight"], Word::Day(0)),
    (&["yesterday"], Word::Day(-1)),
    (&["tomorrow"], Word::Day(1)),
    (&["now"], Word::Now),
    (&["this"], Word::This),
    (&["last"], Word::Last),
    (&["next"], Word::Next),
    (&["previous", "preceding", "prior"], Word::Previous),
    (&["following", "subsequent"], Word::Following),
    (&["past"], Word::Past),
    (&["coming", "upcoming"], Word::Coming),
    (&["current"], Word::Current),
    (&["same"], Word::Same),
    (&["that"], Word::That),
    (&["ago"], Word::Ago),
    (&["later"], Word::Later),
    (&["earlier"], Word::Earlier),
    (&["before"], Word::Before),
    (&["after"], Word::After),
    (&["early"], Word::Early),
    (&["mid"], Word::Mid),
    (&["late"], Word::Late),
    (&["beginning", "start", "outset"], Word::Start),
    (&["middle"], Word::Middle),
    (&["end", "close"], Word::End),
    (&["from"], Word::From),
    (&["to", "through", "thru"], Word::To),
    (&["until", "till", "til"], Word::Until),
    (&["between"], Word::Between),
    (&["and"], Word::And),
    (&["or"], Word::Or),
    (&["of"], Word::Of),
    (&["in"], Word::In),
    (&["on"], Word::On),
    (&["at"], Word::At),
    (&["the"], Word::The),
    (&["a", "an"], Word::A),
    (&["since"], Word::Since),
    (&["by"], Word::By),
    (&["for"], Word::For),
    (&["during"], Word::During),
    (&["half"], Word::Half),
    (&["few", "several", "some", "many"], Word::Few),
    (&["couple"], Word::Couple),
    (&["about", "around", "circa", "approximately", "roughly", "ca"], Word::About),
    (&["fiscal", "financial"], Word::Fiscal),
    (&["ad", "ce"], Word::Ad),
    (&["bc", "bce"], Word::Bc),
    (&["zero"], Word::Cardinal(0)),
    (&["one"], Word::Cardinal(1)),
    (&["two"], Word::Cardinal(2)),
    (&["three"], Word::Cardinal(3)),
    (&["four"], Word::Cardinal(4)),
    (&["five"], Word::Cardinal(5)),
    (&["six"], Word::Cardinal(6)),
    (&["seven"], Word::Cardinal(7)),
    (&["eight"], Word::Cardinal(8)),
    (&["nine"], Word::Cardinal(9)),
    (&["ten"], Word::Cardinal(10)),
    (&["eleven"], Word::Cardinal(11)),
    (&["twelve"], Word::Cardinal(12)),
    (&["thirteen"], Word::Cardinal(13)),
    (&["fourteen"], Word::Cardinal(14)),
    (&["fifteen"], Word::Cardinal(15)),
    (&["sixteen"], Word::Cardinal(16)),
    (&["seventeen"], Word::Cardinal(17)),
    (&["eighteen"], Word::Cardinal(18)),
    (&["nineteen"], Word::Cardinal(19)),
    (&["twenty"], Word::Cardinal(20)),
    (&["thirty"], Word::Cardinal(30)),
    (&["forty"], Word::Cardinal(40)),
    (&["fifty"], Word::Cardinal(50)),
    (&["sixty"], Word::Cardinal(60)),
    (&["seventy"], Word::Cardinal(70)),
    (&["eighty"], Word::Cardinal(80)),
    (&["ninety"], Word::Cardinal(90)),
    (&["first"], Word::Ordinal(1)),
    (&["second"], Word::Ordinal(2)),
    (&["third"], Word::Ordinal(3)),
    (&["fourth"], Word::Ordinal(4)),
    (&["fifth"], Word::Ordinal(5)),
    (&["sixth"], Word::Ordinal(6)),
    (&["seventh"], Word::Ordinal(7)),
    (&["eighth"], Word::Ordinal(8)),
    (&["ninth"], Word::Ordinal(9)),
    (&["tenth"], Word::Ordinal(10)),
    (&["eleventh"], Word::Ordinal(11)),
    (&["twelfth"], Word::Ordinal(12)),
    (&["thirteenth"], Word::Ordinal(13)),
    (&["fourteenth"], Word::Ordinal(14)),
    (&["fifteenth"], Word::Ordinal(15)),
    (&["sixteenth"], Word::Ordinal(16)),
    (&["seventeenth"], Word::Ordinal(17)),
    (&["eighteenth"], Word::Ordinal(18)),
    (&["nineteenth"], Word::Ordinal(19)),
];

/// The words by spelling.
static ROLES: WordMap<Word, 512> = {
    let mut roles = WordMap::new(Word::Plain);
    let mut row = 0;
    while row < WORDS.len() {
        let (spellings, word) = WORDS[row];
        let mut at = 0;
        while at < spellings.len() {
            roles.insert(spellings[at], word);
            at += 1;
        }
        row += 1;
    }
    roles
};

/// For every first letter the lengths that occur: most words of a text stop here.
const LENGTHS: [u16; 26] = {
    let mut lengths = [0; 26];
    let mut row = 0;
    while row < WORDS.len() {
        let mut at = 0;
        while at < WORDS[row].0.len() {
            let spelling = WORDS[row].0[at].as_bytes();
            assert!(spelling.len() <= MAX_LEN);
            lengths[(spelling[0] - b'a') as usize] |= 1 << spelling.len();
            at += 1;
        }
        row += 1;
    }
    lengths
};

/// The role of a word of ASCII letters, whatever its case.
pub(super) fn classify(word: &str) -> Word {
    let Some(letter) = word.as_bytes().first().filter(|_| word.len() <= MAX_LEN) else {
        return Word::Plain;
    };
    let letter = usize::from((letter | 0x20).wrapping_sub(b'a'));
    if LENGTHS.get(letter).is_none_or(|lengths| lengths & (1 << word.len()) == 0) {
        return Word::Plain;
    }
    ROLES.get_in_any_case(word).unwrap_or(Word::Plain)
}
