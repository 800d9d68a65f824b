import HostSystem

/// The messages of a week as files. What was handed over stays as it was.
struct OutboxFolder: Sendable {
    let path: HostPath

    static let name = "outbox"

    init(of reports: HostPath) { path = reports.appending(OutboxFolder.name) }

    /// The files whose message was sent, or may have been, and that are as they were written.
    /// - Returns: bytes by name.
    func sentFiles(_ record: Outbox?) throws(StoreError) -> [String: [UInt8]] {
        guard let record else { return [:] }
        let states = try record.states()
        if states.isEmpty { return [:] }
        return try storing("the outbox cannot be looked at") { () throws(SystemError) in
            guard try fileEntry(at: path)?.kind == .folder, let written = try WrittenFiles(in: path) else { return [:] }
            var sent: [String: [UInt8]] = [:]
            for (name, sum) in written.sums {
                let content: FileContent
                do throws(ReadingError) {
                    content = try readOrdinaryFile(path.appending(name.bytes), limit: 512 * 1_048_576)
                } catch {
                    if case .system(let failure) = error, !failure.isMissing { throw failure }
                    continue
                }
                guard sha256(content.bytes) == sum, let id = MailMessage.id(of: content.bytes) else { continue }
                if let state = states[id], state != .failed { sent[name.text] = content.bytes }
            }
            return sent
        }
    }

    /// These messages with their own list, for the folder of the week's reports.
    func files(_ messages: [String: [UInt8]]) -> [ReportFile] {
        if messages.isEmpty { return [] }
        var list = WrittenFiles()
        for (name, bytes) in messages { list.sums[HostPath(name)] = sha256(bytes) }
        let files = messages.sorted { $0.key < $1.key }.map { ReportFile(path: $0, bytes: $1) } + [list.file]
        return files.map { ReportFile(path: "\(OutboxFolder.name)/\($0.path)", bytes: $0.bytes) }
    }

    /// `letter-4B-F1042.sent-1.eml`: the name of a message that was sent, beside the same one sent again.
    static func name(ofSent name: String, besides taken: (String) -> Bool) -> String {
        let stem = name.utf8.suffix(4).elementsEqual(".eml".utf8) ? String(name.dropLast(4)) : name
        var number = 1
        while taken("\(stem).sent-\(number).eml") { number += 1 }
        return "\(stem).sent-\(number).eml"
    }
}
