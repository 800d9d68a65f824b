/// The texts that a workbook keeps once and cells point to by their place in the list.
///
/// Runs of different letters are one text; a reading aid over East Asian signs is none of it.
func readSharedStrings(_ part: [UInt8]) throws(WorkbookRefusal.Reason) -> [String] {
    var reader = SharedStringReader()
    try readXML(part, into: &reader)
    return reader.strings
}

private struct SharedStringReader: XMLHandler {
    private(set) var strings: [String] = []
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
            strings.append(cellText(text))
            if strings.count > SheetLimits.cells { throw .tooManyCells }
        default: break
        }
    }
}
