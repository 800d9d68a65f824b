import HostSystem

/// Reads exports, several at once.
struct InboxReader: Sendable {
    /// A term of a school's exports has 50 MB; one file of a million rows about 100.
    static let sizeLimit = 512 * 1_048_576

    var hints: ReadingHints
    var jobs: Int

    /// Reads these files, in their order. Where nothing in a file told day from month, it is read again as the other
    /// exports of its organiser were.
    /// - Parameter siblings: the date orders of exports that are known and were not read.
    func read(_ entries: [InboxEntry], siblings: [SiblingOrder] = []) async -> [InboxFile] {
        let first = await read(entries.map { ($0, hints) })
        var files = first.map(\.file)
        let doubtful = first.indices.filter { first[$0].hostInDoubt != nil }
        if doubtful.isEmpty { return files }
        var orders: [String: Set<DateDecision.Order>] = [:]
        for sibling in siblings + files.flatMap(\.siblingOrders) {
            orders[sibling.host, default: []].insert(sibling.order)
        }
        let again = doubtful.compactMap { index -> (index: Int, order: DateDecision.Order)? in
            let known = first[index].hostInDoubt.flatMap { orders[$0.lowercased()] }
            return known?.count == 1 ? (index, known!.first!) : nil
        }
        let second = await read(
            again.map { again in
                var hints = hints
                hints.siblingOrder = again.order
                return (entries[again.index], hints)
            })
        for (again, reading) in zip(again, second) { files[again.index] = reading.file }
        return files
    }

    private typealias Request = (entry: InboxEntry, hints: ReadingHints)

    /// The parts of an archive stand beside each other: they are one piece of work.
    private func read(_ tasks: [Request]) async -> [FirstReading] {
        var works: [[Request]] = []
        for task in tasks {
            if task.entry.part != nil, let last = works.last?.first?.entry, last.part != nil,
                last.path == task.entry.path
            {
                works[works.count - 1].append(task)
            } else {
                works.append([task])
            }
        }
        return await concurrentMap(works, jobs: jobs) { InboxReader.read($0) }.flatMap(\.self)
    }

    /// One file by itself.
    func read(_ entry: InboxEntry) -> InboxFile { InboxReader.read(entry, hints).file }

    /// What came from standard input.
    func read(_ bytes: consuming [UInt8], name: String) -> InboxFile {
        let stamp = FileStamp(size: bytes.count, modified: 0, changed: 0)
        return InboxReader.read(bytes, name: name, stamp, hints).file
    }

    /// A file, and the host whose other exports may tell the date order of this one better than what told it.
    private typealias FirstReading = (file: InboxFile, hostInDoubt: String?)

    /// One file, or parts of one archive, which is unpacked once. Where that fails each part is asked for by itself: one
    /// that is damaged costs only itself.
    private static func read(_ tasks: [Request]) -> [FirstReading] {
        guard tasks.count > 1, let archive = tasks.first?.entry else { return tasks.map { read($0.entry, $0.hints) } }
        do throws(Problem) {
            var unpacked = try archive.unpacked(Set(tasks.compactMap(\.entry.part)))
            return tasks.map { task in
                guard let bytes = task.entry.part.flatMap({ unpacked.removeValue(forKey: $0) }) else {
                    return read(task.entry, task.hints)
                }
                return read(bytes, name: task.entry.name, task.entry.stamp, task.hints)
            }
        } catch {
            return tasks.map { read($0.entry, $0.hints) }
        }
    }

    private static func read(_ entry: InboxEntry, _ hints: ReadingHints) -> FirstReading {
        do throws(Problem) {
            return read(try entry.content(), name: entry.name, entry.stamp, hints)
        } catch {
            return (InboxFile(entry.name, entry.stamp, unusable: [error]), nil)
        }
    }

    private static func read(
        _ bytes: consuming [UInt8], name: String, _ stamp: FileStamp, _ hints: ReadingHints
    ) -> FirstReading {
        let sum = sha256(bytes)
        do throws(ImportRefusal) {
            let export = try readExport(bytes, file: name, hints: hints)
            let host = export.dates.isWeak ? export.meetings.lazy.compactMap(\.organiser).first : nil
            return (InboxFile(name, stamp, sha256: sum, export, zone: hints.zone), host)
        } catch {
            return (
                InboxFile(name, stamp, sha256: sum, unusable: error.problems),
                error.isOnlyDateOrder ? error.organiser : nil
            )
        }
    }
}
