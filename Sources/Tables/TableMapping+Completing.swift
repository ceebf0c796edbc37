import Formats
import Incidents

extension TableMapping {
  /// The mapping with what the first rows of a table show: the order of day and month, and decimal commas.
  /// - Returns: also what was found, in words for the user.
  public func completed(by rows: some FeatureSource) throws -> (mapping: TableMapping, notes: [String]) {
    guard dateOrder == nil || hasDecimalCommas == nil, let batch = try rows.firstBatch() else { return (self, []) }
    var mapping = self
    var notes: [String] = []
    func cells(_ field: TableField) -> [(text: CellText, line: Int)] {
      guard case .column(let name)? = origins[field],
        let column = batch.fields.firstIndex(where: { ColumnName.plain($0.name) == ColumnName.plain(name) })
      else { return [] }
      return (0..<batch.count).compactMap { row in
        guard case .text(let range) = batch.value(row, column) else { return nil }
        return (batch.bytes(range).trimmed, batch.origins.isEmpty ? row + 1 : batch.origins[row].line)
      }
    }
    if dateOrder == nil {
      let shown = cells(.date).compactMap { cell in TableDate.order(shownBy: cell.text).map { ($0, cell.line) } }
      let lines = Dictionary(shown, uniquingKeysWith: { first, _ in first })
      if let day = lines[.dayFirst], let month = lines[.monthFirst] {
        notes.append(
          "dates are written day-first (line \(day)) and month-first (line \(month)): those that may be either are left "
            + "open; give date_order in a mapping")
      } else if let (order, line) = lines.first {
        mapping.dateOrder = order
        notes.append("dates are read \(order.rawValue), as line \(line) shows")
      }
    }
    let numbers = hasDecimalCommas == nil ? cells(.longitude) + cells(.latitude) : []
    if let comma = numbers.first(where: { $0.text.contains(UInt8(ascii: ",")) && TableNumber.decimal($0.text) != nil })
    {
      mapping.hasDecimalCommas = true
      notes.append("numbers are read with decimal commas, as line \(comma.line) shows")
    }
    return (mapping, notes)
  }
}

extension FeatureSource {
  /// The first features; nil when there are none.
  fileprivate func firstBatch() throws -> FeatureBatch? {
    var source = self
    var first: FeatureBatch?
    do {
      try source.read { batch in
        first = batch
        throw Enough()
      }
    } catch is Enough {}
    return first
  }
}

/// Thrown to stop a reading after its first batch.
private struct Enough: Error {}
