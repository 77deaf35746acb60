// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mustache's door. Whatever a template takes with {{name}} is escaped; only what was made by a
// template before comes in with {{{name}}}.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "messages/messages.h"

namespace lagesbild {

using Fields = kainjow::mustache::data;
using FieldList = kainjow::mustache::list;

/// The template src/web/files/NAME.mustache with `fields` put in, and the text of a key where it
/// says {{#t}}key{{/t}}.
std::string filled(std::string_view name, Fields fields, const Messages& say);

/// `text` for a section that is left out where there is none.
inline Fields present(const std::string& text) {
  return text.empty() ? Fields(false) : Fields(text);
}

}  // namespace lagesbild
