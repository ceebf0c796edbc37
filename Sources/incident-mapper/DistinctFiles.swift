import Foundation
import Pipeline

/// Files without those that are named twice, whichever way, which is said: their incidents would count twice.
func distinctFiles(_ paths: [String]) -> [String] {
  var seen: Set<String> = []
  return paths.filter { path in
    let isNew = seen.insert(URL(fileURLWithPath: path).resolvingSymlinksInPath().path).inserted
    if !isNew { writeNote("\(path): the file is given twice; it is read once") }
    return isNew
  }
}
