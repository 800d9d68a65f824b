extension ReadingHints {
    /// What the command line and the school's settings say; the timetable is the caller's to add.
    /// - Throws: wrong usage, for an order or a date that is none.
    init(_ options: RunOptions, _ settings: SchoolSettings) throws(RunFailure) {
        self.init()
        zone = settings.zone
        settingsOrder = settings.dateOrder
        columns = settings.exportColumns
        switch options.dateOrder {
        case nil: break
        case "day-first": commandLineOrder = .dayFirst
        case "month-first": commandLineOrder = .monthFirst
        default:
            throw RunFailure(
                .wrongUsage, "--date-order: error: neither day-first nor month-first; fix: give one of the two")
        }
        if let text = options.date {
            guard let day = Day(iso: text) else {
                throw RunFailure(.wrongUsage, "--date: error: not a date; fix: write it as 2026-11-20")
            }
            date = day
        }
    }

    /// - Throws: wrong usage, for an order or a date that is none.
    init(_ settings: SchoolSettings, _ rows: [Timetable.Row], _ options: RunOptions, week: Week) throws(RunFailure) {
        try self.init(options, settings)
        now = try RunClock(options.now, zone: zone).now
        for row in rows {
            switch row.time {
            case .date(let day): expectedDays.insert(day)
            case .weekday(let weekday): expectedDays.insert(week.monday + (weekday - 1))
            }
        }
    }
}
