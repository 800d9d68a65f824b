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
func lookKey(of word: WordBytes) -> String {
    var key: [UInt8] = []
    var i = word.startIndex
    while i < word.endIndex {
        let (letter, taken) = look(of: word[i], before: i + 1 < word.endIndex ? word[i + 1] : 0)
        key.append(letter == UInt8(ascii: "l") ? UInt8(ascii: "i") : letter)
        i += taken
    }
    return String(decoding: key, as: UTF8.self)
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
