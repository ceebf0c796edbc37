import Formats
import Gazetteer
import Geo
import Incidents

/// The flags of a row.
struct RowFlags: Hashable {
  private var bits: UInt16 = 0

  mutating func insert(_ flag: RowFlag) { bits |= 1 << UInt16(Self.number(flag)) }
  func contains(_ flag: RowFlag) -> Bool { bits & 1 << UInt16(Self.number(flag)) != 0 }

  private static func number(_ flag: RowFlag) -> Int { RowFlag.allCases.firstIndex(of: flag) ?? 0 }

  /// As a JSON array of their words.
  var json: [UInt8] { JSON.strings(RowFlag.allCases.filter(contains).map(\.rawValue)).bytes }
}

/// Where a row goes on a map.
struct RowLocation {
  var coordinate: Coordinate
  var decimals: Int
  var geometry: Geometry
  var uncertaintyMeters: Double
  var precision: Precision
  var finding: PositionCheck.Finding
  /// Whether the row itself says how far off its position may be, in meters.
  var statesUncertainty: Bool
}

/// Places the rows of a table: how far off a position may be, and whether it lies where the row says.
struct RowPlaces {
  private var check: PositionCheck
  private var words: [WordsKey: Words] = [:]
  private var flagTexts: [RowFlags: [UInt8]] = [:]
  private var scratch: [UInt8] = []

  /// Combinations of what rows state and where they lie that are remembered.
  private static let mostWords = 50_000

  init(_ resolver: Resolver) { check = PositionCheck(resolver) }

  private struct WordsKey: Hashable {
    var context: Int
    var finding: PositionCheck.Finding
    var statesUncertainty: Bool
  }

  private struct Words {
    var because: [UInt8]
    var country: [UInt8]?
    var governorate: [UInt8]?
    var governorateCode: [UInt8]?
    var confidence: Double
  }

  /// The location of a row; nil where it has none, or none that can be right.
  mutating func locate(
    _ position: RowPosition, _ context: PlaceContexts.Context, uncertainty: CellText, _ flags: inout RowFlags
  ) -> RowLocation? {
    switch position {
    case .missing: return nil
    case .zero: flags.insert(.zeroPosition)
    case .unreadable: flags.insert(.unreadablePosition)
    case .position(let coordinate, let decimals, let meters, let footprint):
      let stated = DarwinCore.read(TableNumber.decimal(uncertainty)?.value)
      let radius = max(stated ?? context.precision.uncertaintyMeters, meters)
      let finding = check.find(
        coordinate, uncertaintyMeters: radius, country: context.country, governorate: context.governorate)
      if isExchanged(coordinate, finding, context) {
        flags.insert(.exchanged)
        return nil
      }
      if finding.inCountry == .elsewhere { flags.insert(.countryDisagrees) }
      if finding.inGovernorate == .elsewhere { flags.insert(.governorateDisagrees) }
      if finding.inGovernorate == .beside { flags.insert(.acrossGovernorates) }
      return RowLocation(
        coordinate: coordinate, decimals: decimals, geometry: footprint ?? .point(coordinate),
        uncertaintyMeters: radius,
        precision: stated == nil ? context.precision.precision : Precision(uncertaintyMeters: radius), finding: finding,
        statesUncertainty: stated != nil)
    }
    return nil
  }

  /// Whether a position is not where the row says, and would be with its numbers exchanged.
  private mutating func isExchanged(
    _ coordinate: Coordinate, _ finding: PositionCheck.Finding, _ context: PlaceContexts.Context
  ) -> Bool {
    guard finding.inCountry == .elsewhere || (context.country == nil && finding.inGovernorate == .elsewhere),
      let swapped = try? Coordinate(longitude: coordinate.latitude, latitude: coordinate.longitude)
    else { return false }
    let other = check.find(swapped, uncertaintyMeters: 0, country: context.country, governorate: context.governorate)
    return other.inCountry == .inside || (context.country == nil && other.inGovernorate == .inside)
  }

  /// Appends the fields from `country` to `flags`.
  mutating func append(
    _ location: RowLocation?, _ context: PlaceContexts.Context, place: CellText, flags: RowFlags,
    texts: inout ReusedTexts, to output: inout FeatureBatch
  ) {
    let words = location.map { self.words(of: $0, context) }
    func append(_ text: [UInt8]?) { output.append(text.map { texts.value($0, &output) } ?? .missing) }
    let stated = context.country.map { Array($0.utf8) }
    append(words?.country ?? stated)
    append(stated)
    append(words?.governorate)
    append(words?.governorateCode)
    if let location, let words {
      output.append(.number(location.coordinate.longitude))
      output.append(.number(location.coordinate.latitude))
      output.append(.number(location.uncertaintyMeters.rounded(.up)))
      output.append(texts.value(location.precision.rawValue, &output))
      appendNames(location, place, to: &output)
      output.append(texts.value(MatchKind.coordinates.rawValue, &output))
      output.append(.number(words.confidence))
      output.append(texts.value(words.because, &output))
    } else {
      for _ in 0..<9 { output.append(.missing) }
      output.append(texts.value("[]", &output))
    }
    let json = flagTexts[flags] ?? flags.json
    flagTexts[flags] = json
    output.append(texts.value(json, &output))
  }

  /// `place_id`, `place_name` and `matched_name`.
  private mutating func appendNames(_ location: RowLocation, _ place: CellText, to output: inout FeatureBatch) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: "geo:".utf8)
    scratch.append(decimal: location.coordinate.latitude, decimals: location.decimals)
    scratch.append(UInt8(ascii: ","))
    scratch.append(decimal: location.coordinate.longitude, decimals: location.decimals)
    let uri = output.store(scratch)
    output.append(uri)
    let name = place.isEmpty ? uri : output.store(place)
    output.append(name)
    output.append(name)
  }

  private mutating func words(of location: RowLocation, _ context: PlaceContexts.Context) -> Words {
    let key = WordsKey(
      context: context.number, finding: location.finding, statesUncertainty: location.statesUncertainty)
    if let known = words[key] { return known }
    let finding = location.finding
    let governorate = location.precision == .country ? nil : check.governorate(finding)
    let made = Words(
      because: JSON.strings(reasons(location, context)).bytes,
      country: finding.country.map { Array($0.utf8) }, governorate: governorate.map { Array($0.name.utf8) },
      governorateCode: governorate.map { Array($0.code.utf8) }, confidence: check.confidence(finding))
    if words.count >= Self.mostWords { words.removeAll() }
    words[key] = made
    return made
  }

  private func reasons(_ location: RowLocation, _ context: PlaceContexts.Context) -> [String] {
    var reasons = [
      "the table gives the position",
      location.statesUncertainty ? "the table says how far off it may be" : context.precision.because,
    ]
    let finding = location.finding
    let found = finding.country ?? "no country that is known here"
    if let country = context.country {
      switch finding.inCountry {
      case .unknown: break
      case .inside: reasons.append("country \(country) agrees")
      case .beside: reasons.append("just beyond the border, in \(found), and the table states \(country)")
      case .elsewhere: reasons.append("it lies in \(found), and the table states \(country)")
      }
    } else if !context.countryText.isEmpty {
      reasons.append("the country “\(context.countryText)” is not known to the gazetteers")
    }
    switch finding.inGovernorate {
    case .unknown:
      if !context.governorateText.isEmpty {
        reasons.append("the governorate “\(context.governorateText)” is not known to the gazetteers")
      }
    case .inside: reasons.append("inside \(context.governorateText), as stated")
    case .beside: reasons.append("beside \(context.governorateText), the governorate stated")
    case .elsewhere: reasons.append("not in \(context.governorateText), the governorate stated")
    }
    return reasons
  }
}
