// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reading.h"

namespace lagesbild {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::unplaced:
      return "unplaced";
    case Role::title:
      return "title";
    case Role::district:
      return "district";
    case Role::section:
      return "section";
    case Role::column_head:
      return "column head";
    case Role::group:
      return "group";
    case Role::area:
      return "area";
    case Role::comment:
      return "comment";
    case Role::change:
      return "change";
    case Role::instruction:
      return "instruction";
    case Role::furniture:
      return "furniture";
    case Role::repeated:
      return "repeated";
    case Role::aside:
      return "aside";
    case Role::general:
      return "general";
    case Role::appendix:
      return "appendix";
  }
  return "";
}

std::string_view name_of(MappedBy way) {
  switch (way) {
    case MappedBy::cell:
      return "cell";
    case MappedBy::position:
      return "position";
    case MappedBy::heading:
      return "heading";
    case MappedBy::order:
      return "order";
  }
  return "";
}

}  // namespace lagesbild
