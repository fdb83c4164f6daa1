#pragma once
#include <cstdio>
#include <string>
#include <string_view>

namespace demarche {

/// Where a command's data goes: standard output, or the file of -o.
class Output {
 public:
  /// "" or "-" is standard output; else the file is made anew. Throws Failure (kIo) if it cannot be.
  explicit Output(std::string path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Throws ReaderGone if nobody reads any more, Failure if the disk is full and the like.
  void write(std::string_view text);
  /// The same for what is still buffered. Call before success is claimed.
  void flush();
  /// The same unless the data goes into a plain file: who reads a pipe or a terminal wants each piece when it is there.
  void flush_if_live() {
    if (live_) flush();
  }
  bool is_standard() const { return path_.empty(); }

 private:
  [[noreturn]] void fail();

  std::string path_;
  std::FILE* file_;
  bool live_ = true;
};

}  // namespace demarche
