// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/protocol.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <random>

#include "ingest/messages.h"

namespace lagesbild {
namespace {

TEST(Protocol, TellsWhatStandsBetweenAWorkerAndTheMachine) {
  for (const Walls& walls : {Walls{}, Walls{true, true, true, 7}, Walls{true, false, true, 0}})
    EXPECT_EQ(walls_of(hello_frame(walls)), walls);
  for (const std::string& payload : {std::string(), packed({"1", "1", "1"}),
                                     packed({"1", "1", "1", "-1"}), packed({"1", "1", "1", "x"})})
    EXPECT_FALSE(walls_of({FrameKind::hello, payload}));
  EXPECT_FALSE(walls_of({FrameKind::failed, hello_frame({}).payload}));
}

TEST(Protocol, TakesInNoMoreThanATaskCanGive) {
  EXPECT_LT(largest_frame(TaskKind::archive), largest_frame(TaskKind::report));
  FrameReader reader(100);
  reader.add(frame_bytes({FrameKind::report, std::string(100, 'x')}));
  EXPECT_TRUE(reader.next());
  reader.add(frame_bytes({FrameKind::report, std::string(101, 'x')}).substr(0, 12));
  EXPECT_FALSE(reader.next());
}

TEST(Protocol, PutsFramesTogetherFromAnyPieces) {
  const std::string bytes = frame_bytes({FrameKind::hello, ""}) +
                            frame_bytes({FrameKind::report, std::string(5000, 'x')}) +
                            frame_bytes({FrameKind::failed, "no"});
  for (const std::size_t piece : {1u, 7u, 12u, 4096u, 100'000u}) {
    FrameReader reader;
    std::vector<std::size_t> sizes;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      reader.add(std::string_view(bytes).substr(at, piece));
      while (true) {
        const auto frame = reader.next();
        ASSERT_TRUE(frame);
        if (!*frame) break;
        sizes.push_back((*frame)->payload.size());
      }
    }
    EXPECT_EQ(sizes, (std::vector<std::size_t>{0, 5000, 2})) << piece;
  }
}

struct Case {
  const char* says;
  std::string bytes;
};

const Case cases[] = {
    {"another version", std::string("LGB2\1\0\0\0\0\0\0\0", 12)},
    {"plain words", "Syntax Error: missing endobj"},
    {"a wrong first byte", "X"},
    {"kind 0", std::string("LGB1\0\0\0\0\0\0\0\0", 12)},
    {"an unknown kind", std::string("LGB1\15\0\0\0\0\0\0\0", 12)},
    {"a payload past the limit", std::string("LGB1\1\0\0\0\1\0\0\4", 12)},
};

TEST(Protocol, RefusesWhatIsNoFrame) {
  for (const Case& c : cases) {
    FrameReader reader;
    reader.add(c.bytes);
    EXPECT_FALSE(reader.next()) << c.says;
  }
}

TEST(Protocol, UnpacksWhatItPacked) {
  const std::string binary("\0\xff\n", 3);
  const auto parts = unpacked(packed({"a", "", binary}), 3);
  ASSERT_TRUE(parts);
  EXPECT_EQ(*parts, (std::vector<std::string>{"a", "", binary}));
  EXPECT_FALSE(unpacked(packed({"a", "b"}), 1)) << "too many parts";
  EXPECT_FALSE(unpacked(packed({"abc"}).substr(0, 6), 1)) << "cut off";
  EXPECT_FALSE(unpacked("\x01", 1)) << "no whole size";
  EXPECT_FALSE(unpacked(std::string("\xff\xff\xff\xff", 4), 1)) << "a size past the end";
}

TEST(Messages, ComeBackAsTheyWere) {
  const Task task{TaskKind::pictures, "år/b.pdf", std::chrono::seconds(30), {}, true, 7};
  EXPECT_EQ(task_of(frame_of(task)), task);
  const Task passages{TaskKind::passages,
                      "b.pdf",
                      std::chrono::seconds(30),
                      {{1, {0, 40, 20000, 55}, {38, 42, 500, 53}}, {12, {-3, 0, 1, 2}, {}}}};
  EXPECT_EQ(task_of(frame_of(passages)), passages);

  Explanation explanation{"why\n", {{"page-1.png", std::string("\0png", 4)}}};
  const auto answer =
      answer_of(frame_of(Result<Answer>(Answer(explanation))), TaskKind::explanation);
  ASSERT_TRUE(answer && *answer);
  const auto& back = std::get<Explanation>(**answer);
  EXPECT_EQ(back.text, explanation.text);
  EXPECT_EQ(back.pictures, explanation.pictures);
}

TEST(Messages, AskForNoPassageThatIsNone) {
  const std::string kind = std::to_string(static_cast<int>(TaskKind::passages));
  const auto asked = [&](const std::vector<std::string>& words) {
    std::vector<std::string_view> parts = {kind, "30", "b.pdf", "", "0"};
    parts.insert(parts.end(), words.begin(), words.end());
    return task_of({FrameKind::task, packed(parts)}).has_value();
  };
  EXPECT_TRUE(asked({"1 0 0 9 9 1 1 8 8"}));
  for (const char* words : {"", "1", "1 0 0 9 9 1 1 8", "1 0 0 9 9 1 1 8 8 8", "1 0 0 9 9 1 1 8 ",
                            "1  0 0 9 9 1 1 8", "1 0 0 9 9 1 1 8 9999999", "x 0 0 9 9 1 1 8 8"})
    EXPECT_FALSE(asked({words})) << words;
  EXPECT_FALSE(asked(std::vector<std::string>(most_passages + 1, "1 0 0 9 9 1 1 8 8")));
}

TEST(Messages, LetNoPictureLeaveItsFolder) {
  for (const char* name : {"../x.png", "/etc/x", ".hidden", "", "a/b.png", "a\nb", "å.png"}) {
    Explanation explanation{"why", {{name, "png"}}};
    EXPECT_FALSE(answer_of(frame_of(Result<Answer>(Answer(explanation))), TaskKind::pictures))
        << name;
  }
}

TEST(Messages, OfRandomBytesDoNoHarm) {
  std::mt19937 random(1);  // the same bytes every time
  int understood = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string payload = packed({"report", "1", "a"});
    for (int k = 0; k < 3; ++k) payload[random() % payload.size()] = static_cast<char>(random());
    for (const auto kind : {FrameKind::task, FrameKind::failed, FrameKind::report,
                            FrameKind::explanation, FrameKind::refused}) {
      const Frame frame{kind, payload};
      understood += task_of(frame).has_value();
      understood += answer_of(frame, TaskKind::report).has_value();
      understood += answer_of(frame, TaskKind::pictures).has_value();
    }
  }
  EXPECT_LT(understood, 20'000);
}

TEST(Socket, CarriesADescriptorBesideTheBytes) {
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
  const Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  EXPECT_FALSE(received(ours.get(), false).closed) << "nothing is there yet";
  ASSERT_TRUE(send_with_file(theirs.get(), "hej", 0));
  const Received got = received(ours.get(), true);
  EXPECT_EQ(got.bytes, "hej");
  EXPECT_TRUE(got.file);
}

}  // namespace
}  // namespace lagesbild
