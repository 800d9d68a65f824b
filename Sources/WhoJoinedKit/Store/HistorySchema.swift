import GRDB

/// The tables of `history.sqlite`, as the file itself holds them with their comments.
///
/// The foreign keys are declared and not enforced while rows are written: SQLite would look up each of a hundred
/// thousand words again. `History.verify` looks whether all of them hold.
enum HistorySchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
        migrator.registerMigration("tables") { db in
            try db.execute(sql: words + exports + sessions + reports + others + views)
        }
        migrator.registerMigration("events-and-holds") { db in try db.execute(sql: events + holds) }
        migrator.registerMigration("roll-doubts") { db in try db.execute(sql: rollDoubts) }
        return migrator
    }

    /// Where anything may stand that somebody has written.
    static func textColumns(_ db: Database) throws -> [(table: String, column: String)] {
        let written = ["text", "finding", "session_log", "follow_up", "meeting", "hold"]
        return try written.flatMap { table in
            try db.columns(in: table).filter { $0.type == "TEXT" }.map { (table, $0.name) }
        }
    }

    private static let words = """
        CREATE TABLE text (
            -- Every word and name that other tables hold, each once.
            -- Moments are whole seconds since 1970-01-01 00:00 UTC: datetime(joined, 'unixepoch') shows one in UTC,
            -- and the table clock says what to add for the school's own.
            -- Days are ISO text: 2026-11-16.
            id INTEGER PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE person (
            -- A pupil or a member of staff under one id and one name: who is called otherwise later has two rows.
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('pupil', 'staff')),
            code TEXT NOT NULL, -- the MIS's id; never a UPN
            printed TEXT NOT NULL, -- the id as lists print it
            name TEXT NOT NULL
        ) STRICT;
        CREATE INDEX person_code ON person (code);
        CREATE TABLE roll (
            -- Who was on the roll when a session was judged; sessions of one class share theirs.
            id INTEGER PRIMARY KEY
        ) STRICT;
        CREATE TABLE roll_pupil (
            roll INTEGER NOT NULL REFERENCES roll (id),
            position INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES person (id),
            PRIMARY KEY (roll, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX roll_pupil_person ON roll_pupil (person);

        """

    private static let exports = """
        CREATE TABLE export (
            -- A file of the inbox, told by its name and its content.
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            is_known INTEGER NOT NULL, -- 0: it is gone, and only a session names it still; then the rest is nothing
            size INTEGER NOT NULL, -- bytes
            modified INTEGER NOT NULL, -- nanoseconds since 1970
            changed INTEGER NOT NULL, -- nanoseconds since 1970
            basis INTEGER NOT NULL REFERENCES text (id), -- digest of all else that it was read with
            first_day TEXT, -- on which it shows somebody; null: on none
            last_day TEXT,
            used INTEGER NOT NULL, -- rows
            flagged INTEGER NOT NULL, -- rows
            rejected INTEGER NOT NULL, -- rows
            sum INTEGER NOT NULL -- checksum of all this, its problems and date orders
        ) STRICT;
        CREATE INDEX export_day ON export (first_day);
        CREATE TABLE problem (
            -- What was wrong with an export.
            export INTEGER NOT NULL REFERENCES export (id),
            position INTEGER NOT NULL,
            file INTEGER NOT NULL REFERENCES text (id),
            line INTEGER,
            severity INTEGER NOT NULL REFERENCES text (id),
            code INTEGER NOT NULL REFERENCES text (id),
            what INTEGER NOT NULL REFERENCES text (id),
            fix INTEGER NOT NULL REFERENCES text (id),
            PRIMARY KEY (export, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE date_order (
            -- What an export tells of the dates of its host's others.
            export INTEGER NOT NULL REFERENCES export (id),
            position INTEGER NOT NULL,
            host INTEGER NOT NULL REFERENCES text (id),
            date_order INTEGER NOT NULL REFERENCES text (id),
            PRIMARY KEY (export, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reading (
            -- An export whose rows are kept, so that its week's report can be made again when the file is gone.
            export INTEGER PRIMARY KEY REFERENCES export (id),
            platform TEXT NOT NULL,
            variant TEXT NOT NULL,
            date_order TEXT NOT NULL,
            is_ambiguous INTEGER NOT NULL,
            is_weak INTEGER NOT NULL,
            decided_by TEXT NOT NULL,
            has_times INTEGER NOT NULL,
            has_camera INTEGER NOT NULL,
            has_waiting_room INTEGER NOT NULL,
            has_consent INTEGER NOT NULL,
            has_external INTEGER NOT NULL,
            rows_read INTEGER NOT NULL,
            rows_rejected INTEGER NOT NULL,
            rows_without_stay INTEGER NOT NULL,
            is_complete INTEGER NOT NULL,
            warnings TEXT NOT NULL, -- one a line
            last_moment INTEGER, -- moment
            file TEXT NOT NULL, -- as evidence names it
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            sum INTEGER NOT NULL -- checksum of all this, its meetings and stays
        ) STRICT;
        CREATE TABLE meeting (
            export INTEGER NOT NULL REFERENCES reading (export),
            position INTEGER NOT NULL,
            number TEXT, -- the meeting ID
            topic TEXT,
            start INTEGER, -- moment
            "end" INTEGER, -- moment
            zone_offset INTEGER, -- minutes
            host_email TEXT,
            is_number_from_file_name INTEGER NOT NULL,
            PRIMARY KEY (export, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE stay (
            -- A row of an export: one device from joining to leaving.
            export INTEGER NOT NULL REFERENCES reading (export),
            position INTEGER NOT NULL,
            meeting INTEGER NOT NULL, -- position of the meeting
            participant INTEGER, -- number of the name and address in the meeting; null: invited, and not there
            name INTEGER NOT NULL REFERENCES text (id), -- as typed
            original_name INTEGER REFERENCES text (id), -- before a rename
            email INTEGER REFERENCES text (id),
            is_phone INTEGER NOT NULL,
            line INTEGER, -- of the file, from 1; null: no row of its own
            joined INTEGER, -- moment
            "left" INTEGER, -- moment
            shown_seconds INTEGER,
            camera_seconds INTEGER,
            camera INTEGER REFERENCES text (id),
            is_external INTEGER,
            is_waiting_room INTEGER,
            role INTEGER REFERENCES text (id),
            has_consented INTEGER NOT NULL,
            is_join_approximate INTEGER NOT NULL,
            zone_offset INTEGER, -- minutes
            PRIMARY KEY (export, position)
        ) STRICT, WITHOUT ROWID;

        """

    private static let events = """
        CREATE TABLE meeting_event (
            -- What a log tells of a meeting beside who was there.
            export INTEGER NOT NULL REFERENCES reading (export),
            position INTEGER NOT NULL,
            meeting INTEGER NOT NULL, -- position of the meeting
            kind INTEGER NOT NULL REFERENCES text (id),
            name INTEGER NOT NULL REFERENCES text (id), -- as the log calls it
            at INTEGER NOT NULL, -- moment
            actor INTEGER REFERENCES text (id), -- who did it; null: the log names nobody
            actor_email INTEGER REFERENCES text (id),
            actor_is_external INTEGER,
            target INTEGER REFERENCES text (id), -- to whom it was done; null: the log names nobody
            target_email INTEGER REFERENCES text (id),
            target_is_external INTEGER,
            count INTEGER, -- to how many at once
            reason INTEGER NOT NULL REFERENCES text (id),
            line INTEGER NOT NULL, -- of the file, from 1
            PRIMARY KEY (export, position)
        ) STRICT, WITHOUT ROWID;

        """

    private static let holds = """
        CREATE TABLE hold (
            -- Who was removed and had not been cleared, as the last run found it: it outlives notes.csv.
            position INTEGER PRIMARY KEY,
            day TEXT NOT NULL,
            class TEXT NOT NULL, -- this and the rest as the note has it
            pupil INTEGER REFERENCES person (id), -- null: somebody who is on no roll
            person TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT;

        """

    private static let rollDoubts = """
        CREATE TABLE roll_doubt (
            -- A pupil of a session's roll of whom no list of then said for certain that the pupil was on it.
            session INTEGER NOT NULL REFERENCES session (id),
            position INTEGER NOT NULL, -- of the pupil in the session's roll
            PRIMARY KEY (session, position)
        ) STRICT, WITHOUT ROWID;

        """

    private static let sessions = """
        CREATE TABLE week (
            id INTEGER PRIMARY KEY, -- number of its Monday, in days since 1970-01-01
            week TEXT NOT NULL UNIQUE, -- 2026-W47
            sum INTEGER -- checksum of the findings of the week as a whole; null: it had no report of its own yet
        ) STRICT;
        CREATE TABLE session (
            id INTEGER PRIMARY KEY,
            week INTEGER NOT NULL REFERENCES week (id),
            position INTEGER, -- in the report of its week; null: it is in none
            is_current INTEGER NOT NULL, -- 0: judged otherwise since, or without an export; its week's report has it
            "key" TEXT NOT NULL, -- as every list prints it
            day TEXT NOT NULL,
            start INTEGER NOT NULL, -- moment
            class TEXT NOT NULL, -- 4B, or 4B;4C
            printed_class TEXT NOT NULL, -- as lists print it
            kind TEXT NOT NULL,
            is_scheduled INTEGER NOT NULL, -- pupils were expected
            is_doubtful INTEGER NOT NULL, -- no lesson that anybody can have missed: possible counts as no-data later
            roll INTEGER NOT NULL REFERENCES roll (id),
            joined INTEGER NOT NULL, -- pupils seen by name, of
            expected INTEGER NOT NULL,
            unsettled INTEGER NOT NULL, -- unnamed and ambiguous entrants
            sum INTEGER NOT NULL, -- checksum of all this, the statuses, the exports, and the findings of each rule
            findings_sum INTEGER NOT NULL, -- checksum of the findings
            report_sum INTEGER -- checksum of what only the report has
        ) STRICT;
        CREATE INDEX session_day ON session (day);
        CREATE INDEX session_week ON session (week);
        CREATE TABLE session_export (
            session INTEGER NOT NULL REFERENCES session (id),
            position INTEGER NOT NULL,
            export INTEGER NOT NULL REFERENCES export (id),
            PRIMARY KEY (session, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE status (
            -- What became of a pupil of the roll in a session.
            session INTEGER NOT NULL REFERENCES session (id),
            position INTEGER NOT NULL, -- of the pupil in the session's roll
            status INTEGER NOT NULL REFERENCES text (id), -- joined, non-joiner, possible, excused, no-data
            joined INTEGER, -- moment; this and the rest only where the session is in a report
            "left" INTEGER, -- moment
            minutes INTEGER,
            stays INTEGER,
            reason INTEGER REFERENCES text (id),
            PRIMARY KEY (session, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE finding (
            id INTEGER PRIMARY KEY,
            week INTEGER NOT NULL REFERENCES week (id),
            session INTEGER REFERENCES session (id), -- null: of the week as a whole
            position INTEGER NOT NULL, -- among those of its session
            class INTEGER REFERENCES text (id), -- as lists print it; null: the session's
            rule INTEGER NOT NULL REFERENCES text (id),
            severity INTEGER NOT NULL REFERENCES text (id),
            subject INTEGER NOT NULL REFERENCES text (id),
            person INTEGER REFERENCES person (id), -- pupil or staff
            name INTEGER NOT NULL REFERENCES text (id),
            "from" INTEGER, -- moment
            "to" INTEGER, -- moment
            minutes INTEGER,
            detail TEXT NOT NULL,
            audience INTEGER NOT NULL REFERENCES text (id) -- for whose eyes it is, joined by ;
        ) STRICT;
        CREATE INDEX finding_session ON finding (session);
        CREATE INDEX finding_person ON finding (person);

        """

    private static let reports = """
        CREATE TABLE finding_row (
            -- The rows of exports that a finding rests on; only where the session is in a report.
            finding INTEGER NOT NULL REFERENCES finding (id),
            position INTEGER NOT NULL,
            file INTEGER NOT NULL REFERENCES text (id),
            line INTEGER NOT NULL,
            PRIMARY KEY (finding, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entrant (
            -- A display name and address of a session that is in a report, over all its exports.
            session INTEGER NOT NULL REFERENCES session (id),
            position INTEGER NOT NULL,
            files INTEGER NOT NULL REFERENCES text (id), -- joined by ;
            name INTEGER NOT NULL REFERENCES text (id),
            email INTEGER NOT NULL REFERENCES text (id),
            outcome INTEGER NOT NULL REFERENCES text (id),
            person INTEGER REFERENCES person (id),
            certainty INTEGER NOT NULL REFERENCES text (id),
            joined INTEGER, -- moment
            "left" INTEGER, -- moment
            minutes INTEGER,
            stays INTEGER NOT NULL,
            camera INTEGER NOT NULL REFERENCES text (id),
            why INTEGER NOT NULL REFERENCES text (id),
            PRIMARY KEY (session, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entrant_candidate (
            session INTEGER NOT NULL REFERENCES session (id),
            entrant INTEGER NOT NULL, -- position of the entrant
            position INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES person (id),
            PRIMARY KEY (session, entrant, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entrant_row (
            session INTEGER NOT NULL REFERENCES session (id),
            entrant INTEGER NOT NULL, -- position of the entrant
            position INTEGER NOT NULL,
            file INTEGER NOT NULL REFERENCES text (id),
            line INTEGER NOT NULL,
            PRIMARY KEY (session, entrant, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE session_log (
            -- The log that the policies demand, as session-log.csv has it, of a session that is in a report.
            session INTEGER PRIMARY KEY REFERENCES session (id),
            start INTEGER NOT NULL, -- moment
            "end" INTEGER, -- moment
            minutes INTEGER,
            platform TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            class TEXT NOT NULL,
            kind TEXT NOT NULL,
            reason TEXT NOT NULL,
            lead_staff TEXT NOT NULL,
            second_staff TEXT NOT NULL,
            staff_times TEXT NOT NULL,
            pupils_joined INTEGER,
            others_present INTEGER,
            participants INTEGER,
            recorded TEXT NOT NULL,
            one_to_one TEXT NOT NULL,
            approved_by TEXT NOT NULL,
            parent_present TEXT NOT NULL,
            what_went_wrong TEXT NOT NULL,
            complete TEXT NOT NULL,
            retain_until TEXT NOT NULL, -- day
            host_checks TEXT NOT NULL,
            recording_place TEXT NOT NULL,
            held TEXT NOT NULL
        ) STRICT;

        """

    private static let others = """
        CREATE TABLE clock (
            -- The school's time zone: from which moment on its clock is how many seconds ahead of UTC.
            since INTEGER PRIMARY KEY, -- moment
            ahead INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE follow_up (
            -- followups.csv, as the last run found it.
            position INTEGER PRIMARY KEY,
            day TEXT NOT NULL,
            person INTEGER NOT NULL REFERENCES person (id),
            kind TEXT NOT NULL CHECK (kind IN ('tried', 'contacted', 'cleared')),
            by TEXT NOT NULL,
            outcome TEXT NOT NULL
        ) STRICT;
        CREATE TABLE message (
            id TEXT PRIMARY KEY NOT NULL,
            week TEXT NOT NULL,
            recipient TEXT NOT NULL,
            state TEXT NOT NULL, -- handing: nobody knows what became of it; sent; failed
            at INTEGER NOT NULL, -- moment
            sum INTEGER NOT NULL -- checksum of all this
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE day_sum (
            -- How many rows a day has of each kind, and the total of their checksums.
            kind TEXT NOT NULL, -- export, reading, session, finding, report, week, message
            day TEXT NOT NULL,
            entries INTEGER NOT NULL,
            sum INTEGER NOT NULL,
            PRIMARY KEY (kind, day)
        ) STRICT, WITHOUT ROWID;

        """
}
