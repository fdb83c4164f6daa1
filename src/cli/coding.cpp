#include "cli/coding.h"

#include <fmt/format.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <thread>

#include "base/hash.h"
#include "base/strings.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"

namespace demarche {

namespace {

InputFormat format_from(const std::string& name) {
  if (name == "text") return InputFormat::kText;
  if (name == "html") return InputFormat::kHtml;
  if (name == "jsonl") return InputFormat::kJson;
  return InputFormat::kAuto;
}

std::string forms_of(const Conllu& parse) {
  std::string text;
  for (const ConlluSentence& one : parse.sentences)
    for (const Word& word : one.sentence.words) text += std::string(word.form) + (word.space_after ? " " : "");
  return text;
}

// `# newdoc id = X` gives X, `# newdoc` gives ""; nothing for other comments.
std::optional<std::string> new_document(const ConlluSentence& sentence) {
  for (std::string_view comment : sentence.comments) {
    if (!comment.starts_with("# newdoc")) continue;
    size_t equals = comment.find("id =");
    return equals == std::string_view::npos ? std::string() : std::string(trim(comment.substr(equals + 4)));
  }
  return std::nullopt;
}

Result<Coded> code_one(const Engine& engine, Result<Job> job, const CodingSteps& steps) {
  if (!job) return job.error();
  std::string id = job->document.id;
  try {
    Coded coded;
    coded.report = job->parse ? engine.code_conllu(std::move(job->document), *job->parse) : engine.code(std::move(job->document));
    coded.text = steps.render(coded.report);
    return coded;
  } catch (const std::exception& error) {
    return Error{ErrorCode::kBadInput, fmt::format("coding failed: {}", error.what()), id};
  }
}

}  // namespace

JobSource::JobSource(const CommandLine& line) : files_(line.files), conllu_(line.from == "conllu") {
  if (files_.empty()) files_.push_back("-");
  if (!line.quiet && isatty(STDIN_FILENO) && std::find(files_.begin(), files_.end(), "-") != files_.end())
    complain("reading from the terminal; Ctrl-D ends the text");
  options_.format = format_from(line.from);
  options_.publisher = line.publisher;
  if (!line.date.empty()) {
    auto day = parse_date(line.date);
    if (!day || day->start != day->end) throw Failure{{ErrorCode::kUsage, "is no day; write YYYY-MM-DD", "--date " + line.date}};
    options_.published = day->start;
  }
  double total = 0;
  for (const std::string& file : files_) {
    std::error_code error;
    auto size = std::filesystem::is_regular_file(file, error) ? std::filesystem::file_size(file, error) : 0;
    if (!error) total += static_cast<double>(size);
    ends_.push_back(total);
  }
  for (double& end : ends_) end = total > 0 ? end / total : -1;
}

double JobSource::share() const {
  size_t opened = at_;
  if (opened < 2) return ends_.size() < 2 ? -1 : 0;
  return ends_[opened - 2];
}

bool JobSource::open_next() {
  if (at_ == files_.size()) return false;
  const std::string& path = files_[at_++];
  if (conllu_) {
    load_parsed(path);
  } else if (path == "-") {
    input_ = interruptible_input();
    reader_ = std::make_unique<DocumentReader>(*input_, "standard input", options_);
  } else {
    auto opened = DocumentReader::open(path, options_);
    if (opened)
      reader_ = std::move(*opened);
    else
      open_error_ = opened.error();
  }
  return true;
}

void JobSource::load_parsed(const std::string& path) {
  auto read = [&]() -> Result<Conllu> {
    if (path != "-") return read_conllu(path);
    auto input = interruptible_input();
    return parse_conllu(std::string(std::istreambuf_iterator<char>(*input), {}), "standard input");
  };
  auto all = read();
  if (!all) {
    open_error_ = all.error();
    return;
  }
  for (ConlluSentence& sentence : all->sentences) {
    auto id = new_document(sentence);
    if (parsed_.empty() || id) {
      Job job;
      job.document.id = id.value_or("");
      job.document.published = options_.published;
      job.document.publisher = options_.publisher;
      job.parse = Conllu{all->content, {}};
      parsed_.push_back(std::move(job));
    }
    parsed_.back().parse->sentences.push_back(std::move(sentence));
  }
  for (Job& job : parsed_)
    if (job.document.id.empty()) job.document.id = "sha256:" + sha256(forms_of(*job.parse)).substr(0, 16);
  std::reverse(parsed_.begin(), parsed_.end());
  if (parsed_.empty()) open_error_ = Error{ErrorCode::kBadInput, "holds no sentence", path};
}

std::optional<Result<Job>> JobSource::next() {
  while (!interrupted()) {
    if (open_error_) {
      Error error = *open_error_;
      open_error_.reset();
      return error;
    }
    if (!parsed_.empty()) {
      Job job = std::move(parsed_.back());
      parsed_.pop_back();
      return job;
    }
    if (reader_) {
      auto doc = reader_->next();
      if (interrupted()) return std::nullopt;  // what was read when the input broke off may be half a document
      if (doc && !*doc) return doc->error();
      if (doc) return Job{std::move(**doc), std::nullopt};
      reader_.reset();
      input_.reset();
    }
    if (!open_next()) return std::nullopt;
  }
  return std::nullopt;
}

void code_all(const Engine& engine, JobSource& source, int jobs, const CodingSteps& steps) {
  auto next = [&]() -> std::optional<Result<Job>> {
    while (auto job = source.next())
      if (!*job || !steps.skip || !steps.skip(**job)) return job;
    return std::nullopt;
  };
  int threads = jobs > 0 ? jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  if (threads == 1) {
    while (auto job = next()) steps.take(code_one(engine, std::move(*job), steps));
    return;
  }
  using JobPointer = std::shared_ptr<Result<Job>>;
  using CodedPointer = std::shared_ptr<Result<Coded>>;
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_pipeline(
        static_cast<size_t>(threads) * 4,
        tbb::make_filter<void, JobPointer>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) -> JobPointer {
          auto job = next();
          if (job) return std::make_shared<Result<Job>>(std::move(*job));
          control.stop();
          return nullptr;
        }) & tbb::make_filter<JobPointer, CodedPointer>(tbb::filter_mode::parallel, [&](const JobPointer& job) {
          return std::make_shared<Result<Coded>>(code_one(engine, std::move(*job), steps));
        }) & tbb::make_filter<CodedPointer, void>(tbb::filter_mode::serial_in_order, [&](const CodedPointer& coded) {
          steps.take(std::move(*coded));
        }));
  });
}

void Failures::add(const Error& error) {
  if (strict_) throw Failure{error, kExitFailure};
  ++count_;
  if (error.code == ErrorCode::kIo) io_ = true;
  complain(error.text());
}

int Failures::exit_code() const {
  if (interrupted()) return kExitInterrupted;
  if (io_) return kExitIo;
  return count_ > 0 ? kExitPartly : kExitOk;
}

std::shared_ptr<const Engine> load_engine(const CommandLine& line) {
  EngineOptions options;
  options.data_directory = line.data;
  options.model_path = line.model;
  options.dictionaries = line.dictionaries;
  options.only_added = line.only;
  return or_fail(Engine::load(options));
}

}  // namespace demarche
