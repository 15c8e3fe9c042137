# installed_package.sh CMAKE SOURCE BUILD COMPILER: installs the build into a scratch folder, builds
# the samples against it, and runs both.
cmake=$1 source=$2 build=$3 compiler=$4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$cmake" --install "$build" --prefix "$scratch/prefix" >/dev/null
"$cmake" -S "$source/samples/cpp" -B "$scratch/samples" -DCMAKE_PREFIX_PATH="$scratch/prefix" \
  -DCMAKE_CXX_COMPILER="$compiler" >/dev/null
"$cmake" --build "$scratch/samples"

"$scratch/prefix/bin/dateline" build "$source/samples/articles/ruling.txt" --to json \
  >"$scratch/timeline.json"
"$scratch/samples/own_format" "$scratch/timeline.json" | grep -q '^## Tuesday 30 Sep 2025$'
"$scratch/samples/print_timeline" "$source/samples/articles/ruling.txt" | grep -q 'Tuesday 30 Sep'
