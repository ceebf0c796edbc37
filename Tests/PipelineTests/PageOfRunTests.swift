import Foundation
import Pipeline
import Publishing
import TestSupport
import Testing

/// The page of the shipped examples. `./do check page` reads it in a browser.
@Suite struct PageOfRunTests {
  private func page(_ run: MapRun) throws -> String {
    let file = try #require(run.files.first { $0.path == "index.html" })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// Every link of the page but those within it.
  private func links(_ page: String) -> [String] {
    page.matches(of: /(?:href|src|srcset)="([^"#][^"]*)"/).map { String($0.output.1) }.filter { $0 != "data:," }
  }

  @Test(arguments: ["release", "page"]) func itLeadsToEveryFileOfTheRunAndToNoOther(example: String) throws {
    let run =
      example == "release"
      ? try ExampleTests.run.get()
      : try PageExampleTests.run(packageRoot.appending(path: "Examples/page.txt"))
    let linked = Set(links(try page(run)))
    let paths = Set(run.files.map(\.path))
    #expect(linked.isSubset(of: paths), "\(linked.subtracting(paths))")
    // The base of the interactive map is asked for by a script.
    #expect(paths.subtracting(linked) == ["index.html", "atlas/basemap.js"])
  }

  @Test func everyEntryAndItsSentenceAreOnIt() throws {
    let page = try page(ExampleTests.run.get())
    for number in 1...133 { #expect(page.contains("\"id\":\"release.txt#\(number)\"")) }
    #expect(page.contains("A vehicle used by Daesh was hit. "))
  }

  @Test func monthlyFiguresAreATableWithWhatIsLeft() throws {
    let run = try PageExampleTests.run(packageRoot.appending(path: "Examples/page.txt"))
    let page = try page(run)
    #expect(page.contains("Civilians killed and injured, January 2019, Iraq"))
    #expect(page.contains("figures/2019-01.svg"))
    let rest = "In no governorate of the text</th><td class=\"number\">5</td><td class=\"number\">6</td>"
    #expect(page.contains(rest))
  }
}
