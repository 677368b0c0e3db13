"""Writes the sea of an extract as a shapefile, which tilemaker asks for.

    ocean.py EXTRACT.osm.pbf WEST,SOUTH,EAST,NORTH OUTPUT.shp

The coastline of the extract cuts its box into cells. In OpenStreetMap the water lies to the right of a coastline, so a
cell with more coastline that has it on the right than on the left is sea.
"""

import sys

import osmium
import shapefile
from shapely.geometry import LineString, Point, box
from shapely.ops import linemerge, polygonize, unary_union

# How far to the side of a coastline, in degrees, a cell is looked for.
ASIDE = 1e-7

# How far beyond the box, in degrees, an open end of the coastline is drawn.
BEYOND = 1e-4

WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
)


class Coastline(osmium.SimpleHandler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def way(self, way):
        if way.tags.get("natural") == "coastline":
            corners = [(node.lon, node.lat) for node in way.nodes if node.location.valid()]
            if len(corners) > 1:
                self.lines.append(LineString(corners))


def coastline(extract):
    handler = Coastline()
    handler.apply_file(extract, locations=True)
    return handler.lines


def merged(lines):
    """The lines joined end to end."""
    joined = linemerge(lines) if len(lines) > 1 else lines[0]
    return [joined] if joined.geom_type == "LineString" else list(joined.geoms)


def extended(line, area):
    """The line with its open ends drawn out of the box: extracts are cut a little inside of it."""
    if line.is_closed:
        return line
    corners = list(line.coords)
    first, last = corners[0], corners[-1]
    if area.contains(Point(first)):
        corners.insert(0, outside(first, area))
    if area.contains(Point(last)):
        corners.append(outside(last, area))
    return LineString(corners)


def outside(corner, area):
    """The place just beyond the nearest edge of the box."""
    (x, y), (west, south, east, north) = corner, area.bounds
    edges = [
        (x - west, (west - BEYOND, y)),
        (east - x, (east + BEYOND, y)),
        (y - south, (x, south - BEYOND)),
        (north - y, (x, north + BEYOND)),
    ]
    return min(edges)[1]


def is_sea(cell, lines):
    """Whether more of the coastline has the cell on its right than on its left."""
    right_of = 0.0
    for line in lines:
        for (x1, y1), (x2, y2) in zip(line.coords, line.coords[1:]):
            dx, dy = x2 - x1, y2 - y1
            length = (dx * dx + dy * dy) ** 0.5
            if length == 0:
                continue
            x, y, aside = (x1 + x2) / 2, (y1 + y2) / 2, ASIDE / length
            if cell.contains(Point(x + dy * aside, y - dx * aside)):
                right_of += length
            elif cell.contains(Point(x - dy * aside, y + dx * aside)):
                right_of -= length
    return right_of > 0


def sea(lines, area):
    if not lines:
        return []
    # The box goes in as a line: as an area it would swallow the coast.
    cuts = [LineString(area.exterior.coords)] + [extended(line, area) for line in merged(lines)]
    cells = [cell for cell in polygonize(unary_union(cuts)) if cell.representative_point().within(area)]
    return [cell for cell in cells if is_sea(cell, lines)]


def rings(polygon):
    """The rings of a polygon as a shapefile wants them: the outer one clockwise, holes the other way."""
    outer, holes = list(polygon.exterior.coords), [list(hole.coords) for hole in polygon.interiors]
    if polygon.exterior.is_ccw:
        outer.reverse()
    for ring, hole in zip(polygon.interiors, holes):
        if not ring.is_ccw:
            hole.reverse()
    return [outer, *holes]


def write(polygons, output):
    with shapefile.Writer(output, shapeType=shapefile.POLYGON) as writer:
        writer.field("id", "N")
        for number, polygon in enumerate(polygons):
            writer.poly(rings(polygon))
            writer.record(number)
    with open(output.removesuffix(".shp") + ".prj", "w") as projection:
        projection.write(WGS84)


def main():
    extract, bbox, output = sys.argv[1:]
    area = box(*(float(edge) for edge in bbox.split(",")))
    polygons = sea(coastline(extract), area)
    write(polygons, output)
    share = sum(polygon.area for polygon in polygons) / area.area
    print(f"{len(polygons)} areas of sea cover {share:.1%} of the box", file=sys.stderr)


if __name__ == "__main__":
    main()
