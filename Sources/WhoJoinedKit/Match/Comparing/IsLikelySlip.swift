/// A finger slips to a neighbouring key, swaps two letters, leaves one out or strikes one twice. Any other letter in
/// the place of one was meant: `Layba` is no slip of `Layla`.
func isLikelySlip(typed a: WordBytes, meant b: WordBytes) -> Bool {
    if a.count < b.count { return true }
    var (i, j) = (a.startIndex, b.startIndex)
    while i < a.endIndex, j < b.endIndex, a[i] == b[j] { (i, j) = (i + 1, j + 1) }
    if a.count == b.count {
        if i + 1 < a.endIndex, a[i] == b[j + 1], a[i + 1] == b[j] { return true }
        return i < a.endIndex && areNeighbours(a[i], b[j])
    }
    guard i < a.endIndex else { return true }
    func isBeside(_ other: UInt8) -> Bool { other == a[i] || areNeighbours(other, a[i]) }
    return i > a.startIndex && isBeside(a[i - 1]) || i + 1 < a.endIndex && isBeside(a[i + 1])
}

private let keyRows: [[UInt8]] = [Array("qwertyuiop".utf8), Array("asdfghjkl".utf8), Array("zxcvbnm".utf8)]

private let keyPlaces: [(row: Int, column: Int)] = (0..<26).map { letter in
    for (row, keys) in keyRows.enumerated() {
        if let column = keys.firstIndex(of: .smallA + UInt8(letter)) { return (row, column) }
    }
    return (9, 9)
}

/// Keys that touch on a British or American keyboard.
private func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
    guard a.isASCIISmallLetter, b.isASCIISmallLetter else { return false }
    let (x, y) = (keyPlaces[Int(a - .smallA)], keyPlaces[Int(b - .smallA)])
    if x.row == y.row { return abs(x.column - y.column) == 1 }
    let (upper, lower) = x.row < y.row ? (x, y) : (y, x)
    return lower.row - upper.row == 1 && (upper.column == lower.column || upper.column == lower.column + 1)
}
