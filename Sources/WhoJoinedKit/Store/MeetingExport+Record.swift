/// How an export of the week is kept, so that the week's report can be made again when its file has left the inbox.
extension MeetingExport {
    static let formVersion = 3

    var record: [UInt8] {
        var to = RecordEncoder()
        to.put(MeetingExport.formVersion)
        to.put(file)
        to.put(shared: platform.rawValue)
        to.put(variant)
        to.put(shared: dates.order.rawValue)
        to.put(dates.isAmbiguous)
        to.put(dates.isWeak)
        to.put(dates.decidedBy)
        for able in [abilities.times, abilities.camera, abilities.waitingRoom, abilities.consent, abilities.external] {
            to.put(able)
        }
        to.put(meetings) { $1.encode(to: &$0) }
        to.put(rowsRead)
        to.put(rowsRejected)
        to.put(rowsWithoutStay)
        to.put(isComplete)
        to.put(warnings) { $0.put($1) }
        to.put(lastMoment)
        return to.bytes
    }

    /// Bytes: a record has four at least for a stay.
    var leastRecordSize: Int { 4 * meetings.reduce(0) { $1.participants.reduce($0) { $0 + $1.stays.count } } }

    /// `problems` are the file's own and kept beside the record.
    init(record: ArraySlice<UInt8>) throws(DamagedRecord) {
        var from = RecordDecoder(record)
        guard try from.number() == MeetingExport.formVersion else { throw DamagedRecord() }
        self.init(
            file: try from.text(), platform: try from.value(), variant: try from.text(),
            dates: DateDecision(
                order: try from.value(), isAmbiguous: try from.flag(), isWeak: try from.flag(),
                decidedBy: try from.text()),
            abilities: ExportAbilities(
                times: try from.flag(), camera: try from.flag(), waitingRoom: try from.flag(), consent: try from.flag(),
                external: try from.flag()),
            meetings: try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
                try Meeting(from: &from)
            })
        rowsRead = try from.number()
        rowsRejected = try from.number()
        rowsWithoutStay = try from.number()
        isComplete = try from.flag()
        warnings = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in try from.text() }
        lastMoment = try from.optionalMoment()
    }
}

extension Meeting {
    fileprivate func encode(to: inout RecordEncoder) {
        to.put(id)
        to.put(topic)
        to.put(start)
        to.put(end)
        to.put(zoneOffsetMinutes)
        to.put(hostEmail)
        to.put(isIDFromFileName)
        to.put(participants) { $1.encode(to: &$0) }
        to.put(notAttended) {
            $0.put($1.displayName.text)
            $0.put($1.email)
        }
    }

    fileprivate init(from: inout RecordDecoder) throws(DamagedRecord) {
        self.init(
            id: try from.optionalText(), topic: try from.optionalText(), start: try from.optionalMoment(),
            end: try from.optionalMoment())
        zoneOffsetMinutes = try from.optionalNumber()
        hostEmail = try from.optionalText()
        isIDFromFileName = try from.flag()
        participants = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            try Participant(from: &from)
        }
        notAttended = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            (displayName: DisplayName(try from.text()), email: try from.optionalText())
        }
    }
}

extension Participant {
    fileprivate func encode(to: inout RecordEncoder) {
        to.put(displayName.text)
        to.put(originalName?.text)
        to.put(address: email)
        to.put(isPhone)
        to.put(stays) { $1.encode(to: &$0) }
    }

    fileprivate init(from: inout RecordDecoder) throws(DamagedRecord) {
        self.init(
            displayName: DisplayName(try from.text()), originalName: try from.optionalText().map { DisplayName($0) },
            email: try from.address(), isPhone: try from.flag(),
            stays: try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
                try Stay(from: &from)
            })
    }
}

extension Stay {
    /// In this order they are numbered in the history: only ever add at the end.
    private static let cameras: [Camera] = [.unknown, .on, .off]
    private static let answers: [Bool?] = [nil, true, false]
    private static let roles: [Role?] = [nil, .organizer, .presenter, .attendee]

    fileprivate func encode(to: inout RecordEncoder) {
        // Mostly near each other: the difference is short.
        let length = left.map { $0 - (joined ?? Instant(seconds: 0)) }
        var flags = 0
        func add<Value: Equatable>(_ value: Value, of all: [Value], bits: Int) {
            flags = flags << bits | (all.firstIndex(of: value) ?? 0)
        }
        add(camera, of: Stay.cameras, bits: 2)
        add(isExternal, of: Stay.answers, bits: 2)
        add(isWaitingRoom, of: Stay.answers, bits: 2)
        add(role, of: Stay.roles, bits: 2)
        func add(_ flag: Bool) { flags = flags << 1 | (flag ? 1 : 0) }
        add(hasConsented)
        add(isJoinApproximate)
        add(joined != nil)
        add(length != nil)
        add(shownSeconds != nil)
        add(cameraSeconds != nil)
        add(zoneOffsetMinutes != nil)
        to.put(flags)
        to.putIfAny(joined?.seconds)
        to.putIfAny(length)
        to.putIfAny(shownSeconds)
        to.putIfAny(cameraSeconds)
        to.putIfAny(zoneOffsetMinutes)
        to.put(line)
    }

    fileprivate init(from: inout RecordDecoder) throws(DamagedRecord) {
        var flags = try from.number()
        func take(_ bits: Int) -> Int {
            defer { flags >>= bits }
            return flags & (1 << bits - 1)
        }
        func value<Value>(of all: [Value], _ position: Int) throws(DamagedRecord) -> Value {
            guard position < all.count else { throw DamagedRecord() }
            return all[position]
        }
        // From the end.
        let (hasOffset, hasCamera, hasShown, hasLength, hasJoined) = (
            take(1) == 1, take(1) == 1, take(1) == 1, take(1) == 1, take(1) == 1
        )
        let (isApproximate, hasConsented) = (take(1) == 1, take(1) == 1)
        let (role, waiting, external, camera) = (take(2), take(2), take(2), take(2))
        let joined = hasJoined ? Instant(seconds: try from.number()) : nil
        let length = hasLength ? try from.number() : nil
        self.init(
            joined: joined, left: length.map { (joined ?? Instant(seconds: 0)) + $0 },
            shownSeconds: hasShown ? try from.number() : nil,
            cameraSeconds: hasCamera ? try from.number() : nil, camera: try value(of: Stay.cameras, camera),
            isExternal: try value(of: Stay.answers, external), isWaitingRoom: try value(of: Stay.answers, waiting),
            hasConsented: hasConsented,
            isJoinApproximate: isApproximate, role: try value(of: Stay.roles, role),
            zoneOffsetMinutes: hasOffset ? try from.number() : nil,
            line: try from.number())
    }
}
