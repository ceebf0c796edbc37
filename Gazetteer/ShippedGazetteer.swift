import Foundation

/// Where the gazetteer that ships with the package lies, wherever the program is run from.
public enum ShippedGazetteer {
  /// The folder with `places.tsv` and the boundary files.
  public static var folder: URL { Bundle.module.bundleURL }
}
