/// Meeting ID, topic and file name are one piece of evidence, the people in the call another: where nearly all who came
/// are another class's, the export is that class's, or a question.
extension SessionFinder {
    /// How far from the export another class's slot may begin.
    private static let moved = 60 * 60

    mutating func settleWrongLinks() {
        var suspects: [(place: ExpectedLessons.Slot, piece: MeetingPiece)] = []
        for place in scheduled.keys.sorted() {
            var kept: [MeetingPiece] = []
            for var piece in scheduled[place] ?? [] {
                piece.wrongLink = wrongLink(piece, at: place)
                if piece.wrongLink == nil { kept.append(piece) } else { suspects.append((place, piece)) }
            }
            scheduled[place] = kept
        }
        let stray = others.indices.filter { place in
            others[place].wrongLink = wrongLink(others[place], at: nil)
            return others[place].wrongLink != nil
        }
        let unplaced = stray.map { others[$0] }
        others = others.indices.filter { !stray.contains($0) }.map { others[$0] }
        for (place, piece) in suspects { settle(piece, from: place) }
        for piece in unplaced { settle(piece, from: nil) }
        scheduled = scheduled.filter { !$0.value.isEmpty }
    }

    private mutating func settle(_ suspect: MeetingPiece, from place: ExpectedLessons.Slot?) {
        var piece = suspect
        if only == nil, let target = freeSlot(for: piece) {
            piece.wrongLink = nil
            piece.placedBy = "the class whose pupils came"
            scheduled[target, default: []].append(piece)
        } else if let place, scheduled[place, default: []].allSatisfy({ $0.wrongLink != nil }) {
            scheduled[place, default: []].append(piece)
        } else {
            if let place { piece.classText = expected.plan(of: place.day).lessons[place.index].classText }
            others.append(piece)
        }
    }

    /// The other class's slot that overlaps the export, else begins near it, if no export of its own fills it.
    private func freeSlot(for piece: MeetingPiece) -> ExpectedLessons.Slot? {
        guard let code = piece.wrongLink?.classText.map({ ClassCode($0) }) else { return nil }
        return slots(of: code, near: piece).first { place in
            let own = (scheduled[place] ?? []).filter { $0.wrongLink == nil }
            return own.isEmpty || !isLesson(PlacedMeeting(day: place.day, place: place, pieces: own))
        }
    }

    private func isLesson(_ meeting: PlacedMeeting) -> Bool {
        let session = linkedSession(of: meeting)
        return LessonEvidence(session, expected: session.expected, hasStaffList: !school.roster.staff.isEmpty)
            .doubts.isEmpty
    }

    /// Those that overlap it first, the longest first.
    private func slots(of code: ClassCode, near piece: MeetingPiece) -> [ExpectedLessons.Slot] {
        guard let span = piece.span else { return [] }
        let plan = expected.plan(of: piece.day)
        func overlap(_ index: Int) -> Int { Intervals(span).clipped(to: plan.lessons[index].interval).seconds }
        func distance(_ index: Int) -> Int { abs(plan.lessons[index].start - span.start) }
        return (plan.byClass[code.key] ?? []).filter { overlap($0) > 0 || distance($0) <= Self.moved }
            .sorted { (-overlap($0), distance($0), $0) < (-overlap($1), distance($1), $1) }
            .map { ExpectedLessons.Slot(day: piece.day, index: $0) }
    }

    /// Fewer than one in five of the class were seen, and three in five of at least three pupils are one other class's.
    private func wrongLink(_ piece: MeetingPiece, at place: ExpectedLessons.Slot?) -> WrongLink? {
        guard piece.participants.count >= 3 else { return nil }
        var piece = piece
        piece.wrongLink = nil
        let expected = emptySession(of: piece, at: place)
        let roll = expected.lesson == nil ? expected.enrolled : expected.expected
        // Most exports need no second look.
        guard expected.kind.isForPupils, !expected.classes.isEmpty, !roll.isEmpty,
            !matcher.areThere(atLeast: (roll.count + 4) / 5, of: roll, in: expected, among: piece.participants)
        else { return nil }
        let session = linkedSession(of: PlacedMeeting(day: piece.day, place: place, pieces: [piece]))
        let recognised = session.pupilsInCall
        let own = Set(session.classes.map(\.key))
        guard recognised.count >= 3, recognised.count(where: roll.hasSorted) * 5 < roll.count else { return nil }
        var counts: [ClassCode: Int] = [:]
        for pupil in recognised {
            for code in school.classes(of: pupil, on: session.day) where !own.contains(code.key) {
                counts[code, default: 0] += 1
            }
        }
        let likely = counts.filter { $0.value * 5 >= recognised.count * 3 }.map(\.key).sorted()
        guard !likely.isEmpty else { return nil }
        let most = sole(likely, counts, piece, session)
        return WrongLink(
            classText: most?.text, count: most.flatMap { counts[$0] } ?? counts[likely[0]]!,
            recognised: recognised.count)
    }

    /// Of several classes the one that has a lesson then or whose teacher is in the call, else the largest share.
    private func sole(
        _ classes: [ClassCode], _ counts: [ClassCode: Int], _ piece: MeetingPiece, _ session: LinkedSession
    ) -> ClassCode? {
        if classes.count < 2 { return classes.first }
        let present = Set(session.entrants.filter { !$0.stays.isEmpty }.compactMap(\.link.staff))
        let plan = expected.plan(of: piece.day)
        let taught = classes.filter { code in
            !slots(of: code, near: piece).isEmpty
                || (plan.byClass[code.key] ?? []).contains { index in
                    [plan.lessons[index].leadStaff, plan.lessons[index].secondStaff].contains {
                        matcher.staff(named: $0).map(present.contains) ?? false
                    }
                }
        }
        if taught.count == 1 { return taught[0] }
        let left = taught.isEmpty ? classes : taught
        let most = left.compactMap { counts[$0] }.max()
        return left.filter { counts[$0] == most }.soleElement
    }
}

/// Meetings that nothing ties to the school.
extension SessionFinder {
    /// No known meeting ID, host or class, and nobody of the school, not even perhaps: named once, and nobody of it.
    mutating func putStrangersAside() {
        let tied = others.map(isTied)
        for (place, isTied) in tied.enumerated() where !isTied {
            let piece = others[place]
            strangers[piece.source.file, default: 0] += piece.participants.reduce(0) { $0 + $1.stays.count }
            problems.append(
                Problem(
                    piece.source.file, code: "not-of-this-school",
                    "not of this school? No meeting ID, host, class or person of it is known here",
                    fix: "take it out of the inbox, or enter the meeting ID in timetable.csv"))
        }
        others = zip(others, tied).filter(\.1).map(\.0)
    }

    private func isTied(_ piece: MeetingPiece) -> Bool {
        if only != nil || !piece.classText.isEmpty { return true }
        if let id = piece.id.map(meetingKey), expected.knows(meeting: id) || isPersonal(id) { return true }
        if hosts(of: piece).contains(where: isOfSchool) { return true }
        let session = linkedSession(of: PlacedMeeting(day: piece.day, place: nil, pieces: [piece]))
        return session.entrants.contains { entrant in
            let link = entrant.link
            return switch link.outcome {
            case .pupil, .otherClass, .staff, .contact: true
            case .ambiguous, .unnamed: !link.candidates.isEmpty || link.staff != nil
            case .uninvited: link.isBarredContact || link.pupil != nil || entrant.email.map(isOfSchool) ?? false
            }
        }
    }

    private func isPersonal(_ id: String) -> Bool {
        school.roster.staff.contains { $0.personalMeetingID.map(meetingKey) == id }
    }

    private func isOfSchool(_ email: String) -> Bool {
        school.settings.isSchoolAddress(email) || matcher.staffByEmail[comparableEmail(email)] != nil
    }
}

extension LinkedSession {
    /// Recognised pupils, of these classes or others, each once.
    fileprivate var pupilsInCall: [Pupil.Index] {
        var pupils = entrants.indices.compactMap { index -> Pupil.Index? in
            guard !entrants[index].stays.isEmpty else { return nil }
            let outcome = entrants[index].link.outcome
            return outcome == .pupil || outcome == .otherClass ? entrants[index].link.pupil : nil
        }
        pupils.sortOnce()
        return pupils
    }
}
