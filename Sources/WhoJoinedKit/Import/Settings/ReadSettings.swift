import TOMLKit

/// Reads `school.toml` and the preset that it names.
///
/// - Parameter parameters: all that rules and the follow-up ladder let a school choose.
/// - Throws: all problems of the file (unknown keys with the nearest known one, impossible values), each with its line.
func readSettings(
    _ text: String, file: String, parameters: [any AnyParameter]
) throws(SettingsRefusal) -> SchoolSettings {
    var reader = try SettingsReader(text, file: file, parameters)
    let settings = reader.read()
    if !reader.problems.isEmpty {
        throw SettingsRefusal(problems: reader.problems.sorted { ($0.line ?? 0, $0.what) < ($1.line ?? 0, $1.what) })
    }
    return settings
}

struct SettingsRefusal: Error, Sendable {
    var problems: [Problem]
}

extension SchoolSettings {
    /// Without a policy there would be silence where a school expects its rules to be looked after.
    func requirePolicy(in file: String) throws(SettingsRefusal) {
        if namesPolicy { return }
        throw SettingsRefusal(problems: [
            Problem(
                file, line: 1, code: "no-policy", "there is no [policy], so no rule would be looked at",
                fix:
                    "write [policy] and below it preset = one of: \(Preset.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))"
            )
        ])
    }
}

/// Walks the tables of `school.toml` and takes what it knows; everything else is a problem with its line.
private struct SettingsReader {
    let file: String
    let root: TOMLTable
    private let text: String
    private let parameters: [ParameterSection: [any AnyParameter]]
    /// Asked for only where something is wrong.
    private lazy var lines = TOMLLines(text)
    var problems: [Problem] = []

    init(_ text: String, file: String, _ parameters: [any AnyParameter]) throws(SettingsRefusal) {
        self.file = file
        self.text = text
        self.parameters = Dictionary(grouping: parameters, by: \.section)
        // toml++ takes a C string: a NUL would silently end the file there.
        if let line = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).firstIndex(where: {
            $0.contains(0)
        }) {
            throw SettingsRefusal(problems: [
                Problem(
                    file, line: line + 1, code: "not-text", "the file holds a NUL byte, so it is damaged",
                    fix: "save it again as plain UTF-8 text")
            ])
        }
        if let line = lineOfBrokenBracket(in: text) { throw Self.notTOML(file, line) }
        do {
            root = try TOMLTable(string: text)
        } catch {
            throw Self.notTOML(file, (error as? TOMLParseError)?.source.begin.line)
        }
    }

    private static func notTOML(_ file: String, _ line: Int?) -> SettingsRefusal {
        SettingsRefusal(problems: [
            Problem(
                file, line: line, code: "not-toml", "this line is not valid TOML",
                fix: "write key = value, texts in double quotes, lists in [ ]; each key only once")
        ])
    }

    mutating func read() -> SchoolSettings {
        var settings = SchoolSettings()
        let sections = [
            "school", "policy", "rules", "follow-up", "mail", "week", "retention", "contacts", "letters", "roster",
            "schedule", "export",
        ]
        checkKeys(of: root, at: [], known: sections)
        if let school = table("school", in: root, at: []) { readSchool(school, into: &settings) }
        settings.policy = readPolicy()
        settings.namesPolicy = table("policy", in: root, at: []) != nil
        if let mail = table("mail", in: root, at: []) { readMail(mail, into: &settings) }
        if let week = table("week", in: root, at: []) { readWeek(week, into: &settings) }
        if let retention = table("retention", in: root, at: []) { readRetention(retention, into: &settings) }
        if let contacts = table("contacts", in: root, at: []) {
            checkKeys(of: contacts, at: ["contacts"], known: ["ask-means-yes"])
            settings.askMeansYes = switched("ask-means-yes", in: contacts, at: ["contacts"]) ?? false
        }
        if let letters = table("letters", in: root, at: []) {
            checkKeys(of: letters, at: ["letters"], known: ["unreviewed"])
            settings.takesUnreviewedLetters = switched("unreviewed", in: letters, at: ["letters"]) ?? false
        }
        settings.rosterColumns = readColumns("roster", known: RosterField.allCases.map(\.rawValue))
        settings.exportColumns = readColumns("export", known: ExportField.allCases.map(\.rawValue))
        settings.scheduleColumns = readColumns("schedule", known: appointmentFields)
        return settings
    }

    // MARK: Sections

    private mutating func readSchool(_ table: TOMLTable, into settings: inout SchoolSettings) {
        let at = ["school"]
        checkKeys(
            of: table, at: at,
            known: [
                "name", "domains", "time-zone", "date-order", "hours", "days-off", "retention-days", "phone", "email",
                "office", "dsl", "review-by",
            ])
        if let name = string("name", in: table, at: at) { settings.name = name }
        if let phone = string("phone", in: table, at: at) { settings.phone = phone }
        if let email = string("email", in: table, at: at) { settings.email = address(email, "email", at: at) ?? "" }
        if let office = string("office", in: table, at: at) { settings.office = office }
        for domain in strings("domains", in: table, at: at) ?? [] {
            let plain = (domain.hasPrefix("@") ? String(domain.dropFirst()) : domain).lowercased()
            if plain.contains(".") && !plain.contains("@") && !plain.contains(" ") && !plain.hasPrefix(".")
                && !plain.hasSuffix(".")
            {
                settings.domains.append(plain)
            } else {
                refuse(
                    "domains", at, "a domain is not an e-mail domain",
                    fix: "write what stands after the @, as in \"oakfield.sch.uk\"")
            }
        }
        if let name = string("dsl", in: table, at: at) { settings.dsl = name }
        if let text = string("review-by", in: table, at: at) {
            settings.reviewBy = Day(iso: text)
            if settings.reviewBy == nil { refuse("review-by", at, "this is no date", fix: "write \"2027-09-01\"") }
        }
        if let name = string("time-zone", in: table, at: at) {
            if let zone = SchoolZone.named(name), name.contains("/") || name == "UTC" {
                settings.zone = zone
            } else {
                refuse("time-zone", at, "there is no such time zone", fix: "write \"Europe/London\"")
            }
        }
        if let order = string("date-order", in: table, at: at) {
            switch order {
            case "day-first": settings.dateOrder = .dayFirst
            case "month-first": settings.dateOrder = .monthFirst
            default: refuse("date-order", at, "no such date order", fix: "write \"day-first\" or \"month-first\"")
            }
        }
        if let hours = string("hours", in: table, at: at) { readHours(hours, into: &settings) }
        for text in strings("days-off", in: table, at: at) ?? [] {
            if let days = daysOff(text) {
                settings.daysOff.append(days)
            } else {
                refuse(
                    "days-off", at, "an entry is not a date or a range of dates that exists",
                    fix: "write \"2026-12-21\" or \"2026-12-21/2027-01-01\", the first day first")
            }
        }
        if let days = number("retention-days", in: table, at: at, within: 1...36_500, whole: true) {
            settings.retentionDays = Int(days)
        }
    }

    private mutating func readHours(_ text: String, into settings: inout SchoolSettings) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        if parts.count == 2, let opens = ClockTime(parts[0]), let closes = ClockTime(parts[1]), opens < closes {
            (settings.opens, settings.closes) = (opens, closes)
        } else {
            refuse(
                "hours", ["school"], "these are not school hours",
                fix: "write opening and closing, as in \"08:30-16:00\"")
        }
    }

    private func daysOff(_ text: String) -> ClosedRange<Day>? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Day(iso: String($0)) }
        switch parts.count {
        case 1: return parts[0].map { $0...$0 }
        case 2:
            guard let from = parts[0], let to = parts[1], from <= to else { return nil }
            return from...to
        default: return nil
        }
    }

    private mutating func readWeek(_ table: TOMLTable, into settings: inout SchoolSettings) {
        checkKeys(of: table, at: ["week"], known: ["report"])
        switch string("report", in: table, at: ["week"]) {
        case nil, "current": break
        case "last-full": settings.reportsLastFullWeek = true
        default: refuse("report", ["week"], "no such week", fix: "write \"current\" or \"last-full\"")
        }
    }

    private mutating func readRetention(_ table: TOMLTable, into settings: inout SchoolSettings) {
        let at = ["retention"]
        checkKeys(of: table, at: at, known: SessionKind.allCases.map(\.rawValue) + ["recording"])
        for kind in SessionKind.allCases {
            if let days = number(kind.rawValue, in: table, at: at, within: 1...36_500, whole: true) {
                settings.retentionOfKinds[kind] = Int(days)
            }
        }
        if let days = number("recording", in: table, at: at, within: 1...36_500, whole: true) {
            settings.retentionOfRecordings = Int(days)
        }
    }

    private mutating func readMail(_ table: TOMLTable, into settings: inout SchoolSettings) {
        let at = ["mail"]
        checkKeys(of: table, at: at, known: ["sendmail", "from", "slt", "dsl", "limit"])
        if let sendmail = string("sendmail", in: table, at: at) {
            if sendmail.isEmpty { refuse("sendmail", at, "no program is named", fix: "write \"/usr/sbin/sendmail\"") }
            settings.mail.sendmail = sendmail
        }
        if let from = string("from", in: table, at: at) { settings.mail.from = address(from, "from", at: at) ?? "" }
        settings.mail.slt = (strings("slt", in: table, at: at) ?? []).compactMap { address($0, "slt", at: at) }
        settings.mail.dsl = (strings("dsl", in: table, at: at) ?? []).compactMap { address($0, "dsl", at: at) }
        if let limit = number("limit", in: table, at: at, within: 1...100_000, whole: true) {
            settings.mail.limit = Int(limit)
        }
    }

    /// A plain address: nothing that a mail program would read as anything else.
    private mutating func address(_ text: String, _ key: String, at path: [String]) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let allowed = text.utf8.allSatisfy { $0 > .space && $0 < .delete && !"\"(),:;<>[\\]".utf8.contains($0) }
        if parts.count == 2, allowed, !parts[0].isEmpty, !parts[0].hasPrefix("-"), parts[1].contains("."),
            !parts[1].hasPrefix(".")
        {
            return text
        }
        refuse(
            key, path, "this is not an e-mail address",
            fix: "write one address as in \"office@oakfield.sch.uk\", without a name")
        return nil
    }

    private mutating func readColumns(_ section: String, known: [String]) -> [String: String] {
        guard let outer = table(section, in: root, at: []) else { return [:] }
        checkKeys(of: outer, at: [section], known: ["columns"])
        guard let columns = table("columns", in: outer, at: [section]) else { return [:] }
        checkKeys(of: columns, at: [section, "columns"], known: known)
        var found: [String: String] = [:]
        for key in columns.keys.sorted() {
            if let header = string(key, in: columns, at: [section, "columns"]) { found[key] = header }
        }
        return found
    }

    // MARK: Rules

    private mutating func readPolicy() -> Policy {
        var policy = readPreset().policy(parameters.values.flatMap { $0 })
        if let rules = table("rules", in: root, at: []) { readRules(rules, into: &policy) }
        if let ladder = table("follow-up", in: root, at: []) {
            readParameters(of: .followUp, in: ladder, besides: [], into: &policy)
        }
        return policy
    }

    private mutating func readPreset() -> Preset {
        guard let table = table("policy", in: root, at: []) else { return .none }
        checkKeys(of: table, at: ["policy"], known: ["preset"])
        guard let name = string("preset", in: table, at: ["policy"]) else { return .none }
        if let preset = Preset(rawValue: name) { return preset }
        let known = Preset.allCases.map(\.rawValue)
        let near = nearest(to: name, in: known).map { "did you mean \"\($0)\"? " } ?? ""
        refuse(
            "preset", ["policy"], "there is no such preset",
            fix: "\(near)write one of: \(known.joined(separator: ", "))")
        return .none
    }

    private mutating func readRules(_ rules: TOMLTable, into policy: inout Policy) {
        for name in rules.keys.sorted() {
            guard let rule = RuleID(rawValue: name) else {
                refuseUnknown(name, at: ["rules"], known: RuleID.allCases.map(\.rawValue), kind: "rule")
                continue
            }
            guard let table = table(name, in: rules, at: ["rules"]) else { continue }
            // A rule that a school mentions without `on` is as the preset has it.
            var setting = policy.rules[rule] ?? Policy.Setting()
            let at = ["rules", name]
            if let isOn = switched("on", in: table, at: at) { setting.isOn = isOn }
            if let clause = string("clause", in: table, at: at) { setting.clause = clause }
            policy.rules[rule] = setting
            readParameters(of: .rule(rule), in: table, besides: ["on", "clause"], into: &policy)
        }
    }

    private mutating func readParameters(
        of section: ParameterSection, in table: TOMLTable, besides others: [String], into policy: inout Policy
    ) {
        let own = parameters[section] ?? []
        checkKeys(of: table, at: section.path, known: others + own.map(\.key).sorted())
        for parameter in own {
            if let value = value(of: parameter, in: table) { policy.values[parameter.name] = value }
        }
    }

    private mutating func value(of parameter: any AnyParameter, in table: TOMLTable) -> SettingValue? {
        let (key, path) = (parameter.key, parameter.section.path)
        switch parameter.kind {
        case .number(let range, let isWhole):
            return number(key, in: table, at: path, within: range, whole: isWhole).map(SettingValue.number)
        case .flag: return switched(key, in: table, at: path).map(SettingValue.flag)
        case .names: return strings(key, in: table, at: path).map(SettingValue.names)
        case .platforms:
            guard let names = strings(key, in: table, at: path) else { return nil }
            let known = names.compactMap { Platform(rawValue: $0.lowercased()) }
            if known.count == names.count { return .platforms(known) }
            refuse(
                key, path, "a platform is not known",
                fix: "write any of: \(Platform.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
    }

    // MARK: Values

    private mutating func table(_ key: String, in table: TOMLTable, at path: [String]) -> TOMLTable? {
        guard let value = table[key] else { return nil }
        if let table = value.table { return table }
        refuse(
            key, path, "\(quoted(key)) is a section, not a value",
            fix: "write [\((path + [key]).joined(separator: "."))] on a line of its own")
        return nil
    }

    private mutating func string(_ key: String, in table: TOMLTable, at path: [String]) -> String? {
        guard let value = table[key] else { return nil }
        if let text = value.string,
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0.isASCII })
        {
            return text
        }
        refuse(key, path, "\(quoted(key)) is not a text of one line", fix: "write it in double quotes: \(key) = \"…\"")
        return nil
    }

    private mutating func switched(_ key: String, in table: TOMLTable, at path: [String]) -> Bool? {
        guard let value = table[key] else { return nil }
        if let isOn = value.bool { return isOn }
        refuse(
            key, path, "\(quoted(key)) is neither true nor false",
            fix: "write \(key) = true or \(key) = false, without quotes")
        return nil
    }

    private mutating func number(
        _ key: String, in table: TOMLTable, at path: [String], within range: ClosedRange<Double>, whole: Bool
    ) -> Double? {
        guard let value = table[key] else { return nil }
        let (low, high) = (SettingValue.number(range.lowerBound), SettingValue.number(range.upperBound))
        let fix = "write a \(whole ? "whole " : "")number from \(low) to \(high), without quotes"
        guard let number = value.int.map(Double.init) ?? value.double, number.isFinite else {
            refuse(key, path, "\(quoted(key)) is not a number", fix: fix)
            return nil
        }
        guard range.contains(number), !whole || number == number.rounded() else {
            refuse(key, path, "\(quoted(key)) cannot be this number", fix: fix)
            return nil
        }
        return number
    }

    private mutating func strings(_ key: String, in table: TOMLTable, at path: [String]) -> [String]? {
        guard let value = table[key] else { return nil }
        if let array = value.array {
            let texts = (0..<array.count).map { array[$0].string }
            if texts.allSatisfy({ $0 != nil }) { return texts.compactMap { $0 } }
        }
        refuse(key, path, "\(quoted(key)) is not a list of texts", fix: "write \(key) = [\"…\", \"…\"]")
        return nil
    }

    // MARK: Problems

    private mutating func checkKeys(of table: TOMLTable, at path: [String], known: [String]) {
        for key in table.keys.sorted() where !known.contains(key) {
            refuseUnknown(key, at: path, known: known, kind: path.isEmpty ? "section" : "key")
        }
    }

    private mutating func refuseUnknown(_ key: String, at path: [String], known: [String], kind: String) {
        let place = path.isEmpty ? "" : " in [\(path.joined(separator: "."))]"
        let near =
            nearest(to: key, in: known).map { "did you mean \(quoted($0))?" }
            ?? "known here: \(known.joined(separator: ", "))"
        refuse(key, path, "unknown \(kind) \(quoted(key))\(place)", fix: near, code: "unknown-\(kind)")
    }

    private mutating func refuse(
        _ key: String, _ path: [String], _ what: String, fix: String, code: String = "bad-value"
    ) {
        problems.append(Problem(file, line: lines.line(of: path + [key]), code: code, what, fix: fix))
    }

    /// Keys of the file go into messages: short, and without anything that could steer a terminal.
    private func quoted(_ key: String) -> String {
        let shown = key.unicodeScalars.prefix(40).map { $0.value > 0x20 && $0.value < 0x7F ? Character($0) : "?" }
        return "\"\(String(shown))\""
    }
}

/// The known word that is fewest changes away, if it is near enough to be meant.
func nearest(to word: String, in known: [String]) -> String? {
    let scored = known.map {
        (distance: typingDistance(Array(word.utf8.prefix(64))[...], Array($0.utf8.prefix(64))[...]), word: $0)
    }
    guard let best = scored.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }) else { return nil }
    return best.distance <= max(2, best.word.utf8.count / 2) ? best.word : nil
}
