// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline.h"

#include <algorithm>

#include "base/sha256.h"
#include "layout/layout_of.h"
#include "layout/text_document.h"
#include "pdf/read.h"
#include "reading/reading_of.h"
#include "reading/report_of.h"
#include "text/decode.h"

namespace lagesbild {
namespace {

/// A PDF may carry up to a kilobyte of something else before its header (ISO 32000-1, annex
/// H.3.4.1).
bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF") != std::string_view::npos;
}

/// Text has no NUL and hardly any other control characters in its first kilobytes.
bool is_text(std::string_view bytes) {
  constexpr std::size_t looked_at = 8192;
  const std::string_view head = bytes.substr(0, looked_at);
  const auto control = std::ranges::count_if(head, [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
  return !head.empty() && control == 0;
}

Result<Document> document_of(std::string_view bytes, const std::string& path,
                             const ReadLimits& limits, const std::function<void()>& page_read) {
  if (bytes.empty()) return Problem{"empty", Severity::error, {path, 0, 0}, "the file is empty"};
  if (is_pdf(bytes)) return read_pdf(bytes, path, limits, page_read);
  if (begins_as_utf16(bytes) || is_text(bytes)) return text_document(decoded(bytes), path, limits);
  return Problem{"not_pdf",
                 Severity::error,
                 {path, 0, 0},
                 "neither a PDF nor a text file; save the report as PDF"};
}

}  // namespace

Chain chain_of(std::string_view bytes, const std::string& path, const Rules& rules, const Ocr& ocr,
               const ReadLimits& limits, const std::function<void()>& page_read) {
  Chain chain;
  Result<Document> document = document_of(bytes, path, limits, page_read);
  if (document) {
    chain.document = *std::move(document);
    chain.unread_scans = recognise_scans(chain.document, bytes, ocr);
    chain.layout = layout_of(chain.document);
    chain.reading = reading_of(chain.layout, rules);
    chain.report = report_of(chain.document, chain.layout, chain.reading, rules);
  } else {
    chain.report.problems.push_back(document.problem());
  }
  for (Problem& problem : chain.report.problems) problem.place.file = path;
  chain.report.source.path = path;
  chain.report.source.sha256 = sha256_of(bytes);
  chain.report.source.bytes = bytes.size();
  return chain;
}

Report report_of(std::string_view bytes, const std::string& path, const Rules& rules,
                 const Ocr& ocr, const ReadLimits& limits) {
  return chain_of(bytes, path, rules, ocr, limits).report;
}

}  // namespace lagesbild
