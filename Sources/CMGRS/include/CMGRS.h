#ifndef CMGRS_H
#define CMGRS_H

#ifdef __cplusplus
extern "C" {
#endif

/// A position in degrees.
typedef struct {
  double longitude;
  double latitude;
} CMGRSPosition;

/// The square that a grid reference names.
typedef struct {
  /// The middle of the square.
  CMGRSPosition center;
  /// Its corners, in the grid of its own zone.
  CMGRSPosition corners[4];
  /// Digits of easting and of northing: 0 for a 100 km square, 5 for one of 1 m.
  int digits;
} CMGRSSquare;

/// Reads a grid reference without spaces. Returns 0, or 1 after writing the reason into `message`.
int cmgrs_read(const char *reference, CMGRSSquare *square, char *message, int messageCapacity);

/// Writes the reference of the square that a position lies in, with so many digits of easting and of northing
/// (0 to 11). Returns 0, or 1 after writing the reason into `message`.
int cmgrs_write(
  CMGRSPosition position, int digits, char *reference, int referenceCapacity, char *message, int messageCapacity);

#ifdef __cplusplus
}
#endif

#endif
