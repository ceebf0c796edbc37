#include "CMGRS.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <cmath>
#include <cstdio>
#include <exception>
#include <string>

using GeographicLib::MGRS;
using GeographicLib::UTMUPS;

namespace {

void copy(const std::string &text, char *target, int capacity) {
  std::snprintf(target, static_cast<std::size_t>(capacity), "%s", text.c_str());
}

/// Runs a body; no C++ exception may cross into Swift.
template <typename Body> int guarded(char *message, int capacity, Body body) {
  try {
    body();
    return 0;
  } catch (const std::exception &error) {
    copy(error.what(), message, capacity);
  } catch (...) {
    copy("unknown error", message, capacity);
  }
  return 1;
}

CMGRSPosition position(int zone, bool isNorth, double x, double y) {
  CMGRSPosition position{};
  // A square at the edge of its zone reaches over it, so that limits are not checked.
  UTMUPS::Reverse(zone, isNorth, x, y, position.latitude, position.longitude, false);
  return position;
}

} // namespace

int cmgrs_read(const char *reference, CMGRSSquare *square, char *message, int messageCapacity) {
  return guarded(message, messageCapacity, [&] {
    int zone = 0, digits = 0;
    bool isNorth = false;
    double west = 0, south = 0;
    MGRS::Reverse(reference, zone, isNorth, west, south, digits, false);
    if (digits < 0) throw GeographicLib::GeographicErr("Only a grid zone, no square in it");
    const double side = 1e5 / std::pow(10.0, digits);
    square->digits = digits;
    square->center = position(zone, isNorth, west + side / 2, south + side / 2);
    for (int corner = 0; corner < 4; ++corner) {
      square->corners[corner] =
        position(zone, isNorth, west + (corner % 2 ? side : 0), south + (corner / 2 ? side : 0));
    }
  });
}

int cmgrs_write(
  CMGRSPosition position, int digits, char *reference, int referenceCapacity, char *message, int messageCapacity) {
  return guarded(message, messageCapacity, [&] {
    int zone = 0;
    bool isNorth = false;
    double x = 0, y = 0;
    UTMUPS::Forward(position.latitude, position.longitude, zone, isNorth, x, y);
    std::string text;
    MGRS::Forward(zone, isNorth, x, y, position.latitude, digits, text);
    copy(text, reference, referenceCapacity);
  });
}
