// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dump.h"
#include "model/dump_reading.h"
#include "pipeline.h"

namespace lagesbild {

Explanation explanation_of(std::string_view bytes, const std::string& path, const Rules& rules, bool) {
  const Chain chain = chain_of(bytes, path, rules);
  Explanation explanation;
  explanation.text = "== document\n" + dump(chain.document) + "\n== layout\n" + dump(chain.layout) + "\n== reading\n" +
                     dump(chain.layout, chain.reading) + "\n== report\n" + dump(chain.report);
  return explanation;
}

}  // namespace lagesbild
