"use strict";
// Makes elements. Text from reports goes through here and becomes text nodes only: no script of the page sets markup.
window.Atlas = window.Atlas || {};

(function () {
  const svgNames = new Set(["svg", "circle", "path", "rect", "line", "pattern", "defs", "title"]);

  // Controls that reorder the text around them are written out, as on the rest of the page.
  function visible(text) {
    return String(text).replace(/[\u202A-\u202E\u2066-\u2069]/g,
      (mark) => "[U+" + mark.charCodeAt(0).toString(16).toUpperCase() + "]");
  }

  // An element with attributes and children; a child that is null or false is left out. An attribute that is a function
  // is called when the event of that name happens.
  function element(name, attributes, ...children) {
    const made = svgNames.has(name)
      ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (typeof value === "function") made.addEventListener(key, value);
      else made.setAttribute(key, value === true ? "" : visible(value));
    }
    append(made, children);
    return made;
  }

  function append(parent, children) {
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false) continue;
      parent.append(child instanceof Node ? child : document.createTextNode(visible(child)));
    }
  }

  function replace(parent, ...children) {
    parent.replaceChildren();
    append(parent, children);
  }

  function counted(number, noun, plural) {
    return number + " " + (number === 1 ? noun : plural || noun + "s");
  }

  // 900 m, 1.5 km, 116 km
  function length(meters) {
    if (meters < 1000) return Math.round(meters) + " m";
    return (meters < 10000 ? Math.round(meters / 100) / 10 : Math.round(meters / 1000)) + " km";
  }

  Object.assign(Atlas, { element, replace, counted, length, visible });
})();
