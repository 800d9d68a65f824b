/// How surely a member of staff was there themselves: anybody can type a teacher's name.
enum CoverProof: Int, Comparable, Sendable {
    /// The platform says that whoever bears the name is from outside.
    case outsideMark
    case nameOnly
    case proven

    static func < (a: CoverProof, b: CoverProof) -> Bool { a.rawValue < b.rawValue }
}

extension LinkedSession {
    /// Proven: the school's own address, a listed number, a person's decision, an export that says the name is from
    /// inside, or one that knows neither addresses nor outsiders.
    func proof(of entrant: LinkedEntrant, _ settings: SchoolSettings) -> CoverProof {
        let link = entrant.link
        if link.decidedBy != nil || link.step == .staffTelephone { return .proven }
        // Who is registered for that day is from outside by nature: the address tells, or the name alone.
        if case .guestTeacher(let isByEmail) = link.step { return isByEmail ? .proven : .nameOnly }
        let isListed = link.step == .staffEmail
        if let email = entrant.email, isListed, settings.domains.isEmpty || settings.isSchoolAddress(email) {
            return .proven
        }
        if link.hasOutsideMark || entrant.stays.contains(where: { $0.stay.isExternal == true }) { return .outsideMark }
        if entrant.email != nil { return .nameOnly }
        let isInside = entrant.stays.allSatisfy { $0.stay.isExternal == false }
        return isInside || !entrant.stays.contains { canTellOutsiders($0.export) } ? .proven : .nameOnly
    }

    /// The export has addresses, or says of somebody whether they are from outside.
    private func canTellOutsiders(_ export: Int) -> Bool {
        entrants.contains { entrant in
            entrant.stays.contains {
                $0.export == export && (entrant.email != nil || $0.stay.isExternal != nil)
            }
        }
    }
}
