// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/template.h"

#include <map>

#include "web/files.h"

namespace lagesbild {
namespace {

/// Safe as a text and between quotes, and no tag of a template's.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '{':
        out += "&#123;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

/// Each template is taken apart once: that costs as much as filling it.
kainjow::mustache::mustache& template_named(const std::string& name) {
  static std::map<std::string, kainjow::mustache::mustache> all;
  auto found = all.find(name);
  if (found == all.end())
    found = all.emplace(name, std::string(web_file(name + ".mustache"))).first;
  return found->second;
}

}  // namespace

std::string filled(std::string_view name, Fields fields, const Messages& say) {
  fields.set("lang", std::string(name_of(say.language())));
  fields.set("t",
             kainjow::mustache::lambda([&](const std::string& key) { return escaped(say(key)); }));
  return template_named(std::string(name)).render(fields);
}

}  // namespace lagesbild
