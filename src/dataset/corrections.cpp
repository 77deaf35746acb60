// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/corrections.h"

#include <algorithm>

#include "dataset/apply_corrections.h"

namespace lagesbild {
namespace {

constexpr std::size_t sha256_digits = 16, fingerprint_digits = 16;

struct Key {
  std::string sha256, scope, number, fingerprint;
};

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The parts of a review_key(); nothing where it is none.
std::optional<Key> key_in(std::string_view text) {
  const std::size_t first = text.find(':'), last = text.rfind(':');
  if (first == last) return std::nullopt;
  const std::size_t second = text.find(':', first + 1);
  if (second == last) return std::nullopt;
  const Key key{
      std::string(text.substr(0, first)), std::string(text.substr(first + 1, second - first - 1)),
      std::string(text.substr(second + 1, last - second - 1)), std::string(text.substr(last + 1))};
  const bool whole = is_hex(key.sha256, sha256_digits) &&
                     is_hex(key.fingerprint, fingerprint_digits) &&
                     (key.scope == "city" || key.scope == "local");
  return whole ? std::optional(key) : std::nullopt;
}

/// Writes single answers down, in a transaction of the caller's.
class Answering {
 public:
  Answering(Database& database, std::string role, std::string made_at)
      : role_(std::move(role)),
        made_at_(std::move(made_at)),
        // With these words if there is one; else what has that number now.
        find_(database.statement(
            "SELECT r.sha256, r.district_id, r.period, a.number, a.area_id, a.title, a.change, "
            "text_fingerprint(a.comment) = ?4 AS same FROM reports r JOIN assessments a ON "
            "a.report_id = r.report_id WHERE substr(r.sha256, 1, 16) = ?1 AND r.sha256 >= ?1 AND "
            "a.scope = ?2 AND coalesce(a.number, '') = ?3 ORDER BY same DESC, a.position LIMIT "
            "1")),
        last_(database.statement(
            "SELECT decision, change, note FROM corrections WHERE sha256 = ?1 AND scope = ?2 AND "
            "number IS ?3 AND text_fingerprint = ?4 AND undone_at IS NULL ORDER BY correction_id "
            "DESC LIMIT 1")),
        add_(database.statement(
            "INSERT INTO corrections (sha256, district_id, period, scope, number, area_id, title, "
            "text_fingerprint, decision, change, change_as_read, note, role, made_at) VALUES (?1, "
            "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, nullif(?12, ''), ?13, ?14)")) {}

  void take(const Answer& answer) {
    const std::optional<Key> key = key_in(answer.key);
    if (!key) return refuse(answer, "'" + answer.key + "' is no key; copy the key from the list");
    find_.with(key->sha256, key->scope, key->number, key->fingerprint);
    if (!find_.next())
      return refuse(answer,
                    "the dataset has no such assessment; was the list made from another "
                    "one?");
    const std::string sha256 = find_.text(0), title = find_.text(5);
    const auto district = find_.optional_text(1), period = find_.optional_text(2),
               number = find_.optional_text(3), area = find_.optional_text(4),
               as_read = find_.optional_text(6);
    const bool same = find_.whole(7) != 0;
    find_.with();  // lets go of the row
    if (said_before(answer, sha256, *key, number)) {
      ++done_.known;
      return;
    }
    add_.run(sha256, district, period, key->scope, number, area, title, key->fingerprint,
             answer.accept ? "accept" : "change", word_for(answer), as_read, answer.note, role_,
             made_at_);
    ++done_.taken;
    if (!same) ++done_.stale;
  }

  Answered done() && { return std::move(done_); }

 private:
  static std::optional<std::string> word_for(const Answer& answer) {
    if (answer.accept || !answer.change) return std::nullopt;
    return std::string(name_of(*answer.change));
  }

  bool said_before(const Answer& answer, const std::string& sha256, const Key& key,
                   const std::optional<std::string>& number) {
    last_.with(sha256, key.scope, number, key.fingerprint);
    const bool same = last_.next() && (last_.text(0) == "accept") == answer.accept &&
                      last_.optional_text(1) == word_for(answer) && last_.text(2) == answer.note;
    last_.with();
    return same;
  }

  void refuse(const Answer& answer, const std::string& why) {
    done_.problems.push_back({"answer", Severity::error, answer.place, why});
  }

  std::string role_, made_at_;
  Statement find_, last_, add_;
  Answered done_;
};

}  // namespace

std::string review_key(std::string_view sha256, std::string_view scope, std::string_view number,
                       std::string_view comment) {
  std::string key(sha256.substr(0, sha256_digits));
  for (const std::string_view part : {scope, number}) key.append(":").append(part);
  return key + ":" + text_fingerprint(comment);
}

Result<Answered> take_answers(Store& store, const std::vector<Answer>& answers,
                              const std::string& role, const std::string& made_at, bool dry_run) {
  Database& database = store.database();
  database.define("text_fingerprint", text_fingerprint);
  Answered done;
  {
    Transaction transaction(database);
    {
      Answering answering(database, role, made_at);
      for (const Answer& answer : answers) answering.take(answer);
      done = std::move(answering).done();
    }
    apply_corrections(database);
    if (!dry_run)
      if (auto problem = transaction.commit()) return *problem;
  }
  if (auto problem = database.take_failure()) return *problem;
  return done;
}

Result<bool> undo_correction(Store& store, std::int64_t id, const std::string& undone_at) {
  Database& database = store.database();
  Transaction transaction(database);
  bool undone = false;
  {
    Statement undo = database.statement(
        "UPDATE corrections SET undone_at = ?2 WHERE correction_id = ?1 AND undone_at IS NULL "
        "RETURNING correction_id");
    undo.with(id, undone_at);
    undone = undo.next();
    undo.with();
  }
  if (undone) apply_corrections(database);
  if (auto problem = transaction.commit()) return *problem;
  return undone;
}

}  // namespace lagesbild
