// SPDX-License-Identifier: Apache-2.0
// One page for any number of records, complete in itself: no file, font or address outside it is ever fetched,
// and a content security policy with the hashes of its own style and script says so to the browser.
#pragma once

#include <string>

#include "onrecord/records.h"

namespace onrecord {

// Add records one by one, then take the page. Holds the page in memory until then, not the records.
class HtmlPage {
 public:
  void add(const Record& record);
  std::string finish() const;

 private:
  void append_top(std::string& page) const;

  int articles_ = 0;
  std::string list_;  // <li> of every article
  std::string body_;
  std::string title_;  // of the first
};

}  // namespace onrecord
