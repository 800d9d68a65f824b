/// Whose contact, and which of that pupil's.
struct ContactOwner: Sendable {
    let pupil: Pupil.Index
    let contact: Contact.Index
}
