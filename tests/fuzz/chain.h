// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout_of.h"
#include "pipeline.h"
#include "promises.h"
#include "reading/reading_of.h"
#include "reading/report_of.h"
#include "target.h"

namespace lagesbild::fuzz {

/// The project's own rules.
inline const Rules& rules() {
  static const Rules loaded = [] {
    Result<Rules> result = load_rules(PROJECT_ROOT "/rules");
    demand(static_cast<bool>(result), "the rules load");
    return *std::move(result);
  }();
  return loaded;
}

inline void demand_whole(const Chain& chain) {
  for (const std::string& wrong :
       {wrong_with(chain.document), wrong_with(chain.layout),
        wrong_with(chain.layout, chain.reading), wrong_with(chain.report)})
    demand(wrong.empty(), wrong.c_str());
}

/// The chain from a document on.
inline Chain chain_from(Document document) {
  Chain chain;
  chain.document = std::move(document);
  chain.layout = layout_of(chain.document);
  chain.reading = reading_of(chain.layout, rules());
  chain.report = report_of(chain.document, chain.layout, chain.reading, rules());
  return chain;
}

}  // namespace lagesbild::fuzz
