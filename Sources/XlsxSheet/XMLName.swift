import ASCII

/// The names of elements and attributes that are read; the same name may be both.
enum XMLName: String, CaseIterable {
    case c, f, r, s, t, v
    case row, `is`, si, rPh, sheetData, mergeCell, ref, hidden
    case sheet, name, state, id, workbookPr, date1904, calcPr, fullCalcOnLoad
    case numFmt, numFmtId, formatCode, cellXfs, xf
    case relationship = "Relationship"
    case relationshipID = "Id"
    case type = "Type"
    case target = "Target"
    case targetMode = "TargetMode"
    case other

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// Nearly all names in a sheet have one letter or two.
    @inline(__always) init(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "c"): self = .c
        case UInt8(ascii: "f"): self = .f
        case UInt8(ascii: "r"): self = .r
        case UInt8(ascii: "s"): self = .s
        case UInt8(ascii: "t"): self = .t
        case UInt8(ascii: "v"): self = .v
        default: self = .other
        }
    }

    @inline(__always) init?(letters first: UInt8, _ second: UInt8) {
        switch (first, second) {
        case (UInt8(ascii: "i"), UInt8(ascii: "s")): self = .is
        case (UInt8(ascii: "s"), UInt8(ascii: "i")): self = .si
        default: return nil
        }
    }
}

/// `1`, `true` and `on`, as XML writes a claim that holds.
func isTrue(_ value: Span<UInt8>) -> Bool {
    value.count == 1 ? value[0] == UInt8(ascii: "1") : ["true", "on"].contains(string(value))
}

/// A number without a sign; `nil` when anything else stands there.
func wholeNumber(_ value: Span<UInt8>) -> Int? {
    guard !value.isEmpty, value.count < 10 else { return nil }
    var number = 0
    for i in value.indices {
        guard value[i].isASCIIDigit else { return nil }
        number = number * 10 + Int(value[i] - .digitZero)
    }
    return number
}
