"use strict";
// Starts what the page has incidents for, and the interactive map when Leaflet lies beside the page.
(function () {
  const { element, replace } = Atlas;

  function load(source) {
    return new Promise((resolve, reject) => {
      document.head.append(element("script", { src: source, load: resolve, error: () => reject(new Error(source)) }));
    });
  }

  function loadStyle(source) {
    return new Promise((resolve) => {
      document.head.prepend(element("link", { rel: "stylesheet", href: source, load: resolve, error: resolve }));
    });
  }

  async function startMap() {
    if (!Atlas.incidents.all.some((incident) => incident.at)) {
      return explainMissing("No incident has a certain place: there is nothing to draw on a map.");
    }
    try {
      await load("leaflet/leaflet.js");
    } catch {
      return explainMissing("The interactive map needs the Leaflet library in a folder ", element("code", {}, "leaflet"),
        " beside this page, and it is not there. Everything else is here; the maps to print show the same incidents.");
    }
    await Promise.all([loadStyle("leaflet/leaflet.css"), load("atlas/basemap.js")]);
    Atlas.startPanel();
    Atlas.startMap();
  }

  function explainMissing(...why) {
    const notice = document.getElementById("map-notice");
    replace(notice, why);
    notice.hidden = false;
    document.getElementById("map-counts").hidden = true;
    document.querySelector("#map-area .skip").hidden = true;
  }

  async function start() {
    if (!Atlas.data.incidents.length) return;
    document.body.append(Atlas.symbols.patterns());
    document.getElementById("explore").hidden = false;
    Atlas.filters();
    Atlas.table();
    await startMap();
    Atlas.incidents.readAddress();
    addEventListener("hashchange", () => Atlas.incidents.readAddress());
    document.documentElement.dataset.ready = Atlas.map ? "map" : "table";
  }

  start();
})();
