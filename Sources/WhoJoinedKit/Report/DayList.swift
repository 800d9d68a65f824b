import DelimitedText

/// The families to reach now: of each pupil the first lesson of a day that was certainly missed, unless somebody knows
/// why or has reached the family.
struct DayList: Sendable {
    typealias Miss = FirstMisses.Miss

    let context: ReportContext
    let days: ClosedRange<Day>
    let first: FirstMisses
    /// Of the first misses alone.
    let list: FollowUpList

    init(_ result: WeekResult, in days: ClosedRange<Day>) {
        self.days = days
        context = ReportContext(result)
        first = FirstMisses(result, in: days)
        list = FollowUpList(context.result, context.classes, only: first.misses)
    }

    private init(_ other: DayList, only misses: Set<Miss>) {
        (context, days, first) = (other.context, other.days, other.first)
        list = FollowUpList(context.result, context.classes, only: misses)
    }

    /// The list of those first misses alone that an earlier run has not listed.
    func without(_ listed: Set<Row>) -> DayList {
        DayList(self, only: first.misses.filter { !listed.contains(row(of: $0)) })
    }

    /// Families that nobody has reached yet, in the order in which to ring.
    var families: [[FollowUp]] {
        worstFirst(Dictionary(grouping: list.families.filter { !$0.isClosed }, by: \.family).values)
    }

    /// There is nobody to ring, and nobody of whom the safeguarding lead must be told.
    var isEmpty: Bool { list.withheld.isEmpty && list.families.allSatisfy(\.isClosed) }

    // MARK: Table

    /// A pupil and a day, as `day.csv` has them: nobody is listed twice for one day, also if the export of an earlier
    /// lesson comes later.
    struct Row: Hashable, Sendable {
        var date: String
        var id: String
    }

    private func row(of miss: Miss) -> Row {
        Row(date: context.result.sessions[miss.session].session.day.iso, id: context.pupilIDs[miss.pupil])
    }

    static let columns = "session,date,start,class,id,name,later,in_a_row,step,contact_state,outcome"

    /// A row for each pupil who is listed, in the order of the page; the withheld last.
    var table: [UInt8] {
        var writer = tableWriter(Self.columns)
        for followUp in families.joined() + list.withheld {
            for miss in followUp.misses {
                let session = context.result.sessions[miss.session].session
                writer.write(
                    context.sessionCells(session) + [
                        context.pupilIDs[followUp.pupil], context.pupilNames[followUp.pupil],
                        String(first.later[Miss(session: miss.session, pupil: followUp.pupil)] ?? 0),
                        String(followUp.inARow), followUp.step.rawValue, followUp.contact.words,
                        followUp.ledger.words,
                    ])
            }
        }
        return writer.bytes
    }

    /// The same for a program.
    var json: JSONValue {
        .array(
            (families.joined() + list.withheld).map { followUp in
                .object([
                    ("class", .string(PlainText.clean(followUp.classText))),
                    ("id", .string(context.pupilIDs[followUp.pupil])),
                    ("name", .string(context.pupilNames[followUp.pupil])),
                    ("missed", .array(followUp.misses.map { .string(context.lessonWords($0.session)) })),
                    ("inARow", .int(followUp.inARow)), ("step", .string(followUp.step.rawValue)),
                    ("contactState", .string(followUp.contact.words)),
                    ("outcome", .string(followUp.ledger.words)),
                ])
            })
    }

    // MARK: Page

    /// What is read on the telephone.
    func page(remarks: [String] = []) -> [UInt8] {
        let families = families
        var page = TextPage()
        let school = PlainText.clean(context.school.settings.name)
        page.line("\(school)   \(SharedWords.onlineLessons(on: days)): \(OfficeWords.toReachNow)")
        page.line(SharedWords.nothingSent)
        page.line(SharedWords.askDoNotTell)
        page.line("")
        page.line(OfficeWords.toReach(families.count))
        let openings = Dictionary(uniqueKeysWithValues: families.joined().map { ($0.pupil, opening($0, context)) })
        for family in families { addFamily(family, openings, to: &page, list, context, facts: facts) }
        addWithheld(to: &page)
        let lines = [leftOut, withoutExport].compactMap(\.self) + remarks
        if !lines.isEmpty { page.line("") }
        for line in lines { page.line(line, indent: 4) }
        return page.bytes
    }

    private func facts(_ followUp: FollowUp) -> [String] {
        var facts = [PlainText.clean(followUp.classText)].filter { !$0.isEmpty }
        for miss in followUp.misses {
            facts.append(context.lessonWords(miss.session))
            let miss = Miss(session: miss.session, pupil: followUp.pupil)
            if let later = first.later[miss] { facts.append(SharedWords.laterLessons(later)) }
            if let joined = joinedLater(miss) { facts.append(OfficeWords.thenJoined(at: context.time(joined))) }
        }
        if followUp.inARow > 1 { facts.append(SharedWords.inARow(followUp.inARow)) }
        return facts
    }

    /// When the pupil came into a later lesson of the same day.
    private func joinedLater(_ miss: Miss) -> Instant? {
        let missed = context.result.sessions[miss.session].session
        return context.result.sessions.lazy.filter { $0.session.day == missed.day && $0.session.start > missed.start }
            .compactMap { judged in
                judged.results.first { $0.pupil == miss.pupil && $0.status == .joined }.map {
                    $0.joined ?? judged.session.start
                }
            }.min()
    }

    private func addWithheld(to page: inout TextPage) {
        if list.withheld.isEmpty { return }
        page.line("")
        page.heading(OfficeWords.notToBeContacted(list.withheld.count))
        page.line("  \(OfficeWords.tellTheLead)")
        for followUp in list.withheld {
            page.line(
                "  * \(context.sortName(followUp.pupil))   \(facts(followUp).joined(separator: ", "))", indent: 4)
        }
    }

    /// Who is not on the list, and why.
    private var leftOut: String? {
        let excused = Set(
            sessions.flatMap { judged in
                judged.results.filter { $0.status == .excused && judged.session.expected.hasSorted($0.pupil) }.map(
                    \.pupil)
            })
        let reached = Set(list.families.filter(\.isClosed).map(\.family)).count
        return OfficeWords.leftOut(
            excused: excused.count, reached: reached, explained: first.explained.count, cannotTell: first.possible.count
        )
    }

    /// Lessons that are over and of which nobody knows who came.
    private var withoutExport: String? {
        let daysOff = context.school.settings.isDayOff
        let missing = sessions.filter {
            $0.session.lesson != nil && !$0.session.hasData && context.school.wantsExport(of: $0.session)
                && !daysOff($0.session.day)
        }
        if missing.isEmpty { return nil }
        let titles = missing.prefix(5).map { context.title(of: $0.session) }
        let more = missing.count > 5 ? [SharedWords.moreNamed(missing.count - 5)] : []
        return OfficeWords.withoutExport(titles + more)
    }

    /// Those that were over by the time of the run.
    private var sessions: [JudgedSession] {
        context.result.sessions.filter { days.contains($0.session.day) && $0.session.end <= context.result.now }
    }

    private var later: [Pupil.Index: Int] {
        Dictionary(first.later.map { ($0.key.pupil, $0.value) }, uniquingKeysWith: +)
    }

    // MARK: Files

    /// Everything of the day's folder.
    var files: [ReportFile] {
        [
            ReportFile(path: "day.txt", bytes: page()), ReportFile(path: "day.csv", bytes: table),
            runRecord(context.result),
        ] + CallSheet(list, context, later: later).files
    }
}
