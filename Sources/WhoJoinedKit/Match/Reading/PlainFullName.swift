/// The words of a name in small letters with single blanks, if it is nothing but two to four words of ASCII letters
/// between blanks, hyphens or a comma; an apostrophe goes where two letters follow it (`O'Connor`, not `Ali's`).
func plainFullName(_ text: String) -> [UInt8]? {
    let bytes = text.utf8Span.span
    guard bytes.count < 60 else { return nil }
    var (blanks, hasSign, hasInnerCapital) = (0, false, false)
    var name: [UInt8] = []
    name.reserveCapacity(bytes.count)
    for i in bytes.indices {
        let isAfterLetter = i > 0 && isLetter(bytes[i - 1])
        switch bytes[i] {
        case let byte where isLetter(byte):
            if isAfterLetter, byte < .smallA, bytes[i - 1] >= .smallA { hasInnerCapital = true }
            name.append(byte | .caseBit)
            continue
        case .space where isAfterLetter:
            blanks += 1
            name.append(.space)
            continue
        case .hyphen where isAfterLetter, .space where i > 1 && bytes[i - 1] == .comma:
            blanks += 1
            name.append(.space)
        case .comma where isAfterLetter: break
        case .apostrophe where isAfterLetter && i + 2 < bytes.count && isLetter(bytes[i + 1]) && isLetter(bytes[i + 2]):
            break
        default: return nil
        }
        hasSign = true
    }
    // `OlIvEr-jAmEs`: a reader sees more words in it than the ladder puts together again.
    return (1...3).contains(blanks) && isLetter(bytes[bytes.count - 1]) && !(hasSign && hasInnerCapital) ? name : nil
}

private func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter }
