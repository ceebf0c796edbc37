import ArgumentParser
import Gazetteer
import Pipeline
import ShippedGazetteer

/// The gazetteers of a command: the shipped one, and those the user adds.
struct GazetteerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A gazetteer to add to the shipped one; may be given several times. A file made by “gazetteer import”, a GeoNames "
        + "country dump, or a CSV or TSV with name, lon and lat.",
      valueName: "path"), completion: .file())
  var gazetteer: [String] = []

  func resolver() throws(GazetteerError) -> Resolver {
    let shipped = GazetteerSource(path: ShippedGazetteer.folder.path(percentEncoded: false))
    return try Resolver(
      sources: [shipped] + gazetteer.map(GazetteerSource.init(path:)), noteLost: ImportTarget.note)
  }

  /// The files that are read.
  var files: [(path: String, role: String)] { gazetteer.map { ($0, "a gazetteer") } }

  /// What results call the gazetteers: the same on every machine.
  var names: [String] { ["shipped"] + gazetteer.map(InputFile.name) }
}
