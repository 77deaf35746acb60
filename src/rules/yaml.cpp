// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes are built straight from the parser's events: faster than yaml-cpp's own graph of nodes.
#include "rules/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/utf8.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

constexpr std::uintmax_t rule_file_limit = 4u
                                           << 20;  // bytes; the largest has some hundred thousand

struct Refused : std::runtime_error {
  Refused(const YAML::Mark& where, const std::string& what)
      : std::runtime_error(what), line(where.line + 1) {}
  int line;
};

class NodeBuilder : public YAML::EventHandler {
 public:
  explicit NodeBuilder(std::string file) : file_(std::move(file)) {}

  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(mark, anchor, YamlNode::Kind::nothing);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused(mark, "aliases (*name) are not read here; write the value out");
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string& value) override {
    if (awaits_key()) return add_key(mark, value);
    add(mark, anchor, YamlNode::Kind::text).text = value;
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open_.push_back({&add(mark, anchor, YamlNode::Kind::list)});
  }
  void OnSequenceEnd() override { open_.pop_back(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open_.push_back({&add(mark, anchor, YamlNode::Kind::map)});
  }
  void OnMapEnd() override { open_.pop_back(); }

 private:
  bool awaits_key() const {
    if (open_.empty()) return false;
    const YamlNode& node = *open_.back();
    return node.kind == YamlNode::Kind::map && node.keys.size() == node.items.size();
  }

  void add_key(const YAML::Mark& mark, const std::string& key) {
    YamlNode& map = *open_.back();
    if (std::ranges::find(map.keys, key) != map.keys.end())
      throw Refused(mark, "the key '" + key + "' stands here twice; remove one");
    map.keys.push_back(key);
  }

  YamlNode& add(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind) {
    if (anchor != 0) throw Refused(mark, "anchors (&name) are not read here; write the value out");
    if (awaits_key()) throw Refused(mark, "a key must be a text");
    YamlNode node{kind, {}, {}, {}, {file_, 0, mark.line + 1}};
    if (open_.empty()) return root_ = std::move(node);
    // The parent's items do not move while one of them is open: it is always the last.
    return open_.back()->items.emplace_back(std::move(node));
  }

  std::string file_;
  YamlNode root_;
  std::vector<YamlNode*> open_;
};

Problem yaml_problem(const std::string& file, int line, const std::string& what) {
  return {"rule_yaml", Severity::error, {file, 0, line}, what};
}

std::string nearest(std::string_view word, std::initializer_list<std::string_view> known) {
  constexpr int slips = 2;  // edits: a slip of the finger, not another word
  std::string best;
  int fewest = slips + 1;
  for (const std::string_view candidate : known) {
    const int count = edits(word, candidate, slips);
    if (count < fewest) {
      fewest = count;
      best = candidate;
    }
  }
  return best;
}

std::string listed(std::initializer_list<std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

const YamlNode& empty_node() {
  static const YamlNode empty;
  return empty;
}

const YamlNode& kind_at(const YamlNode& map, std::string_view key, YamlNode::Kind kind,
                        const char* name, Problems& problems) {
  const YamlNode* found = map.find(key);
  if (found && found->kind == kind) return *found;
  if (!found)
    note(map, "the key '" + std::string(key) + "' is missing; it must hold " + name, problems);
  else
    note(*found, "'" + std::string(key) + "' must hold " + name, problems);
  return empty_node();
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto at = std::ranges::find(keys, key);
  if (at == keys.end()) return nullptr;
  const auto index = static_cast<std::size_t>(at - keys.begin());
  return index < items.size() ? &items[index] : nullptr;
}

int unreadable_line(std::string_view text) {
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool control = point.value == 0x7F || (point.value < 0x20 && point.value != U'\n' &&
                                                 point.value != U'\r' && point.value != U'\t');
    if (!point.valid || control) return line;
    line += point.value == U'\n';
    at += point.size;
  }
  return 0;
}

Result<YamlNode> yaml_of(const std::string& text, const std::string& file) {
  if (const int line = unreadable_line(text); line > 0)
    return yaml_problem(file, line, "a control character, or text that is not UTF-8; remove it");
  // yaml-cpp takes the file's end for a quote's where a line feed stands before it.
  std::istringstream stream(text.substr(0, text.find_last_not_of(" \n") + 1));
  NodeBuilder builder(file);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    if (parser) return yaml_problem(file, 1, "more than one document; remove the lines of '---'");
    return builder.take();
  } catch (const Refused& refused) {
    return yaml_problem(file, refused.line, refused.what());
  } catch (const YAML::Exception& wrong) {
    return yaml_problem(file, wrong.mark.line + 1, "this is no YAML: " + wrong.msg);
  }
}

Result<std::string> rule_file_bytes(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return yaml_problem(path, 0, "cannot be read: " + error.message());
  if (size > rule_file_limit) return yaml_problem(path, 0, "is larger than a rule file may be");
  std::ifstream file(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(size)))
    return yaml_problem(path, 0, "cannot be read");
  return bytes;
}

void note(const YamlNode& node, std::string what, Problems& problems) {
  problems.push_back({"rule_value", Severity::error, node.place, std::move(what)});
}

void expect_keys(const YamlNode& map, std::initializer_list<std::string_view> known,
                 Problems& problems) {
  if (map.kind != YamlNode::Kind::map)
    return note(map, "here must stand a map with the keys " + listed(known), problems);
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    if (std::ranges::find(known, map.keys[i]) != known.end()) continue;
    const std::string near = nearest(map.keys[i], known);
    note(map.items[i],
         "unknown key '" + map.keys[i] + "', " +
             (near.empty() ? "known are " + listed(known) : "did you mean '" + near + "'?"),
         problems);
  }
}

std::string optional_text_at(const YamlNode& map, std::string_view key, Problems& problems) {
  const YamlNode* found = map.find(key);
  if (!found) return {};
  if (found->kind != YamlNode::Kind::text || found->text.empty())
    note(*found, "'" + std::string(key) + "' must hold a text", problems);
  return found->text;
}

std::string text_at(const YamlNode& map, std::string_view key, Problems& problems) {
  if (!map.find(key))
    note(map, "the key '" + std::string(key) + "' is missing; it must hold a text", problems);
  return optional_text_at(map, key, problems);
}

std::vector<std::string> texts_at(const YamlNode& map, std::string_view key, Problems& problems) {
  const YamlNode* found = map.find(key);
  if (!found) return {};
  if (found->kind == YamlNode::Kind::text) return {found->text};
  std::vector<std::string> texts;
  if (found->kind != YamlNode::Kind::list) {
    note(*found, "'" + std::string(key) + "' must hold a list of texts", problems);
    return texts;
  }
  for (const YamlNode& item : found->items) {
    if (item.kind == YamlNode::Kind::text)
      texts.push_back(item.text);
    else
      note(item, "every item of '" + std::string(key) + "' must be a text", problems);
  }
  return texts;
}

std::optional<int> number_at(const YamlNode& map, std::string_view key, Problems& problems) {
  const YamlNode* found = map.find(key);
  if (!found) return std::nullopt;
  int number = 0;
  const char* end = found->text.data() + found->text.size();
  const auto [stop, error] = std::from_chars(found->text.data(), end, number);
  if (found->kind == YamlNode::Kind::text && error == std::errc() && stop == end) return number;
  note(*found, "'" + std::string(key) + "' must hold a whole number", problems);
  return std::nullopt;
}

const YamlNode& list_at(const YamlNode& map, std::string_view key, Problems& problems) {
  return kind_at(map, key, YamlNode::Kind::list, "a list", problems);
}

const YamlNode& map_at(const YamlNode& map, std::string_view key, Problems& problems) {
  return kind_at(map, key, YamlNode::Kind::map, "a map", problems);
}

}  // namespace lagesbild
