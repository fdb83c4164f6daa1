#!/usr/bin/env bash
# End-to-end tests of the program.
#   tests/cli.sh BINARY          all of them
#   tests/cli.sh BINARY NAME     one of the functions test_NAME below
set -uo pipefail
binary=$(readlink -f "$1"); shift
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
reports="$root/examples/reports"
export DEMARCHE_DATA="$root/data" NO_COLOR=1
unset DEMARCHE_DB
failed=0

fail() { echo "  $current: $*"; echo "    stdout: $(head -c 600 out 2>/dev/null)"; echo "    stderr: $(head -c 600 err 2>/dev/null)"; failed=1; }
# run CODE ARGUMENTS...: runs the program, keeps its outputs in `out` and `err`, checks its exit code.
run() { local want=$1 got=0; shift; "$binary" "$@" >out 2>err || got=$?; [ "$got" -eq "$want" ] || fail "exit code $got, not $want: $*"; }
says() { grep -qF -- "$1" err || fail "no \"$1\" on standard error"; }
prints() { grep -qF -- "$1" out || fail "no \"$1\" on standard output"; }
lines() { [ "$(wc -l <out)" -eq "$1" ] || fail "$(wc -l <out) lines on standard output, not $1"; }
is() { [ "$1" = "$2" ] || fail "$3: $1, not $2"; }
# sql DATABASE QUERY: the first value of the answer.
sql() { python3 -c 'import sqlite3, sys
c = sqlite3.connect(sys.argv[1]); row = c.execute(sys.argv[2]).fetchone(); c.commit()
print("" if row is None else row[0])' "$1" "$2"; }
# story N: a line of JSON Lines.
story() { printf '{"id":"s%d","published":"2024-05-%02d","text":"Kenya accused Uganda of fraud on Monday. The president of Kenya met envoy number %d in Nairobi."}\n' "$1" $(($1 % 28 + 1)) "$1"; }
stories() { for ((i = $1; i <= $2; i++)); do story "$i"; done; }

test_empty_input() {
  : >empty; story 1 >good
  run 3 code --format jsonl empty good; says "empty: the input is empty"; lines 1
  run 3 code empty; run 3 parse empty
}

test_binary_input() {
  head -c 4096 "$binary" >bin; story 1 >good
  run 3 code --format jsonl bin good; says "binary data"; lines 1
}

test_empty_standard_input() {
  for command in "code" "parse" "read --db x.db" "export --for coref -" "eval -"; do run 3 $command </dev/null; says "empty"; done
  : >empty; run 3 export --for coref empty; says "empty: the input is empty"
  mkdir none; run 2 test none; says "none: no case files"; is "$(wc -l <err)" 1 "lines of complaint"
  run 2 lexicon try "" --on empty; says "no entry in LINES"
}

test_unreadable_file() {
  story 1 >locked; chmod 000 locked
  [ ! -r locked ] || { echo "  skipped: this user may read any file"; return; }
  for command in "code" "code --pairs" "export --for coref" "eval"; do run 5 $command locked; says "locked: cannot be read; check its permissions"; done
}

test_invalid_utf8() {
  printf 'Kenya accused Uganda of fr\xff\xfeaud.\n' >bad
  run 0 code --format jsonl bad; prints '"repaired":'; prints '"ACCUSE"'
  python3 -c 'import json; json.loads(open("out", encoding="utf-8").read())' || fail "no valid UTF-8 JSON came out"
}

test_huge_line() {
  { story 1; printf '{"id":"x","text":"'; head -c 200000000 /dev/zero | tr '\0' a; printf '"}\n'; story 2; } >big
  (ulimit -v 3000000; run 3 code -j 1 --format jsonl big; says "big:2: a document of more than"; lines 2; exit $failed) || failed=1
}

test_million_tags() {
  { for ((i = 0; i < 1000; i++)); do printf '<div>%.0s' {1..1000}; done; echo '<p>Kenya accused Uganda of fraud.</p>'; } >deep.html
  "$binary" code --format jsonl deep.html >out 2>err; code=$?
  [ $code -eq 0 ] || [ $code -eq 3 ] || fail "exit code $code"
  [ $code -eq 0 ] || says "deep.html"
}

test_truncated_json_line() {
  { story 1; story 2 | head -c 60; echo; story 3; } >cut
  run 3 code --format jsonl cut; says "cut:2: not valid JSON"; lines 2; prints '"s1"'; prints '"s3"'
  run 1 code --format jsonl --strict -j 1 cut; lines 1
}

test_missing_file() {
  story 1 >good
  run 5 code --format jsonl nowhere good; says "nowhere: no such file"; lines 1
  run 5 code .; says "is a directory"
  for command in "parse" "code --pairs" "code --from conllu" "explain e1 --in" "export --for coref" "lexicon try verb --on" "test" "eval" "train --train"; do
    case $command in lexicon*) run 5 lexicon try 'verb zzgrumble\n obj=T => ACCUSE' --on nowhere ;; *) run 5 $command nowhere ;; esac
    says "nowhere: no such file"; is "$(wc -l <err)" 1 "lines of complaint of $command"
  done
  for command in "parse" "code --pairs" "code --from conllu" "export --for coref" "eval" "train --train"; do run 5 $command .; says ".: is a directory"; done
  run 5 code --model nowhere good; says "nowhere: no such file"
  run 5 code --data . good; says "DEMARCHE_DATA"
}

test_usage() {
  run 2 code --fromat jsonl; says "did you mean --from"
  run 2 cod; says "did you mean code?"
  run 2 code --date tomorrow; says "YYYY-MM-DD"
  run 2 show --type FRIENDSHIP --db x.db
  run 0; prints "Usage: demarche"
  run 2 show --type CONSLT --db x.db; says "did you mean CONSULT?"
  run 0 help read; prints "Usage: demarche read"
  run 0 help lexicon try; prints "Usage: demarche lexicon try"
  run 2 lexicon chek; says "did you mean check?"
}

test_unusable_output() {
  story 1 >good
  "$binary" code good >/dev/full 2>err; is $? 5 "exit code on a full disk"; says "writing failed"
  run 5 code good -o /nowhere/out.txt; says "/nowhere/out.txt"
}

test_nobody_reads() {
  stories 1 300 >many
  "$binary" code --format jsonl many 2>err | head -1 >out; is "${PIPESTATUS[0]}" 0 "exit code when the reader leaves"; lines 1
  [ ! -s err ] || fail "noise on standard error"
}

test_same_bytes_with_any_number_of_threads() {
  stories 1 200 >many
  run 0 code -j 1 --format jsonl many; mv out one
  run 0 code -j 4 --format jsonl many; cmp -s one out || fail "-j 1 and -j 4 differ"
  [ "$(wc -l <out)" -eq 200 ] || fail "not every story came out"
}

test_interrupt_while_waiting_for_input() {
  mkfifo pipe
  "$binary" code --format jsonl - <pipe >out 2>err & pid=$!
  exec 7>pipe; stories 1 1500 >&7
  for ((i = 0; i < 100; i++)); do [ -s out ] && break; sleep 0.1; done
  kill -INT $pid; wait $pid; is $? 130 "exit code after Ctrl-C"
  exec 7>&-
  [ -s out ] || fail "nothing of what was coded came out"
  python3 -c 'import json; [json.loads(line) for line in open("out")]' || fail "a record was cut"
}

test_documents_that_come_slowly() {
  mkfifo pipe
  "$binary" code --format jsonl - <pipe 2>err | cat >out &
  exec 7>pipe; story 1 >&7
  for ((i = 0; i < 100; i++)); do [ -s out ] && break; sleep 0.1; done
  lines 1
  story 2 >&7; exec 7>&-; wait
  lines 2
}

test_interrupt_while_reading_into_the_store() {
  stories 1 20000 >many
  "$binary" read -v --db store.db many >out 2>err & pid=$!
  for ((i = 0; i < 100; i++)); do grep -q "new s20" err && break; sleep 0.1; done
  kill -TERM $pid; wait $pid; is $? 130 "exit code after SIGTERM"
  is "$(grep -c ': new' err)" "$(sql store.db 'SELECT count(*) FROM reports')" "reports said to be new"
  is "$(sql store.db 'SELECT count(*) FROM runs WHERE ended IS NULL')" 0 "runs without an end"
}

test_killed_while_reading_into_the_store() {
  stories 1 20000 >many
  "$binary" read -v --db store.db many >out 2>err & pid=$!
  for ((i = 0; i < 100; i++)); do grep -q "new s20" err && break; sleep 0.1; done
  kill -KILL $pid; wait $pid 2>/dev/null
  said=$(grep -c ': new s[0-9]*$' err); kept=$(sql store.db 'SELECT count(*) FROM reports')
  [ "$kept" -ge "$said" ] && [ "$said" -gt 0 ] || fail "$said reports were said to be new, $kept are there"
  is "$(sql store.db 'PRAGMA integrity_check')" ok "integrity"
  is "$(sql store.db 'PRAGMA foreign_key_check')" "" "foreign keys"
  is "$(sql store.db 'SELECT count(*) FROM reports r WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.report = r.report)')" 0 "half reports"
  stories 1 5 >few
  run 0 read --db store.db few; prints "0 new, 5 known"
}

test_store_is_idempotent() {
  run 0 read --db sub/dir/store.db "$reports"/*; prints "5 new, 0 known"
  run 0 read --db sub/dir/store.db "$reports"/*; prints "0 new, 5 known"
  { story 1; story 1; } >twice
  run 0 read --db sub/dir/store.db twice; prints "1 new, 1 known"
  printf 'verb zzgrumble\n  obj=T => ACCUSE/allege 112\n  > Kenya zzgrumbled Uganda. | null\n' >more.frames
  cp -r "$DEMARCHE_DATA" data; cp more.frames data/frames/zz.frames
  DEMARCHE_DATA=$PWD/data run 0 read --db sub/dir/store.db "$reports"/*; prints "0 new, 0 known, 5 coded anew"
  DEMARCHE_DATA=$PWD/data run 0 read --db sub/dir/store.db "$reports"/*; prints "0 new, 5 known"
}

test_unusable_store() {
  story 1 >good
  run 6 show --db nowhere.db; says "demarche read"
  [ ! -e nowhere.db ] || fail "show made a store"
  run 6 read --db /dev/null/store.db good; says "/dev/null/store.db"
  echo "a letter, long enough to be no database header at all, really" >letter.db
  run 6 read --db letter.db good; says "no Demarche store"
  run 0 read --db store.db good
  sql store.db 'PRAGMA user_version = 77'
  run 6 show --db store.db; says "newer Demarche"
  is "$(sql store.db 'SELECT count(*) FROM reports')" 1 "reports after the refusal"
}

test_show_and_explain() {
  run 0 read -q --db store.db "$reports"/*
  [ ! -s out ] || fail "-q was not quiet"
  run 0 show --db store.db; lines 5
  run 0 show --db store.db --actor FRA --type sanction; prints "France (FRA)"
  event=$(grep -oE 'e[0-9]+@[^ ]+$' out | head -1)
  run 0 explain "$event" --db store.db; prints ": trigger]"; prints "Parse"; prints ".frames:"
  run 0 explain e1 --in "$reports/aukus-2021.txt"; prints "Sentence 1"
  run 2 explain e999@riyadh --db store.db; says "has only"
  run 2 explain e1@nobody --db store.db; says "no report has this id"
  run 0 show --db store.db riyadh; prints "Gulf Courier"
  run 0 show --db store.db --json pretoria-2022; mv out stored
  run 0 code --format jsonl "$reports/news.jsonl"; tail -1 out | cmp -s - stored || fail "the store's record differs from what code gives"
  run 0 show --db store.db --since 1900 --until 1901; says "no event fits"
}

test_page() {
  printf '{"id":"x","title":"<script>alert(1)</script>","url":"javascript:alert(1)","publisher":"A & B\\"","text":"Kenya <b>accused</b> Uganda of \\"fraud\\" & theft."}\n' >hostile
  run 0 code --format html hostile "$reports"/*; prints "<!doctype html>"; prints "&lt;script&gt;"; prints "</html>"
  ! grep -qiE '<script|javascript:|<b>accused' out || fail "unescaped"
  python3 - <<'PY' || fail "a link of the page leads nowhere"
import re, sys
page = open("out").read()
ids = re.findall(r' id="([^"]+)"', page)
missing = {h for h in re.findall(r'href="#([^"]+)"', page) if h not in ids}
sys.exit(1 if missing or len(ids) != len(set(ids)) else 0)
PY
}

test_parses_in_and_out() {
  story 1 >good
  run 0 parse good; cp out parsed.conllu; prints "# text = Kenya accused Uganda of fraud on Monday."
  run 0 parse --from conllu parsed.conllu; cmp -s out parsed.conllu || fail "a parse of its own words differs"
  run 0 code --format jsonl --from conllu --date 2024-05-06 parsed.conllu; prints '"ACCUSE"'
  printf '1\tKenya\n' >broken.conllu
  run 3 code --from conllu broken.conllu; says "broken.conllu:1"
}

test_unusable_knowledge() {
  cp -r "$DEMARCHE_DATA" data
  printf 'verb snub\n  obj=T => REJCT\n\nverb shun\n  obj=T => REJECT/nomode\n  > Kenya shunned Uganda. | KEN REJECT UGA\n' >data/frames/mine.frames
  run 4 lexicon check --no-examples --data data; prints "mine.frames:2"; prints "mine.frames:5"
  story 1 >good
  run 4 code --data data good; says "mine.frames:2"
  echo "no model" >broken.model
  run 4 code --model broken.model good; says "broken.model"
  run 5 code --data nowhere good; says "nowhere"
}

test_unproven_frames() {
  mkdir mine
  printf 'verb snub\n  obj=T => REJECT\n  over=T => ACCUSE\n  > Kenya snubbed Uganda. | KEN REJECT UGA\n' >mine/mine.frames
  run 0 lexicon check --unproven --dictionaries mine --only
  prints "mine.frames:3 snub"
  grep -q "mine.frames:2 snub" out && fail "a proven frame is listed"
  return 0
}

test_lexicon_commands() {
  run 0 lexicon show accuse; prints "accuse.frames:"
  run 0 lexicon show "Emmanuel Macron"; prints "FRAGOV"
  run 1 lexicon show zzgrumble
  echo "Kenya zzgrumbled at Uganda. Kenya accused Uganda of fraud." >good
  run 0 lexicon try 'verb accuse\n  subj=S obj=T of=fraud => REQUEST' --on good; prints "changed"
  run 4 lexicon try 'verb accuse\n  obj=T => REQEST' --on good; says "(added):2"
  echo "The Blue Harvest Front accused Uganda of fraud. A zzbeekeeper of Kenya accused Uganda of fraud." >names
  run 0 lexicon try 'Blue Harvest Front : KENREB' --on names; prints "KENREB ACCUSE"
  run 0 lexicon try 'zzbeekeeper : AGR' --on names; prints "KENAGR ACCUSE"
  run 4 lexicon try 'Blue Harvest Front : KENRE' --on names; says "(added):1"
}

test_lexicon_faults() {
  mkdir -p added
  printf 'verb snub\n  objet=T => REJECT\n  obj=&weapn => REJECT\n' >added/mine.frames
  printf 'Blue Front : KEN1\nRed Front : KENREB 2003..2001\n' >added/mine.actors
  printf 'raft: &raft2\nraft2: &raft\nboat: &dinghy\n' >added/mine.classes
  run 4 lexicon check --no-examples --dictionaries added
  prints 'mine.frames:2: unknown slot key `objet`: did you mean obj?'; prints 'mine.frames:3: unknown class `weapn`: did you mean &weapon?'
  prints 'mine.actors:1: `KEN1`'; prints 'mine.actors:2: the term ends before it begins'
  prints 'mine.classes:1: class `raft` includes itself through `raft2`'; prints 'mine.classes:3: class `boat` includes `&dinghy`'
  story 1 >good
  run 4 code --dictionaries added good; says "mine.frames:2"; lines 0
}

test_lexicon_import() {
  mkdir -p field
  printf -- '--- ZZGRUMBLE [130] ---\nZZGRUMBLE\n- * ENVOY [111]\n- * (WITH +) [046:046]\n- WILL * ENVOY [130]\n' >field/some.verbs.txt
  printf 'BLUE_HARVEST_FRONT_ [KENREB]\n+BHF_\nNAMELESS\n' >field/some.actors.txt
  printf 'BEEKEEPER [~AGR]\n' >field/some.agents.txt
  printf 'SACK_RACE\n' >field/some.discards.txt
  printf 'salt+n:well [WELLS]\n' >field/some.issues.txt
  echo "for people" >field/README
  run 3 lexicon import field -o theirs
  says "field/some.verbs.txt:5: \`will\` before the verb"; says "field/some.actors.txt:3: \`NAMELESS\` has no code"
  prints "field/some.verbs.txt: verbs, 3 entries; 4 of 5 lines read"; prints "README: no dictionary"; prints "2 lines left out"
  run 0 lexicon check --no-examples --dictionaries theirs
  run 0 lexicon list --dictionaries theirs --only; prints "agents/some.agents.agents"
  run 0 lexicon list agents --dictionaries theirs --only; prints "beekeeper"; lines 1
  run 0 lexicon grep 'KENREB*KIND org' --dictionaries theirs --only; prints "blue harvest front"
  run 1 lexicon grep zzqqzz --dictionaries theirs --only; says "no dictionary line"
  run 0 lexicon show zzgrumble --dictionaries theirs; prints "THREATEN"
  echo "The Blue Harvest Front zzgrumbled at Uganda. Kenya accused Uganda of fraud over the sack race and the salt wells." >report.txt
  run 0 code --date 2024-05-06 --format jsonl report.txt; prints '"ACCUSE"'; cp out ours.jsonl
  grep -q KENREB out && fail "ours know the Blue Harvest Front"
  run 0 code --date 2024-05-06 --format jsonl --dictionaries theirs report.txt
  prints "KENREB"; prints '"discarded"'; prints '"WELLS"'; grep -q '"ACCUSE"' out && fail "an event of a discarded sentence is there"
  run 0 code --date 2024-05-06 --format jsonl --dictionaries theirs --only report.txt; grep -q '"ACCUSE"' out && fail "our frames are there"
  run 5 code --dictionaries nowhere report.txt; says "nowhere"
  run 2 code --only report.txt; says "--only"
  run 4 lexicon import field -o other --strict; prints "nothing written"; [ -e other ] && fail "--strict wrote"
  run 5 lexicon import nofile -o other; says "nofile"
  echo "nothing" >plain.txt; run 3 lexicon import plain.txt -o other; says "--kind"
}

test_lexicon_diff() {
  mkdir -p a b
  printf 'rebel : REB\nbeekeeper : AGR\n' >a/x.agents; printf 'rebel : UAF\nguard : MIL\n' >b/x.agents
  printf 'Blue Front : KENREB\n' | tee a/x.actors >b/x.actors
  run 0 lexicon diff a b; prints "- agents beekeeper: AGR"; prints "+ agents guard: MIL"; prints "~ agents rebel: REB => UAF"; lines 5
  run 0 lexicon diff a b -q --kind actors; lines 1; prints "1 the same"
  run 5 lexicon diff a nowhere; says "nowhere"
}

test_case_files() {
  printf '=== a\ndate 2024-05-06\ntext\n  Kenya accused Uganda of fraud.\nexpect\n  event KEN ACCUSE UGA\n  no event KEN ASSAULT UGA\n' >good.case
  printf '=== b\ntext\n  Kenya accused Uganda of fraud.\nexpect\n  event UGA ACCUSE KEN\n' >bad.case
  run 0 test good.case; prints "1 cases, 2 expectations, 0 not met"
  run 1 test .; prints "bad.case:5"
  echo "nonsense" >broken.case
  run 3 test broken.case; says "broken.case:1"
}

test_pairs() {
  printf 'x\tuid\tmarked_sentence\n-\t7\t<s>Kenya</s> accused <t>Uganda</t> of fraud.\nshort\n' >pairs.tsv
  run 3 code --pairs pairs.tsv; prints "$(printf '7\tACCUSE\tallege\t')"; says "pairs.tsv:3"; lines 1
}

# gold_record N TYPE: a line of gold on the text of story N.
gold_record() { printf '{"document":{"id":"s%d","published":"2024-05-%02d","text":"Kenya accused Uganda of fraud on Monday. The president of Kenya met envoy number %d in Nairobi."},"actors":[{"id":"k","name":"Kenya","code":"KEN","country":"KEN","mentions":[[0,5]]},{"id":"u","name":"Uganda","code":"UGA","country":"UGA","mentions":[[14,20]]}],"events":[{"id":"x","trigger":[6,13],"event":"%s","source":["k"],"target":["u"],"status":"occurred"}]}\n' "$1" $(($1 % 28 + 1)) "$1" "$2"; }

test_eval_of_records() {
  { gold_record 1 ACCUSE; gold_record 2 ACCUSE; } >gold.jsonl
  { gold_record 1 ACCUSE; gold_record 2 REJECT; } >run.jsonl
  run 0 eval gold.jsonl gold.jsonl; prints "typed event               1.0000  1.0000  1.0000       2        0       0"
  run 0 eval gold.jsonl; prints "  ACCUSE                  1.0000  1.0000  1.0000       2        0       0"
  run 0 eval gold.jsonl run.jsonl --misses; prints "ACCUSE 'accused' taken for REJECT"; prints "      Kenya accused Uganda of fraud on Monday."
  run 0 eval gold.jsonl gold.jsonl --against run.jsonl --format json -o sheet.json; is "$(wc -c <out)" 0 "bytes beside -o"
  is "$(python3 -c 'import json; d = json.load(open("sheet.json"))["against"]; print(d["changed"][0]["effect"], d["same"], d["figures"]["typed_event"]["f1"])')" "better 1 0.5" "the difference"
  run 0 eval - gold.jsonl <gold.jsonl; prints "gold.jsonl against standard input"
  head -1 run.jsonl >half.jsonl
  run 0 eval gold.jsonl half.jsonl; says "no prediction for s2"
  run 0 eval -q gold.jsonl half.jsonl; [ ! -s err ] || fail "-q was not quiet"
}

test_eval_of_pairs() {
  printf 'uid\tgold_penta\tgold_root\tmarked_sentence\n7\t3\tACCUSE\t<s>Kenya</s> accused <t>Uganda</t> of fraud.\n8\t1\tCONSULT\t"<s>Kenya</s> met <t>Uganda</t> ""again""."\n' >gold.tsv
  run 0 eval gold.tsv; prints "2 rows, 2 predicted (1.0000)"; prints "root    macro-F1 1.0000"
  run 0 code --pairs gold.tsv; mv out run.tsv
  printf '7\tREQUEST\n' >before.tsv
  run 0 eval gold.tsv run.tsv --against before.tsv; prints "7  REQUEST -> ACCUSE, gold ACCUSE  (better)"; prints "8  - -> CONSULT, gold CONSULT  (better)"
  run 0 eval gold.tsv before.tsv --misses; prints "missed CONSULT"
}

test_eval_of_plover_records() {
  cat >gold.json <<'JSON'
[{"event":"DOCUMENT","eventText":"","text":""},
 {"event":"ACCUSE","eventText":"accused","text":"Kenya accused Uganda of fraud.","source":[{"actorText":"Kenya","code":"KEN","sector":"GOV"}],"target":[{"actorText":"Uganda","code":"UGA","sector":""}]}]
JSON
  run 0 eval gold.json; prints "(plover): 1 texts, 1 events"; prints "who-what-whom             1.0000"
  printf '{"id":"1","text":"Kenya accused Uganda of fraud.","event":["AID"],"event_text":["accused"],"actor":[{"code":"KEN"}]}\n' >run.jsonl
  run 0 eval gold.json run.jsonl; prints "who-what-whom             0.0000"; prints "ACCUSE         1"
}

test_eval_refuses() {
  gold_record 1 ACCUSE >gold.jsonl; gold_record 1 ACUSE >typo.jsonl; : >empty; echo "Kenya accused Uganda." >prose; printf 'uid\tgold_root\n7\tAID\n' >bare.tsv
  run 2 eval; says "GOLD is required"
  run 2 eval gold.jsonl --form plvo; says "--form"
  run 2 eval - - <gold.jsonl; says "only one"
  run 5 eval nowhere; says "nowhere: no such file"
  run 5 eval .; says ".: is a directory"
  run 3 eval empty; says "empty: is empty"
  run 3 eval - </dev/null; says "standard input: is empty"
  run 3 eval prose; says "prose: is in no form that eval knows"; says "docs/formats/eval.md"
  run 3 eval typo.jsonl; says 'typo.jsonl:1: `ACUSE` is no PLOVER type'
  run 3 eval gold.jsonl prose; says "prose: is in no form"
  run 3 eval gold.jsonl bare.tsv; says "bare.tsv: these predictions have the form plv"
  run 3 eval bare.tsv; says "bare.tsv: has no column marked_sentence"
  run 5 eval gold.jsonl -o /nowhere/out.txt; says "/nowhere/out.txt"
}

# The figures are those of the scorers that came with the gold, where both lie beside the checkout.
test_interrupt_while_evaluating() {
  gold_record 1 ACCUSE >gold.jsonl; mkfifo pipe
  "$binary" eval gold.jsonl - <pipe >out 2>err & pid=$!
  exec 7>pipe; sleep 0.3; kill -INT $pid; wait $pid; is $? 130 "exit code after Ctrl-C"
  exec 7>&-; says "interrupted"; lines 0
}

test_eval_agrees_with_the_scorers() {
  local gold="$root/../shared/gold"
  [ -e "$gold/score_positions.py" ] && [ -e "$gold/score_plv.py" ] || { echo "  skipped: ../shared/gold/score_*.py are not there"; return; }
  for file in positions.dev seed; do
    run 0 code --format jsonl "$gold/$file.jsonl"; mv out run.jsonl
    run 0 eval "$gold/$file.jsonl" run.jsonl --format json; mv out ours.json
    python3 "$gold/score_positions.py" --json "$gold/$file.jsonl" run.jsonl >theirs.json
    python3 - <<'PY' || fail "another figure than score_positions.py has on $file"
import json, sys
ours, theirs = json.load(open("ours.json")), json.load(open("theirs.json"))
bad = []
def same(name, a, b):
    if (a is None) != (b is None) or (a is not None and abs(a - b) > 1e-12): bad.append(f"{name}: {a}, not {b}")
def tally(name, a, b):
    for mine, its in (("f1", "f1"), ("precision", "precision"), ("recall", "recall"), ("right", "tp"), ("made_up", "fp"), ("missed", "fn")):
        same(f"{name} {mine}", a[mine], b[its])
for mine, its in (("event_detection", "event detection"), ("typed_event", "typed event"), ("who_what_whom", "who-what-whom"), ("attribution", "attribution"), ("actors", "actors")):
    tally(mine, ours[mine], theirs[its])
for kind, counts in theirs["relations"].items(): tally(kind, ours["relations"][kind], counts)
for status, counts in theirs["status"]["per_status"].items(): tally(status, ours["status"]["per_status"][status], counts)
same("statuses", len(ours["status"]["per_status"]), len(theirs["status"]["per_status"]))
same("status", ours["status"]["accuracy"], theirs["status"]["accuracy"]); same("status macro-F1", ours["status"]["macro_f1"], theirs["status"]["macro_f1"])
same("date", ours["date_exact"]["accuracy"], theirs["date"]["exact"]); same("date overlap", ours["date_overlap"]["accuracy"], theirs["date"]["overlap"])
for mine, its in (("connective", "connective accuracy"), ("sense", "sense accuracy"), ("force", "force accuracy")): same(mine, ours[mine]["accuracy"], theirs[its])
same("relation mean", ours["relation_mean"], theirs["relation mean"]); same("overall", ours["overall"], theirs["overall"])
print("\n".join(bad)); sys.exit(bool(bad))
PY
  done
  run 0 code --pairs "$gold/plv.dev.tsv"; mv out run.tsv
  run 0 eval "$gold/plv.dev.tsv" run.tsv --format json; mv out ours.json
  python3 "$gold/score_plv.py" --json "$gold/plv.dev.tsv" run.tsv >theirs.json
  python3 - <<'PY' || fail "another figure than score_plv.py has"
import json, sys
ours, theirs = json.load(open("ours.json")), json.load(open("theirs.json"))
bad = [f"{level} {key}" for level in ("root", "quad", "binary") for key in ("macro_f1", "weighted_f1", "accuracy", "covered_accuracy") if abs(ours[level][key] - theirs[level][key]) > 1e-12]
bad += [name for name, c in theirs["root"]["per_class"].items() if abs(ours["root"]["classes"][name]["f1"] - c["f1"]) > 1e-12]
print(bad); sys.exit(bool(bad))
PY
}

test_version() { run 0 --version; prints "demarche "; is "$(grep -c 'sha256:' out)" 3 "hashes"; }

tests=("$@")
[ ${#tests[@]} -gt 0 ] || mapfile -t tests < <(declare -F | sed -n 's/^declare -f test_//p')
for current in "${tests[@]}"; do
  place=$(mktemp -d)
  cd "$place" || exit 1
  before=$failed; failed=0
  "test_$current"
  [ $failed -eq 0 ] && echo "ok $current" || echo "FAILED $current"
  [ $before -eq 0 ] || failed=1
  cd / && rm -rf "$place"
done
exit $failed
