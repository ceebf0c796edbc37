"use strict";
// The project's own boundaries, rivers, lakes and towns as layers: there is no tile server.
(function () {
  // Positions from steps of whole numbers.
  function path(steps, unit) {
    const positions = [];
    let [lon, lat] = [0, 0];
    for (let index = 0; index < steps.length; index += 2) {
      lon += steps[index];
      lat += steps[index + 1];
      positions.push([lat * unit, lon * unit]);
    }
    return positions;
  }

  const area = (polygons, unit) => polygons.map((rings) => rings.map((ring) => path(ring, unit)));
  const lines = (list, unit) => list.map((line) => path(line, unit));

  // Where there is a base: not valid when it has no country.
  const extent = (base) => L.latLngBounds(base.countries.flatMap((country) => area(country.area, base.step).flat(2)));

  function add(map, base, focus) {
    const style = (fill, stroke, weight) => ({
      fill: fill !== null, fillColor: fill, fillOpacity: 1, stroke: stroke !== null, color: stroke, weight,
      interactive: false, smoothFactor: 0, lineJoin: "round",
    });
    const unit = base.step;
    // The base ends somewhere: what lies beyond is left as paper, not drawn as sea.
    const sheet = extent(base);
    if (sheet.isValid()) L.rectangle(sheet, style("#d5e6ee", null, 0)).addTo(map);
    for (const country of base.countries) {
      L.polygon(area(country.area, unit), style(focus.has(country.code) ? "#fdfcfa" : "#e5e3de", null, 0)).addTo(map);
    }
    for (const governorate of base.governorates) {
      L.polygon(area(governorate.area, unit), style(null, "#b3aea5", 0.8)).addTo(map);
    }
    for (const lake of base.lakes) L.polygon(area(lake.area, unit), style("#d5e6ee", "#8fb4c8", 0.6)).addTo(map);
    for (const river of base.rivers) L.polyline(lines(river.lines, unit), style(null, "#7fadc6", 1.4)).addTo(map);
    for (const country of base.countries) L.polygon(area(country.area, unit), style(null, "#857f75", 1.2)).addTo(map);
  }

  // Names and where they belong, in degrees: an area's is in the middle of its largest part.
  function names(base) {
    const middle = (areas, style) => areas.map(({ name, area: polygons }) => {
      const bounds = polygons.map((rings) => L.latLngBounds(path(rings[0], base.step)));
      const size = (box) => (box.getNorth() - box.getSouth()) * (box.getEast() - box.getWest());
      const largest = bounds.reduce((best, box) => (size(box) > size(best) ? box : best), bounds[0]);
      return { name: style === "country" ? name.toUpperCase() : name, style, center: largest.getCenter(), bounds: largest };
    }).filter(({ bounds }) => bounds);
    return {
      areas: [...middle(base.governorates, "governorate"), ...middle(base.countries, "country")],
      rivers: base.rivers.map(({ name, lines: list }) => ({ name, positions: lines(list, base.step).flat() })),
      towns: base.towns.map(([name, lon, lat]) => ({ name, position: [lat, lon] })),
    };
  }

  Atlas.basemapLayers = { add, extent, names, area, lines };
})();
