/// What only the lesson as a whole shows: one person cannot be two people at once.
extension Matcher {
    func weighTogether(_ session: inout LinkedSession) {
        var found: [(pupil: Pupil.Index, entrant: LinkedEntrant.Index)] = []
        found.reserveCapacity(session.entrants.count)
        for i in session.entrants.typedIndices
        where session.entrants[i].link.outcome == .pupil || session.entrants[i].link.outcome == .otherClass {
            if let pupil = session.entrants[i].link.pupil { found.append((pupil, i)) }
        }
        found.sort { $0 < $1 }
        var i = 0
        while i < found.count {
            let (start, pupil) = (i, found[i].pupil)
            while i < found.count, found[i].pupil == pupil { i += 1 }
            // Nearly always everybody is there once.
            if i - start == 1 { continue }
            let own = found[start..<i].map(\.entrant)
            doubtSecondAccounts(of: pupil, own, in: &session)
            doubtSlips(of: pupil, own, in: &session)
        }
    }

    /// One pupil at the same time from two different addresses, neither a contact's (`rules.md` §3.11 b): the one whose
    /// address is not the pupil's own is a doubt. A second device without an address is the same pupil.
    private func doubtSecondAccounts(
        of pupil: Pupil.Index, _ entrants: [LinkedEntrant.Index], in session: inout LinkedSession
    ) {
        let own = school.roster.pupils[pupil].email.map(comparableEmail)
        let contacts = Set(school.roster.pupils[pupil].contacts.compactMap { $0.email.map(comparableEmail) })
        func address(_ i: LinkedEntrant.Index) -> String? {
            session.entrants[i].email.map(comparableEmail).flatMap { $0.isEmpty || contacts.contains($0) ? nil : $0 }
        }
        var doubtful = Set<LinkedEntrant.Index>()
        for a in entrants {
            for b in entrants
            where a < b && session.entrants[a].link.decidedBy == nil && session.entrants[b].link.decidedBy == nil {
                guard let first = address(a), let second = address(b), first != second,
                    overlap(session.entrants[a], session.entrants[b], session)
                else { continue }
                if first != own { doubtful.insert(a) }
                if second != own { doubtful.insert(b) }
            }
        }
        for i in doubtful {
            var link = ambiguous([pupil], step: .twoAccountsAtOnce)
            link.impersonation = .twoAccounts
            session.entrants[i].link = link
        }
    }

    /// A name with a slip, while the pupil is there under the right one: a second device or a near namesake.
    private func doubtSlips(of pupil: Pupil.Index, _ entrants: [LinkedEntrant.Index], in session: inout LinkedSession) {
        let sure = entrants.filter {
            session.entrants[$0].link.outcome == .pupil && session.entrants[$0].link.certainty == .certain
        }
        for i in entrants where session.entrants[i].link.step.isTypingSlip {
            guard sure.contains(where: { overlap(session.entrants[$0], session.entrants[i], session) }) else {
                continue
            }
            session.entrants[i].link = ambiguous([pupil], step: .slipBesideRightName)
        }
    }

    private func overlap(_ a: LinkedEntrant, _ b: LinkedEntrant, _ session: LinkedSession) -> Bool {
        a.stays.contains { x in
            b.stays.contains { y in
                guard let from = x.stay.joined, let other = y.stay.joined else { return false }
                return from < (y.stay.left ?? session.end + 86_400) && other < (x.stay.left ?? session.end + 86_400)
            }
        }
    }
}
