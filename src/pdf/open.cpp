// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/open.h"

#include <ErrorCodes.h>
#include <Stream.h>

#include "pdf/read.h"
#include "pdf/rescue.h"

namespace lagesbild {
namespace {

Problem refusal(const std::string& name, std::string code, std::string what) {
  return {std::move(code), Severity::error, {name, 0, 0}, std::move(what)};
}

std::unique_ptr<PDFDoc> tried(std::string_view bytes, const std::shared_ptr<bool>& repaired) {
  auto stream = std::make_unique<MemStream>(const_cast<char*>(bytes.data()), 0,
                                            static_cast<Goffset>(bytes.size()), Object(objNull));
  return std::make_unique<PDFDoc>(stream.release(), std::optional<GooString>(),
                                  std::optional<GooString>(), nullptr,
                                  [repaired] { *repaired = true; });
}

}  // namespace

Result<Opened> opened(std::string_view bytes, const std::string& name) {
  if (bytes.empty()) return refusal(name, "empty", "the file is empty");
  // A header may stand within the first kilobyte (ISO 32000-1, annex H.3.4.1).
  if (bytes.substr(0, 1024).find("%PDF") == std::string_view::npos)
    return refusal(name, "not_pdf", "this is no PDF; save the report as PDF");
  prepare_poppler();
  Opened document;
  document.pdf = tried(bytes, document.repaired);
  if (!document.pdf->isOk() && document.pdf->getErrorCode() != errEncrypted) {
    if (auto rescued = with_new_trailer(bytes)) {
      document.rescued = std::make_unique<std::string>(*std::move(rescued));
      document.pdf = tried(*document.rescued, document.repaired);
      *document.repaired = true;
    }
  }
  if (document.pdf->isOk()) return document;
  if (document.pdf->getErrorCode() == errEncrypted)
    return refusal(name, "password",
                   "this PDF is protected by a password; save a copy without one");
  return refusal(name, "damaged", "this PDF is damaged or cut short; fetch or save it again");
}

}  // namespace lagesbild
