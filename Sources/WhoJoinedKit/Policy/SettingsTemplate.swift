/// The `school.toml` of `init`: what a school may want to change, with what it does; most of it commented out.
enum SettingsTemplate {
    static func text(name: String, preset: String) -> String {
        """
        # The settings of one school. Lines that begin with # are comments; take the # away to use one.
        # An unknown key is an error that names its line: nothing is silently ignored.

        [school]
        name = \(quoted(name))
        domains = []                         # the school's own e-mail domains: ["oakfield.sch.uk"]
        time-zone = "Europe/London"
        # date-order = "day-first"           # or "month-first": only for exports that cannot decide it themselves
        # hours = "08:30-16:00"              # when online sessions with pupils may be held
        # days-off = ["2026-12-21/2027-01-01", "2027-05-03"]
        retention-days = 365                 # how long sessions are remembered: whojoined purge
        # phone = "01632 960123"             # in letters: how families reach the school,
        # email = "office@oakfield.sch.uk"   # where answers to letters go,
        # office = "Mrs M. Rowe, school office"   # and whom they ask for
        # dsl = "Mrs A. Lead"                # the designated safeguarding lead, named on pages
        # review-by = "2027-09-01"           # when the policy is looked at again: whojoined policy

        [policy]
        preset = \(quoted(preset))           # zoom-primary, meet-primary, online-provision or none: which rules are on

        # Any rule of the preset can be changed. A clause of your own policy is printed in the reports.
        # [rules.late]
        # on = true
        \(unused(LateRule.afterMinutes))
        # clause = "Video Conferencing Policy 5.1"

        # [rules.one-adult]
        # on = true
        \(unused(OneAdultRule.minimum, "adults of the school in the call"))
        \(unused(OneAdultRule.grace, "a gap this short is not reported"))
        \(unused(OneAdultRule.recordingSuffices))

        # [rules.camera-off]
        # on = true
        \(unused(CameraOffRule.minimumShare))

        # [rules.left-early]
        # on = true
        \(unused(LeftEarlyRule.beforeMinutes))

        # [rules.short-stay]
        # on = true
        \(unused(ShortStayRule.minimumShare))

        # [rules.came-and-went]
        # on = true
        \(unused(CameAndWentRule.moreThan))

        # [rules.unsupervised]
        # on = true
        \(unused(UnsupervisedRule.grace))

        # [rules.over-use]
        # on = true
        \(unused(OverUseRule.minutesPerWeek))

        # [rules.unapproved-platform]
        # on = true
        # pupils = ["zoom"]                  # zoom, meet, teams, schoolcloud
        # parents = ["schoolcloud", "teams"]
        # staff = ["teams"]

        # How a family is followed up: first miss, repeated, support, SLT call, home visit.
        # [follow-up]
        \(unused(FollowUpLadder.repeatedWithinDays, "a second miss within so many days is \"repeated\""))
        \(unused(FollowUpLadder.supportFrom, "so many missed in a row: offer support"))
        \(unused(FollowUpLadder.sltCallFrom, "so many missed since the family was reached: SLT calls"))
        \(unused(FollowUpLadder.sltCallTries, "or so many tries that reached nobody: SLT calls"))
        \(unused(FollowUpLadder.homeVisitFrom, "so many missed in a row: a home visit"))
        \(unused(FollowUpLadder.homeVisitTries, "or so many tries that reached nobody, once support is due"))

        # Meetings of staff need no export.
        # [rules.no-export]
        \(unused(NoExportRule.staffMeetings))

        # How long sessions of one kind are remembered, where it is not retention-days: lesson, intervention, assembly,
        # one-to-one, welfare, safeguarding, parent-meeting, staff-meeting; and when recordings are due to be deleted.
        # [retention]
        # one-to-one = 2555
        # recording = 30

        # Messages are written by whojoined mail, and sent only with --send.
        # [mail]
        # sendmail = "/usr/sbin/sendmail"
        # from = "office@oakfield.sch.uk"
        # slt = ["head@oakfield.sch.uk"]
        # dsl = ["dsl@oakfield.sch.uk"]      # safeguarding findings; what concerns a member of SLT goes here alone
        # limit = 200                        # messages per run at most

        # [letters]
        # unreviewed = false                 # true: also in languages whose text nobody at a school has checked yet

        # [week]
        # report = "last-full"               # week without a week: the last whole one, for a Monday's cron

        # [contacts]
        # ask-means-yes = false              # true: contacts of rosters that cannot say who may be written to may be

        # A school's own headers: what we call it, and what your export calls it.
        # [roster.columns]
        # legal-given = "Pupil first name"

        # The headers of a platform that we do not know (Jitsi, GoTo, Adobe Connect …); also given, family, email,
        # duration, topic and meeting-id.
        # [export.columns]
        # name = "Attendee"
        # joined = "Join Time"
        # left = "Leave Time"

        # [schedule.columns]
        # start = "Appointment time"

        """
    }

    /// `# minimum = 2      # adults of the school in the call`
    private static func unused(_ parameter: any AnyParameter, _ meaning: String = "") -> String {
        let line = "# \(parameter.key) = \(parameter.defaultSetting)"
        return meaning.isEmpty ? line : "\(PlainText.fitted(line, 36)) # \(meaning)"
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in PlainText.clean(text).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { out += "\\" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }
}
