#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace demarche {

/// What a command throws when it cannot go on; `main` prints the error and gives its exit code.
struct Failure {
  Error error;
  int exit = -1;  ///< -1: what exit_codes.h says for the error's code
};

/// Thrown when nobody reads standard output any more (`| head`): the program ends quietly.
struct ReaderGone {};

/// The value, or a Failure.
template <class T>
T or_fail(Result<T> result) {
  if (!result) throw Failure{result.error()};
  return std::move(result).value();
}

/// A line for people on standard error: "demarche: TEXT". A progress line that stands there is wiped first.
void complain(std::string_view text);

/// True if text on this descriptor is to be coloured: `choice` is auto, always or never; auto asks for a terminal and heeds NO_COLOR and
/// TERM=dumb.
bool wants_colour(const std::string& choice, int descriptor);

/// Columns of the terminal on standard output; 120 if it is none.
size_t terminal_width();

/// One line on standard error that replaces itself, for long work; silent unless standard error is a terminal.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Shows "WHAT: DONE done, N/s[, ETA]" at most five times a second. `share` is how much of the work is done, 0 to 1, or negative where
  /// nobody knows.
  void show(std::string_view what, size_t done, double share);
  /// Wipes the line.
  void clear();

 private:
  bool on_;
  bool standing_ = false;
  double start_;
  double last_ = 0;
};

}  // namespace demarche
