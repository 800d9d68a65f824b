extension FamilyBook.Choice {
    /// Why there is nobody to ring or write to; of somebody there is, nothing.
    var words: String {
        switch self {
        case .contact: ""
        case .noneOnRoster: "no contact on the roster"
        case .rosterCannotSay: "the roster cannot say who may be written to"
        case .nobody: "nobody may be written to"
        }
    }
}
