/// What the files of a format can tell, in words for the table in the documents; `nil`: nothing. A file that lacks the
/// column tells less.
struct FormatTells: Sendable {
    let platform: Platform
    let times, camera, external, consent, waitingRoom: String?
    /// Which file it is, where the name alone does not say.
    let note: String?

    init(
        _ platform: Platform, times: String? = nil, camera: String? = nil, external: String? = nil,
        consent: String? = nil, waitingRoom: String? = nil, note: String? = nil
    ) {
        (self.platform, self.times, self.camera, self.external) = (platform, times, camera, external)
        (self.consent, self.waitingRoom, self.note) = (consent, waitingRoom, note)
    }
}
