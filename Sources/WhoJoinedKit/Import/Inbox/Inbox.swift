/// Everything that was read from `inbox/`, or was named on the command line.
struct Inbox: Sendable {
    /// By name.
    private(set) var files: [InboxFile]
    /// Of entries that were not read.
    let problems: [Problem]

    var allProblems: [Problem] { problems + files.flatMap(\.problems) }

    /// Every export that was read, the same bytes once.
    var exports: [MeetingExport] { files.filter { $0.sameAs == nil }.compactMap(\.export) }

    /// The same bytes under two names are one export; the rows of both are accounted for.
    /// - Parameter known: the name of an export with this content that is known and was not read.
    init(_ files: [InboxFile], problems: [Problem] = [], known: (String) -> String? = { _ in nil }) {
        (self.files, self.problems) = (files, problems)
        var first: [String: InboxFile] = [:]
        for index in files.indices where files[index].isUsable {
            let content = files[index].sha256
            if let name = known(content) {
                self.files[index].refer(to: name, nil)
            } else if let same = first[content] {
                self.files[index].refer(to: same.name, same)
            } else {
                first[content] = files[index]
            }
        }
    }
}
