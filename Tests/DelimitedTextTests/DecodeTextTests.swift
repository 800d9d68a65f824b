import DelimitedText
import Testing

private func utf16(_ text: String, big: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return big ? [high, low] : [low, high]
    }
}

@Suite struct DecodeTextTests {
    @Test func `every sign of Windows-1252 has its byte`() {
        for byte in UInt8.min ... .max {
            let text = String(decoding: Windows1252.decode([byte]).bytes, as: UTF8.self)
            #expect(text.unicodeScalars.map(Windows1252.byte) == [byte])
        }
        #expect("Zoë œ€Ž".unicodeScalars.map(Windows1252.byte) == [0x5A, 0x6F, 0xEB, 0x20, 0x9C, 0x80, 0x8E])
        #expect(Windows1252.byte("ł") == nil)
    }

    private static let encoded: [(mark: [UInt8], text: [UInt8], encoding: TextEncoding)] = [
        ([], Array("Zoë".utf8), .utf8),
        ([0xEF, 0xBB, 0xBF], Array("Zoë".utf8), .utf8WithMark),
        ([0xFF, 0xFE], utf16("Zoë", big: false), .utf16LittleEndian),
        ([0xFE, 0xFF], utf16("Zoë", big: true), .utf16BigEndian),
        ([], [0x5A, 0x6F, 0xEB], .windows1252),
    ]

    @Test(arguments: encoded)
    func `the same name comes out of every encoding`(mark: [UInt8], bytes: [UInt8], encoding: TextEncoding) throws {
        let text = try decodeText(mark + bytes)
        #expect(text.encoding == encoding)
        #expect(String(decoding: text.bytes, as: UTF8.self) == "Zoë")
    }

    @Test(arguments: [false, true])
    func `UTF-16 without a mark is known by its NULs`(big: Bool) throws {
        #expect(try decodeText(utf16("Name,Email\nZoe,x@y\n", big: big)).bytes == Array("Name,Email\nZoe,x@y\n".utf8))
    }

    @Test(arguments: [
        ([], WrongKind.empty), ([0x89, 0x50, 0x4E, 0x47, 1], .png), ([0x50, 0x4B, 3, 4], .zipOrWorkbook),
        ([0x1F, 0x8B], .gzip),
        (Array("  <!DOCTYPE html><p>".utf8), .webPage), (Array("{\"error\":1}".utf8), .json),
        (Array("<?xml?>".utf8), .xml),
        (Array("SQLite format 3\0".utf8), .database),
    ])
    func `a file that is no text table is named`(bytes: [UInt8], kind: WrongKind) {
        #expect(throws: kind) { try decodeText(bytes) }
    }

    @Test func `half a surrogate pair or half a unit costs its line alone`() throws {
        let halfAPair: [UInt8] = [0x00, 0xD8]
        let bytes = [0xFF, 0xFE] + utf16("Zoë\n", big: false) + halfAPair + utf16("\nAnn\nB", big: false) + [0x6F]
        let text = try decodeText(bytes)
        let read = records(in: text.bytes, delimiter: 0x2C)
        #expect(read.records.map { $0.text(at: 0) } == ["Zoë", "Ann"])
        #expect(read.damage.map(\.line) == [2, 4])
    }

    @Test(arguments: [[0xC0, 0xAF], [0xC1, 0x81]])
    func `an overlong form is damage, not Windows-1252`(form: [UInt8]) throws {
        #expect(try decodeText(Array("A ".utf8) + form + Array(" B\n".utf8)).encoding == .utf8)
    }

    @Test(arguments: [[0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xF0, 0x9F]])
    func `a letter that was cut is damage in no other encoding`(form: [UInt8]) throws {
        #expect(try decodeText(Array("Guest ".utf8) + form + Array(",9\n".utf8)).encoding == .utf8)
        #expect(try decodeText(Array("Zo".utf8) + form + Array("e\n".utf8)).encoding == .utf8)
    }

    @Test func `one broken byte among good UTF-8 is damage, not Windows-1252`() throws {
        let bytes = Array("Zoë\n".utf8) + [0xFF, 0x0A]
        #expect(try decodeText(bytes).encoding == .utf8)
    }
}
