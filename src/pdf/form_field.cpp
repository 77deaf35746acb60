// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/form_field.h"

#include <goo/GooString.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

#include "pdf/text_string.h"

namespace lagesbild {
namespace {

// Field flags, ISO 32000-1 tables 226, 228 and 230.
constexpr int flag_password = 1 << 13;
constexpr int flag_radio = 1 << 15;
constexpr int flag_push_button = 1 << 16;
constexpr int deepest = 32;  // levels of fields; real forms have two or three
constexpr int most_choices = 10'000;

/// The widget and the fields above it, nearest first.
std::vector<Object> lineage_of(PDFDoc& document, const Object& widget) {
  std::vector<Object> line;
  std::set<Ref> seen;
  line.push_back(widget.copy());
  while (line.size() < deepest) {
    const Object& above = line.back().dictLookupNF("Parent");
    if (above.isRef() && !seen.insert(above.getRef()).second) break;
    Object parent = above.fetch(document.getXRef());
    if (!parent.isDict()) break;
    line.push_back(std::move(parent));
  }
  return line;
}

Object inherited(const std::vector<Object>& line, const char* key) {
  for (const Object& dict : line)
    if (Object value = dict.dictLookup(key); !value.isNull()) return value;
  return Object(objNull);
}

std::string name_of(const std::vector<Object>& line) {
  std::string name;
  for (auto dict = line.rbegin(); dict != line.rend(); ++dict) {
    const std::string part = utf8_of(dict->dictLookup("T"));
    if (!part.empty()) name += (name.empty() ? "" : ".") + part;
  }
  return name;
}

/// A choice is stored by its export value; what the page shows is the display value beside it.
std::string display_of(const Object& options, const std::string& value) {
  if (!options.isArray()) return value;
  for (int i = 0; i < std::min(options.arrayGetLength(), most_choices); ++i) {
    const Object option = options.arrayGet(i);
    if (option.isArray() && option.arrayGetLength() == 2 && utf8_of(option.arrayGet(0)) == value)
      return utf8_of(option.arrayGet(1));
  }
  return value;
}

std::string choice_value(const std::vector<Object>& line) {
  const Object value = inherited(line, "V");
  const Object options = inherited(line, "Opt");
  if (!value.isArray()) return display_of(options, utf8_of(value));
  std::string text;
  for (int i = 0; i < std::min(value.arrayGetLength(), most_choices); ++i)
    text += (i > 0 ? "\n" : "") + display_of(options, utf8_of(value.arrayGet(i)));
  return text;
}

std::string name_in(const Object& value) {
  if (value.isName()) return value.getName();
  return value.isString() ? value.getString()->toStr() : std::string();
}

/// The name of the appearance that stands for "on"; empty when the widget does not say.
std::string on_state_of(const Object& widget) {
  const Object appearances = widget.dictLookup("AP");
  if (!appearances.isDict()) return {};
  for (const char* which : {"N", "D"}) {
    const Object states = appearances.dictLookup(which);
    if (!states.isDict()) continue;
    for (int i = 0; i < states.dictGetLength(); ++i)
      if (std::string state = states.dictGetKey(i); state != "Off") return state;
  }
  return {};
}

/// The name of a state may be the number of an entry in /Opt, which then has the words.
std::string state_name(const std::string& state, const Object& options) {
  int number = -1;
  const auto [end, error] = std::from_chars(state.data(), state.data() + state.size(), number);
  const bool is_number = error == std::errc() && end == state.data() + state.size();
  if (!is_number || !options.isArray() || number < 0 || number >= options.arrayGetLength())
    return utf8_of(state);
  return utf8_of(options.arrayGet(number));
}

void read_button(const std::vector<Object>& line, Field& field) {
  const Object& widget = line.front();
  const std::string on = on_state_of(widget);
  const std::string value = name_in(inherited(line, "V"));
  const Object state = widget.dictLookup("AS");
  const std::string now = state.isName() ? state.getName() : value;
  field.checked = !now.empty() && now != "Off" && (on.empty() || now == on);
  field.value = state_name(on.empty() ? now : on, inherited(line, "Opt"));
}

std::string text_value(const std::vector<Object>& line) {
  const std::string plain = utf8_of(inherited(line, "V"));
  return plain.empty() ? without_markup(utf8_of(inherited(line, "RV"))) : plain;
}

}  // namespace

FormEntry form_entry_of(PDFDoc& document, const Object& widget, const Box& box) {
  const std::vector<Object> line = lineage_of(document, widget);
  const Object type = inherited(line, "FT");
  const Object flag_object = inherited(line, "Ff");
  const int flags = flag_object.isInt() ? flag_object.getInt() : 0;
  Field field;
  field.box = box;
  field.name = name_of(line);
  if (type.isName("Btn")) {
    if ((flags & flag_push_button) != 0) return {};
    field.kind = (flags & flag_radio) != 0 ? Field::Kind::radio : Field::Kind::check_box;
    read_button(line, field);
    return {field, false};
  }
  if (type.isName("Tx")) {
    if ((flags & flag_password) != 0) return {};
    field.kind = Field::Kind::text;
    field.value = text_value(line);
  } else if (type.isName("Ch")) {
    field.kind = Field::Kind::choice;
    field.value = choice_value(line);
  }
  if (field.value.empty()) return {std::nullopt, true};
  return {field, false};
}

std::string without_markup(const std::string& rich) {
  std::string text;
  for (std::size_t at = 0; at < rich.size();) {
    if (rich[at] != '<') {
      text += rich[at++];
      continue;
    }
    const std::size_t end = rich.find('>', at);
    const std::string_view tag = std::string_view(rich).substr(at, 4);
    if ((tag.starts_with("</p>") || tag.starts_with("<br")) && !text.empty()) text += '\n';
    at = end == std::string::npos ? rich.size() : end + 1;
  }
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace lagesbild
