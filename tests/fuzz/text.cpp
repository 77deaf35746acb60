// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through every repair of text: right form, joined lines, folded, likened.
#include <algorithm>

#include "base/utf8.h"
#include "target.h"
#include "text/collate.h"
#include "text/fold.h"
#include "text/join.h"
#include "text/likeness.h"
#include "text/normal.h"

namespace lagesbild::fuzz {
namespace {

void demand_mapped(MappedText (*made_by)(std::string_view), std::string_view given) {
  const MappedText made = made_by(given);
  demand(is_utf8(made.text), "made text is UTF-8");
  demand(made_by(made.text).text == made.text, "what is made so stays so");
  demand(made.origin.size() == made.text.size() + 1, "every byte has an origin");
  demand(made.origin.back() == given.size(), "the end is the end");
  demand(std::ranges::is_sorted(made.origin), "the order stays");
}

void demand_joined(std::string_view given) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= given.size();) {
    const std::size_t end = std::min(given.find('\n', at), given.size());
    lines.push_back(normal(given.substr(at, end - at)));
    at = end + 1;
  }
  WordsSeen seen;
  for (const std::string& line : lines) seen.add(line);
  const std::string text = joined(std::vector<std::string_view>(lines.begin(), lines.end()), seen);
  demand(is_utf8(text), "joined text is UTF-8");
}

void demand_likeness(std::string_view a, std::string_view b) {
  for (const double share : {likeness(a, b), containment(a, b)})
    demand(share >= 0 && share <= 1, "a share is one");
  demand(edits(a, b, 2) == edits(b, a, 2), "edits go both ways");
}

}  // namespace
}  // namespace lagesbild::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  const std::string_view given = fuzz::text_of(data, size);
  fuzz::demand_mapped(normal_mapped, given);
  fuzz::demand_mapped(folded_mapped, given);
  fuzz::demand_joined(given);
  const std::string folded_text = folded(given);
  const std::size_t half = folded_text.size() / 2;
  fuzz::demand_likeness(folded_text.substr(0, half), folded_text.substr(half));
  fuzz::demand(is_utf8(key(given)) && is_utf8(slug(given)), "keys are UTF-8");
  return 0;
}
