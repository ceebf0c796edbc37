"""The page opens from disk, alone, and is sound."""

import re

import html5lib
import pytest


def test_nothing_is_wrong_in_the_console(any_run, browser):
    messages = browser.open(any_run)
    if (any_run.folder / "leaflet").exists():  # as after every run on a machine that has it
        assert messages == []
    else:  # A browser says itself that a file is missing; nothing else is said.
        assert len(messages) == 1 and "leaflet/leaflet.js" in messages[0]


def test_nothing_comes_from_elsewhere(any_run, browser):
    browser.open(any_run)
    folder = any_run.folder.as_uri()
    requests = browser.requests()
    assert len(requests) > 10 and all(request.startswith((folder, "data:")) for request in requests)
    links = browser.js("return [...document.querySelectorAll('[src], [href]')].map((e) => e.src || e.href)")
    assert all(link.startswith((folder, "data:,")) for link in links)


def test_every_link_leads_somewhere(any_run, browser):
    browser.open(any_run)
    targets = browser.js(
        "return [...document.querySelectorAll('a[href]:not(.map a)')].map((a) => decodeURIComponent(a.getAttribute('href')))")
    anchors = set(browser.js("return [...document.querySelectorAll('[id]')].map((e) => e.id)"))
    for target in targets:
        if target.startswith("#incident="):
            assert browser.js("return Boolean(Atlas.incidents.get(arguments[0]))", target[len("#incident="):])
        elif target.startswith("#"):
            assert target[1:] in anchors, target
        else:
            assert (any_run.folder / target).is_file(), target


def test_every_picture_is_drawn(any_run, browser):
    browser.open(any_run)
    browser.js("for (const image of document.images) image.loading = 'eager'")
    browser.wait("[...document.images].every((image) => image.complete)")
    assert browser.js("return [...document.images].every((image) => image.naturalWidth > 0 && image.alt)")


def test_the_markup_is_valid(any_run):
    source = (any_run.folder / "index.html").read_bytes()
    html5lib.HTMLParser(strict=True).parse(source)


def test_without_any_place_there_is_no_map(nowhere, browser):
    browser.open(nowhere)
    assert "nothing to draw" in browser.one("#map-notice").text and not browser.all(".glyph")
    assert browser.shown() == 2 and len(browser.all("table.incidents tbody tr")) == 2
    browser.click(browser.one("button.open"))
    assert "Xyzzyabad" in browser.one("tr.details blockquote").text


def test_without_leaflet_all_but_the_map_is_there(bare, browser):
    browser.open(bare)
    assert browser.one("#map-notice").is_displayed() and not browser.one("#map").is_displayed()
    assert len(browser.all("table.incidents tbody tr")) == 50
    assert len(browser.all(".sheet img")) == 9
    browser.open(bare, "#incident=release.txt%235")
    assert "Ash Shajlah" in browser.one("tr.details blockquote").text
    assert browser.js("return document.querySelector('tr.is-open').getBoundingClientRect().top") < 900


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(any_run, browser, scheme):
    browser.media(scheme)
    try:
        browser.open(any_run)
        browser.js("const button = document.querySelector('button.open'); if (button) button.click()")
        poor = browser.js(CONTRAST)
    finally:
        browser.media("light")
    assert poor == []


# Every text outside the map, whose names have halos, against the first opaque ground behind it (WCAG 2.2, 1.4.3).
CONTRAST = """
const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
  .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
const ground = (node) => {
  for (; node; node = node.parentElement) {
    const color = numbers(getComputedStyle(node).backgroundColor);
    if (color.length === 3 || color[3] > 0.99) return color;
  }
  return [255, 255, 255];
};
const poor = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode, parent = node.parentElement;
  if (!node.textContent.trim() || parent.closest('.map, script, noscript, .skip, :disabled, option') || !parent.getClientRects().length) continue;
  const [a, b] = [light(numbers(getComputedStyle(parent).color)), light(ground(parent))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) poor.push(node.textContent.trim().slice(0, 40) + ' ' + ratio.toFixed(2));
}
return poor;
"""


def test_the_page_can_be_read_by_its_structure(any_run, browser):
    browser.open(any_run)
    problems = browser.js(STRUCTURE)
    assert problems == []


STRUCTURE = """
const problems = [];
const isShown = (e) => e.getClientRects().length > 0;
const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter(isShown).map((e) => Number(e.tagName[1]));
levels.forEach((level, index) => { if (index && level > levels[index - 1] + 1) problems.push('heading ' + index + ' skips a level'); });
if (levels.filter((level) => level === 1).length !== 1) problems.push('not one h1');
for (const name of ['header', 'nav', 'main', 'footer']) if (document.querySelectorAll('body > ' + name + ', header > ' + name).length !== 1) problems.push(name);
for (const table of document.querySelectorAll('table')) if (!table.caption || !table.caption.textContent.trim()) problems.push('a table without a caption');
for (const field of document.querySelectorAll('input, select')) if (!field.labels.length && !field.getAttribute('aria-label')) problems.push('a field without a name');
for (const button of document.querySelectorAll('button')) if (!button.textContent.trim() && !button.getAttribute('aria-label')) problems.push('a button without a name');
for (const part of document.querySelectorAll('[aria-labelledby]')) if (!document.getElementById(part.getAttribute('aria-labelledby'))) problems.push('a missing label');
const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
if (new Set(ids).size !== ids.length) problems.push('an id twice');
return problems;
"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_it_never_scrolls_sideways(any_run, browser, width):
    browser.open(any_run, width=width)
    browser.js("const button = document.querySelector('button.open'); if (button) button.click()")
    assert browser.js("return document.documentElement.scrollWidth") <= width


def test_paper_has_every_chosen_incident(example, browser):
    browser.open(example)
    browser.js("dispatchEvent(new Event('beforeprint'))")
    assert len(browser.all("table.incidents tbody tr")) == 133
    browser.js("dispatchEvent(new Event('afterprint'))")
    assert len(browser.all("table.incidents tbody tr")) == 50


def test_maps_to_print_are_legible_on_a_phone(example, browser):
    browser.open(example, width=390, height=844)
    sheets = browser.js(
        "return [...document.querySelectorAll('.sheet source')].map((e) => ({path: e.srcset, isShown: matchMedia(e.media)"
        ".matches, scale: e.parentElement.querySelector('img').getBoundingClientRect().width / e.width}))")
    assert len(sheets) == len(browser.all(".sheet")) > 5
    for sheet in sheets:
        text = (example.folder / sheet["path"]).read_text()
        sizes = [float(size) for size in re.findall(r"font-size: ([0-9.]+)", text)]
        assert sheet["isShown"] and min(sizes) * sheet["scale"] >= 11, (sheet, min(sizes))
    browser.open(example, width=1300)
    assert browser.js("return [...document.querySelectorAll('.sheet source')].some((e) => matchMedia(e.media).matches)") is False


@pytest.mark.parametrize("width", [360, 1300])
def test_no_word_of_a_table_is_broken(example, browser, width):
    browser.open(example, width=width)
    broken = browser.js(BROKEN_WORDS)
    assert broken == []


# A word is broken where its letters stand on two lines.
BROKEN_WORDS = """
const broken = [];
for (const cell of document.querySelectorAll('table.incidents th, table.incidents td, table.areas th, table.ledger th')) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    for (const match of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) broken.push(match[0]);
    }
  }
}
return broken;
"""


def test_it_works_from_a_server_too(example, bare, browser, served):
    for run, ready in ((example, "map"), (bare, "table")):
        messages = browser.open_address(served(run) + "/index.html")
        assert browser.js("return document.documentElement.dataset.ready") == ready
        assert all("leaflet/leaflet.js" in message for message in messages), messages
