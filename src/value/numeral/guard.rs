//! What keeps digits from being a number: codes, versions, addresses, phones, dates, times, labels.
//!
//! The negative readings run here, once, before any kind looks at a numeral.

use super::phrase;
use super::token::Kind;
use super::words::Meaning;
use super::{Numeral, Scan};
use crate::text::word_set::WordSet;

/// Words after which a bare number is a name: "Article 370", "page 12".
static LABELS: WordSet<256> = WordSet::of(
    "article articles section sections chapter chapters resolution page pages pp figure fig \
     table route flight highway interstate rule phase tier level grade class version no nos \
     number psalm channel gate room platform model step volume vol issue part title verse \
     schedule appendix annex clause paragraph para item episode season lot exit line lines \
     note footnote ward sector block type mark track group ref id nr nrs order bill act day \
     week seed plot exercise exercises extension ext suite unit apartment apt zone building \
     terminal pier slide dept batch file case question form catch stage area",
);

/// Reads the numeral at token `at` and keeps it unless it is none; gives the token to go on from.
pub(crate) fn numeral(scan: &mut Scan<'_>, at: usize) -> usize {
    let digits = scan.kind(at) != Some(Kind::Word);
    let Some(mut numeral) = phrase::numeral(scan, at) else {
        return if digits { after_code(scan, at) } else { at + 1 };
    };
    if digits {
        match around_digits(scan, &numeral) {
            Around::Nothing if dash_plus(scan, &numeral) => return numeral.end,
            Around::Nothing => {}
            Around::Code => return after_code(scan, numeral.end.max(at + 1)),
            Around::Word => numeral.code = true,
            Around::Minus => negate(&mut numeral),
        }
    } else if is_name(scan, &numeral) || scan.kind(numeral.end) == Some(Kind::Digits) {
        return numeral.end;
    }
    numeral.label = is_label(scan, &numeral) || is_title(scan, &numeral);
    if !is_date_or_time(scan, &numeral) {
        scan.numerals.push(numeral);
    }
    numeral.end
}

/// Past the rest of a code, so that no part of it is read again.
fn after_code(scan: &Scan<'_>, from: usize) -> usize {
    let mut at = from;
    while let Some(kind) = scan.kind(at) {
        let goes_on = match kind {
            Kind::Digits | Kind::Word => true,
            Kind::Blank => false,
            Kind::Sign(sign) => {
                let joins = matches!(
                    sign,
                    '-' | '–' | '.' | '/' | ':' | ',' | '+' | '_' | '\u{2011}' | '×'
                );
                joins && scan.kind(at + 1) == Some(Kind::Digits)
            }
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    at.max(from).max(1)
}

/// What stands directly around digits.
enum Around {
    Nothing,
    /// They are part of a longer token.
    Code,
    /// A word is glued on the left: a currency, or else a code.
    Word,
    /// A minus sign.
    Minus,
}

fn around_digits(scan: &Scan<'_>, numeral: &Numeral) -> Around {
    if scan.is_coded(numeral.start) || breaks_after(scan, numeral.end) {
        return Around::Code;
    }
    let Some(before) = numeral.start.checked_sub(1) else { return Around::Nothing };
    match scan.kind(before) {
        Some(Kind::Word) => Around::Word,
        Some(Kind::Sign('-' | '−' | '\u{2011}' | '\u{2010}')) => dash_before(scan, before),
        Some(Kind::Sign('–' | '—')) => match before.checked_sub(1).and_then(|at| scan.kind(at))
        {
            Some(Kind::Word) if scan.is_sign(before, '–') => Around::Code,
            _ => Around::Nothing,
        },
        // "Rs.500"
        Some(Kind::Sign('.')) if before > 0 && scan.kind(before - 1) == Some(Kind::Word) => {
            Around::Word
        }
        Some(Kind::Sign(
            '.' | '/' | ':' | '#' | '+' | '_' | '=' | '@' | '\\' | '^' | '&' | '*',
        )) => Around::Code,
        Some(Kind::Sign('\'' | '’' | '‘')) if scan.span(numeral.start).len() == 2 => {
            Around::Code
        }
        _ => Around::Nothing,
    }
}

fn dash_before(scan: &Scan<'_>, dash: usize) -> Around {
    match dash.checked_sub(1).and_then(|at| scan.kind(at)) {
        // "the 75 -300mm lens": a stray blank before the dash of a range.
        Some(Kind::Blank) if dash > 1 && numeral_ends_at(scan, dash - 1) => Around::Nothing,
        None | Some(Kind::Blank) => Around::Minus,
        Some(Kind::Sign('(' | '[' | '<' | '=' | '>' | '"' | '“')) => Around::Minus,
        // The second half of "5-10" or "$10m-$12m" is joined later on.
        Some(Kind::Digits) => Around::Nothing,
        Some(Kind::Word) if numeral_ends_at(scan, dash) => Around::Nothing,
        Some(Kind::Sign('%')) => Around::Nothing,
        _ => Around::Code,
    }
}

fn numeral_ends_at(scan: &Scan<'_>, at: usize) -> bool {
    let scale = at.checked_sub(1).and_then(|word| scan.meaning(word));
    let last = scan.numerals.last();
    last.is_some_and(|last| last.end == at || (last.end + 1 == at && scale.is_none()))
}

fn negate(numeral: &mut Numeral) {
    (numeral.amount.low, numeral.amount.high) = (-numeral.amount.high, -numeral.amount.low);
    numeral.start -= 1;
    numeral.negative = true;
    numeral.bare = false;
}

/// Whether what follows directly makes the digits part of something else.
fn breaks_after(scan: &Scan<'_>, end: usize) -> bool {
    let digits = scan.kind(end + 1) == Some(Kind::Digits);
    match scan.kind(end) {
        Some(Kind::Sign(':' | '/' | '+' | '_' | '=' | '^' | ',' | '.' | '×')) => digits,
        // 6'2"
        Some(Kind::Sign('\'' | '’' | '′')) => digits,
        Some(Kind::Sign('@' | '\\')) => true,
        Some(Kind::Digits) => true,
        Some(Kind::Sign('-' | '\u{2011}' | '\u{2010}')) => {
            // 1-222-2222 and 2018-07-30: more than one hyphen between digits.
            digits && scan.is_dash(end + 2) && scan.kind(end + 3) == Some(Kind::Digits)
        }
        Some(Kind::Word) => {
            // 24703m212, but m2 and m3 are units.
            let power = matches!(scan.text_of(end + 1), "2" | "3");
            digits && !(power && scan.text_of(end).ends_with('m'))
        }
        _ => false,
    }
}

/// A number word with a capital inside a sentence, before another capital: "the Five Eyes",
/// "Group of Seven".
fn is_name(scan: &Scan<'_>, numeral: &Numeral) -> bool {
    let group = scan.word_before(numeral.start).is_some_and(|at| scan.is_word(at, "of"))
        && scan
            .word_before(numeral.start)
            .and_then(|at| scan.word_before(at))
            .is_some_and(|at| scan.is_word(at, "group") && scan.is_capital(at));
    let next = scan.after_blank(numeral.end);
    let capital = scan.is_capital(numeral.start) && !scan.begins_sentence(numeral.start);
    let named = capital && scan.kind(next) == Some(Kind::Word) && scan.is_capital(next);
    group || named || dash_plus(scan, numeral)
}

/// Either half of "two-plus-two".
fn dash_plus(scan: &Scan<'_>, numeral: &Numeral) -> bool {
    let before = numeral.start.checked_sub(1).filter(|&at| scan.is_dash(at));
    let word = before.and_then(|at| at.checked_sub(1)).is_some_and(|at| scan.is_word(at, "plus"));
    let plus = scan.is_dash(numeral.end) && scan.is_word(numeral.end + 1, "plus");
    word || plus && scan.is_dash(numeral.end + 2)
}

fn is_label(scan: &Scan<'_>, numeral: &Numeral) -> bool {
    let dotted = scan.before_blank(numeral.start).filter(|&at| scan.is_sign(at, '.'));
    let from = dotted.unwrap_or(numeral.start);
    let Some(before) = scan.word_before(from) else { return false };
    let word = scan.text_of(before);
    let listed = LABELS.has_in_any_case(word);
    listed || (numeral.bare && dotted.is_none() && is_product(scan, before, numeral))
}

/// "saw The 39 Steps": a capital article inside a sentence and a capital plural.
fn is_title(scan: &Scan<'_>, numeral: &Numeral) -> bool {
    let Some(article) = scan.word_before(numeral.start) else { return false };
    let next = scan.after_blank(numeral.end);
    scan.text_of(article) == "The"
        && !scan.begins_sentence(article)
        && next > numeral.end
        && scan.is_capital(next)
        && scan.text_of(next).ends_with('s')
}

/// "the Boeing 747", "Windows 10": a capital inside a sentence, and nothing counted after it.
fn is_product(scan: &Scan<'_>, before: usize, numeral: &Numeral) -> bool {
    let name = scan.is_capital(before)
        && scan.meaning(before).is_none()
        && scan.kind(numeral.start.wrapping_sub(1)) == Some(Kind::Blank)
        && !scan.begins_sentence(before);
    // "ISO 9001", "iPhone 15"
    let name = name || scan.text_of(before).chars().skip(1).any(char::is_uppercase);
    let next = scan.after_blank(numeral.end);
    let counted = scan.kind(next) == Some(Kind::Word) && scan.text_of(next).ends_with('s');
    name && !counted && !scan.is_dash(numeral.end)
}

/// "30 July", "July 30", "6pm", "10.30 am".
fn is_date_or_time(scan: &Scan<'_>, numeral: &Numeral) -> bool {
    let small = numeral.amount.high <= 31.0 && numeral.scale.is_none();
    if !small {
        return false;
    }
    let next = scan.after_blank(numeral.end);
    let before = scan.before_blank(numeral.start).map(|at| match scan.is_sign(at, '.') {
        true => at.saturating_sub(1),
        false => at,
    });
    let month = |at: usize| scan.meaning(at) == Some(Meaning::Month) && scan.is_capital(at);
    let of = scan.is_word(next, "of") && month(scan.after_blank(next + 1));
    let clock = ["am", "pm"].iter().any(|half| scan.is_word(next, half))
        || (scan.is_word(next, "a") || scan.is_word(next, "p"))
            && scan.is_sign(next + 1, '.')
            && scan.is_word(next + 2, "m")
        || scan.is_word(next, "o") && scan.is_word(next + 2, "clock");
    let day = numeral.amount.low >= 1.0 && !numeral.half;
    day && (month(next) || of || before.is_some_and(month)) || clock
}
