import DelimitedText
import Testing

@Suite struct EncodingRepairTests {
    @Test(arguments: [
        [0x52, 0x65, 0x6E, 0x8E, 0x65],  // Renée
        [0x46, 0x72, 0x61, 0x6E, 0x8D, 0x6F, 0x69, 0x73],  // François
        [0x4D, 0x9F, 0x6C, 0x6C, 0x65, 0x72],  // Müller
        [0x4D, 0x55, 0x84, 0x4F, 0x5A],  // MUÑOZ
        [0x57, 0x65, 0x69, 0xA7],  // Weiß
    ])
    func `Mac Roman is known by the words that it makes`(bytes: [UInt8]) throws {
        let text = try decodeText(bytes)
        #expect(text.encoding == .macRoman)
        #expect(["Renée", "François", "Müller", "MUÑOZ", "Weiß"].contains(String(decoding: text.bytes, as: UTF8.self)))
    }

    @Test(arguments: ["Jörg", "Raúl", "García", "Björk", "Schön", "Brûlé"])
    func `a letter that Windows-1252 has another for is told by the word that it makes`(name: String) throws {
        let text = try decodeText(name.unicodeScalars.compactMap(MacRoman.byte))
        #expect(text.encoding == .macRoman && String(decoding: text.bytes, as: UTF8.self) == name)
    }

    @Test(arguments: [
        "Dušan", "Tomaž", "Aleš", "Miloš", "cœur", "“ill”, ‘late’", "Mother’s email", "the pupils’ names",
    ])
    func `and so is one of Windows-1252`(text: String) throws {
        let bytes = text.unicodeScalars.compactMap(Windows1252.byte)
        #expect(try decodeText(bytes).encoding == .windows1252 && !MacRoman.isAsLikelyAsWindows(bytes))
    }

    @Test(arguments: [(0x92, "Lu?s"), (0x92, "Mart?"), (0x9A, "?"), (0x9C, "?iz")])
    func `a word that both code pages make is neither's for certain`(byte: Int, word: String) throws {
        let bytes = word.utf8.map { $0 == UInt8(ascii: "?") ? UInt8(byte) : $0 }
        #expect(try decodeText(bytes).encoding == .windows1252 && MacRoman.isAsLikelyAsWindows(bytes))
        #expect(!MacRoman.isAsLikelyAsWindows(Array("Luis".utf8)))
    }

    @Test(arguments: ["O’Brien, Zoë", "Tomáš", "Œuvre £5", "MUÑOZ", "“Ann” – ill"])
    func `Windows-1252 stays what it is`(text: String) throws {
        let bytes = text.unicodeScalars.compactMap(Windows1252.byte)
        #expect(try decodeText(bytes).encoding == .windows1252)
    }

    @Test(arguments: ["ZoÃ« NÃºÃ±ez", "Zo√´ N√∫√±ez"])
    func `letters that were encoded twice are put right`(text: String) {
        var bytes = Array(("a\n" + text).utf8)
        #expect(DoubledUTF8.undo(&bytes) == 2)
        #expect(String(decoding: bytes, as: UTF8.self) == "a\nZoë Núñez")
    }

    @Test(arguments: ["Zoë Núñez", "São João", "ÅÄÖ", "İpek", "日本"])
    func `letters that were encoded once stay`(text: String) {
        var bytes = Array(text.utf8)
        #expect(DoubledUTF8.undo(&bytes) == nil && bytes == Array(text.utf8))
    }

    @Test(arguments: [
        ([0x52, 0x65, 0x6E, 0x82], "René"), ([0x4D, 0x81, 0x6C, 0x6C, 0x65, 0x72], "Müller"),
        ([0x4E, 0xA3, 0xA4, 0x65, 0x7A], "Núñez"),
    ])
    func `a save for MS-DOS is known by the words that it makes`(bytes: [UInt8], name: String) {
        #expect(CodePage850.isLikely(bytes))
        #expect(String(decoding: CodePage850.decode(bytes).bytes, as: UTF8.self) == name)
    }

    @Test(arguments: ["Jörg", "Renée", "François", "MUÑOZ", "García", "Zoë", "Tomáš", "Dušan"])
    func `and no save of a Macintosh or of Windows is one`(name: String) {
        for byte in [MacRoman.byte, Windows1252.byte] {
            let bytes = name.unicodeScalars.compactMap(byte)
            if bytes.count == name.unicodeScalars.count { #expect(!CodePage850.isLikely(bytes)) }
        }
    }

    @Test(
        arguments: [
            ("Zo&euml; N&uacute;&#241;ez", "Zoë Núñez", 1), ("O&#39;Neill\nM&amp;S", "O'Neill\nM&S", 1),
            ("a\nb&#x2019;c", "a\nb’c", 2), ("R&D; A&b", "R&D; A&b", nil), ("a&#44;b&quot;", "a&#44;b&quot;", nil),
            ("&#99999999;&#xD800;&", "&#99999999;&#xD800;&", nil),
        ] as [(String, String, Int?)])
    func `letters of web pages are read as they were meant`(text: String, expected: String, line: Int?) {
        var bytes = Array(text.utf8)
        #expect(WebLetters.undo(&bytes) == line)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
}
