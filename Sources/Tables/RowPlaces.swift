import Formats
import Gazetteer
import Geo
import Incidents

/// Where a row goes on a map.
struct RowLocation {
  var coordinate: Coordinate
  var decimals: Int
  var geometry: Geometry
  var uncertaintyMeters: Double
  var precision: Precision
  var finding: PositionCheck.Finding
  /// What the radius stands for that the row itself states; nil where it states none.
  var statedPrecision: Precision?
}

/// Places the rows of a table: how far off a position may be, and whether it lies where the row says.
struct RowPlaces {
  private var check: PositionCheck
  private var words: [WordsKey: Words] = [:]
  private var flagTexts: [RowFlags: ReusedText] = [:]
  private var scratch: [UInt8] = []
  private let emptyList: ReusedText
  private let byCoordinates: ReusedText

  /// Combinations of what rows state and where they lie that are remembered.
  private static let mostWords = 50_000

  init(_ resolver: Resolver, texts: inout ReusedTexts) {
    check = PositionCheck(resolver)
    emptyList = texts.text("[]")
    byCoordinates = texts.text(MatchKind.coordinates.rawValue)
  }

  private struct WordsKey: Hashable {
    var context: Int
    var finding: PositionCheck.Finding
    var stated: Precision?
  }

  private struct Words {
    var because: ReusedText
    var country: ReusedText?
    var governorate: ReusedText?
    var governorateCode: ReusedText?
    var precision: ReusedText
    var confidence: Double
  }

  /// The location of a row; nil where it has none, or none that can be right.
  mutating func locate(
    _ position: RowPosition, _ context: PlaceContexts.Context, uncertainty: CellText, _ flags: inout RowFlags
  ) -> RowLocation? {
    switch position {
    case .missing: return nil
    case .zero: flags.insert(.zeroPosition)
    case .outOfRange: flags.insert(.positionOutOfRange)
    case .unreadable: flags.insert(.unreadablePosition)
    case .position(let coordinate, let decimals, let meters, let footprint):
      let stated = DarwinCore.read(TableNumber.decimal(uncertainty)?.value)
      let radius = max(stated ?? context.precision.uncertaintyMeters, meters)
      let finding = check.find(
        coordinate, uncertaintyMeters: radius, country: context.country, governorate: context.governorate)
      let statedPrecision = stated.map { _ in Precision(uncertaintyMeters: radius) }
      if isExchanged(coordinate, finding, context) {
        flags.insert(.exchanged)
        return nil
      }
      if finding.inCountry == .elsewhere { flags.insert(.countryDisagrees) }
      if finding.inGovernorate == .elsewhere { flags.insert(.governorateDisagrees) }
      if finding.inGovernorate == .beside { flags.insert(.acrossGovernorates) }
      return RowLocation(
        coordinate: coordinate, decimals: decimals, geometry: footprint ?? .point(coordinate),
        uncertaintyMeters: radius, precision: statedPrecision ?? context.precision.precision, finding: finding,
        statedPrecision: statedPrecision)
    }
    return nil
  }

  /// Whether a position is not where the row says, and would be with its numbers exchanged.
  private func isExchanged(
    _ coordinate: Coordinate, _ finding: PositionCheck.Finding, _ context: PlaceContexts.Context
  ) -> Bool {
    guard finding.inCountry == .elsewhere || (context.country == nil && finding.inGovernorate == .elsewhere),
      abs(coordinate.longitude - coordinate.latitude) >= Self.exchangedDegrees,
      let swapped = try? Coordinate(longitude: coordinate.latitude, latitude: coordinate.longitude)
    else { return false }
    return check.isIn(swapped, country: context.country, governorate: context.governorate)
  }

  /// Where both numbers are nearly the same, exchanging them explains nothing.
  private static let exchangedDegrees = 1.0

  /// Appends the fields from `place_name` to `because`, of the position that a row gives.
  mutating func append(
    _ location: RowLocation?, _ context: PlaceContexts.Context, place: FeatureBatch.Value, flags: RowFlags,
    looksUp: Bool, texts: inout ReusedTexts, to output: inout FeatureBatch
  ) {
    let words = location.map { self.words(of: $0, context, &texts) }
    func append(_ text: ReusedText?) {
      output.append(text.map { texts.value($0, &output) } ?? .missing)
    }
    if let location, let words {
      appendNames(location, place, to: &output)
      if looksUp {
        append(emptyList)
        append(nil)
      }
      append(byCoordinates)
      output.append(.number(words.confidence))
      output.append(.number(location.coordinate.longitude))
      output.append(.number(location.coordinate.latitude))
      output.append(.number(location.uncertaintyMeters.rounded(.up)))
      append(words.precision)
    } else {
      for number in 0..<(looksUp ? 11 : 9) {
        if looksUp, number == 3 { append(emptyList) } else { append(nil) }
      }
    }
    append(words?.country ?? context.countryCodeText)
    append(words?.governorate)
    append(words?.governorateCode)
    let flagText = flagTexts[flags] ?? texts.text(JSON.strings(flags.words).bytes)
    flagTexts[flags] = flagText
    append(flagText)
    append(words?.because ?? emptyList)
    if looksUp { append(emptyList) }
  }

  /// `place_name`, `matched_name` and `place_id`.
  private mutating func appendNames(_ location: RowLocation, _ place: FeatureBatch.Value, to output: inout FeatureBatch)
  {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: "geo:".utf8)
    scratch.append(decimal: location.coordinate.latitude, decimals: location.decimals)
    scratch.append(UInt8(ascii: ","))
    scratch.append(decimal: location.coordinate.longitude, decimals: location.decimals)
    let uri = output.store(scratch[...])
    let name = place == .missing ? uri : place
    output.append(name)
    output.append(name)
    output.append(uri)
  }

  private mutating func words(
    of location: RowLocation, _ context: PlaceContexts.Context, _ texts: inout ReusedTexts
  ) -> Words {
    let key = WordsKey(context: context.number, finding: location.finding, stated: location.statedPrecision)
    if let known = words[key] { return known }
    let finding = location.finding
    let governorate = location.precision == .country ? nil : check.governorate(finding)
    let made = Words(
      because: texts.text(JSON.strings(reasons(location, context)).bytes),
      country: finding.country.map { texts.text($0) }, governorate: governorate.map { texts.text($0.name) },
      governorateCode: governorate.map { texts.text($0.code) },
      precision: texts.text(location.precision.rawValue), confidence: check.confidence(finding))
    if words.count >= Self.mostWords { words.removeAll() }
    words[key] = made
    return made
  }

  private func reasons(_ location: RowLocation, _ context: PlaceContexts.Context) -> [String] {
    var reasons = [
      "the table gives the position",
      location.statedPrecision != nil ? "the table says how far off it may be" : context.precision.because,
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
