// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Written by hand: one append per value, no tree in between, and the same digits everywhere.
#include "model/json.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace lagesbild {
namespace {

constexpr double largest_number = 1e12;  // far past any coordinate; keeps the rounding exact

void append_escape(std::string& out, char c) {
  constexpr char digits[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

void append(std::string& out, std::string_view utf8) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char c = utf8[at];
    const auto byte = static_cast<unsigned char>(c);
    const CodePoint point = byte < 0x80 ? CodePoint{byte, 1, true} : code_point_at(utf8, at);
    if (!point.valid || byte < 0x20 || c == '"' || c == '\\') {
      out += utf8.substr(copied, at - copied);
      if (point.valid)
        append_escape(out, c);
      else
        out += replacement_utf8;
      copied = at + point.size;
    }
    at += point.size;
  }
  out += utf8.substr(copied);
  out += '"';
}

void append(std::string& out, const std::optional<std::string>& text) {
  if (text)
    append(out, std::string_view(*text));
  else
    out += "null";
}

/// At most `decimals` digits after the point, none of them a trailing zero.
void append_number(std::string& out, double value, int decimals) {
  if (!std::isfinite(value)) value = 0;
  const double scale = std::pow(10.0, decimals);
  const double bounded = std::clamp(value, -largest_number, largest_number);
  const long long scaled = std::llround(bounded * scale);
  const long long whole_scale = std::llround(scale);
  if (scaled < 0) out += '-';
  out += std::to_string(std::llabs(scaled / whole_scale));
  std::string fraction = std::to_string(whole_scale + std::llabs(scaled % whole_scale)).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) out += '.' + fraction;
}

void append_key(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  out += '"';
  out += name;
  out += "\":";
}

template <class Value>
void append_member(std::string& out, std::string_view name, const Value& value) {
  append_key(out, name);
  append(out, value);
}

template <class Named>
void append_name(std::string& out, std::string_view name, const std::optional<Named>& value) {
  append_key(out, name);
  if (value)
    append(out, name_of(*value));
  else
    out += "null";
}

template <class Item, class Append>
void append_list(std::string& out, std::string_view name, const std::vector<Item>& items,
                 const Append& append_item) {
  append_key(out, name);
  out += '[';
  for (const Item& item : items) {
    if (&item != items.data()) out += ',';
    append_item(out, item);
  }
  out += ']';
}

void append_source(std::string& out, const Source& source, Keys keys) {
  append_key(out, "source");
  out += '{';
  append_member(out, "path", std::string_view(source.path));
  append_member(out, "sha256", std::string_view(source.sha256));
  append_key(out, "bytes");
  out += std::to_string(source.bytes);
  append_key(out, "pages");
  out += source.pages ? std::to_string(*source.pages) : "null";
  append_member(out, "producer", source.producer);
  append_name(out, "text_from", source.text_from);
  if (keys == Keys::all) append_member(out, "dated", source.dated);
  out += '}';
}

void append_district(std::string& out, const std::optional<District>& district) {
  append_key(out, "district");
  if (!district) {
    out += "null";
    return;
  }
  out += '{';
  append_member(out, "id", district->id);
  append_member(out, "name", std::string_view(district->name));
  append_member(out, "as_written", std::string_view(district->as_written));
  out += '}';
}

void append_evidence(std::string& out, const Evidence& evidence) {
  out += "{\"page\":" + std::to_string(evidence.page) + ",\"bbox\":[";
  const Box& box = evidence.box;
  for (const double edge : {box.x0, box.y0, box.x1, box.y1}) {
    if (out.back() != '[') out += ',';
    append_number(out, edge, 2);
  }
  out += "]}";
}

void append_assessment(std::string& out, const Assessment& assessment, Keys keys) {
  out += '{';
  append_member(out, "scope", name_of(assessment.scope));
  append_member(out, "number", assessment.number);
  append_member(out, "title", std::string_view(assessment.title));
  append_member(out, "group", assessment.group);
  append_member(out, "area_id", assessment.area_id);
  append_name(out, "change", assessment.change);
  append_member(out, "basis", name_of(assessment.basis));
  append_member(out, "reference", assessment.reference);
  append_name(out, "suggested_change", assessment.suggested_change);
  append_member(out, "comment", std::string_view(assessment.comment));
  append_list(out, "evidence", assessment.evidence, append_evidence);
  append_key(out, "confidence");
  append_number(out, std::clamp(assessment.confidence, 0.0, 1.0), 3);
  append_list(out, "review", assessment.review,
              [](std::string& to, const std::string& code) { append(to, std::string_view(code)); });
  if (keys == Keys::all) append_member(out, "rule", std::string_view(assessment.rule));
  out += '}';
}

void append_problem(std::string& out, const Problem& problem, Keys keys) {
  out += '{';
  append_member(out, "code", std::string_view(problem.code));
  append_member(out, "severity", std::string_view(name_of(problem.severity)));
  append_member(out, "message", std::string_view(problem.what));
  append_key(out, "page");
  out += problem.place.page > 0 ? std::to_string(problem.place.page) : "null";
  if (keys == Keys::all) {
    append_member(out, "file", std::string_view(problem.place.file));
    append_key(out, "line");
    out += std::to_string(problem.place.line);
  }
  out += '}';
}

}  // namespace

std::string json_string(std::string_view utf8) {
  std::string out;
  append(out, utf8);
  return out;
}

std::string json_of(const Report& report, Keys keys) {
  std::string out = "{";
  append_member(out, "schema", std::string_view("lagesbild.report/1"));
  append_source(out, report.source, keys);
  append_member(out, "status", name_of(report.status));
  append_district(out, report.district);
  append_member(out, "period", report.period);
  append_list(out, "assessments", report.assessments,
              [=](std::string& to, const Assessment& a) { append_assessment(to, a, keys); });
  append_list(out, "problems", report.problems,
              [=](std::string& to, const Problem& p) { append_problem(to, p, keys); });
  out += '}';
  return out;
}

}  // namespace lagesbild
