"""Signs and letters that stand for a unit in every language: $, kWh, °C.

Data for `units`: no text comes in. Money goes by its ISO 4217 code, all else by its English name in
the singular. Units that are words ("hours", "жителей") stand in the language packs.
"""

from watchdesk.text.languages.lists import bag, valued

CURRENCIES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₺": "TRY",
    "֏": "AMD",
    "₼": "AZN",
    "₾": "GEL",
    "₴": "UAH",
    "₹": "INR",
    "₪": "ILS",
    "₩": "KRW",
    "₸": "KZT",
    "₦": "NGN",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
}
# What stands beside a dollar sign to say whose dollar it is.
DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "r": "BRL",
    "nt": "TWD",
}
_CODES = bag(
    """usd eur gbp chf jpy cny rub try amd azn gel uah byn mdl cad aud sek nok dkk isk pln czk huf
    ron bgn rsd inr pkr bdt lkr npr afn irr iqd syp lbp egp sar aed qar kwd omr bhd jod kzt kgs uzs
    tjs tmt myr idr thb vnd php sgd hkd nzd krw twd brl mxn ars clp zar ngn kes ghs etb
    tzs ugx mad dzd tnd ils"""
)
CODES = {code.upper(): code.upper() for code in _CODES}
CODES |= {"RM": "MYR", "Rs": "INR", "Rp": "IDR", "RMB": "CNY", "TL": "TRY"}
SIGNS = {
    "%": "percent",
    "٪": "percent",
    "‰": "per mille",
    "°": "degree",
    "℃": "celsius",
    "℉": "fahrenheit",
    "″": "inch",
    "¢": "cent",
    **CURRENCIES,
}
_PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "m": "milli", "μ": "micro"}
_PREFIXES |= {"µ": "micro", "n": "nano"}
_BASES = {"W": "watt", "Wh": "watt hour", "Hz": "hertz", "V": "volt", "Pa": "pascal", "J": "joule"}
_BASES |= {"Ah": "ampere hour", "B": "byte", "g": "gram", "m": "metre", "l": "litre", "L": "litre"}
_BASES |= {"Bq": "becquerel", "Sv": "sievert"}
SYMBOLS: dict[str, str] = {
    prefix + symbol: whole + name
    for prefix, whole in _PREFIXES.items()
    for symbol, name in _BASES.items()
}
SYMBOLS |= {symbol: _BASES[symbol] for symbol in ("W", "Wh", "Hz", "V", "g", "m", "L", "J", "Pa")}
SYMBOLS |= {"kB": "kilobyte", "KB": "kilobyte", "kcal": "kilocalorie", "Nm": "newton metre"}
SYMBOLS |= {"kWp": "kilowatt peak", "dB": "decibel", "kt": "kiloton"}
SYMBOLS |= valued(
    centimetre="cm",
    decimetre="dm",
    centilitre="cl",
    hectolitre="hl",
    hectare="ha",
    inch="in.",
    foot="ft",
    yard="yd",
    mile="mi",
    pound="lb lbs",
    ounce="oz",
    square_metre="m2 m² sqm",
    square_kilometre="km2 km² sqkm",
    square_centimetre="cm2 cm²",
    square_foot="sqft ft2 ft²",
    cubic_metre="m3 m³",
    cubic_centimetre="cm3 cm³ cc",
    kilometre_per_hour="kph kmh",
    mile_per_hour="mph",
    mile_per_gallon="mpg",
    barrel_per_day="bpd",
    revolution_per_minute="rpm",
    horsepower="hp",
    brake_horsepower="bhp",
    part_per_million="ppm",
    part_per_billion="ppb",
    pound_per_square_inch="psi",
    frame_per_second="fps",
    basis_point="bps",
    percent="pct",
)
SYMBOLS |= {"Mbps": "megabit per second", "Gbps": "gigabit per second", "hPa": "hectopascal"}
# Letters that name the time or length of a rate: km/h, m/s.
PER = {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "min": "minute", "d": "day"}
PER |= {"ч": "hour", "с": "second", "ժ": "hour", "վ": "second", "sa": "hour", "std": "hour"}
