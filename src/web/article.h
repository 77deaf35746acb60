// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "messages/messages.h"
#include "web/site.h"

namespace lagesbild {

/// One assessment in full: what is stated, the comment with the deciding words marked, why, and
/// where it stands. The same on a district's page, in the panel and in the lists.
std::string article_html(const Site& site, const SiteReport& report, const SiteAssessment& one,
                         const Messages& say);

/// `path` as an address relative to the pages: what is no letter, digit, or one of "-._~/" becomes
/// '%' and two hex digits.
std::string address_of(std::string_view path);

}  // namespace lagesbild
