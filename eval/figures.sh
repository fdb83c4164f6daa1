#!/usr/bin/env bash
# Every figure of the README, measured: eval/figures.sh [PART...], parts: parse speed code said. Without PART all of them.
# Needs the release build (scripts/test makes it) and the public benchmarks with their scorers beside the checkout (../shared).
# Prints the lines of README's table, each with the command that gives it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build/release gold=$root/../shared/gold bank=$root/../shared/treebank model=$root/data/model/english.model
demarche=$build/demarche
[ -d "$gold" ] && [ -d "$bank" ] || { echo "figures: needs $gold and $bank" >&2; exit 1; }
cmake --build "$build" --target demarche parser-tool parse-bench code-bench -- --quiet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
parts=" ${*:-parse speed code said} "
wants() { [[ $parts == *" $1 "* ]]; }
row() { printf '| %s | %s | `%s` |\n' "$1" "$2" "$3"; }
# answers PURPOSE FILE SCORER [OPTION...]: the scorer's report in $work/scores
answers() {
  "$demarche" export -q --for "$1" "$gold/$2.dev.jsonl" > "$work/answers"
  python3 "$gold/score_$3.py" "$gold/$2.dev.jsonl" "$work/answers" "${@:4}" > "$work/scores"
}

if wants parse; then
  for bank_name in ewt gum; do
    "$build/eval/parser-tool" score "$model" "$bank/en_$bank_name-dev.conllu" > "$work/parse"
    row "UD English ${bank_name^^} dev, gold tokens: UPOS / XPOS / lemma / UAS / LAS" \
      "$(awk '$1 == "all" {print $4" / "$5" / "$7" / "$8" / "$9}' "$work/parse")" "parser-tool score MODEL en_$bank_name-dev.conllu"
    row "... from raw text: sentence F1 / token F1 / LAS" \
      "$(awk '/^from raw text/ {print $5" / "$7" / "$NF}' "$work/parse")" "the same"
    [ $bank_name = gum ] && for genre in news speech; do
      row "GUM $genre: UAS / LAS" "$(awk -v g=$genre '$1 == g {print $8" / "$9}' "$work/parse")" "the same"
    done
  done
fi
if wants speed; then
  "$build/bench/parse-bench" "$model" "$bank/en_ewt-dev.conllu" "$bank/en_gum-dev.conllu" > "$work/speed"
  row "tag, lemma and parse, words a second, one core" "$(awk '/the first time/ {print $5}' "$work/speed")" "parse-bench MODEL en_ewt-dev.conllu en_gum-dev.conllu"
  row "model / ready / memory with the model" "$(($(stat -c %s "$model") / 1000000)) MB / $(awk '/^ready/ {print $3}' "$work/speed") ms / $(awk '/memory/ {print $(NF-1)}' "$work/speed") MB" "the same"
  python3 - "$gold/positions.dev.jsonl" "$work" <<'P'
import json, sys
for i, line in enumerate(open(sys.argv[1])): open(f"{sys.argv[2]}/report{i}.txt", "w").write(json.loads(line)["document"]["text"])
P
  row "text to record, sentences a second, one core" "$("$build/bench/code-bench" "$root/data" "$work"/report*.txt | awk '/sentences/ {print $1}')" "code-bench data REPORTS"
fi
f1() { awk -v name="$1" 'index($0, name) == 1 {for (i = 1; i < NF; ++i) if ($i == "F1") print $(i + 1)}' "$work/scores"; }

if wants code; then
  "$demarche" code -q --pairs "$gold/plv.dev.tsv" > "$work/pairs"
  python3 "$gold/score_plv.py" "$gold/plv.dev.tsv" <(cut -f1,2 "$work/pairs") > "$work/plv"
  row "PLV, marked pairs: root / quad macro-F1" "$(awk '$1 == "root" {r = $3} $1 == "quad" {q = $3} END {print r" / "q}' "$work/plv")" "demarche code --pairs plv.dev.tsv"
  row "... share of pairs coded" "$(awk -F'\t' '{all++} $2 != "" && $2 != "-" {n++} END {printf "%.1f %%", 100 * n / all}' "$work/pairs")" "the same"
  for set in positions.dev seed; do
    python3 - "$gold/$set.jsonl" > "$work/texts" <<'P'
import json, sys
for line in open(sys.argv[1]): print(json.dumps(json.loads(line)["document"]))
P
    "$demarche" code -q --from jsonl --format jsonl "$work/texts" > "$work/coded"
    python3 "$gold/score_positions.py" "$gold/$set.jsonl" "$work/coded" > "$work/scores"
    row "$set: typed event / who-what-whom / actor F1" "$(f1 'typed event') / $(f1 who-what-whom) / $(f1 actors)" "demarche code --format jsonl, score_positions.py"
    row "... condition / order / consequence F1" "$(f1 'relation condition') / $(f1 'relation order') / $(f1 'relation consequence')" "the same"
    row "... status macro-F1; overall" "$(awk '$1 == "status" {print $5}' "$work/scores"); $(awk '$1 == "overall" {print $2}' "$work/scores")" "the same"
  done
  answers conflict conflict_unsc conflict
  row "conflict in UN speeches: sentence / target F1" "$(f1 sentence) / $(f1 target)" "demarche export --for conflict"
fi
if wants said; then
  answers attribution attribution_polnear attribution
  row "PolNeAR: attribution with source, F1" "$(f1 "attribution+source  ")" "demarche export --for attribution"
  answers relations relations_gum relations
  row "GUM relations: condition / attribution, lenient F1" "$(f1 'condition lenient') / $(f1 'attribution lenient')" "demarche export --for relations"
  answers cause cause_cnc relations
  row "causes in protest news, lenient F1" "$(f1 'cause lenient')" "demarche export --for cause"
  answers factuality factuality_uds factuality
  uds=$(awk '$1 == "r" {print $2; exit}' "$work/scores")
  answers factuality factuality_news factuality --corpus uw
  news=$(awk '$1 == "r" {print $2; exit}' "$work/scores")
  answers factuality factuality_cb factuality
  row "factuality, r: UDS / UW / CommitmentBank" "$uds / $news / $(awk '$1 == "r" {print $2; exit}' "$work/scores")" "demarche export --for factuality"
  answers order order_te3 order
  row "TempEval-3: order / dates' values, F1" "$(f1 order) / $(f1 'timex value')" "demarche export --for order"
  answers order order_tdg order
  row "what lies ahead of a report's day, F1" "$(f1 'future')" "demarche export --for order"
  answers coref coref_gum coref
  row "coreference in GUM: CoNLL F1" "$(awk '/^CoNLL/ {print $3}' "$work/scores")" "demarche export --for coref"
fi
