import Foundation
import Templates
import Testing

@testable import WhoJoinedKit

struct LetterTemplatesTests {
    @Test func `every file of the Templates folder is embedded under its own path`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../Templates"
        ).standardizedFileURL
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            !folder.appendingPathComponent($0).hasDirectoryPath
        }
        #expect(paths.sorted() == embeddedTemplates.map(\.file).sorted())
        for path in paths {
            #expect(
                try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) == embeddedTemplate(path))
        }
    }

    @Test func `the built-in templates have no mistake and can all be filled`() throws {
        #expect(checkTemplates(embeddedTemplates) == [])
        for (file, _) in embeddedTemplates where file.contains("letters/") {
            let template = LetterTemplates.builtIn[String(file.dropFirst(8).prefix(2))]
            let text = String(
                decoding: template.filled([.school: .text("S"), .children: .list([[.name: .text("N")]])]), as: UTF8.self
            )
            #expect(text.contains(template.head.isRightToLeft ? "\u{2068}S\u{2069}\n" : "S\n"))
            #expect(!text.contains("{{"))
        }
    }

    @Test(arguments: [
        ("Hello {{nam}}", 1, "template-placeholder"), ("a\n{{name", 2, "template-tag"),
        ("{{#late}}x", 1, "template-section"),
        ("x\n\n{{/late}}", 3, "template-section"), ("{{#late}}{{#missed}}{{/late}}{{/missed}}", 1, "template-section"),
        ("{{>other}}", 1, "template-placeholder"), ("{{=<% %>=}}", 1, "template-placeholder"),
    ])
    func `a broken template is named with its line`(text: String, line: Int, code: String) {
        let problem = checkTemplates([("letters/en.txt", text)]).first
        #expect(problem?.line == line)
        #expect(problem?.code == code)
        #expect(problem?.file == "Templates/letters/en.txt")
    }

    @Test(arguments: [
        ("{{school}}, {{&school}}, {{{ school }}}", "S, S, S"), ("a{{! no }}b", "ab"), ("a\n  {{! no }} \nb", "a\nb"),
        ("{{#children}}\n{{name}} of {{school}}\n{{/children}}\nend", "N of S\nM of S\nend"),
        ("{{#children}}{{name}}{{/children}}", "NM"),
        ("{{#contact}}Dear {{contact}}{{/contact}}{{^contact}}Hello{{/contact}}", "Hello"),
        ("{{#school}}Dear {{school}}{{/school}}{{^school}}no{{/school}}", "Dear S"),
        ("{{^late}}none{{/late}}{{#late}}some{{/late}}", "none"),
        ("{{#support}}yes{{/support}}\r\n{{#support}}\r\nx\r\n{{/support}}\r\n", "yes\r\nx\r\n"),
        ("{{#children}}{{#support}}{{name}}{{/support}};{{/children}}", "N;M;"), ("{{lesson}}", ""), ("", ""),
    ])
    func `a template is filled as it says`(template: String, letter: String) throws {
        let values: LetterValues = [
            .school: .text("S"), .support: .yes, .late: .list([]),
            .children: .list([[.name: .text("N")], [.name: .text("M")]]),
        ]
        #expect(try String(decoding: LetterTemplate(template).filled(values), as: UTF8.self) == letter)
    }

    @Test(arguments: ["A", "", "{{name}}", "0", "é\r\n"])
    func `letters of one template have each their own texts`(name: String) throws {
        let template = try LetterTemplate("{{name}}: {{#missed}}{{day}} {{name}}, {{/missed}}{{^contact}}-{{/contact}}")
        func letter(_ name: String, _ days: [String], contact: String? = nil) -> String {
            var values: LetterValues = [.name: .text(name), .missed: .list(days.map { [.day: .text($0)] })]
            if let contact { values[.contact] = .text(contact) }
            return String(decoding: template.filled(values), as: UTF8.self)
        }
        #expect(letter("first", ["1", "2"]) == "first: 1 first, 2 first, -")
        #expect(letter(name, ["3", "4"]) == "\(name): 3 \(name), 4 \(name), -")
        #expect(letter(name, ["5"]) == "\(name): 5 \(name), -")
        #expect(letter(name, ["6", "7"], contact: "") == "\(name): 6 \(name), 7 \(name), ")
    }

    @Test(arguments: [
        ("pl", "pl", nil), ("Polish", "pl", nil), ("ro-RO", "ro", nil), ("Klingon", "en", nil), (nil, "en", nil),
        ("", "en", nil), ("English", "en", nil), ("Urdu", "en", "Urdu"), ("ar-SY", "en", "Arabic"),
        ("Somali", "en", "Somali"), ("Welsh", "en", "Welsh"), ("xx", "en", nil),
    ])
    func `a family gets its language if there is a template that was reviewed`(
        home: String?, code: String, untranslated: String?
    ) {
        let language = LetterTemplates.builtIn.language(for: home, unreviewed: false)
        #expect(language == LetterLanguage(code: code, untranslated: untranslated))
    }

    @Test(arguments: ["ur", "bn", "ar", "uk", "tr", "cy"])
    func `a text nobody has looked at is marked, and used when the school says so`(code: String) throws {
        let templates = LetterTemplates.builtIn
        #expect(templates[code].head.isUnreviewed)
        #expect(templates.language(for: code, unreviewed: true) == LetterLanguage(code: code))
        let text = try #require(embeddedTemplate("letters/\(code).txt"))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let reviewed = lines.filter { !$0.contains("unreviewed") }.joined(separator: "\n")
        let own = LetterTemplates([("letters/\(code).txt", reviewed)])
        #expect(own.language(for: code, unreviewed: false) == LetterLanguage(code: code))
    }

    @Test func `every language has its months, days and a subject`() {
        for code in ["ar", "bn", "cy", "en", "es", "pl", "pt", "ro", "tr", "uk", "ur"] {
            let head = LetterTemplates.builtIn[code].head
            #expect(head.months.count == 12 && head.weekdays.count == 7, "\(code)")
            #expect(head.subject(school: "Oakfield")?.contains("Oakfield") == true, "\(code)")
        }
        let day = Day(iso: "2026-11-16")!
        #expect(LetterTemplates.builtIn["pl"].head.text(of: day) == "16 listopada 2026 r.")
        #expect(LetterTemplates.builtIn["es"].head.text(of: day) == "16 de noviembre de 2026")
        #expect(LetterTemplates.builtIn["uk"].head.weekday(of: day) == "понеділок")
    }

    @Test func `a head with eleven months is named with its line`() {
        let problem = checkTemplates([("letters/pl.txt", "{{! subject: x }}\n{{! months: a, b }}\n{{school}}\n")]).first
        #expect(problem?.line == 2 && problem?.code == "template-head")
    }

    // MARK: letters

    private func letter(lessons: Int = 1, _ change: (inout SampleWeek) -> Void = { _ in }) -> String {
        var sample = SampleWeek()
        sample.addPeople()
        for day in 0..<lessons { sample.addLesson(day, present: [0, 1, 3, 4, 5, 6]) }
        change(&sample)
        return text("letters/4B/F1002.txt", in: reportsInTurn(sample.result))
    }

    @Test func `one miss is a sentence, several are one sentence and a list`() {
        let english: (inout SampleWeek) -> Void = { $0.school.roster.pupils[2].language = nil }
        #expect(
            letter(english).contains(
                "We missed Tomasz Nowak in the online lesson on Monday 16 November at 09:00 (Maths).\n"))
        let three = letter(lessons: 3, english)
        #expect(three.components(separatedBy: "We missed").count == 2)
        #expect(
            three.contains(
                """
                We missed Tomasz Nowak in these online lessons:
                - Monday 16 November at 09:00 (Maths)
                - Tuesday 17 November at 09:00 (Maths)
                - Wednesday 18 November at 09:00 (Maths)

                """))
    }

    @Test func `date and weekday are in the letter's language`() {
        #expect(
            letter().contains("na lekcji online w dniu 16 listopada 2026 r. (poniedziałek) o godzinie 09:00 (Maths)."))
        #expect(letter().contains("Oakfield Primary\n21 listopada 2026 r.\n"))
    }

    @Test func `the school's telephone, e-mail and office stand below, if they are given`() {
        #expect(letter().hasSuffix("Z poważaniem\nOakfield Primary\n"))
        let full = letter {
            ($0.school.settings.phone, $0.school.settings.email) = ("01632 960123", "office@oakfield.example")
            $0.school.settings.office = "Mrs M. Rowe"
        }
        #expect(
            full.hasSuffix(
                "Mrs M. Rowe\nOakfield Primary\nTelefon: 01632 960123\nE-mail: office@oakfield.example\n"))
    }

    @Test func `where a device is known to be lacking it is not asked whether one is`() {
        let noted = letter { sample in
            sample.school.roster.pupils[2].language = nil
            sample.weekly = [
                SampleWeek.finding(
                    .unableToAccess, .followUp, .pupil, pupil: 2, evidence: [Evidence(file: "notes.csv", line: 2)])
            ]
        }
        #expect(noted.contains("has been lacking at home. Is that still so?"))
        #expect(!noted.contains("Is there anything that makes joining difficult"))
        #expect(letter { $0.school.roster.pupils[2].language = nil }.contains("makes joining difficult"))
    }

    @Test func `a letter that is in English instead says so`() {
        let letter = letter { $0.school.roster.pupils[2].language = "Urdu" }
        #expect(letter.contains("We do not have this letter in Urdu yet."))
        #expect(letter.contains("Dear Mrs Nowak,"))
        var sample = SampleWeek()
        sample.addPeople()
        sample.school.roster.pupils[2].language = "Urdu"
        let notes = LetterTemplates.builtIn.notes(on: sample.school)
        #expect(notes.map(\.file) == ["Templates/letters/ur.txt"] && notes[0].severity == .note)
        #expect(notes[0].what.contains("about 1 pupil are in English"))
    }

    @Test(arguments: ["ur", "ar"])
    func `a letter from right to left keeps names in their own direction, and each line begins in its script`(
        code: String
    ) {
        let letter = letter(lessons: 2) {
            $0.school.roster.pupils[2].language = code
            $0.school.settings.takesUnreviewedLetters = true
        }
        #expect(letter.contains("\u{2068}Tomasz Nowak\u{2069}"))
        for line in letter.split(separator: "\n") {
            // What is isolated does not decide a line's direction.
            var (depth, first) = (0, Unicode.Scalar?.none)
            for scalar in line.unicodeScalars {
                if scalar == "\u{2068}" { depth += 1 }
                if scalar == "\u{2069}" { depth -= 1 }
                if depth == 0, scalar.properties.isAlphabetic {
                    first = scalar
                    break
                }
            }
            #expect(first.map { (0x600...0x6FF).contains($0.value) } ?? true, "\(line)")
        }
        let page = letterPage(letter, title: "S", language: code)
        #expect(page.contains("<html lang=\"\(code)\" dir=\"rtl\">") && page.contains("<bdi>Tomasz Nowak</bdi>"))
    }

    @Test(arguments: ["{{school}}", "{{#children}}", "<b>&amp;</b>", "${7*7}", "{{{name}}}"])
    func `a name that looks like a template comes out as that name`(name: String) throws {
        var sample = SampleWeek()
        sample.addPeople()
        sample.school.roster.pupils[2].main = PersonName(given: name, family: "Nowak")
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        let letter = text("letters/4B/F1002.txt", in: reportsInTurn(sample.result))
        #expect(letter.contains("\(name) Nowak"))
    }
}
