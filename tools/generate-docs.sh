#!/usr/bin/env bash
# Rewrites the pages that are made from the program itself. A test fails when they are stale.
set -euo pipefail
bin=$1
"$bin" docs cli > docs/cli.md
"$bin" docs errors > docs/errors.md
"$bin" docs rules > docs/rules.md
