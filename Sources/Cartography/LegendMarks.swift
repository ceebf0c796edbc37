extension Legend {
  /// What the frames turned out to show.
  struct Marks {
    /// Whether any circle of uncertainty is to be seen beside its symbol.
    var hasCircles: Bool
    /// Whether there are insets.
    var hasInsets: Bool
    /// Whether any of the density stands mostly on generic coordinates.
    var hasGeneric: Bool
    /// The largest number that a symbol stands for; 0 without symbols.
    var largestSymbol: Int
    /// Whether any symbol stands for several places.
    var hasSharedSymbols: Bool

    /// As much as there can be of so many incidents: for planning the sheet before its frames are drawn.
    static func most(_ count: Int) -> Marks {
      Marks(hasCircles: true, hasInsets: true, hasGeneric: true, largestSymbol: count, hasSharedSymbols: true)
    }
  }
}

extension Legend.Marks {
  init(_ frames: [MapFrame]) {
    hasCircles = frames.contains { !$0.drawing.circles.isEmpty }
    hasInsets = frames.count > 1
    hasGeneric = frames.contains { !$0.drawing.density.generic.isEmpty }
    (largestSymbol, hasSharedSymbols) = Self.sizes(frames.flatMap(\.symbols))
  }

  init(_ panels: [StylePanel]) {
    hasCircles = panels.contains(where: \.layer.hasCircles)
    hasInsets = panels.contains { $0.letter != nil }
    hasGeneric = false
    (largestSymbol, hasSharedSymbols) = Self.sizes(panels.flatMap(\.layer.symbols))
  }

  private static func sizes(_ symbols: [MapSymbol]) -> (largest: Int, areShared: Bool) {
    (symbols.map(\.counts.total).max() ?? 0, symbols.contains { $0.placeCount > 1 })
  }
}
