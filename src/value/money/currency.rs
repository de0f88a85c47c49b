//! Currencies: one row a currency.
//!
//! A symbol or name that several currencies share ("$", "rupees") stands in each of their rows;
//! the first row that has it is what reports print.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::value::numeral::fold;
use crate::value::row::Row;

/// A currency by its ISO 4217 code.
#[derive(Debug, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217 code, or the usual one where there is none (BTC).
    pub code: &'static str,
    /// Signs and abbreviations before or after the amount, with blanks between.
    signs: &'static str,
    /// Names in the singular, with commas between.
    names: &'static str,
    /// Names of the hundredth part.
    cents: &'static str,
}

const fn row(
    code: &'static str,
    signs: &'static str,
    names: &'static str,
    cents: &'static str,
) -> Currency {
    Currency { code, signs, names, cents }
}

impl Row for Currency {
    fn table() -> &'static [Self] {
        CURRENCIES
    }
}

pub(super) static CURRENCIES: &[Currency] = &[
    row(
        "USD",
        "$ US$ U.S.$ USD$",
        "dollar,us dollar,american dollar,united states dollar,u.s. dollar,buck",
        "cent,us cent",
    ),
    row("EUR", "€", "euro", "cent,euro cent"),
    row("GBP", "£ UK£", "pound,pound sterling,british pound,sterling,quid", "pence,penny"),
    row("INR", "₹ Rs Rs. Re Re.", "rupee,indian rupee", "paisa,paise"),
    row("JPY", "¥ JP¥ 円", "yen,japanese yen", ""),
    row("CNY", "¥ CN¥ RMB 元", "yuan,chinese yuan,renminbi,chinese renminbi,kuai,rmb", "fen"),
    row("AUD", "A$ AU$ $ AUD$", "australian dollar,dollar", "cent"),
    row("CAD", "C$ CA$ CDN$ $ CAD$", "canadian dollar,dollar", "cent"),
    row("NZD", "NZ$ $ NZD$", "new zealand dollar,dollar", "cent"),
    row("SGD", "S$ SG$ $", "singapore dollar,singaporean dollar,dollar", "cent"),
    row("HKD", "HK$ $", "hong kong dollar,dollar", "cent"),
    row("TWD", "NT$ $", "taiwan dollar,new taiwan dollar,taiwanese dollar,dollar", ""),
    row("JMD", "J$ $", "jamaican dollar,dollar", ""),
    row("FJD", "FJ$ $", "fijian dollar,fiji dollar,dollar", ""),
    row("NAD", "N$ $", "namibian dollar,dollar", ""),
    row("ZWL", "Z$ $", "zimbabwean dollar,zimbabwe dollar,dollar", ""),
    row("CHF", "Fr Fr. SFr", "swiss franc,franc", "centime,rappen"),
    row("FRF", "FF", "french franc,franc", "centime"),
    row("BEF", "", "belgian franc,franc", "centime"),
    row("XOF", "CFA", "cfa franc,franc", ""),
    row("RWF", "", "rwandan franc,franc", ""),
    row("DEM", "DM", "mark,deutsche mark,german mark,deutschmark", "pfennig"),
    row("FIM", "", "finnish markka,markka,finnish mark,mark", ""),
    row("BAM", "KM", "convertible mark,mark", ""),
    row("ATS", "", "austrian schilling,schilling", ""),
    row("LUF", "", "luxembourg franc,luxembourgish franc,franc", ""),
    row("PTE", "", "portuguese escudo,escudo", ""),
    row("GRD", "", "greek drachma,drachma", ""),
    row("NLG", "", "dutch guilder,guilder", ""),
    row("ESP", "", "peseta", ""),
    row("ITL", "", "italian lira,lira", ""),
    row("IEP", "IR£", "irish pound,pound", "pence,penny"),
    row("EGP", "E£ £E", "egyptian pound,pound", "piastre"),
    row("LBP", "", "lebanese pound,lebanese lira,pound", ""),
    row("SYP", "", "syrian pound,pound", ""),
    row("SSP", "", "south sudanese pound,pound", ""),
    row("SDG", "", "sudanese pound,pound", ""),
    row("PKR", "Rs Rs. ₨", "pakistani rupee,pakistan rupee,rupee", "paisa,paise"),
    row("LKR", "Rs Rs. SLRs ரூ", "sri lankan rupee,rupee", ""),
    row("NPR", "Rs Rs. NRs", "nepali rupee,nepalese rupee,rupee", ""),
    row("MUR", "Rs Rs.", "mauritian rupee,rupee", ""),
    row("SCR", "", "seychellois rupee,rupee", ""),
    row("BDT", "৳ Tk Tk.", "taka,bangladeshi taka", ""),
    row("BTN", "", "ngultrum", ""),
    row("MVR", "", "rufiyaa", ""),
    row("IDR", "Rp Rp.", "rupiah,indonesian rupiah", "sen"),
    row("MYR", "RM", "ringgit,malaysian ringgit", "sen"),
    row("THB", "฿", "baht,thai baht", ""),
    row("VND", "₫", "dong,vietnamese dong", ""),
    row("PHP", "₱", "philippine peso,peso", "centavo"),
    row("MXN", "Mex$ MX$ $ MXN$", "mexican peso,peso", "centavo"),
    row("ARS", "AR$ $", "argentine peso,argentinian peso,peso", "centavo"),
    row("CLP", "CLP$ $", "chilean peso,peso", ""),
    row("COP", "COL$ $", "colombian peso,peso", ""),
    row("CUP", "", "cuban peso,peso", ""),
    row("UYU", "", "uruguayan peso,peso", ""),
    row("BRL", "R$", "real,brazilian real,reais", "centavo"),
    row("PEN", "S/", "peruvian sol,nuevo sol", ""),
    row("KRW", "₩", "south korean won,korean won,won", ""),
    row("KPW", "", "north korean won,won", ""),
    row("RUB", "₽", "rouble,ruble,russian rouble,russian ruble", "kopeck,kopek"),
    row("BYN", "", "belarusian rouble,belarusian ruble,rouble,ruble", ""),
    row("UAH", "₴", "hryvnia,ukrainian hryvnia", ""),
    row("PLN", "zł", "zloty,polish zloty,złoty", "grosz"),
    row("CZK", "Kč", "czech crown,koruna,czech koruna,crown", ""),
    row("HUF", "Ft", "forint,hungarian forint", ""),
    row("RON", "", "romanian leu,leu,lei", ""),
    row("BGN", "", "bulgarian lev,lev,leva", ""),
    row("SEK", "kr", "swedish krona,swedish crown,krona,kronor,crown", ""),
    row("NOK", "kr", "norwegian krone,norwegian crown,krone,kroner,crown", ""),
    row("DKK", "kr", "danish krone,danish crown,krone,kroner,crown", ""),
    row("ISK", "", "icelandic krona,krona,crown", ""),
    row("TRY", "₺ TL", "turkish lira,lira", ""),
    row("XDR", "SDR SDRs", "special drawing right", ""),
    row("TRL", "", "old turkish lira,turkish lira,lira", ""),
    row("SUR", "", "soviet rouble,soviet ruble,rouble,ruble", ""),
    row("CSK", "", "czechoslovak koruna,koruna,czechoslovak crown,crown", ""),
    row("ILS", "₪ NIS", "shekel,israeli shekel,new shekel", ""),
    row("SAR", "", "saudi riyal,riyal", ""),
    row("QAR", "", "qatari riyal,riyal", ""),
    row("IRR", "﷼", "iranian rial,rial", ""),
    row("OMR", "", "omani rial,rial", ""),
    row("AED", "Dh Dhs", "dirham,uae dirham,emirati dirham", ""),
    row("MAD", "", "moroccan dirham,dirham", ""),
    row("KWD", "", "kuwaiti dinar,dinar", ""),
    row("BHD", "", "bahraini dinar,dinar", ""),
    row("IQD", "", "iraqi dinar,dinar", ""),
    row("JOD", "", "jordanian dinar,dinar", ""),
    row("RSD", "", "serbian dinar,dinar", ""),
    row("LYD", "", "libyan dinar,dinar", ""),
    row("TND", "", "tunisian dinar,dinar", ""),
    row("AFN", "؋", "afghani", ""),
    row("ZAR", "R", "rand,south african rand", ""),
    row("NGN", "₦", "naira,nigerian naira", "kobo"),
    row("KES", "KSh Ksh KSh.", "kenyan shilling,kenya shilling,shilling", ""),
    row("UGX", "USh", "ugandan shilling,shilling", ""),
    row("TZS", "TSh", "tanzanian shilling,shilling", ""),
    row("GHS", "GH₵ ₵", "cedi,ghanaian cedi", ""),
    row("ETB", "Br", "birr,ethiopian birr", ""),
    row("KZT", "₸", "tenge", ""),
    row("GEL", "₾", "lari,georgian lari", ""),
    row("MMK", "", "kyat", ""),
    row("KHR", "៛", "riel", ""),
    row("LAK", "₭", "kip,lao kip", ""),
    row("MNT", "₮", "tugrik", ""),
    row("CRC", "₡", "costa rican colon,colon", ""),
    row("VES", "", "bolivar,venezuelan bolivar", ""),
    row("BTC", "₿", "bitcoin", ""),
    row("ETH", "", "ether", ""),
];

/// The currencies a sign or name can mean, the likeliest first.
pub(super) type Candidates = &'static [&'static Currency];

struct Tables {
    signs: FxHashMap<&'static str, Candidates>,
    /// The bytes that signs and codes end with.
    ends: [bool; 256],
    names: FxHashMap<String, Candidates>,
    cents: FxHashMap<String, Candidates>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let codes = CURRENCIES.iter().map(|currency| (currency.code, currency));
        let signs = CURRENCIES.iter().flat_map(|currency| {
            currency.signs.split_ascii_whitespace().map(move |sign| (sign, currency))
        });
        let signs = grouped(codes.chain(signs));
        let mut ends = [false; 256];
        for last in signs.keys().filter_map(|sign| sign.bytes().next_back()) {
            ends[usize::from(last)] = true;
        }
        Tables {
            signs,
            ends,
            names: grouped(listed(|currency| currency.names)),
            cents: grouped(listed(|currency| currency.cents)),
        }
    })
}

fn listed(
    column: fn(&Currency) -> &'static str,
) -> impl Iterator<Item = (String, &'static Currency)> {
    CURRENCIES.iter().flat_map(move |currency| {
        let names = column(currency).split(',').filter(|name| !name.is_empty());
        names.map(move |name| (folded(name), currency))
    })
}

/// Rows with one key put together; leaked once, for they live as long as the program.
fn grouped<K: std::hash::Hash + Eq>(
    rows: impl Iterator<Item = (K, &'static Currency)>,
) -> FxHashMap<K, Candidates> {
    let mut groups: FxHashMap<K, Vec<&'static Currency>> = FxHashMap::default();
    for (key, currency) in rows {
        groups.entry(key).or_default().push(currency);
    }
    groups.into_iter().map(|(key, group)| (key, &*group.leak())).collect()
}

fn folded(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return fold(name);
    }
    let words: Vec<String> =
        name.split([' ', '-']).map(|word| fold(&word.replace('.', ""))).collect();
    words.join(" ")
}

/// The currencies that a sign, abbreviation or code stands for; codes in any case.
pub(super) fn by_sign(sign: &str) -> Option<Candidates> {
    if !may_end_sign(sign) {
        return None;
    }
    if let Some(found) = tables().signs.get(sign) {
        return Some(found);
    }
    let code = sign.len() == 3 && sign.bytes().all(|byte| byte.is_ascii_lowercase());
    let dollar = sign.ends_with('$') && sign.is_ascii();
    (code || dollar).then(|| tables().signs.get(&*sign.to_ascii_uppercase()).copied()).flatten()
}

/// Whether [`by_sign`] may know what ends with a token; a word of three letters may be a code.
pub(super) fn may_end_sign(token: &str) -> bool {
    token.len() == 3
        || token.bytes().next_back().is_some_and(|last| tables().ends[usize::from(last)])
}

/// Whether a name begins with this folded word.
pub(super) fn begins_name(word: &str) -> bool {
    static FIRST: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    let first = FIRST.get_or_init(|| {
        let tables = tables();
        let names = tables.names.keys().chain(tables.cents.keys());
        names.filter_map(|name| name.split(' ').next()).collect()
    });
    first.contains(word)
}

/// The currencies that a folded name stands for.
pub(super) fn by_name(name: &str) -> Option<Candidates> {
    tables().names.get(name).copied()
}

/// The currencies whose hundredth a folded name stands for.
pub(super) fn by_cents(name: &str) -> Option<Candidates> {
    tables().cents.get(name).copied()
}
