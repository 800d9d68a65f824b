/// What families are to be asked this week, and which may not be.
struct FollowUpList: Sendable {
    /// By class, family, name: what parents.* holds.
    var families: [FollowUp] = []
    /// Nobody may be contacted: for SLT alone; the longest row of misses first.
    var withheld: [FollowUp] = []
    let book: FamilyBook

    /// - Parameter misses: only these are asked about; `nil`: all that is for families.
    init(_ result: WeekResult, _ classes: ClassBook, only misses: Set<FirstMisses.Miss>? = nil) {
        book = FamilyBook(result.school)
        let found = Self.found(result, classes, book, only: misses)
        var listed = [[Pupil.Index]](repeating: [], count: book.members.count)
        for followUp in found { listed[followUp.family].append(followUp.pupil) }
        for family in listed.indices { listed[family].sortOnce() }
        for var followUp in Self.withHistory(found, result, classes, book) {
            followUp.contact = book.choice(for: followUp.pupil, listed: listed[followUp.family])
            if followUp.contact == .nobody { withheld.append(followUp) } else { families.append(followUp) }
        }
        withheld = withheld.worstFirst
    }

    /// What may be said to a family: this, and nothing else.
    static let reasons: Set<RuleID> = [.nonJoiner, .cameraOff, .late, .outsideAccount, .noAgreement]

    /// By class, then pupil.
    private static func found(
        _ result: WeekResult, _ classes: ClassBook, _ book: FamilyBook, only misses: Set<FirstMisses.Miss>?
    ) -> [FollowUp] {
        var found: [FollowUp] = []
        // Where those of a pupil stand: of one class, nearly always.
        var positions = SideTable(for: result.school.roster.pupils, repeating: [Int]())
        let lateFrom = result.school.settings.policy[LateRule.parentsFrom]
        var lateCount: [Pupil.Index: Int] = [:]
        for finding in result.sessions.lazy.flatMap(\.findings) where finding.rule == .late {
            if let pupil = finding.pupil { lateCount[pupil, default: 0] += 1 }
        }
        for index in result.sessions.indices {
            let judged = result.sessions[index]
            for finding in judged.findings where finding.subject == .pupil && reasons.contains(finding.rule) {
                let rule = finding.rule
                guard let pupil = finding.pupil, finding.audiences.contains(.parents) || rule == .late else { continue }
                // Once is no matter for a family; an arrival at the door that nobody opened is none at all.
                if rule == .late && lateCount[pupil, default: 0] < lateFrom { continue }
                if rule == .nonJoiner && judged.pupilsNotAdmitted.contains(pupil) { continue }
                if let misses {
                    let isMeant = misses.contains(FirstMisses.Miss(session: index, pupil: pupil))
                    if !isMeant || rule != .nonJoiner { continue }
                }
                let classText = classes.ownClass(of: pupil, inSession: index)
                let own = positions[pupil].first { found[$0].classText == classText } ?? found.count
                if own == found.count {
                    found.append(FollowUp(classText: classText, pupil: pupil, family: book.familyOf[pupil]))
                    positions[pupil].append(own)
                }
                found[own].add(rule, isOnlyPossible: finding.isOnlyPossible, in: index)
            }
        }
        return found.indices.sorted { (found[$0].classText, found[$0].pupil) < (found[$1].classText, found[$1].pupil) }
            .map { found[$0] }
    }

    /// Adds what sessions of this week and of earlier ones say of each pupil in the class, and the step.
    private static func withHistory(
        _ followUps: [FollowUp], _ result: WeekResult, _ classes: ClassBook, _ book: FamilyBook
    ) -> [FollowUp] {
        let history = ClassHistory(result, classes, pupils: Set(followUps.map(\.pupil)))
        let supported = result.weeklyFindings.filter { $0.rule == .unableToAccess && $0.pupil != nil }
        let supportedPupils = Set(supported.compactMap(\.pupil))
        // With a row of notes.csv behind it it is not the number of misses.
        let lackingAccess = Set(supported.lazy.filter { !$0.evidence.isEmpty }.compactMap(\.pupil))
        let notes = Dictionary(grouping: result.school.records.followUps, by: \.pupil)
        let ladder = FollowUpLadder(policy: result.school.settings.policy)
        return followUps.map { found in
            var followUp = found
            let record = history.record(of: found.pupil, inClass: found.classText)
            followUp.sessionsExpected = record.expectedThisWeek
            followUp.inARow = record.inARow
            followUp.lastJoined = record.lastJoined
            followUp.lacksAccess = lackingAccess.contains(found.pupil)
            let since = record.streakStart ?? result.week.monday
            let ofMembers = book.members[found.family].map { notes[$0] ?? [] }
            followUp.step = ladder.step(
                followUp, record, needsSupport: supportedPupils.contains(found.pupil),
                notes: FollowUpLadder.Contacts(ofMembers, since: since))
            followUp.ledger = ofMembers.joined().filter { $0.kind != .cleared }.sorted { $0.day < $1.day }
            if let last = found.sessions.map({ result.sessions[$0].session.day }).max() {
                followUp.isClosed = followUp.ledger.contains { $0.kind == .contacted && $0.day >= last }
            }
            return followUp
        }
    }
}
