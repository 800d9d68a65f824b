import HostSystem

/// Settings of one run that need the school's zone to be understood.
struct RunClock {
    var now: Instant
    var today: Day

    /// - Throws: wrong usage, for a `--now` that is no time.
    init(_ text: String?, zone: SchoolZone) throws(RunFailure) {
        if let text {
            guard let wall = WallTime(text) else {
                throw RunFailure(.wrongUsage, "--now: error: not a date and time; fix: write it as 2026-11-22T08:00:00")
            }
            now = zone.instant(of: wall)
            today = wall.day
        } else {
            now = Instant(seconds: Machine.clock() / 1_000_000_000)
            today = zone.wallTime(of: now).day
        }
    }
}

extension RunClock {
    /// A week as the command line names it.
    /// - Parameter text: `2026-W47` or `last`; `nil`: the current one.
    func week(_ text: String?) throws(RunFailure) -> Week {
        guard let text else { return today.week }
        if text == "last" { return Week(of: today.week.monday - 7) }
        guard let week = Week(iso: text) else {
            throw RunFailure(.wrongUsage, "--week: error: not an ISO week; fix: write it as 2026-W47, or last")
        }
        return week
    }
}

extension WallTime {
    /// `2026-11-22T08:00:00`, `2026-11-22 08:00` or `2026-11-22` (midnight).
    init?(_ text: String) {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard (1...2).contains(parts.count), let day = Day(iso: String(parts[0])) else { return nil }
        guard parts.count == 2 else {
            self.init(day: day, time: ClockTime(seconds: 0))
            return
        }
        guard let time = ClockTime(String(parts[1])) else { return nil }
        self.init(day: day, time: time)
    }
}
