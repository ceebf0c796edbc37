"use strict";
// The incidents, which of them are chosen, and the one that is explained. Map, table and address show this one state.
(function () {
  const data = JSON.parse(document.getElementById("atlas-data").textContent);
  const incidents = data.incidents;
  const byID = new Map();

  incidents.forEach((incident, order) => {
    incident.order = order;
    incident.at = "location" in incident ? data.locations[incident.location] : null;
    incident.search = searchText(incident);
    incident.sourceKeys = new Set(incident.sources.map(folded));
    byID.set(incident.id, incident);
  });
  // What an earlier release called it leads to it, too.
  for (const incident of incidents) {
    for (const entry of incident.history || []) if (!byID.has(entry.id)) byID.set(entry.id, incident);
  }

  // What spellings of one name have in common: `Al-Monitor` and `al monitor` are the same source.
  function folded(name) {
    const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    return letters || name;
  }

  function searchText(incident) {
    const at = incident.at;
    const words = [incident.place, incident.event, incident.actor, at && at.name, at && at.label, at && at.matched, at && at.governorate,
      ...(incident.identifiers || []), ...incident.sources, ...incident.text.map((piece) => piece[0]),
      ...(incident.columns || []).map((column) => column[1])];
    return words.filter(Boolean).join(" ").toLowerCase();
  }

  const everything = { text: "", assessments: null, area: "", source: "", document: "", from: "", to: "" };
  const state = Object.assign({ incident: null, sort: "date", descending: false }, everything);
  const listeners = [];

  function matchesButForDate(incident) {
    return state.text.toLowerCase().split(/\s+/).every((word) => incident.search.includes(word))
      && (!state.assessments || state.assessments.includes(incident.assessment))
      && (!state.source || incident.sourceKeys.has(folded(state.source)))
      && (!state.document || incident.document === state.document)
      && (!state.area || isIn(incident, state.area));
  }

  // An area is a governorate's code, a country's code, a country's code with "?" for what is in none of its known
  // governorates, or "?" for what is in no known country.
  function isIn(incident, area) {
    if (area === "?") return !incident.country;
    if (area.endsWith("?")) return incident.country === area.slice(0, -1) && !incident.governorate;
    return incident.governorate === area || incident.country === area;
  }

  // A date that is a range matches when the range overlaps the days asked for.
  function matchesDate(incident) {
    if (!state.from && !state.to) return true;
    return Boolean(incident.date) && (!state.from || incident.date[1] >= state.from)
      && (!state.to || incident.date[0] <= state.to);
  }

  function chosen() { return incidents.filter((incident) => matchesButForDate(incident) && matchesDate(incident)); }

  // How many are left out only because they have no date.
  function undatedLeftOut() {
    return state.from || state.to
      ? incidents.filter((incident) => !incident.date && matchesButForDate(incident)).length : 0;
  }

  function update(changes, cause) {
    Object.assign(state, changes);
    writeAddress();
    for (const listener of listeners) listener(state, cause || "filter");
  }

  // The address after "#": what differs from everything, so that a link shows the same.
  function writeAddress() {
    const parameters = new URLSearchParams();
    if (state.incident) parameters.set("incident", state.incident);
    for (const key of ["text", "area", "source", "document", "from", "to"]) if (state[key]) parameters.set(key, state[key]);
    if (state.assessments) parameters.set("assessments", state.assessments.join(","));
    const hash = parameters.toString();
    const current = location.hash.slice(1);
    if (hash !== current && (hash || current.includes("="))) history.replaceState(null, "", "#" + hash);
  }

  // Reads the address; false when it is an anchor of the page or empty.
  function readAddress() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return false;
    const parameters = new URLSearchParams(hash);
    const changes = Object.assign({}, everything, { incident: null });
    for (const key of ["text", "area", "source", "document"]) changes[key] = parameters.get(key) || "";
    for (const key of ["from", "to"]) {
      const day = parameters.get(key) || "";
      changes[key] = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : "";
    }
    const known = data.assessments.map((assessment) => assessment.key);
    const asked = (parameters.get("assessments") || "").split(",").filter((key) => known.includes(key));
    if (parameters.has("assessments")) changes.assessments = asked;
    const incident = byID.get(parameters.get("incident"));
    changes.incident = incident ? incident.id : null;
    Object.assign(state, changes);
    // A link to an incident must show it, whatever else it says.
    if (incident && !chosen().includes(incident)) Object.assign(state, everything);
    for (const listener of listeners) listener(state, "address");
    return true;
  }

  Atlas.data = data;
  Atlas.incidents = {
    all: incidents, state, everything, folded, chosen, undatedLeftOut, update, readAddress,
    get: (id) => byID.get(id), listen: (listener) => listeners.push(listener),
    words: (key) => (data.assessments.find((assessment) => assessment.key === key) || { words: key }).words,
    link: (id) => "#" + new URLSearchParams({ incident: id }),
  };
})();
