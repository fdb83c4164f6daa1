#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/inventory.h"
#include "language/network.h"

namespace demarche {

/// Version of the file format; docs/formats/model.md describes it.
constexpr uint32_t kModelVersion = 2;

/// A model file mapped into memory: named sections of bytes, each aligned to 64. Immutable; threads may share it. Views into it live as
/// long as it does.
class ModelFile {
 public:
  /// kIo if the file cannot be read; kBadModel if it is no model, of another version, cut off or damaged (its digest does not fit).
  static Result<std::shared_ptr<const ModelFile>> open(const std::string& path);
  ~ModelFile();
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  /// The bytes of a section, empty if there is none of that name.
  std::string_view section(std::string_view name) const;
  /// The section as numbers; empty if there is none or its size is no multiple of theirs.
  template <class T>
  std::span<const T> numbers(std::string_view name) const {
    std::string_view bytes = section(name);
    if (bytes.size() % sizeof(T) != 0) return {};
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  /// The whole file.
  std::string_view bytes() const { return {data_, size_}; }

 private:
  struct Section {
    std::string_view name, bytes;
  };
  ModelFile() = default;
  Status read_table();

  const char* data_ = nullptr;
  size_t size_ = 0;
  std::vector<Section> sections_;
};

/// Writes inventory, network (matrices and tables in 8 bits) and manifest (JSON). kIo on failure; never leaves half a file under that name.
Status write_model(const std::string& path, const Inventory& inventory, const Network& network, const std::string& manifest);

/// The tables and sizes of a model; kBadModel if they contradict each other.
Result<Inventory> read_inventory(const ModelFile& file);
Result<NetworkShape> read_shape(const ModelFile& file);
/// The network with its 8-bit numbers as floats again; kBadModel if a tensor is missing or of another size.
Result<Network> read_network(const ModelFile& file);

}  // namespace demarche
