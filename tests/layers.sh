#!/usr/bin/env bash
# Fails if a folder of src/ includes a folder that does not stand above it in layers.txt, or is missing there.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t order < <(grep -v '^#' layers.txt | grep -v '^$')
declare -A rank
for i in "${!order[@]}"; do rank[${order[$i]}]=$i; done
bad=0
for dir in src/*/; do
  folder=$(basename "$dir")
  if [ -z "${rank[$folder]:-}" ]; then echo "src/$folder: not in layers.txt"; bad=1; continue; fi
  while IFS=: read -r file line include; do
    other=${include#*\"}; other=${other%%/*}
    [ -n "${rank[$other]:-}" ] || { echo "$file:$line: includes \"$other/\", which is not in layers.txt"; bad=1; continue; }
    if (( ${rank[$other]} > ${rank[$folder]} )); then
      echo "$file:$line: $folder includes $other, which stands below it in layers.txt"; bad=1
    fi
  done < <(grep -rnE --include='*.h' --include='*.cpp' '^#include "[a-z_]+/' "$dir" || true)
done
exit $bad
