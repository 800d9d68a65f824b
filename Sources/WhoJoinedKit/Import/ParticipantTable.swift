/// The participants of one file: each pair of display name and e-mail becomes text once, however many rows bear it.
struct ParticipantTable {
    private(set) var people: [Participant] = []
    /// Beside each of `people`.
    private var entries: [Entry] = []
    /// The raw bytes of name and e-mail of each, behind one another, for comparing.
    private var keys: [UInt8] = []
    /// Open addressing; 0 = empty, else index + 1 in the low half and half of the hash above it.
    private var slots = [UInt64](repeating: 0, count: 64)
    /// Unknown to whoever chose the names: nobody can make them collide on purpose. It changes no result.
    private static let seed = UInt64.random(in: .min ... .max)

    private struct Entry {
        var meeting: Int32
        /// Where its bytes begin in `keys`, and where its name and its e-mail end.
        var start, nameEnd, emailEnd: UInt32
        var isExternal: Bool

        var name: Range<Int> { Int(start)..<Int(nameEnd) }
        var email: Range<Int> { Int(nameEnd)..<Int(emailEnd) }
    }

    /// - Parameter rows: how many rows there are, about: room for a class is made at once.
    init(rows: Int) {
        let count = min(rows, 48)
        people.reserveCapacity(count)
        entries.reserveCapacity(count)
        keys.reserveCapacity(count * 48)
    }

    var count: Int { entries.count }
    func meeting(of index: Int) -> Int { Int(entries[index].meeting) }
    /// True when the name bore a marker of an outsider (`(Guest)`); `nil`: it says nothing.
    func isMarkedExternal(_ index: Int) -> Bool? { entries[index].isExternal ? true : nil }

    mutating func index(_ bytes: [UInt8], _ name: Range<Int>, _ email: Range<Int>, meeting: Int, style: NameStyle)
        -> Int
    {
        index(bytes, name, email, meeting: meeting) {
            makeParticipant(Cells.text(bytes, name), Cells.text(bytes, email), style)
        }
    }

    /// Takes in the participants of rows further down.
    /// - Returns: where each of them is now.
    mutating func join(_ below: ParticipantTable) -> [Int] {
        below.people.indices.map { i in
            let entry = below.entries[i]
            return index(below.keys, entry.name, entry.email, meeting: Int(entry.meeting)) {
                (below.people[i], entry.isExternal)
            }
        }
    }

    private mutating func index(
        _ bytes: [UInt8], _ name: Range<Int>, _ email: Range<Int>, meeting: Int,
        _ make: () -> (Participant, isExternal: Bool)
    ) -> Int {
        let mask = slots.count - 1
        let hash = hash(bytes, name, email, meeting)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if slots[slot] >> 32 == hash >> 32, isEqual(entries[index], bytes, name, email, meeting) { return index }
            slot = (slot + 1) & mask
        }
        let index = people.count
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
        let start = keys.count
        keys.append(contentsOf: bytes[name])
        let nameEnd = keys.count
        keys.append(contentsOf: bytes[email])
        let (person, isExternal) = make()
        people.append(person)
        entries.append(
            Entry(
                meeting: Int32(meeting), start: UInt32(start), nameEnd: UInt32(nameEnd), emailEnd: UInt32(keys.count),
                isExternal: isExternal))
        if people.count * 4 > slots.count * 3 { grow() }
        return index
    }

    private func isEqual(_ entry: Entry, _ bytes: [UInt8], _ name: Range<Int>, _ email: Range<Int>, _ meeting: Int)
        -> Bool
    {
        guard entry.meeting == meeting, entry.name.count == name.count, entry.email.count == email.count else {
            return false
        }
        return keys[entry.name] == bytes[name] && keys[entry.email] == bytes[email]
    }

    private func hash(_ bytes: [UInt8], _ name: Range<Int>, _ email: Range<Int>, _ meeting: Int) -> UInt64 {
        var state = ParticipantTable.seed ^ UInt64(truncatingIfNeeded: meeting) &* 0x9E37_79B9_7F4A_7C15
        mix(bytes, name, into: &state)
        mix(bytes, email, into: &state)
        return state ^ state >> 32
    }

    /// Eight bytes at a time; the length goes in too, so that the border between name and e-mail counts.
    private func mix(_ bytes: [UInt8], _ range: Range<Int>, into state: inout UInt64) {
        let cell = bytes.span.extracting(range)
        var at = 0
        while at + 8 <= cell.count {
            var word: UInt64 = 0
            for i in 0..<8 { word |= UInt64(cell[at + i]) << UInt64(i * 8) }
            state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
            state ^= state >> 32
            at += 8
        }
        var word = UInt64(cell.count)
        while at < cell.count {
            word = word << 8 | UInt64(cell[at])
            at += 1
        }
        state = (state ^ word) &* 0xBF58_476D_1CE4_E5B9
        state ^= state >> 31
    }

    /// Hands the participants over and forgets what only looking up needs.
    mutating func takePeople() -> [Participant] {
        defer { people = [] }
        (keys, slots) = ([], [])
        return people
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 4)
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            let hash = hash(keys, entry.name, entry.email, Int(entry.meeting))
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
        }
    }
}

private func makeParticipant(_ name: String, _ email: String, _ style: NameStyle) -> (Participant, isExternal: Bool) {
    var display = name
    var original: String?
    var isExternal = false
    switch style {
    case .plain: break
    case .zoom: (display, original) = splitRename(name)
    case .teams: (display, isExternal) = stripOutsiderMark(name)
    }
    let person = Participant(
        displayName: DisplayName(display), originalName: original.map(DisplayName.init),
        email: email.isEmpty || isTelephoneNumber(email) ? nil : email, isPhone: isTelephoneNumber(display), stays: [])
    return (person, isExternal)
}

/// `New Name (Original Name)`: the last balanced bracket group at the end, unless it holds pronouns only.
func splitRename(_ cell: String) -> (display: String, original: String?) {
    let letters = cell.utf8.span
    guard let last = letters.indices.last, letters[last] == .closingParenthesis else { return (cell, nil) }
    let bytes = Array(cell.utf8)
    var depth = 0
    var at = bytes.count - 1
    while at >= 0 {
        if bytes[at] == .closingParenthesis { depth += 1 }
        if bytes[at] == .openingParenthesis { depth -= 1 }
        if depth == 0 { break }
        at -= 1
    }
    guard at > 0 else { return (cell, nil) }
    let inner = Cells.trimmed(bytes, at + 1..<bytes.count - 1)
    let outer = Cells.trimmed(bytes, 0..<at)
    if inner.isEmpty || outer.isEmpty { return (cell, nil) }
    let original = Cells.text(bytes, inner)
    return arePronouns(original) ? (cell, nil) : (Cells.text(bytes, outer), original)
}

private let pronouns: Set<String> = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "ze", "zir",
    "zie", "hir", "xe", "xem",
    "xyr", "ey", "em", "fae", "faer", "ve", "ver", "it", "its", "any", "all", "elle", "elles", "il", "iel", "el",
    "ella", "hi", "ei", "ef", "fo", "nhw",
]

private func arePronouns(_ text: String) -> Bool {
    let folded = Cells.folded(text)
    if folded == "any pronouns" || folded == "all pronouns" { return true }
    let parts = folded.utf8.split { $0 == .slash || $0 == .comma || $0 == .verticalBar || $0 == .backslash }
    return parts.count > 1 && parts.allSatisfy { pronouns.contains(Cells.folded(String(Substring($0)))) }
}

/// Teams marks people from outside or not signed in behind the name; other brackets are the directory's habit and stay.
private let outsiderMarks: Set<String> = [
    "guest", "unverified", "external", "invite", "invitee", "gosc", "convidado", "convidada", "gast", "invitado",
    "invitada", "ospite",
    "gwestai", "externe", "extern", "externo", "externa", "zewnetrzny", "zewnetrzna", "esterno", "esterna", "allanol",
    "non verifie",
    "non verifiee", "niezweryfikowany", "niezweryfikowana", "niezweryfikowane", "nao verificado", "nao verificada",
    "nicht verifiziert",
    "nicht uberpruft", "no verificado", "no verificada", "non verificato", "non verificata", "niet geverifieerd",
    "heb ei ddilysu",
]

func stripOutsiderMark(_ cell: String) -> (display: String, isExternal: Bool) {
    let bytes = Array(cell.utf8)
    var name = 0..<bytes.count
    var isMarked = false
    while name.count > 2, bytes[name.upperBound - 1] == .closingParenthesis,
        let open = bytes[name].lastIndex(of: .openingParenthesis),
        open > name.lowerBound,
        outsiderMarks.contains(Cells.folded(Cells.text(bytes, open + 1..<name.upperBound - 1)))
    {
        let rest = Cells.trimmed(bytes, name.lowerBound..<open)
        if rest.isEmpty { break }
        name = rest
        isMarked = true
    }
    return isMarked ? (Cells.text(bytes, name), true) : (cell, false)
}

/// Digits, `+`, `*` and spaces, six or more, or Zoom's `Call-In User_1`.
func isTelephoneNumber(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count >= 6 else { return false }
    func isDigit(_ byte: UInt8) -> Bool { byte.isASCIIDigit }
    if bytes[0] | .caseBit == 0x63 {
        // Nearly all are the name of somebody called Claire.
        if bytes[1] > .space, bytes[1] < .beyondASCII, bytes[1] | .caseBit != .smallA { return false }
        let folded = Cells.folded(text).utf8
        let prefix = "call-in user_".utf8
        return folded.starts(with: prefix) && folded.count > prefix.count
            && folded.dropFirst(prefix.count).allSatisfy(isDigit)
    }
    var hasDigit = false
    for i in bytes.indices {
        if isDigit(bytes[i]) {
            hasDigit = true
        } else if bytes[i] != .asterisk, bytes[i] != .space, bytes[i] != .plus {
            return false
        }
    }
    return hasDigit
}
