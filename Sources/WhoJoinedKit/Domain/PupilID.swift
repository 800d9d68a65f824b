/// The identifiers that one person may have in an MIS. A UPN is used to match and is never printed.
struct PupilIDs: Hashable, Sendable {
    var upn: String?
    var admissionNumber: String?
    var misID: String?
    var sourcedID: String?
}

/// The id that outputs print: the MIS's own person id, else the admission number, else `u` + 8 hex digits of
/// SHA-256(UPN).
struct PupilID: Hashable, Comparable, Sendable, CustomStringConvertible {
    var text: String
    init(_ text: String) { self.text = text }
    var description: String { text }
    static func < (a: PupilID, b: PupilID) -> Bool { a.text < b.text }
}
