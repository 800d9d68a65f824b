import HostSystem

/// Everything that was read from `inbox/` (or was named on the command line).
struct InboxReading: Sendable {
    /// Usable exports, the same bytes once, in the order of their names.
    var exports: [ReadExport] = []
    /// One for every file that is an export, read now or known from the history, by name.
    var files: [InboxFile] = []
    /// Of entries that were not read: links, pipes, files still arriving.
    var problems: [Problem] = []

    var allProblems: [Problem] { problems + files.flatMap(\.problems) }

    /// Hands the exports over and keeps only those that show somebody in these days: a term of rows is held once.
    mutating func takeExports(keeping days: ClosedRange<Day>) -> [ReadExport] {
        let all = exports
        exports = all.filter { $0.facts.days.map(days.overlaps) ?? false }
        return all
    }
}

/// An export that can be used; by reference, for a term of them is passed on many times.
final class ReadExport: Sendable {
    let export: MeetingExport
    let facts: ExportFacts

    convenience init(_ export: MeetingExport, zone: SchoolZone) { self.init(export, days: export.days(in: zone)) }

    private init(_ export: MeetingExport, days: ClosedRange<Day>?) {
        (self.export, facts) = (export, ExportFacts(export, days: days))
    }

    /// The same with the date order of the host's other exports; `nil` when the file must be read again for it.
    func confirmed(_ order: DateDecision.Order) -> ReadExport? {
        export.confirmed(order).map { ReadExport($0, days: facts.days) }
    }
}

/// What a run asks of an export besides its rows, also when these are gone.
final class ExportFacts: Sendable {
    let file: String
    /// The days on which it shows somebody.
    let days: ClosedRange<Day>?
    let rowsRead: Int
    let rowsRejected: Int
    let siblingOrders: [SiblingOrder]

    fileprivate init(_ export: MeetingExport, days: ClosedRange<Day>?) {
        file = export.file
        self.days = days
        rowsRead = export.rowsRead
        rowsRejected = export.rowsRejected
        siblingOrders = export.siblingOrders
    }
}

/// One file of the inbox; by reference, as its export.
final class InboxFile: Sendable {
    /// Relative to the inbox, as messages and reports name it.
    let name: String
    let stamp: FileStamp
    let sha256: String
    let isUsable: Bool
    /// The name of the file with the same bytes that was read in this one's place.
    let sameAs: String?
    /// Of what was read, here or in the file with the same bytes; `nil` too when that one is known and was not read.
    let facts: ExportFacts?
    let problems: [Problem]

    var id: ExportID { ExportID(name: name, sha256: sha256) }

    /// - Parameter facts: `nil`: it cannot be used.
    init(_ name: String, _ stamp: FileStamp, sha256: String, _ facts: ExportFacts?, _ problems: [Problem]) {
        (self.name, self.stamp, self.sha256, self.facts, self.problems) = (name, stamp, sha256, facts, problems)
        (isUsable, sameAs) = (facts != nil, nil)
    }

    /// A usable file with the bytes of another.
    init(_ file: InboxFile, sameAs name: String, _ facts: ExportFacts?) {
        (self.name, stamp, sha256, isUsable, problems) = (file.name, file.stamp, file.sha256, true, file.problems)
        (sameAs, self.facts) = (name, facts)
    }
}

/// What an export tells of the date order of its host's other exports.
struct SiblingOrder: Hashable, Sendable {
    /// In lower case.
    var host: String
    var order: DateDecision.Order
}

extension MeetingExport {
    /// Empty when its own values did not decide it.
    var siblingOrders: [SiblingOrder] {
        guard dates.isCertain else { return [] }
        let hosts = meetings.compactMap { $0.organiser?.lowercased() }
        return (hosts.count < 2 ? hosts : Set(hosts).sorted()).map { SiblingOrder(host: $0, order: dates.order) }
    }
}

/// Reads exports, in parallel, each file at most once.
struct InboxReader: Sendable {
    /// A file younger than this is perhaps still being copied. Judged by the machine's clock, never by `--now`.
    static let settlingSeconds = 60
    /// A term of a school's exports has 50 MB; one file of a million rows about 100.
    static let sizeLimit = 512 * 1_048_576

    var hints: ReadingHints
    var jobs: Int

    /// A file that is an export by its place and kind; by reference, for a term of them is sorted and passed on.
    final class Candidate: Sendable {
        let name: String
        let path: HostPath
        let stamp: FileStamp

        init(name: String, path: HostPath, stamp: FileStamp) {
            (self.name, self.path, self.stamp) = (name, path, stamp)
        }
    }

    typealias Listing = (candidates: [Candidate], problems: [Problem])

    /// The files of the inbox, subfolders included, sorted; links, pipes and devices are named as problems and not
    /// touched.
    /// - Parameter takesArriving: what was put there this minute too, for commands that write nothing.
    static func list(_ inbox: HostPath, takesArriving: Bool = false, jobs: Int = 1) throws(RunFailure) -> Listing {
        var found: Listing = ([], [])
        var folders = [Folder(path: inbox, name: "")]
        let clock = machineClock()
        let arriving = takesArriving ? nil : clock - InboxReader.settlingSeconds * 1_000_000_000 + 1...clock
        do throws(SystemError) {
            guard let top = try fileEntry(at: inbox) else { return found }
            guard top.kind == .folder else {
                return (
                    [],
                    [
                        Problem(
                            "inbox", code: "not-a-folder", "this is not a folder",
                            fix: "make a folder inbox/ and put the exports there")
                    ]
                )
            }
            while let folder = folders.popLast() {
                let names = try folderNames(folder.path).filter { !InboxReader.isPassing($0.bytes) }
                let parts = names.count < manyFiles ? 1 : jobs * 4
                let looks = inParallel(parts) { part in
                    let range = names.count * part / parts..<names.count * (part + 1) / parts
                    return Result { () throws(SystemError) in
                        var look = try folder.look(at: names[range], arriving: arriving)
                        // So that little is left to sort when they are put together.
                        look.candidates.sort { $0.name < $1.name }
                        return look
                    }
                }
                for look in looks {
                    let look = try look.get()
                    found.candidates += look.candidates
                    found.problems += look.problems
                    folders += look.folders
                }
            }
        } catch {
            throw RunFailure(error, doing: "the inbox cannot be read")
        }
        found.candidates.sort { $0.name < $1.name }
        return found
    }

    /// Fewer are looked at sooner than shared out.
    private static let manyFiles = 1_000

    /// The inbox or a folder in it.
    private struct Folder {
        let path: HostPath
        /// Relative to the inbox, with a `/` at the end.
        let name: String

        /// - Parameter arriving: when a file that is perhaps still being copied was changed.
        func look(
            at names: ArraySlice<HostPath>, arriving: ClosedRange<Int>?
        ) throws(SystemError) -> (candidates: [Candidate], problems: [Problem], folders: [Folder]) {
            var (candidates, problems, folders): ([Candidate], [Problem], [Folder]) = ([], [], [])
            candidates.reserveCapacity(names.count)
            for entry in try folderEntries(path, named: names) {
                let name = name + HostPath(bytes: entry.path.name).text
                switch entry.kind {
                case .folder: folders.append(Folder(path: entry.path, name: name + "/"))
                case .link, .other: problems.append(InboxReader.notOrdinary(name, entry.kind))
                case .file where arriving?.contains(entry.stamp.modified) ?? false:
                    problems.append(InboxReader.stillArriving(name))
                case .file: candidates.append(Candidate(name: name, path: entry.path, stamp: entry.stamp))
                }
            }
            return (candidates, problems, folders)
        }
    }

    /// Reads these files, in their order.
    /// - Parameters:
    ///   - early: what a look at them, made before it was known whether one is needed, has found; empty: there was
    ///     none.
    ///   - siblings: the date orders of exports that are known and were not read.
    func read(_ candidates: [Candidate], early: consuming [Reading?] = [], siblings: [SiblingOrder] = []) async
        -> [Reading]
    {
        await secondLook(await look(at: candidates, early: consume early), siblings)
    }

    /// Each file by itself: what exports tell of each other is still to come.
    private func look(at candidates: [Candidate], early: consuming [Reading?]) async -> [Reading] {
        let early = early
        return await concurrentMap(Array(candidates.indices), jobs: jobs) { [hints] place in
            (early.isEmpty ? nil : early[place]) ?? InboxReader.readOne(candidates[place], hints)
        }
    }

    /// One file with what became of it.
    struct Reading: Sendable {
        let file: InboxFile
        /// `nil`: it cannot be used.
        let read: ReadExport?
        /// The host whose other exports may tell the date order of this one better than what told it.
        let hostInDoubt: String?
        /// Where to read such a file again.
        fileprivate(set) var candidate: Candidate?
        /// What the file says if months come before days, where nothing told.
        private let ifMonthFirst: ReadExport?

        /// An export that can be used.
        init(_ name: String, _ stamp: FileStamp, sha256: String, _ read: ReadExport) {
            file = InboxFile(name, stamp, sha256: sha256, read.facts, read.export.problems)
            self.read = read
            hostInDoubt = read.export.dates.isWeak ? read.export.meetings.lazy.compactMap(\.organiser).first : nil
            ifMonthFirst = nil
        }

        /// One that cannot.
        /// - Parameter undecidedHost: the host, when it was refused only because nothing told its date order.
        init(
            _ name: String, _ stamp: FileStamp, sha256: String = "", _ problems: [Problem],
            undecidedHost: String? = nil, ifMonthFirst: ReadExport? = nil
        ) {
            file = InboxFile(name, stamp, sha256: sha256, nil, problems)
            read = nil
            (hostInDoubt, self.ifMonthFirst) = (undecidedHost, ifMonthFirst)
        }

        /// This reading with the date order of the host's other exports; `nil` when the file must be read again for it.
        func confirmed(_ order: DateDecision.Order) -> Reading? {
            (read ?? ifMonthFirst)?.confirmed(order).map { Reading(file.name, file.stamp, sha256: file.sha256, $0) }
        }
    }

    static func readOne(_ candidate: Candidate, _ hints: ReadingHints) -> Reading {
        do throws(ReadingError) {
            let content = try readOrdinaryFile(candidate.path, limit: InboxReader.sizeLimit)
            // Somebody began to copy over it after the inbox was listed.
            if content.stamp != candidate.stamp { throw .changed }
            var reading = InboxReader.reading(
                (consume content).bytes, name: candidate.name, stamp: candidate.stamp, hints: hints)
            if reading.hostInDoubt != nil { reading.candidate = candidate }
            return reading
        } catch {
            return Reading(candidate.name, candidate.stamp, [InboxReader.problem(error, candidate.name)])
        }
    }

    static func reading(_ bytes: consuming [UInt8], name: String, stamp: FileStamp, hints: ReadingHints) -> Reading {
        let sum = sha256(bytes)
        do throws(ImportRefusal) {
            return Reading(
                name, stamp, sha256: sum, ReadExport(try readExport(bytes, file: name, hints: hints), zone: hints.zone))
        } catch {
            return Reading(
                name, stamp, sha256: sum, error.problems, undecidedHost: error.isOnlyDateOrder ? error.organiser : nil,
                ifMonthFirst: error.ifMonthFirst.map { ReadExport($0, zone: hints.zone) })
        }
    }

    /// Exports whose dates nothing decided are taken as another export of the same organiser was (`exports.md` §2, rule
    /// 4).
    private func secondLook(_ readings: consuming [Reading], _ siblings: [SiblingOrder]) async -> [Reading] {
        let all = consume readings
        if !all.contains(where: { $0.hostInDoubt != nil }) { return all }
        var orders: [String: Set<DateDecision.Order>] = [:]
        for sibling in siblings { orders[sibling.host, default: []].insert(sibling.order) }
        for reading in all {
            for sibling in reading.read?.facts.siblingOrders ?? [] {
                orders[sibling.host, default: []].insert(sibling.order)
            }
        }
        return await concurrentMap(consume all, jobs: jobs) { [orders, hints] reading in
            guard let host = reading.hostInDoubt, let known = orders[host.lowercased()], known.count == 1,
                let order = known.first
            else { return reading }
            if let confirmed = reading.confirmed(order) { return confirmed }
            guard let candidate = reading.candidate else { return reading }
            var hints = hints
            hints.siblingOrder = order
            return InboxReader.readOne(candidate, hints)
        }
    }

    /// The same bytes under two names are one export; the rows of both are accounted for.
    /// - Parameter known: the name of an export with this content that is known and was not read.
    static func united(_ readings: [Reading], known: (String) -> String? = { _ in nil }) -> InboxReading {
        var inbox = InboxReading()
        // By content, places in `files`.
        var first: [String: Int] = [:]
        inbox.exports.reserveCapacity(readings.count)
        inbox.files.reserveCapacity(readings.count)
        first.reserveCapacity(readings.count)
        for reading in readings {
            var file = reading.file
            if let read = reading.read {
                if let name = known(file.sha256) {
                    file = InboxFile(file, sameAs: name, nil)
                } else if let same = first[file.sha256] {
                    file = InboxFile(file, sameAs: inbox.files[same].name, inbox.files[same].facts)
                } else {
                    first[file.sha256] = inbox.files.count
                    inbox.exports.append(read)
                }
            }
            inbox.files.append(file)
        }
        return inbox
    }

    /// Names of files that are on their way or belong to another program: left alone in silence.
    static func isPassing(_ name: [UInt8]) -> Bool {
        if name.first == .fullStop || name.starts(with: "~$".utf8) || name.last == .tilde { return true }
        let lower = name.map { $0.loweredASCII }
        let ending = lower[(lower.lastIndex(of: .fullStop) ?? lower.endIndex)...]
        return InboxReader.passingEndings.contains { $0[...] == ending } || InboxReader.passingNames.contains(lower)
    }

    private static let passingEndings = [".part", ".crdownload", ".tmp", ".partial", ".download"].map { Array($0.utf8) }
    private static let passingNames = ["thumbs.db", "desktop.ini"].map { Array($0.utf8) }

    static func notOrdinary(_ name: String, _ kind: FileKind) -> Problem {
        let what =
            kind == .link
            ? "a link, which is not followed"
            : kind == .folder ? "a folder, not a file" : "a pipe, socket or device, not a file"
        return Problem(name, code: "not-ordinary", what, fix: "put the export itself into the inbox")
    }

    static func stillArriving(_ name: String) -> Problem {
        Problem(
            name, code: "still-arriving",
            "changed less than \(settlingSeconds) seconds ago, perhaps still being copied",
            fix: "nothing to do; the next run reads it")
    }

    static func problem(_ error: ReadingError, _ name: String) -> Problem {
        switch error {
        case .system(let error):
            Problem(
                name, code: error.isMissing ? "missing" : "unreadable", "cannot be read: \(error.reason)",
                fix: "see who may read this file")
        case .notOrdinary(let kind): notOrdinary(name, kind)
        case .tooBig(let limit):
            Problem(
                name, code: "too-big", "bigger than \(limit / 1_048_576) MB",
                fix: "no export is that big; see what this file is")
        case .changed: stillArriving(name)
        }
    }
}
