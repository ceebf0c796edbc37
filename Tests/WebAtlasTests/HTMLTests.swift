import Testing

@testable import WebAtlas

@Suite struct HTMLTests {
  @Test(arguments: [
    ("<b>", "&lt;b&gt;"), ("a & b", "a &amp; b"), ("\"quoted\" 'so'", "&quot;quoted&quot; &#39;so&#39;"),
    ("&lt;", "&amp;lt;"), ("رقة é", "رقة é"), ("bell\u{7} nul\0", "bell\u{FFFD} nul\u{FFFD}"),
    ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"), ("\u{202E}drow", "[U+202E]drow"),
    ("\u{2067}x\u{2069}", "[U+2067]x[U+2069]"),
    ("line\nbreak\ttab", "line\nbreak\ttab"),
  ])
  func aTextIsOnlyText(text: String, markup: String) {
    #expect(HTML(text).source == markup)
    #expect(HTML.element("p", ["title": text], text).source == "<p title=\"\(markup)\">\(markup)</p>\n")
    #expect(HTML("\(text)").source == markup, "an interpolated string is a text too")
  }

  @Test func dataCannotEndItsElement() {
    let data = HTML.data(id: "x", json: Array("[\"</script><!-- \u{202E}\"]".utf8)).source
    #expect(data == "<script type=\"application/json\" id=\"x\">[\"\\u003c/script>\\u003c!-- \\u202e\"]</script>\n")
  }

  @Test func aTemplateIsFilledOnce() {
    let template = PageTemplate("<p>{{a}} and {{b}}</p>{{a}}")
    #expect(
      String(decoding: template.filled(with: ["a": "{{b}}", "b": "<"]), as: UTF8.self) == "<p>{{b}} and &lt;</p>{{b}}")
  }

  @Test(arguments: [
    ("syria/raqqa.svg", "syria/raqqa.svg"), ("a b/#1?.svg", "a%20b/%231%3F.svg"), ("غ.svg", "%D8%BA.svg"),
  ])
  func pathsBecomeURLs(path: String, url: String) { #expect(urlPath(path) == url) }
}
