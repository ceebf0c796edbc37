"use strict";
// The interactive map: the chosen incidents over the project's own base. Starts when Leaflet and the base are there.
(function () {
  const { element, replace, counted } = Atlas;
  const { state, chosen } = Atlas.incidents;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const circleStyle = { fill: true, fillColor: "#ffffff", fillOpacity: 0.25, color: "#3a3733", weight: 1.2, dashArray: "4 3", interactive: false };
  // From this scale on rivers and borders are visibly simplified.
  const generalizedFrom = 9.5;
  // The ring around the symbol of the incident that is explained.
  const ringPixels = 6;
  // More circles than this would be a mesh.
  const mostCircles = 60;

  let map, framing, circles, spreads, names, labelLayer;
  let glyphs = new Map();
  let pointPlaces = [];
  let spreadPlaces = [];
  let visible = [];
  let shownZoom = null;
  let labeledFor = null;

  const position = (at) => L.latLng(at.lat, at.lon);
  const circle = (at) => L.circle(position(at), { ...circleStyle, radius: at.uncertainty });

  function footprint(at) {
    const unit = Atlas.data.step;
    const style = { ...circleStyle, color: "#0b6fa4", weight: 2.2, dashArray: "6 3", fillColor: "#0b6fa4", fillOpacity: 0.07 };
    if (at.area) return L.polygon(Atlas.basemapLayers.area(at.area, unit), style);
    if (at.lines) return L.polyline(Atlas.basemapLayers.lines(at.lines, unit), { ...style, fill: false });
    return circle(at);
  }

  const bounds = (at) => (at.area || at.lines ? footprint(at).getBounds() : position(at).toBounds(2 * at.uncertainty));

  function start() {
    const box = document.getElementById("map");
    box.hidden = false;
    document.getElementById("map-legend").hidden = false;
    map = L.map(box, {
      preferCanvas: true, attributionControl: false, scrollWheelZoom: false, minZoom: 4, maxZoom: 14, zoomSnap: 0.25, maxBoundsViscosity: 1,
      zoomAnimation: !isStill, fadeAnimation: !isStill, markerZoomAnimation: !isStill, inertia: !isStill,
    });
    // The wheel scrolls the page until the reader turns to the map.
    box.addEventListener("focusin", () => map.scrollWheelZoom.enable());
    box.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
    L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map);
    const focus = new Set(Atlas.incidents.all.filter((incident) => incident.at).map((incident) => incident.at.country));
    map.setView([34, 42], 6);
    Atlas.basemapLayers.add(map, Atlas.basemap, focus);
    names = Atlas.basemapLayers.names(Atlas.basemap);
    spreads = L.layerGroup().addTo(map);
    circles = L.layerGroup().addTo(map);
    labelLayer = element("div", { class: "map-labels leaflet-zoom-hide", "aria-hidden": "true" });
    map.getPane("overlayPane").after(labelLayer);
    map.on("moveend zoomend resize", draw);
    // The panel beside it changes its width.
    framing = Atlas.framing(map, boundsOf(Atlas.incidents.all), Atlas.basemapLayers.extent(Atlas.basemap));
    new ResizeObserver(framing.resized).observe(box);
    Atlas.incidents.listen(update);
    fit(chosen(), false);
    collect();
    draw();
  }

  function update(_, cause) {
    if (cause === "filter" || cause === "address") {
      collect();
      draw();
    }
    if (cause === "address" && state.incident) show(Atlas.incidents.get(state.incident), true);
    else showSelected();
  }

  // The places of the chosen incidents.
  function collect() {
    const located = chosen().filter((incident) => incident.at);
    pointPlaces = Atlas.grouping.places(located.filter((incident) => incident.at.point));
    spreadPlaces = Atlas.grouping.places(located.filter((incident) => !incident.at.point));
    shownZoom = null;
    spreads.clearLayers();
    const drawn = new Set();
    for (const incidents of spreadPlaces) {
      for (const { location, at } of incidents) {
        if (!drawn.has(location)) footprint(at).addTo(spreads);
        drawn.add(location);
      }
    }
  }

  // Draws the symbols and names in view. Those that stay are kept, so that the focus stays too.
  function draw() {
    const zoom = map.getZoom();
    const project = (at) => map.project(position(at), zoom);
    const symbols = [
      ...Atlas.grouping.symbols(spreadPlaces, project).map((symbol) => ({ ...symbol, isSpread: true, radius: 11 })),
      ...Atlas.grouping.symbols(pointPlaces, project),
    ];
    Atlas.symbols.showSizes(symbols.filter((symbol) => !symbol.isSpread).map((symbol) => symbol.count));
    const view = map.getBounds();
    visible = symbols.filter((symbol) => view.contains(position(symbol.at)));
    const focused = document.activeElement && document.activeElement.dataset.first;
    const kept = new Map();
    for (const symbol of visible) {
      const incidents = Atlas.grouping.incidentsOf(symbol);
      const key = [zoom, symbol.isSpread, symbol.radius.toFixed(1), ...incidents.map((incident) => incident.order)].join(" ");
      kept.set(key, glyphs.get(key) || glyph(symbol, incidents));
    }
    for (const [key, marker] of glyphs) if (!kept.has(key)) marker.remove();
    for (const [key, marker] of kept) if (!glyphs.has(key)) marker.addTo(map);
    glyphs = kept;
    if (shownZoom !== zoom) circles.clearLayers();
    shownZoom = zoom;
    drawLabels();
    showCounts(symbols);
    if (focused) refocus(focused);
    showSelected();
  }

  // The symbol that now holds what the focused one began with.
  function refocus(id) {
    if (document.activeElement && document.activeElement.dataset.first) return;
    for (const marker of glyphs.values()) {
      if (marker.incidents.some((incident) => incident.id === id)) marker.getElement().firstChild.focus({ preventScroll: true });
    }
  }

  function glyph(symbol, incidents) {
    const label = Atlas.grouping.name(symbol) + ": " + counted(incidents.length, "incident") + ", " + Atlas.symbols.inWords(incidents);
    const count = incidents.length > 1 || symbol.isSpread;
    const hasRoom = symbol.isSpread || symbol.radius >= Atlas.symbols.smallestWithCount;
    const hover = () => showCircles(symbol);
    const leave = () => { circles.clearLayers(); showSelected(); };
    const button = element("button", {
      type: "button", class: symbol.isSpread ? "glyph spread" : "glyph", "aria-label": label, title: label,
      "data-count": incidents.length, "data-first": incidents[0].id,
      mouseenter: hover, focus: hover, mouseleave: leave, blur: leave,
      click: () => Atlas.panel.open(incidents, symbol, button),
    }, symbol.isSpread ? null : Atlas.symbols.ring(incidents, symbol.radius),
      count && hasRoom && element("span", { class: "glyph-count" }, incidents.length));
    L.DomEvent.disableClickPropagation(button);
    const size = Math.max(24, 2 * symbol.radius + 3);
    const marker = L.marker(position(symbol.at), {
      keyboard: false, zIndexOffset: -symbol.count,
      icon: L.divIcon({ className: "glyph-frame", html: button, iconSize: [size, size] }),
    });
    marker.incidents = incidents;
    return marker;
  }

  const isSelected = (symbol) => symbol.places.some((place) => place.some((incident) => incident.id === state.incident));

  function showCircles(symbol) {
    circles.clearLayers();
    const seen = new Set();
    for (const { location, at } of symbol.places.flat()) {
      if (seen.has(location) || seen.size >= mostCircles) continue;
      seen.add(location);
      (symbol.isSpread ? footprint(at) : circle(at)).addTo(circles);
    }
  }

  function showSelected() {
    const incident = state.incident && Atlas.incidents.get(state.incident);
    if (labeledFor !== state.incident) drawLabels();
    for (const marker of glyphs.values()) {
      const frame = marker.getElement();
      if (frame) frame.classList.toggle("is-selected", Boolean(incident) && marker.incidents.includes(incident));
    }
    if (incident && incident.at && circles.getLayers().length === 0) {
      const layer = incident.at.point ? circle(incident.at) : footprint(incident.at);
      layer.setStyle({ weight: 2.2 }).addTo(circles);
    }
  }

  function drawLabels() {
    labeledFor = state.incident;
    const size = map.getSize();
    const toPoint = (latLng) => map.latLngToContainerPoint(latLng);
    const isIn = (point) => point.x > 0 && point.y > 0 && point.x < size.x && point.y < size.y;
    const zoom = map.getZoom();
    const symbols = visible.map((symbol) => ({
      point: toPoint(position(symbol.at)), radius: symbol.radius + (isSelected(symbol) ? ringPixels : 0), name: Atlas.grouping.name(symbol), plainName: Atlas.grouping.mapName(Atlas.grouping.leading(symbol)),
    }));
    const rivers = names.rivers.map(({ name, positions }) => {
      const points = positions.map(toPoint).filter(isIn);
      return { name, points: [0.5, 0.3, 0.7].map((part) => points[Math.floor(points.length * part)]).filter(Boolean) };
    }).filter((river) => river.points.length > 0);
    const base = {
      // As many towns as the scale has use for.
      towns: names.towns.map((town) => ({ name: town.name, point: toPoint(town.position) })).filter((town) => isIn(town.point))
        .slice(0, zoom < 6 ? 8 : zoom < 8 ? 16 : 60),
      areas: names.areas.filter((area) => area.style === "country" ? zoom < 8 : zoom >= 6)
        .map((area) => ({ ...area, point: toPoint(area.center) })).filter((area) => isIn(area.point)),
      rivers,
    };
    const origin = map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(labelLayer, origin);
    Atlas.labels.show(labelLayer, Atlas.labels.placed(size, symbols, base));
  }

  // Where the chosen incidents are: the numbers add up to all of them.
  function showCounts(symbols) {
    const sum = (list) => list.reduce((total, symbol) => total + symbol.count, 0);
    const spread = visible.filter((symbol) => symbol.isSpread);
    const points = visible.filter((symbol) => !symbol.isSpread);
    const unplaced = chosen().filter((incident) => !incident.at);
    const outside = sum(symbols) - sum(visible);
    const entry = (count, kind, words, action) => count > 0 && element("li", { "data-kind": kind, "data-count": count },
      element("b", {}, count), " ", action ? element("button", { type: "button", class: "plain", click: action }, words) : words);
    document.getElementById("map-caution").hidden = map.getZoom() < generalizedFrom;
    replace(document.getElementById("map-counts"),
      entry(sum(points), "point", "at a place in view"),
      entry(sum(spread), "spread", "known only to an area or river, in view"),
      entry(outside, "outside", "outside the view: show all", () => fit(chosen(), true)),
      entry(unplaced.length, "unplaced", "without a certain place: list them", (event) =>
        Atlas.panel.open(unplaced, null, event.currentTarget)));
  }

  function fit(incidents, animate) {
    const box = boundsOf(incidents);
    if (box.isValid()) framing.fit(box, { animate: animate && !isStill, maxZoom: 11 });
  }

  function boundsOf(incidents) {
    const located = incidents.filter((incident) => incident.at);
    return located.reduce((sum, { at }) => sum.extend(at.point ? position(at) : bounds(at)), L.latLngBounds([]));
  }

  // Goes to an incident's place, so near that its circle fills a good part of the map.
  function show(incident, opensPanel) {
    if (opensPanel) Atlas.panel.explain(incident);
    // The panel takes some of the width: the place belongs into the middle of what is left.
    framing.resized();
    if (incident.at) map.fitBounds(bounds(incident.at).pad(0.6), { animate: !isStill, maxZoom: 13 });
    document.getElementById("map-area").scrollIntoView({ block: "start" });
    showSelected();
  }

  Atlas.startMap = function () {
    start();
    Atlas.map = { show, fit, leaflet: map };
  };
})();
