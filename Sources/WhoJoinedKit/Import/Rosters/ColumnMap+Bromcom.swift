extension ColumnMap {
    /// Two files: Students and Contacts, joined by Student ID; the court order stands on the contact-pupil link.
    static let bromcom = ColumnMap(
        name: "Bromcom",
        spellings: [
            (.misID, ["Student ID"]),
            (.contactID, ["Person ID"]),
            (.priority, ["Contact Priority"]),
            (.courtOrder, ["Court Order Restricted Access"]),
            (.mayReceiveMail, ["Correspondence"]),
        ])
}
