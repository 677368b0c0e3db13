#!/bin/sh
# Makes vector tiles (Shortbread schema, zoom 0 to 14) of an OpenStreetMap extract.
#
#   make-tiles.sh EXTRACT.osm.pbf WEST,SOUTH,EAST,NORTH OUTPUT.pmtiles
#
# Needs tilemaker 2.2 or newer, and Python 3 with the packages osmium, shapely, pyshp and pmtiles;
# set PYTHON to the interpreter that has them.
set -eu

if [ $# -ne 3 ]; then
    echo "usage: $0 EXTRACT.osm.pbf WEST,SOUTH,EAST,NORTH OUTPUT.pmtiles" >&2
    exit 2
fi
extract=$1 bbox=$2 output=$3
python=${PYTHON:-python3}
recipe=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" "$recipe/ocean.py" "$extract" "$bbox" "$work/ocean.shp"
"$python" "$recipe/layers.py" "$work/ocean.shp" >"$work/layers.json"
# Without --bbox tilemaker stops at once on an extract whose header has none. With several threads it writes the same
# features in another order each time; with one, the same bytes.
tilemaker --input "$extract" --bbox "$bbox" --output "$work/tiles.mbtiles" \
    --config "$work/layers.json" --process "$recipe/shortbread.lua" --threads 1
"$python" "$recipe/pack.py" "$work/tiles.mbtiles" "$output"
