// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full or broken, or a process that is killed, at one call of all that `lagesbild
// ingest` makes on its dataset: nothing is wrong there and nothing silent, and the next run ends as
// if nothing had happened. A few calls each time; tools/faults tries them all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <random>

#include "dataset/sqlite.h"
#include "dataset_folder.h"
#include "run.h"

#ifndef __SANITIZE_ADDRESS__  // which must be loaded before anything else

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::IsEmpty;

constexpr int killed = 128 + SIGKILL;

struct Fault {
  const char* kind;
  bool for_good;
  const char* told;  ///< a pattern of what people read
};

constexpr const char* no_room = "full|No space left";
constexpr const char* bad_disk = "disk|Input/output error|cannot be";

std::ostream& operator<<(std::ostream& out, const Fault& fault) {
  return out << fault.kind << (fault.for_good ? " for good" : " once");
}

constexpr Fault faults[] = {{"ENOSPC", false, no_room},
                            {"ENOSPC", true, no_room},
                            {"EIO", false, bad_disk},
                            {"EIO", true, bad_disk},
                            {"KILL", false, ""}};

/// How many calls to try; nothing for all.
std::optional<std::size_t> tried_of_each() {
  const char* count = std::getenv("LAGESBILD_FAULTS");
  if (!count) return 5;
  if (std::string(count) == "all") return std::nullopt;
  return std::stoul(count);
}

struct FaultyRun {
  Ran ran;
  std::string struck;  ///< "NAME PATH" of the call that failed; empty where none did
  long calls = 0;
};

FaultyRun run_with(const Fault& fault, long at, const Ingested& folder) {
  const TemporaryFolder told;
  const std::map<std::string, std::string> settings = {
      {"FAULT_BELOW", folder.data()},   {"FAULT_KIND", fault.kind},
      {"FAULT_AT", std::to_string(at)}, {"FAULT_FOR_GOOD", fault.for_good ? "1" : "0"},
      {"FAULT_TOLD", told / "told"},    {"LD_PRELOAD", FAILING_CALLS},
  };
  for (const auto& [name, value] : settings) ::setenv(name.c_str(), value.c_str(), 1);
  FaultyRun made;
  made.ran = run(folder.command());
  for (const auto& [name, value] : settings) ::unsetenv(name.c_str());
  std::ifstream lines(told / "told");
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("calls "))
      made.calls = std::stol(line.substr(6));
    else
      made.struck = line;
  return made;
}

bool could_not_remove(const FaultyRun& made) {
  return made.ran.code != killed &&
         (made.struck.starts_with("unlink") || made.struck.starts_with("remove"));
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

/// What a run starts from, and what it must come to.
struct Situation {
  const char* says;
  std::vector<std::pair<std::string, std::string>> before, more;
  std::map<std::string, std::string> old_exports, exports;
  std::vector<std::string> names;
  fs::path dataset;  ///< as it is before; empty: there is none
};

bool holds(const std::map<std::string, std::string>& files, const std::string& name,
           const std::string& bytes) {
  const auto found = files.find(name);
  return found != files.end() && found->second == bytes;
}

/// A situation's beginning.
class Begun : public Ingested {
 public:
  explicit Begun(const Situation& one) : Ingested(one.before) {
    for (const auto& [name, bytes] : one.more) put(name, bytes);
    if (!one.dataset.empty()) fs::copy(one.dataset, data(), fs::copy_options::recursive);
  }
};

class Faults : public testing::Test {
 protected:
  Faults() {
    // One PDF and the smallest text files: what is read matters less than what is written.
    auto reports = corpus_reports();
    std::ranges::sort(reports, {}, [](const auto& one) {
      return std::pair(!one.first.ends_with(".txt"), one.second.size());
    });
    const auto pdf = std::ranges::find_if(
        reports, [](const auto& one) { return one.first.ends_with("ruled.pdf"); });
    situations_ = {{"a new dataset", {}, {reports[0], reports[1], *pdf}, {}, {}, {}, {}},
                   {"an old dataset", {reports[0], *pdf}, {reports[1]}, {}, {}, {}, {}}};
    for (Situation& one : situations_) prepare(one);
  }

  void prepare(Situation& one) {
    const Ingested folder(one.before);
    if (!one.before.empty()) {
      EXPECT_THAT(run(folder.command()).code, AnyOf(0, 3));
      one.old_exports = folder.exports();
      one.dataset = kept_ / "dataset";
      fs::copy(folder.data(), one.dataset, fs::copy_options::recursive);
    }
    for (const auto& [name, bytes] : one.more) folder.put(name, bytes);
    EXPECT_THAT(run(folder.command()).code, AnyOf(0, 3));
    one.exports = folder.exports();
    one.names = names_in(folder.data());
  }

  /// The calls to try, of `all`.
  std::vector<long> chosen(long all) {
    std::vector<long> calls;
    for (long call = 1; call <= all; ++call) calls.push_back(call);
    const auto most = tried_of_each();
    if (!most || *most >= calls.size()) return calls;
    std::vector<long> some;
    std::ranges::sample(calls, std::back_inserter(some), static_cast<long>(*most), random_);
    return some;
  }

  /// What a fault has left is whole, and it was told.
  static void check(const Situation& one, const Ingested& folder, const Fault& fault,
                    const FaultyRun& made) {
    const auto now = folder.exports();
    for (const auto& [name, bytes] : now)
      EXPECT_TRUE(holds(one.old_exports, name, bytes) || holds(one.exports, name, bytes)) << name;
    if (made.struck.empty())
      EXPECT_THAT(made.ran.code, AnyOf(0, 3)) << made.ran.err;
    else
      EXPECT_THAT(made.ran.code, AnyOf(0, 1, 3, killed)) << made.ran.err;
    if (made.ran.code == 1) {
      EXPECT_THAT(made.ran.err, testing::StartsWith("lagesbild ingest: "));
      EXPECT_THAT(made.ran.err, testing::ContainsRegex(fault.told)) << "what is wrong is not told";
    }
    if (made.ran.code == 0 || made.ran.code == 3) {
      EXPECT_THAT(differing(now, one.exports), IsEmpty()) << "silent";
    }
    expect_whole_store(folder);
  }

  static void expect_whole_store(const Ingested& folder) {
    const std::string store = folder.data() + "/lagesbild.sqlite";
    if (!fs::exists(store)) return;
    Database database(store, Database::Mode::read);
    EXPECT_EQ(database.text("PRAGMA integrity_check"), "ok");
    const auto problem = database.take_failure();
    EXPECT_FALSE(problem) << problem->what;
  }

  /// `kept`: something could not be removed, which the next export of it would.
  static void expect_mended(const Situation& one, const Ingested& folder, bool kept) {
    const Ran last = run(folder.command());
    EXPECT_THAT(last.code, AnyOf(0, 3)) << last.err;
    EXPECT_THAT(differing(folder.exports(), one.exports), IsEmpty());
    if (!kept) {
      EXPECT_EQ(names_in(folder.data()), one.names);
    }
  }

  std::vector<Situation> situations_;
  unsigned seed_ = std::random_device()();
  std::mt19937 random_{seed_};

 private:
  TemporaryFolder kept_;
};

TEST_F(Faults, AtAnyCallLeaveNothingWrongAndNothingSilent) {
  SCOPED_TRACE("seed " + std::to_string(seed_));
  std::map<std::string, int> tolerated;
  int tried = 0;
  for (const Situation& one : situations_)
    for (const Fault& fault : faults) {
      const FaultyRun undisturbed = run_with(fault, 0, Begun(one));
      ASSERT_GT(undisturbed.calls, 100) << "the calls are not counted";
      for (const long at : chosen(undisturbed.calls)) {
        const Begun folder(one);
        const FaultyRun made = run_with(fault, at, folder);
        const std::string told = testing::PrintToString(fault) + " at call " + std::to_string(at) +
                                 " (" + made.struck + ") of " + one.says + ": " + made.ran.err;
        SCOPED_TRACE(told);
        EXPECT_FALSE(made.struck.empty()) << "of " << undisturbed.calls;
        check(one, folder, fault, made);
        expect_mended(one, folder, could_not_remove(made));
        if (made.ran.code != 1 && made.ran.code != killed) ++tolerated[made.struck];
        ++tried;
      }
    }
  std::cout << tried << " faults\n";
  for (const auto& [call, times] : tolerated)
    std::cout << times << " did no harm: " << call << '\n';
}

TEST_F(Faults, OneAfterTheOtherAreMendedAllTheSame) {
  SCOPED_TRACE("seed " + std::to_string(seed_));
  const int runs = std::getenv("LAGESBILD_FAULTS") ? 200 : 4;
  for (int i = 0; i < runs; ++i) {
    const Situation& one = situations_[static_cast<std::size_t>(i) % situations_.size()];
    const Begun folder(one);
    std::string told;
    bool kept = false;
    for (int in_a_row = 0; in_a_row < 3; ++in_a_row) {
      const Fault& fault = faults[random_() % std::size(faults)];
      const long at = 1 + static_cast<long>(random_() % 500);
      const FaultyRun made = run_with(fault, at, folder);
      told += testing::PrintToString(fault) + " at call " + std::to_string(at) + " (" +
              made.struck + "): " + made.ran.err + "\n";
      kept |= could_not_remove(made);
      SCOPED_TRACE(told);
      check(one, folder, fault, made);
    }
    SCOPED_TRACE(told);
    expect_mended(one, folder, kept);
  }
}

}  // namespace
}  // namespace lagesbild

#endif
