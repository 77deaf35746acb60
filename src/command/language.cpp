// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/language.h"

#include <cstdlib>

namespace lagesbild {
namespace {

namespace po = boost::program_options;

Language language_of_locale() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* locale = std::getenv(variable); locale && *locale)
      return std::string_view(locale).starts_with("en") ? Language::english : Language::swedish;
  return Language::swedish;
}

}  // namespace

void add_language_option(po::options_description& listed) {
  listed.add_options()("lang", po::value<std::string>()->value_name("sv|en"),
                       "language (default: the locale's, if it is English; else Swedish)");
}

Result<Language> language_of(const po::variables_map& given) {
  if (given.count("lang") == 0) return language_of_locale();
  const std::string name = given["lang"].as<std::string>();
  if (const auto language = language_named(name)) return *language;
  return Problem{"usage", Severity::error, {}, "'" + name + "' is no language; use sv or en"};
}

}  // namespace lagesbild
