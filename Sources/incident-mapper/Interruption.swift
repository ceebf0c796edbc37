import Formats
import Foundation

/// What happens when the user or the system stops the program: files in the making are removed.
enum Interruption {
  private static let pipe = Pipe()
  private static let writingEnd = pipe.fileHandleForWriting.fileDescriptor

  /// From now on SIGINT and SIGTERM remove what is not complete, then end the program as they always do.
  static func removesUnfinishedFiles() {
    // A handler may do next to nothing (signal-safety(7)): it passes the number on to a thread. Handlers do not go to
    // programs that are started from here.
    _ = writingEnd
    for number in [SIGINT, SIGTERM] where !isIgnored(number) {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = unsafe write(Interruption.writingEnd, &byte, 1)
      }
    }
    Thread.detachNewThread {
      guard let number = pipe.fileHandleForReading.readData(ofLength: 1).first else { return }
      UnfinishedFiles.removeAll {
        signal(Int32(number), SIG_DFL)
        kill(getpid(), Int32(number))
        // The signal comes before this is over.
        sleep(1)
      }
    }
  }

  /// Whether the signal is ignored, as a shell has it for what runs in the background.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
