import Geo

/// A grid reference as it is published: as written, and where it is.
public struct GridRecord: Hashable, Sendable {
  /// The reference as written.
  public var reference: String
  /// The middle of its square; nil when the reference is mistyped.
  public var coordinate: Coordinate?
  /// The radius around it, in meters; nil when the reference is mistyped.
  public var uncertaintyMeters: Double?
  /// How far it is from the place the text names, in meters; nil when either has no position.
  public var distanceMeters: Double?
  /// How it was understood, or why it could not be.
  public var because: [String]

  /// A reference and what is known of it.
  public init(
    reference: String, coordinate: Coordinate?, uncertaintyMeters: Double?, distanceMeters: Double?, because: [String]
  ) {
    self.reference = reference
    self.coordinate = coordinate
    self.uncertaintyMeters = uncertaintyMeters
    self.distanceMeters = distanceMeters
    self.because = because
  }
}

extension GridRecord {
  init(_ reference: String, _ answer: GridAnswer) {
    let best = answer.resolution.best
    self.init(
      reference: reference, coordinate: best?.coordinate, uncertaintyMeters: best?.uncertaintyMeters,
      distanceMeters: answer.distanceMeters, because: (best?.because ?? []) + answer.resolution.because)
  }
}
