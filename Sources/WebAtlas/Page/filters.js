"use strict";
// The form that chooses incidents, for the map and the table alike.
(function () {
  const { element, replace, counted } = Atlas;
  const { all, state, everything, folded, update } = Atlas.incidents;
  const controls = {};

  function labeled(label, control, style) {
    return element("label", { class: "field " + (style || "") }, element("span", { class: "label" }, label), control);
  }

  function textField() {
    controls.text = element("input", {
      type: "search", autocomplete: "off", spellcheck: "false", placeholder: "a place, a source, a word",
      input: () => update({ text: controls.text.value }),
    });
    return labeled("Text", controls.text, "wide");
  }

  function choice(key, label, options) {
    controls[key] = element("select", { change: () => update({ [key]: controls[key].value }) },
      options.map(([value, words]) => element("option", { value }, words)));
    return labeled(label, controls[key]);
  }

  function tally(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  }

  // Each source by its most frequent spelling.
  function sources() {
    const spellings = byCount(tally(all.flatMap((incident) => incident.sources)));
    const names = new Map();
    for (const [name] of spellings) if (!names.has(folded(name))) names.set(folded(name), name);
    const counts = byCount(tally(all.flatMap((incident) => [...incident.sourceKeys])));
    return [["", "All sources"], ...counts.map(([key, count]) => [names.get(key), names.get(key) + " (" + count + ")"])];
  }

  const byCount = (counts) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

  // Countries, below each its governorates, then what is in none.
  function areas() {
    const options = [["", "All places"]];
    const names = Atlas.data.countries;
    for (const country of Object.keys(names).sort((a, b) => (names[a] < names[b] ? -1 : 1))) {
      const inside = all.filter((incident) => incident.country === country);
      if (!inside.length) continue;
      options.push([country, names[country] + " (" + inside.length + ")"]);
      const governorates = new Map();
      for (const incident of inside) if (incident.governorate) governorates.set(incident.governorate, incident.at.governorate);
      const counts = tally(inside.map((incident) => incident.governorate));
      for (const [code, name] of [...governorates].sort((a, b) => (a[1] < b[1] ? -1 : 1))) {
        options.push([code, "\u2003" + name + " (" + counts.get(code) + ")"]);
      }
      const others = inside.filter((incident) => !incident.governorate).length;
      if (others) options.push([country + "?", "\u2003no single governorate (" + others + ")"]);
    }
    const nowhere = all.filter((incident) => !incident.country).length;
    if (nowhere) options.push(["?", "country not stated (" + nowhere + ")"]);
    return options;
  }

  function assessments() {
    const counts = tally(all.map((incident) => incident.assessment));
    controls.assessments = Atlas.data.assessments.map(({ key, words }) => {
      const box = element("input", { type: "checkbox", value: key, change: readAssessments });
      return { box, label: element("label", { class: "check" }, box, Atlas.symbols.key(key), " " + words + " ",
        element("span", { class: "quiet" }, counts.get(key))) };
    });
    return element("fieldset", { class: "field wide" }, element("legend", { class: "label" }, "Assessment"),
      element("div", { class: "checks" }, controls.assessments.map((control) => control.label)));
  }

  function readAssessments() {
    const boxes = controls.assessments.map((control) => control.box);
    update({ assessments: boxes.every((box) => box.checked) ? null : boxes.filter((box) => box.checked).map((box) => box.value) });
  }

  function show() {
    if (controls.text.value !== state.text) controls.text.value = state.text;
    for (const key of ["area", "document"]) if (controls[key]) controls[key].value = state[key];
    // An address may spell the source in another way than its option does.
    const source = [...controls.source.options].find((option) => folded(option.value) === folded(state.source));
    controls.source.value = source ? source.value : "";
    for (const { box } of controls.assessments) box.checked = !state.assessments || state.assessments.includes(box.value);
    const chosen = Atlas.incidents.chosen().length;
    const undated = Atlas.incidents.undatedLeftOut();
    replace(document.getElementById("count"),
      element("b", {}, chosen + (chosen === all.length ? "" : " of " + all.length)), " ",
      all.length === 1 ? "incident" : "incidents",
      undated > 0 && "; " + counted(undated, "more has", "more have") + " no date and cannot be chosen by date");
    controls.reset.disabled = Object.keys(everything).every((key) => state[key] === everything[key]);
  }

  Atlas.filters = function () {
    const form = document.getElementById("filters");
    controls.reset = element("button", { type: "button", class: "plain", click: () => update({ ...everything }) }, "Show all");
    const documents = Atlas.data.documents;
    replace(form, textField(), choice("area", "Place", areas()), choice("source", "Source", sources()),
      documents.length > 1 && choice("document", "Document",
        [["", "All documents"], ...documents.map((name) => [name, name])]),
      assessments(), Atlas.timeline(), element("div", { class: "field reset" }, controls.reset));
    form.addEventListener("submit", (event) => event.preventDefault());
    Atlas.incidents.listen(show);
    show();
  };
})();
