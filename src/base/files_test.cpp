#include "base/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace demarche {
namespace {

TEST(Files, SayWhatKeepsThemShut) {
  EXPECT_EQ(open_file("/").error().text(), "/: is a directory; name the files in it");
  EXPECT_EQ(open_file("no/such/file").error().text(), "no/such/file: no such file");
  EXPECT_EQ(open_file("no/such/file").error().code, ErrorCode::kIo);
}

TEST(Files, AreReadWhole) {
  std::string path = (std::filesystem::temp_directory_path() / "demarche_files_test").string();
  std::string bytes(200000, 'x');
  bytes[1] = '\0';
  std::ofstream(path, std::ios::binary) << bytes;
  auto read = read_file(path, 200000);
  std::filesystem::remove(path);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, bytes);
}

TEST(Files, AreRefusedBeyondTheLimit) {
  std::istringstream in(std::string((2 << 20) + 1, 'x'));
  auto read = read_all(in, "standard input", 2 << 20);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().text(), "standard input: has more than 2 MiB; split it");
}

}  // namespace
}  // namespace demarche
