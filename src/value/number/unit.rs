//! Units of measure: one row a unit.
//!
//! Adding a unit is adding a row to [`UNITS`].

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::value::numeral::{CONVERSION_SLACK, Kind, Scan, fold};
use crate::value::row::Row;

/// What a unit measures. Units of one dimension are converted, others cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Metres.
    Length,
    /// Kilograms.
    Mass,
    /// Square metres.
    Area,
    /// Cubic metres.
    Volume,
    /// Metres per second.
    Speed,
    /// Kelvin.
    Temperature,
    /// "98 degrees", of whatever.
    Degree,
    /// Bytes.
    Data,
    /// Joules.
    Energy,
    /// Watts.
    Power,
    /// Seconds.
    Time,
    /// Hertz.
    Frequency,
    /// Bytes per second.
    DataRate,
    /// Pascals.
    Pressure,
    /// Newtons.
    Force,
    /// Volts.
    Voltage,
    /// Cubic metres per second.
    Flow,
    /// Decibels.
    Loudness,
    /// Parts of one.
    Concentration,
}

impl Dimension {
    /// Its name, as the lexicon's measures have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Mass => "mass",
            Self::Area => "area",
            Self::Volume => "volume",
            Self::Speed => "speed",
            Self::Temperature => "temperature",
            Self::Degree => "degree",
            Self::Data => "data",
            Self::Energy => "energy",
            Self::Power => "power",
            Self::Time => "time",
            Self::Frequency => "frequency",
            Self::DataRate => "data rate",
            Self::Pressure => "pressure",
            Self::Force => "force",
            Self::Voltage => "voltage",
            Self::Flow => "flow",
            Self::Loudness => "loudness",
            Self::Concentration => "concentration",
        }
    }
}

/// A unit of measure.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// How reports print it.
    pub symbol: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's base unit it is.
    pub factor: f64,
    /// What is added after the factor (temperatures).
    pub offset: f64,
    /// Share by which readings of the name differ ("ton", "gallon"); at least the slack of any
    /// conversion.
    pub slack: f64,
    /// Written forms whose case counts, several with blanks between.
    symbols: &'static str,
    /// Names in the singular, several with commas between.
    names: &'static str,
}

use Dimension::{
    Area, Concentration, Data, DataRate, Degree, Energy, Flow, Force, Frequency, Length, Loudness,
    Mass, Power, Pressure, Speed, Temperature, Time, Voltage, Volume,
};

const fn unit(
    symbol: &'static str,
    dimension: Dimension,
    factor: f64,
    symbols: &'static str,
    names: &'static str,
) -> Unit {
    Unit { symbol, dimension, factor, offset: 0.0, slack: CONVERSION_SLACK, symbols, names }
}

/// A unit whose name means different things in different places.
const fn loose(slack: f64, unit: Unit) -> Unit {
    Unit { slack, ..unit }
}

const fn shifted(offset: f64, unit: Unit) -> Unit {
    Unit { offset, ..unit }
}

impl Row for Unit {
    fn table() -> &'static [Self] {
        UNITS
    }
}

static UNITS: &[Unit] = &[
    unit("nm", Length, 1e-9, "", "nanometre,nanometer"),
    unit("µm", Length, 1e-6, "µm μm", "micrometre,micrometer,micron"),
    unit("mm", Length, 1e-3, "mm", "millimetre,millimeter"),
    unit("cm", Length, 1e-2, "cm cms", "centimetre,centimeter"),
    unit("dm", Length, 1e-1, "dm", "decimetre,decimeter"),
    unit("m", Length, 1.0, "m", "metre,meter"),
    unit("km", Length, 1e3, "km kms", "kilometre,kilometer"),
    unit("in", Length, 0.0254, "″", "inch"),
    unit("ft", Length, 0.3048, "ft ′", "foot,feet"),
    unit("yd", Length, 0.9144, "yd yds", "yard"),
    unit("mi", Length, 1609.344, "mi", "mile"),
    unit("nmi", Length, 1852.0, "nmi", "nautical mile,sea mile"),
    unit("au", Length, 1.495_978_707e11, "", "astronomical unit"),
    unit("ly", Length, 9.460_730_472_580_8e15, "ly", "light year,light-year"),
    unit("µg", Mass, 1e-9, "µg μg mcg", "microgram,microgramme"),
    unit("mg", Mass, 1e-6, "mg", "milligram,milligramme"),
    unit("g", Mass, 1e-3, "g", "gram,gramme"),
    unit("kg", Mass, 1.0, "kg kgs", "kilogram,kilogramme,kilo"),
    unit("t", Mass, 1e3, "t mt MT", "tonne,metric ton,metric tonne"),
    loose(0.11, unit("ton", Mass, 1e3, "", "ton,short ton,long ton")),
    unit("kt", Mass, 1e6, "kt", "kilotonne,kiloton"),
    unit("Mt", Mass, 1e9, "Mt", "megatonne,megaton"),
    unit("quintal", Mass, 100.0, "", "quintal"),
    unit("lb", Mass, 0.453_592_37, "lb lbs", "pound"),
    unit("oz", Mass, 0.028_349_523, "oz", "ounce"),
    unit("st", Mass, 6.350_293_18, "", "stone"),
    unit("ct", Mass, 2e-4, "", "carat"),
    unit("cm²", Area, 1e-4, "cm² cm2 cm^2", "square centimetre,square centimeter,sq cm"),
    unit("m²", Area, 1.0, "m² m2 m^2 sqm", "square metre,square meter,sq m,sq metre,sq meter"),
    unit("km²", Area, 1e6, "km² km2 km^2", "square kilometre,square kilometer,sq km,sq kilometre"),
    unit("ha", Area, 1e4, "ha", "hectare"),
    unit("acre", Area, 4_046.856_422_4, "ac", "acre"),
    unit("sq ft", Area, 0.092_903_04, "ft² ft2", "square foot,square feet,sq ft,sq foot,sq feet"),
    unit("sq in", Area, 0.000_645_16, "", "square inch"),
    unit("sq yd", Area, 0.836_127_36, "", "square yard,sq yd"),
    unit("sq mi", Area, 2_589_988.110_336, "mi² mi2", "square mile,sq mi,sq mile"),
    unit("ml", Volume, 1e-6, "ml mL", "millilitre,milliliter"),
    unit("cl", Volume, 1e-5, "cl", "centilitre,centiliter"),
    unit("l", Volume, 1e-3, "l L", "litre,liter"),
    unit("cm³", Volume, 1e-6, "cm³ cm3 cc", "cubic centimetre,cubic centimeter"),
    unit("m³", Volume, 1.0, "m³ m3", "cubic metre,cubic meter,cu m"),
    unit("km³", Volume, 1e9, "km³ km3", "cubic kilometre,cubic kilometer"),
    unit("cu ft", Volume, 0.028_316_846_592, "", "cubic foot,cubic feet,cu ft"),
    unit("cu yd", Volume, 0.764_554_857_984, "", "cubic yard"),
    loose(0.21, unit("gal", Volume, 0.003_785_411_784, "gal", "gallon")),
    loose(0.21, unit("pint", Volume, 0.000_473_176_473, "", "pint")),
    unit("bbl", Volume, 0.158_987_294_928, "bbl", "barrel"),
    unit("tbsp", Volume, 14.787e-6, "tbsp", "tablespoon"),
    unit("tsp", Volume, 4.929e-6, "tsp", "teaspoon"),
    loose(0.06, unit("cup", Volume, 240e-6, "", "cup")),
    unit(
        "m/s",
        Speed,
        1.0,
        "m/s mps",
        "metre per second,meter per second,metre a second,meter a second",
    ),
    unit("km/s", Speed, 1e3, "km/s", "kilometre per second,kilometer per second"),
    unit(
        "km/h",
        Speed,
        1.0 / 3.6,
        "km/h kmh kph kmph km/hr kmhr",
        "kilometre per hour,kilometer per hour,kilometre an hour,kilometer an hour",
    ),
    unit("mph", Speed, 0.447_04, "mph mi/h", "mile per hour,mile an hour"),
    unit("ft/s", Speed, 0.3048, "ft/s fps", "foot per second,feet per second"),
    unit("kn", Speed, 1852.0 / 3600.0, "kn kt/h", "knot"),
    unit("K", Temperature, 1.0, "", "kelvin"),
    shifted(
        273.15,
        unit(
            "°C",
            Temperature,
            1.0,
            "°C ℃",
            "celsius,celcius,centigrade,degree celsius,degree centigrade,degree c,deg c,deg celsius",
        ),
    ),
    shifted(
        255.372_222_222,
        unit(
            "°F",
            Temperature,
            5.0 / 9.0,
            "°F ℉",
            "fahrenheit,farenheit,degree fahrenheit,degree farenheit,degree f,deg f,deg fahrenheit",
        ),
    ),
    unit("°", Degree, 1.0, "°", "degree,deg"),
    unit("bit", Data, 0.125, "", "bit"),
    unit("B", Data, 1.0, "", "byte"),
    unit("kB", Data, 1e3, "kB KB", "kilobyte"),
    unit("MB", Data, 1e6, "MB", "megabyte"),
    unit("GB", Data, 1e9, "GB", "gigabyte"),
    unit("TB", Data, 1e12, "TB", "terabyte"),
    unit("PB", Data, 1e15, "PB", "petabyte"),
    unit("EB", Data, 1e18, "EB", "exabyte"),
    unit("KiB", Data, 1_024.0, "KiB", "kibibyte"),
    unit("MiB", Data, 1_048_576.0, "MiB", "mebibyte"),
    unit("GiB", Data, 1_073_741_824.0, "GiB", "gibibyte"),
    unit("TiB", Data, 1_099_511_627_776.0, "TiB", "tebibyte"),
    unit("Mbit", Data, 125e3, "Mbit Mb mb", "megabit"),
    unit("Gbit", Data, 125e6, "Gbit Gb", "gigabit"),
    unit("J", Energy, 1.0, "J", "joule"),
    unit("kJ", Energy, 1e3, "kJ", "kilojoule"),
    unit("MJ", Energy, 1e6, "MJ", "megajoule"),
    unit("GJ", Energy, 1e9, "GJ", "gigajoule"),
    unit("kcal", Energy, 4184.0, "kcal", "kilocalorie,calorie"),
    unit("kWh", Energy, 3.6e6, "kWh", "kilowatt hour,kilowatthour"),
    unit("MWh", Energy, 3.6e9, "MWh", "megawatt hour"),
    unit("GWh", Energy, 3.6e12, "GWh", "gigawatt hour"),
    unit("TWh", Energy, 3.6e15, "TWh", "terawatt hour"),
    unit("W", Power, 1.0, "W", "watt"),
    unit("kW", Power, 1e3, "kW", "kilowatt"),
    unit("MW", Power, 1e6, "MW", "megawatt"),
    unit("GW", Power, 1e9, "GW", "gigawatt"),
    unit("TW", Power, 1e12, "TW", "terawatt"),
    loose(0.02, unit("hp", Power, 745.7, "hp bhp", "horsepower")),
    unit("Hz", Frequency, 1.0, "Hz", "hertz"),
    unit("kHz", Frequency, 1e3, "kHz", "kilohertz"),
    unit("MHz", Frequency, 1e6, "MHz", "megahertz"),
    unit("GHz", Frequency, 1e9, "GHz", "gigahertz"),
    unit("kbit/s", DataRate, 125.0, "kbit/s kbps", "kilobit per second,kilobit a second"),
    unit("Mbit/s", DataRate, 125e3, "Mbit/s Mb/s Mbps", "megabit per second,megabit a second"),
    unit("Gbit/s", DataRate, 125e6, "Gbit/s Gb/s Gbps", "gigabit per second,gigabit a second"),
    unit("Tbit/s", DataRate, 125e9, "Tbit/s Tb/s Tbps", "terabit per second,terabit a second"),
    unit("MB/s", DataRate, 1e6, "MB/s", "megabyte per second,megabyte a second"),
    unit("GB/s", DataRate, 1e9, "GB/s", "gigabyte per second,gigabyte a second"),
    unit("Pa", Pressure, 1.0, "", "pascal"),
    unit("hPa", Pressure, 100.0, "hPa mbar", "hectopascal,millibar"),
    unit("kPa", Pressure, 1e3, "kPa", "kilopascal"),
    unit("MPa", Pressure, 1e6, "MPa", "megapascal"),
    unit("psi", Pressure, 6_894.757_293, "psi", ""),
    unit("N", Force, 1.0, "", "newton"),
    unit("kN", Force, 1e3, "kN", "kilonewton"),
    unit("MN", Force, 1e6, "", "meganewton"),
    unit("V", Voltage, 1.0, "", "volt"),
    unit("kV", Voltage, 1e3, "kV", "kilovolt"),
    unit(
        "l/s",
        Flow,
        1e-3,
        "l/s",
        "litre per second,liter per second,litre a second,liter a second",
    ),
    unit(
        "m³/s",
        Flow,
        1.0,
        "m³/s",
        "cubic metre per second,cubic meter per second,cubic metre a second,cubic meter a second,\
         cumec",
    ),
    unit("dB", Loudness, 1.0, "dB dBA", "decibel"),
    unit("ppm", Concentration, 1e-6, "ppm", "part per million"),
    unit("ppb", Concentration, 1e-9, "ppb", "part per billion"),
    unit("ms", Time, 1e-3, "ms", "millisecond"),
    unit("s", Time, 1.0, "s sec secs", "second,sec"),
    unit("min", Time, 60.0, "min mins", "minute,min"),
    unit("h", Time, 3600.0, "h hr hrs", "hour,hr"),
    unit("day", Time, 86_400.0, "", "day"),
    unit("week", Time, 604_800.0, "wk wks", "week"),
    unit("fortnight", Time, 1_209_600.0, "", "fortnight"),
    unit("month", Time, 2_629_746.0, "", "month"),
    unit("quarter", Time, 7_889_238.0, "", ""),
    unit("year", Time, 31_556_952.0, "yr yrs", "year,yr"),
    unit("decade", Time, 315_569_520.0, "", "decade"),
    unit("century", Time, 3_155_695_200.0, "", "century"),
];

impl Unit {
    /// `value` of this unit in the base unit of its dimension.
    pub(crate) fn is_same(&self, other: &Unit) -> bool {
        self.symbol == other.symbol
    }

    /// The unit called `name`: a symbol or a name in singular or plural.
    pub(crate) fn named(name: &str) -> Option<&'static Unit> {
        let name = name.trim();
        let symbols =
            tables().symbols.get(name).or_else(|| tables().symbols.get(&*name.to_lowercase()));
        let names = || tables().names.get(&*folded(name)).copied().flatten();
        symbols.copied().or_else(names)
    }
}

struct Tables {
    symbols: FxHashMap<String, &'static Unit>,
    /// `None` where a longer name only begins with the words.
    names: FxHashMap<String, Option<&'static Unit>>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut symbols = FxHashMap::default();
        let mut names = FxHashMap::default();
        for unit in UNITS {
            for symbol in unit.symbols.split_ascii_whitespace() {
                symbols.insert(symbol.to_owned(), unit);
            }
            for name in unit.names.split(',').filter(|name| !name.is_empty()) {
                let folded = folded(name);
                for (at, _) in folded.match_indices(' ') {
                    names.entry(folded[..at].to_owned()).or_insert(None);
                }
                names.insert(folded, Some(unit));
            }
        }
        // "KM", "Kmph", "mhz": any case of a longer symbol that only one unit has.
        for unit in UNITS {
            for symbol in unit.symbols.split_ascii_whitespace().filter(|symbol| symbol.len() > 1) {
                symbols.entry(symbol.to_lowercase()).or_insert(unit);
            }
        }
        Tables { symbols, names }
    })
}

fn folded(name: &str) -> String {
    let words: Vec<String> = name.split([' ', '-']).map(fold).collect();
    words.join(" ")
}

/// The unit written from token `from` on, over a blank or a hyphen, and the token after it.
pub(crate) fn unit_at(scan: &Scan<'_>, from: usize) -> Option<(&'static Unit, usize)> {
    let blank = scan.kind(from) == Some(Kind::Blank);
    let hyphen = scan.is_dash(from + usize::from(blank)) && !scan.is_sign(from, '—');
    let mut first = from + usize::from(blank);
    if hyphen && scan.kind(first + 1) == Some(Kind::Word) {
        first += 1;
        first = scan.after_blank(first);
    }
    // "the 1990s" are no seconds.
    let decade = !blank && scan.is_word(first, "s");
    symbol_at(scan, first).filter(|_| !decade).or_else(|| name_at(scan, first))
}

/// The bytes of the longest symbol.
const LONGEST_SYMBOL: usize = 6;

/// A symbol, the longest first: "km/h" before "km", "m²" before "m".
fn symbol_at(scan: &Scan<'_>, first: usize) -> Option<(&'static Unit, usize)> {
    if matches!(scan.kind(first)?, Kind::Blank | Kind::Digits) {
        return None;
    }
    (first + 1..=first + 3).rev().find_map(|end| {
        if end > scan.n_tokens() {
            return None;
        }
        let written = &scan.text[scan.cover(first, end).range()];
        if written.len() > LONGEST_SYMBOL {
            return None;
        }
        let known = tables().symbols.get(written);
        let lower = || tables().symbols.get(&*written.to_lowercase()).filter(|_| written.len() > 1);
        let unit = known.or_else(lower)?;
        // "5 m.p.h.", "10 g-force", "3 m-long" aside: a symbol ends where letters and digits end.
        let code =
            scan.is_dash(end) && scan.kind(end + 1) == Some(Kind::Digits) && end == first + 1;
        let ends = !matches!(scan.kind(end), Some(Kind::Word | Kind::Digits)) && !code;
        let sign = written.len() == 1 && scan.is_sign(end, '\'');
        (ends && !sign).then_some((*unit, end))
    })
}

fn name_at(scan: &Scan<'_>, first: usize) -> Option<(&'static Unit, usize)> {
    let mut key = String::new();
    let mut best = None;
    let mut at = first;
    for _ in 0..3 {
        if scan.kind(at) != Some(Kind::Word) {
            break;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&fold(scan.text_of(at)));
        at += 1;
        let Some(unit) = tables().names.get(&key) else { break };
        best = unit.map(|unit| (unit, at)).or(best);
        if scan.is_sign(at, '.') && key.len() <= 3 {
            at += 1;
        }
        let joined = scan.kind(at) == Some(Kind::Blank) || scan.is_dash(at);
        if !joined {
            break;
        }
        at += 1;
    }
    best
}
