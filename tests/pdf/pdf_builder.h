// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small PDFs made in the test, so that a case shows all that it depends on.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace lagesbild {

/// Objects 1 to 4 are the catalog, the page tree, Helvetica as /F and Helvetica-Bold as /B.
class PdfBuilder {
 public:
  /// The number of a new object.
  int add(std::string body) {
    bodies_.push_back(std::move(body));
    return static_cast<int>(bodies_.size()) + 4;
  }

  int add_stream(const std::string& entries, const std::string& data) {
    return add("<< " + entries + " /Length " + std::to_string(data.size()) + " >>\nstream\n" +
               data + "\nendstream");
  }

  /// A page of 200 by 100 points. `entries` may overrule, as the last of two keys counts;
  /// `resources` stand beside the fonts.
  PdfBuilder& page(const std::string& content, const std::string& entries = "",
                   const std::string& resources = "") {
    const int stream = add_stream("", content);
    const bool sized = entries.find("/MediaBox") != std::string::npos;
    kids_.push_back(add("<< /Type /Page /Parent 2 0 R " +
                        std::string(sized ? "" : "/MediaBox [0 0 200 100] ") +
                        "/Resources << /Font << /F 3 0 R /B 4 0 R >> " + resources +
                        " >> /Contents " + std::to_string(stream) + " 0 R " + entries + " >>"));
    return *this;
  }

  PdfBuilder& catalog(const std::string& entries) {
    catalog_ += entries;
    return *this;
  }
  PdfBuilder& info(const std::string& entries) {
    info_ = add("<< " + entries + " >>");
    return *this;
  }
  PdfBuilder& count(int pages) {
    count_ = pages;
    return *this;
  }

  std::string bytes() const {
    std::string kids;
    for (const int kid : kids_) kids += std::to_string(kid) + " 0 R ";
    const std::string count = std::to_string(count_ < 0 ? static_cast<int>(kids_.size()) : count_);
    std::vector<std::string> all = {
        "<< /Type /Catalog /Pages 2 0 R " + catalog_ + " >>",
        "<< /Type /Pages /Kids [" + kids + "] /Count " + count + " >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"};
    all.insert(all.end(), bodies_.begin(), bodies_.end());
    return file_of(all);
  }

 private:
  std::string file_of(const std::vector<std::string>& all) const {
    std::string file = "%PDF-1.7\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < all.size(); ++i) {
      char entry[32];
      std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", file.size());
      table += entry;
      file += std::to_string(i + 1) + " 0 obj\n" + all[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(all.size() + 1);
    const std::string info = info_ > 0 ? " /Info " + std::to_string(info_) + " 0 R" : "";
    return file + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R" +
           info + " >>\nstartxref\n" + std::to_string(file.size()) + "\n%%EOF\n";
  }

  std::vector<std::string> bodies_;
  std::vector<int> kids_;
  std::string catalog_;
  int count_ = -1;
  int info_ = 0;
};

/// One page with this content.
inline std::string pdf_of(const std::string& content, const std::string& entries = "",
                          const std::string& resources = "") {
  return PdfBuilder().page(content, entries, resources).bytes();
}

}  // namespace lagesbild
