// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom: the table in src/README.md for our own headers, the one below for others'.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "house/files.h"

namespace lagesbild::house {
namespace {

struct Include {
  std::string file;    ///< below src/
  std::string header;  ///< as written, without its quotes or angles
  bool own = false;    ///< in quotes
};

std::vector<Include> includes() {
  static const std::regex directive(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> found;
  for (const File& file : cpp_files_below("src"))
    for (const std::string& line : lines_of(file.text))
      if (std::smatch match; std::regex_search(line, match, directive))
        found.push_back({file.path.substr(4), match[2], match[1] == "\""});
  return found;
}

// ---- our own ----------------------------------------------------------------------------------

struct Room {
  std::string name;
  std::set<std::string> may_include;
};

/// The rooms and what they may include, in the words of the table: "base, model", "layout, text and
/// below" (those, and all they may include), "all of the above", "everything".
std::vector<Room> rooms_of(const std::string& table) {
  static const std::regex row(R"(^\| `([a-z]+)[/.][^`]*` \|[^|]*\| ([^|]+) \|)");
  std::vector<Room> rooms;
  std::vector<std::pair<std::size_t, std::string>> unsettled;
  for (const std::string& line : lines_of(table)) {
    std::smatch match;
    if (!std::regex_search(line, match, row)) continue;
    rooms.push_back({match[1], {}});
    unsettled.emplace_back(rooms.size() - 1, match[2]);
  }
  const auto room_named = [&](const std::string& name) {
    return std::ranges::find(rooms, name, &Room::name);
  };
  for (auto& [at, words] : unsettled) {
    std::set<std::string>& may = rooms[at].may_include;
    const bool below = words.ends_with(" and below");
    static const std::regex word("[a-z]+");
    for (std::sregex_iterator i(words.begin(), words.end(), word), end; i != end; ++i) {
      const auto room = room_named(i->str());
      if (room == rooms.end()) continue;
      may.insert(room->name);
      if (below) may.insert(room->may_include.begin(), room->may_include.end());
    }
    const std::size_t upto = words == "everything"         ? rooms.size()
                             : words == "all of the above" ? at
                                                           : 0;
    for (std::size_t i = 0; i < upto; ++i) may.insert(rooms[i].name);
    may.insert(rooms[at].name);
  }
  return rooms;
}

TEST(House, TableOfRoomsIsRead) {
  const auto rooms = rooms_of(
      "| `base/` | a | the standard library |\n| `model/` | b | base |\n| `text/` | c | base |\n"
      "| `reading/` | d | text, model and below |\n| `pipeline.*` | e | all of the above |\n"
      "| `command/` | f | everything |\n");
  ASSERT_EQ(rooms.size(), 6u);
  EXPECT_EQ(rooms[0].may_include, (std::set<std::string>{"base"}));
  EXPECT_EQ(rooms[2].may_include, (std::set<std::string>{"base", "text"}));
  EXPECT_EQ(rooms[3].may_include, (std::set<std::string>{"base", "model", "reading", "text"}));
  EXPECT_EQ(rooms[4].may_include.count("command"), 0u);
  EXPECT_EQ(rooms[4].may_include.size(), 5u);
  EXPECT_EQ(rooms[5].may_include.size(), 6u);
}

TEST(House, EveryFolderOfSourcesIsARoom) {
  std::set<std::string> named = {"main", "main_ocr"};
  for (const Room& room : rooms_of(read_file("src/README.md"))) named.insert(room.name);
  for (const File& file : cpp_files_below("src"))
    EXPECT_TRUE(named.contains(room_of(file.path.substr(4))))
        << file.path << " stands in no room of src/README.md";
}

TEST(House, RoomsIncludeOnlyRoomsTheyMay) {
  std::map<std::string, std::set<std::string>> may;
  for (const Room& room : rooms_of(read_file("src/README.md"))) may[room.name] = room.may_include;
  ASSERT_GE(may.size(), 10u) << "src/README.md has lost its table";
  may["main"] = {"command"};
  may["main_ocr"] = {"ingest", "ocr"};
  for (const Include& include : includes()) {
    if (!include.own) continue;
    EXPECT_TRUE(fs::exists(fs::path(PROJECT_ROOT) / "src" / include.header))
        << "src/" << include.file << " names " << include.header << " not from src/";
    EXPECT_TRUE(may[room_of(include.file)].contains(room_of(include.header)))
        << "src/" << include.file << " may not include " << include.header;
  }
}

// ---- others' ----------------------------------------------------------------------------------

struct Door {
  std::string headers;          ///< regular expression for all of the name
  std::set<std::string> rooms;  ///< that may include them
};

/// Each library has one door. A new one is a new row.
const std::vector<Door>& doors() {
  static const std::vector<Door> table = {
      {R"(nettle/.*)", {"base"}},
      {R"((poppler|goo|splash|fofi)/.*|poppler-.*\.h|[A-Z]\w*\.h)",
       {"pdf"}},  // the core's headers have no folder
      {R"(png\.h)", {"pdf"}},
      {R"(unicode/.*)", {"text"}},
      {R"(re2/.*|yaml-cpp/.*)", {"rules"}},
      {R"(nlohmann/.*)", {"model", "command", "dataset", "web"}},
      {R"(kainjow/.*)", {"web"}},
      {R"(boost/.*|fmt/.*)", {"command"}},
      {R"(sqlite3\.h|xlsxwriter\.h|minizip/.*|pugixml\.hpp|csv\.h)", {"dataset"}},
      {R"(archive(_entry)?\.h)", {"ingest"}},
      {R"(tesseract/.*|leptonica/.*|allheaders\.h|omp\.h)", {"ocr"}},
      {R"(sys/ioctl\.h)", {"command"}},
      {R"(sys/file\.h)", {"dataset"}},
      {R"(seccomp\.h|linux/.*|sys/.*|poll\.h|spawn\.h)", {"ingest"}},
      {R"(fcntl\.h|unistd\.h)", {"dataset", "ingest", "command"}},
  };
  return table;
}

bool is_standard(const std::string& header) {
  return header.find_first_of("./") == std::string::npos;
}

TEST(House, ThirdPartyHeadersStayBehindTheirDoor) {
  std::vector<std::regex> patterns;
  for (const Door& door : doors()) patterns.emplace_back(door.headers);
  for (const Include& include : includes()) {
    if (include.own || is_standard(include.header)) continue;
    const auto match = std::ranges::find_if(
        patterns, [&](const std::regex& one) { return std::regex_match(include.header, one); });
    ASSERT_NE(match, patterns.end())
        << "src/" << include.file << " includes <" << include.header << ">, which has no door yet";
    const Door& door = doors()[static_cast<std::size_t>(match - patterns.begin())];
    EXPECT_TRUE(door.rooms.contains(room_of(include.file)))
        << "src/" << include.file << " may not include <" << include.header << ">";
  }
}

}  // namespace
}  // namespace lagesbild::house
