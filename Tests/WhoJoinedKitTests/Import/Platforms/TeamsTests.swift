import Testing

@testable import WhoJoinedKit

private let polish = """
    1. Podsumowanie
    Tytuł spotkania\tLekcja
    Uczestnicy\t2
    Godzina rozpoczęcia\t3/10/25, 8:00:48 AM
    Godzina zakończenia\t3/10/25, 8:50:48 AM

    2. Uczestnicy
    Imię i nazwisko\tPierwsze dołączenie\tOstatnie wyjście\tCzas udziału w spotkaniu\tAdres e-mail\tIdentyfikator uczestnika (UPN)\tRola
    Jan K\t3/10/25, 8:01:48 AM\t3/10/25, 8:50:48 AM\t49 min\tj@k.example\tj@k.example\tOrganizator

    3. Działania podczas spotkania
    Imię i nazwisko\tGodzina dołączenia\tGodzina opuszczenia\tCzas trwania\tAdres e-mail\tRola
    Jan K\t3/10/25, 8:01:48 AM\t3/10/25, 8:20:48 AM\t19 min\tj@k.example\tOsoba prowadząca
    Ewa (EXT)\t3/10/25, 8:01:48 AM\t3/10/25, 8:50:48 AM\t49 min 0 sek.\t\tUczestnik

    """

@Suite struct TeamsTests {
    @Test func `in the event list a leaving ends all that is open, and a second joining is no new presence`() throws {
        let export = try readText(
            "Full Name,User Action,Timestamp\nAnn,Joined before,\"11/4/2020, 9:50:12 AM\"\nAnn,Joined,\"11/4/2020, 9:51:00 AM\"\nAnn,Left,\"11/4/2020, 9:52:00 AM\"\nBo (Guest),Joined,\"11/4/2020, 9:53:00 AM\"\n"
        )
        #expect(export.variant == "teams/event-list" && export.dates.order == .monthFirst)
        #expect(
            export.lines == [
                "Ann 2020-11-04 09:50:12-09:52:00 ?s or-earlier",
                "Bo 2020-11-04 09:53:00-? ?s external",
            ])
        #expect(export.rowsRead == 4 && export.rowsWithoutStay == 2)
    }

    @Test func `the event list is read the same with its newest row first`() throws {
        let rows = [
            "Cleo Marr\tJoined\t11/16/2026, 8:59:00 AM", "Odo Finch\tJoined\t11/16/2026, 9:00:00 AM",
            "Cleo Marr\tLeft\t11/16/2026, 9:10:00 AM", "Cleo Marr\tJoined\t11/16/2026, 9:12:00 AM",
        ]
        func lines(_ rows: [String]) throws -> [String] {
            try readText("Full Name\tUser Action\tTimestamp\n" + rows.joined(separator: "\n") + "\n").lines.sorted()
        }
        #expect(try lines(rows) == lines(rows.reversed()))
        #expect(try lines(rows).count == 3)
    }

    @Test(arguments: [
        "16.11.2026 г., 13:46:02 ч.", "16. 11. 2026 13:46:02", "2026. 11. 16. 13:46:02", "2026. 11. 16. 오후 1:46:02",
        "2026/11/16 下午1:46:02", "16/11/2569 13:46:02", "13:46:02 16/11/2026", "2026年11月16日 午後1:46:02",
        "16/11/2026 1:46:02 μ.μ.", "16/11/2026 1:46:02 CH", "16.11.2026 klo 13.46.02", "١٦/١١/٢٠٢٦ ١:٤٦:٠٢ م",
    ])
    func `clocks of other languages are read`(time: String) throws {
        let cell = try #require(readTime(time))
        #expect(cell.raw.seconds == 13 * 3600 + 46 * 60 + 2)
        #expect(cell.raw.date.day(.dayFirst) == Day(year: 2026, month: 11, day: 16))
    }

    @Test func `who has no time among people with times was invited and has not been seen`() throws {
        let export = try readText(
            "Meeting Summary\nMeeting Title\tTalk\n\nFull Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
                + "Cleo Marr\t16/11/2026, 08:55:11\t16/11/2026, 09:46:02\t50m\tc@x.example\tAttendee\n"
                + "Odo Finch\t\t\t\to@x.example\tAttendee\n")
        #expect(export.lines.count == 1 && export.isComplete)
        #expect(export.meetings[0].notAttended.map(\.email) == ["o@x.example"])
    }

    @Test(arguments: [
        "Nome Completo\tAtividade\tData e hora\nAna\tEntrou\t09/03/2021 07:59:50\nAna\tSaiu\t09/03/2021 08:59:50\n",
        "Nimi\tToiminto\tAika\nAna\tJoined\t09/03/2021 07:59:50\nAna\tLeft\t09/03/2021 08:59:50\n",
    ])
    func `the event list is known in other languages by its shape`(text: String) throws {
        let export = try readUTF16(text)
        #expect(export.variant == "teams/event-list")
        #expect(export.lines == ["Ana 2021-03-09 07:59:50-08:59:50 ?s"])
    }

    @Test func `a column that a school added to the event list does no harm`() throws {
        let export = try readText(
            "Full Name,User Action,Timestamp,Form\nAnn,Joined,\"14/11/2020, 09:50:12\",4B\nAnn,Left,\"14/11/2020, 09:52:00\",4B\n"
        )
        #expect(export.lines == ["Ann 2020-11-14 09:50:12-09:52:00 ?s"])
    }

    @Test func `a report that only shows who attended has people and no times`() throws {
        let export = try readUTF16(
            "1. Summary\nMeeting title\t4B\n\n2. Participants\nName\tEmail\tParticipant ID (UPN)\tRole\nAnn\ta@k.example\ta@k.example\tOrganizer\n"
        )
        #expect(export.lines == ["Ann <a@k.example> ?-? ?s organizer"])
        #expect(!export.abilities.times)
    }

    @Test func `the organiser of a report vouches for the date order of other reports`() throws {
        let times = "11/17/2026, 09:00:00\t11/17/2026, 09:40:00\t40m"
        let export = try readUTF16(
            "Meeting Summary\nMeeting Title\t4B\n\nFull Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nAnn\t\(times)\ta@k.example\tAttendee\nIfe\t\(times)\tIfe@k.example\tOrganizer\n"
        )
        #expect(export.siblingOrders == [SiblingOrder(host: "ife@k.example", order: .monthFirst)])
    }

    @Test(arguments: [
        "Join Time\tLeave Time\tDuration\tEmail\tRole", "Full Name\tJoin Time\tJoin Time\tLeave Time\tDuration\tEmail",
        "Full Name\tFull Name\tJoin Time\tLeave Time\tDuration",
    ])
    func `a table without names, or with two columns of one name, is refused`(header: String) {
        let row = Array(repeating: "14/11/2022, 09:30:00", count: 6).joined(separator: "\t")
        #expect(throws: ImportRefusal.self) {
            try readUTF16("Meeting Summary\nMeeting Title\t4B\n\n\(header)\n\(row)\n")
        }
        #expect(throws: ImportRefusal.self) {
            try readUTF16("1. Summary\nMeeting title\t4B\n\n3. In-Meeting Activities\n\(header)\n\(row)\n")
        }
    }

    @Test func `without a title the start is no title`() throws {
        let export = try readUTF16(
            "1. Podsumowanie\nTytuł spotkania\t\nGodzina rozpoczęcia\t14/11/22, 09:00:00\nGodzina zakończenia\t14/11/22, 10:00:00\n\n2. Uczestnicy\nImię i nazwisko\tA\tB\tC\nAnn\t14/11/22, 09:30:00\t14/11/22, 09:40:00\t10m\n"
        )
        #expect(export.meetings[0].topic == nil && export.meetings[0].start != nil && export.meetings[0].end != nil)
    }

    @Test func `a short row before the last section is not a row cut short`() throws {
        let times = "14/11/22, 09:30:00\t14/11/22, 09:40:00\t10m"
        let export = try readUTF16(
            "1. Summary\nMeeting title\t4B\n\n3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nAnn\t\(times)\ta@k.example\tOrganizer\nBo\t\(times)\n\n4. Meeting Engagement\nName\tEngagement Type\tTime\nAnn\tCamera On\t14/11/22, 09:31:00"
        )
        #expect(export.lines.count == 2 && export.warnings.isEmpty)
    }

    @Test(arguments: [false, true])
    func `sections are read in any language by number and position`(isBig: Bool) throws {
        let export = try readUTF16(polish, isBig: isBig)
        #expect(export.variant == "teams/report-sections" && export.meetings[0].topic == "Lekcja")
        #expect(
            export.lines == [
                "Jan K <j@k.example> 2025-03-10 08:01:48-08:20:48 1140s presenter",
                "Ewa (EXT) 2025-03-10 08:01:48-08:50:48 2940s attendee",
            ])
    }

    @Test func `without section 3 the people of section 2 are the stays`() throws {
        let export = try readUTF16(String(polish[..<polish.firstRange(of: "3. Dzia")!.lowerBound]))
        #expect(export.lines == ["Jan K <j@k.example> 2025-03-10 08:01:48-08:50:48 2940s organizer"])
    }

    @Test func `somebody whom section 3 lacks is taken from section 2 and pointed out`() throws {
        let export = try readUTF16(
            polish.replacing("\nEwa (EXT)\t", with: "\nX\t").replacing(
                "Jan K\t3/10/25, 8:01:48 AM\t3/10/25, 8:20:48", with: "Y\t3/10/25, 8:01:48 AM\t3/10/25, 8:20:48"))
        #expect(export.lines.contains("Jan K <j@k.example> 2025-03-10 08:01:48-08:50:48 2940s organizer"))
        #expect(export.problemCodes == ["missing-activity:9"])
    }

    @Test func `Premium counts tell cameras: more than 0 on, 0 off, blank unknown; a title may go over two lines`()
        throws
    {
        let export = try readUTF16(
            "1. Summary\r\nMeeting title\t\"10R \r\n(lesson 3)\"\r\nStart time\t9/22/26, 2:48:05 PM\r\nEnd time\t9/22/26, 3:51:26 PM\r\n\r\n2. Participants\r\n"
                + "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\tEngagement: Camera On\r\n"
                + "A\t9/22/26, 2:58:17 PM\t9/22/26, 3:52:28 PM\t54m 11s\t\t\tOrganizer\t2\r\nB\t9/22/26, 2:58:17 PM\t9/22/26, 3:52:28 PM\t54m 11s\t\t\tAttendee\t0\r\n"
                + "\" 447700900461 (Unverified)\"\t9/22/26, 2:58:17 PM\t9/22/26, 3:52:28 PM\t54m 11s\t\t\tAttendee\t\r\n"
        )
        #expect(export.meetings[0].topic == "10R (lesson 3)" && export.abilities.camera && export.isComplete)
        #expect(
            export.lines == [
                "A 2026-09-22 14:58:17-15:52:28 3251s camera-on organizer",
                "B 2026-09-22 14:58:17-15:52:28 3251s camera-off attendee",
                "447700900461 2026-09-22 14:58:17-15:52:28 3251s external phone attendee",
            ])
    }

    @Test func `the report of 2021 is read in French`() throws {
        let export = try readUTF16(
            "Résumé de la réunion\nNombre total de participants\t1\nTitre de la réunion\tMaths\nHeure de début de la réunion\t13/04/2021 à 09:01:31\nHeure de fin\t13/04/2021 à 11:45:00\n\n"
                + "Nom complet\tHeure d'arrivée\tHeure de départ\tDurée\tE-mail\tRôle\nLéo (Invité)\t13/04/2021 à 09:01:31\t13/04/2021 à 11:45:31\t2\u{A0}h 44\u{A0}m\t\tPrésentateur\n"
        )
        #expect(export.variant == "teams/report-2021" && export.meetings[0].topic == "Maths")
        #expect(export.lines == ["Léo 2021-04-13 09:01:31-11:45:31 9840s external presenter"])
    }

    @Test func `a converter's commas inside dates are put together again`() throws {
        let export = try readText(
            "1. Summary\nMeeting title,Maths\nStart time,3/22/26, 9:01:05 AM\n\n3. In-Meeting Activities\nName,Join Time,Leave Time,Duration,Email,Role\nAnn,3/22/26, 9:03:56 AM,3/22/26, 9:51:18 AM,47m 22s,a@b.example,Organizer\n"
        )
        #expect(export.lines == ["Ann <a@b.example> 2026-03-22 09:03:56-09:51:18 2842s organizer"])
    }

    @Test(arguments: [
        ("A (Guest)", "A", true), ("A (EXT)", "A (EXT)", false), ("A (External) (Unverified)", "A", true),
        ("(Guest)", "(Guest)", false),
    ])
    func `outsider marks are taken off, other brackets stay`(cell: String, name: String, isExternal: Bool) {
        #expect(stripOutsiderMark(cell) == (name, isExternal))
    }
}
