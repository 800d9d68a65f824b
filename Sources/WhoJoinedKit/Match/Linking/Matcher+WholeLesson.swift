/// What only the lesson as a whole shows: one person cannot be two people at once.
extension Matcher {
    func weighTogether(_ session: inout LinkedSession) {
        reopenSettledNames(&session)
        bringBarredTogether(&session)
        var found: [(pupil: Pupil.Index, entrant: LinkedEntrant.Index)] = []
        found.reserveCapacity(session.entrants.count)
        for i in session.entrants.typedIndices
        where session.entrants[i].link.outcome == .pupil || session.entrants[i].link.outcome == .otherClass {
            if let pupil = session.entrants[i].link.pupil { found.append((pupil, i)) }
        }
        found.sort { $0 < $1 }
        weighTeachersTwice(&session)
        countAtOnce(&session)
        let hasNobody = session.entrants.contains { $0.link.outcome == .uninvited && !$0.stays.isEmpty }
        if hasNobody, !session.classes.isEmpty { askAboutFamilyNames(&session, seen: Set(found.map(\.pupil))) }
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

    /// Rows of one export that overlap by more than five minutes under a name that is a device's, a word's or a first
    /// name, without an e-mail, are as many people. Under a pupil's full name it is that pupil, and a person looks.
    private func countAtOnce(_ session: inout LinkedSession) {
        for i in session.entrants.typedIndices where session.entrants[i].stays.count > 1 {
            let entrant = session.entrants[i]
            guard entrant.email == nil, entrant.link.decidedBy == nil, !entrant.link.isProgramme else { continue }
            let count = mostAtOnce(entrant, session)
            guard count > 1 else { continue }
            switch entrant.link.outcome {
            case .unnamed, .ambiguous: session.entrants[i].link.atOnce = count
            case .pupil:
                guard let pupil = entrant.link.pupil else { continue }
                session.entrants[i].link.needsALook = true
                if case .fits(.firstName, _) = entrant.link.step {
                    var link = ambiguous([pupil], step: .firstNameTwiceAtOnce)
                    (link.atOnce, link.named) = (count, [pupil])
                    session.entrants[i].link = link
                }
            default: continue
            }
        }
    }

    private func mostAtOnce(_ entrant: LinkedEntrant, _ session: LinkedSession) -> Int {
        // Without its last five minutes a stay meets only those that it overlaps by more than that.
        var changes: [(export: Int, moment: Int, change: Int)] = []
        for placed in entrant.stays {
            guard let from = placed.stay.joined else { continue }
            let to = (placed.stay.left ?? session.end).seconds - 300
            if to > from.seconds { changes += [(placed.export, from.seconds, 1), (placed.export, to, -1)] }
        }
        changes.sort { ($0.export, $0.moment, $0.change) < ($1.export, $1.moment, $1.change) }
        var (now, most) = (0, 0)
        for (_, _, change) in changes {
            now += change
            most = max(most, now)
        }
        return most
    }

    /// The title and name of the teacher and of a child's parent, while that teacher is in by e-mail: the parent, or a
    /// second device.
    private func weighTeachersTwice(_ session: inout LinkedSession) {
        for i in session.entrants.typedIndices where session.entrants[i].link.step == .titledStaffOrContact {
            let link = session.entrants[i].link
            guard link.outcome == .staff,
                session.entrants.contains(where: { $0.link.step == .staffEmail && $0.link.staff == link.staff })
            else { continue }
            var open = ambiguous(link.mayHide, step: .titledStaffOrContact)
            open.mayBeStranger = link.mayBeStranger
            session.entrants[i].link = open
        }
    }

    /// An adult or an unknown first name with the family name of one to three pupils who were not seen is a question
    /// about these. A classmate's own first name with it (`Aisha Brown`, beside Aisha Khan and Ella Brown) is nobody of
    /// the class; but neither these nor whoever alone has that first name are absent for certain.
    private func askAboutFamilyNames(_ session: inout LinkedSession, seen: Set<Pupil.Index>) {
        let context = context(of: session)
        for i in session.entrants.typedIndices {
            let entrant = session.entrants[i]
            guard entrant.link.outcome == .uninvited, entrant.link.decidedBy == nil, !entrant.link.isBarredElsewhere,
                !entrant.stays.isEmpty, [.nobody, .titledStranger, .relativeOfNobody].contains(entrant.link.step)
            else { continue }
            let query = MatchQuery(EntrantIdentity(entrant.entrant), in: context, matcher: self)
            var main = query.parts.main
            // `Zeb Chacha`, in a class with a Chacha.
            if main.kind == .relative { (main.kind, main.words) = (.person, main.wholeWords) }
            guard main.kind == .titled || main.kind == .person && main.words.count > 1, let last = main.words.last
            else { continue }
            var named = main.kind == .titled ? [main.words] : [Array(main.words.dropFirst()), [last]]
            // `Kifle Z`: the father's own name, which is the child's last.
            if main.comma != nil || last.utf8.count == 1 { named.append([main.words[0]]) }
            var family = Set(named.flatMap { familyNamed($0, query) })
            if family.isEmpty { family = Set(named.flatMap { familyNamed(inOtherGender: $0, query) }) }
            let unseen = family.subtracting(seen)
            let namesakes = main.kind == .titled ? [] : namesakes(of: main.words[0], query)
            let first = namesakes.count == 1 ? namesakes.filter { !seen.contains($0) } : []
            if !(1...3).contains(unseen.count) {
                session.entrants[i].link.mayHide += first
            } else if !namesakes.isEmpty {
                session.entrants[i].link.step = .namesOfTwoPupils
                session.entrants[i].link.mayHide += first + unseen.subtracting(first).sorted()
            } else {
                var open = ambiguous(unseen.sorted(), step: .sharedFamilyName)
                open.mayBeStranger = true
                session.entrants[i].link = open
            }
        }
    }

    /// A settled name that is there twice at once, or whose owner is in the call by e-mail or full name, is open again.
    private func reopenSettledNames(_ session: inout LinkedSession) {
        for index in session.entrants.typedIndices {
            let (entrant, link) = (session.entrants[index], session.entrants[index].link)
            guard link.decidedBy != nil, entrant.email == nil, link.outcome != .unnamed, link.outcome != .uninvited
            else { continue }
            let isThere = session.entrants.typedIndices.contains { other in
                let rival = session.entrants[other].link
                return other != index && rival.decidedBy == nil && rival.certainty == .certain
                    && rival.outcome == link.outcome && rival.pupil == link.pupil && rival.staff == link.staff
                    && (rival.pupil != nil || rival.staff != nil) && rival.outcome != .contact
                    && overlap(session.entrants[other], entrant, session)
            }
            guard isThere || mostAtOnce(session.entrants[index], session) > 1 else { continue }
            if isNameOfNobody(entrant.displayName.text) {
                // Whose device it is this time nobody knows.
                session.entrants[index].link = Link(.unnamed, step: .settledTwice)
                session.entrants[index].link.atOnce = mostAtOnce(session.entrants[index], session)
            } else {
                session.entrants[index].link = ambiguous([link.pupil].compactMap(\.self), step: .settledTwice)
            }
        }
    }

    /// One pupil at the same time from two different addresses, neither a contact's: the one whose address is not the
    /// pupil's own is a doubt. A second device without an address is the same pupil.
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
