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
            #expect(text.contains("S\n"))
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

    @Test(arguments: [("pl", "pl"), ("Polish", "pl"), ("ro-RO", "ro"), ("Klingon", "en"), (nil, "en"), ("", "en")])
    func `a family gets its language if there is a template`(home: String?, language: String) {
        #expect(LetterTemplates.builtIn.language(for: home) == language)
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
