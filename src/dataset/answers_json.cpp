// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "dataset/answers.h"

namespace lagesbild {
namespace {

using Json = nlohmann::json;

Problem unusable_file(const std::string& name, const std::string& why) {
  return {"answers",
          Severity::error,
          {name, 0, 0},
          why + "; use a file that the review page has saved"};
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Change> change_named(const std::string& word) {
  for (const Change one : {Change::positive, Change::unchanged, Change::negative})
    if (name_of(one) == word) return one;
  return std::nullopt;
}

/// Adds the answer that `item` is, or what is wrong with it.
void add(const Json& item, const Place& place, Answers& found) {
  const auto refuse = [&](const std::string& why) {
    found.problems.push_back({"answer", Severity::error, place, why});
  };
  if (!item.is_object()) return refuse("not an object");
  const std::string decision = text_at(item, "decision"), word = text_at(item, "change");
  if (decision == "skip") return;
  if (decision != "accept" && decision != "change")
    return refuse("\"decision\" must be \"accept\", \"change\" or \"skip\"");
  const std::string key = text_at(item, "key");
  if (key.empty()) return refuse("a decision without a key");
  const std::optional<Change> change = change_named(word);
  if (decision == "change" && !change && !(item.contains("change") && item["change"].is_null()))
    return refuse("\"change\" must be \"positive\", \"unchanged\", \"negative\" or null");
  found.answers.push_back({key, decision == "accept", decision == "change" ? change : std::nullopt,
                           text_at(item, "note"), place});
}

}  // namespace

Result<Answers> answers_in_json(std::string_view bytes, const std::string& name) {
  // Deeper than any answer; a hostile file must not fill the stack.
  constexpr int deepest = 8;
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= deepest; };
  const Json root = Json::parse(bytes, shallow, false, false);
  if (root.is_discarded() || !root.is_object()) return unusable_file(name, "not JSON");
  if (text_at(root, "format") != "lagesbild-corrections")
    return unusable_file(name, "\"format\" is not \"lagesbild-corrections\"");
  if (root.value("version", Json()) != 1) return unusable_file(name, "\"version\" is not 1");
  const auto list = root.find("corrections");
  if (list == root.end() || !list->is_array() || list->size() > most_answers)
    return unusable_file(name, "no list \"corrections\"");
  Answers found;
  if (const std::string role = text_at(root, "role"); !role.empty()) found.role = role;
  int number = 0;
  for (const Json& item : *list) add(item, {name, 0, ++number}, found);
  return found;
}

}  // namespace lagesbild
