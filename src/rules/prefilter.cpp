// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/prefilter.h"

#include <algorithm>
#include <cstring>

namespace lagesbild {
namespace {

constexpr std::size_t three = 3;

/// The three bytes at `at`, which must be there.
std::uint32_t three_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
  };
  std::uint32_t letters = byte(0) | byte(1) << 8 | byte(2) << 16;
  if (at + three < text.size()) letters |= byte(3) << 24;  // four are one load, three are not
  return letters & 0xFFFFFF;
}

std::size_t slot_of(std::uint32_t letters) { return (letters * 0x9E3779B1u) >> 20; }

/// Where in the string its rarest three letters stand.
std::size_t rarest_three(std::string_view string) {
  constexpr std::string_view frequent = "eanrtsildomkg ";  // of Swedish, the most frequent first
  const auto weight = [&](std::size_t at) {
    std::size_t sum = 0;
    for (const char c : string.substr(at, three))
      sum += frequent.size() - std::min(frequent.find(c), frequent.size());
    return sum;
  };
  std::size_t best = 0;
  for (std::size_t at = 1; at + three <= string.size(); ++at)
    if (weight(at) < weight(best)) best = at;
  return best;
}

}  // namespace

void Prefilter::add(std::size_t index, std::string_view pattern) {
  if (index >= most) return;
  Needed needed = needed_by(pattern);
  longest_.resize(std::max(longest_.size(), index + 1));
  longest_[index] = needed.longest;
  longest_of_all_ = std::max(longest_of_all_, needed.longest);
  if (needed.strings.empty()) always_.set(index);
  for (std::string& string : needed.strings) {
    Entry entry{0, 0, static_cast<std::uint16_t>(index), std::move(string)};
    if (entry.string.size() < three) {
      short_ones_.push_back(std::move(entry));
      continue;
    }
    const std::size_t at = rarest_three(entry.string);
    entry.at = static_cast<std::uint16_t>(at);
    entry.letters = three_at(entry.string, at);
    letters_there_.set(slot_of(entry.letters));
    entries_.push_back(std::move(entry));
  }
}

void Prefilter::finish() { std::ranges::sort(entries_, {}, &Entry::letters); }

void Prefilter::look_up(std::string_view text, std::size_t at, std::uint32_t letters,
                        Possible& found) const {
  for (auto entry = std::ranges::lower_bound(entries_, letters, {}, &Entry::letters);
       entry != entries_.end() && entry->letters == letters; ++entry)
    if (at >= entry->at && text.substr(at - entry->at).starts_with(entry->string))
      found.set(entry->index);
}

Prefilter::Possible Prefilter::possible(std::string_view text) const {
  if (text.size() > longest_of_all_) return {};
  Possible found = always_;
  for (const Entry& entry : short_ones_)
    if (!found[entry.index] && text.find(entry.string) != std::string_view::npos)
      found.set(entry.index);
  for (std::size_t at = 0; at + three <= text.size(); ++at) {
    const std::uint32_t letters = three_at(text, at);
    if (letters_there_[slot_of(letters)]) look_up(text, at, letters, found);
  }
  for (std::size_t index = 0; index < longest_.size(); ++index)
    if (text.size() > longest_[index]) found.reset(index);
  return found;
}

}  // namespace lagesbild
