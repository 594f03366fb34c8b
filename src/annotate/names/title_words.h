// SPDX-License-Identifier: Apache-2.0
// Words of titles and roles, lower case.
// clang-format off
#pragma once

#include <string_view>

namespace onrecord::names {

inline constexpr std::string_view kTitleHeads[] = {
    "activist", "actor", "actress", "adm", "admiral", "adviser", "advisor", "aide", "alderman", "amb",
    "ambassador", "analyst", "archbishop", "assemblyman", "assemblywoman", "attorney", "atty", "author",
    "ayatollah", "banker", "barrister", "billionaire", "bishop", "blogger", "boss", "businessman", "campaigner", "candidate", "capt",
    "captain", "cardinal", "ceo", "cfo", "chair", "chairman", "chairperson", "chairwoman", "chancellor",
    "chief", "cmdr", "coach", "col", "colonel", "columnist", "comedian", "commander", "commissioner",
    "congressman", "congresswoman", "consultant", "coordinator", "correspondent", "councillor", "councilman",
    "councilwoman", "dean", "delegate", "deputy", "detective", "dictator", "director", "director-general",
    "doctor", "economist", "editor", "emir", "engineer", "entrepreneur", "envoy", "executive", "financier", "founder",
    "fundraiser", "gen", "general", "goalkeeper", "gov", "governor", "head", "historian", "host", "imam", "inspector",
    "journalist", "judge", "justice", "king", "lawmaker", "lawyer", "leader", "lieutenant", "lt", "magnate",
    "major", "manager", "marshal", "mayor", "mep", "midfielder", "militant", "minister", "mogul", "mp", "nominee", "officer", "operative",
    "organizer", "owner", "pastor", "philanthropist", "physician", "pollster", "pope", "preacher", "premier",
    "pres", "president", "prince", "princess", "principal", "prof", "professor", "prosecutor", "pundit",
    "queen", "rabbi", "rep", "reporter", "representative", "researcher", "resident", "rev", "scientist",
    "secretary", "sen", "senator", "sergeant", "sgt", "sheikh", "sheriff", "singer", "solicitor", "speaker", "spokesman",
    "spokesperson", "spokeswoman", "spox", "strategist", "striker", "sultan", "superintendent", "supt", "surgeon",
    "trader", "treasurer", "veteran", "vicar", "warlord", "whip", "witness",};

inline constexpr std::string_view kTitleModifiers[] = {
    "acting", "agriculture", "air", "army", "assistant", "attorney", "billionaire", "brigadier", "business",
    "campaign", "chief", "city", "commerce", "communications", "conservative", "county", "crown", "current",
    "defence", "defense", "democrat", "democratic", "department", "deputy", "district", "economy", "education",
    "elect", "energy", "environment", "eu", "ex", "executive", "federal", "fellow", "field", "finance", "financial", "first",
    "foreign", "former", "general", "gop", "grand", "health", "high", "home", "house", "housing", "human",
    "incoming", "independent", "intelligence", "interim", "interior", "justice", "labor", "labour", "late",
    "lead", "leading", "legal", "liberal", "lieutenant", "longtime", "major", "majority", "managing", "marketing", "medical",
    "military", "ministry", "minority", "national", "nato", "navy", "operating", "opposition", "ousted", "outgoing",
    "parliamentary", "party", "permanent", "police", "policy", "political", "presidential", "press", "prime",
    "rear", "regional", "republican", "retired", "rights", "secretary", "security", "senate", "senior",
    "special", "staff", "state", "supreme", "technology", "then", "top", "tory", "trade", "transport", "transportation",
    "treasury", "u.n.", "u.s.", "uk", "un", "under", "us", "veteran", "vice", "white",};

inline constexpr std::string_view kHonorifics[] = {
    "baron", "baroness", "count", "dame", "dr", "dr.", "lady", "lord", "madam", "messrs", "messrs.", "miss",
    "mme", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir",};

inline constexpr std::string_view kMaleTitles[] = {
    "actor", "alderman", "archbishop", "assemblyman", "baron", "bishop", "businessman", "cardinal", "chairman",
    "congressman", "councilman", "emir", "imam", "king", "lord", "mr", "mr.", "pope", "prince", "sir",
    "spokesman", "sultan",};

inline constexpr std::string_view kFemaleTitles[] = {
    "actress", "assemblywoman", "baroness", "businesswoman", "chairwoman", "congresswoman", "councilwoman",
    "dame", "lady", "madam", "miss", "mme", "mrs", "mrs.", "ms", "ms.", "princess", "queen", "spokeswoman",};

}  // namespace onrecord::names
