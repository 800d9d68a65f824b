import HostSystem

/// The last session up to some day in which a display name was.
package struct LastSeen: Sendable {
    var day: Day
    var start: ClockTime

    /// - Parameters:
    ///   - classCode: only in sessions of this class; `nil`: in any.
    ///   - on: the last day that counts, as 2026-11-20; `nil`: today.
    /// - Returns: `nil` where no export of the inbox has the name; what is wrong with the folder, `confirm` itself says.
    package static func find(_ name: String, classCode: String?, on: String?, options: RunOptions) async -> LastSeen? {
        try? await search(name, classCode: classCode, on: on, options: options)
    }

    private static func search(
        _ name: String, classCode: String?, on: String?, options: RunOptions
    ) async throws -> LastSeen? {
        let folder = SchoolFolder(options.school)
        let school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let last = on.flatMap { Day(iso: $0) } ?? clock.today
        let source = try WholeInbox(folder, school, options, week: last.week, today: clock.today)
        let finder = SessionFinder(school)
        let placed = await finder.place(try await source.read().inbox.exports, jobs: options.jobs)
        let key = settledKey(name)
        let sessions = placed.meetings.map { finder.session(of: $0) }.filter { session in
            session.day <= last && session.entrants.contains { settledKey($0.displayName.text) == key }
                && (classCode.map { code in session.classes.contains { $0.key == ClassCode(code).key } } ?? true)
        }
        return sessions.max { $0.start < $1.start }.map {
            LastSeen(day: $0.day, start: school.settings.zone.time(of: $0.start))
        }
    }
}
