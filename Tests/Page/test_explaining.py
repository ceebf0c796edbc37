"""Every incident leads to its sentence, its place and the reasons; with a mouse, with keys, by its address."""

import pytest
from selenium.webdriver.common.keys import Keys

CIRCLES = """
const radii = [];
Atlas.map.leaflet.eachLayer((layer) => { if (layer instanceof L.Circle) radii.push(Math.round(layer.getRadius())); });
return radii;
"""


def zoom_to(browser, latitude, longitude, zoom):
    browser.js("Atlas.map.leaflet.setView([arguments[0], arguments[1]], arguments[2], {animate: false})",
               latitude, longitude, zoom)


def test_hovering_shows_how_far_off_it_may_be(example, browser):
    browser.open(example)
    zoom_to(browser, 34.69, 40.83, 12)
    assert browser.js(CIRCLES) == []
    hajin = browser.glyph("Hajin: ")
    browser.hover(hajin)
    radii = {p["uncertainty_m"] for p in (f["properties"] for f in example.features) if p["place_name"] == "Hajin"}
    assert set(browser.js(CIRCLES)) == radii and radii
    browser.hover(browser.one("#count"))
    assert browser.js(CIRCLES) == []
    browser.js("arguments[0].focus()", hajin)
    assert set(browser.js(CIRCLES)) == radii


def test_a_symbol_leads_to_the_sentence(example, browser):
    browser.open(example)
    zoom_to(browser, 34.35, 40.72, 12)
    browser.click(browser.glyph("Kharayij: "))
    feature = next(f for f in example.features if f["properties"]["place"] == "Kharayij")
    properties = feature["properties"]
    start, end = properties["span"]
    entry = example.source.read_bytes()[start:end].decode()
    panel = browser.one("#panel")
    assert panel.find_element("css selector", "blockquote").text == " ".join(entry.split())
    for text in (f"line {properties['line']}", f"bytes {start}–{end}", properties["place_id"], "97 %", "“Kharayij”"):
        assert text in panel.text, text
    for reason in properties["because"]:
        assert reason in panel.text
    marked = browser.texts("#panel mark")
    assert marked[:3] == ["Dec. 24, 2017", "Kharayij", "self-report"] and "Three civilians" in marked[3]
    # The table shows the same, and so does the address.
    assert browser.one("tr.details blockquote").text == " ".join(entry.split())
    assert browser.js("return new URLSearchParams(location.hash.slice(1)).get('incident')") == feature["id"]


def test_a_symbol_of_many_lists_them_all(example, browser):
    browser.open(example)
    largest = browser.js(
        "return [...document.querySelectorAll('.glyph')].sort((a, b) => b.dataset.count - a.dataset.count)[0]")
    count = int(largest.get_attribute("data-count"))
    browser.click(largest)
    assert len(browser.all("#panel .choice")) == count
    browser.click(browser.all("#panel .choice")[-1])
    assert browser.one("#panel blockquote").text
    browser.click(next(b for b in browser.all("#panel button") if "incidents here" in b.text))
    assert len(browser.all("#panel .choice")) == count


def test_those_without_a_place_are_one_step_away(example, browser):
    browser.open(example)
    browser.click(browser.one("li[data-kind=unplaced] button"))
    places = [f["properties"]["place"] for f in example.features if f["geometry"] is None]
    assert len(places) == len(browser.all("#panel .choice")) > 0
    for place in places:
        assert any(place in text for text in browser.texts("#panel .choice"))


def test_the_table_explains_in_place(example, browser):
    browser.open(example)
    browser.click(browser.one("button.open"))
    assert browser.one("tr.details blockquote").is_displayed() and not browser.one("#panel").is_displayed()
    browser.click(browser.one("tr.details button"))
    assert browser.one("#panel blockquote").is_displayed()
    middle = browser.js(
        "const r = document.querySelector('.is-selected').getBoundingClientRect(),"
        "m = document.getElementById('map').getBoundingClientRect();"
        "return [r.left + r.width / 2 - m.left - m.width / 2, r.top + r.height / 2 - m.top - m.height / 2]")
    assert all(abs(off) < 20 for off in middle), middle


BLANK_PIXELS = """
const map = Atlas.map.leaflet, view = map.getBounds(), sheet = Atlas.basemapLayers.extent(Atlas.basemap);
const [a, b] = [map.latLngToContainerPoint(sheet.getNorthWest()), map.latLngToContainerPoint(sheet.getSouthEast())];
return Math.max(0, a.x, a.y, map.getSize().x - b.x, map.getSize().y - b.y);
"""


@pytest.mark.parametrize("width", [360, 768, 1300, 1600])
def test_the_map_has_no_blank_edges(example, browser, width):
    browser.open(example, width=width)
    assert browser.js(BLANK_PIXELS) <= 1
    assert browser.map_counts().get("outside", 0) == 0
    browser.js("Atlas.map.leaflet.setView([39.9, 33.1], 5, {animate: false})")
    browser.wait("Atlas.map.leaflet.getCenter().lat < 39.9")
    assert browser.js(BLANK_PIXELS) <= 1, "nor has it any after it was moved"


def test_the_panel_leaves_all_in_view(example, browser):
    browser.open(example, width=1300)
    before = browser.map_counts()
    browser.click(browser.glyph("Al-Baghuz"))
    browser.wait("Atlas.map.leaflet.getSize().x < 800")
    assert browser.map_counts() == before
    assert browser.js(BLANK_PIXELS) <= 1
    browser.click(browser.one("#panel .close"))
    browser.wait("Atlas.map.leaflet.getSize().x > 1000")
    assert browser.map_counts() == before


def test_the_key_of_sizes_reaches_the_largest(example, browser):
    browser.open(example)
    for zoom in (7, 9, 14):
        browser.js("Atlas.map.leaflet.setZoom(arguments[0], {animate: false})", zoom)
        shown = browser.js("return [...document.querySelectorAll('.glyph:not(.spread)')].map((e) => Number(e.dataset.count))")
        numbers = [int(text) for text in browser.texts("#map-sizes .size")]
        assert numbers == sorted(numbers) and numbers[0] == 1 and numbers[-1] >= max(shown, default=1)


def test_on_a_phone(example, browser):
    browser.open(example, width=360, height=740)
    symbol = browser.glyph("Mosul")
    browser.click(symbol)
    browser.wait("document.getElementById('panel').getBoundingClientRect().top < 100")
    browser.click(browser.one("#panel .choice"))
    browser.wait("document.querySelector('#panel blockquote').getBoundingClientRect().bottom < innerHeight")
    assert browser.js("return document.documentElement.scrollWidth") == 360
    small = browser.js(
        "return [...document.querySelectorAll('.glyph, #panel button, .filters select, .filters input[type=search]')]"
        ".map((e) => e.getBoundingClientRect()).filter((r) => Math.min(r.width, r.height) < 24).length")
    assert small == 0, "a finger needs 24 pixels (WCAG 2.2, 2.5.8)"
    browser.click(browser.one("#panel .close"))
    browser.wait("document.activeElement.matches('.glyph')")
    assert browser.js("const r = document.activeElement.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight")


def test_an_area_is_no_point(example, browser):
    browser.open(example)
    anbar = browser.glyph("Anbar: ")
    assert "spread" in anbar.get_attribute("class")
    browser.click(anbar)
    assert "area or line, not a point" in browser.one("#panel .warnings").text


def test_with_keys_alone(example, browser):
    browser.open(example)
    browser.js("document.getElementById('map').focus()")
    for _ in range(60):
        browser.press(Keys.TAB)
        if browser.js("return document.activeElement.matches('.glyph')"):
            break
    assert browser.js("return document.activeElement.matches('.glyph')")
    while browser.js("return document.activeElement.matches('.glyph') && Number(document.activeElement.dataset.count) !== 1"):
        browser.press(Keys.TAB)
    label = browser.focused("title")
    browser.press(Keys.ENTER)
    assert browser.focused("id") == "panel" and browser.one("#panel blockquote").is_displayed()
    browser.press(Keys.ESCAPE)
    assert not browser.one("#panel").is_displayed()
    assert browser.focused("title") == label
    # The map moves and zooms with keys, and the focus stays.
    browser.js("document.getElementById('map').focus()")
    zoom = browser.js("return Atlas.map.leaflet.getZoom()")
    browser.press("+")
    assert browser.js("return Atlas.map.leaflet.getZoom()") > zoom
    # A row of the table opens and closes.
    browser.js("document.querySelector('button.open').focus()")
    browser.press(Keys.ENTER)
    assert browser.focused("ariaExpanded") == "true" and browser.one("tr.details blockquote").is_displayed()
    browser.press(Keys.ENTER)
    assert browser.focused("ariaExpanded") == "false" and not browser.all("tr.details")


def test_the_focus_is_seen(example, browser):
    browser.open(example)
    for selector in ("nav a", "input[type=search]", "button.open", "button.sort"):
        element = browser.one(selector)
        browser.js("arguments[0].focus()", element)
        browser.press(Keys.SHIFT)
        style = browser.js("const s = getComputedStyle(document.activeElement); return [s.outlineStyle, s.outlineWidth]")
        assert style == ["solid", "3px"], selector


def test_an_address_leads_to_its_incident(example, browser):
    browser.open(example, "#incident=release.txt%235")
    assert "Ash Shajlah" in browser.one("#panel h3").text
    assert "Al-Shajlah" in browser.js("return document.querySelector('.is-selected .glyph').title")
    assert browser.one("tr.is-open").get_attribute("data-incident") == "release.txt#5"
    # An address that is chosen later, and one that does not exist.
    browser.js("location.hash = '#incident=release.txt%2321'")
    browser.wait("document.querySelector('#panel h3').textContent.includes('al-Rutba')")
    browser.js("location.hash = '#incident=nothing'")
    browser.wait("document.getElementById('panel').hidden")
    assert browser.shown() == 133


def test_an_address_shows_its_incident_though_it_was_not_chosen(example, browser):
    browser.open(example, "#incident=release.txt%231&assessments=open")
    assert "Mosul" in browser.one("#panel h3").text and browser.shown() == 133


def test_a_row_of_a_table_is_explained_by_its_columns(rows, browser):
    browser.open(rows, "#incident=acled.csv%237")
    panel = browser.one("#panel")
    properties = next(f["properties"] for f in rows.features if f["id"] == "acled.csv#7")
    assert f"acled.csv, line {properties['line']}" in panel.text
    assert "A note, number 6 </script>" in panel.text and "Political violence" in panel.text
    assert not panel.find_elements("css selector", "blockquote")
    assert browser.js("return window.broken") is None


def test_hostile_text_is_only_text(hostile, browser):
    browser.open(hostile)
    entries = browser.js("return Atlas.incidents.all.map((incident) => incident.id)")
    assert len(entries) == 133
    quoted = ""
    for words in ("</script>", "<img", "\u202e", "{{data}}", "<b>"):
        found = browser.js(
            "return Atlas.incidents.all.filter((i) => i.text.map((piece) => piece[0]).join('').includes(arguments[0]))"
            ".map((i) => i.id)", words)
        assert found, words
        browser.js("Atlas.incidents.update({incident: arguments[0]}, 'address')", found[0])
        quoted += browser.one("#panel blockquote").text + browser.one("tr.details blockquote").text
        assert words in quoted or "[U+202E]" in quoted
        assert "\u202e" not in browser.js("return document.body.innerText")
    browser.js("dispatchEvent(new Event('beforeprint'))")
    assert browser.js("return window.broken") is None
    assert browser.js("return document.querySelectorAll('[onerror], [onclick], img[src=x], b b').length") == 0
    assert browser.js("return document.scripts.length") == browser.js(
        "return document.head.querySelectorAll('script').length + 1")
    assert "<img src=x onerror=window.broken=1>" in quoted and "[U+202E]" in quoted
    assert hostile.source.name in browser.one("#sources table").text


def test_names_on_the_map_follow_the_labels(arabic, browser):
    browser.open(arabic)
    zoom_to(browser, 35.2, 39.8, 8)
    names = browser.texts(".map-labels span")
    latin = [name for name in names if any("a" <= letter <= "z" for letter in name.lower().replace("nearby", ""))]
    assert "الرقة" in "".join(names) and len(names) > 10
    assert not {name.split(" + ")[0] for name in latin} & {"Raqqa", "Deir ez-Zor", "Al-Karamah", "Hasakah", "Euphrates"}
    assert len(latin) < len(names) / 3, latin
    assert not any("U+" in name for name in names)
    browser.type_into("input[type=search]", "الكرامة")
    ours = {f["id"] for f in arabic.features if f["properties"]["place_name"] == "Al-Karamah"}
    assert ours and set(browser.js("return Atlas.incidents.chosen().map((incident) => incident.id)")) == ours


def test_a_symbol_has_the_name_of_its_most_important_town(example, browser):
    browser.open(example)
    zoom_to(browser, 34.5, 40.9, 7)
    leading = browser.js("""
const symbols = Atlas.grouping.symbols(Atlas.grouping.places(Atlas.incidents.all.filter((i) => i.at && i.at.point)),
  (at) => Atlas.map.leaflet.project([at.lat, at.lon], 7));
const towns = Atlas.basemap.towns.map(([name]) => name);
return symbols.map((symbol) => [Atlas.grouping.leading(symbol).name, symbol.at.name,
  symbol.places.map((place) => place[0].at.name).filter((name) => towns.includes(name))]);
""")
    order = browser.js("return Atlas.basemap.towns.map(([name]) => name)")
    for name, center, towns in leading:
        assert name == (min(towns, key=order.index) if towns else center)
    assert any(name != center for name, center, _ in leading)
