// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/settings.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "rules/yaml.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

/// A value for an option, and where it stands.
struct Setting {
  std::string option, value;
  Place place;
};

std::vector<std::string> options_with_values(const Options& options) {
  std::vector<std::string> names;
  for (const auto& option : options.listed.options())
    if (option->semantic()->max_tokens() > 0) names.push_back(option->long_name());
  return names;
}

std::string variable_of(std::string option) {
  for (char& c : option)
    c = c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return "LAGESBILD_" + option;
}

std::vector<Setting> settings_in_environment(const std::vector<std::string>& options) {
  std::vector<Setting> settings;
  for (const std::string& option : options) {
    const std::string variable = variable_of(option);
    if (const char* value = std::getenv(variable.c_str()); value && *value)
      settings.push_back({option, value, Place{variable, 0, 0}});
  }
  return settings;
}

Problem wrong(Place place, std::string what) {
  return {"usage", Severity::error, std::move(place), std::move(what)};
}

/// A folder that the file names is told from where the file lies.
std::string resolved(const std::string& option, const std::string& value, const fs::path& folder) {
  if (option != "dataset" && option != "rules") return value;
  return (folder / value).lexically_normal().string();
}

Result<std::vector<Setting>> settings_in_folder(const fs::path& folder,
                                                const std::vector<std::string>& options) {
  std::vector<Setting> settings;
  const std::string file = (folder / settings_file).string();
  std::error_code none;
  if (!fs::exists(file, none)) return settings;
  const Result<std::string> text = rule_file_bytes(file);
  if (!text) return text.problem();
  const Result<YamlNode> root = yaml_of(*text, file);
  if (!root) return root.problem();
  if (root->kind == YamlNode::Kind::nothing) return settings;
  if (root->kind != YamlNode::Kind::map)
    return wrong(root->place, "here must stand options as 'jobs: 2', one a line");
  for (std::size_t i = 0; i < root->keys.size(); ++i) {
    const std::string& key = root->keys[i];
    const YamlNode& item = root->items[i];
    if (std::ranges::find(options, key) == options.end())
      return wrong(item.place, "unknown option '" + key + "'" + did_you_mean(key, options));
    if (item.kind != YamlNode::Kind::text)
      return wrong(item.place, "'" + key + "' must hold one value");
    settings.push_back({key, resolved(key, item.text, folder), item.place});
  }
  return settings;
}

/// What is wrong with `setting`, if anything is. Options that have a value keep it.
std::optional<Problem> store(const Setting& setting, const Options& options,
                             po::variables_map& given) {
  try {
    const std::vector<std::string> words = {"--" + setting.option + "=" + setting.value};
    po::store(po::command_line_parser(words).options(options.listed).run(), given);
    return std::nullopt;
  } catch (const po::error& error) {
    return wrong(setting.place, error.what());
  }
}

}  // namespace

std::variant<po::variables_map, ExitCode> layered_options_of(const Arguments& arguments,
                                                             const Usage& usage, Options& options,
                                                             const std::string& folder) {
  auto parsed = options_of(arguments, usage, options);
  auto* given = std::get_if<po::variables_map>(&parsed);
  if (!given) return parsed;
  const std::vector<std::string> names = options_with_values(options);
  std::vector<Setting> settings = settings_in_environment(names);
  if (!folder.empty() && given->count(folder) > 0) {
    const auto in_folder = settings_in_folder((*given)[folder].as<std::string>(), names);
    if (!in_folder) {
      tell(arguments, in_folder.problem());
      return exit_usage;
    }
    settings.insert(settings.end(), in_folder->begin(), in_folder->end());
  }
  for (const Setting& setting : settings)
    if (const auto problem = store(setting, options, *given)) {
      tell(arguments, *problem);
      return exit_usage;
    }
  return parsed;
}

}  // namespace lagesbild
