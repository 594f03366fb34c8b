#!/bin/sh
# Fuzzes each target for SECONDS (default 60): fuzz/run.sh [SECONDS] [TARGET…]
# New inputs are kept in build/fuzz/corpus; a crash leaves its input there too and ends the script.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
targets=${*:-utf8 offsets jsonl html model annotate}
cmake --preset fuzz >/dev/null
cmake --build build/fuzz -j "${JOBS:-2}"
for target in $targets; do
  echo "== $target, $seconds s"
  mkdir -p "build/fuzz/corpus/$target"
  "build/fuzz/fuzz/${target}_fuzz" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -max_len=20000 \
    -print_final_stats=0 -verbosity=0 -artifact_prefix="build/fuzz/corpus/$target-" \
    "build/fuzz/corpus/$target" "fuzz/seeds/$target"
done
