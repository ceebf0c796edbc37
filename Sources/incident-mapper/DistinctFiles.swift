import Foundation
import Pipeline

/// Files without those that are given twice, under one name or another, which is said: their incidents would count twice.
func distinctFiles(_ paths: [String]) -> [String] {
  var distinct: [String] = []
  for path in paths {
    guard let twin = distinct.first(where: { isSame($0, path) }) else {
      distinct.append(path)
      continue
    }
    let how = twin == path ? "" : ", first as \(twin)"
    writeNote("\(path): the file is given twice\(how); it is read once")
  }
  return distinct
}

/// Whether two paths lead to one file, or to copies of it. What comes from a pipe is never looked at.
private func isSame(_ one: String, _ other: String) -> Bool {
  let paths = [one, other].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
  if paths[0] == paths[1] { return true }
  let files = paths.compactMap { try? FileManager.default.attributesOfItem(atPath: $0) }
  guard files.count == 2, files.allSatisfy({ $0[.type] as? FileAttributeType == .typeRegular }),
    files[0][.size] as? Int == files[1][.size] as? Int
  else { return false }
  return FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1])
}
