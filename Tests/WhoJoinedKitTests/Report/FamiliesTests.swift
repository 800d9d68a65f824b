import Testing

@testable import WhoJoinedKit

/// The text of one file of a week's reports; empty when it is not there.
func text(_ path: String, in files: [ReportFile]) -> String {
    files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
}

struct FamiliesTests {
    @Test func `siblings share a family and strangers do not`() {
        let book = FamilyBook(SampleWeek.full.school)
        #expect(book.familyOf[0] == book.familyOf[7])
        #expect(book.familyOf[3] == book.familyOf[4])
        #expect(Set([0, 1, 2, 3, 5, 6, 8].map { book.familyOf[$0] }).count == 7)
        #expect(book.label(book.familyOf[7]) == "F1000")
    }

    @Test func `a contact barred for one child is not used for its sibling`() {
        let book = FamilyBook(SampleWeek.full.school)
        guard case .contact(let contact) = book.choice(for: 4, listed: [3, 4]) else {
            Issue.record("no contact chosen")
            return
        }
        #expect(contact.given == "Esther")
        #expect(book.hasBarredContact(book.familyOf[4]))
    }

    @Test func `a family with nobody to contact stands in no parents' list but in the class's SLT list`() throws {
        let files = reportsInTurn(SampleWeek.full.result)
        for file in files where file.path.contains("letters/") || file.path.contains("/parents.") {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Mistlin"), "\(file.path)")
        }
        #expect(text("classes/4B/slt.csv", in: files).contains("Toby Mistlin"))
        #expect(text("classes/4B/slt.csv", in: files).contains("nobody may be written to"))
    }

    @Test func `no list and no letter names a barred contact, a UPN or a special need`() throws {
        for file in reportsInTurn(SampleWeek.full.result) {
            let body = String(decoding: file.bytes, as: UTF8.self)
            for word in ["Imran", "Craig", "X9994", "court", "EHC"] {
                #expect(!body.contains(word), "\(file.path) says \(word)")
            }
        }
    }

    @Test func `a pupil with special needs is marked for staff and not for families`() throws {
        let files = reportsInTurn(SampleWeek.full.result)
        #expect(text("classes/4B/slt.txt", in: files).contains("Aisha Khan (SEND)"))
        #expect(!text("classes/4B/slt.txt", in: files).contains("Tomasz Nowak (SEND)"))
        for file in files where file.path.contains("letters/") || file.path.contains("/parents.") {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("SEND"), "\(file.path)")
        }
    }

    @Test func `a roster that cannot say lists the family without contact fields`() throws {
        var sample = SampleWeek.full
        for i in sample.school.roster.pupils.indices {
            for j in sample.school.roster.pupils[i].contacts.indices {
                sample.school.roster.pupils[i].contacts[j].mayContact = nil
            }
            for j in sample.school.roster.pupils[i].contacts.indices {
                sample.school.roster.pupils[i].contacts[j].restriction = .unknown
            }
        }
        let table = text("classes/4B/parents.csv", in: reportsInTurn(sample.result))
        #expect(table.contains("Tomasz Nowak"))
        #expect(!table.contains("family.example"))
        sample.school.settings.askMeansYes = true
        #expect(text("classes/4B/parents.csv", in: reportsInTurn(sample.result)).contains("ewa.nowak@family.example"))
    }

    @Test func `an only possible miss is listed and gets no letter`() throws {
        let files = reportsInTurn(SampleWeek.full.result)
        #expect(text("classes/4B/parents.csv", in: files).contains(#""Aisha Khan","non-joiner","0","2","#))
        #expect(text("classes/4B/parents.csv", in: files).contains("whose name we could not place"))
        #expect(!files.contains { $0.path == "letters/4B/F1001.txt" })
        #expect(files.contains { $0.path == "letters/4B/F1003.txt" })
    }

    @Test func `a letter is in the family's language and names its children only`() throws {
        let files = reportsInTurn(SampleWeek.full.result)
        let polish = text("letters/4B/F1002.txt", in: files)
        #expect(polish.contains("Szanowni Państwo"))
        #expect(polish.contains("Tomasz Nowak"))
        let twins = text("letters/4B/F1003.txt", in: files)
        #expect(twins.contains("Dear Mrs Marsden"))
        #expect(twins.contains("Finn Marsden"))
        #expect(twins.contains("Nell Marsden"))
        #expect(!twins.contains("Nowak"))
    }

    @Test func `waiting without being admitted puts no family on the list`() throws {
        var sample = SampleWeek()
        sample.addPeople()
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        let stay = PlacedStay(
            stay: Stay(joined: SampleWeek.at(SampleWeek.week.monday, 9, 0), isWaitingRoom: true, line: 4), export: 0)
        sample.sessions[0].session.entrants.append(
            LinkedEntrant(
                entrant: Entrant(displayName: DisplayName("Tomasz Nowak"), stays: [], waiting: [stay]),
                link: SampleWeek.pupilLink(2))
        )
        let files = reportsInTurn(sample.result)
        #expect(!text("classes/4B/parents.csv", in: files).contains("Tomasz"))
        #expect(!text("entrants.csv", in: files).contains("Tomasz"))
        #expect(text("findings.csv", in: files).contains("Tomasz"))
    }

    @Test(arguments: [(1, false), (2, true)])
    func `late is a matter for the family from the second time in the week`(lessons: Int, isListed: Bool) throws {
        var sample = SampleWeek()
        sample.addPeople()
        for day in 0..<2 {
            let late = SampleWeek.finding(.late, .inform, .pupil, pupil: 5, name: "Yusuf Ali")
            sample.addLesson(day, present: Array(0..<7), findings: day < lessons ? [late] : [])
        }
        #expect(text("classes/4B/parents.csv", in: reportsInTurn(sample.result)).contains("Yusuf") == isListed)
    }

    @Test func `a barred contact is known again without its title, id or address`() {
        var sample = SampleWeek.full
        sample.school.roster.pupils[4].contacts[0] = Contact(
            order: 1, given: "CRAIG", family: "Marsden", mayContact: true)
        guard case .contact(let contact) = FamilyBook(sample.school).choice(for: 4, listed: [3, 4]) else {
            Issue.record("no contact chosen")
            return
        }
        #expect(contact.given == "Esther")
    }

    @Test func `an address that many share, or the school's own, makes no family`() {
        var sample = SampleWeek.full
        sample.school.settings.domains = ["oakfield.example"]
        for i in sample.school.roster.pupils.indices {
            sample.school.roster.pupils[i].contacts = [
                Contact(order: 1, mayContact: true, email: i < 3 ? "office@oakfield.example" : "none@none.example")
            ]
        }
        for i in 0..<4 {
            sample.school.roster.pupils.append(sample.school.roster.pupils[8])
            sample.school.roster.pupils[9 + i].id = PupilID("\(2000 + i)")
        }
        #expect(FamilyBook(sample.school).members.count == 13)
    }
}
