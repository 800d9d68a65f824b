/// Changed, missing, added or swapped letters between two words.
func typingDistance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
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
