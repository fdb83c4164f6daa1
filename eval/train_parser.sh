#!/usr/bin/env bash
# Trains the language model as the shipped one was trained: three teachers, then a student that learns from the treebanks' labels and the
# teachers' beliefs, and of our own example sentences from the teachers alone.
#   eval/train_parser.sh OUT.model      about an hour on two cores; keeps what is done in OUT.model.work and goes on from there
# Needs the treebanks beside the repository (../shared/treebank).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bank=$root/../shared/treebank
[ $# -eq 1 ] || { sed -n '2,5s/^# *//p' "$0" >&2; exit 2; }
[ -d "$bank" ] || { echo "train_parser: no treebanks in $bank" >&2; exit 1; }
out=$(realpath -m "$1") work=$(realpath -m "$1").work
mkdir -p "$work"
cmake --build "$root/build/release" --target demarche parser-tool -- --quiet
tool=$root/build/release/eval/parser-tool
labelled=("$bank/en_ewt-train.conllu" "$bank/en_gum-train.conllu")
dev=(--dev "$bank/en_ewt-dev.conllu" "$bank/en_gum-dev.conllu")
# teacher NAME OPTION...
teacher() {
  local name=$1; shift
  [ -f "$work/$name.model" ] || "$tool" train "$work/$name.model" "$@" "${labelled[@]}" "${dev[@]}" > "$work/$name.log"
}
teacher one seed=1 &
first=$!
teacher two seed=2 hidden=256 epochs=26
teacher three seed=3 hidden=256 epochs=26
wait $first
if [ ! -f "$work/own.conllu" ]; then
  # The sentences of the frames' examples and of the judge, without their labels and marks.
  { sed -n 's/^ *> \(.*\) | [^|]*$/\1/p' "$root"/data/frames/*.frames
    tail -q -n +2 "$root"/data/judge/*.tsv | cut -f3 | sed 's/<\/\?[st]>//g'; } | LC_ALL=C sort -u > "$work/own.txt"
  "$root/build/release/demarche" parse --model "$work/one.model" "$work/own.txt" > "$work/own.part"
  mv "$work/own.part" "$work/own.conllu"
fi
"$tool" train "$out" seed=1 epochs=26 "${labelled[@]}" --unlabelled "$work/own.conllu" \
  --teacher "$work/one.model" "$work/two.model" "$work/three.model" "${dev[@]}" | tee "$work/student.log"
