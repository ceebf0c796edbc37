"use strict";
// Everything that is known of one incident: the sentence it came from, the place it was matched to and why, how sure.
(function () {
  const { element, length } = Atlas;

  // A number keeps its unit beside it.
  const unbroken = (text) => text.replaceAll(" ", "\u00a0");
  const percent = (share) => Math.round(share * 100) + " %";

  function sentence(incident) {
    const pieces = incident.text.map(([text, field]) =>
      field ? element("mark", { class: "field-" + field.replace(" ", "-"), title: "read as: " + field }, text) : text);
    const [start, end] = incident.span;
    return element("figure", { class: "sentence" },
      pieces.length > 0 && element("blockquote", {}, element("bdi", {}, pieces)),
      element("figcaption", {}, incident.document + ", line " + incident.line + (end > start ? ", bytes " + start + "–" + end : "")
        + (incident.kind === "coalition release" ? "" : " (" + incident.kind + ")")));
  }

  function warnings(incident) {
    if (!incident.flags.length) return null;
    return element("ul", { class: "warnings", "aria-label": "Warnings" }, incident.flags.map((flag) => element("li", {}, flag)));
  }

  function row(term, ...content) {
    return [element("dt", {}, term), element("dd", {}, content)];
  }

  function range([low, high]) {
    return high === null ? "at least " + low : low === high ? String(low) : low + "–" + high;
  }

  function casualties(incident) {
    const parts = ["killed", "injured"].filter((key) => incident[key]).map((key) => range(incident[key]) + " " + key);
    if (!parts.length) return row("Harmed", "not stated");
    return row("Harmed", parts.join(", "), incident.victims && " (" + incident.victims + ")",
      (incident.others || []).map((other) => element("div", {}, other)));
  }

  // A place the text names, and the answer for it.
  function place(answer, isDrawn) {
    const at = answer.location === null ? null : Atlas.data.locations[answer.location];
    const country = at && (Atlas.data.countries[at.country] || at.country);
    const matched = at && [
      element("bdi", {}, element("b", {}, at.name)),
      at.matched !== at.name && [" by its name ", element("bdi", {}, at.matched)],
      " (" + [at.governorate, country].filter(Boolean).join(", ") + ")",
    ];
    const facts = at && [
      row("Matched entry", matched),
      row("Confidence", percent(at.confidence), !isDrawn || at.sure ? null : " – perhaps elsewhere, drawn pale"),
      row("Uncertainty", "within " + length(at.uncertainty) + " of " + at.lat + "° N, " + at.lon + "° E"),
      row("Stands for", at.precision),
      row("Match", at.match),
      at.because.length > 0 && row("Because", element("ul", { class: "plain" }, at.because.map((reason) => element("li", {}, reason)))),
      row("Entry", element("code", {}, at.entry), at.source && ", " + at.source),
    ];
    return [
      answer.place !== null && row("As written", element("bdi", {}, "“" + answer.place + "”"), answer.status === "resolved" ? null : " – " + answer.status),
      facts,
      answer.because.length > 0 && row("Remarks", answer.because.join("; ")),
    ];
  }

  function places(incident) {
    if (!incident.places.length && !incident.at) return element("dl", { class: "facts" }, row("Place", "none is named"));
    const answers = [...incident.places];
    // A position that a grid or a table gives is none of the named places.
    if (incident.at && !answers.some((answer) => answer.location === incident.location)) {
      answers.unshift({ place: null, status: "resolved", location: incident.location, because: [] });
    }
    return answers.map((answer) => element("dl", { class: "facts" }, place(answer, incident.at && answer.location === incident.location)));
  }

  // Where the position comes from a grid and not from the named place.
  function grid(incident) {
    if (!incident.grid) return null;
    return row("Grid", element("code", {}, incident.grid.reference), " " + incident.grid.because.join("; "));
  }

  function other(incident) {
    const link = (id, words) => element("a", { href: Atlas.incidents.link(id) }, words);
    return [
      row("Assessment", Atlas.symbols.key(incident.assessment), " " + Atlas.incidents.words(incident.assessment),
        incident.reopened && ", reopened"),
      row("Date", incident.date ? incident.date[2] : "not stated", incident.dateInferred && " (not written in full; follows from the text around)",
        incident.formerDate && " (earlier given as " + incident.formerDate + ")"),
      casualties(incident),
      incident.event && row("What", incident.event),
      incident.actor && row("By whom", incident.actor),
      incident.sources.length > 0 && row("Source", incident.sources.join("; ")),
      "previouslyReported" in incident && row("Reported before", incident.previouslyReported ? "yes" : "no"),
      incident.identifiers && row("Numbers", incident.identifiers.join(", ")),
      incident.duplicateOf && row("Duplicate of", incident.duplicateOfID
        ? link(incident.duplicateOfID, incident.duplicateOf) : incident.duplicateOf),
      incident.readingConfidence !== undefined && row("Read with", percent(incident.readingConfidence) + " confidence"),
      grid(incident),
      incident.history && row("Earlier releases", element("ul", { class: "plain" }, incident.history.map((entry) =>
        element("li", {}, entry.words + " (" + entry.basis + ")")))),
      (incident.columns || []).map(([name, value]) => row(name, element("bdi", {}, value))),
    ];
  }

  // One line: what an incident is called in lists.
  function title(incident) {
    return [incident.date ? incident.date[2] : "no date", ", ", element("bdi", {}, incident.place || "no place named")];
  }

  Atlas.explanation = function (incident, extra) {
    return element("div", { class: "explanation" },
      sentence(incident), warnings(incident),
      element("div", { class: "fact-columns" },
        element("dl", { class: "facts" }, other(incident)), element("div", {}, places(incident))),
      element("p", { class: "links" }, extra,
        incident.map && element("a", { href: "#" + incident.map }, "Map to print"), " ",
        element("a", { href: Atlas.incidents.link(incident.id) }, "Link to this incident")));
  };
  Atlas.explanation.title = title;
  Atlas.explanation.range = range;
  Atlas.explanation.summary = (incident) =>
    incident.at ? unbroken("± " + length(incident.at.uncertainty)) + " · " + unbroken(percent(incident.at.confidence)) : "";
})();
