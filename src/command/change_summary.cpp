// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/change_summary.h"

#include <algorithm>

#include "command/difference_output.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_named = 5;

}  // namespace

void ChangeSummary::add(const Difference& difference) {
  counts_.count(difference);
  const bool turned =
      std::ranges::find(difference.aspects, Aspect::change) != difference.aspects.end();
  std::vector<Difference>& kind = difference.kind == DifferenceKind::added  ? added_
                                  : difference.kind == DifferenceKind::gone ? gone_
                                  : turned                                  ? turned_
                                                                            : changed_;
  if (kind.size() < most_named) kind.push_back(difference);
}

std::string ChangeSummary::text(const Messages& say, const Disclosure& disclosure) const {
  if (counts_.all() == 0) return say("ingest.same") + "\n\n";
  std::string out = say("ingest.since") + " " + difference_counts_text(counts_, say);
  std::int64_t named = 0;
  for (const auto* kind : {&turned_, &changed_, &gone_, &added_})
    for (const Difference& one : *kind) {
      if (named == static_cast<std::int64_t>(most_named)) break;
      ++named;
      out += "  " + difference_line(shown(one, disclosure), say) + "\n";
    }
  if (counts_.all() > named)
    out += "  " + say("ingest.more", {{"differences", counts_.all() - named}}) + "\n";
  return out + "\n";
}

}  // namespace lagesbild
