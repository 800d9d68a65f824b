struct SchoolClass: Sendable {
    typealias Index = TypedIndex<SchoolClass>

    enum Kind: String, Sendable { case registration, teaching, unspecified }
    var id: String
    var code: ClassCode
    var name: String
    var kind = Kind.unspecified
    var year: String?
    var subject: String?
    var room: String?
    var periods: [String] = []
    var termIDs: [String] = []
    /// Keys of other names that timetables may use: the class code where `code` is the title.
    var aliases: Set<String> = []
}
