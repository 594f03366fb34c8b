// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/unit_table.h"

namespace onrecord::figures {
namespace {

using enum FigureKind;

constexpr Unit kUnits[] = {
    // Length
    {"metre", "metre metres meter meters", "m", Length, 1, "m", "kdcmnµμpa"},
    {"kilometre", "kms", "", Length, 1000, "m", ""},
    {"mile", "mile miles", "mi", Length, 1609.344, "m", ""},
    {"nautical mile", "nautical_mile nautical_miles", "nmi", Length, 1852, "m", ""},
    {"yard", "yard yards", "yd yds", Length, 0.9144, "m", ""},
    {"foot", "foot feet", "ft", Length, 0.3048, "m", ""},
    {"inch", "inch inches", "″", Length, 0.0254, "m", ""},
    {"furlong", "furlong furlongs", "", Length, 201.168, "m", ""},
    {"fathom", "fathom fathoms", "", Length, 1.8288, "m", ""},
    {"cubit", "cubit cubits", "", Length, 0, "", ""},
    {"micron", "micron microns", "", Length, 1e-6, "m", ""},
    {"light-year", "light_year light_years", "", Length, 9.4607304725808e15, "m", ""},
    {"astronomical unit", "astronomical_unit astronomical_units", "", Length, 149597870700.0, "m", ""},
    {"parsec", "parsec parsecs", "", Length, 3.0856775814913673e16, "m", "-"},
    // Mass
    {"gram", "gram grams gramme grammes", "g gm", Mass, 1e-3, "kg", "kmµμn"},
    {"kilogram", "kilo kilos kgs", "KG", Mass, 1, "kg", ""},
    {"microgram", "", "mcg", Mass, 1e-9, "kg", ""},
    {"tonne", "tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes", "t", Mass, 1000, "kg", "kMG"},
    {"ton", "ton tons", "", Mass, 0, "", "-"},
    {"short ton", "short_ton short_tons", "", Mass, 907.18474, "kg", ""},
    {"long ton", "long_ton long_tons", "", Mass, 1016.0469088, "kg", ""},
    {"pound", "pound pounds", "lb lbs", Mass, 0.45359237, "kg", ""},
    {"ounce", "ounce ounces", "oz", Mass, 0.028349523125, "kg", ""},
    {"troy ounce", "troy_ounce troy_ounces", "", Mass, 0.0311034768, "kg", ""},
    {"stone", "stone", "", Mass, 6.35029318, "kg", ""},
    {"carat", "carat carats", "", Mass, 2e-4, "kg", ""},
    {"quintal", "quintal quintals", "", Mass, 100, "kg", ""},
    // Area
    {"hectare", "hectare hectares", "ha", Area, 1e4, "m2", ""},
    {"acre", "acre acres", "", Area, 4046.8564224, "m2", ""},
    {"square metre", "", "sqm", Area, 1, "m2", ""},
    {"square foot", "", "sqft", Area, 0.09290304, "m2", ""},
    {"square kilometre", "", "sqkm", Area, 1e6, "m2", ""},
    {"femtobarn", "femtobarn femtobarns", "fb", Area, 1e-43, "m2", "", true},
    // Volume
    {"litre", "litre litres liter liters", "l L", Volume, 1e-3, "m3", "mcdkMµμ"},
    {"gallon", "gallon gallons", "gal", Volume, 0, "", ""},
    {"barrel", "barrel barrels", "bbl", Volume, 0.158987294928, "m3", ""},
    {"barrel of oil equivalent", "barrel_of_oil_equivalent", "boe", Other, 6.1178632e9, "J", ""},
    {"cubic foot", "", "cuft", Volume, 0.028316846592, "m3", ""},
    {"bushel", "bushel bushels", "", Volume, 0, "", ""},
    {"pint", "pint pints", "", Volume, 0, "", ""},
    {"quart", "quart quarts", "", Volume, 0, "", ""},
    {"cup", "", "cup cups", Volume, 0, "", ""},
    {"tablespoon", "tablespoon tablespoons tbsp", "", Volume, 0, "", ""},
    {"teaspoon", "teaspoon teaspoons tsp", "", Volume, 0, "", ""},
    {"fluid ounce", "fluid_ounce fluid_ounces fl_oz", "", Volume, 0, "", ""},
    {"cubic centimetre", "", "cc", Volume, 1e-6, "m3", ""},
    {"cubic metre", "cubic_metre cubic_metres cubic_meter cubic_meters", "", Volume, 1, "m3", ""},
    {"board foot", "board_foot board_feet", "", Volume, 2.359737216e-3, "m3", ""},
    {"acre-foot", "acre_foot acre_feet", "", Volume, 1233.48183754752, "m3", ""},
    // Duration
    {"second", "second seconds sec secs", "s", Duration, 1, "s", "mµμn", true},
    {"minute", "minute minutes min mins", "", Duration, 60, "s", ""},
    {"hour", "hour hours hr hrs", "h", Duration, 3600, "s", "", true},
    {"day", "day days", "", Duration, 86400, "s", ""},
    {"week", "week weeks wk wks", "", Duration, 604800, "s", ""},
    {"fortnight", "fortnight fortnights", "", Duration, 1209600, "s", ""},
    {"month", "month months mth mths", "", Duration, 2629800, "s", ""},
    {"year", "year years yr yrs", "", Duration, 31557600, "s", "-"},
    {"decade", "decade decades", "", Duration, 315576000, "s", ""},
    {"century", "century centuries", "", Duration, 3155760000.0, "s", ""},
    {"megayear", "megaannum", "Ma", Duration, 31557600e6, "s", "", true},
    {"gigayear", "gigaannum", "Ga", Duration, 31557600e9, "s", "", true},
    {"millennium", "millennium millennia millenniums", "", Duration, 31557600000.0, "s", ""},
    // Speed
    {"mile per hour", "mph", "", Speed, 0.44704, "m/s", ""},
    {"kilometre per hour", "kph kmh kmph", "", Speed, 1000.0 / 3600, "m/s", ""},
    {"knot", "knot knots", "kts", Speed, 1852.0 / 3600, "m/s", ""},
    // Temperature: offsets in read_temperature
    {"kelvin", "kelvin kelvins", "K", Temperature, 1, "K", "m"},
    // Energy, power
    {"joule", "joule joules", "J", Other, 1, "J", "kMGT"},
    {"calorie", "calorie calories", "cal", Other, 4.184, "J", "k"},
    {"joule second", "joule_second joule_seconds", "Js", Other, 1, "J s", ""},
    {"tonne of oil equivalent", "", "toe", Other, 4.1868e10, "J", "kM"},
    {"tonne of TNT", "tonne_of_tnt tonnes_of_tnt ton_of_tnt tons_of_tnt", "", Other, 4.184e9, "J", "-"},
    {"watt hour", "watt_hour watt_hours", "Wh", Other, 3600, "J", "kMGT"},
    {"electronvolt", "electronvolt electronvolts electron_volt electron_volts", "eV", Other, 1.602176634e-19, "J",
     "kMGTm"},
    {"British thermal unit", "british_thermal_unit british_thermal_units", "BTU Btu", Other, 1055.05585262, "J", ""},
    {"million British thermal units", "", "mmBTU MMBtu mmBtu", Other, 1.05505585262e9, "J", ""},
    {"watt", "watt watts", "W", Other, 1, "W", "kmMGT"},
    {"horsepower", "horsepower", "hp HP", Other, 745.69987158227022, "W", ""},
    {"brake horsepower", "brake_horsepower", "bhp", Other, 745.69987158227022, "W", ""},
    // Force, torque, pressure
    {"newton", "newton newtons", "N", Other, 1, "N", "k", true},
    {"newton metre", "newton_metre newton_metres newton_meter newton_meters", "Nm", Other, 1, "N m", ""},
    {"pound-foot", "pound_foot pound_feet pound_feet_of_torque foot_pound foot_pounds", "lb-ft", Other,
     1.3558179483314, "N m", ""},
    {"pascal", "pascal pascals", "Pa", Other, 1, "Pa", "khMG"},
    {"bar", "", "bar", Other, 1e5, "Pa", ""},
    {"millibar", "millibar millibars", "mbar", Other, 100, "Pa", ""},
    {"pound per square inch", "psi", "", Other, 6894.757293168, "Pa", ""},
    {"kilopound per square inch", "ksi", "", Other, 6894757.293168, "Pa", ""},
    // Electricity
    {"volt", "volt volts", "V", Other, 1, "V", "kmµμ"},
    {"ampere", "ampere amperes amp amps", "A", Other, 1, "A", "mµμk", true},
    {"ampere hour", "ampere_hour ampere_hours amp_hour amp_hours", "Ah", Other, 3600, "C", "m"},
    {"ohm", "ohm ohms", "Ω", Other, 1, "ohm", "kM"},
    {"farad", "farad farads", "F", Other, 1, "F", "mµμnp", true},
    {"coulomb", "coulomb coulombs", "", Other, 1, "C", "-"},
    // Frequency, angle, sound, light, radiation
    {"hertz", "hertz", "Hz HZ", Other, 1, "Hz", "kMGT"},
    {"revolution per minute", "rpm", "", Other, 0, "", ""},
    {"degree", "degree degrees deg", "°", Other, 0.017453292519943295, "rad", ""},
    {"radian", "radian radians", "rad", Other, 1, "rad", "m"},
    {"decibel", "decibel decibels", "dB", Other, 0, "", ""},
    {"lumen", "lumen lumens", "", Other, 1, "lm", ""},
    {"candela", "candela candelas", "cd", Other, 1, "cd", ""},
    {"candela second", "", "cds", Other, 1, "cd s", "", true},
    {"nit", "nits", "", Other, 1, "cd/m2", ""},
    {"sievert", "sievert sieverts", "Sv", Other, 1, "Sv", "mµμ"},
    {"gray", "", "Gy", Other, 1, "Gy", "mkµμ"},
    {"becquerel", "becquerel becquerels", "Bq", Other, 1, "Bq", "kMGT"},
    {"mole", "", "mol", Other, 1, "mol", "mkµμ"},
    // Data
    {"bit", "bit bits", "", Other, 0, "", "-"},
    {"kilobit", "", "Kb kb", Other, 0, "", ""},
    {"megabit", "", "Mb mb", Other, 0, "", ""},
    {"gigabit", "", "Gb", Other, 0, "", ""},
    {"byte", "byte bytes", "", Other, 0, "", "-"},
    {"kilobyte", "", "KB kB", Other, 0, "", ""},
    {"megabyte", "", "MB", Other, 0, "", ""},
    {"gigabyte", "", "GB gb", Other, 0, "", ""},
    {"terabyte", "", "TB tb", Other, 0, "", ""},
    {"petabyte", "", "PB", Other, 0, "", ""},
    {"kibibyte", "kibibyte kibibytes", "KiB", Other, 0, "", ""},
    {"mebibyte", "mebibyte mebibytes", "MiB", Other, 0, "", ""},
    {"gibibyte", "gibibyte gibibytes", "GiB", Other, 0, "", ""},
    {"megabit per second", "mbps", "", Other, 0, "", ""},
    {"gigabit per second", "gbps", "", Other, 0, "", ""},
    {"kilobit per second", "kbps", "", Other, 0, "", ""},
    {"pixel", "pixel pixels", "", Other, 0, "", "-"},
    // Ratios and counts with names of their own
    {"percentage point", "percentage_point percentage_points", "pp", Percent, 0.01, "", "", true},
    {"basis point", "basis_point basis_points", "bp bps", Percent, 1e-4, "", ""},
    {"part per million", "ppm parts_per_million", "", Rate, 0, "", ""},
    {"part per billion", "ppb parts_per_billion", "", Rate, 0, "", ""},
    {"mile per gallon", "mpg", "", Rate, 0, "", ""},
    {"twenty-foot equivalent unit", "", "TEU TEUs", Count, 0, "", ""},
};

constexpr Prefix kPrefixes[] = {
    {"quetta", "", 1e30}, {"ronna", "", 1e27},  {"yotta", "", 1e24}, {"zetta", "", 1e21},  {"exa", "", 1e18},
    {"peta", "P", 1e15},  {"tera", "T", 1e12},  {"giga", "G", 1e9},  {"mega", "M", 1e6},   {"kilo", "k", 1e3},
    {"hecto", "h", 1e2},  {"deca", "", 1e1},    {"deci", "d", 1e-1}, {"centi", "c", 1e-2}, {"milli", "m", 1e-3},
    {"micro", "µ", 1e-6}, {"micro", "μ", 1e-6}, {"nano", "n", 1e-9}, {"pico", "p", 1e-12}, {"femto", "", 1e-15},
    {"atto", "a", 1e-18},
};

}  // namespace

std::span<const Unit> units() { return kUnits; }
std::span<const Prefix> prefixes() { return kPrefixes; }

}  // namespace onrecord::figures
