import DelimitedText

/// `entrants.csv`: every entrant of every session and what became of it; who only waited is none.
func entrantsTable(_ context: ReportContext) -> [UInt8] {
    var writer = tableWriter(
        "export,session,date,start,class,display_name,email,outcome,id,candidates,certainty,joined,left,minutes,stays,camera,why,evidence"
    )
    for judged in context.result.sessions {
        let exports = judged.session.exports
        let files = exports.map { PlainText.clean($0.file, limit: 300) }
        let sessionCells = context.sessionCells(judged.session)
        for entrant in judged.session.entrants where !entrant.onlyWaited {
            let rows = entrant.stays + entrant.waiting
            let evidence = EvidenceText(rows, of: exports)
            let ownFiles = files.count == 1 ? files : Set(rows.map(\.export)).sorted().map { files[$0] }
            let name = [PlainText.clean(entrant.nameInExport), PlainText.clean(entrant.email ?? "")]
            let why = PlainText.clean(evidence.sentence(entrant.link.why), limit: 600)
            writer.write(
                [ownFiles.joined(separator: ";")] + sessionCells + name + linkCells(entrant.link, context)
                    + presenceCells(entrant.stays, context) + [why, evidence.text])
        }
    }
    return writer.bytes
}

/// `outcome,id,candidates,certainty`
private func linkCells(_ link: Link, _ context: ReportContext) -> [String] {
    let person: String? =
        switch link.outcome {
        case .pupil, .otherClass, .contact: link.pupil.map { context.pupilIDs[$0] }
        case .staff: link.staff.map { context.staffCodes[$0] }
        case .ambiguous, .unnamed, .uninvited: nil
        }
    let candidates = link.outcome == .ambiguous ? link.candidates.map { context.pupilIDs[$0] } : []
    return [link.outcome.rawValue, person ?? "", candidates.joined(separator: ";"), link.certainty.rawValue]
}

/// `joined,left,minutes,stays,camera`
private func presenceCells(_ stays: [PlacedStay], _ context: ReportContext) -> [String] {
    let spans = ReportContext.spans(of: stays)
    let isOpen = stays.contains { $0.stay.left == nil }
    let joined = stays.compactMap(\.stay.joined).min()
    let left = isOpen ? nil : spans.last?.end
    let shown = stays.compactMap(\.stay.shownSeconds)
    let seconds: Int? =
        spans.isEmpty ? (shown.isEmpty ? nil : shown.reduce(0, +)) : spans.reduce(0) { $0 + $1.seconds }
    let halfKnown = stays.count { $0.stay.left == nil || $0.stay.joined == nil }
    return [
        context.fullTime(joined), context.fullTime(left), cell(seconds.map(roundedMinutes)),
        String(spans.isEmpty ? 1 : spans.count + halfKnown), camera(of: stays).rawValue,
    ]
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
