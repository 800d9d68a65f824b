/// The texts that a workbook keeps once and cells point to by their place in the list.
///
/// Runs of different letters are one text; a reading aid over East Asian signs is none of it.
struct SharedStrings {
    private var text: [UInt8] = []
    /// Where each ends in the text.
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    init() {}

    init(_ part: [UInt8]) throws(WorkbookRefusal.Reason) {
        var reader = SharedStringReader()
        try readXML(part, into: &reader)
        self = reader.strings
    }

    subscript(place: Int) -> ArraySlice<UInt8> {
        text[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }

    fileprivate mutating func append(_ bytes: Span<UInt8>) {
        appendCellText(bytes, to: &text)
        ends.append(UInt32(text.count))
    }
}

private struct SharedStringReader: XMLHandler {
    private(set) var strings = SharedStrings()
    private var isReadingAid = false

    mutating func start(_ element: XMLName) -> TextUse {
        switch element {
        case .si: return .startsAnew
        case .rPh: isReadingAid = true
        case .t: return isReadingAid ? .passedOver : .gathered
        default: break
        }
        return .passedOver
    }

    func attribute(_ name: XMLName, _ value: Span<UInt8>) {}

    mutating func end(_ element: XMLName, _ text: Span<UInt8>) throws(WorkbookRefusal.Reason) {
        switch element {
        case .rPh: isReadingAid = false
        case .si:
            strings.append(text)
            if strings.count > SheetLimits.cells { throw .tooManyCells }
        default: break
        }
    }
}
