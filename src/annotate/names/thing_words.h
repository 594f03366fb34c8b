// SPDX-License-Identifier: Apache-2.0
// Words that make organisations, places, dates, and words inside names, lower case.
// clang-format off
#pragma once

#include <string_view>

namespace onrecord::names {

inline constexpr std::string_view kOrgHeads[] = {
    "academy", "administration", "agency", "airlines", "airport", "airways", "alliance", "army", "assembly",
    "association", "authority", "bank", "battalion", "board", "brigade", "bureau", "cabinet", "campaign",
    "cartel", "caucus", "center", "centers", "centre", "centres", "chamber", "church", "club", "co", "coalition", "college",
    "command", "commission", "committee", "company", "congress", "consortium", "corp", "corporation", "corps",
    "council", "court", "democrats", "department", "directorate", "exchange", "federation", "force", "forces",
    "foundation", "front", "fund", "gazette", "group", "guard", "herald", "holdings", "hospital", "inc",
    "industries", "industry", "initiative", "institute", "institution", "international", "journal",
    "laboratories", "laboratory", "league", "llc", "ltd", "media", "militia", "ministry", "motors", "movement",
    "museum", "navy", "network", "news", "office", "organisation", "organization", "pac", "parliament",
    "partners", "party", "plc", "police", "post", "press", "project", "republicans", "reserve", "school",
    "secretariat", "senate", "service", "services", "society", "syndicate", "team", "television", "think-tank",
    "times", "tribunal", "tribune", "trust", "union", "university",};

inline constexpr std::string_view kCompanySuffixes[] = {
    "ag", "co.", "corp", "corp.", "gmbh", "inc", "inc.", "llc", "ltd", "ltd.", "n.v.", "plc", "s.a.",};

inline constexpr std::string_view kCalendarWords[] = {
    "apr", "apr.", "april", "aug", "aug.", "august", "christmas", "dec", "dec.", "december", "easter", "edt",
    "est", "feb", "feb.", "february", "fri", "friday", "gmt", "jan", "jan.", "january", "jul", "jul.", "july",
    "jun", "jun.", "june", "mar", "mar.", "march", "may", "mon", "monday", "nov", "nov.", "november", "oct",
    "oct.", "october", "pdt", "pst", "sat", "saturday", "sep", "sep.", "sept", "sept.", "september", "sun",
    "sunday", "thanksgiving", "thu", "thursday", "tue", "tuesday", "utc", "wed", "wednesday",};

inline constexpr std::string_view kConnectors[] = {
    "abu", "af", "al", "av", "ben", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "dos",
    "du", "e", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "ul", "ur", "van", "von", "y", "zu",};

inline constexpr std::string_view kOfHeads[] = {
    "academy", "act", "archbishop", "army", "association", "bank", "bay", "bill", "bishop", "board", "book",
    "brotherhood", "bureau", "cape", "center", "centre", "chairman", "chamber", "chief", "church", "city",
    "city-state", "college", "commission", "committee", "commonwealth", "corps", "council", "court",
    "daughters", "democracy", "department", "director", "district", "duke", "federation", "fraternal", "front",
    "governor", "gulf", "hall", "head", "house", "institute", "isle", "joint", "journal", "king", "kingdom",
    "knights", "lake", "leader", "league", "library", "mayor", "minister", "ministry", "mount", "museum",
    "office", "order", "party", "people's", "president", "prince", "queen", "republic", "school", "sea",
    "secretary", "society", "sons", "speaker", "state", "states", "strait", "union", "university", "veterans",
    "world",};

inline constexpr std::string_view kOutlets[] = {
    "abc", "afp", "al-jazeera", "aljazeera", "anadolu", "ani", "ansa", "ap", "axios", "bbc", "bellingcat",
    "bloomberg", "breitbart", "buzzfeed", "c-span", "cbc", "cbs", "cnbc", "cnn", "dpa", "economist", "efe",
    "espn", "forbes", "fox", "gallup", "guardian", "huffpost", "independent", "interfax", "irna", "itar-tass",
    "itv", "kyodo", "mediapart", "msnbc", "nbc", "newsweek", "npr", "nyt", "nytimes", "pbs", "petra",
    "politico", "propublica", "pti", "quinnipiac", "reuters", "ria", "salon", "sana", "sky", "slate", "spa",
    "tass", "telegraph", "telemundo", "ukrinform", "univision", "upi", "vox", "wikinews", "wsj", "xinhua",
    "yonhap",};

inline constexpr std::string_view kNationalities[] = {
    "afghan", "african", "albanian", "algerian", "american", "arab", "argentine", "armenian", "asian",
    "australian", "austrian", "azerbaijani", "bangladeshi", "belarusian", "belgian", "bolivian", "bosnian",
    "brazilian", "british", "bulgarian", "burmese", "cambodian", "canadian", "chilean", "chinese", "colombian",
    "croatian", "cuban", "cypriot", "czech", "danish", "dutch", "egyptian", "english", "estonian", "ethiopian",
    "eu", "european", "filipino", "finnish", "french", "georgian", "german", "greek", "hungarian", "icelandic",
    "indian", "indonesian", "iranian", "iraqi", "irish", "israeli", "italian", "japanese", "jordanian",
    "kazakh", "kenyan", "korean", "kurdish", "kuwaiti", "latvian", "lebanese", "libyan", "lithuanian",
    "malaysian", "mexican", "moldovan", "mongolian", "moroccan", "nato", "nepalese", "nigerian", "norwegian",
    "pakistani", "palestinian", "peruvian", "philippine", "polish", "portuguese", "qatari", "romanian",
    "russian", "rwandan", "saudi", "scottish", "serbian", "singaporean", "slovak", "slovenian", "somali",
    "soviet", "spanish", "sudanese", "swedish", "swiss", "syrian", "taiwanese", "thai", "tunisian", "turkish",
    "u.k.", "u.n.", "u.s.", "ugandan", "uk", "ukrainian", "un", "us", "uzbek", "venezuelan", "vietnamese",
    "welsh", "western", "yemeni", "zimbabwean",};

inline constexpr std::string_view kPlaceNames[] = {
    "afghanistan", "albania", "algeria", "america", "angola", "argentina", "armenia", "asia", "australia",
    "austria", "azerbaijan", "baghdad", "bahrain", "bangladesh", "beijing", "beirut", "belarus", "belgium",
    "berlin", "bolivia", "bosnia", "boston", "brazil", "britain", "brussels", "bulgaria", "cairo", "california",
    "cambodia", "cameroon", "canada", "carolina", "chechnya", "chicago", "chile", "china", "colombia", "congo",
    "crimea", "croatia", "cuba", "cyprus", "damascus", "delhi", "denmark", "donbas", "donetsk", "egypt",
    "england", "eritrea", "estonia", "ethiopia", "eu", "europe", "finland", "florida", "france", "gaza",
    "geneva", "germany", "ghana", "greece", "guatemala", "haiti", "hampshire", "havana", "hungary", "iceland",
    "india", "indonesia", "iowa", "iran", "iraq", "ireland", "israel", "istanbul", "italy", "japan",
    "jerusalem", "kabul", "kashmir", "kazakhstan", "kenya", "kharkiv", "kherson", "kiev", "korea", "kosovo",
    "kremlin", "kuwait", "kyiv", "latvia", "lebanon", "libya", "lithuania", "london", "luxembourg", "malaysia",
    "mali", "malta", "mexico", "michigan", "moldova", "mongolia", "morocco", "moscow", "mosul", "mozambique",
    "myanmar", "nepal", "netherlands", "nevada", "nicaragua", "niger", "nigeria", "norway", "ohio", "oman",
    "pakistan", "palestine", "panama", "paraguay", "paris", "pennsylvania", "peru", "philippines", "poland",
    "portugal", "qatar", "romania", "rome", "russia", "rwanda", "scotland", "senegal", "seoul", "serbia",
    "singapore", "slovakia", "slovenia", "somalia", "spain", "sudan", "sweden", "switzerland", "sydney",
    "syria", "taiwan", "tanzania", "tehran", "texas", "thailand", "tokyo", "tripoli", "tunisia", "turkey",
    "turkmenistan", "u.k.", "u.s.", "u.s.a.", "uganda", "uk", "ukraine", "uruguay", "us", "usa", "uzbekistan",
    "venezuela", "vietnam", "virginia", "wales", "warsaw", "washington", "wisconsin", "yemen", "york", "zambia",
    "zimbabwe",};

}  // namespace onrecord::names
