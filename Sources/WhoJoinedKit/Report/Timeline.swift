/// Who was in a call when: staff, what the rules found missing, pupils, and everybody who should not have been there.
struct Timeline: Sendable {
    private let session: Session
    private let findings: [Finding]
    private let context: ReportContext
    private let span: Interval

    init(_ judged: JudgedSession, _ context: ReportContext) {
        session = judged.session
        findings = judged.findings
        self.context = context
        let stays = session.entrants.flatMap(ReportContext.spans(of:))
        let from = min(session.start, stays.map(\.start).min() ?? session.start)
        let to = max(session.end, stays.map(\.end).max() ?? session.end)
        span = Interval(from, max(to, from + 60))
    }

    private func place(_ moment: Instant) -> Double { Double(moment - span.start) / Double(span.seconds) }

    private var present: [Entrant] { session.entrants.filter { !$0.onlyWaited } }
    private var gaps: [(Interval, RuleID)] {
        findings.filter { [.unsupervised, .oneAdult, .oneToOne].contains($0.rule) }.compactMap { finding in finding.interval.map { ($0, finding.rule) } }
    }

    private func group(_ outcomes: Set<Outcome>) -> [Entrant] { present.filter { outcomes.contains($0.link.outcome) } }

    /// The picture: at most 40 pupils' lines and 12 others, so that no session fills the page.
    func picture(id: String, title: String) -> String {
        let staff = Array(group([.staff]).prefix(8))
        let guests = Array(group([.uninvited, .otherClass, .contact]).prefix(12))
        let open = Array(group([.unnamed, .ambiguous]).prefix(12))
        let pupils = Array(group([.pupil]).prefix(40))
        let rows = staff.count + guests.count + open.count
        let height = 24 + rows * 26 + (pupils.isEmpty ? 0 : 18 + pupils.count * 5) + 4
        var picture = Picture(id: id, height: height, title: title, description: description)
        for (gap, _) in gaps { picture.bar("gap", from: place(gap.start), to: place(gap.end), y: 18, height: height - 18) }
        for i in 0...4 {
            let share = Double(i) / 4
            picture.upright(at: share, from: 16)
            picture.label(context.time(span.start + span.seconds * i / 4), at: share, y: 12, anchor: i == 0 ? "start" : i == 4 ? "end" : "middle")
        }
        var y = 24
        for (name, entrants) in [("staff", staff), ("guest", guests), ("open", open)] {
            for entrant in entrants {
                picture.label(label(of: entrant), at: 0, y: y + 10)
                for stay in ReportContext.spans(of: entrant) { picture.bar(name, from: place(stay.start), to: place(stay.end), y: y + 14, height: 8) }
                y += 26
            }
        }
        if !pupils.isEmpty {
            picture.label(counted(group([.pupil]).count, "pupil"), at: 0, y: y + 10)
            y += 16
            for pupil in pupils {
                for stay in ReportContext.spans(of: pupil) { picture.bar("pupil", from: place(stay.start), to: place(stay.end), y: y, height: 4) }
                y += 5
            }
        }
        return picture.markup
    }

    private func label(of entrant: Entrant) -> String {
        let name = entrant.link.staff.map { context.staffNames[$0] } ?? PlainText.shown(entrant.displayName.text)
        return "\(String(name.unicodeScalars.prefix(40))) (\(words(for: entrant.link.outcome)))"
    }

    private var description: String {
        var parts = [counted(group([.staff]).count, "member of staff", "members of staff"), counted(group([.pupil]).count, "pupil")]
        let guests = group([.uninvited, .otherClass, .contact]).count
        if guests > 0 { parts.append("\(guests) who should not have been there") }
        let marked = gaps.map { "\(words(for: $0.1)) \(context.clock($0.0.start).full)-\(context.clock($0.0.end).full)" }
        return parts.joined(separator: ", ") + "." + (marked.isEmpty ? "" : " Marked: \(marked.joined(separator: "; ")).")
    }

    /// The same as a table, for who would rather read than look.
    var rows: [[String]] {
        present.prefix(80).map { entrant in
            let spans = ReportContext.spans(of: entrant)
            let name = entrant.link.staff.map { context.staffNames[$0] } ?? PlainText.shown(entrant.displayName.text)
            return [name, words(for: entrant.link.outcome), spans.map { "\(context.clock($0.start).full)-\(context.clock($0.end).full)" }.joined(separator: ", ")]
        }
    }
}

/// An outcome in the words of a page.
func words(for outcome: Outcome) -> String {
    switch outcome {
    case .pupil: "pupil"
    case .ambiguous: "to settle"
    case .unnamed: "unnamed"
    case .otherClass: "pupil of another class"
    case .staff: "staff"
    case .contact: "parent or carer"
    case .uninvited: "not invited"
    }
}
