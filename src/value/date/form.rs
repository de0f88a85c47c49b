//! The stated form of a date: what the words say and nothing more. No article, no tense, no calendar
//! day enters here; [`super::resolve`] brings them together.

use super::calendar::{Season, Unit};

/// A date as its words put it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Form {
    /// A piece of a year, the year stated or not: "30 July 2018", "October", "Q3 2019".
    Calendar(Calendar),
    /// 03/04/2020: the order is not in the words.
    Numeric { first: i8, second: i8, year: Option<i32> },
    /// A weekday and nothing else; 1 is Monday.
    Weekday(i8),
    /// "on the 18th", "Friday the 15th": of the nearest month that has it.
    DayOfMonth { day: i8, weekday: Option<i8> },
    /// "over the weekend".
    Weekend,
    /// A calendar unit counted from the article or the anchor: "last week", "the same year", "today".
    Unit { unit: Unit, offset: i32, origin: Origin },
    /// A named piece of time and a pointer: "last November", "next Tuesday", "that summer".
    Named { name: Name, step: Step },
    /// A part of something: "early 2016", "October this year", "the first week of May".
    Part { part: Part, of: Box<Form> },
    /// So much time away from something: "two years ago", "a week later", "three days after 5 May".
    Shift { counts: Vec<(u32, Unit)>, forward: bool, base: Base },
    /// "in two weeks": a date only where the tense points ahead, else a length of time.
    Ahead(Vec<(u32, Unit)>),
    /// A stretch that ends or begins at the origin: "the past decade", "the next three years".
    Window { n: u32, unit: Unit, forward: bool, origin: Origin },
    /// "the 1990s" 1990; a decade named without its century is the last one.
    Decade(i32),
    /// 19 is the 19th century; negative before Christ.
    Century(i32),
    /// "FY2016-17": begins in the year.
    FiscalFrom(i32),
    /// "FY17": ends in the year.
    FiscalTo(i32),
    /// An ISO week.
    Week { year: Option<i32>, week: i8 },
    /// The week that holds the day.
    WeekOf(Box<Form>),
    /// From the first day of one to the last day of the other.
    Range { from: Box<Form>, to: Box<Form> },
    /// The words allow each of them.
    Either(Vec<Form>),
    /// A time nobody can hold anything against: "decades ago", "the past few years".
    Vague,
}

/// A piece of a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Calendar {
    pub(super) year: Option<i32>,
    pub(super) piece: Piece,
    /// As stated beside it; 1 is Monday. It only helps to choose a year.
    pub(super) weekday: Option<i8>,
}

/// Which piece of the year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Piece {
    Year,
    Half(i8),
    Quarter(i8),
    Season(Season),
    Month(i8),
    Day {
        month: i8,
        day: i8,
    },
    /// The fourth Thursday of November; -1 is the last, 1 is Monday.
    NthWeekday {
        month: i8,
        nth: i8,
        weekday: i8,
    },
    /// So many days after Easter Sunday.
    Easter(i8),
}

/// What a relative date counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Article,
    Anchor,
}

/// What a shift starts from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Base {
    Origin(Origin),
    Date(Box<Form>),
}

/// A recurring piece of time, by its name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Name {
    Weekday(i8),
    Piece(Piece),
}

/// Which one of the recurring pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    This,
    Last,
    Next,
    /// "this past Wednesday": the latest.
    JustPast,
    /// "this coming Friday": the first to come.
    JustAhead,
    /// "that summer": the one in the anchor's year.
    That,
    /// "the following March": the next after the anchor.
    Following,
    /// "the previous March": the last before the anchor.
    Preceding,
}

/// A part of a longer time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    /// "October this year", "the third quarter of that year".
    Piece(Piece),
    /// "the 20th of next month".
    Day(i8),
    /// "Tuesday of last week".
    Weekday(i8),
    /// "the first Monday of October"; -1 is the last.
    NthWeekday(i8, i8),
    /// "the third week of May"; -1 is the last.
    NthWeek(i8),
    /// "the last weekend of May"; -1 is the last.
    NthWeekend(i8),
    /// "the first ten days of May", "the last three months of 2021".
    Run {
        n: u32,
        unit: Unit,
        last: bool,
    },
}

impl Form {
    pub(super) fn calendar(year: Option<i32>, piece: Piece) -> Self {
        Self::Calendar(Calendar { year, piece, weekday: None })
    }

    pub(super) fn part(part: Part, of: Self) -> Self {
        Self::Part { part, of: Box::new(of) }
    }

    pub(super) fn range(from: Self, to: Self) -> Self {
        Self::Range { from: Box::new(from), to: Box::new(to) }
    }

    pub(super) fn unit(unit: Unit, offset: i32, origin: Origin) -> Self {
        Self::Unit { unit, offset, origin }
    }

    /// The same without "early", "mid" and "late", as `inspect` prints it.
    pub(super) fn coarse(&self) -> &Self {
        match self {
            Self::Part { part: Part::Early | Part::Mid | Part::Late, of } => of.coarse(),
            other => other,
        }
    }

    /// Whether any part of it satisfies the test.
    pub(super) fn any(&self, test: &dyn Fn(&Self) -> bool) -> bool {
        test(self)
            || match self {
                Self::Part { of, .. } | Self::WeekOf(of) => of.any(test),
                Self::Shift { base: Base::Date(base), .. } => base.any(test),
                Self::Range { from, to } => from.any(test) || to.any(test),
                Self::Either(forms) => forms.iter().any(|form| form.any(test)),
                _ => false,
            }
    }

    /// The year it names, or the first of the years it names.
    pub(super) fn named_year(&self) -> Option<i32> {
        match self {
            Self::Calendar(calendar) => calendar.year,
            Self::Numeric { year, .. } => *year,
            Self::Part { of, .. } | Self::WeekOf(of) => of.named_year(),
            Self::Range { from, to } => from.named_year().or_else(|| to.named_year()),
            _ => None,
        }
    }

    /// Whether resolving this very form looks at the article's day.
    pub(super) fn points_at_article(&self) -> bool {
        match self {
            Self::Calendar(calendar) => calendar.year.is_none(),
            Self::Numeric { year, .. } | Self::Week { year, .. } => year.is_none(),
            Self::Weekday(_) | Self::DayOfMonth { .. } | Self::Weekend | Self::Ahead(_) => true,
            Self::Unit { origin, .. } | Self::Window { origin, .. } => *origin == Origin::Article,
            Self::Named { step, .. } => !step.is_anchored(),
            Self::Shift { base, .. } => *base == Base::Origin(Origin::Article),
            _ => false,
        }
    }

    /// Whether resolving this very form looks at the anchor.
    pub(super) fn points_at_anchor(&self) -> bool {
        match self {
            Self::Unit { origin, .. } | Self::Window { origin, .. } => *origin == Origin::Anchor,
            Self::Named { step, .. } => step.is_anchored(),
            Self::Shift { base, .. } => *base == Base::Origin(Origin::Anchor),
            _ => false,
        }
    }

    /// How far a counted distance may be off, in units; nothing for days and for named dates.
    pub(super) fn margin(&self) -> Option<(Unit, i64)> {
        let unit = match self {
            Self::Shift { counts, base: Base::Origin(_), .. } | Self::Ahead(counts) => {
                match counts.as_slice() {
                    [(_, unit)] => *unit,
                    _ => return None,
                }
            }
            Self::Window { unit, .. } => *unit,
            Self::Part { of, .. } => return of.margin(),
            Self::Range { from, to } => return from.margin().max(to.margin()),
            _ => return None,
        };
        match unit {
            Unit::Day => None,
            Unit::Weekend | Unit::Week | Unit::Fortnight => Some((Unit::Week, 1)),
            Unit::Month | Unit::Quarter | Unit::Year => Some((unit, 1)),
            Unit::Decade | Unit::Century => Some((Unit::Year, 2)),
        }
    }
}

impl Step {
    pub(super) fn is_anchored(self) -> bool {
        matches!(self, Self::That | Self::Following | Self::Preceding)
    }
}
