#include "cli/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <streambuf>

namespace demarche {

namespace {

// The handler may touch nothing else: a flag, and a pipe whose read end becomes ready when it is set.
std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);
std::array<int, 2> wake_pipe{-1, -1};

extern "C" void on_interrupt(int) {
  if (stop_asked) _exit(130);
  stop_asked = true;
  int saved = errno;
  [[maybe_unused]] ssize_t sent = write(wake_pipe[1], "x", 1);
  errno = saved;
}

extern "C" void on_interrupt_exit(int) {
  _exit(130);
}

void handle_interrupts(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

class InputBuffer : public std::streambuf {
 protected:
  int_type underflow() override {
    while (true) {
      std::array<pollfd, 2> waiting{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{wake_pipe[0], POLLIN, 0}};
      if (stop_asked) return traits_type::eof();
      if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return traits_type::eof();
      if (stop_asked) return traits_type::eof();
      if (waiting[0].revents == 0) continue;
      ssize_t size = read(STDIN_FILENO, bytes_.data(), bytes_.size());
      if (size < 0 && errno == EINTR) continue;
      if (size <= 0) return traits_type::eof();
      setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
      return traits_type::to_int_type(bytes_[0]);
    }
  }

 private:
  std::array<char, 65536> bytes_{};
};

class InputStream : public std::istream {
 public:
  InputStream() : std::istream(nullptr) { rdbuf(&buffer_); }

 private:
  InputBuffer buffer_;
};

}  // namespace

void watch_interrupts() {
  if (pipe2(wake_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) wake_pipe = {-1, -1};
  handle_interrupts(on_interrupt);
  std::signal(SIGPIPE, SIG_IGN);
}

void exit_on_interrupt() {
  handle_interrupts(on_interrupt_exit);
}

bool interrupted() {
  return stop_asked;
}

std::unique_ptr<std::istream> interruptible_input() {
  return std::make_unique<InputStream>();
}

}  // namespace demarche
