"""A browser that reads a page as a person would, and a few questions to ask it."""

import json
import time

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.chrome.service import Service

PATIENCE_SECONDS = 60


class Reader:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--force-device-scale-factor=1"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.set_capability("unhandledPromptBehavior", "ignore")
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        # A page that is still must not be waited for; the page itself asks for less motion then.
        self.media(scheme="light")

    def quit(self):
        self.driver.quit()

    def media(self, scheme):
        features = [
            {"name": "prefers-reduced-motion", "value": "reduce"}, {"name": "prefers-color-scheme", "value": scheme},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, run, hash="", width=1280, height=900):
        """Opens a run's page from disk and waits until it is ready; returns what the console said."""
        return self.open_address(run.page + hash, width, height)

    def open_address(self, address, width=1280, height=900):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(address)
        self.wait("document.readyState === 'complete'")
        if self.js("return Atlas.data.incidents.length > 0"):
            self.wait("document.documentElement.dataset.ready")
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        """The addresses that were asked for since the page was opened."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition):
        end = time.monotonic() + PATIENCE_SECONDS
        while not self.js(f"return Boolean({condition})"):
            assert time.monotonic() < end, f"waited in vain for {condition}"
            time.sleep(0.02)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector):
        return self.js("return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector)

    def click(self, element):
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def hover(self, element):
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        ActionChains(self.driver).move_to_element(element).perform()

    def press(self, *keys):
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def type_into(self, selector, text):
        """Sets a field as typing does: its value, and the event."""
        self.js(
            "const field = document.querySelector(arguments[0]); field.value = arguments[1];"
            "field.dispatchEvent(new Event(field.tagName === 'SELECT' || field.type === 'date' ? 'change' : 'input'))",
            selector, text)

    def glyph(self, name):
        return self.js(
            "return [...document.querySelectorAll('.glyph')].find((e) => e.getAttribute('aria-label').startsWith(arguments[0]))",
            name)

    def focused(self, what="outerHTML"):
        return self.js(f"return document.activeElement.{what}")

    def shown(self):
        """How many incidents the page says are chosen."""
        return int(self.one("#count b").text.split(" ")[0])

    def map_counts(self):
        """Where the chosen incidents are, by kind, as the page says under the map."""
        return self.js(
            "return Object.fromEntries([...document.querySelectorAll('#map-counts li')]"
            ".map((e) => [e.dataset.kind, Number(e.dataset.count)]))")

    def glyph_sums(self):
        """The sums of the numbers on the symbols, those at places and those of areas."""
        return self.js(
            "const sums = {point: 0, spread: 0}; for (const e of document.querySelectorAll('.glyph'))"
            " sums[e.classList.contains('spread') ? 'spread' : 'point'] += Number(e.dataset.count); return sums")
