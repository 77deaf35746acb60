// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differences/pairs.h"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "text/collate.h"

namespace lagesbild {
namespace {

using Key = std::vector<std::string>;  // empty: has none of this kind

/// What of two lists has found its counterpart so far.
template <class One>
class Matching {
 public:
  Matching(const std::vector<One>& before, const std::vector<One>& after)
      : before_(before), after_(after), of_(after.size()), taken_(before.size()) {}

  /// Those left that have the same key, the first with the first.
  template <class KeyOf>
  void by(const KeyOf& key_of) {
    std::map<Key, std::deque<std::size_t>> left;
    for (std::size_t b = 0; b < before_.size(); ++b)
      if (Key key = key_of(before_[b]); !taken_[b] && !key.empty()) left[key].push_back(b);
    for (std::size_t a = 0; a < after_.size(); ++a) {
      if (of_[a]) continue;
      const auto found = left.find(key_of(after_[a]));
      if (found == left.end() || found->second.empty()) continue;
      of_[a] = found->second.front();
      found->second.pop_front();
      taken_[*of_[a]] = true;
    }
  }

  /// All of `after`, then what is left of `before`.
  std::vector<Pair> pairs() const {
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < after_.size(); ++a) pairs.push_back({of_[a], a});
    for (std::size_t b = 0; b < before_.size(); ++b)
      if (!taken_[b]) pairs.push_back({b, std::nullopt});
    return pairs;
  }

 private:
  const std::vector<One>& before_;
  const std::vector<One>& after_;
  std::vector<std::optional<std::size_t>> of_;  // by `after`
  std::vector<bool> taken_;                     // by `before`
};

Key place_of(const StatedReport& one) {
  const std::string& whose = one.district_id.empty() ? one.district : one.district_id;
  if (!one.stands || whose.empty() || one.period.empty()) return {};
  return {whose, one.period};
}

Key content_of(const StatedReport& one) { return one.stands ? Key{one.sha256} : Key{}; }

auto order_of(const StatedReport& one) {
  return std::tuple(one.period, sort_key(one.district), one.district_id, one.sha256);
}

}  // namespace

std::vector<Pair> pairs_of(const std::vector<StatedReport>& before,
                           const std::vector<StatedReport>& after) {
  Matching<StatedReport> matching(before, after);
  matching.by(place_of);
  matching.by(content_of);
  std::vector<Pair> pairs = matching.pairs();
  std::erase_if(pairs, [&](const Pair& pair) {
    return !(pair.before && before[*pair.before].stands) &&
           !(pair.after && after[*pair.after].stands);
  });
  std::ranges::sort(pairs, {}, [&](const Pair& pair) {
    return order_of(pair.after ? after[*pair.after] : before[*pair.before]);
  });
  return pairs;
}

std::vector<Pair> pairs_of(const std::vector<AreaState>& before,
                           const std::vector<AreaState>& after) {
  Matching<AreaState> matching(before, after);
  matching.by([](const AreaState& one) {
    return one.area_id.empty() ? Key{} : Key{one.area_id, one.scope, one.number, one.title};
  });
  matching.by([](const AreaState& one) { return one.area_id.empty() ? Key{} : Key{one.area_id}; });
  matching.by([](const AreaState& one) { return Key{one.scope, one.number, one.title}; });
  matching.by([](const AreaState& one) {
    return one.fingerprint.empty() ? Key{} : Key{one.scope, one.number, one.fingerprint};
  });
  return matching.pairs();
}

}  // namespace lagesbild
