/// What each cell style makes of numbers, by the style's number.
struct Styles: Sendable {
    private var formats: [NumberFormat] = []

    init() {}

    init(_ part: [UInt8]) throws(WorkbookRefusal.Reason) {
        var reader = StyleReader()
        try readXML(part, into: &reader)
        let custom = reader.codes.mapValues { NumberFormat(code: $0) }
        formats = reader.formatIDs.map { custom[$0] ?? NumberFormat(builtIn: $0) }
    }

    subscript(style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .plain }
}

private struct StyleReader: XMLHandler {
    private(set) var codes: [Int: String] = [:]
    private(set) var formatIDs: [Int] = []
    private var element = XMLName.other
    private var isInCellFormats = false
    private var id: Int?
    private var code = ""

    mutating func start(_ element: XMLName) -> TextUse {
        self.element = element
        switch element {
        case .cellXfs: isInCellFormats = true
        case .numFmt: (id, code) = (nil, "")
        case .xf where isInCellFormats: formatIDs.append(0)
        default: break
        }
        return .passedOver
    }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        switch (element, name) {
        case (.numFmt, .numFmtId): id = wholeNumber(value)
        case (.numFmt, .formatCode): code = string(value)
        case (.xf, .numFmtId) where isInCellFormats: formatIDs[formatIDs.count - 1] = wholeNumber(value) ?? 0
        default: break
        }
    }

    mutating func end(_ element: XMLName, _ text: Span<UInt8>) {
        switch element {
        case .cellXfs: isInCellFormats = false
        // Formats of conditional formatting are called the same and stand behind: the first of a number counts.
        case .numFmt: if let id, codes[id] == nil { codes[id] = code }
        default: break
        }
    }
}
