/// Wall-clock times to moments; the zone is asked once a day.
struct ZoneClock {
    private let zone: SchoolZone
    private var date = RawTime.Date.missing
    private var day: Day?
    /// The day's only offset; `nil` when the clocks change within a day of it.
    private var offset: Int?

    init(_ zone: SchoolZone) { self.zone = zone }

    mutating func instant(of raw: RawTime, _ zoneMinutes: Int?, _ order: DateDecision.Order, _ clockDay: Day?)
        -> Instant?
    {
        guard !raw.isMissing, let day = look(raw, order, clockDay) else { return nil }
        let civil = day.number * 86_400 + Int(raw.seconds)
        if let zoneMinutes { return Instant(seconds: civil - zoneMinutes * 60) }
        if let offset { return Instant(seconds: civil - offset) }
        return zone.instant(of: WallTime(civilSeconds: civil))
    }

    mutating func isNearChange(_ raw: RawTime, _ order: DateDecision.Order, _ clockDay: Day?) -> Bool {
        !raw.isMissing && look(raw, order, clockDay) != nil && offset == nil
    }

    /// All moments that the wall clock's time can mean: with a change that night up to two, the earlier first.
    mutating func readings(of raw: RawTime, _ order: DateDecision.Order, _ clockDay: Day?) -> (
        moments: [Instant], isDoubtful: Bool
    ) {
        guard !raw.isMissing, let day = look(raw, order, clockDay) else { return ([], false) }
        let wall = WallTime(civilSeconds: day.number * 86_400 + Int(raw.seconds))
        if offset != nil || zone.reading(of: wall) == .once { return ([zone.instant(of: wall)], false) }
        let before = zone.offset(at: Instant(seconds: wall.civilSeconds - 86_400))
        let after = zone.offset(at: Instant(seconds: wall.civilSeconds + 86_400))
        return ([before, after].map { Instant(seconds: wall.civilSeconds - $0) }.sorted(), true)
    }

    private mutating func look(_ raw: RawTime, _ order: DateDecision.Order, _ clockDay: Day?) -> Day? {
        if raw.date == date { return day }
        date = raw.date
        day = raw.isClockOnly ? clockDay : raw.date.day(order)
        offset = nil
        if let day {
            let noon = Instant(seconds: day.number * 86_400 + 43_200)
            let (before, after) = (zone.offset(at: noon - 2 * 86_400), zone.offset(at: noon + 2 * 86_400))
            if before == after { offset = before }
        }
        return day
    }
}
