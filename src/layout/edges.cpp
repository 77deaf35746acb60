// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/edges.h"

#include <algorithm>
#include <cmath>

#include "layout/words.h"

namespace lagesbild {
namespace {

constexpr double shortest = 4.0;           // points; shorter strokes are ticks and ornaments
constexpr double longest_line = 40;        // em of a line below words or through them
constexpr double underline_below = 0.35;   // em from the baseline box's bottom
constexpr double whole_page = 0.7;         // share of the page's height and width
constexpr double hug = 1.2;                // points between a marked passage's paint and its words
constexpr std::size_t most_edges = 20000;  // a drawing, not a table

bool underlines(const Edge& edge, const std::vector<Word>& words) {
  return std::ranges::any_of(words, [&](const Word& word) {
    const double below = edge.at - word.box.y1;
    return below > -underline_below * word.size && below < 0.15 * word.size &&
           edge.from > word.box.x0 - 2 && edge.from < word.box.x1 &&
           edge.to - edge.from < longest_line * word.size &&
           std::abs(edge.from - word.box.x0) < 2 &&
           std::ranges::any_of(words, [&](const Word& last) {
             return std::abs(last.box.y1 - word.box.y1) < 1 && std::abs(last.box.x1 - edge.to) < 2;
           });
  });
}

}  // namespace

std::vector<Edge> merged(std::vector<Edge> edges) {
  std::ranges::sort(edges, {}, &Edge::at);
  std::vector<Edge> result;
  for (std::size_t begin = 0; begin < edges.size();) {
    std::size_t end = begin + 1;
    while (end < edges.size() && edges[end].at - edges[begin].at <= snap) ++end;
    const auto cluster = edges.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto cluster_end = edges.begin() + static_cast<std::ptrdiff_t>(end);
    const double at = (cluster->at + std::prev(cluster_end)->at) / 2;
    std::sort(cluster, cluster_end, [](const Edge& a, const Edge& b) { return a.from < b.from; });
    Edge open{at, cluster->from, cluster->to};
    for (auto edge = std::next(cluster); edge != cluster_end; ++edge) {
      if (edge->from <= open.to + snap) {
        open.to = std::max(open.to, edge->to);
      } else {
        result.push_back(open);
        open = {at, edge->from, edge->to};
      }
    }
    result.push_back(open);
    begin = end;
  }
  std::erase_if(result, [](const Edge& edge) { return edge.to - edge.from < shortest; });
  return result;
}

Edges ruled_edges(const Page& page, const PageFrame& frame, const std::vector<Word>& words) {
  Edges edges;
  if (page.rulings.size() > most_edges) return edges;
  for (const Ruling& ruling : page.rulings) {
    const Box box = upright({ruling.x0, ruling.y0, ruling.x1, ruling.y1}, page, frame.turn);
    if (box.height() < box.width())
      edges.horizontal.push_back({box.middle_y(), box.x0, box.x1});
    else
      edges.vertical.push_back({box.middle_x(), box.y0, box.y1});
  }
  edges.horizontal = merged(std::move(edges.horizontal));
  edges.vertical = merged(std::move(edges.vertical));
  std::erase_if(edges.horizontal, [&](const Edge& edge) { return underlines(edge, words); });
  return edges;
}

void mark_struck(std::vector<Word>& words, const Edges& edges) {
  constexpr double near_middle = 0.15;  // em from the word's middle
  constexpr double enough = 0.4;        // of the word's width
  for (const Edge& edge : edges.horizontal)
    for (Word& word : words)
      if (std::abs(edge.at - word.box.middle_y()) < near_middle * word.size &&
          edge.to - edge.from < longest_line * word.size &&
          shared(edge.from, edge.to, word.box.x0, word.box.x1) > enough * word.box.width())
        word.struck = true;
}

std::vector<Box> shaded_areas(const Page& page, const PageFrame& frame,
                              const std::vector<Word>& words) {
  std::vector<Box> areas;
  if (page.shadings.size() > most_edges) return areas;
  for (const Shading& shading : page.shadings) {
    const Box box = upright(shading.box, page, frame.turn);
    if (box.height() > whole_page * frame.height) continue;
    if (shading.color == 0xFFFFFF) continue;  // bare paper
    double left = box.x1, right = box.x0;
    for (const Word& word : words) {
      if (!box.holds(word.box.middle_x(), word.box.middle_y())) continue;
      left = std::min(left, word.box.x0);
      right = std::max(right, word.box.x1);
    }
    const bool hugs = left - box.x0 < hug && box.x1 - right < hug;
    if (!hugs) areas.push_back(box);
  }
  return areas;
}

}  // namespace lagesbild
