import DelimitedText

/// A decoded file whose separator is still to be found.
struct UnsplitText: Sendable {
    let decoded: DecodedText
    /// Where its first 16 lines end.
    let headEnd: LineStart
    /// Separators to try, the likeliest first: counted outside quotes in the first 14 lines.
    let delimiters: [UInt8]

    private static let headLines = 16
    private static let headBytes = 131_072
    private static let countedLines = 14
    private static let countedBytes = 16_384

    init(_ decoded: DecodedText) {
        self.decoded = decoded
        var end = LineStart()
        var (tabs, semicolons, commas) = (0, 0, 0)
        var isQuoted = false
        let limit = min(decoded.bytes.count, UnsplitText.headBytes)
        let top = decoded.bytes.span.extracting(..<limit)
        for i in top.indices {
            let byte = top[i]
            // Letters and digits, as nearly all are.
            if byte > .comma, byte != .semicolon { continue }
            let isCounted = end.lines < UnsplitText.countedLines && i < UnsplitText.countedBytes
            switch byte {
            case .quotationMark where isCounted: isQuoted.toggle()
            case .tab where isCounted && !isQuoted: tabs += 1
            case .semicolon where isCounted && !isQuoted: semicolons += 1
            case .comma where isCounted && !isQuoted: commas += 1
            case .carriageReturn where i + 1 < limit && top[i + 1] == .lineFeed: break
            case .lineFeed, .carriageReturn: end = LineStart(offset: i + 1, lines: end.lines + 1)
            default: break
            }
            if end.lines == UnsplitText.headLines { break }
        }
        if end.lines < UnsplitText.headLines { end.offset = limit }
        headEnd = end
        let hint = UnsplitText.separatorHint(in: decoded.bytes)
        let counts: [(delimiter: UInt8, count: Int)] = [(.tab, tabs), (.semicolon, semicolons), (.comma, commas)]
        delimiters = hint.map { [$0] } ?? counts.sorted { $0.count > $1.count }.map(\.delimiter)
    }

    private static func separatorHint(in bytes: [UInt8]) -> UInt8? {
        let head = Array(bytes.prefix(8)).filter { $0 != .quotationMark }
        guard head.count >= 5, Cells.equals(head, 0..<4, "sep=") else { return nil }
        return [.tab, .semicolon, .comma, .verticalBar].contains(head[4]) ? head[4] : nil
    }
}
