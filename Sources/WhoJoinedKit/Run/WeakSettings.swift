import HostSystem

/// What a school may write into its files, and better would not: `check` says it, nothing is refused.
struct WeakSettings {
    private let school: School
    private let folder: SchoolFolder
    private let people: PersonLookup

    init(_ school: School, in folder: SchoolFolder) {
        (self.school, self.folder) = (school, folder)
        people = PersonLookup(school: school)
    }

    func problems() throws(SystemError) -> [Problem] {
        try openFolders() + ownApprovals() + longAbsences() + contradictions() + sharedMeetings() + longRetention()
    }

    private func openFolders() throws(SystemError) -> [Problem] {
        var found: [Problem] = []
        for name in ["", "roster", "inbox", "reports"] {
            let path = name.isEmpty ? folder.path : folder.path.appending(name)
            guard let entry = try fileEntry(at: path), entry.kind == .folder, entry.mode & 0o002 != 0 else { continue }
            found.append(
                Problem(
                    name.isEmpty ? "school.toml" : name, code: "open-folder",
                    "everybody who can log in on this machine can put files into \(name.isEmpty ? "the school's folder" : "this folder")",
                    fix: "chmod o-w, and give it to a group of its own", severity: .warning))
        }
        return try found + openEntries()
    }

    /// Files that anybody may change, and folders within the inbox.
    private func openEntries() throws(SystemError) -> [Problem] {
        var found: [Problem] = []
        for name in ["", "roster", "inbox"] {
            let path = name.isEmpty ? folder.path : folder.path.appending(name)
            guard try fileEntry(at: path)?.kind == .folder else { continue }
            for entry in try folderEntries(path) where entry.mode & 0o002 != 0 {
                if entry.kind != .file && (entry.kind != .folder || name.isEmpty) { continue }
                let own = HostPath(bytes: entry.path.name).text
                found.append(
                    Problem(
                        name.isEmpty ? own : "\(name)/\(own)", code: "open-file",
                        "everybody who can log in on this machine can change this \(entry.kind == .file ? "file" : "folder")",
                        fix: "chmod o-w, and give it to a group of its own", severity: .warning))
            }
        }
        return found
    }

    /// Who is to gain from an approval has given it.
    private func ownApprovals() -> [Problem] {
        school.records.approvals.compactMap { approval in
            guard let who = beneficiary(of: approval) else { return nil }
            return Problem(
                "approvals.csv", line: approval.line, code: "own-approval", "approved by \(who)",
                fix: "let a member of SLT approve it", severity: .warning)
        }
    }

    private func beneficiary(of approval: Approval) -> String? {
        if let pupil = approval.pupil {
            if people.pupils(approval.approvedBy).contains(pupil) { return "the pupil whom it is for" }
            let key = personKey(approval.approvedBy)
            let isFamily = school.roster.pupils[pupil].contacts.contains { contact in
                let initial = contact.given.unicodeScalars.first.map { String($0) } ?? ""
                return [
                    contact.full, "\(contact.given) \(contact.family)", "\(contact.title) \(contact.family)",
                    "\(initial) \(contact.family)", "\(initial). \(contact.family)", contact.email ?? "",
                ].contains { !$0.isEmpty && personKey($0) == key }
            }
            if isFamily { return "a contact of the pupil whom it is for" }
        }
        guard approval.kind == .oneToOne || approval.kind == .recording else { return nil }
        let approvers = people.staff(approval.approvedBy)
        let isLead = school.timetable.rows.contains { row in
            isMeant(row, by: approval) && !Set(people.staff(row.leadStaff)).isDisjoint(with: approvers)
        }
        return isLead ? "the member of staff whose lesson it is" : nil
    }

    private func isMeant(_ row: Timetable.Row, by approval: Approval) -> Bool {
        let keys = Set(classCodes(in: row.classText).map(\.key))
        if approval.kind == .oneToOne, !row.kind.isOneToOne { return false }
        if let code = approval.classCode { return keys.contains(code.key) }
        guard let pupil = approval.pupil else { return false }
        return school.classes(of: pupil, on: approval.from).contains { keys.contains($0.key) }
    }

    /// Lines of one pupil that follow each other with less than a fortnight between are one absence; it is told at the
    /// line that makes it too long.
    private func longAbsences() -> [Problem] {
        Dictionary(grouping: school.records.absences, by: \.pupil).values.flatMap { absences in
            var (found, start, end) = ([Problem](), Instant?.none, Instant?.none)
            for absence in absences.sorted(by: { $0.span.start < $1.span.start }) {
                if let last = end, absence.span.start - last > 14 * 86_400 { (start, end) = (nil, nil) }
                let first = start ?? absence.span.start
                (start, end) = (first, max(end ?? absence.span.end, absence.span.end))
                let days = ((end ?? first) - first) / 86_400
                if days <= 366 { continue }
                found.append(
                    Problem(
                        "absences.csv", line: absence.line, code: "long-absence",
                        "excuses a pupil for \(days) days: nobody asks for this pupil in all that time",
                        fix: "write the day on which it ends or is looked at again", severity: .warning))
                (start, end) = (nil, nil)
            }
            return found
        }
    }

    /// Two lines settle one name in one place in two ways.
    private func contradictions() -> [Problem] {
        var first: [[String]: Decision] = [:]
        return school.records.decisions.compactMap { line in
            let place = [
                settledKey(line.displayName.text), line.email ?? "", line.classCode?.key ?? "", line.day?.iso ?? "",
                line.start?.full ?? "",
            ]
            guard let other = first[place] else {
                first[place] = line
                return nil
            }
            if other.isA == line.isA, other.pupil == line.pupil, other.staff == line.staff { return nil }
            let (later, earlier) = (Evidence(source: line.source), Evidence(source: other.source))
            return Problem(
                later?.file ?? "decisions.csv", line: later?.line, code: "contradiction",
                "settles the name of line \(earlier?.line ?? 0) in another way; the later On holds",
                fix: "take out the line that is wrong, or give each its Class or Date", severity: .warning)
        }
    }

    private func sharedMeetings() -> [Problem] {
        let rows = school.timetable.rows.filter { $0.meetingID != nil }
        return Dictionary(grouping: rows) { meetingKey($0.meetingID ?? "") }.values.flatMap { rows in
            rows.indices.compactMap { i in
                let other = rows[..<i].first { other in
                    isAtOneTime(rows[i], other)
                        && Set(classCodes(in: rows[i].classText).map(\.key))
                            .isDisjoint(with: classCodes(in: other.classText).map(\.key))
                }
                guard let other else { return nil }
                let place = Evidence(source: rows[i].source)
                return Problem(
                    place?.file ?? "timetable.csv", line: place?.line, code: "shared-meeting",
                    "one Meeting ID at one time for \(rows[i].classText) and for \(other.classText): both classes are expected in that call",
                    fix: "if they are taught apart, give each its own link", severity: .note)
            }
        }
    }

    private func isAtOneTime(_ a: Timetable.Row, _ b: Timetable.Row) -> Bool {
        func weekday(_ row: Timetable.Row) -> Int {
            switch row.time {
            case .weekday(let day): day
            case .date(let day): day.weekday
            }
        }
        if case .date(let day) = a.time, case .date(let other) = b.time, day != other { return false }
        return weekday(a) == weekday(b) && a.start < b.end && b.start < a.end
    }

    private func longRetention() -> [Problem] {
        let kinds = SessionKind.allCases.filter { school.settings.retentionDays(of: $0) > 731 }
        guard let first = kinds.first else { return [] }
        return [
            Problem(
                "school.toml", code: "long-retention",
                "sessions are remembered for \(school.settings.retentionDays(of: first)) days: longer than this school year and the next",
                fix: "retention-days as the school's policy has it", severity: .warning)
        ]
    }
}
