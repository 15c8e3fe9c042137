#!/bin/sh
# Makes a page of one article and opens it in the browser.
#
#   samples/shell/one_article.sh samples/articles/talks.txt
#
# Shows: the shortest way from an article to something to look at. Begin here.
set -eu

article=$1
folder=${2:-$(mktemp -d)}

dateline build "$article" --to html -o "$folder"
echo "$folder/timeline.html"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  xdg-open "$folder/timeline.html"
fi
