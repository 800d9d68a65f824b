import GRDB
import HostSystem

/// The rows of an export as they were read.
struct StoredStays: Sendable {
    let id: ExportID
    let days: ClosedRange<Day>
    let export: MeetingExport
    let sum: Int

    init(_ id: ExportID, _ days: ClosedRange<Day>, _ export: MeetingExport) {
        (self.id, self.days, self.export) = (id, days, export)
        sum = StoredStays.sum(id, days, export)
    }

    private static func sum(_ id: ExportID, _ days: ClosedRange<Day>, _ export: MeetingExport) -> Int {
        var sum = RowSum()
        for text in [id.name, id.sha256, export.file, export.platform.rawValue, export.variant] { sum.add(text) }
        for text in [export.dates.order.rawValue, export.dates.decidedBy] + export.warnings { sum.add(text) }
        let able = export.abilities
        for flag in [
            export.dates.isAmbiguous, export.dates.isWeak, able.times, able.camera, able.waitingRoom, able.consent,
            able.external, export.isComplete,
        ] { sum.add(flag) }
        for number in [
            days.lowerBound.number, days.upperBound.number, export.rowsRead, export.rowsRejected,
            export.rowsWithoutStay,
        ] { sum.add(number) }
        sum.add(export.lastMoment)
        for meeting in export.meetings { meeting.add(to: &sum) }
        return sum.number
    }
}

extension Meeting {
    fileprivate func add(to sum: inout RowSum) {
        for text in [id, topic, hostEmail] { sum.add(text) }
        sum.add(start)
        sum.add(end)
        sum.add(zoneOffsetMinutes)
        sum.add(isIDFromFileName)
        sum.add(participants.count)
        for participant in participants {
            sum.add(participant.displayName.text)
            sum.add(participant.originalName?.text)
            sum.add(participant.email)
            sum.add(participant.isPhone)
            for stay in participant.stays { stay.add(to: &sum) }
        }
        for (name, email) in notAttended {
            sum.add(name.text)
            sum.add(email)
        }
        for event in events { event.add(to: &sum) }
    }
}

extension MeetingEvent {
    fileprivate func add(to sum: inout RowSum) {
        for text in [kind.rawValue, name, reason] { sum.add(text) }
        sum.add(at)
        for account in [actor, target] {
            for text in [account?.name, account?.email] { sum.add(text) }
            sum.add(account?.isExternal)
        }
        for number in [count, line] { sum.add(number) }
    }
}

extension Stay {
    fileprivate func add(to sum: inout RowSum) {
        sum.add(line)
        sum.add(joined)
        sum.add(left)
        for number in [shownSeconds, cameraSeconds, zoneOffsetMinutes] { sum.add(number) }
        sum.add(camera.rawValue)
        sum.add(role?.rawValue)
        for flag in [isExternal, isWaitingRoom] { sum.add(flag) }
        sum.add(hasConsented)
        sum.add(isJoinApproximate)
    }
}

extension History {
    /// Every stored export that shows somebody in these days, as it was read, by name and content.
    /// - Parameter skipped: exports whose rows nobody needs.
    func stays(
        in days: ClosedRange<Day>, besides skipped: (ExportID) -> Bool = { _ in false }
    ) throws(StoreError) -> [(id: ExportID, export: MeetingExport)] {
        try read { db in
            try DaySums.check(.reading, in: days, db)
            return try ReadingRows(db: db, words: WordCache(db)).all(in: days, besides: skipped).map {
                ($0.id, $0.export)
            }
        }
    }

    func exports() throws(StoreError) -> [StoredExport] {
        try read { db in
            try DaySums.check(.export, db)
            return try ExportRows(db: db, words: WordCache(db)).all()
        }
    }
}
