// SPDX-License-Identifier: Apache-2.0
#include "annotate/places/gazetteer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace onrecord {
namespace {

constexpr const char* kPath = "models/onrecord.gazetteer";

const Gazetteer& gazetteer() {
  static const Result<Gazetteer> opened = Gazetteer::open(kPath);
  return *opened;
}

std::string key_of(std::string_view surface) {
  std::string key;
  return gazetteer().append_key(surface, key) ? key : "no key";
}

std::vector<std::string> countries_of(std::string_view name) {
  std::vector<std::string> found;
  for (const Posting p : gazetteer().find(key_of(name))) found.emplace_back(gazetteer().country(p.row()));
  return found;
}

// A copy of the file with bytes changed.
std::string changed_copy(std::size_t size, std::size_t at, char byte) {
  std::ifstream in(kPath, std::ios::binary);
  std::stringstream whole;
  whole << in.rdbuf();
  std::string bytes = whole.str().substr(0, size);
  if (at < bytes.size()) bytes[at] = byte;
  const std::string path = testing::TempDir() + "/changed.gazetteer";
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

TEST(Gazetteer, MakesKeys) {
  EXPECT_EQ(key_of("São Brás de Alportel"), "sao bras de alportel");
  EXPECT_EQ(key_of("Port-au-Prince"), "port au prince");
  EXPECT_EQ(key_of("U.S."), "us");
  EXPECT_EQ(key_of("Queen Anne’s County"), "queen annes county");
  EXPECT_EQ(key_of("Saint Paul"), "st paul");
  EXPECT_EQ(key_of("Łódź"), "lodz");
  EXPECT_EQ(key_of("Bath (Maine)"), "no key");
}

TEST(Gazetteer, FindsThoseWithMostPeopleFirst) {
  const std::vector<std::string> found = countries_of("Birmingham");
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found[0], "GBR");
  EXPECT_EQ(found[1], "USA");
  EXPECT_TRUE(countries_of("Qwertzuiop").empty());
}

TEST(Gazetteer, KnowsWhatLiesInWhat) {
  const Gazetteer& g = gazetteer();
  const Index texas = g.find("texas").front().row(), states = g.find("united states").front().row();
  const Index france = g.find("france").front().row();
  EXPECT_TRUE(g.inside(texas, states));
  EXPECT_FALSE(g.inside(states, texas));
  EXPECT_FALSE(g.inside(texas, france));
  const auto paris = g.find("paris");
  EXPECT_EQ(g.country(paris.front().row()), "FRA");
  EXPECT_TRUE(std::any_of(paris.begin(), paris.end(), [&](Posting p) { return g.inside(p.row(), texas); }));
}

TEST(Gazetteer, MeasuresGreatCircles) {
  const Gazetteer& g = gazetteer();
  const GazetteerRow& paris = g[g.find("paris").front().row()];
  const GazetteerRow& london = g[g.find("london").front().row()];
  EXPECT_NEAR(kilometres(paris, london), 344, 5);
  EXPECT_EQ(kilometres(paris, paris), 0);
}

TEST(Gazetteer, SaysWhoseDataItHolds) {
  EXPECT_NE(gazetteer().notice().find("GeoNames"), std::string_view::npos);
  EXPECT_NE(gazetteer().notice().find("CC BY 4.0"), std::string_view::npos);
}

TEST(Gazetteer, RefusesWhatIsNone) {
  EXPECT_EQ(Gazetteer::open("models/no.gazetteer").error().code, ErrorCode::NotFound);
  EXPECT_EQ(Gazetteer::open("models").error().code, ErrorCode::Unreadable);
  EXPECT_EQ(Gazetteer::open("models/README.md").error().code, ErrorCode::BadInput);
  constexpr std::size_t kWhole = 1u << 30;
  EXPECT_EQ(Gazetteer::open(changed_copy(1000, kWhole, 0)).error().code, ErrorCode::BadInput);
  EXPECT_EQ(Gazetteer::open(changed_copy(kWhole, 8, 99)).error().code, ErrorCode::WrongVersion);
  const std::string path = changed_copy(kWhole, kWhole, 0);
  EXPECT_TRUE(Gazetteer::open(path).ok());
  std::remove(path.c_str());
}

}  // namespace
}  // namespace onrecord
