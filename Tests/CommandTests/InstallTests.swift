import Foundation
import Testing

/// `gazetteer install` against a server on this machine.
@Suite struct InstallTests {
  private static let dump = (1...400).map {
    "\($0)\tFoo \($0)\tFoo \($0)\t\t31.5\t40.25\tP\tPPL\tIQ\t\t\t\t\t\t0\t\t\tX\t2020-01-01\n"
  }.joined()
  private let zip = storedZip("IQ.txt", dump)

  private func withServer(_ body: (FileServer, Command) throws -> Void) throws {
    let server = try FileServer()
    defer { server.stop() }
    try Command.inFolder { try body(server, $0) }
  }

  private func install(_ command: Command, _ server: FileServer, _ more: String...) throws -> Command.Outcome {
    try command.run(["gazetteer", "install", "geonames", "iq", "--from", server.url, "--into", "iraq.gaz"] + more)
  }

  @Test func whole() throws {
    try withServer { server, command in
      server["IQ.zip"] = .init(bytes: zip)
      server["alternatenames/IQ.zip"] = .init(bytes: storedZip("IQ.txt", "1\t7\ten\tOther Name\t\t\t\t\n"))
      let outcome = try install(command, server, "--alternate-names")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("iraq.gaz has 400 places"))
      #expect(!command.exists("iraq.gaz.downloads"))
      #expect(server.requests == ["whole", "whole"])
      let info = try command.run("gazetteer", "info", "iraq.gaz")
      #expect(info.output.contains("400 places, 401 names"))
    }
  }

  @Test func aBrokenDownloadGoesOnWhereItWas() throws {
    try withServer { server, command in
      server["IQ.zip"] = .init(bytes: zip, breakAfter: 5000)
      let first = try install(command, server)
      #expect(first.status == 1)
      #expect(first.errors.contains("run the command again"), "\(first.errors)")
      #expect(!command.exists("iraq.gaz"))
      let second = try install(command, server)
      #expect(second.status == 0, "\(second.errors)")
      #expect(server.requests == ["whole", "bytes=5000-"])
    }
  }

  @Test("A file that changed meanwhile, or a server that sends no parts: from the start", arguments: [true, false])
  func fromTheStart(changes: Bool) throws {
    try withServer { server, command in
      server["IQ.zip"] = .init(bytes: zip, breakAfter: 5000)
      #expect(try install(command, server).status == 1)
      let other = storedZip("IQ.txt", Self.dump.replacing("Foo", with: "Bar"))
      server["IQ.zip"] =
        changes ? .init(bytes: other, version: "\"2\"") : .init(bytes: zip, servesParts: false)
      let second = try install(command, server)
      #expect(second.status == 0, "\(second.errors)")
      #expect(server.requests == ["whole", "bytes=5000-", "whole"])
    }
  }

  @Test func checksums() throws {
    try withServer { server, command in
      server["IQ.zip"] = .init(bytes: zip)
      let wrong = String(repeating: "0", count: 64)
      let outcome = try install(command, server, "--sha256", "IQ=\(wrong)")
      #expect(outcome.status == 1)
      let found = try #require(
        outcome.errors.firstMatch(of: /SHA-256 is ([0-9a-f]{64}), not 0{64}/), "\(outcome.errors)")
      #expect(!command.exists("iraq.gaz"))
      #expect(try install(command, server, "--sha256", "IQ=\(found.1)").status == 0)
      #expect(try install(command, server, "--sha256", "IQ=123").status == 64)
    }
  }

  @Test func absentDamagedAndOffline() throws {
    try withServer { server, command in
      let absent = try install(command, server)
      #expect(absent.status == 1)
      #expect(absent.errors.contains("no such file"), "\(absent.errors)")
      var damaged = zip
      damaged[300] ^= 0xFF
      server["IQ.zip"] = .init(bytes: damaged)
      let broken = try install(command, server)
      #expect(broken.status == 1)
      #expect(broken.errors.contains("IQ.zip: is damaged"), "\(broken.errors)")
      server.stop()
      let offline = try install(command, server)
      #expect(offline.status == 1)
      #expect(offline.errors.contains("check the network"), "\(offline.errors)")
      #expect(!command.exists("iraq.gaz"))
    }
  }

  @Test(arguments: ["Iraq", "I", "I1", "../x"])
  func codes(country: String) throws {
    try Command.inFolder { command in
      let outcome = try command.run("gazetteer", "install", "geonames", country, "--from", "http://127.0.0.1:1/")
      #expect(outcome.status == 64, "\(outcome.errors)")
    }
  }
}
