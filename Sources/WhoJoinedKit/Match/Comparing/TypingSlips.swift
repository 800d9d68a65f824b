/// How one word may have come of another: typing slips, heads of names, letters that look alike or were lost.

/// What tells at a glance that two words are far apart.
struct WordShape: Sendable {
    var letters: UInt32 = 0
    /// The first three letters.
    var head: UInt32 = 0
    var length: UInt8

    var first: UInt8 { UInt8(truncatingIfNeeded: head >> 16) }

    init(_ word: WordBytes) {
        for i in 0..<3 { head = head << 8 | (i < word.count ? UInt32(word[word.startIndex + i]) : 0) }
        length = UInt8(clamping: word.count)
        for byte in word { letters |= letterBit(byte) }
    }
}

/// A bit for each letter of the alphabet, none for anything else.
func letterBit(_ byte: UInt8) -> UInt32 { byte.isASCIISmallLetter ? 1 << UInt32(byte - .smallA) : 0 }

/// `fel` of `felicia`, `robbie` of `robert`: at least three letters, a pet ending taken off. The first three are the
/// same in any case.
func isHead(_ short: WordBytes, of long: WordBytes) -> Bool {
    guard short.count >= 3 else { return false }
    if long.starts(with: short) { return long.count >= short.count + 2 }
    if long.count < short.count { return false }
    var stem = short
    guard let last = stem.popLast() else { return false }
    if last == UInt8(ascii: "e"), stem.last == UInt8(ascii: "i") {
        stem.removeLast()
    } else if last != UInt8(ascii: "y"), last != UInt8(ascii: "i") {
        return false
    }
    if let end = stem.last, stem.count > 2, stem[stem.endIndex - 2] == end { stem.removeLast() }
    return stem.count >= 3 && long.starts(with: stem)
}

/// Changed, missing, added or swapped letters between two words.
func typingDistance(_ a: WordBytes, _ b: WordBytes) -> Int {
    var (a, b) = (a, b)
    while let letter = a.first, letter == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
    while let letter = a.last, letter == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    let (one, other) = (Array(a), Array(b))
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    var row = last
    for i in 1...one.count {
        row[0] = i
        for j in 1...other.count {
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
            if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[other.count]
}

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

/// `lmaan` looks like `Imaan`, `Jarnes` like `James`. An `i` and an `l` that changed places are a slip.
func looksTheSame(_ a: WordBytes, _ b: WordBytes) -> Bool {
    if a.count != b.count { return readsTheSame(a, b) }
    var changed = 0
    for (x, y) in zip(a, b) where x != y {
        guard x == UInt8(ascii: "i") && y == UInt8(ascii: "l") || x == UInt8(ascii: "l") && y == UInt8(ascii: "i")
        else { return false }
        changed += 1
    }
    return changed == 1
}

/// Letter by letter, but for `rn` and `vv`.
private func readsTheSame(_ a: WordBytes, _ b: WordBytes) -> Bool {
    var (i, j) = (a.startIndex, b.startIndex)
    while i < a.endIndex, j < b.endIndex {
        let (one, other) = (
            look(of: a[i], before: i + 1 < a.endIndex ? a[i + 1] : 0),
            look(of: b[j], before: j + 1 < b.endIndex ? b[j + 1] : 0)
        )
        if one.letter != other.letter { return false }
        (i, j) = (i + one.taken, j + other.taken)
    }
    return i == a.endIndex && j == b.endIndex
}

/// `rn` is read as `m`, `vv` as `w`.
private func look(of letter: UInt8, before next: UInt8) -> (letter: UInt8, taken: Int) {
    if letter == UInt8(ascii: "r"), next == UInt8(ascii: "n") { return (UInt8(ascii: "m"), 2) }
    if letter == UInt8(ascii: "v"), next == letter { return (UInt8(ascii: "w"), 2) }
    return (letter, 1)
}

/// Equal for words that look the same however many letters were exchanged, `l` for `i` too: `Begurn` and `Begum`,
/// `lqbai` and `Iqbal`.
func lookKey(of word: WordBytes) -> WordBytes {
    var key: WordBytes = []
    var i = word.startIndex
    while i < word.endIndex {
        let (letter, taken) = look(of: word[i], before: i + 1 < word.endIndex ? word[i + 1] : 0)
        key.append(letter == UInt8(ascii: "l") ? UInt8(ascii: "i") : letter)
        i += taken
    }
    return key
}

/// Each run of lost letters stands for none to as many letters as were lost.
func fitsWithLostLetters(_ pattern: WordBytes, _ name: WordBytes) -> Bool {
    let p = Array(pattern), n = Array(name)
    let lost = p.count { $0 == CleanName.unreadable }
    guard lost < p.count - 1, n.count <= p.count, n.count >= p.count - lost else { return false }
    func fits(_ i: Int, _ j: Int) -> Bool {
        if i == p.count { return j == n.count }
        if p[i] == CleanName.unreadable { return (j < n.count && fits(i + 1, j + 1)) || fits(i + 1, j) }
        return j < n.count && p[i] == n[j] && fits(i + 1, j + 1)
    }
    return lost <= 6 && fits(0, 0)
}
