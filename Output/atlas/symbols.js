"use strict";
// The symbols of the maps to print, drawn again: a ring divided by assessment, its area in proportion to the number.
(function () {
  const { element } = Atlas;
  const radiusOfOne = 6.5;
  const largestRadius = 34;
  // A ring has room for its number from this radius on.
  const smallestWithCount = 9;

  // The radius of a symbol for a number of incidents where the largest symbol stands for `most`: the area is in
  // proportion to the number.
  function radius(count, most) {
    return Math.min(radiusOfOne, largestRadius / Math.sqrt(Math.max(1, most))) * Math.sqrt(count);
  }

  function key(assessment) { return element("span", { class: "key key-" + assessment, "aria-hidden": "true" }); }

  // How many of each assessment, the sure ones of it first: [{assessment, isSure, count}].
  function sectors(incidents) {
    const list = [];
    for (const { key } of Atlas.data.assessments) {
      for (const isSure of [true, false]) {
        const count = incidents.filter((incident) => incident.assessment === key && incident.at.sure === isSure).length;
        if (count) list.push({ assessment: key, isSure, count });
      }
    }
    return list;
  }

  function inWords(incidents) {
    const parts = Atlas.data.assessments.map(({ key, words }) => {
      const count = incidents.filter((incident) => incident.assessment === key).length;
      return count && count + " " + words;
    });
    return parts.filter(Boolean).join(", ");
  }

  function point(center, radius, turns) {
    const angle = 2 * Math.PI * turns;
    return (center + radius * Math.sin(angle)).toFixed(2) + " " + (center - radius * Math.cos(angle)).toFixed(2);
  }

  // A sector clockwise from the top; a whole circle in two halves, because an arc cannot end where it starts.
  function arc(center, radius, from, to) {
    const middle = to - from === 1 ? "A" + radius + " " + radius + " 0 0 1 " + point(center, radius, from + 0.5) : "";
    return point(center, radius, from) + middle + "A" + radius + " " + radius + " 0 "
      + (to - from > 0.5 && to - from < 1 ? 1 : 0) + " 1 " + point(center, radius, to);
  }

  function ring(incidents, radius) {
    const size = 2 * radius + 3;
    const center = size / 2;
    const total = incidents.length;
    const parts = [element("circle", { cx: center, cy: center, r: radius + 1.2, class: "symbol-halo" })];
    const rims = [];
    let turned = 0;
    for (const { assessment, isSure, count } of sectors(incidents)) {
      const [from, to] = [turned / total, (turned + count) / total];
      turned += count;
      const style = isSure ? "" : " unsure";
      const start = to - from === 1 ? "M" : "M" + center + " " + center + "L";
      parts.push(element("path", { d: start + arc(center, radius, from, to) + "Z", class: "assessment-" + assessment + style }));
      rims.push(element("path", { d: "M" + arc(center, radius, from, to), class: "symbol-rim" + style }));
    }
    if (total > 1 && radius >= smallestWithCount) {
      parts.push(element("circle", { cx: center, cy: center, r: Math.max(7.5, radius * 0.55), class: "symbol-halo" }));
    }
    return element("svg", { class: "symbol", width: size, height: size, viewBox: "0 0 " + size + " " + size, "aria-hidden": "true" },
      parts, rims);
  }

  // The numbers a key of sizes shows: one, the largest, and a round one between.
  function keyNumbers(most) {
    const round = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000].filter((number) => number > most / 8 && number < most / 2);
    return [...new Set([1, ...round.slice(-1), most])];
  }

  // The key of sizes below the map, for the numbers that its symbols stand for.
  function showSizes(counts) {
    const most = Math.max(...counts, 0);
    Atlas.replace(document.getElementById("map-sizes"), most > 0 && keyNumbers(most).map((number) => {
      const size = 2 * radius(number, most) + 2;
      return element("span", { class: "size" },
        element("svg", { width: size, height: size, viewBox: "0 0 " + size + " " + size, "aria-hidden": "true" },
          element("circle", { cx: size / 2, cy: size / 2, r: size / 2 - 1, class: "size-rim" })), " ", number);
    }), most > 0 && (most === 1 ? " incident" : " incidents at one symbol"));
  }

  // Patterns tell assessments apart without color.
  function patterns() {
    return element("svg", { width: 0, height: 0, class: "patterns", "aria-hidden": "true" }, element("defs", {},
      element("pattern", { id: "stripes", width: 3, height: 3, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        element("rect", { width: 3, height: 3, fill: "#f2f2f2" }),
        element("line", { x1: 1.5, y1: 0, x2: 1.5, y2: 3, stroke: "#6e6e6e", "stroke-width": 1.2 })),
      element("pattern", { id: "dots", width: 3, height: 3, patternUnits: "userSpaceOnUse" },
        element("rect", { width: 3, height: 3, fill: "#ffffff" }),
        element("circle", { cx: 1.5, cy: 1.5, r: 0.8, fill: "#009e73" }))));
  }

  Atlas.symbols = { key, radius, ring, inWords, patterns, showSizes, smallestWithCount };
})();
