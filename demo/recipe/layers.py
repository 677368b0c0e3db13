"""Writes tilemaker's description of the Shortbread layers to standard output.

    layers.py OCEAN.shp
"""

import json
import sys

MAX_ZOOM = 14

# The layers of https://shortbread-tiles.org/schema/1.0/ and the zoom from which each is filled.
MIN_ZOOM = {
    "land": 7,
    "sites": 14,
    "water_polygons": 4,
    "water_lines": 9,
    "pier_polygons": 12,
    "pier_lines": 12,
    "street_polygons": 11,
    "bridges": 12,
    "streets": 5,
    "buildings": 14,
    "aerialways": 12,
    "ferries": 10,
    "boundaries": 0,
    "addresses": 14,
    "pois": 14,
    "public_transport": 12,
    "water_polygons_labels": 14,
    "water_lines_labels": 14,
    "streets_polygons_labels": 14,
    "street_labels": 10,
    "street_labels_points": 12,
    "place_labels": 3,
    "boundary_labels": 2,
}

SIMPLIFIED = {"simplify_below": 13, "simplify_level": 0.0002, "simplify_ratio": 2}


def layers(ocean):
    described = {
        "ocean": {"minzoom": 0, "maxzoom": MAX_ZOOM, "source": ocean, **SIMPLIFIED, "simplify_level": 0.0001}
    }
    for name, min_zoom in MIN_ZOOM.items():
        described[name] = {"minzoom": min_zoom, "maxzoom": MAX_ZOOM}
    for name in ("land", "water_polygons", "streets"):
        described[name].update(SIMPLIFIED)
    return described


def settings():
    return {
        "minzoom": 0,
        "maxzoom": MAX_ZOOM,
        "basezoom": MAX_ZOOM,
        "include_ids": False,
        "combine_below": MAX_ZOOM,
        "name": "Shortbread",
        "version": "1.0",
        "description": "Shortbread vector tiles",
        "compress": "gzip",
        "filemetadata": {"attribution": "© OpenStreetMap contributors (ODbL 1.0)"},
    }


def main():
    (ocean,) = sys.argv[1:]
    json.dump({"layers": layers(ocean), "settings": settings()}, sys.stdout)


if __name__ == "__main__":
    main()
