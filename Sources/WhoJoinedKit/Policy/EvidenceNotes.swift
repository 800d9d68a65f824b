/// Rules that are on and need evidence which the school does not collect: they can never fire, and `check` says so.
///
/// - Parameter exports: those of the inbox; without any, nothing is said of what exports can tell.
/// - Returns: notes on `school.toml` in the order of the rules, each with what would give the evidence.
func evidenceNotes(_ school: School, exports: [MeetingExport]) -> [Problem] {
    let policy = school.settings.policy
    guard RuleID.allCases.contains(where: policy.isOn) else {
        return [
            note(
                "no-rule", "no rule is on, so nothing will be reported",
                "choose a preset in [policy], or turn rules on in [rules.…]")
        ]
    }
    return RuleID.allCases.filter(policy.isOn).compactMap { rule in
        missingEvidence(for: rule, school, exports).map {
            note("no-evidence", "the rule \(rule.rawValue) is on, but \($0.lack)", $0.fix)
        }
    } + listNotes(school)
}

/// What the school does not collect of the rules that are on: `no export records cameras`.
func lacksOfEvidence(_ school: School, exports: [MeetingExport]) -> [RuleID: String] {
    let on = RuleID.allCases.filter(school.settings.policy.isOn)
    return Dictionary(
        uniqueKeysWithValues: on.compactMap { rule in
            missingEvidence(for: rule, school, exports).map { (rule, $0.lack) }
        })
}

private func note(_ code: String, _ what: String, _ fix: String) -> Problem {
    Problem("school.toml", code: code, what, fix: fix, severity: .note)
}

private func missingEvidence(for rule: RuleID, _ school: School, _ exports: [MeetingExport]) -> (
    lack: String, fix: String
)? {
    let settings = school.settings
    func none(_ ability: KeyPath<ExportAbilities, Bool>) -> Bool {
        !exports.isEmpty && !exports.contains { $0.abilities[keyPath: ability] }
    }
    func noNote(_ kinds: HostNote.Kind...) -> Bool { !school.records.notes.contains { kinds.contains($0.kind) } }
    func noEvent() -> Bool { !exports.isEmpty && !exports.contains { $0.meetings.contains { !$0.events.isEmpty } } }
    switch rule {
    case .pupilPresented where noEvent(), .pupilRecorded where noEvent(), .abuseReport where noEvent():
        return (
            "no export tells what was done in a call", "export Google Meet's admin log with all its events"
        )
    case .admittedLate where noEvent() && none(\.waitingRoom), .admittedInBulk where noEvent() && none(\.waitingRoom):
        return (
            "no export tells when somebody was let in",
            "export Google Meet's admin log with all its events, or Zoom's participants with the waiting room"
        )
    case .cameraOff where none(\.camera) && noNote(.cameraOff, .cameraOn):
        return (
            "no export records cameras", "export Google Meet's admin log, or note camera-off and camera-on in notes.csv"
        )
    case .renamed where !exports.isEmpty && !exports.contains(where: { $0.platform == .zoom }):
        return ("only Zoom shows the name before a change", "turn the rule off")
    case .waitingRoom where none(\.waitingRoom):
        return (
            "no export has the waiting room's column",
            "export Zoom's participants with the waiting room, or turn the rule off"
        )
    case .notRecorded where none(\.consent) && noNote(.recorded, .notRecorded),
        .recordedWithoutApproval where none(\.consent) && noEvent() && noNote(.recorded, .notRecorded):
        return ("neither an export nor notes.csv says what was recorded", "note recorded or not-recorded in notes.csv")
    case .noAgreement where !school.keepsRegister(of: .acceptableUse):
        return ("no signed agreement is listed", "fill in agreements.csv with Id and Signed On")
    case .outsideAccount where settings.domains.isEmpty, .personalAccount where settings.domains.isEmpty:
        return ("the school's e-mail domains are not known", "set domains in [school]")
    case .outOfHours where settings.opens == nil:
        return ("the school's hours are not known, only days off and weekends count", "set hours in [school]")
    case .personalMeetingID where !school.roster.staff.contains(where: { !($0.personalMeetingID ?? "").isEmpty }):
        return ("no member of staff has a Personal Meeting ID on file", "fill Personal Meeting ID in roster/staff.csv")
    case .unsupervised where school.roster.staff.isEmpty, .oneAdult where school.roster.staff.isEmpty,
        .oneToOne where school.roster.staff.isEmpty:
        return ("there is no staff list, so staff cover cannot be told", "add roster/staff.csv")
    case .late where !school.timetable.exists, .leftEarly where !school.timetable.exists,
        .shortStay where !school.timetable.exists,
        .unscheduled where !school.timetable.exists, .noExport where !school.timetable.exists:
        return ("there is no timetable", "add timetable.csv")
    case .afterRemoval where noNote(.removed), .rejoinedAfterRemoval where noNote(.removed):
        return ("no removal has ever been noted", "note removals in notes.csv: whojoined note")
    case .adultPresent where !school.roster.hasContacts:
        return (
            "the roster has no contacts, so parents cannot be recognised by name",
            "export the contacts from the MIS too"
        )
    default: return nil
    }
}

/// Kinds of session that the timetable has and for which no platform is approved.
private func listNotes(_ school: School) -> [Problem] {
    guard school.settings.policy.isOn(.unapprovedPlatform) else { return [] }
    let kinds = Set(school.timetable.rows.map(\.kind))
    let lists = [
        (UnapprovedPlatformRule.pupils, kinds.isEmpty || kinds.contains(where: \.isForPupils)),
        (UnapprovedPlatformRule.parents, kinds.contains(.parentMeeting)),
        (UnapprovedPlatformRule.staff, kinds.contains(.staffMeeting)),
    ]
    return lists.filter { $0.1 && school.settings.policy[$0.0].isEmpty }.map { list, _ in
        note(
            "no-evidence", "the rule unapproved-platform is on, but no platform is approved for \(list.key)",
            "set \(list.key) in [rules.unapproved-platform]")
    }
}
