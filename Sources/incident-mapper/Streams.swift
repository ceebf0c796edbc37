import Foundation

/// Data for the user or the next program.
func writeOutput(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

/// Words beside the data.
func writeNote(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
