"""Packs MBTiles into one PMTiles file.

    pack.py TILES.mbtiles OUTPUT.pmtiles
"""

import sys

from pmtiles.convert import mbtiles_to_pmtiles


def main():
    tiles, output = sys.argv[1:]
    mbtiles_to_pmtiles(tiles, output, maxzoom=None)


if __name__ == "__main__":
    main()
