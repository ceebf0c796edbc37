"use strict";
// What part of the base is in view: never a blank strip beyond its edges, as long as the incidents can be seen without.
(function () {
  const leastZoom = 4;
  // Room for the symbols at the edges of the view.
  const edgePixels = 24;

  // The framing of a map. `all` is where the incidents are, `sheet` where there is a base.
  Atlas.framing = function (map, all, sheet) {
    let fitted = null;

    // Keeps the view inside of the base. It gives way where the incidents need more room than the base has.
    function limit() {
      if (!sheet.isValid() || !all.isValid()) return;
      const filling = map.getBoundsZoom(sheet, true);
      const whole = map.getBoundsZoom(all, false, L.point(2 * edgePixels, 2 * edgePixels));
      map.setMinZoom(Math.max(leastZoom, Math.min(filling, whole)));
      map.setMaxBounds(L.latLngBounds(sheet.getSouthWest(), sheet.getNorthEast()).extend(all));
    }

    function fit(box, options) {
      map.fitBounds(box, { animate: false, padding: [edgePixels, edgePixels], ...options });
      fitted = options.animate ? null : { box, options, zoom: map.getZoom(), center: map.getCenter() };
    }

    const isFitted = () => fitted && map.getZoom() === fitted.zoom && map.getCenter().equals(fitted.center, 1e-6);

    // The width has changed, as when the panel opens: what was fitted is fitted again, else the center stays.
    function resized() {
      const again = isFitted() && fitted;
      map.invalidateSize({ animate: false });
      limit();
      if (again) fit(again.box, again.options);
    }

    limit();
    return { fit, resized };
  };
})();
