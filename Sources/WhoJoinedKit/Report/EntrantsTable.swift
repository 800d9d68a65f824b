import DelimitedText

/// `entrants.csv`: every entrant of every session and what became of it; who only waited is none.
func entrantsTable(_ context: ReportContext) -> [UInt8] {
    var writer = tableWriter(
        "export,session,date,start,class,display_name,email,outcome,id,candidates,certainty,joined,left,minutes,stays,camera,why,evidence"
    )
    for judged in context.result.sessions {
        let sessionCells = context.sessionCells(judged.session)
        for row in EntrantRow.all(of: judged.session) {
            let presence = row.presence
            writer.write(
                [row.files] + sessionCells + [row.name, row.email] + linkCells(row.link, context) + [
                    context.fullTime(presence.joined), context.fullTime(presence.left), cell(presence.minutes),
                    String(presence.stays), presence.camera.rawValue, row.why, row.evidence.text,
                ])
        }
    }
    return writer.bytes
}

/// One line of entrants.csv.
struct EntrantRow {
    let link: Link
    /// Joined by `;`.
    let files: String
    let name: String
    let email: String
    let presence: EntrantPresence
    let why: String
    let evidence: EvidenceText

    /// Who entered the session, in the order of the table.
    static func all(of session: LinkedSession) -> [EntrantRow] {
        let files = session.exports.map { PlainText.clean($0.file, limit: 300) }
        return session.entrants.filter { !$0.onlyWaited }.map { EntrantRow($0, of: session, files) }
    }

    private init(_ entrant: LinkedEntrant, of session: LinkedSession, _ files: [String]) {
        let rows = entrant.stays + entrant.waiting
        evidence = EvidenceText(rows, of: session.exports)
        let ownFiles = files.count == 1 ? files : Set(rows.map(\.export)).sorted().map { files[$0] }
        self.files = ownFiles.joined(separator: ";")
        link = entrant.link
        (name, email) = (PlainText.clean(entrant.nameInExport), PlainText.clean(entrant.email ?? ""))
        presence = EntrantPresence(entrant.stays)
        why = PlainText.clean(evidence.sentence(entrant.link.why), limit: 600)
    }
}

/// `outcome,id,candidates,certainty`
private func linkCells(_ link: Link, _ context: ReportContext) -> [String] {
    let person: String? = link.shownPupil.map { context.pupilIDs[$0] } ?? link.shownStaff.map { context.staffCodes[$0] }
    let candidates = link.shownCandidates.map { context.pupilIDs[$0] }
    return [link.outcome.rawValue, person ?? "", candidates.joined(separator: ";"), link.certainty.rawValue]
}

extension Link {
    /// Whose id the list shows.
    var shownPupil: Pupil.Index? { [.pupil, .otherClass, .contact].contains(outcome) ? pupil : nil }
    var shownStaff: StaffMember.Index? { outcome == .staff ? staff : nil }
    var shownCandidates: [Pupil.Index] { outcome == .ambiguous ? candidates : [] }
}

/// When an entrant was there.
struct EntrantPresence {
    let joined: Instant?
    let left: Instant?
    let minutes: Int?
    let stays: Int
    let camera: Camera

    init(_ stays: [PlacedStay]) {
        let spans = ReportContext.spans(of: stays)
        let isOpen = stays.contains { $0.stay.left == nil }
        joined = stays.compactMap(\.stay.joined).min()
        left = isOpen ? nil : spans.last?.end
        let shown = stays.compactMap(\.stay.shownSeconds)
        let seconds: Int? =
            spans.isEmpty ? (shown.isEmpty ? nil : shown.reduce(0, +)) : spans.reduce(0) { $0 + $1.seconds }
        let halfKnown = stays.count { $0.stay.left == nil || $0.stay.joined == nil }
        minutes = seconds.map(roundedMinutes)
        self.stays = spans.isEmpty ? 1 : spans.count + halfKnown
        camera = WhoJoinedKit.camera(of: stays)
    }
}

/// On if any video was seen, off if all stays say that there was none.
func camera(of stays: [PlacedStay]) -> Camera {
    let cameras = stays.map { placed -> Camera in
        guard let seconds = placed.stay.cameraSeconds else { return placed.stay.camera }
        return seconds > 0 ? .on : .off
    }
    if cameras.contains(.on) { return .on }
    return !cameras.isEmpty && cameras.allSatisfy { $0 == .off } ? .off : .unknown
}
