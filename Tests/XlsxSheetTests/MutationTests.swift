import Testing

@testable import XlsxSheet

/// Damaged workbooks are read or refused; none brings the program down. `XLSX_MUTATIONS` sets how many are tried.
@Suite("Damaged workbooks")
struct MutationTests {
    private static let count = mutationCount()

    private var book: InventedWorkbook {
        let rows = """
            <row r="1" hidden="1" spans="1:3"><c r="A1" t="s"><v>0</v></c>\
            <c r="B1" s="1"><v>46342.5</v></c><c r="C1" s="2"><v>4.2E+03</v></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><r><t>A</t></r><rPh><t>x</t></rPh></is></c>\
            <c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c></row>\
            <row><c><f>A1</f></c><c t="d"><v>2026-11-16T09:00:00</v></c>\
            <c t="str"><f>A1</f><v>_x000D_x</v></c><c s="3"><v>1.5</v></c></row>
            """
        var book = InventedWorkbook(
            rows, after: "<mergeCells><mergeCell ref=\"A1:A9\"/></mergeCells>",
            formats: ["dd/mm/yyyy hh:mm", "\\P0000", "[h]:mm"], strings: ["<t>Zoë</t>"])
        book.tabs.append(.init(name: "Old", state: "hidden", content: ""))
        return book
    }

    @Test func `changed parts`() {
        var random = Seeded(state: 1)
        let files = book.files.map { ($0, Array($1.utf8)) }
        var readable = 0
        for _ in 0..<Self.count {
            var files = files
            // The parts that stand for themselves; the list of types is read by nobody.
            let part = Int.random(in: 1..<files.count, using: &random)
            for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&files[part].1, &random) }
            if refusal(storedZip(files)) == nil { readable += 1 }
        }
        #expect(readable > 0 && readable < Self.count)
    }

    @Test func `changed archives`() {
        var random = Seeded(state: 2)
        let whole = book.bytes
        var readable = 0
        for _ in 0..<Self.count {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, &random) }
            if refusal(bytes) == nil { readable += 1 }
        }
        #expect(readable < Self.count)
    }

    @Test func `any number formats and numbers`() {
        var random = Seeded(state: 3)
        let signs = Array("0#?.,;@\"\\_*[]hmsdyeEgGbaApP/+-:%$ 1é".utf8)
        let numerals = Array("0123456789.eE+-".utf8)
        for _ in 0..<Self.count {
            let code = (0..<Int.random(in: 0...12, using: &random)).map { _ in signs.randomElement(using: &random)! }
            let format = NumberFormat(code: String(decoding: code, as: UTF8.self))
            let number = (0..<Int.random(in: 0...24, using: &random)).map { _ in numerals.randomElement(using: &random)!
            }
            if let plain = plainNumber(number.span), case .padded(let padding) = format {
                _ = paddedNumber(plain, padding)
            }
            let serial = Double(bitPattern: random.next())
            _ = dateText(serial, format, .from1904)
            _ = dateText(Double.random(in: -10...3_000_000, using: &random), format, .from1900)
            var text: [UInt8] = []
            appendCellText(code.span, to: &text)
            #expect(text.count <= 3 * code.count)
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let length = Int.random(in: 1...min(24, bytes.count - place), using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.removeSubrange(place..<place + length)
        case 3:
            bytes.insert(contentsOf: bytes[place..<place + length], at: Int.random(in: 0...bytes.count, using: &random))
        case 4: bytes.removeLast(bytes.count - place)
        default: bytes.insert(contentsOf: Self.words.randomElement(using: &random)!, at: place)
        }
    }

    private static let words = [
        "<c r=\"XFD1048576\"><v>1</v></c>", "<row r=\"1048576\">", "</row>", "<v>", "</c>", "&#0;", "&#x10FFFF;",
        "&amp;", "_xD800_", "A1:XFD1048576",
        "99999999999999999999", "-1", "1e308", "<!DOCTYPE a>", "<!--", "]]>", "\u{0}", "\"", "é",
        "t=\"s\"", "s=\"99\"",
        "../", "xmlns:x=\"y\"",
    ].map { Array($0.utf8) }
}

private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
