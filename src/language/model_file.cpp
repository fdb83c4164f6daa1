#include "language/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "base/hash.h"
#include "language/lemma.h"

static_assert(std::endian::native == std::endian::little, "the model file is little-endian and read in place");

namespace demarche {
namespace {

constexpr char kMagic[8] = {'\x89', 'D', 'M', 'L', 'A', 'N', 'G', '\n'};
constexpr size_t kAlignment = 64;
constexpr size_t kMostSections = 1000;

struct FileHeader {
  char magic[8];
  uint32_t version;
  uint32_t sections;
  uint64_t bytes;   ///< of the whole file
  char digest[32];  ///< first half of the hexadecimal SHA-256 of everything after the header
  char reserved[8];
};
static_assert(sizeof(FileHeader) == kAlignment);

struct SectionHeader {
  char name[40];  ///< padded with zeros
  uint64_t reserved;
  uint64_t offset;
  uint64_t bytes;
};
static_assert(sizeof(SectionHeader) == kAlignment);

Error bad(std::string message) {
  return Error{ErrorCode::kBadModel, std::move(message), ""};
}

bool is_quantised(const Tensor& tensor) {
  return tensor.rows > 2 && tensor.columns > 1;
}

/// A tensor's numbers in 8 bits: a table has a scale for each row, a matrix one for each column.
struct Quantised {
  std::string values;
  std::vector<float> scales;
};

Quantised quantise(const Tensor& tensor) {
  Quantised out;
  out.scales.assign(tensor.sparse ? tensor.rows : tensor.columns, 0.0F);
  auto scale_at = [&](size_t i) -> float& { return out.scales[tensor.sparse ? i / tensor.columns : i % tensor.columns]; };
  for (size_t i = 0; i < tensor.value.size(); ++i) scale_at(i) = std::max(scale_at(i), std::fabs(tensor.value[i]));
  for (float& scale : out.scales) scale /= 127.0F;
  out.values.resize(tensor.value.size());
  for (size_t i = 0; i < tensor.value.size(); ++i) {
    float scale = scale_at(i);
    out.values[i] = static_cast<char>(scale > 0 ? std::lround(tensor.value[i] / scale) : 0);
  }
  return out;
}

template <class T>
std::string bytes_of(const std::vector<T>& values) {
  return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

std::string lines(const std::vector<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text.append(piece).append("\n");
  return text;
}

std::vector<std::pair<std::string, std::string>> sections_of(const Inventory& inventory, const Network& network,
                                                             const std::string& manifest) {
  std::vector<std::pair<std::string, std::string>> sections;
  const NetworkShape& shape = network.shape();
  sections.emplace_back("manifest", manifest);
  sections.emplace_back("shape", std::string(reinterpret_cast<const char*>(&shape), sizeof(shape)));
  sections.emplace_back("words", bytes_of(inventory.words));
  sections.emplace_back("words.small", bytes_of(inventory.mostly_small));
  sections.emplace_back("cased", bytes_of(inventory.cased));
  sections.emplace_back("surfaces", bytes_of(inventory.surfaces));
  sections.emplace_back("xpos.names", lines(inventory.xpos));
  sections.emplace_back("feats.names", lines(inventory.feats));
  sections.emplace_back("readings", bytes_of(inventory.readings));
  sections.emplace_back("readings.fit", bytes_of(inventory.fit));
  sections.emplace_back("lemma.rules", lines(inventory.lemma_rules));
  sections.emplace_back("lemma.of_xpos", bytes_of(inventory.rules_of_xpos));
  sections.emplace_back("lemma.known", bytes_of(inventory.lemmas));
  sections.emplace_back("lemma.forms", bytes_of(inventory.seen_forms));
  sections.emplace_back("lemma.form_rules", bytes_of(inventory.seen_rules));
  for (const Tensor& tensor : network.tensors()) {
    if (!is_quantised(tensor)) {
      sections.emplace_back(tensor.name, bytes_of(tensor.value));
      continue;
    }
    Quantised quantised = quantise(tensor);
    sections.emplace_back(tensor.name, std::move(quantised.values));
    sections.emplace_back(tensor.name + ".scale", bytes_of(quantised.scales));
  }
  return sections;
}

/// The pieces before each line feed.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

ModelFile::~ModelFile() {
  if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
}

Result<std::shared_ptr<const ModelFile>> ModelFile::open(const std::string& path) {
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorCode::kIo, errno == ENOENT ? "no such file" : "cannot be read; check its permissions", path};
  struct stat status = {};
  bool regular = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  std::shared_ptr<ModelFile> file(new ModelFile);
  void* mapped = MAP_FAILED;
  if (regular && status.st_size > 0) mapped = mmap(nullptr, static_cast<size_t>(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
  close(descriptor);
  if (!regular) return Error{ErrorCode::kIo, "is no regular file", path};
  if (status.st_size == 0) return Error{ErrorCode::kBadModel, "is empty", path};
  if (mapped == MAP_FAILED) return Error{ErrorCode::kIo, "cannot be mapped", path};
  file->data_ = static_cast<const char*>(mapped);
  file->size_ = static_cast<size_t>(status.st_size);
  if (Status read = file->read_table(); !read) {
    Error error = read.error();
    error.place = path;
    return error;
  }
  return std::shared_ptr<const ModelFile>(std::move(file));
}

Status ModelFile::read_table() {
  FileHeader header;
  if (size_ < sizeof(header)) return bad("is too short for a model");
  std::memcpy(&header, data_, sizeof(header));
  if (std::memcmp(header.magic, kMagic, sizeof(kMagic)) != 0) return bad("is no language model");
  if (header.version != kModelVersion)
    return bad("has format version " + std::to_string(header.version) + "; this program reads version " + std::to_string(kModelVersion));
  if (header.bytes != size_) return bad("has " + std::to_string(size_) + " bytes where " + std::to_string(header.bytes) + " were written");
  std::string digest = sha256(bytes().substr(sizeof(header))).substr(0, sizeof(header.digest));
  if (std::memcmp(digest.data(), header.digest, sizeof(header.digest)) != 0) return bad("is damaged: its digest does not fit its bytes");
  if (header.sections > kMostSections || sizeof(header) + header.sections * sizeof(SectionHeader) > size_)
    return bad("has a bad table of sections");
  for (size_t i = 0; i < header.sections; ++i) {
    const char* at = data_ + sizeof(header) + i * sizeof(SectionHeader);
    SectionHeader section;
    std::memcpy(&section, at, sizeof(section));
    if (section.offset % kAlignment != 0 || section.offset > size_ || section.bytes > size_ - section.offset)
      return bad("has a bad section");
    sections_.push_back({std::string_view(at, strnlen(at, sizeof(section.name))), bytes().substr(section.offset, section.bytes)});
  }
  return success();
}

std::string_view ModelFile::section(std::string_view name) const {
  for (const Section& section : sections_)
    if (section.name == name) return section.bytes;
  return {};
}

Status write_model(const std::string& path, const Inventory& inventory, const Network& network, const std::string& manifest) {
  auto sections = sections_of(inventory, network, manifest);
  std::string body(sections.size() * sizeof(SectionHeader), '\0');
  for (size_t i = 0; i < sections.size(); ++i) {
    const auto& [name, bytes] = sections[i];
    body.resize((body.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
    SectionHeader section = {};
    std::memcpy(section.name, name.data(), std::min(name.size(), sizeof(section.name)));
    section.offset = sizeof(FileHeader) + body.size();
    section.bytes = bytes.size();
    std::memcpy(body.data() + i * sizeof(section), &section, sizeof(section));
    body += bytes;
  }
  FileHeader header = {};
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.version = kModelVersion;
  header.sections = static_cast<uint32_t>(sections.size());
  header.bytes = sizeof(header) + body.size();
  std::memcpy(header.digest, sha256(body).data(), sizeof(header.digest));
  std::string temporary = path + ".part";
  {
    std::ofstream out(temporary, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&header), sizeof(header));
    out.write(body.data(), static_cast<std::streamsize>(body.size()));
    out.flush();
    if (!out) {
      std::remove(temporary.c_str());
      return Error{ErrorCode::kIo, "cannot be written", temporary};
    }
  }
  if (std::rename(temporary.c_str(), path.c_str()) != 0) {
    std::remove(temporary.c_str());
    return Error{ErrorCode::kIo, "cannot be written", path};
  }
  return success();
}

Result<NetworkShape> read_shape(const ModelFile& file) {
  std::string_view bytes = file.section("shape");
  NetworkShape shape;
  if (bytes.size() != sizeof(shape)) return bad("has no sizes of its network");
  std::memcpy(&shape, bytes.data(), sizeof(shape));
  constexpr uint32_t kMostRows = 1U << 24, kMostUnits = 4096;
  bool fits = shape.words >= 1 && shape.words <= kMostRows && shape.surfaces >= 1 && shape.surfaces <= kMostRows && shape.layers >= 1 &&
              shape.layers <= 16 && shape.upos == kUposCount && shape.relations == kRelationCount;
  for (uint32_t units : {shape.word_size, shape.surface_size, shape.hidden, shape.tag_size, shape.arc_size, shape.relation_size})
    fits = fits && units >= 16 && units <= kMostUnits && units % 16 == 0;
  for (uint32_t labels : {shape.xpos, shape.feats, shape.lemmas}) fits = fits && labels >= 1 && labels <= 32767;
  if (!fits) return bad("has impossible sizes of its network");
  return shape;
}

Result<Inventory> read_inventory(const ModelFile& file) {
  Result<NetworkShape> shape = read_shape(file);
  if (!shape) return shape.error();
  Inventory inventory;
  auto words = file.numbers<uint64_t>("words");
  inventory.words.assign(words.begin(), words.end());
  auto small = file.numbers<uint8_t>("words.small");
  inventory.mostly_small.assign(small.begin(), small.end());
  auto cased = file.numbers<uint64_t>("cased");
  inventory.cased.assign(cased.begin(), cased.end());
  auto surfaces = file.numbers<uint32_t>("surfaces");
  inventory.surfaces.assign(surfaces.begin(), surfaces.end());
  inventory.xpos = lines_of(file.section("xpos.names"));
  inventory.feats = lines_of(file.section("feats.names"));
  inventory.lemma_rules = lines_of(file.section("lemma.rules"));
  auto readings = file.numbers<Reading>("readings");
  inventory.readings.assign(readings.begin(), readings.end());
  auto fit = file.numbers<float>("readings.fit");
  inventory.fit.assign(fit.begin(), fit.end());
  auto rules = file.numbers<uint8_t>("lemma.of_xpos");
  inventory.rules_of_xpos.assign(rules.begin(), rules.end());
  auto lemmas = file.numbers<uint64_t>("lemma.known");
  inventory.lemmas.assign(lemmas.begin(), lemmas.end());
  auto forms = file.numbers<uint64_t>("lemma.forms");
  inventory.seen_forms.assign(forms.begin(), forms.end());
  auto form_rules = file.numbers<uint16_t>("lemma.form_rules");
  inventory.seen_rules.assign(form_rules.begin(), form_rules.end());
  bool fits = std::is_sorted(lemmas.begin(), lemmas.end()) && std::is_sorted(forms.begin(), forms.end()) &&
              forms.size() == form_rules.size() && std::is_sorted(cased.begin(), cased.end()) &&
              std::is_sorted(surfaces.begin(), surfaces.end()) && cased.size() + surfaces.size() == shape->surfaces &&
              inventory.words.size() + 1 == shape->words && small.size() == shape->words && inventory.xpos.size() == shape->xpos &&
              inventory.feats.size() == shape->feats && inventory.lemma_rules.size() == shape->lemmas &&
              inventory.rules_of_xpos.size() == size_t{shape->xpos} * shape->lemmas && !inventory.readings.empty() &&
              std::is_sorted(inventory.readings.begin(), inventory.readings.end()) &&
              (inventory.fit.empty() || inventory.fit.size() == inventory.readings.size() * kRelationCount);
  for (const Reading& reading : inventory.readings)
    fits = fits && reading.upos < kUposCount && reading.xpos < shape->xpos && reading.feats < shape->feats;
  for (uint16_t rule : form_rules) fits = fits && rule < shape->lemmas;
  for (const std::string& rule : inventory.lemma_rules) fits = fits && is_lemma_rule(rule);
  if (!fits) return bad("has tables that do not fit its network");
  inventory.index();
  return inventory;
}

Result<Network> read_network(const ModelFile& file) {
  Result<NetworkShape> shape = read_shape(file);
  if (!shape) return shape.error();
  Network network(*shape, 0);
  for (Tensor& tensor : network.tensors()) {
    if (!is_quantised(tensor)) {
      auto values = file.numbers<float>(tensor.name);
      if (values.size() != tensor.value.size()) return bad("lacks the tensor " + tensor.name);
      tensor.value.assign(values.begin(), values.end());
      continue;
    }
    auto values = file.numbers<int8_t>(tensor.name);
    auto scales = file.numbers<float>(tensor.name + ".scale");
    if (values.size() != tensor.value.size() || scales.size() != (tensor.sparse ? tensor.rows : tensor.columns))
      return bad("lacks the tensor " + tensor.name);
    for (size_t i = 0; i < values.size(); ++i)
      tensor.value[i] = static_cast<float>(values[i]) * scales[tensor.sparse ? i / tensor.columns : i % tensor.columns];
  }
  return network;
}

}  // namespace demarche
