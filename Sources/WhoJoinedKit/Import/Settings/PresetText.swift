/// The presets as they stand in Templates/, compiled in so that the program can be moved alone; a test holds both
/// together.
enum PresetText {
    /// The names that `[policy] preset` may have.
    static let names = ["zoom-primary", "meet-primary", "none"]

    static func named(_ name: String) -> String? {
        switch name {
        case "zoom-primary": zoomPrimary
        case "meet-primary": meetPrimary
        case "none": ""
        default: nil
        }
    }

    private static let zoomPrimary = """
        # The rules of a Zoom school, after Avanti House Primary School, "Video Conferencing Procedure", March 2020.
        # Every rule and number names the demand that it serves. Change nothing here: a school sets its own values in school.toml.

        [rules.non-joiner]
        on = true
        clause = "Procedure, staff duties: keep a record of pupils not joining, follow up with parents sensitively"

        [rules.unnamed]
        on = true
        clause = "Procedure, settings: only the school's pupils may be in the meeting, so everybody must be known"

        [rules.uninvited]
        on = true
        clause = "Procedure, settings: the link is for the school's pupils only, uninvited attendees are removed"

        [rules.other-class]
        on = true
        clause = "Procedure, settings: the link is for the pupils of the class that was invited"

        [rules.adult-present]
        on = true
        clause = "Procedure, settings: the link is for the school's pupils only"

        [rules.needs-a-look]
        on = true
        clause = "Procedure, staff duties: keep a record of pupils not joining (a person settles whom the data cannot)"

        [rules.impersonation]
        on = true
        clause = "Procedure, settings: uninvited attendees are removed"

        [rules.unsupervised]
        on = true
        grace-seconds = 60
        clause = "Procedure, staff duties: staff host all sessions"

        [rules.one-adult]
        on = true
        minimum = 2
        grace-seconds = 60
        recording-suffices = true
        clause = "Procedure, staff duties: another member of staff always in the meeting and/or all sessions recorded"

        [rules.one-to-one]
        on = true
        parent-present = false
        minimum-staff = 2
        effective-after-seconds = 300
        clause = "Procedure, staff duties: one-to-one only with another member of staff"

        [rules.after-removal]
        on = true
        clause = "Procedure, behaviour: SLT follows up with parents before the pupil joins a future session"

        [rules.rejoined-after-removal]
        on = true
        clause = "Procedure, settings: a removed participant cannot re-join"

        [rules.personal-meeting-id]
        on = true
        clause = "Procedure, settings: the Personal Meeting ID is disabled and never shared"

        [rules.personal-account]
        on = true
        clause = "Procedure, accounts: school accounts only"

        [rules.unapproved-platform]
        on = true
        pupils = ["zoom"]
        parents = ["zoom"]
        staff = ["zoom"]
        clause = "Procedure, accounts: only an approved system"

        [rules.not-recorded]
        on = true
        clause = "Procedure, settings: live sessions are recorded to the cloud"

        [rules.unscheduled]
        on = true
        clause = "Procedure, administrator: checks the log of all scheduled meetings"

        [rules.no-export]
        on = true
        clause = "Procedure, administrator: checks the log of all scheduled meetings"

        [rules.over-use]
        on = true
        minutes-per-week = 600
        clause = "Procedure, planning: do not over-use video"

        [rules.unable-to-access]
        on = true
        missed-in-a-row = 3
        clause = "Procedure, planning: consider pupils who are unable to access the sessions"

        """

    private static let meetPrimary = """
        # The rules of a Google Meet school, after Willenhall Community Primary School, "Video Conferencing Policy", June 2021.
        # Every rule and number names the clause that it serves. Change nothing here: a school sets its own values in school.toml.

        [rules.non-joiner]
        on = true
        clause = "Video Conferencing Policy 6.6: support for pupils who do not join, by telephone call or home visit"

        [rules.unnamed]
        on = true
        clause = "Video Conferencing Policy 6.10: real names as user names"

        [rules.renamed]
        on = true
        clause = "Video Conferencing Policy 6.10: names are locked during the call"

        [rules.camera-off]
        on = true
        minimum-share = 0.5
        clause = "Video Conferencing Policy 5.1, 7: those who are not visible are not admitted"

        [rules.camera-unknown]
        on = true
        clause = "Video Conferencing Policy 5.1: pupils must be visible"

        [rules.uninvited]
        on = true
        clause = "Video Conferencing Policy 7: the link is not shared"

        [rules.other-class]
        on = true
        clause = "Video Conferencing Policy 7: the link is not shared"

        [rules.adult-present]
        on = true
        clause = "Video Conferencing Policy 7: the link is not shared"

        [rules.outside-account]
        on = true
        clause = "Video Conferencing Policy 6.9: pupils use the school login"

        [rules.needs-a-look]
        on = true
        clause = "Video Conferencing Policy 6.10: real names as user names (a person settles whom the data cannot)"

        [rules.impersonation]
        on = true
        clause = "Video Conferencing Policy 6.10: real names as user names"

        [rules.late]
        on = true
        after-minutes = 5
        parents-from = 2
        clause = "Video Conferencing Policy 5.1: on time, the call is locked once it has started"

        [rules.left-early]
        on = true
        before-minutes = 10
        clause = "Video Conferencing Policy 5.1: participation"

        [rules.short-stay]
        on = true
        minimum-share = 0.5
        clause = "Video Conferencing Policy 5.1: participation"

        [rules.came-and-went]
        on = true
        more-than = 3
        return-after-seconds = 60
        clause = "Video Conferencing Policy 5.1: participation"

        [rules.unsupervised]
        on = true
        grace-seconds = 60
        clause = "Video Conferencing Policy 5.1: no pupil is in the meeting unsupervised"

        [rules.one-adult]
        on = true
        minimum = 2
        grace-seconds = 60
        recording-suffices = false
        clause = "Video Conferencing Policy 6.3, 6.1: two members of staff"

        [rules.one-to-one]
        on = true
        parent-present = true
        minimum-staff = 2
        effective-after-seconds = 300
        clause = "Video Conferencing Policy 6.1, 6.1.1-6.1.3: no call with an individual pupil but with approval, a parent in the room and two members of staff"

        [rules.waiting-room]
        on = true
        clause = "Video Conferencing Policy 5.1: pupils are admitted from the waiting room"

        [rules.out-of-hours]
        on = true
        grace-minutes = 5
        clause = "Video Conferencing Policy 6.19: calls are made within school hours"

        [rules.unapproved-platform]
        on = true
        pupils = ["meet"]
        parents = ["schoolcloud", "teams"]
        staff = ["teams"]
        clause = "Video Conferencing Policy 5.1-5.3: Google Meet for pupils, SchoolCloud or Teams for parents, Teams for staff"

        [rules.personal-account]
        on = true
        clause = "Video Conferencing Policy 6.8, 6.9, 5.3: school accounts only"

        [rules.no-agreement]
        on = true
        clause = "Video Conferencing Policy 3.2, 6.2: a signed Acceptable Use agreement"

        [rules.recorded-without-approval]
        on = true
        clause = "Video Conferencing Policy 6.20: no recording without approval"

        [rules.unscheduled]
        on = true
        clause = "Video Conferencing Policy 5.3: meetings are scheduled"

        [rules.no-export]
        on = true
        clause = "Video Conferencing Policy 5.1, 6.21: every session is logged"

        [rules.unable-to-access]
        on = true
        missed-in-a-row = 3
        clause = "Video Conferencing Policy 6.6: telephone call or home visit for pupils who cannot join"

        """
}
