// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The mirror of json.cpp: the same keys in the same order, straight into the report. What is not
// written exactly so is refused, which leaves no room for depth, doubles or surprises.
#include <charconv>
#include <cmath>
#include <limits>

#include "base/utf8.h"
#include "model/json.h"

namespace lagesbild {
namespace {

constexpr std::size_t item_limit =
    200'000;                            // of all lists; a report of 100 pages has some thousands
constexpr double furthest_edge = 1e12;  // points; as far as json.cpp writes them

/// Leaves this file never: report_from_json turns it into a Problem.
struct Invalid {
  std::string what;
};

class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  [[noreturn]] void refuse(std::string_view what) const {
    throw Invalid{"byte " + std::to_string(at_) + ": " + std::string(what)};
  }
  bool took(std::string_view literal) {
    if (json_.substr(at_, literal.size()) != literal) return false;
    at_ += literal.size();
    return true;
  }
  void expect(std::string_view literal) {
    if (!took(literal)) refuse("expected " + std::string(literal));
  }
  bool at_end() const { return at_ == json_.size(); }

  std::string text();
  double number(double least, double most);
  std::uint64_t whole(std::uint64_t most);
  int count() { return static_cast<int>(whole(std::numeric_limits<int>::max())); }

  std::optional<std::string> optional_text() {
    if (took("null")) return std::nullopt;
    return text();
  }
  template <class Named>
  Named name(std::initializer_list<Named> all) {
    const std::string word = text();
    for (const Named one : all)
      if (word == name_of(one)) return one;
    refuse("'" + word.substr(0, 40) + "' is no word for this");
  }
  template <class Named>
  std::optional<Named> optional_name(std::initializer_list<Named> all) {
    if (took("null")) return std::nullopt;
    return name(all);
  }
  /// A list of what `read_one` reads, up to and with its ']'.
  template <class ReadOne>
  void list(const ReadOne& read_one) {
    expect("[");
    if (took("]")) return;
    do {
      if (++items_ > item_limit) refuse("too many items");
      read_one();
    } while (took(","));
    expect("]");
  }

 private:
  void escape(std::string& out);
  char32_t hex4();

  std::string_view json_;
  std::size_t at_ = 0;
  std::size_t items_ = 0;
};

char32_t Scanner::hex4() {
  unsigned value = 0;
  const std::string_view digits = json_.substr(at_, 4);
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + 4) refuse("a broken escape");
  at_ += 4;
  return value;
}

/// After a backslash.
void Scanner::escape(std::string& out) {
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  if (took("u")) {
    const char32_t value = hex4();
    if (value >= 0xD800 && value <= 0xDFFF) refuse("a surrogate");  // json.cpp writes none
    append_utf8(out, value);
    return;
  }
  const std::size_t which = at_ < json_.size() ? letters.find(json_[at_]) : letters.npos;
  if (which == letters.npos) refuse("a broken escape");
  out += meant[which];
  ++at_;
}

std::string Scanner::text() {
  expect("\"");
  std::string out;
  std::size_t copied = at_;
  while (at_ < json_.size()) {
    const auto byte = static_cast<unsigned char>(json_[at_]);
    if (byte == '"' || byte == '\\') {
      out += json_.substr(copied, at_ - copied);
      ++at_;
      if (byte == '"') return out;
      escape(out);
      copied = at_;
    } else if (byte < 0x80) {
      if (byte < 0x20) refuse("a bare control character");
      ++at_;
    } else {
      const CodePoint point = code_point_at(json_, at_);
      if (!point.valid) refuse("no UTF-8");
      at_ += point.size;
    }
  }
  refuse("a text without end");
}

double Scanner::number(double least, double most) {
  double value = std::nan("");
  const char* begin = json_.data() + at_;
  const char* end = json_.data() + json_.size();
  const auto [after, error] = std::from_chars(begin, end, value, std::chars_format::fixed);
  if (error != std::errc() || !(value >= least && value <= most)) refuse("no number in its range");
  at_ += static_cast<std::size_t>(after - begin);
  return value;
}

std::uint64_t Scanner::whole(std::uint64_t most) {
  std::uint64_t value = 0;
  const char* begin = json_.data() + at_;
  const char* end = json_.data() + json_.size();
  const auto [after, error] = std::from_chars(begin, end, value);
  if (error != std::errc() || value > most) refuse("no whole number in its range");
  at_ += static_cast<std::size_t>(after - begin);
  return value;
}

constexpr auto changes = {Change::positive, Change::unchanged, Change::negative};
constexpr auto bases = {Basis::stated, Basis::reference, Basis::corrected, Basis::none};
constexpr auto sources = {Document::From::pdf, Document::From::form_fields, Document::From::ocr,
                          Document::From::text};

std::string checksum(Scanner& json) {
  std::string digits = json.text();
  const bool hex = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!hex || (digits.size() != 64 && !digits.empty())) json.refuse("no checksum");
  return digits;
}

std::optional<std::string> date(Scanner& json) {
  constexpr std::size_t longest = std::string_view("YYYY-MM-DDThh:mm:ss").size();
  std::optional<std::string> text = json.optional_text();
  if (text && (text->size() > longest || text->find_first_not_of("0123456789-T:") != text->npos))
    json.refuse("no date");
  return text;
}

Source source(Scanner& json) {
  Source source;
  json.expect("{\"path\":");
  source.path = json.text();
  json.expect(",\"sha256\":");
  source.sha256 = checksum(json);
  json.expect(",\"bytes\":");
  source.bytes = json.whole(std::numeric_limits<std::int64_t>::max());
  json.expect(",\"pages\":");
  if (!json.took("null")) source.pages = json.count();
  json.expect(",\"producer\":");
  source.producer = json.optional_text();
  json.expect(",\"text_from\":");
  source.text_from = json.optional_name<Document::From>(sources);
  if (json.took(",\"dated\":")) source.dated = date(json);
  json.expect("}");
  return source;
}

std::optional<District> district(Scanner& json) {
  if (json.took("null")) return std::nullopt;
  District district;
  json.expect("{\"id\":");
  district.id = json.optional_text();
  json.expect(",\"name\":");
  district.name = json.text();
  json.expect(",\"as_written\":");
  district.as_written = json.text();
  json.expect("}");
  return district;
}

Evidence evidence(Scanner& json) {
  Evidence evidence;
  json.expect("{\"page\":");
  evidence.page = json.count();
  if (evidence.page == 0) json.refuse("pages begin with 1");
  json.expect(",\"bbox\":[");
  Box& box = evidence.box;
  for (double* edge : {&box.x0, &box.y0, &box.x1, &box.y1}) {
    if (edge != &box.x0) json.expect(",");
    *edge = json.number(-furthest_edge, furthest_edge);
  }
  json.expect("]}");
  return evidence;
}

Assessment assessment(Scanner& json) {
  Assessment one;
  json.expect("{\"scope\":");
  one.scope = json.name({Scope::city, Scope::local});
  json.expect(",\"number\":");
  one.number = json.optional_text();
  json.expect(",\"title\":");
  one.title = json.text();
  json.expect(",\"group\":");
  one.group = json.optional_text();
  json.expect(",\"area_id\":");
  one.area_id = json.optional_text();
  json.expect(",\"change\":");
  one.change = json.optional_name<Change>(changes);
  json.expect(",\"basis\":");
  one.basis = json.name<Basis>(bases);
  json.expect(",\"reference\":");
  one.reference = json.optional_text();
  json.expect(",\"suggested_change\":");
  one.suggested_change = json.optional_name<Change>(changes);
  json.expect(",\"comment\":");
  one.comment = json.text();
  json.expect(",\"evidence\":");
  json.list([&] { one.evidence.push_back(evidence(json)); });
  json.expect(",\"confidence\":");
  one.confidence = json.number(0, 1);
  json.expect(",\"review\":");
  json.list([&] { one.review.push_back(json.text()); });
  if (json.took(",\"rule\":")) one.rule = json.text();
  json.expect("}");
  return one;
}

Problem problem(Scanner& json) {
  Problem problem;
  json.expect("{\"code\":");
  problem.code = json.text();
  json.expect(",\"severity\":");
  problem.severity = json.name({Severity::error, Severity::warning, Severity::info});
  json.expect(",\"message\":");
  problem.what = json.text();
  json.expect(",\"page\":");
  if (!json.took("null")) problem.place.page = json.count();
  if (json.took(",\"file\":")) problem.place.file = json.text();
  if (json.took(",\"line\":")) problem.place.line = json.count();
  json.expect("}");
  return problem;
}

Report report(Scanner& json) {
  Report report;
  json.expect("{\"schema\":\"lagesbild.report/1\",\"source\":");
  report.source = source(json);
  json.expect(",\"status\":");
  report.status = json.name({Status::ok, Status::review, Status::rejected});
  json.expect(",\"district\":");
  report.district = district(json);
  json.expect(",\"period\":");
  report.period = json.optional_text();
  json.expect(",\"assessments\":");
  json.list([&] { report.assessments.push_back(assessment(json)); });
  json.expect(",\"problems\":");
  json.list([&] { report.problems.push_back(problem(json)); });
  json.expect("}");
  if (!json.at_end()) json.refuse("more than one object");
  return report;
}

}  // namespace

Result<Report> report_from_json(std::string_view text) {
  const auto bad_object = [](const std::string& what) {
    return Problem{"bad_object", Severity::error, {}, "this is no report object: " + what};
  };
  if (text.size() > json_size_limit) return bad_object("it is larger than 64 MiB");
  try {
    Scanner json(text);
    return report(json);
  } catch (const Invalid& invalid) {
    return bad_object(invalid.what);
  }
}

}  // namespace lagesbild
