import Formats

/// The cells of one row after another, by the fields of a mapping. A class: rows are read with one owner more of it, not
/// with one of each cell.
final class RowReader: Sendable {
  let id, date, dateEnd, dateCode, assessment, killed, killedMin, killedMax, civiliansKilled: Cell
  let injured, injuredMin, injuredMax, victims, event, actor, source, place, district, governorate, country: Cell
  let longitude, latitude, coordinates, uncertainty, placeCode: Cell

  /// Where the text of a field is.
  struct Cell: Sendable {
    fileprivate let position: Int
    fileprivate let constant: [UInt8]
    /// The column's name; nil where the field is read from none.
    let column: String?

    /// A field that the table does not have.
    static let none = Cell(position: -1, constant: [], column: nil)

    /// Whether the table has the field at all.
    var isMapped: Bool { position >= 0 || !constant.isEmpty }
    /// Whether it is a column.
    var isColumn: Bool { position >= 0 }

    /// `column “killed”: words`. A message never quotes a cell: cells tell of victims.
    func fault(_ text: CellText) -> String {
      column.map { "column “\($0)”: \(text.contentKind)" } ?? text.contentKind
    }
  }

  init(_ columns: TableColumns) {
    func cell(_ field: TableField) -> Cell {
      Cell(
        position: columns.position(field) ?? -1, constant: columns.constant(field) ?? [],
        column: columns.name(field))
    }
    (id, date, dateEnd, dateCode) = (cell(.id), cell(.date), cell(.dateEnd), cell(.dateCode))
    (assessment, killed, killedMin, killedMax) = (cell(.assessment), cell(.killed), cell(.killedMin), cell(.killedMax))
    (civiliansKilled, injured, injuredMin) = (cell(.civiliansKilled), cell(.injured), cell(.injuredMin))
    (injuredMax, victims, event, actor) = (cell(.injuredMax), cell(.victims), cell(.event), cell(.actor))
    (source, place, district, governorate) = (cell(.source), cell(.place), cell(.district), cell(.governorate))
    (country, longitude, latitude) = (cell(.country), cell(.longitude), cell(.latitude))
    (coordinates, uncertainty, placeCode) = (cell(.coordinates), cell(.uncertainty), cell(.placeCode))
  }

  /// The text of a field, without white space around it; empty where nothing is stated.
  func text(_ cell: Cell, _ batch: FeatureBatch, _ row: Int) -> CellText {
    guard cell.position >= 0 else { return cell.constant[...] }
    switch batch.value(row, cell.position) {
    case .missing: return []
    case .text(let range): return batch.bytes(range).trimmed
    case .integer(let number): return Array(String(number).utf8)[...]
    case .number(let number): return Array(Self.words(number).utf8)[...]
    case .boolean(let flag): return Array((flag ? "true" : "false").utf8)[...]
    }
  }

  /// The same as a value of a batch that began with the texts of this one.
  func value(_ cell: Cell, _ batch: FeatureBatch, _ row: Int, in output: inout FeatureBatch) -> FeatureBatch.Value {
    let text = text(cell, batch, row)
    if text.isEmpty { return .missing }
    guard cell.position >= 0, case .text = batch.value(row, cell.position) else { return output.store(text) }
    return FeatureBatch.part(text)
  }

  private static func words(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : number.description
  }
}
