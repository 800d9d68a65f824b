/// The stored exports, found by their names and contents.
struct KnownExports: Sendable {
    let all: [StoredExport]
    private let byName: [String: [StoredExport]]
    private let byContent: [String: [StoredExport]]

    init(_ exports: [StoredExport]) {
        all = exports
        byName = Dictionary(grouping: exports, by: \.name)
        byContent = Dictionary(grouping: exports, by: \.sha256)
    }

    func first(_ name: String, where fits: (StoredExport) -> Bool) -> StoredExport? { byName[name]?.first(where: fits) }
    func first(ofContent sha256: String, where fits: (StoredExport) -> Bool) -> StoredExport? {
        byContent[sha256]?.first(where: fits)
    }
}
