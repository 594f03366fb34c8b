#!/usr/bin/env bash
# What `make demo` shows: the examples read into a database, and the record of one of them.
set -euo pipefail
bin=$1
db=build/demo.db
rm -f "$db" "$db-wal" "$db-shm"

say() { printf '\n\033[1m$ %s\033[0m\n' "$*"; }
[[ -t 1 ]] || say() { printf '\n$ %s\n' "$*"; }

# The first lines of what a command prints; all of it is read, so that the command does not write into a closed pipe.
first_lines() { awk -v most="$1" 'NR <= most; END { if (NR > most) print "  … (" NR - most " lines more)" }'; }

say onrecord read examples --db "$db"
"$bin" read examples --db "$db"
say onrecord show sandrel-port-strike --db "$db"
"$bin" show sandrel-port-strike --db "$db" | first_lines 62
say onrecord search ferry --db "$db"
"$bin" search ferry --db "$db" | first_lines 14
"$bin" annotate examples --format html > build/demo.html

cat <<EOF

The database is $db; a page of the same records, for your browser, is build/demo.html. What to try next:
  $bin show the-last-ferry --db $db        another article: an id, or the end of its name
  $bin explain ROW --db $db                why a row exists: give an id from above (s…, f…, t…, e…)
  $bin export --table statements --db $db --format csv
  $bin read YOUR_FOLDER --db news.db                your own texts, pages or JSON Lines
  sqlite3 $db 'select speaker, content_text from statements limit 5'
  $bin --help
EOF
