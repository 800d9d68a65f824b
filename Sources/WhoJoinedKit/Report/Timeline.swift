/// Who was in a call when: staff, what the rules found missing, pupils, and everybody who should not have been there.
struct Timeline: Sendable {
    /// One entrant's line.
    private struct Line: Sendable {
        var name: String
        var outcome: Outcome
        var stays: [Interval]
    }

    private let context: ReportContext
    private let span: Interval
    /// Everybody who was in the call, in the session's order.
    private let present: [Line]
    /// When the rules found too few adults.
    private let gaps: [(Interval, RuleID)]

    init(_ judged: JudgedSession, _ context: ReportContext) {
        self.context = context
        present = judged.session.entrants.lazy.filter { !$0.onlyWaited }.map { entrant in
            Line(
                name: entrant.link.staff.map { context.staffNames[$0] } ?? PlainText.shown(entrant.displayName.text),
                outcome: entrant.link.outcome,
                stays: ReportContext.spans(of: entrant.stays))
        }
        gaps = judged.findings.lazy.filter { $0.rule == .unsupervised || $0.rule == .oneAdult || $0.rule == .oneToOne }
            .compactMap { finding in
                finding.interval.map { ($0, finding.rule) }
            }
        let stays = present.lazy.flatMap(\.stays)
        let from = min(judged.session.start, stays.map(\.start).min() ?? judged.session.start)
        let to = max(judged.session.end, stays.map(\.end).max() ?? judged.session.end)
        span = Interval(from, max(to, from + 60))
    }

    private func place(_ moment: Instant) -> Double { Double(moment - span.start) / Double(span.seconds) }

    private func group(_ outcomes: Outcome...) -> [Line] { present.filter { outcomes.contains($0.outcome) } }

    /// The picture: at most 40 pupils' lines and 12 others, so that no session fills the page.
    func picture(id: String, title: String) -> Picture {
        let (staff, guests, open) = (
            group(.staff), group(.uninvited, .otherClass, .contact), group(.unnamed, .ambiguous)
        )
        let pupils = group(.pupil)
        let rows = [("staff", staff.prefix(8)), ("guest", guests.prefix(12)), ("open", open.prefix(12))]
        let shownPupils = min(pupils.count, 40)
        let height = 24 + rows.reduce(0) { $0 + $1.1.count } * 26 + (pupils.isEmpty ? 0 : 18 + shownPupils * 5) + 4
        var picture = Picture(
            id: id, height: height, title: title,
            description: description(staff: staff.count, pupils: pupils.count, guests: guests.count))
        for (gap, _) in gaps {
            picture.bar("gap", from: place(gap.start), to: place(gap.end), y: 18, height: height - 18)
        }
        for i in 0...4 {
            let share = Double(i) / 4
            picture.upright(at: share, from: 16)
            picture.label(
                context.time(span.start + span.seconds * i / 4), at: share, y: 12,
                anchor: i == 0 ? "start" : i == 4 ? "end" : "middle")
        }
        var y = 24
        for (name, lines) in rows {
            for line in lines {
                picture.label(
                    "\(String(line.name.unicodeScalars.prefix(40))) (\(line.outcome.words))", at: 0, y: y + 10)
                for stay in line.stays {
                    picture.bar(name, from: place(stay.start), to: place(stay.end), y: y + 14, height: 8)
                }
                y += 26
            }
        }
        if !pupils.isEmpty {
            picture.label(counted(pupils.count, "pupil"), at: 0, y: y + 10)
            y += 16
            for pupil in pupils.prefix(shownPupils) {
                for stay in pupil.stays {
                    picture.bar("pupil", from: place(stay.start), to: place(stay.end), y: y, height: 4)
                }
                y += 5
            }
        }
        return picture
    }

    private func description(staff: Int, pupils: Int, guests: Int) -> String {
        var parts = [counted(staff, "member of staff", "members of staff"), counted(pupils, "pupil")]
        if guests > 0 { parts.append("\(guests) who should not have been there") }
        let marked = gaps.map { "\($0.1.words) \(context.zone.clocks(of: $0.0))" }
        return parts.joined(separator: ", ") + "."
            + (marked.isEmpty ? "" : " Marked: \(marked.joined(separator: "; ")).")
    }

    /// The same as a table, for who would rather read than look.
    var rows: [[String]] {
        let zone = context.zone
        return present.prefix(80).map {
            [$0.name, $0.outcome.words, $0.stays.map(zone.clocks).joined(separator: ", ")]
        }
    }
}

extension SchoolZone {
    /// `09:04:10-09:44:57`
    func clocks(of span: Interval) -> String { time(of: span.start).full + "-" + time(of: span.end).full }
}

extension Outcome {
    /// An outcome in the words of a page.
    var words: String {
        switch self {
        case .pupil: "pupil"
        case .ambiguous: "to settle"
        case .unnamed: "unnamed"
        case .otherClass: "pupil of another class"
        case .staff: "staff"
        case .contact: "parent or carer"
        case .uninvited: "not invited"
        }
    }
}
