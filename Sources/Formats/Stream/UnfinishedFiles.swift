import Foundation
import Synchronization

/// The files and folders in the making: what an interrupted program removes before it ends.
public enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])

  /// Takes note of a file or folder that is not complete.
  public static func add(_ location: URL) { paths.withLock { _ = $0.insert(location.absoluteURL.path) } }

  /// Forgets it: it is complete, or gone.
  public static func remove(_ location: URL) { paths.withLock { _ = $0.remove(location.absoluteURL.path) } }

  /// Removes all of them, and ends the program before it can make others.
  /// - Parameter end: ends the program.
  public static func removeAll(andThen end: () -> Void) {
    paths.withLock { paths in
      for path in paths { try? FileManager.default.removeItem(atPath: path) }
      end()
    }
  }
}
