extension SessionLogEntry {
    /// The line of session-log.csv that a judged session gets.
    init(_ context: RuleContext) {
        let (session, presence) = (context.session, context.presence)
        let span = session.hasTimes ? presence.span : nil
        let staff = StaffColumns(context)
        let onlyPupil = context.onlyPupil
        let effective = context.effectiveOneToOnes
        let maybe = context.pupilBesideDevices
        let alone =
            onlyPupil ?? maybe ?? effective.first?.pupil
            ?? (session.kind.isOneToOne && session.expected.count == 1 ? session.expected[0] : nil)
        let isOneToOne =
            session.kind.isForPupils
            && (session.kind.isOneToOne || onlyPupil != nil || maybe != nil || !effective.isEmpty)
        let approvals = isOneToOne ? alone.map { context.records.approvals(.oneToOne, of: $0, in: session) } ?? [] : []
        // Ascending, as `results` are.
        let joined = context.results.indices.filter { context.results[$0].status == .joined }.map {
            context.results[$0].pupil
        }
        let entrants = session.entrants
        let others = entrants.indices.filter { index in
            guard !entrants[index].stays.isEmpty, entrants[index].link.outcome != .staff,
                !entrants[index].link.namesAllCandidates, !entrants[index].link.isProgramme
            else { return false }
            guard entrants[index].link.outcome == .pupil, let pupil = entrants[index].link.pupil else { return true }
            return !joined.hasSorted(pupil)
        }
        self.init(
            day: session.day, start: session.start, end: span?.end, minutes: span.map { roundedMinutes($0.seconds) },
            platform: session.platform,
            meetingID: session.meetingID ?? "", classText: session.classText, kind: session.kind,
            reason: SessionLogEntry.reason(context),
            leadStaff: staff.lead, secondStaff: staff.second, staffTimes: staff.times, pupilsJoined: joined.count,
            othersPresent: others.count,
            participants: joined.count + others.count + presence.staffEntrants.count,
            recorded: context.recorded.rawValue,
            isOneToOne: isOneToOne,
            isOneToOneUnclear: !session.kind.isOneToOne && maybe != nil && effective.isEmpty,
            approvedBy: approvals.map(\.approvedBy).first { !$0.isEmpty } ?? "",
            parentPresent: isOneToOne ? context.parentPresent(of: alone, approvals).rawValue : "",
            whatWentWrong: WhatWentWrong(context).text,
            isComplete: session.hasData && session.hasTimes && session.isWhole,
            retainUntil: session.day + context.school.settings.retentionDays(of: session.kind))
        let ticks = HostTicks(context)
        (hostChecks, wantsHostChecks, hostTicks) = (ticks.text, ticks.areWanted, ticks.ticked)
        let listed = session.events.filter {
            session.exports[$0.export].variant == ZoomRecordingsList.variant && !$0.event.reason.isEmpty
        }
        let noted = context.notes.filter { $0.note.kind == .recorded && !$0.note.text.isEmpty }
        recordingPlace = (noted.map(\.note.text) + listed.map(\.event.reason)).joined(separator: "; ")
        heldElsewhere = context.school.heldElsewhere(session) ?? ""
    }

    private static func reason(_ context: RuleContext) -> String {
        let noted = context.notes.filter { $0.note.kind == .reason && $0.note.person.isEmpty && !$0.note.text.isEmpty }
            .map(\.note.text)
        return noted.isEmpty ? context.session.subject : noted.joined(separator: "; ")
    }
}

/// Who led, who else was there, and from when to when.
private struct StaffColumns {
    var (lead, second, times) = ("", "", "")

    init(_ context: RuleContext) {
        func name(_ adult: Presence.Adult) -> String {
            switch adult {
            case .listed(let index): context.records.staffLabels[index]
            case .named(let text): text
            }
        }
        func seconds(_ adult: Presence.Adult) -> Int {
            let timed = context.presence.staff[adult]?.seconds ?? 0
            if timed > 0 { return timed }
            return (context.presence.staffEntrants[adult] ?? []).flatMap { context.session.entrants[$0].stays }.reduce(
                0
            ) { $0 + ($1.stay.shownSeconds ?? 0) }
        }
        func planned(_ cell: String) -> String {
            context.records.staff(meantBy: cell).map { name(.listed($0)) } ?? cell
        }
        func isInCall(_ adult: Presence.Adult) -> Bool { context.presence.staffEntrants[adult] != nil }
        var all = Array(context.presence.staff.keys)
        lazy var hosts = Set(context.session.exports.compactMap { $0.hostEmail?.lowercased() })
        func isHost(_ adult: Presence.Adult) -> Bool {
            !hosts.isEmpty
                && (context.presence.staffEntrants[adult] ?? []).contains {
                    context.session.entrants[$0].email.map { hosts.contains($0.lowercased()) } ?? false
                }
        }
        all.sort { one, other in
            let (long, short) = (seconds(one), seconds(other))
            if long != short { return long > short }
            // Of two who were there equally long the host led.
            return (isHost(one) ? 0 : 1, name(one)) < (isHost(other) ? 0 : 1, name(other))
        }
        guard !all.isEmpty || context.session.hasData else {
            lead = context.session.lesson.map { planned($0.leadStaff) } ?? ""
            second = context.session.lesson.map { planned($0.secondStaff) } ?? ""
            return
        }
        let timetabled = context.session.lesson.flatMap { context.records.staff(meantBy: $0.leadStaff) }.map(
            Presence.Adult.listed)
        let leading = timetabled.flatMap { isInCall($0) ? $0 : nil } ?? all.first(where: isInCall)
        lead = leading.map(name) ?? ""
        second = all.filter { $0 != leading }.map(name).joined(separator: "; ")
        let ordered = (leading.map { [$0] } ?? []) + all.filter { $0 != leading }
        times = ordered.compactMap { adult -> String? in
            guard let spans = context.presence.staff[adult], !spans.isEmpty else { return nil }
            let code =
                if case .listed(let index) = adult { context.records.school.roster.staff[index].code } else {
                    name(adult)
                }
            let isProven = (context.presence.proofs[adult] ?? .proven) == .proven
            return "\(code) \(isProven ? "" : "(name only) ")"
                + spans.map { "\(context.clock($0.start))-\(context.clock($0.end))" }.joined(separator: ", ")
        }.joined(separator: "; ")
    }
}
