extension RosterDocument {
    /// These changes over the full documents: what is new or changed replaces, what is deleted goes.
    func laidOver(_ full: [RosterDocument]) -> [RosterDocument] {
        guard let at = full.firstIndex(where: { $0.kind.utf8.starts(with: "oneroster".utf8) }) else {
            return full + [self]
        }
        var document = full[at]
        let goneKeys = Set(pupils.map(\.pupil.key) + deletions.pupils)
        document.pupils = document.pupils.filter { !goneKeys.contains($0.pupil.key) } + pupils
        let contacts = Set(deletions.contacts)
        for i in document.pupils.indices {
            document.pupils[i].pupil.contacts.removeAll { contacts.contains($0.id ?? "") }
        }
        func merged<Item>(_ list: KeyPath<RosterDocument, [Item]>, _ gone: [String], _ id: (Item) -> String) -> [Item] {
            let replaced = Set(self[keyPath: list].map(id) + gone)
            return document[keyPath: list].filter { !replaced.contains(id($0)) } + self[keyPath: list]
        }
        document.staff = merged(\.staff, deletions.staff, \.id)
        document.classes = merged(\.classes, deletions.classes, \.id)
        document.enrolments = merged(\.enrolments, deletions.enrolments) { $0.id ?? "\($0.classID)/\($0.pupil)" }
        var documents = full
        documents[at] = document
        return documents
    }
}
