extension Platform {
    var title: String {
        switch self {
        case .zoom: "Zoom"
        case .meet: "Google Meet"
        case .teams: "Microsoft Teams"
        case .webex: "Webex"
        case .bigbluebutton: "BigBlueButton"
        case .collaborate: "Collaborate"
        case .schoolcloud: "SchoolCloud"
        case .telephone: "Telephone"
        case .other: "another platform"
        }
    }
}
