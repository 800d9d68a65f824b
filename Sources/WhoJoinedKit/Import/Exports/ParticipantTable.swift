/// The participants of one file: each pair of display name and e-mail becomes text once, however many rows bear it.
struct ParticipantTable {
    /// Of one meeting: no call of a school has as many, and each costs time and memory in every report. A term's log has
    /// more, in thousands of meetings.
    static let limit = 50_000

    private(set) var people: [Participant] = []
    /// A meeting has more than `limit`: those beyond are not kept.
    private(set) var isOverfull = false
    /// People by meeting.
    private var counts: [Int: Int] = [:]
    /// Beside each of `people`.
    private var entries: [(meeting: Int, isExternal: Bool)] = []
    private var positions: [Key: Int] = [:]
    /// Of the row, made in the room of the one before.
    private var key = Key(meeting: 0)

    /// Compared byte by byte: to `String` two spellings of one letter are equal.
    private struct Key: Hashable {
        var meeting: Int
        /// Name, a byte that no text has, e-mail.
        var bytes: [UInt8] = []

        /// Eight bytes at once: the hasher takes as long for one.
        func hash(into hasher: inout Hasher) {
            let all = bytes.span
            var word: UInt64 = 0
            for i in all.indices {
                word = word << 8 | UInt64(all[i])
                if i & 7 == 7 { hasher.combine(word) }
            }
            hasher.combine(word)
            hasher.combine(meeting)
        }
    }

    var count: Int { entries.count }
    func meeting(of index: Int) -> Int { entries[index].meeting }
    /// True when the name bore a marker of an outsider (`(Guest)`); `nil`: it says nothing.
    func isMarkedExternal(_ index: Int) -> Bool? { entries[index].isExternal ? true : nil }

    mutating func index(_ bytes: [UInt8], _ name: Range<Int>, _ email: Range<Int>, meeting: Int, style: NameStyle)
        -> Int
    {
        key.meeting = meeting
        key.bytes.removeAll(keepingCapacity: true)
        key.bytes += bytes[name]
        key.bytes.append(.notUTF8)
        key.bytes += bytes[email]
        if let known = positions[key] { return known }
        guard counts[meeting, default: 0] < ParticipantTable.limit else {
            isOverfull = true
            return 0
        }
        counts[meeting, default: 0] += 1
        let (person, isExternal) = makeParticipant(Cells.text(bytes, name), Cells.text(bytes, email), style)
        positions[key] = people.count
        people.append(person)
        entries.append((meeting, isExternal))
        return people.count - 1
    }

    /// Hands the participants over and forgets what only looking up needs.
    mutating func takePeople() -> [Participant] {
        defer { people = [] }
        positions = [:]
        return people
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
