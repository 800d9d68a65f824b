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
    /// When the door closed.
    private let lock: Instant?

    /// - Parameter lock: when the door of the lesson closed, if it is to be shown.
    init(_ judged: JudgedSession, _ context: ReportContext, lock: Instant? = nil) {
        (self.context, self.lock) = (context, lock)
        present = judged.session.entrants.lazy.filter { !$0.onlyWaited }.map { entrant in
            Line(
                name: entrant.link.staff.map { context.staffNames[$0] } ?? context.shown(entrant),
                outcome: entrant.link.outcome,
                stays: ReportContext.spans(of: entrant.stays))
        }
        gaps = judged.staffFindings.lazy.filter {
            $0.rule == .unsupervised || $0.rule == .oneAdult || $0.rule == .oneToOne
        }
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

    /// The export says of somebody when they came and left.
    var hasTimes: Bool { present.contains { !$0.stays.isEmpty } }

    /// The picture: at most 40 pupils' lines and 12 others, so that no session fills the page.
    /// - Parameter namesPupils: each pupil's line has a name and room for it.
    func picture(id: String, title: String, namesPupils: Bool = false) -> Picture {
        let groups = [
            Group("staff", group(.staff), 8), Group("guest", group(.uninvited, .otherClass, .contact), 12),
            Group("open", group(.unnamed, .ambiguous), 12),
        ]
        let pupils = group(.pupil).prefix(40)
        let top = lock == nil ? 24 : 40
        let room = pupils.isEmpty ? 0 : namesPupils ? 20 + pupils.count * 20 : 18 + pupils.count * 5
        let height = top + groups.reduce(0) { $0 + $1.lines.count } * 26 + room + 4
        var picture = Picture(id: id, height: height, title: title, description: summary)
        for (gap, _) in gaps {
            picture.bar("gap", from: place(gap.start), to: place(gap.end), y: 18, height: height - 18)
        }
        if namesPupils {
            for (gap, _) in gaps.filter({ $0.1 == .unsupervised }) {
                picture.bar("bare", from: place(gap.start), to: place(gap.end), y: 18, height: 5)
            }
        }
        addScale(to: &picture)
        if let lock {
            picture.upright(at: place(lock), from: 16, "lock")
            picture.label(SharedWords.doorClosed(context.time(lock)), at: place(lock) + 0.01, y: 30)
        }
        var y = top
        for group in groups {
            for line in group.lines {
                add(line, group.style, at: y, "\(line.name) (\(line.outcome.words))", to: &picture)
                y += 26
            }
        }
        add(pupils, at: y, namesPupils: namesPupils, to: &picture)
        return picture
    }

    /// Lines of one look.
    private struct Group {
        var style: String
        var lines: ArraySlice<Line>

        init(_ style: String, _ lines: [Line], _ most: Int) { (self.style, self.lines) = (style, lines.prefix(most)) }
    }

    private func addScale(to picture: inout Picture) {
        for i in 0...4 {
            let share = Double(i) / 4
            picture.upright(at: share, from: 16)
            picture.label(
                context.time(span.start + span.seconds * i / 4), at: share, y: 12,
                anchor: i == 0 ? "start" : i == 4 ? "end" : "middle")
        }
    }

    private func add(_ line: Line, _ style: String, at y: Int, _ words: String, to picture: inout Picture) {
        picture.label(String(words.unicodeScalars.prefix(46)), at: 0, y: y + 10)
        for stay in line.stays {
            picture.bar(style, from: place(stay.start), to: place(stay.end), y: y + 14, height: 8)
        }
    }

    private func add(_ pupils: ArraySlice<Line>, at top: Int, namesPupils: Bool, to picture: inout Picture) {
        if pupils.isEmpty { return }
        picture.label(SharedWords.pupils(group(.pupil).count), at: 0, y: top + 10)
        var y = top + (namesPupils ? 18 : 16)
        for pupil in pupils {
            if namesPupils { picture.label(String(pupil.name.unicodeScalars.prefix(46)), at: 0, y: y + 10) }
            for stay in pupil.stays {
                picture.bar(
                    "pupil", from: place(stay.start), to: place(stay.end), y: namesPupils ? y + 13 : y, height: 4)
            }
            y += namesPupils ? 20 : 5
        }
    }

    /// What the picture shows, in words.
    var summary: String {
        SharedWords.call(
            staff: group(.staff).count, pupils: group(.pupil).count,
            guests: group(.uninvited, .otherClass, .contact).count,
            marked: gaps.map { "\($0.1.words) \(context.zone.clocks(of: $0.0))" }, door: lock.map(context.time))
    }

    /// The same as a table, for who would rather read than look.
    var rows: [[String]] { Array(allRows.prefix(80)) }

    var allRows: [[String]] {
        let zone = context.zone
        return present.map {
            [$0.name, $0.outcome.words, $0.stays.map(zone.clocks).joined(separator: ", ")]
        }
    }
}

extension SchoolZone {
    /// `09:04:10-09:44:57`
    func clocks(of span: Interval) -> String { time(of: span.start).full + "-" + time(of: span.end).full }
}
