import HostSystem

/// The display names that the school's exports and the reports that are kept have: what a person may write of somebody.
package struct SeenNames: Sendable {
    /// One entrant of one session.
    struct Sighting: Sendable {
        var day: Day
        var start: ClockTime
        var classes: [ClassCode]
        var entrant: Entrant

        func isOf(_ classCode: String?) -> Bool {
            guard let classCode else { return true }
            let keys = classCodes(in: classCode).map(\.key)
            return classes.contains { keys.contains($0.key) }
        }
    }

    let sightings: [Sighting]
    /// As the reports of earlier weeks print them, as `personKey`s.
    private let reported: Set<String>

    /// - Parameter exports: paths of exports that are not in the inbox.
    static func read(_ options: RunOptions, besides exports: [String]) async throws -> SeenNames {
        let folder = SchoolFolder(options.school)
        let files = try NamedExports.files(exports)
        var school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let source = try WholeInbox(folder, &school, options, week: clock.today.week, today: clock.today)
        var all = try await source.read().inbox.exports
        if !files.isEmpty {
            all += try await NamedExports(files, school, options, today: clock.today).read().inbox.exports
        }
        let finder = SessionFinder(school)
        let sessions = await finder.place(all, jobs: options.jobs).meetings.map { finder.session(of: $0) }
        let reports = try? KeptReports(folder.reports)
        return SeenNames(
            sessions, school.settings.zone, reports?.rows("entrants.csv", ["display_name", "outcome"]) ?? [])
    }

    private init(_ sessions: [FoundSession], _ zone: SchoolZone, _ reported: [[String]]) {
        sightings = sessions.flatMap { session in
            session.entrants.map { entrant in
                Sighting(
                    day: session.day, start: zone.time(of: session.start), classes: session.classes,
                    entrant: entrant)
            }
        }
        self.reported = Set(reported.map { personKey(withoutFormulaGuard($0[0])) })
    }

    /// Nothing is known of any name, so none can be called wrong.
    var isEmpty: Bool { sightings.isEmpty && reported.isEmpty }

    /// The last session up to that day in which somebody had the name.
    func last(_ name: String, classCode: String?, until day: Day) -> LastSeen? {
        let key = personKey(withoutFormulaGuard(name))
        let found = sightings.filter { $0.day <= day && $0.isOf(classCode) && $0.entrant.isCalled(key) }
        return found.max { ($0.day, $0.start.seconds) < ($1.day, $1.start.seconds) }
            .map { LastSeen(day: $0.day, start: $0.start) }
    }

    /// The name as a line of decisions.csv must have it to be found again.
    /// - Returns: `nil` where nobody had it.
    func asExported(_ name: String) -> String? {
        let typed = withoutFormulaGuard(name)
        let (settled, key) = (settledKey(typed), personKey(typed))
        var likely: String?
        for sighting in sightings {
            let entrant = sighting.entrant
            for form in [entrant.displayName.text, entrant.nameInExport] {
                let shown = PlainText.copied(form)
                if settledKey(form) == settled || settledKey(shown) == settled { return typed }
                if personKey(form) == key || personKey(shown) == key { likely = shown }
            }
        }
        return likely ?? (reported.contains(key) ? typed : nil)
    }

    /// Whether anybody of that class was seen on that day.
    func knowsSession(of classCode: String?, on day: Day) -> Bool {
        sightings.contains { $0.day == day && $0.isOf(classCode) }
    }

    func has(_ name: String, on day: Day) -> Bool {
        let key = personKey(withoutFormulaGuard(name))
        return sightings.contains { $0.day == day && $0.entrant.isCalled(key) }
    }

    /// Names like it, of the class before all others.
    func nearest(to name: String, classCode: String?, on day: Day? = nil) -> [String] {
        let ofDay = sightings.filter { sighting in day.map { $0 == sighting.day } ?? true }
        let own = SeenNames.near(ofDay.filter { $0.isOf(classCode) }, to: name)
        return own.isEmpty ? SeenNames.near(ofDay, to: name) : own
    }

    private static func near(_ sightings: [Sighting], to name: String) -> [String] {
        let names = sightings.map {
            NearNames.Name(shown: PlainText.shown($0.entrant.nameInExport), forms: $0.entrant.shownNames)
        }
        return NearNames(names).nearest(to: name)
    }
}

/// The last session in which a display name was.
package struct LastSeen: Sendable {
    var day: Day
    var start: ClockTime
}
