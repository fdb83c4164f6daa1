#include "cli/output.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/terminal.h"

namespace demarche {

Output::Output(std::string path) : path_(path == "-" ? "" : std::move(path)), file_(stdout) {
  if (path_.empty()) {
    struct stat info {};
    live_ = fstat(STDOUT_FILENO, &info) == 0 && !S_ISREG(info.st_mode);
    return;
  }
  live_ = false;
  file_ = std::fopen(path_.c_str(), "wbe");
  if (!file_) throw Failure{{ErrorCode::kIo, std::string("cannot be written: ") + std::strerror(errno), path_}};
}

Output::~Output() {
  if (!path_.empty() && file_) std::fclose(file_);
}

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail();
}

void Output::flush() {
  if (std::fflush(file_) != 0) fail();
}

void Output::fail() {
  int code = errno;
  if (code == EPIPE && path_.empty()) throw ReaderGone{};
  throw Failure{{ErrorCode::kIo, std::string("writing failed: ") + std::strerror(code), path_.empty() ? "standard output" : path_}};
}

}  // namespace demarche
