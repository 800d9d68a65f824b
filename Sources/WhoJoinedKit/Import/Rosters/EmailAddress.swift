/// Lower case; `nil` unless it is one plain address: what stands here may be handed to a mail program.
func emailAddress(_ text: String) -> String? {
    let lower = text.lowercased()
    let bytes = Array(lower.utf8)
    guard let at = bytes.firstIndex(of: .at), (1...64).contains(at), bytes.count - at - 1 <= 253, bytes[0] != .hyphen
    else { return nil }
    var label = 0
    var hasDot = false
    for i in 0...bytes.count {
        if i == at || i == bytes.count || bytes[i] == .fullStop {
            let isOfDomain = label > at
            if i == label || isOfDomain && (bytes[label] == .hyphen || bytes[i - 1] == .hyphen) { return nil }
            hasDot = hasDot || isOfDomain && i < bytes.count
            label = i + 1
        } else if !(i < at ? isAddressSign(bytes[i]) : bytes[i].isASCIILetterOrDigit || bytes[i] == .hyphen) {
            return nil
        }
    }
    return hasDot ? lower : nil
}

/// What a cell says of where somebody is written to: `a@x.example; b@x.example` has two addresses, of which the first is
/// used, and `Sara Khan <sara@x.example>` has one. A part of what somebody wrote is never taken for an address.
struct EmailCell {
    /// In the order of the cell; none when it holds anything that is no address and cannot be set apart from the others.
    let addresses: [String]
    /// Parts of the cell beside its addresses that are none: `Doe, jane@x.example`.
    private(set) var holdsMore = false

    init(_ text: String) {
        if let only = emailAddress(text) {
            addresses = [only]
            return
        }
        let parts = text.utf8.split { [.semicolon, .comma, .verticalBar].contains($0) }.map {
            tidied(String(Substring($0)))
        }
        let own = parts.filter { !$0.isEmpty }
        let found = own.compactMap(EmailCell.address)
        let others = own.filter { EmailCell.address($0) == nil && !isNoDate($0) }
        if others.contains(where: EmailCell.forbids) {
            addresses = []
            return
        }
        addresses = own.count > 1 ? found : found.isEmpty ? EmailCell.listed(own.first ?? "") : found
        holdsMore = own.count > 1 && !others.isEmpty && text.utf8.last != .greaterThan
    }

    /// `do not use; a@x.example`
    private static func forbids(_ text: String) -> Bool {
        HeadingWords.bars(text)
            || !Set(["not", "dont", "old", "former", "wrong", "bounces", "invalid"]).isDisjoint(
                with: Header(text).words)
    }

    /// One address, also behind a name: `Sara Khan <sara@x.example>`.
    private static func address(_ text: String) -> String? {
        guard text.utf8.last == .greaterThan, let open = text.utf8.lastIndex(of: .lessThan) else {
            return emailAddress(text)
        }
        return emailAddress(String(text[text.utf8.index(after: open)...].dropLast()))
    }

    /// Addresses with blanks, strokes or a word between them: all are addresses, or none is taken.
    private static func listed(_ text: String) -> [String] {
        let words = text.utf8.split { $0 == .space || $0 == .slash }.map { String(Substring($0)) }
            .filter { !["or", "and", "&"].contains($0.lowercased()) }
        let found = words.compactMap(emailAddress)
        return found.count == words.count ? found : []
    }

    /// What is to be said of the cell.
    func problem(in file: String, line: Int, fix: String) -> Problem? {
        switch addresses.count {
        case 0:
            Problem(
                file, line: line, code: "bad-email",
                "an e-mail cell does not hold one plain address and is not used", fix: fix)
        case 1 where holdsMore:
            Problem(
                file, line: line, code: "half-email",
                "an e-mail cell holds an address and something that is none; the address is used", fix: fix,
                severity: .warning)
        case 1: nil
        default:
            Problem(
                file, line: line, code: "several-emails",
                "an e-mail cell holds \(addresses.count) addresses; the first is used",
                fix: "leave the one there that is to be used")
        }
    }
}

private func isAddressSign(_ byte: UInt8) -> Bool {
    switch byte {
    case _ where byte.isASCIILetterOrDigit: true
    // _ + - ' & # ~ !
    case .underscore, .plus, .hyphen, .apostrophe, .ampersand, .numberSign, .tilde, .exclamationMark: true
    default: false
    }
}
