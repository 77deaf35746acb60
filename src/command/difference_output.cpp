// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/difference_output.h"

#include "command/difference_data.h"
#include "command/output.h"
#include "command/terminal.h"

namespace lagesbild {
namespace {

constexpr std::size_t comment_columns = 70;

std::string text_of(const AreaState& state) {
  std::string out;
  for (const std::string& part : {state.district, state.period})
    if (!part.empty()) out += (out.empty() ? "" : " ") + part;
  return out.empty() ? state.path : out;
}

std::string heading_of(const AreaState& state, const Messages& say) {
  std::string line = text_of(state) + ", " + say("review.scope." + state.scope);
  if (!state.number.empty()) line += " " + state.number;
  return harmless(line + " " + state.title);
}

std::string change_word(const std::string& change, const Messages& say) {
  return say("change." + (change.empty() ? std::string("unstated") : change));
}

std::string area_words(const AreaState& state) {
  return state.number + (state.number.empty() ? "" : " ") + state.title +
         (state.area_id.empty() ? "" : " (" + state.area_id + ")");
}

/// One line that fits.
std::string beginning(const std::string& comment) {
  const std::string line = harmless(comment);
  return width_of(line) <= comment_columns ? line : fitted(line, comment_columns);
}

std::string aspect_words(Aspect aspect, const AreaState& state, const Messages& say) {
  switch (aspect) {
    case Aspect::report:
      return text_of(state);
    case Aspect::area:
      return area_words(state);
    case Aspect::change:
      return change_word(state.held.change, say);
    case Aspect::basis:
      return say("difference.basis." + state.held.basis);
    case Aspect::suggested_change:
      return change_word(state.held.suggested_change, say);
    case Aspect::comment:
      return beginning(state.comment);
    case Aspect::review:
      return state.held.review;
  }
  return "";
}

std::string aspect_line(Aspect aspect, const Difference& difference, const Messages& say) {
  const std::string name = say("difference.aspect." + std::string(name_of(aspect)));
  const auto words = [&](const AreaState& state) {
    const std::string text = harmless(aspect_words(aspect, state, say));
    return text.empty() ? std::string("–") : text;
  };
  const std::string before = words(*difference.before), after = words(*difference.after);
  const std::string between = aspect == Aspect::comment ? "\n     → " : " → ";
  // Without free text all that can be said of two comments is that they differ.
  if (before == after) return "   " + name + "\n";
  return "   " + name + ": " + before + between + after + "\n";
}

std::string causes_text(const std::vector<Cause>& causes, const Messages& say) {
  std::string out;
  for (const Cause cause : causes)
    out += (out.empty() ? "" : " + ") + say("difference.cause." + std::string(name_of(cause)));
  return out;
}

/// "Farsta 2022, lokalt 2.1 Hökarängens centrum: ny, positiv".
std::string kind_text(const Difference& difference, const Messages& say) {
  const AreaState& state = difference.state();
  const std::string out = heading_of(state, say) + ": " +
                          say("difference.kind." + std::string(name_of(difference.kind)));
  if (difference.kind == DifferenceKind::changed) return out;
  return out + ", " + change_word(state.held.change, say);
}

std::string coverage_text(const ImpactCoverage& coverage, const Messages& say) {
  std::string out = say("impact.looked_at",
                        {{"assessments", coverage.assessments}, {"reports", coverage.reports}}) +
                    "\n";
  if (coverage.not_by_comment > 0)
    out += say("impact.not_by_comment", {{"assessments", coverage.not_by_comment}}) + "\n";
  if (coverage.other_rules > 0)
    out += say("impact.other_rules", {{"reports", coverage.other_rules}}) + "\n";
  return out + say("impact.unseen") + "\n";
}

}  // namespace

Result<DifferenceFormat> difference_format_named(const std::string& name) {
  if (name == "text") return DifferenceFormat::text;
  if (name == "csv") return DifferenceFormat::csv;
  if (name == "json") return DifferenceFormat::json;
  return Problem{
      "usage", Severity::error, {}, "unknown format '" + name + "'; use text, csv or json"};
}

Difference shown(Difference difference, const Disclosure& disclosure) {
  for (std::optional<AreaState>* state : {&difference.before, &difference.after}) {
    if (!*state) continue;
    AreaState& one = **state;
    if (!disclosure.comments) one.comment.clear();
    if (!disclosure.masked) continue;
    one.title = disclosure.masked(one.title);
    one.comment = disclosure.masked(one.comment);
  }
  return difference;
}

std::string difference_line(const Difference& difference, const Messages& say) {
  std::string out = kind_text(difference, say), between = ": ";
  for (const Aspect aspect : difference.aspects) {
    out += between + say("difference.aspect." + std::string(name_of(aspect)));
    if (aspect == Aspect::change)
      out += " " + change_word(difference.before->held.change, say) + " → " +
             change_word(difference.after->held.change, say);
    between = ", ";
  }
  return out + " (" + causes_text(difference.causes, say) + ")";
}

std::string difference_text(const Difference& difference, const Messages& say) {
  std::string out = kind_text(difference, say) + " (" + causes_text(difference.causes, say) + ")\n";
  for (const Aspect aspect : difference.aspects) out += aspect_line(aspect, difference, say);
  return out;
}

std::string difference_counts_text(const DifferenceCounts& counts, const Messages& say) {
  std::string out = say("difference.counts", {{"all", counts.all()},
                                              {"added", counts.added},
                                              {"changed", counts.changed},
                                              {"gone", counts.gone}}) +
                    "\n";
  for (const auto& [causes, number] : counts.by_causes)
    out += "  " +
           say("difference.by_cause", {{"number", number}, {"cause", causes_text(causes, say)}}) +
           "\n";
  return out;
}

DifferenceOutput::DifferenceOutput(DifferenceFormat format, const Messages& messages,
                                   const Disclosure& disclosure)
    : format_(format), messages_(messages), disclosure_(disclosure) {}

/// What stands before the first one. Not printed before it is sure that there will be an end.
void DifferenceOutput::begin() {
  if (begun_) return;
  begun_ = true;
  if (format_ == DifferenceFormat::csv) printed_ = print(difference_csv_head());
  if (format_ == DifferenceFormat::json) printed_ = print("{\"differences\":[");
}

void DifferenceOutput::add(const Difference& difference) {
  begin();
  const Difference seen = shown(difference, disclosure_);
  const bool first = counts_.all() == 0;
  counts_.count(difference);
  if (!printed_) return;
  switch (format_) {
    case DifferenceFormat::text:
      printed_ = print(difference_text(seen, messages_));
      break;
    case DifferenceFormat::csv:
      printed_ = print(difference_csv(seen));
      break;
    case DifferenceFormat::json:
      printed_ = print((first ? "\n" : ",\n") + difference_json(seen));
      break;
  }
}

bool DifferenceOutput::finished(const std::optional<ImpactCoverage>& coverage) {
  begin();
  if (!printed_ || format_ == DifferenceFormat::csv) return printed_;
  if (format_ == DifferenceFormat::json)
    return print("\n],\"counts\":" + counts_json(counts_) +
                 (coverage ? ",\"coverage\":" + coverage_json(*coverage) : "") + "}\n");
  return print((counts_.all() > 0 ? "\n" : "") + difference_counts_text(counts_, messages_) +
               (coverage ? coverage_text(*coverage, messages_) : ""));
}

}  // namespace lagesbild
