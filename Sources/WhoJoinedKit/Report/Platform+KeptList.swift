extension Platform {
    /// After how many days the platform is likely to delete its own list; `nil`: not known.
    ///
    /// Zoom: the shortest period seen. Meet: Google keeps the audit log for six months. Teams: attendance reports are
    /// kept for a year after the meeting (message centre MC1022529, 2025).
    var keepsListDays: Int? {
        switch self {
        case .zoom: 30
        case .meet: 180
        case .teams: 365
        case .webex, .schoolcloud, .bigbluebutton, .collaborate, .telephone, .other: nil
        }
    }
}
