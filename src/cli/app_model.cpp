// SPDX-License-Identifier: Apache-2.0
#include "cli/app_model.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace onrecord {
namespace {

OptionModel option_of(const CLI::Option& option) {
  OptionModel model;
  model.positional = option.get_positional();
  if (model.positional) model.name = option.get_name();
  else if (!option.get_lnames().empty()) model.name = "--" + option.get_lnames().front();
  if (!option.get_snames().empty()) model.short_name = '-' + option.get_snames().front();
  if (option.get_items_expected_max() > 0) model.type = option.get_type_name();
  model.says = option.get_description();
  model.default_value = option.get_default_str();
  model.required = option.get_required();
  model.repeats =
      option.get_items_expected_max() > 1 || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  return model;
}

std::vector<OptionModel> options_of(const CLI::App& app) {
  std::vector<OptionModel> models;
  for (const CLI::Option* option : app.get_options(nullptr)) models.push_back(option_of(*option));
  std::stable_partition(models.begin(), models.end(), [](const OptionModel& one) { return one.positional; });
  // "--help" is the same everywhere and comes last
  std::stable_partition(models.begin(), models.end(), [](const OptionModel& one) { return one.name != "--help"; });
  return models;
}

}  // namespace

std::vector<std::string> OptionModel::choices() const {
  std::vector<std::string> words;
  if (type.find('|') == std::string::npos) return words;
  for (std::size_t begin = 0; begin <= type.size();) {
    const std::size_t end = std::min(type.find('|', begin), type.size());
    words.push_back(type.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

const CommandModel* AppModel::find(const std::string& command) const {
  const auto at =
      std::find_if(commands.begin(), commands.end(), [&](const CommandModel& one) { return one.name == command; });
  return at == commands.end() ? nullptr : &*at;
}

AppModel model_of(const CLI::App& app) {
  AppModel model;
  model.name = app.get_name();
  model.says = app.get_description();
  model.options = options_of(app);
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    model.commands.push_back(
        {command->get_name(), command->get_description(), command->get_footer(), options_of(*command)});
  }
  return model;
}

}  // namespace onrecord
