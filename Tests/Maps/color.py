"""Colors as readers see them: contrast, perceived difference, and color blindness."""

import numpy

# Full dichromacy, in linear RGB: G. Machado, M. Oliveira and L. Fernandes, "A Physiologically-based Model for Simulation
# of Color Vision Deficiency", IEEE TVCG 15 (2009), table 1 at severity 1.
BLINDNESS = {
    "normal": numpy.eye(3),
    "protanopia": numpy.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": numpy.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": numpy.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}


def linear(rgb):
    part = numpy.asarray(rgb, dtype=float) / 255
    return numpy.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def luminance(rgb):
    return linear(rgb) @ [0.2126, 0.7152, 0.0722]


def contrast(one, other):
    """WCAG 2.1's contrast ratio, for arrays of colors too."""
    a, b = luminance(one), luminance(other)
    return (numpy.maximum(a, b) + 0.05) / (numpy.minimum(a, b) + 0.05)


def oklab(rgb, blindness="normal"):
    """B. Ottosson's OKLab, 2020, of what a person with that deficiency sees."""
    seen = numpy.clip(linear(rgb) @ BLINDNESS[blindness].T, 0, 1)
    lms = seen @ numpy.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                              [0.0883024619, 0.2817188376, 0.6299787005]]).T
    return numpy.cbrt(lms) @ numpy.array([[0.2104542553, 0.7936177850, -0.0040720468],
                                          [1.9779984951, -2.4285922050, 0.4505937099],
                                          [0.0259040371, 0.7827717662, -0.8086757660]]).T


def difference(one, other, blindness="normal"):
    return float(numpy.linalg.norm(oklab(one, blindness) - oklab(other, blindness)))


def parse(text):
    """`#rrggbb`, `rgb(r, g, b)` or `rgba(…)`."""
    if text.startswith("#"):
        return tuple(int(text[i:i + 2], 16) for i in (1, 3, 5))
    return tuple(float(part) for part in text[text.index("(") + 1:-1].split(",")[:3])
