"""From latitude and longitude to metres on the map: SWEREF 99 TM, Sweden's own projection (EPSG:3006), and one for any land."""

from math import atan, atanh, cos, cosh, radians, sin, sinh, sqrt, tan

from msgspec import Struct

AXIS, FLATTENING = 6_378_137.0, 1 / 298.257222101
"""The ellipsoid GRS 80: half its longer axis in metres, and how flat it is."""

MERIDIAN, SCALE, EASTING = 15.0, 0.9996, 500_000.0
"""The projection's middle meridian (degrees), the scale along it, and the metres that it stands for."""

RADIUS = 6_371_007.0
"""Metres of a sphere as large as the earth's surface."""

_N = FLATTENING / (2 - FLATTENING)
_RADIUS = AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_WAVES = (
    _N / 2 - 2 / 3 * _N**2 + 5 / 16 * _N**3,
    13 / 48 * _N**2 - 3 / 5 * _N**3,
    61 / 240 * _N**3,
)
_E = sqrt(FLATTENING * (2 - FLATTENING))


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """Metres east and north of a place given in degrees (Krüger's series to the third order, right to a centimetre)."""
    phi, away = radians(latitude), radians(longitude - MERIDIAN)
    conformal = atan(sinh(atanh(sin(phi)) - _E * atanh(_E * sin(phi))))
    xi = atan(tan(conformal) / cos(away))
    eta = atanh(cos(conformal) * sin(away))
    north, east = xi, eta
    for at, wave in enumerate(_WAVES, 1):
        north += wave * sin(2 * at * xi) * cosh(2 * at * eta)
        east += wave * cos(2 * at * xi) * sinh(2 * at * eta)
    return EASTING + SCALE * _RADIUS * east, SCALE * _RADIUS * north


class Centre(Struct, frozen=True):
    """The point of the earth at which a plane touches it, in degrees (Lambert's azimuthal projection, true to area)."""

    latitude: float
    longitude: float

    def projected(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Metres east and north of the centre."""
        here, there, away = radians(self.latitude), radians(latitude), radians(longitude - self.longitude)
        scale = RADIUS * sqrt(2 / max(1 + sin(here) * sin(there) + cos(here) * cos(there) * cos(away), 1e-9))
        return scale * cos(there) * sin(away), scale * (cos(here) * sin(there) - sin(here) * cos(there) * cos(away))
