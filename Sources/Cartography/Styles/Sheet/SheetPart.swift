/// One of the sheets that a time series takes.
struct SheetPart {
  /// `Sheet 2 of 3`.
  let name: String
  /// The first and the last of its steps of time.
  private let period: String

  init(number: Int, of count: Int, _ slices: ArraySlice<StyleSlice>) {
    name = "Sheet \(number) of \(count)"
    let ends = [slices.first, slices.last].compactMap { $0?.time?.title }
    period = ends.first == ends.last ? ends.first ?? "" : ends.joined(separator: " – ")
  }

  /// `Sheet 2 of 3: Jan 2016 – Dec 2017`.
  var inWords: String { "\(name): \(period)" }
}
