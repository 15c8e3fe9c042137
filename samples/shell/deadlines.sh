#!/bin/sh
# Lists the deadlines of a folder of articles, the next one first: day, force, what is due. Then the
# whole timeline as a table for a spreadsheet.
#
#   samples/shell/deadlines.sh samples/articles timeline.csv
#
# Shows: tables from the command line, with nothing but sort and cut. Read one_article.sh first.
set -eu

articles=$1
table=${2:-timeline.csv}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dateline build "$articles" --to json,csv -o "$scratch" --quiet
mv "$scratch/timeline.csv" "$table"

# `query` answers with tabs between the columns and a heading: when, factuality, kind, title ...
tab=$(printf '\t')
dateline query "$scratch/timeline.json" events --type deadline | tail -n +2 |
  sed "s/^$tab/date not known$tab/" | sort
echo "all events: $table"
