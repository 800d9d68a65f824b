/// The parts that a part leads to: `xl/_rels/workbook.xml.rels` says where the sheets of `xl/workbook.xml` are.
struct Relationships {
    struct Target {
        /// The last word of the type's address; the two editions of the standard differ in what is before it.
        var type = ""
        /// From the root of the archive, without a slash in front.
        var path = ""
    }

    private(set) var byID: [String: Target] = [:]

    /// The part of a kind that there is once in a workbook.
    func path(ofType type: String) -> String? {
        byID.values.filter { $0.type == type }.map(\.path).min()
    }

    /// Of the part at a path, or of the whole archive; none when the file has no such list.
    init(of part: String, in parts: Parts) throws(WorkbookRefusal) {
        let folder = folderOf(part)
        let list = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
        guard parts.has(list) else { return }
        var reader = RelationshipReader(folder: folder)
        let bytes = try parts.bytes(list)
        try refusing(at: list) { () throws(WorkbookRefusal.Reason) in try readXML(bytes, into: &reader) }
        byID = reader.byID
    }
}

private struct RelationshipReader: XMLHandler {
    var byID: [String: Relationships.Target] = [:]
    private let folder: String
    private var id = ""
    private var target = Relationships.Target()
    private var isOutside = false

    init(folder: String) { self.folder = folder }

    mutating func start(_ element: XMLName) -> TextUse {
        (id, target, isOutside) = ("", Relationships.Target(), false)
        return .passedOver
    }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        switch name {
        case .relationshipID: id = string(value)
        case .type: target.type = String(string(value).split(separator: "/").last ?? "")
        case .target: target.path = path(string(value), from: folder)
        case .targetMode: isOutside = string(value) == "External"
        default: break
        }
    }

    mutating func end(_ element: XMLName, _ text: Span<UInt8>) {
        if element == .relationship && !isOutside { byID[id] = target }
    }
}

/// `xl/` of `xl/workbook.xml`.
private func folderOf(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}

/// A target as it is written, from the root of the archive: `/xl/styles.xml`, `styles.xml`, `../xl/styles.xml`.
private func path(_ target: String, from folder: String) -> String {
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
        if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
}
