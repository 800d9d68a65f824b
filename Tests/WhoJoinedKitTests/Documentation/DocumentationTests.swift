import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

/// README.md, CONTRIBUTING.md and the pages name everything there is, and nothing that is not.
struct DocumentationTests {
    static let root = Story.folder.deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    private func page(_ name: String) throws -> String {
        try text("Sources/WhoJoinedKit/WhoJoinedKit.docc/\(name).md")
    }

    @Test func `Rules lists every rule`() throws {
        let rules = try page("Rules")
        for rule in RuleID.allCases { #expect(rules.contains("| `\(rule.rawValue)` |"), "\(rule.rawValue)") }
    }

    @Test func `Settings lists every setting of the rules and of the ladder, with what it may be`() throws {
        let rows = RuleBook.parameters.map { parameter in
            let allowed =
                switch parameter.kind {
                case .number(let range, let isWhole):
                    "\(SettingValue.number(range.lowerBound)) to \(SettingValue.number(range.upperBound))"
                        + (isWhole ? ", whole" : "")
                case .flag: "`true` or `false`"
                case .names: "a list of names"
                case .platforms: "any of " + Platform.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
                }
            let section = parameter.section.path.joined(separator: ".")
            return "| `[\(section)]` | `\(parameter.key)` | `\(parameter.defaultSetting)` | \(allowed) |\n"
        }
        let table = "| section | key | if not set | may be |\n|---|---|---|---|\n" + rows.joined()
        #expect(try page("Settings").contains(table), "\(table)")
    }

    @Test func `each rule is explained on one page of its family`() throws {
        let pages = try ["Joining", "Strangers", "Adults", "Calls"].map { try page($0) }
        let heads = pages.flatMap { $0.split(separator: "\n").filter { $0.hasPrefix("### ") } }
            .flatMap { $0.dropFirst(4).components(separatedBy: ", ") }
        for rule in RuleID.allCases {
            let pages = "Joining, Strangers, Adults and Calls"
            #expect(heads.count { $0 == rule.rawValue } == 1, "\(rule.rawValue): give it a heading in one of \(pages)")
        }
    }

    @Test func `Tables names every column that a school fills in, and shows the headers that it gets`() async throws {
        let tables = try page("Tables")
        for layout in SchoolCSV.Layout.all + [.guests] {
            let section = try #require(tables.components(separatedBy: "#### \(layout.file)\n").dropFirst().first)
            let own = try #require(section.components(separatedBy: "\n###").first)
            for column in layout.columns { #expect(own.contains("`\(column)`"), "\(layout.file): \(column)") }
        }
        for kind in SessionKind.allCases { #expect(tables.contains("`\(kind.rawValue)`"), "\(kind)") }
        for kind in HostNote.Kind.allCases { #expect(tables.contains("`\(kind.rawValue)`"), "\(kind)") }
        for kind in Approval.Kind.allCases { #expect(tables.contains("`\(kind.rawValue)`"), "\(kind)") }
        let report = try await Story(name: "zoom-week").played().report.filter { $0.key.hasSuffix(".csv") }
        #expect(report.count > 8)
        for (file, bytes) in report {
            let header = try #require(try cells(in: bytes).first).joined(separator: ",")
            #expect(tables.contains("```\n\(header)\n```"), "\(file): \(header)")
        }
    }

    @Test func `Commands lists every command`() throws {
        let commandsPage = try page("Commands")
        let tool = try text("Sources/whojoined/WhoJoined.swift")
        let sources = try ordinaryFiles(below: Self.root.appending(path: "Sources/whojoined")).map {
            try text("Sources/whojoined/\($0)")
        }
        let commands = sources.flatMap { names(after: "commandName: \"", in: $0) }.filter { $0 != "whojoined" }
        #expect(commands.count >= names(after: "Command.self", in: tool).count && !commands.isEmpty)
        for command in commands { #expect(commandsPage.contains("`\(command)"), "\(command)") }
    }

    @Test func `Exports says of every format what it can tell, as the format itself says it`() throws {
        let page = try page("Exports").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        func row(_ name: String, _ tells: FormatTells) -> String {
            let file = "\"\(name)\"" + (tells.note.map { " (\($0))" } ?? "")
            let cells = [tells.times, tells.camera, tells.external, tells.consent, tells.waitingRoom].map { $0 ?? "–" }
            return "| "
                + ([tells.platform == .other ? "any" : tells.platform.title, file] + cells).joined(separator: " | ")
                + " |"
        }
        let rows =
            platformFormats.map { row($0.name, $0.tells) } + [
                row(OwnColumns.name, OwnColumns.tells), row(NamesOnly.name, NamesOnly.tells),
            ]
        #expect(page.map(String.init) == rows)
    }

    @Test func `RosterFormats names every key of the map of columns`() throws {
        let formats = try page("RosterFormats")
        for field in RosterField.allCases { #expect(formats.contains("`\(field.rawValue)`"), "\(field.rawValue)") }
    }

    @Test func `Rosters names every layout of a roster`() throws {
        let rosters = try page("Rosters")
        for family in flatColumnMaps { #expect(rosters.contains(family.name), "\(family.name)") }
        let names = [
            "oneroster": "OneRoster", "sds-v2.1": "V2.1", "sds-v1": "School Data Sync V1", "flat": "CSV reports",
            "linked-set": "Apple School Manager",
        ]
        for layout in rosterLayouts { #expect(rosters.contains(try #require(names[layout.name])), "\(layout.name)") }
    }

    @Test func `Rules says of every rule in which presets it is on`() throws {
        let rows = try page("Rules").split(separator: "\n").filter { $0.hasPrefix("| `") }
        let presets = try ["zoom-primary", "meet-primary", "online-provision"].map { preset in
            let blocks = try text("Templates/\(preset).toml").components(separatedBy: "\n[rules.").dropFirst()
            let rules = Set(blocks.filter { $0.contains("on = true") }.map { String($0.prefix { $0 != "]" }) })
            return (name: String(preset.prefix { $0 != "-" }), rules: rules)
        }
        for rule in RuleID.allCases {
            let row = try #require(rows.first { $0.hasPrefix("| `\(rule.rawValue)` |") })
            let names = presets.filter { $0.rules.contains(rule.rawValue) }.map(\.name)
            let word = names.count == presets.count ? "all" : names.isEmpty ? "none" : names.joined(separator: ", ")
            #expect(row.hasSuffix("| \(word) |"), "\(rule.rawValue)")
        }
    }

    @Test func `every folder and list that CONTRIBUTING and HowToAdd speak of is there`() throws {
        let contributing = try text("CONTRIBUTING.md")
        for top in ["SampleData", "Templates", "Tests/Bench", "Tests/Torture"] {
            #expect(contributing.contains("`\(top)`"))
            #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: top).path), "\(top)")
        }
        let lists = [
            "platformFormats": "Import/Exports/PlatformFormats.swift",
            "flatColumnMaps": "Import/Rosters/FlatColumnMaps.swift",
            "rosterLayouts": "Import/Rosters/RosterLayouts.swift", "RuleBook": "Policy/RuleBook.swift",
            "matchLadder": "Match/Linking/MatchLadder.swift",
        ]
        let howToAdd = try page("HowToAdd")
        for (list, file) in lists {
            #expect(howToAdd.contains("`\(list)"), "\(list)")
            #expect(try text("Sources/WhoJoinedKit/\(file)").contains(list), "\(list)")
        }
    }

    @Test func `Commands lists every exit code`() throws {
        let commands = try page("Commands")
        for code in [0, 3, 4, 64, 65, 66, 73, 74, 75, 78] {
            let status = try #require(ExitStatus(rawValue: Int32(code)))
            #expect(commands.contains("| \(status.rawValue)") || commands.contains(", \(status.rawValue) |"))
        }
    }

    @Test func `Commands shows a lesson's page as it is printed`() async throws {
        let school = try await Story(name: "zoom-week").played().school
        var lesson = LessonRun()
        lesson.options.school = HostPath(school.path)
        lesson.options.now = "2026-10-07T10:30:00"
        lesson.exports = [school.appending(path: "inbox/wednesday/participants_81123456789_2026_10_07.csv").path]
        let page = String(decoding: await lesson.run().output, as: UTF8.self)
        #expect(try self.page("Commands").contains("```\n\(page)```"), "\(page)")
    }

    @Test func `Outputs names every file with its reader, and shows how pages begin`() async throws {
        let outputs = try page("Outputs")
        let school = try Story(name: "zoom-week").copy()
        defer { try? FileManager.default.removeItem(at: school.deletingLastPathComponent()) }
        let settings = school.appending(path: "school.toml")
        let mail =
            "\n[mail]\nfrom = \"office@hazelbrook.example\"\nslt = [\"head@hazelbrook.example\"]\ndsl = [\"dsl@hazelbrook.example\"]\n"
        try (try String(contentsOf: settings, encoding: .utf8) + mail).write(
            to: settings, atomically: true, encoding: .utf8)
        var options = RunOptions()
        (options.school, options.now) = (HostPath(school.path), "2026-10-10T08:00:00")
        var lesson = LessonRun()
        (lesson.options, lesson.isSaved) = (options, true)
        lesson.exports = [school.appending(path: "inbox/wednesday/participants_81123456789_2026_10_07.csv").path]
        var week = WeekRun()
        (week.options, week.week) = (options, "2026-W41")
        var messages = MailRun()
        (messages.options, messages.week, messages.hasLetters) = (options, "2026-W41", true)
        #expect(await lesson.run().status == .done)
        #expect(await week.run().status == .done)
        #expect(messages.run().status == .done)
        let reports = school.appending(path: "reports/2026-W41")
        let files = ordinaryFiles(below: reports)
        #expect(files.count > 20)
        for file in files { #expect(outputs.contains("`\(placeholders(file))`"), "\(file)") }
        let shown = outputs.matches(of: #/(?s)\n`([^`]+)`, for [^\n]+:\n\n```\n(.*?)\n```/#)
        #expect(shown.count == 5)
        for example in shown {
            let page = try String(contentsOf: reports.appending(path: String(example.1)), encoding: .utf8)
            #expect(page.hasPrefix(String(example.2)), "\(example.1) begins otherwise:\n\(page.prefix(1500))")
        }
    }

    /// `classes/CLASS/slt.txt` for `classes/4B/slt.txt`.
    private func placeholders(_ file: String) -> String {
        file.replacing(#/^(classes|letters)\/[^\/]+\//#) { "\($0.1)/CLASS/" }
            .replacing(#/^letters\/CLASS\/.*\.txt$/#, with: "letters/CLASS/FAMILY.txt")
            .replacing(#/^lessons\/.*\./#, with: "lessons/LESSON.")
            .replacing("outbox/files.sha256", with: "files.sha256")
            .replacing(#/^outbox\/class-.*-1\.eml$/#, with: "outbox/class-CLASS-1.eml")
            .replacing(#/^outbox\/letter-.*\.eml$/#, with: "outbox/letter-CLASS-FAMILY.eml")
    }

    @Test func `README has an example row for every table that a school writes`() async throws {
        let block = try #require(try text("README.md").components(separatedBy: "```\n# ").dropFirst().first)
        let tables = try #require(block.components(separatedBy: "\n```").first).components(separatedBy: "\n# ")
            .map { $0.components(separatedBy: "\n") }
        let school = try Story(name: "zoom-week").copy()
        defer { try? FileManager.default.removeItem(at: school.deletingLastPathComponent()) }
        for table in tables {
            #expect(table.count == 3, "\(table)")
            let content = table.dropFirst().joined(separator: "\n") + "\n"
            try content.write(to: school.appending(path: table[0]), atomically: true, encoding: .utf8)
        }
        for layout in SchoolCSV.Layout.all + [.guests] {
            let table = try #require(tables.first { $0[0] == layout.file }, "\(layout.file)")
            #expect(table[1] == layout.columns.joined(separator: ","))
        }
        var check = CheckRun()
        check.options.school = HostPath(school.path)
        check.options.now = "2026-10-07T10:30:00"
        let outcome = await check.run()
        let said = String(decoding: outcome.output, as: UTF8.self) + outcome.messages.joined(separator: "\n")
        for table in tables {
            #expect(!said.contains("\(table[0]):2"), "\(said)")
            #expect(!said.contains("\(table[0]): error"), "\(said)")
        }
    }

    @Test func `every page is in the index, and every link of README and of the pages leads somewhere`() throws {
        let folder = "Sources/WhoJoinedKit/WhoJoinedKit.docc"
        let pages = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: folder).path)
            .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
        let index = try page("WhoJoinedKit").components(separatedBy: "## Topics").last ?? ""
        #expect(pages.count > 7)
        for name in pages where name != "WhoJoinedKit" { #expect(index.contains("- <doc:\(name)>"), "\(name)") }
        for name in pages {
            let links = try page(name).components(separatedBy: "<doc:").dropFirst().map { $0.prefix { $0 != ">" } }
            for link in links { #expect(pages.contains(String(link)), "\(name): \(link)") }
        }
        let links = try text("README.md").components(separatedBy: "](").dropFirst().map { $0.prefix { $0 != ")" } }
        #expect(links.count > 7)
        for link in links {
            #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: String(link)).path), "\(link)")
        }
    }

    @Test func `every document that is named anywhere is there`() throws {
        let tops = ["Sources", "Tests", "Templates", "SampleData", ".ci", ".packaging"]
        let files =
            tops.flatMap { top in ordinaryFiles(below: Self.root.appending(path: top)).map { "\(top)/\($0)" } }
            + ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", "Package.swift"]
        let documents = Set(files.filter { $0.hasSuffix(".md") }.map { URL(filePath: $0).lastPathComponent })
        for file in files where !file.hasSuffix(".sqlite") {
            guard let text = try? text(file) else { continue }
            for part in text.components(separatedBy: ".md").dropLast() {
                let name = part.reversed().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
                #expect(name.isEmpty || documents.contains(String(name.reversed()) + ".md"), "\(file): \(name)")
            }
        }
        #expect(documents.count > 15)
    }

    @Test func `every folder in the picture of the architecture is there, and every folder of the Kit is in it`() throws
    {
        let contributing = try text("CONTRIBUTING.md")
        let named = names(after: "`Sources/", in: contributing)
        #expect(named.count > 5)
        for folder in named {
            #expect(
                FileManager.default.fileExists(atPath: Self.root.appending(path: "Sources/\(folder)").path), "\(folder)"
            )
        }
        let kit = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources/WhoJoinedKit").path)
        for folder in kit where !folder.contains(".") { #expect(named.contains("WhoJoinedKit/\(folder)"), "\(folder)") }
    }

    @Test func `every rule and every setting of a preset has a clause`() throws {
        for preset in ["zoom-primary", "meet-primary", "online-provision"] {
            let blocks = try text("Templates/\(preset).toml").components(separatedBy: "\n[rules.").dropFirst()
            #expect(!blocks.isEmpty)
            for block in blocks { #expect(block.contains("clause = \""), "\(preset): \(block.prefix(30))") }
        }
    }

    /// `…`, a number and what stands behind a colon or in brackets are the example's.
    @Test func `Messages shows only messages that the program has`() throws {
        let sources = try sourceTexts(below: "Sources").joined().replacing(/"\s*\+\s*"/, with: "")
        let rows = try page("Messages").split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count > 15)
        for row in rows {
            let message = row.dropFirst(3).prefix { $0 != "`" && $0 != ":" }
            for words in message.split(separator: /\s*[…(0-9]+\s*/) {
                let isThere = sources.contains(words)
                #expect(isThere, "\(words)")
            }
        }
    }

    @Test func `the attacker's page names every rule of people and cover, and each of its tests is there`() throws {
        let page = try page("OnlyTheLink")
        let all = try sourceTexts(below: "Tests").joined()
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| tried") }
        #expect(rows.count > 25)
        for row in rows {
            let cited = row.components(separatedBy: " | ").last.map { names(after: "`", in: $0) } ?? []
            let titles = cited.filter { $0.count > 10 }
            #expect(!titles.isEmpty, "\(row)")
            for title in titles { #expect(all.contains("func `\(title)`"), "\(title)") }
        }
        let rules: [RuleID] = [
            .uninvited, .nonJoiner, .impersonation, .needsALook, .renamed, .adultPresent, .outsideAccount,
            .personalAccount, .unsupervised, .oneAdult, .oneToOne, .staffByNameOnly, .recordingBot, .afterRemoval,
            .rejoinedAfterRemoval,
        ]
        for rule in rules { #expect(page.contains("`\(rule.rawValue)`"), "\(rule.rawValue)") }
    }

    /// The Swift files there, but for this one.
    private func sourceTexts(below folder: String) throws -> [String] {
        let files = FileManager.default.enumerator(atPath: Self.root.appending(path: folder).path)
        return try (files?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("DocumentationTests.swift") }
            .map { try text("\(folder)/\($0)") }
    }

    /// What stands between each mark and the next quotation mark or backtick.
    private func names(after mark: String, in text: String) -> [String] {
        text.components(separatedBy: mark).dropFirst().map { String($0.prefix { $0 != "\"" && $0 != "`" }) }
    }
}
