import Foundation
import Synchronization

/// A small HTTP server for one test: serves bytes by path, whole or a part of them, and breaks off where it is told to.
final class FileServer: Sendable {
  /// A file to serve.
  struct File {
    var bytes: [UInt8]
    var version = "\"1\""
    /// How many bytes the next answer has before the connection breaks; nil sends all.
    var breakAfter: Int?
    /// Whether parts are served.
    var servesParts = true
  }

  private struct State {
    var files: [String: File] = [:]
    var requests: [String] = []
  }

  /// `http://127.0.0.1:PORT/`
  let url: String
  private let socket: Int32
  private let state = Mutex(State())

  init() throws {
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    socket = descriptor
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/"
    Thread { [self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        answer(connection)
        shutdown(connection, Int32(SHUT_RDWR))
        close(connection)
      }
    }.start()
  }

  /// Stops listening.
  func stop() {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  subscript(path: String) -> File? {
    get { state.withLock { $0.files[path] } }
    set { state.withLock { $0.files[path] = newValue } }
  }

  /// The `Range` fields of all requests so far, or “whole”.
  var requests: [String] { state.withLock { $0.requests } }

  private func answer(_ connection: Int32) {
    let lines = readHeader(connection)
    let path = lines.first?.split(separator: " ").dropFirst().first.map { String($0.dropFirst()) } ?? ""
    func field(_ name: String) -> String? {
      lines.first { $0.lowercased().hasPrefix(name + ":") }.map {
        String($0.drop { $0 != ":" }.dropFirst()).trimmingCharacters(in: .whitespaces)
      }
    }
    let range = field("range")
    state.withLock { $0.requests.append(range ?? "whole") }
    guard let file = self[path] else {
      return send(connection, Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8))
    }
    var start = 0
    let isCurrent = field("if-range").map { $0 == file.version } ?? true
    if let range, isCurrent, file.servesParts {
      start = Int(range.dropFirst("bytes=".count).prefix { $0.isNumber }) ?? 0
    }
    let body = file.bytes[start...]
    let status = start > 0 ? "206 Partial Content" : "200 OK"
    let part = start > 0 ? "Content-Range: bytes \(start)-\(file.bytes.count - 1)/\(file.bytes.count)\r\n" : ""
    let header = "HTTP/1.1 \(status)\r\nETag: \(file.version)\r\n\(part)Content-Length: \(body.count)\r\n\r\n"
    self[path]?.breakAfter = nil
    send(connection, Array(header.utf8) + body.prefix(file.breakAfter ?? body.count))
  }

  private func readHeader(_ connection: Int32) -> [String] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  private func send(_ connection: Int32, _ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
