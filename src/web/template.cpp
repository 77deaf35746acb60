// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/template.h"

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

}  // namespace

std::string filled(std::string_view name, Fields fields, const Messages& say) {
  fields.set("lang", std::string(name_of(say.language())));
  fields.set("t",
             kainjow::mustache::lambda([&](const std::string& key) { return escaped(say(key)); }));
  kainjow::mustache::mustache made{std::string(web_file(std::string(name) + ".mustache"))};
  return made.render(fields);
}

}  // namespace lagesbild
