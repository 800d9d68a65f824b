import Testing

@testable import WhoJoinedKit

struct PlainTextTests {
    @Test(arguments: [
        ("Aisha Khan", "Aisha Khan"), ("  two   blanks ", "two blanks"),
        ("tab\tand\r\nline\u{2028}end", "tab and line end"),
        ("\u{1B}[31mred", "[U+001B][31mred"), ("bell\u{7}del\u{7F}c1\u{9B}", "bell[U+0007]del[U+007F]c1[U+009B]"),
        ("a\0b", "ab"),
        ("Aila\u{202E}etagh", "Aila[U+202E]etagh"), ("A\u{200B}i\u{AD}l\u{2060}a\u{FEFF}", "Aila"),
        ("la\u{200E}t\u{200F}in", "latin"),
        ("Ai\u{200C}la", "Aila"), ("tag\u{E0041}s", "tags"), ("blank\u{3164}\u{2800}", "blank"), ("=\u{FE0F}1", "=1"),
        ("\u{FFFD}", "[U+FFFD]"),
    ])
    func `what a reader must not be given is shown or taken out`(text: String, clean: String) {
        #expect(PlainText.clean(text) == clean)
        #expect(PlainText.clean(clean) == clean)
    }

    @Test(arguments: [
        "Zoë Quillby", "Zoe\u{308} Quillby", "محمد علی", "می\u{200C}خواهم", "נועה לוי", "李小龍", "Łukasz",
        "👩\u{200D}🏫 Mia", "❤\u{FE0F}", "O'Marsh–Lee",
    ])
    func `honest names of any script stay byte for byte`(name: String) {
        #expect(PlainText.clean(name).utf8.elementsEqual(name.utf8))
    }

    @Test(arguments: [
        ("L999400118115", "[UPN]"), ("l999400118115", "[UPN]"), ("Ada L999400118115 (she)", "Ada [UPN] (she)"),
        ("L 9994 0011 8115", "[UPN]"), ("L-999-400118115", "[UPN]"), ("L9994\u{200B}00118115", "[UPN]"),
        ("Ｌ９９９４００１１８１１５", "[UPN]"), ("l999400118115@mail.example", "[UPN]@mail.example"),
        ("inbox/L999400118115.csv:4", "inbox/[UPN].csv:4"), ("xL999400118115y", "x[UPN]y"),
        ("L999400118115, L999400118115", "[UPN], [UPN]"), ("A999400118115", "[UPN]"), ("L99940011811A", "[UPN]"),
    ])
    func `what has the form of a UPN is never printed`(text: String, clean: String) {
        #expect(PlainText.clean(text) == clean)
        #expect(PlainText.clean(clean) == clean)
        #expect(PlainText.copied("L999400118115") == "L999400118115", "what somebody typed is still found")
    }

    @Test(arguments: [
        "4B 812 3456 7890", "07700 900123", "abc-defg-hij", "2026-11-16 09:00 to 2026-11-16 10:00",
        "participants_81234567890",
        "xA999400118115y", "12345678901234", "a1234567-1234-1234-1234-123456789012",
    ])
    func `what only looks a little like a UPN stays`(text: String) { #expect(PlainText.clean(text) == text) }

    @Test func `a long name is cut at 120 scalars`() {
        let zalgo = "Z" + String(repeating: "\u{335}", count: 500)
        #expect(PlainText.clean(zalgo).unicodeScalars.count == 120)
        #expect(PlainText.clean(String(repeating: "x", count: 121)) == String(repeating: "x", count: 119) + "…")
        #expect(PlainText.clean(String(repeating: "x", count: 120)).unicodeScalars.count == 120)
    }

    @Test(arguments: ["", "  ", "\u{200B}\u{3164}", "\n"])
    func `nothing to see is said`(name: String) { #expect(PlainText.shown(name) == "(blank name)") }

    @Test func `HTML signs are escaped, behind combining marks too`() {
        #expect(PlainText.html("<b a=\"x\" c='y'>&`") == "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;&#96;")
        #expect(PlainText.html("<\u{338}script") == "&lt;\u{338}script")
    }

    @Test func `a shell word is quoted, and none is made of what cannot be shown`() {
        #expect(PlainText.shellWord("Mo") == "Mo")
        #expect(PlainText.shellWord("-rf") == "'-rf'")
        #expect(PlainText.shellWord("8B/Sc 1") == "'8B/Sc 1'")
        #expect(PlainText.shellWord("O'Neil; rm -rf ~") == "'O'\\''Neil; rm -rf ~'")
        #expect(PlainText.shellWord("a\u{202E}b") == nil)
    }

    @Test func `columns hold wide and long names`() {
        #expect(PlainText.fitted("李小龍", 5) == "李小~")
        #expect(PlainText.width(PlainText.fitted("Khan, Aisha", 6)) == 6)
        #expect(PlainText.wrapped("one two three", 7, indent: 2) == ["one two", "  three"])
        #expect(PlainText.wrapped("abcdefghij", 4, indent: 1) == ["abc", " def", " ghi", " j"])
    }
}

struct SafeFileNamesTests {
    @Test(arguments: [
        ("4B", "4B"), ("6 Ash", "6 Ash"), ("8B/Sc1", "8B-Sc1"), ("../../etc", "etc"), ("-rf", "rf"),
        (".hidden", "hidden"), ("7A.", "7A"), ("CON", "class-CON"),
        ("com1.x", "class-com1.x"), ("a\\b:c", "a-b-c"),
    ])
    func `a class becomes a plain file name`(text: String, name: String) {
        #expect(SafeFileNames([text])[text] == name)
    }

    @Test func `classes that differ only in case or accents never share a file`() {
        let texts = [
            "7A", "7a", "7á", "7a ", "", "日本", "\u{202E}", String(repeating: "x", count: 300),
            String(repeating: "x", count: 301),
        ]
        let names = SafeFileNames(texts)
        let made = texts.map { names[$0] }
        #expect(Set(made.map { $0.lowercased() }).count == texts.count)
        for name in made {
            #expect(name.utf8.count <= 100)
            #expect(
                name.utf8.allSatisfy {
                    $0 >= 0x30 && $0 <= 0x39 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
                        || [0x20, 0x2D, 0x2E, 0x5F].contains($0)
                },
                "\(name)")
            #expect(name.utf8.first! != 0x2D && name.utf8.first! != 0x2E && name.utf8.first! != 0x20)
        }
        #expect(names["7A"] == "7A")
    }
}
