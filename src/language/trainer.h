#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/evaluation.h"
#include "language/network.h"

namespace demarche {

/// What a training run does. eval/train_parser.sh has the options of the shipped model.
struct TrainOptions {
  std::vector<std::string> train;       ///< CoNLL-U files
  std::vector<std::string> dev;         ///< measured, never learned from; may be empty
  std::vector<std::string> teachers;    ///< models whose beliefs are learned beside the labels; may be empty
  std::vector<std::string> unlabelled;  ///< CoNLL-U files of which only the words are read; the teachers say what is learned of them
  float trust = 0.5F;                   ///< how much of what is learned of labelled sentences is the teachers'
  std::string model;                    ///< where the model goes
  uint64_t seed = 1;
  size_t epochs = 30;
  size_t batch_words = 600;
  size_t evaluate_every = 4;   ///< epochs between measurements on `dev`; the last one is always measured
  float rate = 2e-3F;          ///< climbs to this during the first epoch and then falls to nothing along half a wave
  float word_dropout = 0.25F;  ///< a word seen n times is hidden with probability x / (x + n)
  float variants = 0.08F;      ///< share of sentences that are learned in capitals, small letters or without their final mark
  NetworkShape shape;          ///< the sizes that do not follow from the data
  Noise noise;
  std::string command;                          ///< for the manifest, which keeps no more of a path than the file's name
  std::function<void(const std::string&)> log;  ///< progress, a line at a time; may be empty
};

/// Sets the option of that name (`epochs`, `rate`, `hidden` ...) from text; kUsage if there is none such or the value is no number in its
/// range.
Status set_option(TrainOptions& options, std::string_view name, const std::string& value);

/// Learns a model and writes it with its manifest. Single-threaded and deterministic: the same options, data and instruction set give the
/// same bytes. Returns the scores on each dev file. kBadInput for a bad treebank or an empty one, for a
/// teacher of other labels and for unlabelled text without a teacher; kBadModel for a bad teacher; kIo for files.
Result<std::vector<ParseScores>> train(const TrainOptions& options);

}  // namespace demarche
