import DelimitedText
import Testing

@testable import WhoJoinedKit

struct WeekTablesTests {
    private static func rows(_ path: String, _ sample: SampleWeek = .full) throws -> [[String]] {
        let file = try #require(reportsInTurn(sample.result).first { $0.path == path })
        #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        return records(in: Array(file.bytes.dropFirst(3)), delimiter: 0x2C).records.map(\.texts)
    }

    @Test(arguments: [
        (
            "entrants.csv",
            "export,session,date,start,class,display_name,email,outcome,id,candidates,certainty,joined,left,minutes,stays,camera,why,evidence"
        ),
        ("pupils.csv", "session,date,start,class,id,name,status,joined,left,minutes,stays,reason"),
        (
            "findings.csv",
            "session,date,start,class,rule,severity,subject,id,name,from,to,minutes,detail,evidence,audience"
        ),
        (
            "session-log.csv",
            "date,start,end,minutes,platform,meeting_id,class,kind,reason,lead_staff,second_staff,staff_times,pupils_joined,others_present,participants,recorded,one_to_one,approved_by,parent_present,what_went_wrong,complete,retain_until,host_checks,recording_place,held"
        ),
        (
            "classes/4B/parents.csv",
            "class,family,pupil_id,pupil,reasons,sessions_missed,sessions_expected,in_a_row,last_joined,certainty,contact_name,relationship,email,phone,step,opening,do_not_contact,sessions_possible,contact_state,outcome"
        ),
    ])
    func `a table has the contract's header and rows of equal width`(path: String, header: String) throws {
        let rows = try Self.rows(path)
        #expect(rows[0].joined(separator: ",") == header)
        #expect(rows.count > 1)
        for row in rows { #expect(row.count == rows[0].count) }
    }

    @Test func `every pupil stands once in each session and every entrant in one line`() throws {
        let sample = SampleWeek.full
        #expect(try Self.rows("pupils.csv").count == 1 + 3 * 7)
        #expect(try Self.rows("entrants.csv").count == 1 + sample.sessions.reduce(0) { $0 + $1.session.entrants.count })
    }

    @Test func `pupils without any session stand in a list of their own`() throws {
        let rows = try Self.rows("no-session-pupils.csv")
        #expect(rows.dropFirst().map { $0[5] } == ["Grace Clarke", "Isla Scott"])
        #expect(rows.dropFirst().allSatisfy { $0[6] == "no-data" && $0[3] == "2A" })
    }

    @Test func `an entrant's line says who it was, when, and where that stands`() throws {
        let rows = try Self.rows("entrants.csv")
        let line = try #require(rows.first { $0[5] == "Mo" })
        #expect(
            Array(line[7...]) == [
                "ambiguous", "", "1001", "possible", "09:02:00", "10:00:00", "58", "1", "unknown",
                MatchStep.shortFormAlone.sentence, "4B 2026-11-17.csv:6",
            ])
        #expect(rows.first { $0[5] == "Kofi Osei" }?[8] == "OSE")
    }

    @Test(arguments: ["=1+1", "+44", "-x", "@x", "\u{200B}=1", "＝1", "=\u{338}1", "\t=1"])
    func `no cell of any table starts a formula`(name: String) throws {
        var sample = SampleWeek.full
        sample.sessions[0].session.entrants[2].entrant.displayName = DisplayName(name)
        sample.sessions[0].session.entrants[2].entrant.email = name
        sample.sessions[0].session.exports[0].file = name
        sample.sessions[0].findings[0] = sample.sessions[0].findings[0].with(
            name: name, evidence: [Evidence(file: name, line: 3)])
        sample.sessions[0].log.whatWentWrong = name
        sample.school.roster.pupils[2].main = PersonName(given: name, family: "")
        for file in reportsInTurn(sample.result) where file.path.contains(".csv") {
            for row in records(in: Array(file.bytes.dropFirst(3)), delimiter: 0x2C).records {
                for cell in row.texts { #expect(!startsFormula(cell), "\(file.path): \(cell)") }
            }
        }
    }

    @Test func `a cell never outgrows a spreadsheet's`() throws {
        var sample = SampleWeek.full
        let rows = (1...40_000).map { Evidence(file: "big.csv", line: $0) }
        sample.sessions[0].findings[0] = sample.sessions[0].findings[0].with(evidence: rows)
        sample.sessions[0].session.entrants[0].entrant.stays = (1...40_000).map { line in
            PlacedStay(
                stay: Stay(
                    joined: SampleWeek.at(SampleWeek.week.monday, 9, 0),
                    left: SampleWeek.at(SampleWeek.week.monday, 9, 1), line: line), export: 0)
        }
        for path in ["entrants.csv", "findings.csv", "classes/4B/slt.csv"] {
            let rows = try Self.rows(path, sample)
            for row in rows { for cell in row { #expect(cell.utf16.count <= 32_767) } }
            #expect(rows.contains { row in row.contains { $0.contains("more rows)") } } || path.contains("slt"))
        }
    }

    @Test func `stays of several devices are one time, and rows of all are evidence`() throws {
        var sample = SampleWeek.full
        let monday = SampleWeek.week.monday
        func stay(_ from: Int, _ to: Int, _ line: Int) -> PlacedStay {
            PlacedStay(
                stay: Stay(joined: SampleWeek.at(monday, 9, from), left: SampleWeek.at(monday, 9, to), line: line),
                export: 0)
        }
        sample.sessions[0].session.entrants[2].entrant.stays = [stay(0, 20, 5), stay(10, 30, 6), stay(40, 50, 7)]
        let line = try #require(try Self.rows("entrants.csv", sample).first { $0[5] == "Amelia Clarke" })
        #expect(Array(line[11...14]) == ["09:00:00", "09:50:00", "40", "2"])
        #expect(line[17] == "4B 2026-11-16.csv:5;4B 2026-11-16.csv:6;4B 2026-11-16.csv:7")
    }

    @Test func `what the policy demands of the log and nobody wrote is said`() throws {
        var sample = SampleWeek.full
        sample.sessions[0].log.reason = ""
        sample.sessions[1].log.isOneToOne = true
        let rows = try Self.rows("session-log.csv", sample)
        #expect(rows[1][8] == "MISSING")
        #expect(rows[2][17] == "MISSING")
        #expect(rows[3][3] == "")
        #expect(rows[3][20] == "no")
    }

    @Test(arguments: [1, 2, 7]) func `reports written at the same time are those written in turn`(jobs: Int)
        async throws
    {
        let (a, b) = (
            reportsInTurn(SampleWeek.full.result), await WeekReports(SampleWeek.full.result).files(jobs: jobs)
        )
        #expect(a.map(\.path) == b.map(\.path))
        #expect(zip(a, b).allSatisfy { $0.bytes == $1.bytes })
    }

    @Test func `the same week gives the same bytes`() throws {
        let (a, b) = (reportsInTurn(SampleWeek.full.result), reportsInTurn(SampleWeek.full.result))
        #expect(a.map(\.path) == b.map(\.path))
        #expect(zip(a, b).allSatisfy { $0.bytes == $1.bytes })
        #expect(a.map(\.path) == a.map(\.path).sorted())
    }
}
