"use strict";
// Which incidents share a symbol at a scale. Every incident is in exactly one group; no symbol is moved to make room.
(function () {
  // More places than this are first added up in the cells of a grid.
  const mostPlaces = 400;
  const cellPixels = 44;
  // A town's position in two lists differs by less than this.
  const sameTownDegrees = 0.1;

  // Incidents at one and the same position: most incidents first.
  function places(incidents) {
    const byPosition = new Map();
    for (const incident of incidents) {
      const key = incident.at.lon + "," + incident.at.lat;
      if (!byPosition.has(key)) byPosition.set(key, []);
      byPosition.get(key).push(incident);
    }
    return [...byPosition.values()].sort((a, b) => b.length - a.length || a[0].order - b[0].order);
  }

  // Symbols at a scale: `project` gives the pixels of a place. A symbol whose rim would hide the middle of a smaller one
  // takes that one in, and stays at its own place.
  function symbols(places, project) {
    let list = places.map((incidents) => ({ places: [incidents], count: incidents.length, at: incidents[0].at, point: project(incidents[0].at) }));
    if (list.length > mostPlaces) list = byCells(list);
    for (;;) {
      const merged = mergedOnce(list);
      if (merged.length === list.length) return merged;
      list = merged;
    }
  }

  function byCells(list) {
    const cells = new Map();
    for (const symbol of list) {
      const key = Math.floor(symbol.point.x / cellPixels) + "," + Math.floor(symbol.point.y / cellPixels);
      const leading = cells.get(key);
      if (leading) add(leading, symbol);
      else cells.set(key, symbol);
    }
    return [...cells.values()].sort((a, b) => b.count - a.count);
  }

  function add(symbol, other) {
    symbol.places.push(...other.places);
    symbol.count += other.count;
  }

  function mergedOnce(list) {
    const most = Math.max(...list.map((symbol) => symbol.count), 1);
    const kept = [];
    for (const symbol of list) {
      symbol.radius = Atlas.symbols.radius(symbol.count, most);
      const larger = kept.find((other) =>
        Math.hypot(other.point.x - symbol.point.x, other.point.y - symbol.point.y) < other.radius + symbol.radius * 0.5);
      if (larger) add(larger, symbol);
      else kept.push(symbol);
    }
    const largest = Math.max(...kept.map((symbol) => symbol.count), 1);
    for (const symbol of kept) symbol.radius = Atlas.symbols.radius(symbol.count, largest);
    return kept.sort((a, b) => b.count - a.count);
  }

  const incidentsOf = (symbol) => symbol.places.flat();

  // What maps call a place.
  const mapName = (at) => at.label || at.name;

  // How many towns of the base are more important: more than there are for a place that is none of them.
  function rank(at) {
    const towns = Atlas.basemap ? Atlas.basemap.towns : [];
    const found = towns.findIndex(([name, lon, lat]) =>
      name === mapName(at) && Math.hypot(lon - at.lon, lat - at.lat) < sameTownDegrees);
    return found < 0 ? Infinity : found;
  }

  // The place that a group is named after: the most important town, else the one it is drawn at.
  function leading(symbol) {
    const ranks = symbol.places.map((place) => rank(place[0].at));
    return symbol.places[Math.max(0, ranks.indexOf(Math.min(...ranks)))][0].at;
  }

  // A name in right-to-left letters does not turn the words after it around: left-to-right marks stand around it.
  const isolated = (name) => (/[\u0590-\u08ff]/.test(name) ? "\u200e" + name + "\u200e" : name);

  // What a group is called: its leading place, and how many others it stands for.
  function name(symbol) {
    const others = symbol.places.length - 1;
    return isolated(mapName(leading(symbol))) + (others ? " + " + others + " nearby" : "");
  }

  Atlas.grouping = { places, symbols, incidentsOf, leading, mapName, name };
})();
