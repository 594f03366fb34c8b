// SPDX-License-Identifier: Apache-2.0
// Given names that tell a person and, mostly, a gender.
// clang-format off
#pragma once

#include <string_view>

namespace onrecord::names {

inline constexpr std::string_view kGivenMaleNames[] = {
    "aaron", "abdul", "abdullah", "abraham", "adam", "adrian", "ahmad", "ahmed", "alan", "albert", "alec",
    "alejandro", "aleksandr", "alex", "alexander", "alexei", "alexey", "alfred", "ali", "allan", "allen",
    "amir", "anatoly", "andrei", "andrew", "andrey", "andriy", "angelo", "anthony", "antonio", "antony",
    "arnold", "arthur", "asif", "austin", "barack", "barry", "bashar", "ben", "benjamin", "benny", "bernard",
    "bernie", "bill", "billy", "bob", "bobby", "boris", "brad", "bradley", "brandon", "brendan", "brett",
    "brian", "bruce", "bryan", "carl", "carlos", "chad", "charles", "charlie", "chris", "christian",
    "christopher", "chuck", "clarence", "clint", "colin", "corey", "craig", "cyril", "dan", "daniel", "danny",
    "darren", "dave", "david", "dean", "dennis", "denys", "derek", "dick", "dmitri", "dmitriy", "dmitry",
    "dominic", "don", "donald", "doug", "douglas", "duncan", "dwight", "dylan", "ed", "eddie", "edward",
    "edwin", "eli", "elliott", "emmanuel", "enrique", "eric", "erik", "ernest", "eugene", "evan", "felix",
    "fernando", "francis", "francisco", "francois", "frank", "franklin", "fred", "frederick", "gabriel",
    "gareth", "gary", "gavin", "gene", "geoff", "geoffrey", "george", "gerald", "gerard", "gilbert", "giorgio",
    "giovanni", "glenn", "gordon", "graham", "grant", "greg", "gregory", "guy", "hamid", "harold", "harry",
    "harvey", "hassan", "hector", "henry", "herbert", "herman", "howard", "hugh", "hugo", "hussein", "ian",
    "ibrahim", "igor", "imran", "isaac", "ivan", "jack", "jacob", "jacques", "jake", "james", "jamie", "jan", "jared",
    "jason", "javier", "jay", "jeb", "jeff", "jeffrey", "jeremy", "jerome", "jerry", "jesse", "jim", "jimmy",
    "joe", "joel", "john", "johnny", "jon", "jonathan", "jorge", "jose", "josef", "joseph", "josh", "joshua",
    "juan", "jules", "julian", "julio", "justin", "karl", "keir", "keith", "ken", "kenneth", "kevin", "khalid",
    "kirill", "konstantin", "kurt", "kyle", "lance", "larry", "lars", "laurent", "lawrence", "lee", "leo",
    "leon", "leonard", "leonid", "lewis", "liam", "lindsey", "lionel", "lloyd", "louis", "lucas", "luis",
    "luke", "malcolm", "manuel", "marc", "marco", "marcus", "mario", "mark", "marshall", "martin", "marty",
    "marvin", "matt", "matteo", "matthew", "maurice", "max", "mehdi", "mel", "michael", "michel", "miguel",
    "mike", "mikhail", "milton", "mitch", "mitt", "mohamed", "mohammad", "mohammed", "morgan", "moses",
    "muhammad", "mustafa", "narendra", "nathan", "ned", "neil", "nelson", "newt", "nicholas", "nick", "nicolas",
    "nigel", "nikolai", "noah", "noel", "norman", "oleg", "oleksandr", "oleksiy", "oliver", "omar", "osama",
    "oscar", "pablo", "patrick", "paul", "pavel", "pedro", "pete", "peter", "phil", "philip", "phillip",
    "pierre", "rafael", "ralph", "ramon", "ramzan", "rand", "randy", "raul", "ray", "raymond", "reince", "rex",
    "ricardo", "richard", "rick", "ricky", "rishi", "rob", "robert", "roberto", "rod", "rodney", "rodrigo",
    "roger", "roland", "ron", "ronald", "ross", "roy", "rudy", "rupert", "russell", "ryan", "said", "salman",
    "sam", "samuel", "saul", "scott", "sean", "sebastian", "sergei", "sergey", "serhiy", "seth", "shane",
    "shaun", "sidney", "silvio", "simon", "spencer", "stanley", "stefan", "stephen", "steve", "steven",
    "stuart", "taylor", "ted", "terrence", "terry", "theodore", "thomas", "tim", "timothy", "tobias", "todd",
    "tom", "tommy", "tony", "travis", "trevor", "troy", "tyler", "vaclav", "vadim", "valery", "vernon",
    "victor", "viktor", "vincent", "vitali", "vitaliy", "vladimir", "volodymyr", "wallace", "walter", "warren",
    "wayne", "wesley", "will", "william", "winston", "xavier", "xi", "yasser", "yevgeny", "yuri", "yusuf",
    "zachary",};

inline constexpr std::string_view kGivenFemaleNames[] = {
    "abigail", "ada", "adriana", "agnes", "aisha", "alexandra", "alice", "alicia", "alison", "allison",
    "amanda", "amber", "amelia", "amina", "amy", "ana", "andrea", "angela", "angelina", "anita", "ann", "anna",
    "anne", "annie", "antonia", "april", "ariana", "ashley", "audrey", "barbara", "beatrice", "becky", "bella",
    "bernadette", "beth", "betsy", "betty", "beverly", "bonnie", "brenda", "bridget", "brooke", "camilla",
    "candace", "carla", "carly", "carmen", "carol", "carole", "caroline", "carolyn", "catherine", "cathy",
    "charlotte", "chelsea", "cheryl", "chloe", "christiane", "christina", "christine", "cindy", "claire",
    "clara", "claudia", "colleen", "condoleezza", "connie", "cristina", "crystal", "cynthia", "daisy", "dana",
    "daria", "debbie", "deborah", "debra", "denise", "diana", "diane", "dolores", "donna", "dora", "doris",
    "dorothy", "edith", "eileen", "elaine", "eleanor", "elena", "eliza", "elizabeth", "ella", "ellen", "emily",
    "emma", "erica", "erin", "esther", "eva", "evelyn", "fatima", "fiona", "florence", "frances", "gabriela",
    "gail", "gemma", "georgia", "geraldine", "gina", "giorgia", "gladys", "gloria", "grace", "greta", "gwen",
    "hannah", "harriet", "hazel", "heather", "heidi", "helen", "helena", "hilary", "hillary", "holly", "hope",
    "huma", "ida", "ingrid", "irene", "irina", "iris", "isabel", "isabella", "ivana", "ivanka", "jacinda",
    "jackie", "jacqueline", "jan", "jane", "janet", "janice", "jasmine", "jean", "jeanne", "jenna", "jennifer",
    "jenny", "jessica", "jill", "joan", "joann", "joanna", "jocelyn", "jody", "josephine", "joy", "joyce",
    "juanita", "judith", "judy", "julia", "juliana", "julie", "june", "kaitlyn", "kamala", "karen", "kate",
    "katherine", "kathleen", "kathryn", "kathy", "katie", "katrina", "kay", "kayla", "kayleigh", "kelly",
    "kellyanne", "kim", "kimberly", "kirsten", "kristen", "kristin", "kristina", "lara", "laura", "lauren",
    "laurie", "leah", "leila", "lena", "leslie", "liliana", "lillian", "lily", "linda", "lindsay", "lisa",
    "liz", "lois", "loretta", "lori", "lorraine", "louise", "lucia", "lucy", "lydia", "lynn", "mabel",
    "madeleine", "madison", "malala", "mandy", "margaret", "maria", "mariana", "marie", "marilyn", "marina",
    "marine", "marion", "marjorie", "martha", "mary", "matilda", "maureen", "maxine", "maya", "megan",
    "melania", "melissa", "mercedes", "meredith", "mia", "michaela", "michelle", "mildred", "miranda", "miriam",
    "molly", "monica", "nadia", "nancy", "naomi", "natalia", "natalie", "natasha", "nicola", "nicole", "nikki",
    "nina", "nora", "norma", "oksana", "olena", "olga", "olivia", "pamela", "pat", "patricia", "patti", "patty",
    "paula", "pauline", "peggy", "penny", "phyllis", "priscilla", "priti", "rachel", "ramona", "rebecca",
    "regina", "renee", "rhonda", "rita", "roberta", "robin", "rosa", "rosalind", "rose", "rosemary", "ruth",
    "sabrina", "sally", "samantha", "sandra", "sara", "sarah", "shannon", "sharon", "sheila", "shelley",
    "sheryl", "shirley", "sofia", "sonia", "sonya", "sophia", "sophie", "stacey", "stacy", "stella",
    "stephanie", "sue", "susan", "susana", "suzanne", "svetlana", "sylvia", "tamara", "tammy", "tanya", "tara",
    "tatiana", "teresa", "theresa", "therese", "tina", "tracy", "tricia", "ursula", "valentina", "valerie",
    "vanessa", "vera", "veronica", "vicki", "victoria", "violet", "virginia", "vivian", "wendy", "whitney",
    "winnie", "yasmin", "yolanda", "yulia", "yvette", "yvonne", "zara", "zoe",};

}  // namespace onrecord::names
