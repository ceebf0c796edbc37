"""Headless Chromium through chromedriver: what a reader's browser makes of a drawing."""

import base64
import io
import numpy
from PIL import Image
from selenium import webdriver

# The ink of every text, as the browser sets it: the corners on the sheet, the color, the halo and the words.
TEXTS = """
const root = document.documentElement, canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
const pen = canvas.getContext('2d'), toSheet = root.getScreenCTM().inverse();
return [...root.querySelectorAll('text')].filter(e => e.textContent.trim()).map(e => {
  const style = getComputedStyle(e), frame = e.closest('.frame');
  // A browser rounds ink to whole pixels, so it measures letters that are sixteen times as large.
  pen.font = `${style.fontStyle} ${style.fontWeight} ${16 * parseFloat(style.fontSize)}px ${style.fontFamily}`;
  const ink = pen.measureText(e.textContent), length = e.getComputedTextLength();
  // The first letter of a text may be its rightmost one.
  const [start, baseline] = [e.getBBox().x, e.getStartPositionOfChar(0).y];
  const [top, bottom] = [baseline - ink.actualBoundingBoxAscent / 16, baseline + ink.actualBoundingBoxDescent / 16];
  const [left, right] = [start - ink.actualBoundingBoxLeft / 16, start + length];
  const turn = toSheet.multiply(e.getScreenCTM());
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) => {
    const point = new DOMPoint(x, y).matrixTransform(turn);
    return [point.x, point.y];
  });
  return {text: e.textContent, kind: e.getAttribute('class') || '', frame: frame ? frame.id : '', corners,
          size: parseFloat(style.fontSize), fill: style.fill, stroke: style.stroke,
          strokeWidth: parseFloat(style.strokeWidth), strokeOpacity: parseFloat(style.strokeOpacity)};
});
"""

STROKES = """
const found = {};
for (const name of arguments[0]) {
  const element = document.documentElement.querySelector('.' + name);
  if (element) { const style = getComputedStyle(element); found[name] = style.stroke; }
}
const focus = document.documentElement.querySelector('.focus, .paper');
return [found, getComputedStyle(focus).fill];
"""


class Browser:
    """One browser for all drawings; `scale` pixels a sheet unit, `environment` that of the machine it runs on."""

    def __init__(self, scale=2, environment=None):
        self.scale = scale
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                         "--force-color-profile=srgb", "--disable-lcd-text", f"--force-device-scale-factor={scale}"]:
            options.add_argument(argument)
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver", env=environment))
        self.driver.set_script_timeout(60)

    def open(self, path, width, height):
        """Loads a drawing so that a sheet unit is a CSS pixel."""
        self.driver.get(path.resolve().as_uri())
        self.size = (width, height)
        self.run("document.documentElement.setAttribute('width', arguments[0]);"
                 "document.documentElement.setAttribute('height', arguments[1]);", width, height)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def texts(self):
        return self.run(TEXTS)

    def strokes(self, classes):
        """The computed stroke of the first element of each class that occurs, and the fill of the land in focus."""
        return self.run(STROKES, classes)

    def picture(self, hidden=None, margin=0):
        """A screenshot as an array; without the elements a selector names, or with so much of what lies around the sheet."""
        width, height = self.size[0] + 2 * margin, self.size[1] + 2 * margin
        self.run("""
          const [hidden, margin, width, height, box] = arguments, root = document.documentElement;
          root.setAttribute('viewBox', box); root.setAttribute('width', width); root.setAttribute('height', height);
          for (const e of hidden ? root.querySelectorAll(hidden) : []) e.style.visibility = 'hidden';""",
                 hidden, margin, width, height, f"{-margin} {-margin} {width} {height}")
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "format": "png", "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}})
        self.run("""
          const [hidden, width, height] = arguments, root = document.documentElement;
          root.setAttribute('viewBox', `0 0 ${width} ${height}`);
          root.setAttribute('width', width); root.setAttribute('height', height);
          for (const e of hidden ? root.querySelectorAll(hidden) : []) e.style.visibility = '';""", hidden, *self.size)
        return numpy.asarray(Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB"))

    def close(self):
        self.driver.quit()
