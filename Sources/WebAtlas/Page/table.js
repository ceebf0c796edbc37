"use strict";
// The table of the chosen incidents, a page at a time, with the explanation of one below its row.
(function () {
  const { element, replace } = Atlas;
  const { state, chosen, update } = Atlas.incidents;
  const rowsPerPage = 50;

  // What a column is sorted by; null where the text states nothing, which comes last in both directions.
  const amount = (range) => (range ? range[0] : null);
  const lower = (text) => (text ? text.toLowerCase() : null);
  const columns = [
    { key: "date", title: "Date", style: "date", value: (incident) => (incident.date ? incident.date[0] : null) },
    { key: "place", title: "Place", value: (incident) => lower(incident.place) },
    { key: "area", title: "Governorate", style: "wide-only",
      value: (incident) => (incident.at && incident.at.governorate) || null },
    { key: "assessment", title: "Assessment", style: "medium-only",
      value: (incident) => Atlas.data.assessments.findIndex(({ key }) => key === incident.assessment) },
    { key: "killed", title: "Killed", about: "People killed, as stated", style: "number", value: (incident) => amount(incident.killed) },
    { key: "injured", title: "Injured", about: "People injured, as stated", style: "number medium-only", value: (incident) => amount(incident.injured) },
    { key: "source", title: "Source", style: "medium-only", value: (incident) => lower(incident.sources[0]) },
  ];

  let page = 0;
  let isPrinting = false;
  let caption, heads, body, pager;

  function sorted() {
    const { value } = columns.find((column) => column.key === state.sort) || columns[0];
    const direction = state.descending ? -1 : 1;
    return chosen().sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      if ((left === null) !== (right === null)) return left === null ? 1 : -1;
      return left < right ? -direction : left > right ? direction : a.order - b.order;
    });
  }

  function head(column) {
    const button = element("button", { type: "button", class: "sort", title: column.about, click: () => {
      page = 0;
      update({ sort: column.key, descending: state.sort === column.key && !state.descending }, "sort");
    } }, column.title);
    return element("th", { scope: "col", class: column.style, "data-key": column.key }, button);
  }

  const assessmentOf = (incident) => [Atlas.symbols.key(incident.assessment), " ", Atlas.incidents.words(incident.assessment)];

  // Whom a number counts.
  const who = (incident, key) => incident[key] && (incident.victims || "civilians");

  function row(incident) {
    const isOpen = state.incident === incident.id;
    const toggle = element("button", {
      type: "button", class: "open", "aria-expanded": String(isOpen), "data-incident": incident.id,
      click: () => update({ incident: isOpen ? null : incident.id }, "table"),
    }, element("bdi", {}, incident.place || "no place named"));
    const at = incident.at;
    const matched = at ? [element("bdi", {}, at.name), element("span", { class: "narrow-only" }, at.governorate && ", " + at.governorate),
      " · " + Atlas.explanation.summary(incident)] : "not on the map";
    const country = Atlas.data.countries[incident.country];
    const number = (key) => (incident[key] ? Atlas.explanation.range(incident[key]) : "–");
    const made = element("tr", { class: isOpen ? "is-open" : null, "data-incident": incident.id },
      element("td", { class: "date" }, incident.date ? incident.date[2] : "–"),
      element("th", { scope: "row" }, toggle, element("small", { class: at && !at.sure ? "unsure" : null }, matched),
        element("span", { class: "small-only" }, element("small", {}, assessmentOf(incident))),
        incident.flags.length > 0 && element("small", { class: "flags" }, "⚠ " + incident.flags.join("; "))),
      element("td", { class: "wide-only" }, at && at.governorate, element("small", {}, country)),
      element("td", { class: "medium-only" }, assessmentOf(incident), incident.reopened && element("small", {}, "reopened")),
      element("td", { class: "number", title: who(incident, "killed") }, number("killed"),
        incident.notCivilians && element("small", {}, incident.victims)),
      element("td", { class: "number medium-only", title: who(incident, "injured") }, number("injured")),
      element("td", { class: "medium-only" }, incident.sources.join("; ")));
    return isOpen ? [made, details(incident)] : made;
  }

  function details(incident) {
    const onMap = Atlas.map && incident.at && element("button", {
      type: "button", class: "plain", click: () => Atlas.map.show(incident, true),
    }, "Show on the map");
    return element("tr", { class: "details" },
      element("td", { colspan: columns.length }, Atlas.explanation(incident, onMap)));
  }

  function turn(step) {
    page += step;
    show(state, "page");
    caption.scrollIntoView({ block: "start" });
  }

  function show(_, cause) {
    const list = sorted();
    const pages = Math.max(1, Math.ceil(list.length / rowsPerPage));
    if (cause === "filter") page = 0;
    if (state.incident && cause !== "page") {
      const index = list.findIndex((incident) => incident.id === state.incident);
      if (index >= 0) page = Math.floor(index / rowsPerPage);
    }
    page = Math.min(page, pages - 1);
    const [first, last] = isPrinting ? [0, list.length] : [page * rowsPerPage, Math.min(list.length, (page + 1) * rowsPerPage)];
    const focused = document.activeElement && body.contains(document.activeElement) ? document.activeElement.dataset.incident : null;
    replace(body, list.slice(first, last).map(row),
      list.length === 0 && element("tr", {}, element("td", { colspan: columns.length }, "None of the ", Atlas.counted(Atlas.incidents.all.length, "incident"), " matches. ",
        element("button", { type: "button", class: "plain", click: () => update({ ...Atlas.incidents.everything }) }, "Show all"))));
    if (focused) focus(focused);
    for (const cell of heads) {
      const isSorted = cell.dataset.key === state.sort;
      if (isSorted) cell.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
    showPager(list.length, first, last, pages);
    if (cause === "address" && state.incident && !Atlas.map) reveal();
  }

  function focus(id) {
    const button = [...body.querySelectorAll("button.open")].find((candidate) => candidate.dataset.incident === id);
    if (button) button.focus({ preventScroll: true });
  }

  function showPager(count, first, last, pages) {
    const button = (label, step, isOff) =>
      element("button", { type: "button", class: "plain", disabled: isOff, click: () => turn(step) }, label);
    replace(caption, count === 0 ? "No incidents match what is chosen above" : [
      count === 1 ? "Incident 1 of 1" : "Incidents " + (first + 1) + "–" + last + " of " + count,
      element("span", { class: "quiet" }, ". Open one for its sentence, its place and the reasons.")]);
    replace(pager, pages > 1 && [button("Previous", -1, page === 0),
      element("span", {}, "Page " + (page + 1) + " of " + pages), button("Next", 1, page === pages - 1)]);
  }

  function reveal() {
    const open = body.querySelector("tr.is-open");
    if (open) open.scrollIntoView({ block: "start" });
  }

  Atlas.table = function () {
    caption = element("caption", {});
    heads = columns.map(head);
    body = element("tbody", {});
    pager = element("div", { class: "pager", role: "group", "aria-label": "Pages of the table" });
    replace(document.getElementById("table-area"),
      element("table", { class: "incidents" }, caption, element("thead", {}, element("tr", {}, heads)), body), pager);
    Atlas.incidents.listen(show);
    show(state, "start");
    // On paper there is no next page to turn to: all chosen incidents are printed.
    addEventListener("beforeprint", () => { isPrinting = true; show(state, "page"); });
    addEventListener("afterprint", () => { isPrinting = false; show(state, "page"); });
  };
})();
