/// How many sessions in a row every pupil has missed for certain, class by class, told from the oldest on. A term holds
/// half a million statuses: places are numbers.
struct MissRows {
    struct PupilInClass: Hashable, Comparable {
        var pupil: Pupil.Index
        var classText: String
        static func < (a: PupilInClass, b: PupilInClass) -> Bool { (a.pupil, a.classText) < (b.pupil, b.classText) }
    }

    /// What a pupil missed in the week that is asked about.
    struct OfWeek {
        /// The longest row that reaches into it.
        var longest = 0
        var certain = 0
        /// In a row at its end.
        var atEnd = 0
    }

    private let school: School
    private let moves: ClassMoves
    private var numbers: [ClassCode: Int] = [:]
    private var codes: [ClassCode] = []
    /// By class number.
    private var inARow: [SideTable<Pupil, Int>] = []
    private var missed: [Int: [Pupil.Index: OfWeek]] = [:]
    /// The pupils of a roll, where the roster has them still.
    private var pupils: [ObjectIdentifier: [Pupil.Index?]] = [:]

    init(_ school: School, _ moves: ClassMoves) { (self.school, self.moves) = (school, moves) }

    /// A class of a session, with its pupils where there is more than one class.
    typealias Class = (code: ClassCode, roll: Set<Pupil.Index>?)

    func classes(_ codes: [ClassCode], on day: Day) -> [Class] {
        codes.map { code in (code, codes.count == 1 ? nil : Set(school.roll(of: [code], on: day))) }
    }

    /// - Parameter isOfWeek: of the week that is asked about.
    mutating func count(_ past: PastSession, isOfWeek: Bool = false) {
        let own = pupils(of: past.statuses.roll)
        let classes = classes(classCodes(in: past.classText), on: past.day)
        for (position, status) in past.statuses.values.enumerated() {
            if let pupil = own[position] { count(pupil, classes, on: past.day, status, isOfWeek: isOfWeek) }
        }
    }

    private mutating func pupils(of roll: PupilStatuses.Roll) -> [Pupil.Index?] {
        if let known = pupils[ObjectIdentifier(roll)] { return known }
        let own = roll.ids.map { school.pupilsByID[$0] }
        pupils[ObjectIdentifier(roll)] = own
        return own
    }

    mutating func count(
        _ pupil: Pupil.Index, _ classes: [Class], on day: Day, _ status: PupilStatus, isOfWeek: Bool
    ) {
        guard status == .nonJoiner || status == .joined || status == .possible && isOfWeek,
            // A pupil of 4B has one row of misses, whether 4B met alone or with 4C.
            let code = classes.first(where: { $0.roll?.contains(pupil) ?? true })?.code
        else { return }
        let own = number(of: moves.successor(of: code, for: pupil, on: day))
        if status == .joined {
            inARow[own][pupil] = 0
            return
        }
        if status == .nonJoiner { inARow[own][pupil] += 1 }
        guard isOfWeek else { return }
        var row = missed[own]?[pupil] ?? OfWeek()
        row.certain += status == .nonJoiner ? 1 : 0
        if status == .nonJoiner { row.longest = max(row.longest, inARow[own][pupil]) }
        missed[own, default: [:]][pupil] = row
    }

    private mutating func number(of code: ClassCode) -> Int {
        if let number = numbers[code] { return number }
        numbers[code] = codes.count
        codes.append(code)
        inARow.append(SideTable(for: school.roster.pupils, repeating: 0))
        return codes.count - 1
    }

    /// Of all who missed something in the week that is asked about, certainly or perhaps.
    var ofWeek: [PupilInClass: OfWeek] {
        var rows: [PupilInClass: OfWeek] = [:]
        for (number, pupils) in missed {
            for (pupil, row) in pupils {
                var row = row
                row.atEnd = inARow[number][pupil]
                rows[PupilInClass(pupil: pupil, classText: codes[number].text)] = row
            }
        }
        return rows
    }
}
