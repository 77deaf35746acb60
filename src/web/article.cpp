// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/article.h"

#include <algorithm>
#include <cmath>

#include "dataset/review_texts.h"
#include "web/heat.h"
#include "web/template.h"

namespace lagesbild {
namespace {

Fields part(std::string_view text, bool decided) {
  Fields one("text", std::string(text));
  one.set("decided", decided);
  return one;
}

/// The comment in pieces, those in `decided_by` apart.
FieldList parts_of(const std::string& comment, std::vector<Span> decided_by) {
  std::ranges::sort(decided_by, {}, &Span::begin);
  const std::string_view text = comment;
  FieldList parts;
  std::size_t at = 0;
  for (const Span& span : decided_by) {
    if (span.begin < at || span.end > text.size() || span.begin >= span.end) continue;
    if (span.begin > at) parts.push_back(part(text.substr(at, span.begin - at), false));
    parts.push_back(part(text.substr(span.begin, span.end - span.begin), true));
    at = span.end;
  }
  if (at < text.size()) parts.push_back(part(text.substr(at), false));
  return parts;
}

std::string basis_of(const Assessment& said, const Messages& say) {
  return say("page.basis." + std::string(name_of(said.basis)),
             {{"reference", said.reference.value_or("")}});
}

FieldList code_fields(const Assessment& said) {
  FieldList fields;
  for (const std::string& code : said.review) {
    Fields one("code", code);
    one.set("sentence", std::string(text_of(code)));
    fields.push_back(one);
  }
  return fields;
}

FieldList picture_fields(const SiteAssessment& one, const Messages& say) {
  FieldList fields;
  for (const SitePicture& one_of_them : one.pictures) {
    Fields picture("file", one_of_them.file);
    picture.set("width", std::to_string(one_of_them.width));
    picture.set("height", std::to_string(one_of_them.height));
    picture.set("alt", say("page.picture", {{"page", one_of_them.page}}));
    fields.push_back(picture);
  }
  return fields;
}

/// Two decimals, as they are written in Swedish and English alike but for the sign between them.
std::string confidence_of(double confidence, const Messages& say) {
  const long hundredths = std::lround(std::clamp(confidence, 0.0, 1.0) * 100);
  return say("page.percent", {{"number", hundredths}});
}

}  // namespace

std::string article_html(const Site& site, const SiteReport& report, const SiteAssessment& one,
                         const Messages& say) {
  const Assessment& said = one.said;
  const std::string& area = site.areas.at(one.row).title;
  const std::string change = word_of(said.change);
  const bool paged = report.drawn && !report.in_archive;
  const std::string page = said.evidence.empty() ? "" : std::to_string(said.evidence.front().page);
  Fields fields("key", one.key);
  fields.set("number", present(said.number.value_or("")));
  fields.set("area", area);
  fields.set("title", present(area == said.title ? "" : said.title));
  fields.set("district", site.districts[report.district].name);
  fields.set("period", report.period);
  fields.set("scope", say("page.scope." + std::string(name_of(said.scope))));
  fields.set("group", present(said.group.value_or("")));
  fields.set("change", change);
  fields.set("sign", sign_of(said.change));
  fields.set("word", say("page.cell." + change));
  fields.set("basis", basis_of(said, say));
  fields.set("suggested",
             present(said.suggested_change ? say("page.suggested." + word_of(said.suggested_change))
                                           : ""));
  fields.set("comment", !said.comment.empty());
  fields.set("parts", parts_of(said.comment, one.decided_by));
  fields.set("codes", code_fields(said));
  fields.set("rule", present(said.rule));
  fields.set("confidence", confidence_of(said.confidence, say));
  fields.set("pictures", picture_fields(one, say));
  fields.set("no_picture",
             present(one.no_picture.empty() ? "" : say("page.no_picture." + one.no_picture)));
  fields.set("path", report.path);
  fields.set("page", present(page));
  fields.set("link", present(report.link.empty() || page.empty() || !paged
                                 ? report.link
                                 : report.link + "#page=" + page));
  fields.set("open", page.empty() || !paged
                         ? say("page.open", {{"path", report.path}})
                         : say("page.open_at", {{"path", report.path}, {"page", page}}));
  return filled("article", std::move(fields), say);
}

std::string address_of(std::string_view path) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string out;
  for (const char letter : path) {
    if (plain.find(letter) != std::string_view::npos) {
      out += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    out += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  return out;
}

}  // namespace lagesbild
