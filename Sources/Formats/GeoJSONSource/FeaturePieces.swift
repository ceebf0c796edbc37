/// The features of a file in pieces that one core works on at a time: whichever is free takes the next.
struct FeaturePieces {
  private var parts: FeatureParts
  private var count = 0
  private var isOver = false

  /// How much a piece has. It changes no result.
  private static let byteCount = 256 << 10

  init(_ parts: FeatureParts) { self.parts = parts }

  /// The next piece and its number, or the error that comes in its place; nil after the last and after an error.
  mutating func next() -> (number: Int, piece: Result<[FeatureParts.Part], FormatError>)? {
    if isOver { return nil }
    let piece = Result { () throws(FormatError) in try parts.next(byteCount: Self.byteCount) }
    switch piece {
    case .success(let parts) where !parts.isEmpty: break
    case .success:
      isOver = true
      return nil
    case .failure: isOver = true
    }
    defer { count += 1 }
    return (count, piece)
  }

  /// No more pieces are wanted.
  mutating func stop() { isOver = true }

  /// As of `FeatureParts`.
  func loneFeatures() throws(FormatError) -> [FeatureMembers] { try parts.loneFeatures() }
}
