-- Shortbread 1.0 for tilemaker 2.2: which features of OpenStreetMap go into which layer of the tiles.
-- The schema's text is in the public domain (CC0): https://shortbread-tiles.org/schema/1.0/

local function set(words)
  local members = {}
  for word in words:gmatch("%S+") do members[word] = true end
  return members
end

-- Classes of streets with the zoom from which each is drawn.
local STREETS = {
  motorway = 5, trunk = 6, primary = 8, secondary = 9, tertiary = 10,
  unclassified = 12, residential = 12, living_street = 12, busway = 12,
  service = 13, pedestrian = 13, track = 13, footway = 13, steps = 13, path = 13, cycleway = 13,
}
-- Streets that are drawn over others where they meet.
local STREET_ORDER = {
  motorway = 9, trunk = 8, primary = 7, secondary = 6, tertiary = 5,
  unclassified = 4, residential = 4, living_street = 3, pedestrian = 2, service = 1,
}
local LINKS = set "motorway_link trunk_link primary_link secondary_link tertiary_link"
local RAILS = set "rail light_rail tram subway narrow_gauge funicular monorail"
local STATIONS = set "station halt tram_stop"
local PIERS = set "pier breakwater groyne"
local WATERCOURSES = set "river canal stream ditch"

local LAND = {
  landuse = set [[forest residential industrial commercial retail railway cemetery grass meadow farmland farmyard
    orchard vineyard allotments recreation_ground village_green garages quarry landfill plant_nursery
    greenhouse_horticulture brownfield greenfield]],
  natural = set "sand beach bare_rock scree shingle scrub heath grassland wetland",
  leisure = set "park garden playground golf_course miniature_golf",
  amenity = set "grave_yard",
}
-- Looked at in this order, so that a feature with two of them always goes to the same kind.
local LAND_KEYS = { "landuse", "natural", "leisure", "amenity" }

local SITES = {
  amenity = set "school university college kindergarten hospital parking bicycle_parking prison",
  leisure = set "sports_center stadium",
  landuse = set "construction military",
  military = set "danger_area",
}
local SITE_KEYS = { "amenity", "leisure", "landuse", "military" }

local POI_KEYS = { "amenity", "leisure", "tourism", "shop", "man_made", "historic", "emergency", "office" }
local POI_DETAILS = { "cuisine", "sport", "religion" }
local NO_POIS = set "yes parking bench"

-- Kinds of places with the zoom from which each is named.
local PLACES = {
  country = 1, state = 4, city = 6, town = 7, village = 10, hamlet = 10, suburb = 10, quarter = 11,
  neighbourhood = 10, isolated_dwelling = 10, farm = 10, island = 10, locality = 10,
}

-- Nodes without any of these are not looked at.
node_keys = {
  "place", "addr:housenumber", "amenity", "leisure", "tourism", "shop", "man_made", "historic", "emergency", "office",
  "highway", "railway", "aeroway",
}

function init_function() end
function exit_function() end

local function copy(feature, key)
  local value = feature:Find(key)
  if value ~= "" then feature:Attribute(key, value) end
end

local function has_name(feature)
  return feature:Find("name") ~= ""
end

local function add_names(feature)
  local name = feature:Find("name")
  if name == "" then return end
  local german, english = feature:Find("name:de"), feature:Find("name:en")
  feature:Attribute("name", name)
  feature:Attribute("name_de", german ~= "" and german or name)
  feature:Attribute("name_en", english ~= "" and english or name)
end

local function add_address(feature, begin_layer)
  local number = feature:Find("addr:housenumber")
  if number == "" then return end
  begin_layer("addresses")
  feature:Attribute("housenumber", number)
  feature:Attribute("housename", feature:Find("addr:housename"))
  feature:MinZoom(14)
end

local function is_poi(feature)
  for _, key in ipairs(POI_KEYS) do
    local value = feature:Find(key)
    if value ~= "" and not NO_POIS[value] then return true end
  end
  return false
end

local function add_poi(feature, begin_layer)
  if not has_name(feature) or not is_poi(feature) then return end
  begin_layer("pois")
  feature:MinZoom(14)
  add_names(feature)
  for _, key in ipairs(POI_KEYS) do copy(feature, key) end
  for _, key in ipairs(POI_DETAILS) do copy(feature, key) end
end

local function add_place(node)
  local place = node:Find("place")
  if not PLACES[place] or not has_name(node) then return end
  local is_capital = place == "city" and node:Find("capital") == "yes"
  node:Layer("place_labels", false)
  add_names(node)
  node:Attribute("kind", is_capital and "capital" or place)
  node:AttributeNumeric("population", tonumber(node:Find("population")) or 0)
  node:MinZoom(PLACES[place])
end

local function add_public_transport(node)
  local railway = node:Find("railway")
  local is_bus_stop = node:Find("highway") == "bus_stop"
  if not STATIONS[railway] and not is_bus_stop then return end
  node:Layer("public_transport", false)
  node:Attribute("kind", STATIONS[railway] and railway or "bus_stop")
  add_names(node)
  node:MinZoom(STATIONS[railway] and 13 or 14)
end

function node_function(node)
  local function begin_layer(layer) node:Layer(layer, false) end
  add_place(node)
  if node:Find("highway") == "motorway_junction" then
    begin_layer("street_labels_points")
    add_names(node)
    node:Attribute("kind", "motorway_junction")
    node:Attribute("ref", node:Find("ref"))
    node:MinZoom(12)
  end
  add_public_transport(node)
  add_address(node, begin_layer)
  add_poi(node, begin_layer)
end

local function add_tunnel_and_bridge(way)
  local tunnel, bridge = way:Find("tunnel"), way:Find("bridge")
  local is_tunnel = tunnel == "yes" or tunnel == "building_passage" or way:Find("covered") == "yes"
  way:AttributeBoolean("tunnel", is_tunnel)
  way:AttributeBoolean("bridge", bridge ~= "" and bridge ~= "no")
end

local function add_street_area(way, kind)
  way:Layer("street_polygons", true)
  way:Attribute("kind", kind)
  add_tunnel_and_bridge(way)
  way:MinZoom(11)
  if has_name(way) then
    way:LayerAsCentroid("streets_polygons_labels")
    add_names(way)
    way:Attribute("kind", kind)
    way:MinZoom(14)
  end
end

local function label_zoom(street_zoom)
  if street_zoom < 10 then return 10 end
  if street_zoom < 12 then return 12 end
  return 14
end

local function add_street(way, kind)
  local zoom, oneway = STREETS[kind], way:Find("oneway")
  way:Layer("streets", false)
  way:Attribute("kind", kind)
  way:AttributeBoolean("link", LINKS[way:Find("highway")] == true)
  add_tunnel_and_bridge(way)
  way:AttributeBoolean("rail", false)
  way:AttributeBoolean("oneway", oneway == "yes" or oneway == "1" or way:Find("junction") == "roundabout")
  way:AttributeBoolean("oneway_reverse", oneway == "-1")
  for _, key in ipairs { "surface", "service", "bicycle", "tracktype" } do copy(way, key) end
  way:ZOrder(STREET_ORDER[kind] or 0)
  way:MinZoom(zoom)
  if has_name(way) or way:Find("ref") ~= "" then
    way:Layer("street_labels", false)
    add_names(way)
    way:Attribute("kind", kind)
    way:Attribute("ref", way:Find("ref"))
    way:MinZoom(label_zoom(zoom))
  end
end

local function add_rail(way, kind)
  way:Layer("streets", false)
  way:Attribute("kind", kind)
  way:AttributeBoolean("rail", true)
  way:Attribute("service", way:Find("service"))
  add_tunnel_and_bridge(way)
  way:ZOrder(-1)
  way:MinZoom(kind == "rail" and 8 or 10)
end

local function water_kind(way)
  local natural, waterway = way:Find("natural"), way:Find("waterway")
  if waterway == "riverbank" or waterway == "dock" then return waterway end
  if natural == "water" then
    if waterway ~= "" then return waterway end
    return way:Find("water") == "river" and "river" or "water"
  end
  local landuse = way:Find("landuse")
  local is_basin = landuse == "basin" or landuse == "reservoir" or way:Find("leisure") == "swimming_pool"
  if is_basin then return waterway ~= "" and waterway or "basin" end
  return nil
end

local function add_water_area(way)
  local kind = water_kind(way)
  if kind then
    way:Layer("water_polygons", true)
    way:Attribute("kind", kind)
    way:AttributeNumeric("way_area", way:Area())
    way:MinZoom(4)
    if has_name(way) then
      way:LayerAsCentroid("water_polygons_labels")
      add_names(way)
      way:Attribute("kind", "water")
      way:AttributeNumeric("way_area", way:Area())
      way:MinZoom(14)
    end
  elseif way:Find("natural") == "glacier" then
    way:Layer("water_polygons", true)
    way:Attribute("kind", "glacier")
    way:MinZoom(4)
  end
end

local function add_land(way)
  for _, key in ipairs(LAND_KEYS) do
    local kind = way:Find(key)
    if LAND[key][kind] then
      if kind == "wetland" then
        local wetland = way:Find("wetland")
        kind = wetland ~= "" and wetland or "marsh"
      end
      way:Layer("land", true)
      way:Attribute("kind", kind)
      way:MinZoom(11)
      return
    end
  end
  if way:Find("natural") == "wood" then
    way:Layer("land", true)
    way:Attribute("kind", "forest")
    way:MinZoom(7)
  end
end

local function add_sites(way)
  for _, key in ipairs(SITE_KEYS) do
    local kind = way:Find(key)
    if SITES[key][kind] then
      way:Layer("sites", true)
      way:Attribute("kind", kind)
      way:MinZoom(14)
    end
  end
end

local function add_area(way)
  local building, man_made = way:Find("building"), way:Find("man_made")
  if building ~= "" and building ~= "no" then
    way:Layer("buildings", true)
    way:MinZoom(14)
  end
  add_water_area(way)
  add_land(way)
  add_sites(way)
  if PIERS[man_made] then
    way:Layer("pier_polygons", true)
    way:Attribute("kind", man_made)
    way:MinZoom(12)
  elseif man_made == "bridge" then
    way:Layer("bridges", true)
    way:Attribute("kind", "bridge")
    way:MinZoom(12)
  end
  local function begin_layer(layer) way:LayerAsCentroid(layer) end
  add_address(way, begin_layer)
  add_poi(way, begin_layer)
end

local function add_line(way)
  local man_made, waterway = way:Find("man_made"), way:Find("waterway")
  if PIERS[man_made] then
    way:Layer("pier_lines", false)
    way:Attribute("kind", man_made)
    way:MinZoom(12)
  elseif WATERCOURSES[waterway] then
    way:Layer("water_lines", false)
    way:Attribute("kind", waterway)
    add_tunnel_and_bridge(way)
    way:MinZoom(waterway == "stream" and 14 or 9)
    if has_name(way) then
      way:Layer("water_lines_labels", false)
      add_names(way)
      way:Attribute("kind", waterway)
      way:MinZoom(14)
    end
  end
end

-- The highest level of the administrative boundaries that a way is part of; 2 is a country's.
local function admin_level(way)
  local highest = nil
  while way:NextRelation() do
    if way:FindInRelation("boundary") == "administrative" then
      local level = tonumber(way:FindInRelation("admin_level")) or 99
      if not highest or level < highest then highest = level end
    end
  end
  return highest
end

local function add_boundary(way)
  local level = admin_level(way)
  if level ~= 2 and level ~= 4 then return end
  way:Layer("boundaries", false)
  way:AttributeNumeric("admin_level", level)
  way:AttributeBoolean("maritime", way:Find("maritime") == "yes")
  way:AttributeBoolean("disputed", false)
  way:MinZoom(level == 2 and 0 or 7)
end

function way_function(way)
  local is_closed = way:IsClosed()
  local street = way:Find("highway"):gsub("_link$", "")
  local railway, aerialway = way:Find("railway"), way:Find("aerialway")
  if STREETS[street] then
    if is_closed and way:Find("area") == "yes" then add_street_area(way, street) else add_street(way, street) end
  elseif RAILS[railway] then
    add_rail(way, railway)
  end
  if way:Find("route") == "ferry" then
    way:Layer("ferries", false)
    way:Attribute("kind", "ferry")
    add_names(way)
    way:MinZoom(10)
  end
  if aerialway ~= "" then
    way:Layer("aerialways", false)
    way:Attribute("kind", aerialway)
    way:MinZoom(12)
  end
  if is_closed then add_area(way) else add_line(way) end
  add_boundary(way)
end

function relation_scan_function(relation)
  if relation:Find("type") == "boundary" and relation:Find("boundary") == "administrative" then relation:Accept() end
end

function attribute_function()
  return {}
end
