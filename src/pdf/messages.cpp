// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/messages.h"

#include <Error.h>
#include <GlobalParams.h>

#include <algorithm>

#include "pdf/read.h"

namespace lagesbild {
namespace {

constexpr std::size_t kept_messages = 3;
constexpr std::size_t longest_message = 200;  // bytes; names in a file can be of any length

PopplerMessages*& listener() {
  thread_local PopplerMessages* current = nullptr;
  return current;
}

void hear(ErrorCategory, Goffset, const char* message) {
  if (PopplerMessages* messages = listener()) messages->add(message);
}

/// Printable ASCII as it is, anything else as '?': messages quote the file's bytes.
std::string printable(const char* message) {
  std::string text;
  for (; *message != 0 && text.size() < longest_message; ++message)
    text += (*message >= 0x20 && *message < 0x7f) ? *message : '?';
  return text;
}

Problem said(const std::string& file, const std::string& what) {
  Problem problem;
  problem.code = "poppler";
  problem.severity = Severity::info;
  problem.place.file = file;
  problem.what = "Poppler says " + what;
  return problem;
}

}  // namespace

void prepare_poppler() { static const GlobalParamsIniter poppler(hear); }

PopplerMessages::PopplerMessages() : outer_(listener()) { listener() = this; }

PopplerMessages::~PopplerMessages() { listener() = outer_; }

void PopplerMessages::add(const char* message) {
  ++count_;
  if (kept_.size() >= kept_messages) return;
  std::string text = printable(message);
  if (std::ranges::find(kept_, text) == kept_.end()) kept_.push_back(std::move(text));
}

std::vector<Problem> PopplerMessages::problems(const std::string& file) const {
  std::vector<Problem> list;
  for (const std::string& text : kept_) list.push_back(said(file, "\"" + text + "\""));
  if (count_ > kept_.size())
    list.push_back(said(file, std::to_string(count_ - kept_.size()) + " things more"));
  return list;
}

}  // namespace lagesbild
