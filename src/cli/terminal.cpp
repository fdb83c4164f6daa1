#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <mutex>

namespace demarche {

namespace {

// Guards standard error, and whether a progress line stands on it.
std::mutex error_mutex;
bool line_stands = false;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void put(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string duration(double seconds) {
  auto whole = static_cast<long>(seconds + 0.5);
  if (whole >= 3600) return fmt::format("{}h{:02}m", whole / 3600, whole / 60 % 60);
  return whole >= 60 ? fmt::format("{}m{:02}s", whole / 60, whole % 60) : fmt::format("{}s", whole);
}

}  // namespace

void complain(std::string_view text) {
  std::lock_guard lock(error_mutex);
  if (line_stands) put("\r\033[K");
  line_stands = false;
  put(fmt::format("demarche: {}\n", text));
}

bool wants_colour(const std::string& choice, int descriptor) {
  if (choice == "always") return true;
  if (choice == "never" || !isatty(descriptor)) return false;
  const char* none = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return !(none && *none) && !(term && std::string_view(term) == "dumb");
}

size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 120;
}

Progress::Progress(bool quiet) : on_(!quiet && isatty(STDERR_FILENO)), start_(now()) {
  const char* term = std::getenv("TERM");
  if (term && std::string_view(term) == "dumb") on_ = false;
}

void Progress::show(std::string_view what, size_t done, double share) {
  if (!on_) return;
  double time = now();
  if (time - last_ < 0.2) return;
  last_ = time;
  double spent = time - start_;
  std::string text = fmt::format("{}: {} done, {:.1f}/s", what, done, spent > 0 ? static_cast<double>(done) / spent : 0.0);
  if (share > 0.01 && share < 1 && spent > 2)
    text += fmt::format(", {:.0f} %, {} left", share * 100, duration(spent * (1 - share) / share));
  std::lock_guard lock(error_mutex);
  put("\r\033[K" + text);
  std::fflush(stderr);
  line_stands = standing_ = true;
}

void Progress::clear() {
  if (!standing_) return;
  std::lock_guard lock(error_mutex);
  if (line_stands) put("\r\033[K");
  line_stands = standing_ = false;
}

}  // namespace demarche
