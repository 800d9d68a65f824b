/// Which meetings some exports are of: those of some days, since no session is of two days.
struct PlacedMeetings: Sendable {
    fileprivate(set) var meetings: [PlacedMeeting] = []
    fileprivate(set) var problems: [Problem] = []
    /// Rows of meetings that nothing ties to the school, by file.
    fileprivate(set) var strangers: [String: Int] = [:]
}

/// Made once per run; places exports of different days independently of each other.
struct SessionFinder: Sendable {
    let school: School
    let matcher: Matcher
    let only: ClassCode?
    private let names: ClassNames
    let expected: ExpectedLessons
    var scheduled: [ExpectedLessons.Slot: [MeetingPiece]] = [:]
    var others: [MeetingPiece] = []
    var problems: [Problem] = []
    var strangers: [String: Int] = [:]

    /// How far a meeting may be from its slot.
    static let reach = 30 * 60
    /// A meeting that ends and begins again within this is one session that was restarted.
    static let restart = 5 * 60

    init(_ school: School, only: ClassCode? = nil) { self.init(school, matcher: Matcher(school), only: only) }

    init(_ school: School, matcher: Matcher, only: ClassCode? = nil) {
        self.school = school
        self.matcher = matcher
        self.only = only
        names = ClassNames(school)
        expected = ExpectedLessons(school, matcher: matcher)
    }

    // MARK: Placing

    /// The meetings of these exports; every other export that shows somebody on one of their days must be among them.
    func place(_ exports: [MeetingExport]) -> PlacedMeetings {
        var finder = self
        for export in exports.indices {
            for meeting in exports[export].meetings { finder.place(meeting, export, exports[export]) }
        }
        finder.settleWrongLinks()
        finder.putStrangersAside()
        for export in exports.indices {
            for meeting in exports[export].meetings { finder.placeEventsAlone(meeting, export, exports[export]) }
        }
        return PlacedMeetings(
            meetings: finder.scheduled.sorted { $0.key < $1.key }.map {
                PlacedMeeting(day: $0.key.day, place: $0.key, pieces: asOneHistory($0.value))
            }
                + finder.restartsUnited().map { PlacedMeeting(day: $0[0].day, place: nil, pieces: asOneHistory($0)) },
            problems: finder.problems, strangers: finder.strangers)
    }

    private mutating func place(_ meeting: Meeting, _ number: Int, _ export: MeetingExport) {
        var meeting = meeting
        // A number in a file's name is an ID only where the timetable has it.
        if export.platform == .zoom, meeting.isIDFromFileName, let id = meeting.id,
            !school.timetable.rows.contains(where: { $0.meetingID.map(meetingKey) == id })
        {
            meeting.id = nil
        }
        for piece in pieces(of: meeting, number, export) {
            let plan = expected.plan(of: piece.day)
            if holdsManyMeetings(export), let slots = slotsOfMeeting(piece, plan), slots.count > 1 {
                for part in split(piece, among: slots, on: piece.day) { placeWhole(part, plan) }
            } else {
                placeWhole(piece, plan)
            }
        }
    }

    private mutating func placeWhole(_ piece: MeetingPiece, _ plan: ExpectedLessons.Plan) {
        var piece = piece
        if let (place, how) = slot(of: piece, plan) {
            piece.placedBy = how
            scheduled[place, default: []].append(piece)
        } else {
            (piece.classText, piece.placedBy) = classOfUnscheduled(piece)
            others.append(piece)
        }
    }

    /// One log may hold many meetings under one code.
    private func holdsManyMeetings(_ export: MeetingExport) -> Bool {
        export.variant == "meet/admin-log" || export.variant == "zoom/list-details"
    }

    /// The meeting by days, and a log's meeting by the times at which somebody was in it.
    private mutating func pieces(of meeting: Meeting, _ number: Int, _ export: MeetingExport) -> [MeetingPiece] {
        let zone = school.settings.zone
        let source = ExportSummary(export, meeting)
        func piece(
            _ participants: [Participant], _ span: Interval?, _ day: Day, _ events: [MeetingEvent]? = nil
        ) -> MeetingPiece {
            MeetingPiece(
                export: number, source: source, participants: participants, events: events ?? meeting.events, day: day,
                span: span)
        }
        guard let whole = span(of: meeting, source) else {
            guard !meeting.participants.isEmpty else { return [] }
            guard let start = meeting.start ?? meeting.end else {
                problems.append(
                    Problem(
                        export.file, code: "no-day", "the file does not say on which day the meeting was",
                        fix: "say it with --date YYYY-MM-DD"))
                return []
            }
            return [piece(meeting.participants, Interval(start, meeting.end ?? start), zone.day(of: start))]
        }
        let day = zone.day(of: whole.start)
        // A meeting of a list of meetings is one meeting, though everybody may have been out of it for a while.
        if export.variant != "meet/admin-log", zone.day(of: whole.end - 1) == day || whole.seconds < 12 * 3600 {
            return [piece(meeting.participants, whole, day)]
        }
        // Times in which the meeting was going on without a break.
        let clusters = Intervals(meeting.participants.flatMap { $0.stays.compactMap { reach(of: $0, source) } })
        let events = Dictionary(grouping: meeting.events) { event in
            clusters.min { $0.distance(to: event.at) < $1.distance(to: event.at) }
        }
        return clusters.map { cluster in
            let participants = parts(of: meeting.participants) { stay in
                stay.joined.map { cluster.start <= $0 && $0 <= cluster.end } ?? (cluster.start == whole.start)
            }
            return piece(participants, cluster, zone.day(of: cluster.start), events[cluster] ?? [])
        }.filter { !$0.participants.isEmpty }
    }

    private func reach(of stay: Stay, _ source: ExportSummary) -> Interval? {
        guard let joined = stay.joined else { return nil }
        return Interval(joined, max(joined + 1, stay.left ?? source.lastMoment ?? joined + (stay.shownSeconds ?? 1)))
    }

    /// From the first moment of the meeting to the last.
    private func span(of meeting: Meeting, _ source: ExportSummary) -> Interval? {
        Intervals(meeting.participants.flatMap { $0.stays.compactMap { reach(of: $0, source) } }).span
    }

    private func parts(of participants: [Participant], where belongs: (Stay) -> Bool) -> [Participant] {
        participants.compactMap { participant in
            var part = participant
            part.stays = participant.stays.filter(belongs)
            return part.stays.isEmpty ? nil : part
        }
    }

    /// The slots of the piece's meeting ID that it reaches, in the order of their start.
    private func slotsOfMeeting(_ piece: MeetingPiece, _ plan: ExpectedLessons.Plan) -> [Lesson]? {
        guard let id = piece.id.map(meetingKey), let span = piece.span else { return nil }
        return plan.byMeeting[id]?.map { plan.lessons[$0] }.filter { span.overlaps($0.interval) }.sorted {
            $0.start < $1.start
        }
    }

    /// Each stay goes to the slot that it overlaps longest; one that runs through two lessons is cut between them.
    private func split(_ piece: MeetingPiece, among slots: [Lesson], on day: Day) -> [MeetingPiece] {
        let borders = zip(slots, slots.dropFirst()).map {
            max($0.end, min($1.start, $0.end + max(0, $1.start - $0.end) / 2))
        }
        func slotIndex(_ moment: Instant) -> Int { borders.firstIndex { moment < $0 } ?? slots.count - 1 }
        var parts = slots.map { _ in [Participant]() }
        for participant in piece.participants {
            var stays = slots.map { _ in [Stay]() }
            for stay in participant.stays {
                guard let span = reach(of: stay, piece.source) else {
                    stays[0].append(stay)
                    continue
                }
                let shares = slots.map { Intervals(span).clipped(to: $0.interval).seconds }
                let mostly = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 0
                let through = shares.indices.filter { shares[$0] * 2 >= slots[$0].interval.seconds && shares[$0] > 0 }
                if through.count < 2 {
                    stays[shares[mostly] > 0 ? mostly : slotIndex(span.start)].append(stay)
                    continue
                }
                for index in through {
                    var part = stay
                    if index > 0 { part.joined = max(span.start, borders[index - 1]) }
                    if index < borders.count { part.left = min(span.end, borders[index]) }
                    // Which seconds of a cut stay had video cannot be told.
                    (part.cameraSeconds, part.shownSeconds) = (nil, nil)
                    part.camera = stay.camera == .off ? .off : .unknown
                    stays[index].append(part)
                }
            }
            for index in stays.indices where !stays[index].isEmpty {
                var part = participant
                part.stays = stays[index]
                parts[index].append(part)
            }
        }
        return parts.indices.compactMap { index in
            if parts[index].isEmpty { return nil }
            var part = piece
            part.participants = parts[index]
            part.events = piece.events.filter { slotIndex($0.at) == index }
            let spans = parts[index].flatMap(\.stays).compactMap { reach(of: $0, piece.source) }
            part.span = Intervals(spans).span
            return part
        }
    }

    // MARK: Which lesson it is, the surest sign first

    func slot(of piece: MeetingPiece, _ plan: ExpectedLessons.Plan) -> (ExpectedLessons.Slot, String)? {
        func place(_ index: Int?, _ how: String) -> (ExpectedLessons.Slot, String)? {
            index.map { (ExpectedLessons.Slot(day: piece.day, index: $0), how) }
        }
        if let only {
            return place(best(plan.byClass[only.key] ?? [], plan, piece, slack: SessionFinder.reach), "--class")
        }
        if let id = piece.id.map(meetingKey), expected.knows(meeting: id) {
            return place(
                best(plan.byMeeting[id] ?? [], plan, piece, slack: SessionFinder.reach), "meeting ID in the timetable")
        }
        let hosts = hosts(of: piece)
        let hosted = hosts.flatMap { plan.byHost[$0] ?? [] }
        if let found = place(best(hosted, plan, piece, slack: 0), "host's e-mail and the time") { return found }
        for (classes, how) in namedClasses(piece) where !classes.isEmpty {
            let candidates = classes.flatMap { plan.byClass[$0.key] ?? [] }
            if let found = place(best(candidates, plan, piece, slack: SessionFinder.reach), how) { return found }
            return nil
        }
        return place(
            best(slotsFitting(piece, plan), plan, piece, slack: SessionFinder.reach),
            "the class whose roll the entrants fit")
    }

    /// The slots within reach of the class, or the classes together, whose roll the entrants fit; no other class of
    /// theirs may hold more of them.
    private func slotsFitting(_ piece: MeetingPiece, _ plan: ExpectedLessons.Plan) -> [Int] {
        let named = matcher.namedPupils(of: piece.participants, on: piece.day)
        let near = Dictionary(grouping: slotsNear(plan.lessons.indices, plan, piece, slack: SessionFinder.reach)) {
            classKey(plan.lessons[$0].classText)
        }
        let slots = near.sorted { $0.key < $1.key }.map(\.value)
        let rolls = slots.map { school.roll(of: plan.lessons[$0[0]].classes, on: piece.day) }
        let classes = matcher.classes(of: named, on: piece.day)
        if let fitting = named.soleFitting(of: rolls),
            classes.allSatisfy({ named.count(in: $0.roll) <= named.count(in: rolls[fitting]) })
        {
            return slots[fitting]
        }
        return matcher.classFitting(named, on: piece.day).flatMap { plan.byClass[$0.key] } ?? []
    }

    private func slotsNear(_ slots: some Sequence<Int>, _ plan: ExpectedLessons.Plan, _ piece: MeetingPiece, slack: Int)
        -> [Int]
    {
        guard let span = piece.span else { return [] }
        return Set(slots).sorted().filter { index in
            let slot = plan.lessons[index]
            return span.overlaps(Interval(slot.start - slack, slot.end + slack))
        }
    }

    /// The slot with the longest overlap of those within reach; of equals the one whose class is named, then whose roll
    /// fits.
    private func best(_ candidates: [Int], _ plan: ExpectedLessons.Plan, _ piece: MeetingPiece, slack: Int) -> Int? {
        guard let span = piece.span else { return Set(candidates).count == 1 ? candidates.first : nil }
        let near = slotsNear(candidates, plan, piece, slack: slack)
        func overlap(_ index: Int) -> Int { Intervals(span).clipped(to: plan.lessons[index].interval).seconds }
        func distance(_ index: Int) -> Int {
            max(plan.lessons[index].start - span.end, span.start - plan.lessons[index].end, 0)
        }
        guard let most = near.map(overlap).max() else {
            // Names without times may be of any time of their day.
            let isTimeless = piece.source.variant == NamesOnly.variant
            return isTimeless && Set(candidates).count == 1 ? candidates.first : nil
        }
        let longest = near.filter { overlap($0) == most }
        guard longest.count > 1, let closest = longest.map(distance).min() else { return longest.first }
        let equal = longest.filter { distance($0) == closest }
        guard equal.count > 1 else { return equal.first }
        let named = namedClasses(piece).flatMap(\.0).map(\.key)
        if let hit = equal.first(where: { index in plan.lessons[index].classes.contains { named.contains($0.key) } }) {
            return hit
        }
        let people = matcher.namedPupils(of: piece.participants, on: piece.day)
        return people.soleFitting(of: equal.map { school.roll(of: plan.lessons[$0].classes, on: piece.day) }).map {
            equal[$0]
        }
            ?? equal.first
    }

    func hosts(of piece: MeetingPiece) -> [String] {
        var hosts = piece.source.hostEmail.map { [$0] } ?? []
        for place in piece.participants.indices {
            guard let email = piece.participants[place].email,
                piece.participants[place].stays.contains(where: { $0.role == .organizer })
            else { continue }
            hosts.append(email.lowercased())
        }
        return hosts
    }

    /// The topic before the file's name before the folders that it lies in.
    private func namedClasses(_ piece: MeetingPiece) -> [([ClassCode], String)] {
        let parts = piece.source.file.split(separator: "/")
        return [
            (piece.topic.map(names.named(in:)) ?? [], "class in the meeting's topic"),
            (parts.last.map { names.named(in: String($0)) } ?? [], "class in the file's name"),
            (parts.dropLast().last.map { names.named(in: String($0)) } ?? [], "class in the folder's name"),
        ]
    }

    func classOfUnscheduled(_ piece: MeetingPiece) -> (String, String) {
        if let only { return (only.text, "--class") }
        let named = namedClasses(piece)
        if let id = piece.id.map(meetingKey), let known = expected.classesByMeeting[id] {
            if known.count == 1 { return (known[0], "meeting ID in the timetable") }
            let keys = named.flatMap(\.0).map(\.key)
            if let text = known.first(where: { classCodes(in: $0).contains { keys.contains($0.key) } }) {
                return (text, "meeting ID in the timetable")
            }
        }
        for (classes, how) in named where !classes.isEmpty {
            return (classes.map(\.text).joined(separator: ";"), how)
        }
        let people = matcher.namedPupils(of: piece.participants, on: piece.day)
        if let fitting = matcher.classFitting(people, on: piece.day) {
            return (fitting.text, "the class whose roll the entrants fit")
        }
        return ("", "no class could be told")
    }

    /// Unscheduled pieces of one meeting: the same ID (or, without it, the same class) with no more than a short break.
    private func restartsUnited() -> [[MeetingPiece]] {
        var groups: [String: [MeetingPiece]] = [:]
        for piece in others {
            let meeting = piece.id.map(meetingKey) ?? ""
            // A restart may get another ID, so the class decides where there is one.
            let wrong = piece.wrongLink == nil ? "" : "wrong \(piece.source.file)"
            let key =
                wrong
                + (piece.classText.isEmpty
                    ? "id \(meeting) \(meeting.isEmpty ? piece.source.file : "")"
                    : "class \(classKey(piece.classText))")
            groups["\(piece.day.number) \(key)", default: []].append(piece)
        }
        var united: [[MeetingPiece]] = []
        for key in groups.keys.sorted() {
            let sorted = groups[key]!.sorted { a, b in
                (a.span?.start.seconds ?? 0, a.span?.end.seconds ?? 0, a.source.file) < (
                    b.span?.start.seconds ?? 0, b.span?.end.seconds ?? 0, b.source.file
                )
            }
            var (current, end) = ([MeetingPiece](), Instant(seconds: 0))
            for piece in sorted {
                if let last = current.last,
                    piece.span.map({ $0.start - end > SessionFinder.restart }) ?? (last.span != nil)
                        || current.contains(where: { isOtherLesson($0, piece) })
                {
                    united.append(current)
                    current = []
                }
                end = current.isEmpty ? piece.span?.end ?? end : max(end, piece.span?.end ?? end)
                current.append(piece)
            }
            united.append(current)
        }
        return united
    }

    /// `4B Maths` and then `4B English` under another ID: lessons one after the other, not one that was restarted.
    private func isOtherLesson(_ a: MeetingPiece, _ b: MeetingPiece) -> Bool {
        guard let first = a.id, let second = b.id, meetingKey(first) != meetingKey(second), let topic = a.topic,
            let other = b.topic
        else { return false }
        return Cells.folded(topic) != Cells.folded(other) && !names.named(in: topic).isEmpty
            && !names.named(in: other).isEmpty
    }

    func classKey(_ text: String) -> String { classCodes(in: text).map(\.key).sorted().joined(separator: ";") }
}
