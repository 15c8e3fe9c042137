#!/bin/sh
# Keeps a timeline of articles that come one by one: reads each article once, joins it to what is
# there, and says what it changed.
#
#   samples/shell/as_they_come.sh port.json samples/articles/ultimatum-1.txt
#   samples/shell/as_they_come.sh port.json samples/articles/ultimatum-2.txt
#
# Shows: reading and merging told apart (so can many machines share the reading), and what a new
# article changes. Read deadlines.sh first.
set -eu

timeline=$1
shift

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dateline read "$@" > "$scratch/new.jsonl"
if [ ! -e "$timeline" ]; then
  dateline merge "$scratch/new.jsonl" -o "$timeline"
  exit
fi
# Merging is the same in any order and any number of times, so an article that comes twice is no
# trouble.
dateline merge "$timeline" "$scratch/new.jsonl" -o "$scratch/joined.json"
dateline diff "$timeline" "$scratch/joined.json"
mv "$scratch/joined.json" "$timeline"
