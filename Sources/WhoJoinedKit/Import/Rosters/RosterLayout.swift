/// One kind of roster: how it is recognised by content, and how it is read.
struct RosterLayout: Sendable {
    var name: String
    var recognises: @Sendable ([RosterFile]) -> Bool
    var read: @Sendable ([RosterFile], RosterReading) throws(RosterRefusal) -> RosterDocument
}
