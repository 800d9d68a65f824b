import Testing

@testable import WhoJoinedKit

/// Reports whose labels are of a language that the program does not know: people are invented, and so are some languages.
@Suite struct OtherLanguagesTests {
    @Test func `several meetings in a file stay apart in another language too`() throws {
        func block(_ topic: String, _ id: String) -> String {
            "Thema,Meeting-ID,Host,Dauer (Minuten),Startzeit\n\(topic),\(id),Ida Korn (i.korn@x.example),52,16.11.2026 08:55:00\n"
        }
        let header = "Name (Originalname),E-Mail,Beitrittszeit,Austrittszeit,Dauer (Minuten),Gast\n"
        let export = try readText(
            block("7A Mathe", "812 3456 7890") + header
                + "Ann Lee,a@b.example,16.11.2026 08:55:42,16.11.2026 09:46:25,51,Nein\n"
                + block("7A Kunst", "812 3456 7899") + header
                + "Noah Beck,,16.11.2026 10:55:42,16.11.2026 11:46:25,51,Ja\n")
        #expect(export.meetings.map(\.topic) == ["7A Mathe", "7A Kunst"] && export.isComplete)
        #expect(export.meetings.map(\.id) == ["81234567890", "81234567899"])
        #expect(
            export.lines == [
                "Ann Lee <a@b.example> 2026-11-16 08:55:42-09:46:25 3060s internal",
                "Noah Beck 2026-11-16 10:55:42-11:46:25 3060s external",
            ])
    }

    @Test(arguments: [
        (
            "E-mail,Deelname,Vertrek,Duur (minuten),Naam (oorspronkelijke naam),Gast,In wachtkamer",
            "a@b.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51,Ann Lee,Ja,Nee"
        ),
        (
            "Correo,Nombre (nombre original),Entrada,Salida,Duración (minutos),En sala de espera,Invitado",
            "a@b.example,Ann Lee,16/11/2026 08:55:42,16/11/2026 09:46:25,51,No,Sí"
        ),
        (
            "Nome (nome original),E-mail,Duração (minutos),Ingressar na hora,Hora de saída,Convidado,Na sala de espera",
            "Ann Lee,a@b.example,51,16/11/2026 08:55:42,16/11/2026 09:46:25,Sim,Não"
        ),
        (
            "Nr.;Name (Originalname);Beitrittszeit;Austrittszeit;Dauer (Minuten);E-Mail;Gast;Im Warteraum",
            "1;Ann Lee;16.11.2026 08:55:42;16.11.2026 09:46:25;51,0;a@b.example;Ja;Nein"
        ),
    ])
    func `Zoom's columns may have been moved`(header: String, row: String) throws {
        let export = try readText("\(header)\n\(row)\n\(header)\n")
        #expect(export.variant == "zoom/participants" && export.isComplete)
        #expect(export.lines == ["Ann Lee <a@b.example> 2026-11-16 08:55:42-09:46:25 3060s external admitted"])
    }

    @Test func `an address for a name stays a name where Zoom's columns are in order`() throws {
        let export = try readText(
            "Nombre (nombre original),Correo,Entrada,Salida,Duración (minutos)\na@b.example,a@b.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51\n"
        )
        #expect(export.lines == ["a@b.example <a@b.example> 2026-11-16 08:55:42-09:46:25 3060s"])
    }

    @Test func `a list of an unknown platform in English is not Zoom's, and its columns can be named`() throws {
        let text =
            "Meeting Title,7A\n\nName,Email Address,Join Time,Leave Time,Time in Session (minutes)\nAnn Lee,a@b.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51\n"
        #expect {
            try readText(text)
        } throws: {
            ($0 as? ImportRefusal)?.problems.first?.message
                == "export.csv:3: error: a list with joining and leaving times, but none of a platform whose headings are known; "
                + "fix: name its columns in school.toml under [export.columns], as in joined = \"Join Time\""
        }
        var hints = ReadingHints()
        hints.columns = ["name": "Name", "joined": "Join Time", "left": "Leave Time"]
        let export = try readText(text, hints)
        #expect(export.platform == .other && export.lines == ["Ann Lee 2026-11-16 08:55:42-09:46:25 ?s"])
    }

    @Test func `Zoom's list with participant details is known by two spans of time in a row`() throws {
        let export = try readText(
            "Tema,ID de reunión,Usuario,Correo,Depto,Grupo,Inicio,Fin,Duración,Participantes,Nombre,Correo,Hora de entrada,Hora de salida,Duración,Invitado\n"
                + "7A,812 3456 7890,Ida Korn,i.korn@x.example,,,16/11/2026 08:50:00,16/11/2026 09:50:00,60,2,Ann Lee,a@b.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51,No\n"
        )
        #expect(export.variant == "zoom/list-details" && export.meetings[0].hostEmail == "i.korn@x.example")
        #expect(export.meetings[0].topic == "7A" && export.meetings[0].id == "81234567890")
        #expect(export.lines == ["Ann Lee <a@b.example> 2026-11-16 08:55:42-09:46:25 3060s internal"])
    }

    @Test func `a webinar's sections are known by the yes or no of their rows`() throws {
        let export = try readText(
            "Informe de asistentes\nGenerado:,16/11/2026 12:00:00\nTema,ID,Inicio,Duración\n7A,812 3456 7890,16/11/2026 08:55:00,52\n"
                + "Anfitrión\nAsistió,Nombre (original),Correo,Entrada,Salida,Minutos,País\nSí,Ida Korn,i.korn@x.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51,ES\n"
                + "Asistentes\nAsistió,Nombre (original),Nombre,Apellido,Correo,Inscripción,Entrada,Salida,Minutos,Invitado\n"
                + "No,Bo Rey,Bo,Rey,b@x.example,16/11/2026 08:00:00,--,--,--,--\n"
                + "Sí,Ann Lee,Ann,Lee,a@b.example,16/11/2026 08:00:00,16/11/2026 08:58:42,16/11/2026 09:46:25,48,No\n")
        #expect(export.variant == "zoom/webinar-attendees" && export.isComplete)
        #expect(export.meetings[0].hostEmail == "i.korn@x.example" && export.meetings[0].id == "81234567890")
        #expect(export.meetings[0].notAttended.map(\.displayName.text) == ["Bo Rey"])
        #expect(
            export.lines == [
                "Ida Korn <i.korn@x.example> 2026-11-16 08:55:42-09:46:25 3060s",
                "Ann Lee <a@b.example> 2026-11-16 08:58:42-09:46:25 2880s",
            ])
    }

    @Test func `the Meet log is known by its order, and who has a duration has left`() throws {
        let export = try readText(
            "Datum,Ereignis,Beschreibung,Code,Kennung,Extern,Client,Organisator,Produkt,Dauer,Bewertung,Name\n"
                + "\"16. Nov. 2026, 09:46:25 MEZ\",Endpunkt hat verlassen,,ABCDEFGHIJ,a@b.example,Nein,Web,i.korn@x.example,Meet,3043,,Ann Lee\n"
                + "\"16. Nov. 2026, 09:30:00 MEZ\",Umfrage,,ABCDEFGHIJ,a@b.example,Nein,Web,i.korn@x.example,Meet,,,Ann Lee\n"
        )
        #expect(export.variant == "meet/admin-log" && export.lines.count == 1 && export.isComplete)
        #expect(export.lines == ["Ann Lee <a@b.example> 2026-11-16 07:55:42-08:46:25 3043s internal"])
        #expect(export.problemCodes == ["unknown-event:3"])
    }

    @Test(arguments: [
        ("Plena nomo\tAgo\tTempo", "aliĝis", "foriris"),
        ("Tam Ad\tKullanıcı Eylemi\tZaman Damgası", "Katıldı", "Ayrıldı"),
        ("Vollständiger Name\tBenutzeraktion\tZeitstempel", "Beigetreten", "Links"),
        ("Nome completo\tAzione utente\tTimestamp", "Partecipante", "Uscito"), ("氏名\tアクション\t時刻", "参加済み", "退出"),
    ])
    func `what everybody does first in Teams' list is to join`(header: String, joined: String, left: String) throws {
        let export = try readUTF16(
            header + "\nAnn Lee\t\(joined)\t16/11/2026, 08:55:42\nBo Rey\t\(joined)\t16/11/2026, 08:56:00\n"
                + "Ann Lee\t\(left)\t16/11/2026, 09:10:00\nAnn Lee\t\(joined)\t16/11/2026, 09:12:00\n"
                + "Bo Rey\t\(left)\t16/11/2026, 09:40:00\nAnn Lee\t\(left)\t16/11/2026, 09:41:00\n")
        #expect(export.variant == "teams/event-list" && export.isComplete)
        #expect(
            export.lines.map { $0.replacing(" ?s", with: "") } == [
                "Ann Lee 2026-11-16 08:55:42-09:10:00", "Bo Rey 2026-11-16 08:56:00-09:40:00",
                "Ann Lee 2026-11-16 09:12:00-09:41:00",
            ])
    }

    @Test func `Teams without times is read in another language too`() throws {
        let export = try readUTF16(
            "1. 要約\n会議のタイトル\t7A\n開始時刻\t2026/11/16 8:55:11\n終了時刻\t2026/11/16 9:46:02\n\n"
                + "2. 参加者\n名前\tメール\t参加者 ID (UPN)\t役割\nAnn Lee\ta@b.example\ta@b.example\t出席者\nBo Rey\tb@x.example\t\t出席者\n"
        )
        #expect(export.lines == ["Ann Lee <a@b.example> ?-? ?s", "Bo Rey <b@x.example> ?-? ?s"])
        #expect(!export.abilities.times && export.meetings[0].topic == "7A")
    }

    @Test func `Webex with Meet's words is Webex by its whole dates`() throws {
        let export = try readText(
            "Nombre del evento\tInicio\tFin\tNombre\tCorreo\tHora de entrada\tHora de salida\tDuración\tTipo de conexión\n"
                + "7A\t16/11/2026 09:00:00\t16/11/2026 09:45:00\tAnn Lee\ta@b.example\t16/11/2026 08:55:42\t16/11/2026 09:46:25\t51 mins\tApp\n"
        )
        #expect(export.platform == .webex && export.lines.count == 1)
    }

    @Test func `Meet's clocks may have dots, but three marks are no clocks`() throws {
        let export = try readText(
            "Etunimi,Sukunimi,Sähköposti,Kesto,Liittymisaika,Poistumisaika\nAnn,Lee,a@b.example,45 min,9.01,9.46\n",
            ReadingHints(date: "2026-11-16"))
        #expect(export.lines == ["Ann Lee <a@b.example> 2026-11-16 09:01:00-09:46:00 2700s"])
        #expect(throws: ImportRefusal.self) {
            try readText(
                "A,B,C,Quiz 1,Quiz 2,Quiz 3\nAnn,Lee,a@b.example,12,9.01,9.46\n", ReadingHints(date: "2026-11-16"))
        }
    }

    @Test(arguments: [("Bo Rey", false), ("Ann Lee", true)])
    func `a section of an unknown kind is named, and may hold somebody whom no other has`(
        name: String, isComplete: Bool
    )
        throws
    {
        let export = try readUTF16(
            "1. Summary\nMeeting title\t7A\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
                + "Ann Lee\t16/11/2026, 08:55:42\t16/11/2026, 09:46:25\t50m\ta@b.example\t\tPresenter\n\n"
                + "4. Engagement\nName\tType\tTime\nAnn Lee\tHand\t16/11/2026, 09:00:00\n\n"
                + "5. Rooms\nName\tRoom\tFrom\tTo\n\(name)\tBlue\t16/11/2026, 09:00:00\t16/11/2026, 09:10:00\n")
        #expect(export.lines.count == 1 && export.isComplete == isComplete)
        #expect(export.problemCodes == ["unknown-section:14"] && export.rowsWithoutStay == 1)
    }

    @Test(arguments: [
        (
            "Thema,Meeting-ID,Benutzer,Startzeit,Endzeit,Dauer (Minuten),Teilnehmer\n7A,812 3456 7890,Ida Korn,16.11.2026 08:55:00,16.11.2026 09:47:00,52,5\n",
            "a list of meetings"
        ),
        (
            "Registrierungsbericht\nVorname,Nachname,E-Mail,Registrierungszeit,Status\nAnn,Lee,a@b.example,16.11.2026 08:00,Genehmigt\n",
            "a list with one time for each person"
        ),
    ])
    func `what is no list of participants is named by its shape`(text: String, what: String) {
        #expect {
            try readText(text)
        } throws: {
            ($0 as? ImportRefusal)?.problems.first.map { $0.code == "other-report" && $0.what.contains(what) } ?? false
        }
    }

    @Test func `Meet's columns may stand in another order, or without a length`() throws {
        let hints = ReadingHints(date: "2026-11-16")
        let moved = try readText(
            "Correo,Nombre,Apellidos,Hora de entrada,Hora de salida,Duración\na@b.example,Ann,Lee,9:01,9:46,45 min\n",
            hints)
        let short = try readText("Name,Email,Time joined,Time exited\nAnn Lee,a@b.example,9:01 AM,9:46 AM\n", hints)
        #expect(moved.lines == ["Ann Lee <a@b.example> 2026-11-16 09:01:00-09:46:00 2700s"])
        #expect(short.lines == ["Ann Lee <a@b.example> 2026-11-16 09:01:00-09:46:00 ?s"])
    }

    @Test(arguments: [
        "Nombre,Apellidos,Correo,Hora de entrada,Hora de salida,Duración (minutos),Invitado\nAnn,Lee,a@b.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51,No\n",
        "First name,Last name,Email,Join time,Leave time,Duration (minutes),Guest\nAnn,Lee,a@b.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51,No\n",
        "Nº,Nombre (original),Correo,Hora de entrada,Hora de salida,Duración (minutos),Invitado\n1,Ann Lee,a@b.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51,No\n",
        "User name,Email,Join time,Leave time,Duration (minutes),Guest\nAnn Lee,a@b.example,16/11/2026 08:55:42,16/11/2026 09:46:25,51,No\n",
    ])
    func `an unusual name column of Zoom's report is the name`(text: String) throws {
        #expect(
            try readText(text).lines == ["Ann Lee <a@b.example> 2026-11-16 08:55:42-09:46:25 3060s internal"])
    }

    @Test func `a total of everybody needs no name that is known, and Teams may part the name`() throws {
        let totals = try readText("Display name,Email,Total duration (minutes),Guest\nAnn Lee,a@b.example,51,No\n")
        #expect(
            totals.variant == "zoom/participants-unique" && totals.lines == ["Ann Lee <a@b.example> ?-? 3060s internal"]
        )
        let parted = try readUTF16(
            "1. Summary\nMeeting title\t7A\n\n2. Participants\nFirst name\tLast name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tRole\n"
                + "Ann\tLee\t16/11/2026, 08:55:42\t16/11/2026, 09:46:25\t50m 43s\ta@b.example\tPresenter\n")
        #expect(parted.meetings[0].participants.map(\.displayName.text) == ["Ann Lee"])
    }

    @Test func `a report without its first section is read by the others`() throws {
        let export = try readUTF16(
            "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
                + "Ann Lee\t16/11/2026, 08:55:42\t16/11/2026, 09:46:25\t50m 43s\ta@b.example\tPresenter\n")
        #expect(export.variant == "teams/report-sections" && export.lines.count == 1 && export.isComplete)
    }
}
