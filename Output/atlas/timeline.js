"use strict";
// Choosing by date: two handles over a histogram, and the same days as fields.
(function () {
  const { element, replace } = Atlas;
  const { all, state, update } = Atlas.incidents;

  const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
  const longestInDays = 120;

  const dayNumber = (text) => Math.round(Date.parse(text + "T00:00:00Z") / 86400000);
  const dayText = (number) => new Date(number * 86400000).toISOString().slice(0, 10);

  // Steps of months, or of days where all lies within a few months. A step knows its first and its last day.
  function steps(first, last) {
    if (dayNumber(last) - dayNumber(first) <= longestInDays) {
      const count = dayNumber(last) - dayNumber(first) + 1;
      return Array.from({ length: count }, (_, index) => {
        const day = dayText(dayNumber(first) + index);
        return { first: day, last: day, words: words(day), year: day.slice(0, 4) };
      });
    }
    const list = [];
    let [year, month] = first.split("-").map(Number);
    for (;;) {
      const start = String(year).padStart(4, "0") + "-" + String(month).padStart(2, "0");
      if (start > last.slice(0, 7)) return list;
      const end = dayText(dayNumber(nextMonth(year, month)) - 1);
      list.push({ first: start + "-01", last: end, words: monthNames[month - 1] + " " + year, year: String(year) });
      [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    }
  }

  function nextMonth(year, month) {
    const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
    return String(y).padStart(4, "0") + "-" + String(m).padStart(2, "0") + "-01";
  }

  function words(day) {
    const [year, month, number] = day.split("-").map(Number);
    return monthNames[month - 1] + " " + number + ", " + year;
  }

  function histogram(list, dated) {
    const counts = list.map(() => 0);
    const starts = list.map((step) => step.first);
    for (const incident of dated) counts[stepOf(starts, incident.date[0])] += 1;
    const most = Math.max(...counts);
    const bars = counts.map((count, index) => element("rect", {
      x: index + 0.1, width: 0.8, y: 30 - (28 * count) / most, height: (28 * count) / most,
    }, element("title", {}, list[index].words + ": " + count)));
    const box = element("svg", {
      class: "histogram", viewBox: "0 0 " + list.length + " 30", preserveAspectRatio: "none", "aria-hidden": "true",
    }, bars);
    return { box, bars };
  }

  // The last step that begins on or before the day.
  function stepOf(starts, day) {
    let index = starts.length - 1;
    while (index > 0 && starts[index] > day) index -= 1;
    return index;
  }

  function years(list) {
    const marks = [];
    list.forEach((step, index) => {
      if (index === 0 || step.year !== list[index - 1].year) marks.push({ year: step.year, index });
    });
    // The first year is often cut short: it gives way to the second.
    if (marks.length > 1 && marks[1].index < list.length * 0.1) marks.shift();
    const apart = Math.ceil(marks.length / 8);
    return element("div", { class: "years", "aria-hidden": "true" },
      marks.filter((_, number) => number % apart === 0).map((mark) => {
        const span = element("span", {}, mark.year);
        span.style.left = (100 * mark.index) / list.length + "%";
        return span;
      }));
  }

  Atlas.timeline = function () {
    const dated = all.filter((incident) => incident.date);
    const undated = all.length - dated.length;
    if (!dated.length) return null;
    const first = dated.reduce((day, { date }) => (date[0] < day ? date[0] : day), dated[0].date[0]);
    const last = dated.reduce((day, { date }) => (date[1] > day ? date[1] : day), dated[0].date[1]);
    const list = steps(first, last);
    const starts = list.map((step) => step.first);
    const { box, bars } = histogram(list, dated);

    const handle = (label, change) => element("input", {
      type: "range", min: 0, max: list.length - 1, step: 1, "aria-label": label, input: change,
    });
    const low = handle("Earliest date", () => choose(Math.min(+low.value, +high.value), +high.value));
    const high = handle("Latest date", () => choose(+low.value, Math.max(+low.value, +high.value)));
    const field = (label, key) => element("input", {
      type: "date", min: first, max: last, "aria-label": label, change: (event) => update({ [key]: event.target.value }),
    });
    const chosenDays = element("span", { class: "quiet" });
    const from = field("From day", "from");
    const to = field("To day", "to");

    function choose(lowest, highest) {
      update({
        from: lowest === 0 ? "" : list[lowest].first, to: highest === list.length - 1 ? "" : list[highest].last,
      });
    }

    function show() {
      const lowest = state.from ? stepOf(starts, state.from) : 0;
      const highest = state.to ? stepOf(starts, state.to) : list.length - 1;
      low.value = lowest;
      high.value = highest;
      low.setAttribute("aria-valuetext", "from " + words(state.from || first));
      high.setAttribute("aria-valuetext", "to " + words(state.to || last));
      const isAll = !state.from && !state.to;
      replace(chosenDays, words(state.from || first) + " – " + words(state.to || last),
        isAll && undated > 0 && ", and " + undated + " undated");
      from.value = state.from;
      to.value = state.to;
      bars.forEach((bar, index) => bar.setAttribute("class", index < lowest || index > highest ? "out" : "in"));
      // Where both handles meet at the end, the left one must be on top, or neither could be moved.
      low.style.zIndex = lowest > (list.length - 1) / 2 ? 3 : 2;
    }

    Atlas.incidents.listen(show);
    show();
    return element("fieldset", { class: "field timeline" },
      element("legend", { class: "label" }, "Date ", chosenDays),
      element("div", { class: "slider" }, box, low, high, years(list)),
      element("div", { class: "days" }, from, element("span", { "aria-hidden": "true" }, "–"), to));
  };
})();
