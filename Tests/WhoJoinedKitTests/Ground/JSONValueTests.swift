import Testing

@testable import WhoJoinedKit

@Suite struct JSONValueTests {
    @Test(arguments: [
        (JSONValue.string("Zoë \"Z\" \\"), #""Zoë \"Z\" \\""#),
        (.string("a\nb\u{1B}[2J\u{7F}\u{9B}"), #""a\nb\u001b[2J\u007f\u009b""#),
        (.string("\u{202E}x\u{200B}\u{E0041}"), #""\u202ex\u200b\udb40\udc41""#),
        (.array([.int(-1), .double(0.5), .bool(true), .null]), "[-1,0.5,true,null]"),
        (.object([("b", .int(1)), ("a", .array([]))]), #"{"b":1,"a":[]}"#),
        (.double(.nan), "null"),
    ])
    func `a value is written in one line, controls and invisible characters as escapes`(value: JSONValue, text: String)
    {
        #expect(value.text() == text)
    }

    @Test func `a pretty document has one member a line and short inner ones in one`() {
        let value = JSONValue.object([("a", .int(1)), ("b", .array([.object([("c", .null), ("d", .bool(false))])]))])
        #expect(value.text(pretty: true) == "{\n  \"a\": 1,\n  \"b\": [\n    {\"c\": null, \"d\": false}\n  ]\n}")
    }
}
