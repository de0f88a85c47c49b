//! What can be asked of a stated date.

use super::calendar::Unit;
use super::edtf::edtf;
use super::form::{Calendar, Form, Name, Part, Piece};
use super::resolve;
use super::{Context, DayMonthOrder, Interval, Stated};
use crate::value::Unsettled;

/// How finely a date is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day.
    Day,
    /// A week or weekend.
    Week,
    /// A month.
    Month,
    /// A quarter or season.
    Quarter,
    /// Half a year.
    Half,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
    /// A stretch between two dates, or of no fixed length.
    Stretch,
}

impl Stated {
    pub(super) fn new(form: Form) -> Self {
        Self { form }
    }

    /// Every interval the date can mean in this context: one where it is settled, several where the
    /// text keeps several readings, the likeliest first.
    ///
    /// # Errors
    /// What is missing: the article's date, an anchor; `Incomparable` for a vague expression or a day
    /// that does not exist.
    pub fn resolve(&self, context: &Context) -> Result<Vec<Interval>, Unsettled> {
        resolve::resolve(&self.form, context)
    }

    /// The likeliest reading as EDTF at the unit it is stated in ("early October" is `2020-10`), as
    /// `inspect` prints it; nothing when it cannot be resolved.
    ///
    /// 03/04/2020 of no known order is both days: `2020-03-04|2020-04-03`.
    pub fn edtf(&self, context: &Context) -> Option<String> {
        let readings = resolve::resolve(self.form.coarse(), context).ok()?;
        let is_open = context.order == DayMonthOrder::Unknown;
        match (&self.form, readings.as_slice()) {
            (Form::Numeric { year: Some(_), .. }, [one, other]) if is_open => {
                Some(format!("{}|{}", edtf(one), edtf(other)))
            }
            (_, readings) => readings.first().map(edtf),
        }
    }

    /// Whether it depends on the article's date or on the text around it.
    pub fn is_relative(&self) -> bool {
        self.form.any(&|form| form.points_at_article() || form.points_at_anchor())
    }

    /// Whether it counts from another date in the text: "the same year", "three days later".
    pub fn is_anchored(&self) -> bool {
        self.form.any(&Form::points_at_anchor)
    }

    /// Whether it is too vague to be held against anything: "decades ago".
    pub fn is_vague(&self) -> bool {
        self.form.any(&|form| matches!(form, Form::Vague))
    }

    /// Whether it states two ends: "2025–35", "from May to July", "FY2016-17".
    pub fn is_period(&self) -> bool {
        self.form.any(&|form| {
            matches!(form, Form::Range { .. } | Form::FiscalFrom(_) | Form::FiscalTo(_))
        })
    }

    /// Whether it is a numeric date whose day and month could change places.
    pub fn is_ambiguous_order(&self) -> bool {
        self.form.any(&|form| match form {
            Form::Numeric { first, second, .. } => *first <= 12 && *second <= 12 && first != second,
            _ => false,
        })
    }

    /// How finely it is stated.
    pub fn precision(&self) -> Precision {
        precision(&self.form)
    }

    /// The month, 1 to 12, of a date that names a month but no year: it can be held against a
    /// fact's month where no year is known.
    pub fn month_only(&self) -> Option<i8> {
        match self.form.coarse() {
            Form::Calendar(Calendar { year: None, piece, .. })
            | Form::Named { name: Name::Piece(piece), .. }
            | Form::Part { part: Part::Piece(piece), .. } => match piece {
                Piece::Month(month) | Piece::Day { month, .. } => Some(*month),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it names months or their days, and no year: "3 May", "from 13 to 14 September".
    pub fn is_yearless(&self) -> bool {
        let dated = |form: &Form| matches!(form, Form::Calendar(Calendar { year: Some(_), .. }));
        let month = |form: &Form| {
            matches!(
                form,
                Form::Calendar(Calendar {
                    year: None,
                    piece: Piece::Month(_) | Piece::Day { .. },
                    ..
                })
            )
        };
        self.month_only().is_some()
            || self.is_period() && self.form.any(&month) && !self.form.any(&dated)
    }

    /// The year it names, when it names one and is no stretch.
    pub fn year(&self) -> Option<i32> {
        match self.form.coarse() {
            Form::Calendar(calendar) => calendar.year,
            Form::Numeric { year, .. } => *year,
            _ => None,
        }
    }
}

fn precision(form: &Form) -> Precision {
    match form {
        Form::Calendar(Calendar { piece, .. }) | Form::Named { name: Name::Piece(piece), .. } => {
            piece_precision(*piece)
        }
        Form::Numeric { .. } | Form::Weekday(_) | Form::DayOfMonth { .. } | Form::Named { .. } => {
            Precision::Day
        }
        Form::Unit { unit, .. } => unit_precision(*unit),
        Form::Part { part, of } => match part {
            Part::Early | Part::Mid | Part::Late => precision(of),
            Part::Piece(piece) => piece_precision(*piece),
            Part::Day(_) | Part::Weekday(_) | Part::NthWeekday(..) => Precision::Day,
            Part::NthWeek(_) | Part::NthWeekend(_) => Precision::Week,
            Part::Run { .. } => Precision::Stretch,
        },
        Form::Shift { counts, .. } | Form::Ahead(counts) => match counts.as_slice() {
            [(_, unit)] => unit_precision((*unit).min(Unit::Year)),
            _ => Precision::Day,
        },
        Form::Decade(_) => Precision::Decade,
        Form::Century(_) => Precision::Century,
        Form::Week { .. } | Form::WeekOf(_) | Form::Weekend => Precision::Week,
        Form::Either(forms) => forms.first().map_or(Precision::Stretch, precision),
        Form::FiscalFrom(_) | Form::FiscalTo(_) => Precision::Year,
        Form::Window { .. } | Form::Range { .. } | Form::Vague => Precision::Stretch,
    }
}

fn piece_precision(piece: Piece) -> Precision {
    match piece {
        Piece::Year => Precision::Year,
        Piece::Half(_) => Precision::Half,
        Piece::Quarter(_) | Piece::Season(_) => Precision::Quarter,
        Piece::Month(_) => Precision::Month,
        Piece::Day { .. } | Piece::NthWeekday { .. } | Piece::Easter(_) => Precision::Day,
    }
}

fn unit_precision(unit: Unit) -> Precision {
    match unit {
        Unit::Day => Precision::Day,
        Unit::Weekend | Unit::Week | Unit::Fortnight => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Quarter => Precision::Quarter,
        Unit::Year => Precision::Year,
        Unit::Decade => Precision::Decade,
        Unit::Century => Precision::Century,
    }
}
