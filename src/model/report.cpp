// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report.h"

namespace lagesbild {

std::string_view name_of(Change change) {
  switch (change) {
    case Change::positive:
      return "positive";
    case Change::unchanged:
      return "unchanged";
    case Change::negative:
      return "negative";
  }
  return "";
}

std::string_view name_of(Basis basis) {
  switch (basis) {
    case Basis::stated:
      return "stated";
    case Basis::reference:
      return "reference";
    case Basis::corrected:
      return "corrected";
    case Basis::none:
      return "none";
  }
  return "";
}

std::string_view name_of(Scope scope) { return scope == Scope::city ? "city" : "local"; }

std::string_view name_of(Status status) {
  switch (status) {
    case Status::ok:
      return "ok";
    case Status::review:
      return "review";
    case Status::rejected:
      return "rejected";
  }
  return "";
}

std::string_view name_of(Document::From from) {
  switch (from) {
    case Document::From::pdf:
      return "pdf";
    case Document::From::form_fields:
      return "form-fields";
    case Document::From::ocr:
      return "ocr";
    case Document::From::text:
      return "text";
  }
  return "";
}

std::string key_of(const Assessment& assessment) {
  return std::string(name_of(assessment.scope)) + ":" + assessment.number.value_or("");
}

}  // namespace lagesbild
