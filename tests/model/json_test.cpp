// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace lagesbild {
namespace {

Report full_report() {
  Report report;
  report.source = {"mapp/\xC3\xA5r.pdf", std::string(64, 'a'), 4711, 3, "Writer",
                   Document::From::pdf,  "2022-01-14T10:30:00"};
  report.status = Status::review;
  report.district = District{"bromma", "Bromma", "BROMMA"};
  report.period = "2021-12";
  Assessment first;
  first.number = "5";
  first.title = "Trygga torg";
  first.group = "Torgen";
  first.area_id = "trygga-torg";
  first.change = Change::negative;
  first.basis = Basis::reference;
  first.reference = "local:2.1";
  first.comment = "Se 2.1.\nOch \"mer\".";
  first.evidence = {{1, {10.125, 20, 30.5, 40}}, {2, {0, 0, 1, 1}}};
  first.confidence = 0.875;
  first.review = {"late_label", "mixed"};
  first.rule = "change.negative";
  Assessment second;
  second.scope = Scope::local;
  second.suggested_change = Change::positive;
  report.assessments = {first, second};
  report.problems = {{"unplaced_text", Severity::warning, {"år.pdf", 2, 7}, "left over"},
                     {"poppler", Severity::info, {}, "odd"}};
  return report;
}

TEST(Json, HasTheContractsKeysInItsOrder) {
  EXPECT_EQ(
      json_of(full_report()),
      R"({"schema":"lagesbild.report/1","source":{"path":"mapp/år.pdf","sha256":")" +
          std::string(64, 'a') +
          R"(","bytes":4711,"pages":3,"producer":"Writer","text_from":"pdf"},)"
          R"("status":"review","district":{"id":"bromma","name":"Bromma","as_written":"BROMMA"},)"
          R"("period":"2021-12","assessments":[{"scope":"city","number":"5","title":"Trygga torg",)"
          R"("group":"Torgen","area_id":"trygga-torg","change":"negative","basis":"reference",)"
          R"("reference":"local:2.1","suggested_change":null,"comment":"Se 2.1.\nOch \"mer\".",)"
          R"("evidence":[{"page":1,"bbox":[10.13,20,30.5,40]},{"page":2,"bbox":[0,0,1,1]}],)"
          R"("confidence":0.875,"review":["late_label","mixed"]},{"scope":"local","number":null,)"
          R"("title":"","group":null,"area_id":null,"change":null,"basis":"none","reference":null,)"
          R"("suggested_change":"positive","comment":"","evidence":[],"confidence":0,"review":[]}],)"
          R"("problems":[{"code":"unplaced_text","severity":"warning","message":"left over",)"
          R"("page":2},{"code":"poppler","severity":"info","message":"odd","page":null}]})");
}

TEST(Json, ComesBackAsItWas) {
  Report report = full_report();
  const Result<Report> back = report_from_json(json_of(report, Keys::all));
  ASSERT_TRUE(back) << back.problem().what;
  report.assessments[0].evidence[0].box.x0 = 10.13;
  EXPECT_EQ(*back, report);
  EXPECT_EQ(json_of(*back, Keys::all), json_of(report, Keys::all));
}

TEST(Json, OfAnEmptyReportComesBackToo) {
  const Result<Report> back = report_from_json(json_of(Report{}));
  ASSERT_TRUE(back) << back.problem().what;
  EXPECT_EQ(*back, Report{});
}

struct Text {
  const char* says;
  std::string bytes, json;
};

const Text texts[] = {
    {"plain letters stay", "Älvsjö", "\"Älvsjö\""},
    {"quotes and backslashes are escaped", "\"\\", R"("\"\\")"},
    {"control characters are escaped", std::string("\0\x1f\n\t\r", 5), R"("\u0000\u001f\n\t\r")"},
    {"bytes that are no UTF-8 are replaced", "a\xFF\xC3z", "\"a\uFFFD\uFFFDz\""},
    {"a line separator stays", "\u2028", "\"\u2028\""},
    {"a sign outside the first plane stays", "\U0001F600", "\"\U0001F600\""},
};

TEST(Json, WritesAnyText) {
  for (const Text& t : texts) EXPECT_EQ(json_string(t.bytes), t.json) << t.says;
}

struct Number {
  double value;
  const char* json;
};

const Number numbers[] = {
    {0, "0"},
    {-0.0, "0"},
    {-0.001, "0"},
    {0.005, "0.01"},
    {-1.5, "-1.5"},
    {-0.25, "-0.25"},
    {12.340, "12.34"},
    {0.1 + 0.2, "0.3"},
    {595.276, "595.28"},
    {1e300, "1000000000000"},
    {std::nan(""), "0"},
    {INFINITY, "0"},
};

TEST(Json, WritesNumbersWithTwoDecimalsAtMost) {
  for (const Number& n : numbers) {
    Report report;
    report.assessments.resize(1);
    report.assessments[0].evidence = {{1, {n.value, 0, 0, 0}}};
    const std::string json = json_of(report);
    EXPECT_NE(json.find("\"bbox\":[" + std::string(n.json) + ",0,0,0]"), std::string::npos)
        << n.value << " in " << json;
  }
}

struct Damage {
  const char* says;
  const char *from, *to;
};

const Damage damages[] = {
    {"another schema", "lagesbild.report/1", "lagesbild.report/2"},
    {"no path", "\"path\"", "\"patt\""},
    {"a path that is no text", "\"path\":\"", "\"path\":1,\"x\":\""},
    {"a short checksum", "\"sha256\":\"aaa", "\"sha256\":\"a"},
    {"a checksum of other letters", "\"sha256\":\"aaa", "\"sha256\":\"aaA"},
    {"a negative size", "\"bytes\":4711", "\"bytes\":-1"},
    {"half a byte", "\"bytes\":4711", "\"bytes\":0.5"},
    {"more pages than there can be", "\"pages\":3", "\"pages\":30000000000"},
    {"an unknown status", "\"status\":\"review\"", "\"status\":\"fine\""},
    {"an unknown change", "\"change\":\"negative\"", "\"change\":\"worse\""},
    {"a change that is a number", "\"change\":\"negative\"", "\"change\":1"},
    {"an unknown scope", "\"scope\":\"city\"", "\"scope\":\"town\""},
    {"an unknown basis", "\"basis\":\"none\"", "\"basis\":null"},
    {"an unknown severity", "\"severity\":\"info\"", "\"severity\":\"hint\""},
    {"page 0", "\"page\":1,", "\"page\":0,"},
    {"a box of three edges", "[10.13,20,30.5,40]", "[10.13,20,30.5]"},
    {"a box with a word in it", "[10.13,20,30.5,40]", "[10.13,20,30.5,\"40\"]"},
    {"a confidence above 1", "\"confidence\":0.875", "\"confidence\":1.1"},
    {"a review code that is no text", "[\"late_label\",", "[7,"},
    {"a list that is an object", "\"problems\":[", "\"problems\":{},\"y\":["},
    {"an unknown key", "\"period\"", "\"extra\":1,\"period\""},
    {"a district that is a list", "\"district\":{", "\"district\":[],\"y\":{"},
    {"bytes that are no UTF-8", "Trygga", "Tr\xFFgga"},
    {"a text cut off", "\"problems\"", "\x01"},
};

TEST(Json, ThatIsDamagedIsRefused) {
  const std::string good = json_of(full_report(), Keys::all);
  for (const Damage& d : damages) {
    std::string bad = good;
    ASSERT_NE(bad.find(d.from), std::string::npos) << d.says;
    bad.replace(bad.find(d.from), std::string_view(d.from).size(), d.to);
    const Result<Report> back = report_from_json(bad);
    ASSERT_FALSE(back) << d.says;
    EXPECT_EQ(back.problem().code, "bad_object") << d.says;
  }
}

TEST(Json, CutAtAnyByteIsRefused) {
  const std::string good = json_of(full_report(), Keys::all);
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(report_from_json(good.substr(0, size))) << size;
}

TEST(Json, ChangedAtRandomIsRefusedOrReadAsWhatItSays) {
  const std::string good = json_of(full_report(), Keys::all);
  std::mt19937 random(1);  // the same changes every time
  int read = 0;
  for (int i = 0; i < 50'000; ++i) {
    std::string bad = good;
    for (int k = 0; k < 2; ++k) bad[random() % bad.size()] = static_cast<char>(random());
    const Result<Report> back = report_from_json(bad);
    if (!back) continue;
    ++read;
    const Result<Report> again = report_from_json(json_of(*back, Keys::all));
    ASSERT_TRUE(again) << bad;
    EXPECT_EQ(json_of(*again), json_of(*back));
  }
  EXPECT_GT(read, 100) << "a letter changed inside a text does no harm";
  EXPECT_LT(read, 25'000);
}

TEST(Json, MadeToFillTheMemoryIsRefused) {
  std::string codes;
  for (int i = 0; i < 1'000'000; ++i) codes += "\"\",";
  std::string many = json_of(full_report());
  many.insert(many.find("\"late_label\""), codes);
  EXPECT_FALSE(report_from_json(many));
  EXPECT_FALSE(report_from_json(std::string(1'000'000, '[')));
  EXPECT_FALSE(report_from_json(std::string(json_size_limit + 1, ' ')));
}

}  // namespace
}  // namespace lagesbild
