/// Makes one list of staff of all documents of `roster/`: one person of several lists is one.
struct StaffMerger {
    /// By code.
    private(set) var staff: [StaffMember] = []
    private var staffByCode: [String: StaffMember.Index] = [:]
    private var staffByEmail: [String: StaffMember.Index] = [:]

    init(_ documents: [RosterDocument]) {
        let all = documents.flatMap(\.staff)
        // The school's own list first: it has the codes, and the MIS's teachers are found in it.
        for member in all.filter({ $0.id.utf8.starts(with: "code:".utf8) })
            + all.filter({ !$0.id.utf8.starts(with: "code:".utf8) })
        {
            let index: StaffMember.Index
            if let known = staffIndex(member) {
                index = known
            } else {
                // An id of a set may have a colon of its own.
                let isOurs = ["code:", "email:", "name:"].contains { member.id.utf8.starts(with: $0.utf8) }
                let bare =
                    !isOurs
                    ? member.id
                    : member.id.utf8.firstIndex(of: .colon).map {
                        String(member.id[member.id.utf8.index(after: $0)...])
                    }
                        ?? member.id
                index = staff.endTypedIndex
                staff.append(StaffMember(code: member.code ?? member.identifier ?? bare))
                let code = staff[index].code.lowercased()
                staffByCode[code] = staffByCode[code] ?? index
            }
            staff[index].take(member)
            if let email = staff[index].email { staffByEmail[email] = min(index, staffByEmail[email] ?? index) }
        }
        staff.sort { $0.code < $1.code }
    }

    private func staffIndex(_ member: RosterDocument.Staff) -> StaffMember.Index? {
        if let email = member.email, let found = staffByEmail[email] { return found }
        for code in [member.code, member.identifier, member.id] {
            if let code, let found = staffByCode[code.lowercased()] { return found }
        }
        let found = staff.typedIndices.filter { isSameName(staff[$0], member) }
        return found.count == 1 ? found[0] : nil
    }

    /// `Mrs R Blackwood`, `Mrs Blackwood` and `Ruth Blackwood` are Mrs Ruth Blackwood of the list; two different
    /// e-mails are two people.
    private func isSameName(_ known: StaffMember, _ new: RosterDocument.Staff) -> Bool {
        if known.email != nil, new.email != nil { return false }
        let (a, b) = (known.full.lowercased(), new.full.lowercased())
        if b.isEmpty { return false }
        if a == b || known.given.lowercased() + " " + known.family.lowercased() == b { return true }
        guard !known.family.isEmpty else { return false }
        if !new.family.isEmpty {
            return (known.given.lowercased(), known.family.lowercased()) == (
                new.given.lowercased(), new.family.lowercased()
            )
        }
        let family = " " + known.family.lowercased()
        guard b.utf8.suffix(family.utf8.count).elementsEqual(family.utf8) else { return false }
        let front = b.unicodeScalars.dropLast(family.unicodeScalars.count).split(separator: " ").map {
            String($0).lowercased()
        }
        let title = known.title.lowercased()
        func isTitle(_ word: String) -> Bool {
            word == title || title.isEmpty && ["mr", "mrs", "ms", "miss", "mx", "dr", "mme"].contains(word)
        }
        func isGiven(_ word: String) -> Bool {
            word == known.given.lowercased()
                || word.unicodeScalars.count == 1 && known.given.lowercased().utf8.starts(with: word.utf8)
        }
        switch front.count {
        case 1: return isTitle(front[0]) || isGiven(front[0])
        case 2: return isTitle(front[0]) && isGiven(front[1])
        default: return false
        }
    }
}

extension StaffMember {
    /// Fills what is not known yet.
    fileprivate mutating func take(_ member: RosterDocument.Staff) {
        if title.isEmpty { title = member.title }
        if given.isEmpty { given = member.given }
        if family.isEmpty { family = member.family }
        let named = member.full == member.email ? "" : member.full
        if full.isEmpty { full = named }
        email = email ?? member.email
        phone = phone ?? member.phone
        personalMeetingID = personalMeetingID ?? member.personalMeetingID
        for id in [member.id, member.identifier ?? "", member.code ?? ""]
        where !id.isEmpty && id != code && !otherIDs.contains(id) { otherIDs.append(id) }
        if full != named, !named.isEmpty, !otherIDs.contains(named) { otherIDs.append(named) }
    }
}
