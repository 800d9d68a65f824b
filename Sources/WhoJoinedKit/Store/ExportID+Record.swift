extension ExportID {
    init(from: inout RecordDecoder) throws(DamagedRecord) { self.init(name: try from.text(), sha256: try from.text()) }

    func put(in to: inout RecordEncoder) {
        to.put(name)
        to.put(sha256)
    }

    static func list(_ from: inout RecordDecoder) throws(DamagedRecord) -> [ExportID] {
        try from.list(ExportID.init(from:))
    }
}
