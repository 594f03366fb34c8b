// SPDX-License-Identifier: Apache-2.0
// Words that shape clauses, by kind; blanks separate them.
// clang-format off
#pragma once

#include "annotate/statements/cues.h"

namespace onrecord::statements {

struct WordsOfKind {
  std::uint32_t kinds;
  std::string_view words;
};

inline constexpr WordsOfKind kWordTable[] = {
    {kAux, "has have had having do does did will would shall should can could may might must ca wo ’ve 've ’d 'd ’ll 'll cannot"},
    {kAux | kBe, "is are was were be been being am ’re 're ’m 'm"},
    {kNot, "not n't n’t never"},
    {kAdverb, "also later early late then now still once again often always just only even ever soon earlier recently previously "
              "repeatedly reportedly publicly privately quickly simply further furthermore initially finally eventually "
              "openly frequently famously apparently clearly flatly bluntly already long since first last so too "
              "actually really specifically subsequently consistently rarely sometimes immediately suddenly "
              "yesterday today tonight tomorrow instead perhaps probably both each all largely basically essentially "
              "explicitly falsely correctly incorrectly wrongly strongly sharply angrily quietly softly loudly "
              "proudly jokingly ominously correctly rightly notably similarly meanwhile however therefore though "
              "thus indeed nonetheless nevertheless simultaneously briefly categorically vehemently constantly"},
    {kPronoun, "he she they we i you it one"},
    {kDeterminer, "the a an one this these those his her its their our my your some many several most both every each any "
                  "no all another few two three four five six seven eight nine ten dozens hundreds thousands half"},
    {kPreposition, "of in on at by for from with about into over under after before during through between among "
                   "against without within across near behind beyond despite toward towards around throughout "
                   "inside outside amid upon onto via per unlike like than alongside beside besides regarding"},
    {kAnd, "and or but nor yet"},
    {kSubordinator, "because when if while although though as since after before until unless whereas whenever once "
                    "where wherever so"},
    {kRelative, "who which whose whom"},
    {kThatWord, "that"},
    {kToWord, "to"},
    {kWhWord, "whether how what why if where when who which whom"},
    {kTimeWord, "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
                "august september october november december today yesterday tonight tomorrow morning afternoon evening "
                "night week month year weekend last earlier recently mon tue wed thu fri sat sun jan. feb. mar. "
                "apr. aug. sept. sep. oct. nov. dec. days weeks months years ago hours day"},
    {kObjectPronoun, "him her them me us himself herself themselves it you"},
    {kFinite, "went made took got gave came became began left kept held stood sat ran won lost led met sent spent built "
              "put set cut let saw knew felt found thought brought bought caught taught fought sought heard grew drew "
              "flew threw broke spoke chose rose fell seemed appeared needed wanted tried used turned moved helped "
              "worked played lived looked called remained happened received served died killed started stopped ended "
              "opened closed won't returned visited attended joined launched published ordered passed signed backed "
              "faced includes included becomes makes takes gets gives goes comes seems appears needs wants tries means "
              "remains keeps leads runs looks helps shows allows fired hit shot won’t followed reached"},
    {kPeople, "officials official sources source residents resident witnesses witness analysts analyst experts expert "
              "critics critic supporters supporter opponents aides aide advisers advisors observers lawmakers "
              "researchers scientists economists diplomats diplomat investigators prosecutors police authorities "
              "reporters journalists activists campaigners soldiers commanders rebels doctors medics rescuers "
              "survivors victims relatives neighbours neighbors voters people person man woman others some many "
              "several everyone spokesman spokeswoman spokesperson lawyers insiders traders investors "
              "employees workers participants attendees respondents historians strategists pollsters operatives "
              "allies rivals friends politicians republicans democrats polls poll survey surveys study report "
              "reports statement document documents records email emails"},
};

}  // namespace onrecord::statements
