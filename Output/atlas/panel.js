"use strict";
// What is beside the map: the incidents of a symbol, and the explanation of one of them.
(function () {
  const { element, replace, counted } = Atlas;
  const { state, update } = Atlas.incidents;
  const panel = document.getElementById("panel");
  let group = null;

  // Opens the panel on the incidents of a symbol; on its explanation when it is only one.
  function open(incidents, symbol, opener) {
    group = { incidents, symbol, opener };
    if (incidents.length === 1) choose(incidents[0]);
    else list();
  }

  function choose(incident) {
    update({ incident: incident.id }, "map");
    turnTo();
  }

  // On a narrow screen the panel is below the map, out of sight.
  function turnTo() {
    panel.focus({ preventScroll: true });
    if (panel.getBoundingClientRect().top > innerHeight * 0.6) panel.scrollIntoView({ block: "start" });
  }

  // Explains an incident that was not chosen from a symbol.
  function explain(incident) {
    group = null;
    fill(incident);
  }

  function frame(title, ...content) {
    panel.hidden = false;
    document.getElementById("map-area").classList.add("has-panel");
    replace(panel, element("div", { class: "panel-head" }, element("h3", {}, title),
      element("button", { type: "button", class: "close", "aria-label": "Close the explanation", click: close }, "×")), content);
    panel.scrollTop = 0;
  }

  function fill(incident) {
    const back = group && group.incidents.length > 1 && element("button", {
      type: "button", class: "plain", click: list,
    }, "All " + counted(group.incidents.length, "incident") + " here");
    frame(Atlas.explanation.title(incident), back, Atlas.explanation(incident));
  }

  function list() {
    if (state.incident) update({ incident: null }, "map");
    const { incidents, symbol } = group;
    const title = symbol ? Atlas.grouping.name(symbol) : "Without a certain place";
    const byDate = (a, b) => ((a.date || ["9999"])[0] < (b.date || ["9999"])[0] ? -1 : 1);
    const entry = (incident) => element("li", {}, element("button", {
      type: "button", class: "choice", click: () => choose(incident),
    }, Atlas.symbols.key(incident.assessment), " ", Atlas.explanation.title(incident)));
    const zoom = symbol && symbol.places.length > 1 && element("button", {
      type: "button", class: "plain", click: () => Atlas.map.fit(incidents, true),
    }, "Zoom to these places");
    frame(title, element("p", { class: "quiet" }, counted(incidents.length, "incident") + ": " + Atlas.symbols.inWords(incidents) + ". ", zoom),
      symbol ? symbol.places.map((place) => [
        symbol.places.length > 1 && element("h4", {}, element("bdi", {}, Atlas.grouping.mapName(place[0].at))), element("ul", { class: "choices" }, [...place].sort(byDate).map(entry)),
      ]) : element("ul", { class: "choices" }, [...incidents].sort(byDate).map(entry)));
    turnTo();
  }

  function close() {
    const opener = group && group.opener;
    hide();
    update({ incident: null }, "map");
    // The map may have drawn its symbols anew since.
    const symbol = opener && (opener.isConnected ? opener
      : opener.dataset.first && document.querySelector('.glyph[data-first="' + CSS.escape(opener.dataset.first) + '"]'));
    if (symbol) symbol.focus();
    else document.getElementById("map").focus({ preventScroll: true });
  }

  function hide() {
    group = null;
    panel.hidden = true;
    document.getElementById("map-area").classList.remove("has-panel");
  }

  Atlas.startPanel = function () {
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    Atlas.incidents.listen((_, cause) => {
      const incident = state.incident && Atlas.incidents.get(state.incident);
      // What is opened in the table is explained there: the panel follows, but does not open above it.
      const opens = cause === "map" || cause === "address";
      if (incident && Atlas.map && (opens || !panel.hidden)) fill(incident);
      else if (!incident && cause !== "map" && cause !== "sort") hide();
    });
    Atlas.panel = { open, explain };
  };
})();
