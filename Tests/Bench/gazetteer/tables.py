"""The printed tables."""

from .answers import SURE, WRONG_KM, share

RADII_KM = (1, 5, 10, 25, 161)
BANDS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))


def percent(value):
    return "    –" if value != value else f"{100 * value:5.1f}"


def heading():
    columns = "".join(f"{f'≤{radius} km':>8}" for radius in RADII_KM)
    print(f"{'':<24}{'names':>6}{'govern.':>9}{columns}{'abstain':>9}{'wrong, sure':>13}{'names/s':>10}")


def line(title, found, rate=None):
    """One resolver on one set: shares of all its names, in percent. `wrong, sure`: over 25 km off at confidence 0.8 or more."""
    radii = "".join(f"{percent(share(found, lambda o: o.distance_km is not None and o.distance_km <= radius)):>8}" for radius in RADII_KM)
    states = any(o.answer.confidence is not None for o in found) or not any(o.answer.point for o in found)
    wrong = percent(share(found, lambda o: o.is_sure_and_wrong)) if states else "    –"
    rate = f"{rate:10,.0f}" if rate else ""
    print(f"{title:<24}{len(found):>6}{percent(share(found, lambda o: o.same_governorate)):>9}{radii}"
          f"{percent(share(found, lambda o: o.distance_km is None)):>9}{wrong:>13}{rate}")


def calibration(title, found):
    """Of our answers in a band of confidence, how many are right, and how many true positions lie inside the circle."""
    print(f"\nCalibration of ours on {title}, both contexts (inside: of those within {WRONG_KM} km, the share whose true position lies within "
          "uncertainty_m; expected 90)")
    print(f"{'confidence':<14}{'answers':>8}{'stated':>8}{'≤25 km':>8}{'≤5 km':>8}{'inside':>8}{'inside, all':>13}")
    answered = [o for o in found if o.answer.point]
    for low, high in BANDS + ((SURE, 1.01), (0.0, 1.01)):
        band = [o for o in answered if low <= o.answer.confidence < high]
        if band:
            near = [o for o in band if o.distance_km <= WRONG_KM]
            inside = lambda o: o.distance_km * 1000 <= o.answer.uncertainty_m  # noqa: E731
            stated = sum(o.answer.confidence for o in band) / len(band)
            print(f"{low:.2f} – {min(high, 1):.2f}  {len(band):>8}{percent(stated):>8}{percent(len(near) / len(band)):>8}"
                  f"{percent(share(band, lambda o: o.distance_km <= 5)):>8}{percent(share(near, inside)):>8}{percent(share(band, inside)):>13}")
