import ASCII
import DelimitedText
import HostSystem

/// One message with the name of its file in the outbox.
struct OutboxMessage: Sendable {
    /// `slt-1.eml`, `class-4B-1.eml`, `letter-4B-F1042.eml`
    var file: String
    var message: MailMessage
}

/// The messages that a week's reports make: to SLT, to the classes' lead staff, and on demand to families.
///
/// Addresses come from `school.toml` and the roster only, never from an export or a report.
struct MailPacks {
    let school: School
    let week: Week
    let now: Instant
    let from: MailAddress
    /// The week's folder.
    let reports: HostPath
    let templates: LetterTemplates
    private(set) var problems: [Problem] = []

    init(
        _ school: School, week: Week, now: Instant, from: MailAddress, reports: HostPath,
        templates: LetterTemplates = .builtIn
    ) {
        self.school = school
        self.week = week
        self.now = now
        self.from = from
        self.reports = reports
        self.templates = templates
    }

    private var title: String { MailWords.title(school.settings.name, week) }

    // MARK: SLT

    mutating func sltPack() throws(MailPackError) -> [OutboxMessage] {
        let page = try read("slt-summary.txt")
        var attachments: [MailMessage.Attachment] = []
        for name in ["slt-summary.html", "slt-summary.txt", "slt-summary.csv", "findings.csv", "session-log.csv"] {
            let bytes = try name == "slt-summary.txt" ? page : read(name)
            let isTable = name == "findings.csv"
            attachments.append(
                MailMessage.Attachment(name: name, bytes: isTable ? MailPacks.sltRows(ofFindings: bytes) : bytes))
        }
        let text = sltHeadlineText(of: page) + Array(MailWords.whatIsAttached.utf8)
        var messages: [OutboxMessage] = []
        for (number, address) in addresses(school.settings.mail.slt, "slt").enumerated() {
            messages.append(
                message(
                    "slt-\(number + 1).eml", to: address, subject: MailWords.forSLT(title), text: text,
                    attachments: attachments))
        }
        return messages
    }

    /// A findings.csv without the rows that the safeguarding lead alone may read.
    static func sltRows(ofFindings table: [UInt8]) -> [UInt8] {
        guard let text = try? decodeText(table) else { return table }
        let all = records(in: text.bytes, delimiter: .comma).records.map(\.texts)
        guard let audience = all.first?.firstIndex(of: "audience") else { return table }
        var writer = RecordWriter()
        for (place, row) in all.enumerated()
        where place == 0 || !Finding.Audiences(text: row[audience]).isForLeadAlone {
            writer.write(row)
        }
        return writer.bytes
    }

    // MARK: The safeguarding lead

    /// The page of the designated safeguarding lead, if this week has one.
    mutating func leadPack() throws(MailPackError) -> [OutboxMessage] {
        guard try files("").contains("dsl.txt") else { return [] }
        let text = try read("dsl.txt")
        let leads = addresses(school.settings.mail.dsl, "dsl")
        if leads.isEmpty {
            problems.append(
                Problem(
                    "school.toml", code: "no-address", MailWords.noLead, fix: MailWords.giveLead, severity: .note))
        }
        return leads.enumerated().map { number, address in
            message(
                "dsl-\(number + 1).eml", to: address, subject: MailWords.forLead(title), text: text,
                attachments: [])
        }
    }

    private mutating func addresses(_ texts: [String], _ key: String) -> [MailAddress] {
        var found: [MailAddress] = []
        for text in texts {
            guard let address = MailAddress(text) else {
                problems.append(
                    Problem(
                        "school.toml", code: "bad-address", MailWords.noAddress(in: key), fix: MailWords.mendAddress))
                continue
            }
            if !found.contains(address) { found.append(address) }
        }
        return found
    }

    // MARK: Classes

    /// Each class's list of families, to the lead staff of its sessions.
    mutating func classPacks() throws(MailPackError) -> [OutboxMessage] {
        let (leads, pages) = (try leadStaff(), try filedPages())
        let (book, lookup) = (FamilyBook(school), PersonLookup(school: school))
        var messages: [OutboxMessage] = []
        for folder in try folders("classes") {
            let table = try read("classes/\(folder)/parents.csv")
            // A class whose families need no contact needs no message.
            guard let code = MailPacks.rows(table).first?["class"] else { continue }
            let own = leads.filter { $0.classKeys.contains(ClassCode(code).key) }
            let staff = Set(own.map(\.address)).sorted { $0.text < $1.text }
            if staff.isEmpty {
                problems.append(note("classes/\(folder)", MailWords.noClassLead))
            }
            if let row = MailPacks.rows(table).first(where: { !isCurrent($0, book, lookup) }) {
                let id = PlainText.clean(row["pupil_id"] ?? "", limit: 60)
                throw .old(message: MailWords.oldContact("classes/\(folder)/parents.csv", pupil: id, week))
            }
            let text = try read("classes/\(folder)/parents.txt")
            for (number, address) in staff.enumerated() {
                messages.append(
                    message(
                        "class-\(folder)-\(number + 1).eml", to: address,
                        subject: MailWords.forClass(code, title), text: text,
                        attachments: [MailMessage.Attachment(name: "parents.csv", bytes: table)]
                            + (try attachments(of: own.filter { $0.address == address }, pages))))
            }
        }
        return messages
    }

    /// Whether the contact of a line is one whom the roster of today lets the school use for this pupil.
    private func isCurrent(_ row: [String: String], _ book: FamilyBook, _ lookup: PersonLookup) -> Bool {
        let values = ["contact_name", "email", "phone"].compactMap { row[$0] }.filter { !$0.isEmpty }
        guard !values.isEmpty, let id = row["pupil_id"] else { return true }
        guard let pupil = lookup.pupils(id).first else { return false }
        return school.roster.pupils[pupil].contacts.contains { contact in
            !FamilyBook.isBarred(contact)
                && (row["email"] == PlainText.clean(contact.email ?? "")
                    || row["contact_name"] == FamilyBook.name(of: contact))
        }
    }

    /// A session of the log, and the school addresses of who led it.
    private struct Led {
        /// Its date, start and class, as every table has them.
        var place: [String]
        var classKeys: [String]
        var address: MailAddress
    }

    private func leadStaff() throws(MailPackError) -> [Led] {
        let lookup = PersonLookup(school: school)
        var leads: [Led] = []
        for row in MailPacks.rows(try read("session-log.csv")) {
            let code = row["lead_staff"] ?? ""
            let found =
                lookup.staff(code).isEmpty
                ? lookup.staff(String(code.split(separator: " ").first ?? "")) : lookup.staff(code)
            guard found.count == 1, let email = school.roster.staff[found[0]].email,
                school.settings.isSchoolAddress(email), let address = MailAddress(email)
            else { continue }
            leads.append(
                Led(
                    place: MailPacks.place(of: row), classKeys: classCodes(in: row["class"] ?? "").map(\.key),
                    address: address))
        }
        return leads
    }

    private static func place(of row: [String: String]) -> [String] {
        ["date", "start", "class"].map { row[$0] ?? "" }
    }

    private func attachments(
        of lessons: [Led], _ pages: [[String]: Set<String>]
    ) throws(MailPackError) -> [MailMessage.Attachment] {
        var attachments: [MailMessage.Attachment] = []
        for name in Set(lessons.flatMap { pages[$0.place] ?? [] }).sorted() {
            attachments.append(.init(name: name, bytes: try read("\(LessonPageFile.folder)/\(name)")))
        }
        return attachments
    }

    /// The names of the pages that are filed, by the places of their lessons.
    private func filedPages() throws(MailPackError) -> [[String]: Set<String>] {
        let filed = Set(try files(LessonPageFile.folder))
        if filed.isEmpty { return [:] }
        var pages: [[String]: Set<String>] = [:]
        for row in MailPacks.rows(try read("entrants.csv")) {
            let place = MailPacks.place(of: row)
            let name =
                LessonPageFile.name(day: place[0], time: place[1], classText: place[2], key: row["session"] ?? "")
                + ".html"
            if filed.contains(name) { pages[place, default: []].insert(name) }
        }
        return pages
    }

    // MARK: Families

    /// One message for each letter whose family may be written to by e-mail, to that contact only.
    mutating func letters() throws(MailPackError) -> [OutboxMessage] {
        var rows: [[String: String]] = []
        for folder in try folders("classes") { rows += MailPacks.rows(try read("classes/\(folder)/parents.csv")) }
        let families = Dictionary(grouping: rows) { $0["family"] ?? "" }
        let names = SafeFileNames(families.keys)
        let byStem = Dictionary(families.map { (names[$0.key], $0.value) }, uniquingKeysWith: { a, _ in a })
        let book = FamilyBook(school)
        let reached = try reachedSince(rows, book)
        var messages: [OutboxMessage] = []
        for folder in try folders("letters") {
            for file in try files("letters/\(folder)") {
                let text = try read("letters/\(folder)/\(file)")
                if isAbout(reached, text) {
                    problems.append(
                        Problem(
                            "letters/\(folder)/\(file)", code: "reached",
                            MailWords.reached, fix: MailWords.runAgain, severity: .note))
                    continue
                }
                guard let (address, pupils) = recipient(of: file, String(decoding: text, as: UTF8.self), byStem, book)
                else {
                    problems.append(note("letters/\(folder)/\(file)", MailWords.noFamilyAddress))
                    continue
                }
                messages.append(
                    letter("letter-\(folder)-\(file.dropLast(4)).eml", to: address, about: pupils, text))
            }
        }
        return messages
    }

    /// Pupils whom a letter need not speak of: their family was reached on or after their last certain miss, and
    /// nothing else is the reason. By their name and id in the lists.
    private func reachedSince(_ rows: [[String: String]], _ book: FamilyBook) throws(MailPackError) -> Set<String> {
        let contacted = school.records.followUps.filter { $0.kind == .contacted }
        if contacted.isEmpty { return [] }
        var lastMiss: [String: Day] = [:]
        for row in MailPacks.rows(try read("pupils.csv")) where row["status"] == PupilStatus.nonJoiner.rawValue {
            guard let id = row["id"], let day = row["date"].flatMap({ Day(iso: $0) }) else { continue }
            lastMiss[id] = max(day, lastMiss[id] ?? day)
        }
        let lookup = PersonLookup(school: school)
        let closed = rows.filter { row in
            guard row["reasons"] == RuleID.nonJoiner.rawValue, let id = row["pupil_id"], let missed = lastMiss[id],
                let pupil = lookup.pupils(id).first
            else { return false }
            let family = book.members[book.familyOf[pupil]]
            return contacted.contains { family.contains($0.pupil) && $0.day >= missed }
        }
        return Set(closed.compactMap { $0["pupil"] })
    }

    private func isAbout(_ names: Set<String>, _ text: [UInt8]) -> Bool {
        let text = String(decoding: text, as: UTF8.self)
        return names.contains { contains(text, $0) }
    }

    /// The contact that the letter is for: as the roster has it now, and as the report had it.
    ///
    /// A family of half-siblings may have several letters; each is of the children that it names.
    private func recipient(of file: String, _ text: String, _ byStem: [String: [[String: String]]], _ book: FamilyBook)
        -> (MailAddress, [Pupil.Index])?
    {
        let stem = String(file.dropLast(4))
        let rows = byStem[stem] ?? byStem[String(stem.prefix(upTo: stem.lastIndex(of: "-") ?? stem.endIndex))] ?? []
        let lookup = PersonLookup(school: school)
        let pupils = rows.compactMap { row in lookup.pupils(row["pupil_id"] ?? "").first }
        guard !rows.isEmpty, pupils.count == rows.count else { return nil }
        var (found, named): (Set<MailAddress>, [Pupil.Index]) = ([], [])
        for (pupil, row) in zip(pupils, rows) where text.utf8.count > 0 && contains(text, row["pupil"] ?? "") {
            guard case .contact(let contact) = book.choice(for: pupil, listed: pupils), let email = contact.email,
                let address = MailAddress(email),
                row["email"] == email
            else { return nil }
            found.insert(address)
            named.append(pupil)
        }
        return found.count == 1 ? found.first.map { ($0, named) } : nil
    }

    private func contains(_ text: String, _ part: String) -> Bool {
        !part.isEmpty && Array(text.utf8).firstRange(of: Array(part.utf8)) != nil
    }

    // MARK: Parts

    /// In the language that the letter is in, with its own subject.
    private func letter(_ file: String, to address: MailAddress, about pupils: [Pupil.Index], _ text: [UInt8])
        -> OutboxMessage
    {
        let language = templates.language(of: pupils, in: school)
        let subject =
            templates[language.code].head.subject(school: school.settings.name)
            ?? MailWords.forFamily(school.settings.name)
        var message = message(file, to: address, subject: subject, text: text, attachments: [])
        message.message.replyTo = MailAddress(school.settings.email)
        if language.code != LetterLanguage.english.code { message.message.language = language.code }
        if templates[language.code].head.isRightToLeft {
            message.message.page = letterPage(message.message.text, title: subject, language: language.code)
        }
        return message
    }

    private func message(
        _ file: String, to: MailAddress, subject: String, text: [UInt8], attachments: [MailMessage.Attachment]
    ) -> OutboxMessage {
        // Of the week, the message and the recipient, not of the text: the same letter with another date is the same
        // letter.
        let digest = sha256(Array("\(school.settings.name)\n\(week.iso)\n\(file)\n\(to.text)".utf8)).utf8.prefix(32)
        let id = String(
            decoding: digest.map { $0.isASCIIDigit ? $0 - .digitZero + UInt8(ascii: "g") : $0 }, as: UTF8.self)
        return OutboxMessage(
            file: file,
            message: MailMessage(
                from: from, to: to, subject: subject, date: now, zone: school.settings.zone, id: id.lowercased(),
                text: String(
                    decoding: text.starts(with: ByteOrderMark.utf8) ? Array(text.dropFirst(3)) : text, as: UTF8.self),
                attachments: attachments))
    }

    private func note(_ file: String, _ what: String) -> Problem {
        Problem(file, code: "not-addressed", what, fix: MailWords.addAddress, severity: .note)
    }

    private func read(_ name: String) throws(MailPackError) -> [UInt8] {
        do throws(ReadingError) {
            return try readOrdinaryFile(reports.appending(name), limit: 64 * 1_048_576).bytes
        } catch {
            if case .system(let failure) = error, failure.isMissing {
                throw .missing(
                    message: MailWords.noReport(PlainText.clean(reports.appending(name).text, limit: 200)))
            }
            throw .unreadable(message: Problem(reading: name, error).message)
        }
    }

    private func folders(_ name: String) throws(MailPackError) -> [String] { try entries(name, .folder) }
    private func files(_ name: String) throws(MailPackError) -> [String] { try entries(name, .file) }

    private func entries(_ name: String, _ kind: FileKind) throws(MailPackError) -> [String] {
        do throws(SystemError) {
            guard try fileEntry(at: reports.appending(name)) != nil else { return [] }
            return try folderEntries(reports.appending(name)).filter { $0.kind == kind }.map {
                String(decoding: $0.path.name, as: UTF8.self)
            }
        } catch { throw .unreadable(message: error.message(doing: MailWords.notReadable)) }
    }

    /// A report's rows by column name, with the guard against formulas taken off.
    static func rows(_ table: [UInt8]) -> [[String: String]] {
        guard let text = try? decodeText(table) else { return [] }
        let all = records(in: text.bytes, delimiter: .comma).records.map(\.texts)
        return all.dropFirst().map { row in
            Dictionary(
                zip(
                    all[0],
                    row.map {
                        $0.utf8.first == .apostrophe && startsFormula(String($0.dropFirst()))
                            ? String($0.dropFirst()) : $0
                    }), uniquingKeysWith: { a, _ in a })
        }
    }
}
