import Analysis
import GeoEngine
import Incidents

/// The incidents of one step of time, or of all.
struct StyleSlice {
  /// Nil where there is only one.
  let time: TimeSlice?
  let selection: IncidentSelection
  /// How many months it is long; nil where nothing is counted per month.
  let months: Double?

  /// As the table has it: `2017-03`.
  var period: String? { time?.code }
}

/// What all styles start from.
struct StyleContext {
  let request: StyledMapRequest
  let area: Basemap.Area
  let projection: Projection
  /// All incidents of the region.
  let whole: IncidentSelection
  /// The same by steps of time; one that is all of them where there are no steps.
  let slices: [StyleSlice]
  /// Those that belong to no step: without a date, or with one that spans several. Of a density per month, those
  /// without a date.
  let between: [IncidentRecord]
  /// All but those.
  let drawn: IncidentSelection

  var quantity: Quantity { request.value.quantity }
  var theme: Theme { request.format.theme }

  init(_ request: StyledMapRequest, area: Basemap.Area) throws(CartographyError) {
    self.request = request
    self.area = area
    do { projection = try Projection(equalAreaFor: area.box) } catch { throw .engine(error) }
    let (region, quantity) = (request.map.region, request.value.quantity)
    let towns = TownNames(request.map.basemap.towns)
    whole = IncidentSelection(request.map.records, in: region, counting: quantity, towns: towns)
    guard let step = request.smallMultiples, let days = Self.days(of: step, request, whole) else {
      let days = Self.days(request, whole.tally.dates)
      let months = request.style == .heatmap ? Heatmap.months(days, whole, quantity) : nil
      between = months == nil ? [] : whole.records.filter { $0.date == nil }
      drawn =
        between.isEmpty
        ? whole
        : IncidentSelection(whole.records.filter { $0.date != nil }, in: region, counting: quantity, towns: towns)
      slices = [StyleSlice(time: nil, selection: drawn, months: months)]
      return
    }
    let times = step.slices(days)
    guard times.count <= StyledMap.mostPanels else { throw .tooManyPanels(times.count, step: step) }
    let ours = whole.records + whole.unmapped
    slices = times.map { time in
      let records = ours.filter { $0.date.map(time.contains) ?? false }
      return StyleSlice(
        time: time, selection: IncidentSelection(records, in: region, counting: quantity, towns: towns),
        months: time.days.months)
    }
    between = whole.records.filter { record in !times.contains { record.date.map($0.contains) ?? false } }
    drawn = IncidentSelection(slices.flatMap(\.selection.records), in: region, counting: quantity, towns: towns)
  }

  /// The first and last day that the map is about: those asked for; where one was not, that of the incidents.
  static func days(
    _ request: StyledMapRequest, _ dates: ClosedRange<CalendarDate>?
  ) -> ClosedRange<CalendarDate>? {
    guard let first = request.from ?? dates?.lowerBound, let last = request.through ?? dates?.upperBound, first <= last
    else { return nil }
    return first...last
  }

  /// The days of a time series: from the first step with an incident to the last, whole but for what was not asked for.
  private static func days(
    of step: TimeStep, _ request: StyledMapRequest, _ whole: IncidentSelection
  ) -> ClosedRange<CalendarDate>? {
    guard let dates = whole.tally.dates else { return nil }
    let steps = whole.records.lazy.compactMap(\.date).map { date in
      (first: step.whole(around: date.start...date.start), last: step.whole(around: date.end...date.end))
    }.filter { $0.first == $0.last }.map(\.first)
    let shown = steps.reduce(steps.first ?? step.whole(around: dates)) { shown, step in
      min(shown.lowerBound, step.lowerBound)...max(shown.upperBound, step.upperBound)
    }
    let (first, last) = (request.from ?? shown.lowerBound, request.through ?? shown.upperBound)
    let (from, through) = (max(first, shown.lowerBound), min(last, shown.upperBound))
    return from <= through ? from...through : nil
  }

  /// The rows of a table for what no mark stands for.
  func unmapped(_ left: [(name: String, records: [IncidentRecord])]) -> [MapMark] {
    let steps = [(request.smallMultiples == nil ? "no date" : "date in no step of time", between)] + left
    return steps.map { name, records in
      (name, records.reduce(0) { $0 + (quantity.count($1) ?? 0) })
    }.filter { $0.1 > 0 }.map { MapMark(kind: .unmapped, period: nil, name: $0, count: $1) }
  }
}

extension TimeSlice {
  /// `2017-03`, `2017-Q1`, `2017`.
  var code: String {
    let (year, month) = (days.lowerBound.year, days.lowerBound.month)
    return switch step {
    case .month: "\(year)-" + (month < 10 ? "0\(month)" : "\(month)")
    case .quarter: "\(year)-Q\((month + 2) / 3)"
    case .year: "\(year)"
    }
  }

  /// `Mar 2017`, `2017, 1st quarter`, `2017`; with the days of one that is not whole.
  var title: String {
    let (year, month) = (days.lowerBound.year, days.lowerBound.month)
    let name =
      switch step {
      case .month: "\(CalendarDate.months[month - 1]) \(year)"
      case .quarter: "\(year) Q\((month + 2) / 3)"
      case .year: "\(year)"
      }
    return isWhole ? name : name + " (part)"
  }
}
