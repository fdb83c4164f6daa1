#pragma once
#include <string>
#include <utility>
#include <variant>

namespace demarche {

/// What kind of thing went wrong; `cli` maps each to a documented exit code.
enum class ErrorCode {
  kBadInput,    ///< a document, line or file is not what it claims to be; the next one may be fine
  kBadLexicon,  ///< a dictionary or configuration is invalid
  kBadModel,    ///< a model file is damaged, foreign or of another version
  kIo,          ///< a path cannot be read or written
  kDatabase,    ///< the store is missing, newer than this program, locked or damaged
  kUsage,       ///< the caller asked for something that does not exist
  kInterrupted,
};

/// A failure as data: what, and where (`file:line`, `document:offset`, a path; may be empty).
struct Error {
  ErrorCode code = ErrorCode::kBadInput;
  std::string message;
  std::string place;

  /// `place: message`, or the message alone.
  std::string text() const { return place.empty() ? message : place + ": " + message; }
};

/// Either a value or an Error. Bad input is data, so functions that read it return this; set-up that cannot be used throws.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit on purpose, `return value;`
  Result(Error error) : state_(std::move(error)) {}  // NOLINT: implicit on purpose, `return Error{...};`

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  /// Requires ok().
  T& value() & { return std::get<T>(state_); }
  const T& value() const& { return std::get<T>(state_); }
  T&& value() && { return std::get<T>(std::move(state_)); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  /// Requires !ok().
  const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// The result of an action that gives nothing back.
using Status = Result<std::monostate>;
inline Status success() {
  return std::monostate{};
}

}  // namespace demarche
