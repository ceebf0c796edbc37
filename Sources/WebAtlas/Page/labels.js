"use strict";
// Names on the interactive map: those of symbols first, then towns by size, then governorates and countries. A name that
// would cover another or a symbol is left out.
(function () {
  const { element, replace } = Atlas;
  const styles = {
    symbol: { height: 16, letter: 7.2 }, town: { height: 14, letter: 6.2 }, governorate: { height: 14, letter: 6.6 },
    country: { height: 16, letter: 9 }, river: { height: 14, letter: 6.2 },
  };

  const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  function box(x, y, name, style, align) {
    const width = [...name].length * styles[style].letter + 4;
    const left = align === "middle" ? x - width / 2 : align === "end" ? x - width : x;
    const { height } = styles[style];
    return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
  }

  function around(point, radius) {
    return { left: point.x - radius, right: point.x + radius, top: point.y - radius, bottom: point.y + radius };
  }

  // The labels for a view: [{name, style, x, y, align}] in pixels of the map, and the towns that got a name.
  function placed(size, symbols, base) {
    const taken = symbols.map((symbol) => around(symbol.point, symbol.radius));
    const labels = [];
    const isInside = (frame) => frame.left >= 0 && frame.right <= size.x && frame.top >= 0 && frame.bottom <= size.y;
    function place(name, style, choices) {
      for (const [x, y, align] of choices) {
        const frame = box(x, y, name, style, align);
        if (!isInside(frame) || taken.some((other) => overlaps(frame, other))) continue;
        taken.push(frame);
        labels.push({ name, style, x, y, align });
        return true;
      }
      return false;
    }
    for (const { point, radius, name } of symbols) {
      place(name, "symbol", [[point.x + radius + 4, point.y, "start"], [point.x - radius - 4, point.y, "end"],
        [point.x, point.y - radius - 10, "middle"], [point.x, point.y + radius + 10, "middle"]]);
    }
    const named = new Set(symbols.map((symbol) => symbol.plainName));
    const towns = base.towns.filter((town) => !named.has(town.name) && place(town.name, "town",
      [[town.point.x + 5, town.point.y, "start"], [town.point.x - 5, town.point.y, "end"]]));
    for (const { name, point, style } of base.areas.filter((area) => !named.has(area.name))) {
      place(name, style, [0, -24, 24, -48, 48].map((shift) => [point.x, point.y + shift, "middle"]));
    }
    for (const { name, points } of base.rivers) {
      place(name, "river", points.map((point) => [point.x, point.y - 10, "middle"]));
    }
    return { labels, towns };
  }

  function show(layer, { labels, towns }) {
    replace(layer, towns.map((town) => positioned(element("i", { class: "town-dot" }), town.point.x, town.point.y)),
      labels.map((label) => positioned(element("span", { class: "label-" + label.style + " align-" + label.align },
        element("bdi", {}, label.name)), label.x, label.y)));
  }

  function positioned(node, x, y) {
    node.style.left = Math.round(x) + "px";
    node.style.top = Math.round(y) + "px";
    return node;
  }

  Atlas.labels = { placed, show };
})();
