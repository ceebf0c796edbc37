"""What is chosen is chosen in the table and on the map alike, and the sums always hold."""

import pytest
from selenium.webdriver.common.keys import Keys


def expected(run, keeps):
    return sum(1 for feature in run.features if keeps(feature["properties"]))


def assert_all_sums_hold(browser, total):
    """Symbols, what is said under the map, and the table's caption add up to what is chosen."""
    assert browser.shown() == total
    counts = browser.map_counts()
    assert sum(counts.values()) == total, counts
    sums = browser.glyph_sums()
    assert sums == {"point": counts.get("point", 0), "spread": counts.get("spread", 0)}
    assert f"of {total}" in browser.one("table.incidents caption").text or total == 0


def test_everything_is_chosen_at_first(any_run, browser):
    browser.open(any_run)
    total = len(any_run.features)
    if browser.js("return Boolean(Atlas.map)"):
        assert_all_sums_hold(browser, total)
    assert browser.shown() == total


@pytest.mark.parametrize("name", ["example", "long"])
def test_sums_hold_at_every_scale(name, request, browser):
    run = request.getfixturevalue(name)
    browser.open(run)
    total = len(run.features)
    for zoom in (4, 5, 6, 7.5, 9, 11, 14):
        for place in ((34.45, 40.95), (35.95, 39.0), (36.34, 43.12), (33.3, 44.4)):
            browser.js("Atlas.map.leaflet.setView(arguments[0], arguments[1], {animate: false})", place, zoom)
            assert_all_sums_hold(browser, total)
    # Nearest of all, only incidents at one and the same position share a symbol.
    browser.js("Atlas.map.leaflet.setView([34.45, 40.95], 14, {animate: false})")
    assert "nearby" not in "".join(browser.js("return [...document.querySelectorAll('.glyph')].map((e) => e.title)"))


def test_symbols_keep_their_places(example, browser):
    browser.open(example)
    for zoom in (5, 7, 10):
        browser.js("Atlas.map.leaflet.setZoom(arguments[0], {animate: false})", zoom)
        off = browser.js(
            "const map = Atlas.map.leaflet, box = map.getContainer().getBoundingClientRect();"
            "return [...document.querySelectorAll('.glyph')].map((e) => { const at = Atlas.incidents.get(e.dataset.first).at;"
            "const r = e.getBoundingClientRect(), p = map.latLngToContainerPoint([at.lat, at.lon]);"
            "return Math.hypot(r.left + r.width / 2 - box.left - p.x, r.top + r.height / 2 - box.top - p.y); })")
        assert all(distance < 3 for distance in off), off


def test_by_text(example, browser):
    browser.open(example)
    browser.type_into("input[type=search]", "RAQQAH neighborhood")
    assert_all_sums_hold(browser, expected(example, lambda p: p["place"] and "neighborhood, Raqqah" in p["place"]))


def test_by_assessment(example, browser):
    browser.open(example)
    browser.click(browser.one("input[value=open]"))
    assert_all_sums_hold(browser, expected(example, lambda p: p["assessment"] != "open"))
    browser.click(browser.one("input[value=credible]"))
    browser.click(browser.one("input[value=non-credible]"))
    assert browser.shown() == 0
    assert browser.glyph_sums() == {"point": 0, "spread": 0}
    browser.click(browser.one(".reset button"))
    assert_all_sums_hold(browser, 133)


@pytest.mark.parametrize("area", ["SY", "IQ-NI", "SY?"])
def test_by_place(example, browser, area):
    browser.open(example)
    browser.type_into("#filters select", area)
    keeps = {
        "SY": lambda p: (p["country"] or p["stated_country"]) == "SY",
        "IQ-NI": lambda p: p["governorate_code"] == "IQ-NI",
        "SY?": lambda p: (p["country"] or p["stated_country"]) == "SY" and not p["governorate_code"],
    }[area]
    assert_all_sums_hold(browser, expected(example, keeps))
    option = browser.js("return document.querySelector('#filters select').selectedOptions[0].textContent")
    assert f"({browser.shown()})" in option


def test_by_source(example, browser):
    browser.open(example)
    browser.js("document.querySelectorAll('#filters select')[1].id = 'source'")
    browser.type_into("#source", "self-report")
    assert_all_sums_hold(browser, expected(example, lambda p: "self-report" in p["sources"]))


def test_by_date_with_the_handles(example, browser):
    browser.open(example)
    low, high = browser.all(".slider input")
    low.send_keys(Keys.ARROW_RIGHT * 30)
    first = browser.js("return Atlas.incidents.state.from")
    assert first == "2017-05-01"
    assert_all_sums_hold(browser, expected(example, lambda p: p["date"] >= first))
    high.send_keys(Keys.ARROW_LEFT * 12)
    last = browser.js("return Atlas.incidents.state.to")
    assert last == "2018-04-30"
    assert_all_sums_hold(browser, expected(example, lambda p: first <= p["date"] <= last))
    # The handles cannot pass each other.
    high.send_keys(Keys.HOME)
    assert browser.js("return Atlas.incidents.state.to") == "2017-05-31"
    assert low.get_attribute("value") == high.get_attribute("value")
    assert "May 1, 2017" in low.get_attribute("aria-valuetext")
    low.send_keys(Keys.END)
    assert low.get_attribute("value") == high.get_attribute("value")


def test_by_date_to_the_day(example, browser):
    browser.open(example)
    browser.type_into("input[aria-label='From day']", "2017-08-20")
    browser.type_into("input[aria-label='To day']", "2017-08-23")
    assert_all_sums_hold(browser, expected(example, lambda p: "2017-08-20" <= p["date"] <= "2017-08-23"))


def test_what_is_chosen_is_in_the_address(example, browser):
    browser.open(example)
    browser.type_into("input[type=search]", "mosul")
    browser.click(browser.one("input[value=open]"))
    browser.type_into("input[aria-label='From day']", "2016-01-01")
    address = browser.js("return location.hash")
    chosen = browser.shown()
    assert 0 < chosen < 133
    browser.open(example, address)
    assert_all_sums_hold(browser, chosen)
    assert browser.one("input[type=search]").get_attribute("value") == "mosul"


def test_the_table_sorts_and_turns(example, browser):
    browser.open(example)
    dates = lambda: browser.js(
        "return [...document.querySelectorAll('table.incidents tbody button.open')]"
        ".map((e) => Atlas.incidents.get(e.dataset.incident).date[0])")
    assert dates() == sorted(dates()) and len(dates()) == 50
    browser.click(browser.one("th[data-key=date] .sort"))
    assert dates() == sorted(dates(), reverse=True)
    assert browser.one("th[data-key=date]").get_attribute("aria-sort") == "descending"
    seen = len(dates())
    while next_page := [b for b in browser.all(".pager button") if b.text == "Next" and b.is_enabled()]:
        browser.click(next_page[0])
        seen += len(dates())
    assert seen == 133
    browser.click(browser.one("th[data-key=killed] .sort"))
    browser.click(browser.one("th[data-key=killed] .sort"))
    assert browser.texts("table.incidents tbody tr:first-child td.number")[0] == "5"


@pytest.mark.parametrize("column", ["killed", "injured"])
def test_what_states_no_number_sorts_last(example, browser, column):
    browser.open(example)
    for _ in range(2):
        browser.click(browser.one(f"th[data-key={column}] .sort"))
        numbers = browser.js(
            "return [...document.querySelectorAll('table.incidents tbody button.open')]"
            ".map((e) => Atlas.incidents.get(e.dataset.incident)[arguments[0]])", column)
        stated = [number for number in numbers if number]
        assert stated and numbers[:len(stated)] == stated, "those with a number come first in both directions"


def test_a_source_is_one_by_all_its_spellings(spellings, browser):
    browser.open(spellings)
    options = browser.texts("#filters label:nth-of-type(3) option")
    assert options == ["All sources", "Al-Monitor (4)", "media report (2)"]
    browser.type_into("#filters label:nth-of-type(3) select", "Al-Monitor")
    assert_all_sums_hold(browser, 4)
    # A link may have any of the spellings.
    browser.open(spellings, "#source=AL%20MONITOR")
    assert_all_sums_hold(browser, 4)
    assert browser.one("#filters label:nth-of-type(3) select").get_attribute("value") == "Al-Monitor"


def test_dates_say_how_many_have_none(spellings, browser):
    browser.open(spellings)
    assert browser.one(".period").text == "Jan 2, 2019 – Jan 6, 2019, and 1 undated"
    assert browser.one(".timeline legend").text.endswith("Jan 2, 2019 – Jan 6, 2019, and 1 undated")


def test_where_nothing_matches_there_is_a_way_back(example, browser):
    browser.open(example)
    browser.type_into("input[type=search]", "no such word")
    assert browser.one("table.incidents caption").text == "No incidents match what is chosen above"
    assert "None of the 133 incidents matches" in browser.one("table.incidents tbody").text
    browser.click(browser.one("table.incidents tbody button"))
    assert_all_sums_hold(browser, 133)


def test_a_long_page_stays_small(long, browser):
    browser.open(long)
    assert len(long.features) > 5000
    assert len(browser.all("table.incidents tbody tr")) == 50
    assert len(browser.all(".glyph")) < 400
    browser.type_into("input[type=search]", "hajin")
    total = expected(long, lambda p: "hajin" in (p["place"] or "").lower())
    assert total > 50
    assert_all_sums_hold(browser, total)
