/// Views of a history: the tables that a week's folder has as CSV, and what else people ask for.
extension HistorySchema {
    static let views =
        """
        CREATE VIEW pupils_csv AS
            -- The rows of pupils.csv of every week that was reported.
            SELECT s."key" AS session, s.day AS date, \(time("s.start")) AS start, s.printed_class AS class,
                p.printed AS id, p.name AS name, t.text AS status,
                \(time("st.joined")) AS joined, \(time("st.\"left\"")) AS "left",
                coalesce(st.minutes, '') AS minutes, coalesce(st.stays, '') AS stays, coalesce(r.text, '') AS reason,
                w.week AS week
            FROM session s
            JOIN week w ON w.id = s.week
            JOIN status st ON st.session = s.id
            JOIN roll_pupil rp ON rp.roll = s.roll AND rp.position = st.position
            JOIN person p ON p.id = rp.person
            JOIN text t ON t.id = st.status
            LEFT JOIN text r ON r.id = st.reason
            WHERE s.position IS NOT NULL
            ORDER BY s.week, s.position, st.position;

        CREATE VIEW entrants_csv AS
            -- The rows of entrants.csv of every week that was reported.
            SELECT f.text AS export, s."key" AS session, s.day AS date, \(time("s.start")) AS start,
                s.printed_class AS class, n.text AS display_name, m.text AS email, o.text AS outcome,
                coalesce(p.printed, '') AS id,
                coalesce((SELECT group_concat(printed, ';') FROM (
                    SELECT q.printed FROM entrant_candidate c JOIN person q ON q.id = c.person
                    WHERE c.session = e.session AND c.entrant = e.position ORDER BY c.position)), '') AS candidates,
                c.text AS certainty, \(time("e.joined")) AS joined, \(time("e.\"left\"")) AS "left",
                coalesce(e.minutes, '') AS minutes, e.stays AS stays, k.text AS camera, y.text AS why,
                coalesce((SELECT group_concat(row, ';') FROM (
                    SELECT g.text || ':' || r.line AS row FROM entrant_row r JOIN text g ON g.id = r.file
                    WHERE r.session = e.session AND r.entrant = e.position ORDER BY r.position)), '') AS evidence,
                w.week AS week
            FROM session s
            JOIN week w ON w.id = s.week
            JOIN entrant e ON e.session = s.id
            JOIN text f ON f.id = e.files
            JOIN text n ON n.id = e.name
            JOIN text m ON m.id = e.email
            JOIN text o ON o.id = e.outcome
            JOIN text c ON c.id = e.certainty
            JOIN text k ON k.id = e.camera
            JOIN text y ON y.id = e.why
            LEFT JOIN person p ON p.id = e.person
            WHERE s.position IS NOT NULL
            ORDER BY s.week, s.position, e.position;

        CREATE VIEW findings_csv AS
            -- The rows of findings.csv of every week that was reported.
            SELECT coalesce(s."key", '') AS session, coalesce(s.day, date(w.id * 86400, 'unixepoch')) AS date,
                \(time("s.start")) AS start, coalesce(c.text, s.printed_class) AS class, r.text AS rule,
                v.text AS severity, u.text AS subject, coalesce(p.printed, '') AS id, n.text AS name,
                \(time("f.\"from\"")) AS "from", \(time("f.\"to\"")) AS "to", coalesce(f.minutes, '') AS minutes,
                f.detail AS detail,
                coalesce((SELECT group_concat(row, ';') FROM (
                    SELECT g.text || ':' || e.line AS row FROM finding_row e JOIN text g ON g.id = e.file
                    WHERE e.finding = f.id ORDER BY e.position)), '') AS evidence,
                a.text AS audience,
                w.week AS week
            FROM finding f
            JOIN week w ON w.id = f.week
            LEFT JOIN session s ON s.id = f.session
            LEFT JOIN text c ON c.id = f.class
            JOIN text r ON r.id = f.rule
            JOIN text v ON v.id = f.severity
            JOIN text u ON u.id = f.subject
            JOIN text n ON n.id = f.name
            JOIN text a ON a.id = f.audience
            LEFT JOIN person p ON p.id = f.person
            WHERE f.session IS NULL OR s.position IS NOT NULL
            ORDER BY f.week, f.session IS NULL, s.position, f.position;

        CREATE VIEW session_log_csv AS
            -- The rows of session-log.csv of every week that was reported.
            SELECT s.day AS date, \(time("l.start")) AS start, \(time("l.\"end\"")) AS "end",
                coalesce(l.minutes, '') AS minutes, l.platform AS platform, l.meeting_id AS meeting_id,
                l.class AS class, l.kind AS kind, l.reason AS reason, l.lead_staff AS lead_staff,
                l.second_staff AS second_staff, l.staff_times AS staff_times,
                coalesce(l.pupils_joined, '') AS pupils_joined, coalesce(l.others_present, '') AS others_present,
                coalesce(l.participants, '') AS participants, l.recorded AS recorded, l.one_to_one AS one_to_one,
                l.approved_by AS approved_by, l.parent_present AS parent_present,
                l.what_went_wrong AS what_went_wrong, l.complete AS complete, l.retain_until AS retain_until,
                l.host_checks AS host_checks, l.recording_place AS recording_place, l.held AS held,
                w.week AS week
            FROM session s
            JOIN week w ON w.id = s.week
            JOIN session_log l ON l.session = s.id
            WHERE s.position IS NOT NULL
            ORDER BY s.week, s.position;

        CREATE VIEW lesson AS
            -- What is known today of every pupil in every session, in a report or not.
            SELECT w.week AS week, s.day AS date, \(time("s.start")) AS start, s.printed_class AS class,
                p.printed AS id, p.name AS name,
                CASE WHEN s.is_doubtful AND t.text = 'possible' THEN 'no-data' ELSE t.text END AS status
            FROM session s
            JOIN week w ON w.id = s.week
            JOIN status st ON st.session = s.id
            JOIN roll_pupil rp ON rp.roll = s.roll AND rp.position = st.position
            JOIN person p ON p.id = rp.person
            JOIN text t ON t.id = st.status
            WHERE s.is_current
            ORDER BY s.start, s."key", st.position;

        CREATE VIEW class_week AS
            -- A class in a week: what whojoined history --class says.
            SELECT w.week AS week, s.printed_class AS class, count(*) AS sessions, sum(s.joined) AS joined,
                sum(s.expected) AS expected, sum(s.unsettled) AS unsettled,
                sum((SELECT count(*) FROM finding f WHERE f.session = s.id)) AS findings
            FROM session s
            JOIN week w ON w.id = s.week
            WHERE s.is_current
            GROUP BY w.id, s.printed_class
            ORDER BY w.id, s.printed_class;

        CREATE VIEW day_sum_now AS
            -- What day_sum must be.
            SELECT 'export' AS kind, coalesce(first_day, '') AS day, count(*) AS entries, sum(sum) AS sum
                FROM export WHERE is_known GROUP BY first_day
            UNION ALL SELECT 'reading', first_day, count(*), sum(sum) FROM reading GROUP BY first_day
            UNION ALL SELECT 'session', day, count(*), sum(sum) FROM session WHERE is_current GROUP BY day
            UNION ALL SELECT 'finding', day, count(*), sum(findings_sum) FROM session GROUP BY day
            UNION ALL SELECT 'report', day, count(*), sum(report_sum) FROM session
                WHERE position IS NOT NULL GROUP BY day
            UNION ALL SELECT 'week', week, 1, sum FROM week WHERE sum IS NOT NULL
            UNION ALL SELECT 'message', '', count(*), sum(sum) FROM message HAVING count(*) > 0;
        """

    /// A moment as the school's clock showed it: `09:04:10`; none: an empty text.
    private static func time(_ moment: String) -> String {
        "coalesce(time(\(moment) + (SELECT ahead FROM clock WHERE since <= \(moment) ORDER BY since DESC LIMIT 1), "
            + "'unixepoch'), '')"
    }
}
