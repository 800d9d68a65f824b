import ASCII
import DelimitedText
import HostSystem

/// What `whojoined inspect` says of an export.
struct ExportInspection: Sendable {
    /// The canonical form: every export in one shape, whatever its platform.
    var json: JSONValue
    /// The page for people.
    var text: String
    /// 0; 3 when some rows could not be used; 65 when nothing.
    var exitCode: Int32
    var problems: [Problem]
    /// The code of a refusal.
    var error: String?
}

/// Reads a file as an export and says what it is.
func inspectExport(
    _ bytes: [UInt8], _ workbook: WorkbookTables? = nil, file: String, hints: ReadingHints
) -> ExportInspection {
    let about = FileFacts(bytes)
    do throws(ImportRefusal) {
        let export =
            workbook == nil
            ? try readExport(bytes, file: file, hints: hints)
            : try readExport(bytes, workbook, file: file, hints: hints)
        let hasErrors = export.problems.contains { $0.severity == .error }
        return ExportInspection(
            json: .object(export.members(about, zone: hints.zone)), text: export.page(about, zone: hints.zone),
            exitCode: hasErrors ? 3 : 0,
            problems: export.problems, error: nil)
    } catch {
        let first = error.problems.first
        let code = first?.code ?? "unusable"
        let reason = JSONValue.object([
            ("code", .string(code)), ("line", JSONValue(first?.line)), ("message", JSONValue(first?.what)),
            ("fix", JSONValue(first?.fix)),
        ])
        let known =
            error.exportWithoutRows?.members(about, zone: hints.zone) ?? [
                ("schema", .string(inspectionSchema)), ("bytes", about.json),
            ]
        let json = JSONValue.object(known + [("error", reason)])
        var page = "Not usable as a participant export: \(first?.what ?? "it cannot be read").\n"
        if let first { page += "What to do: \(first.fix).\n" }
        return ExportInspection(json: json, text: page, exitCode: 65, problems: error.problems, error: code)
    }
}

private let inspectionSchema = "whojoined-export/1"

/// What the bytes of a file are, apart from what they say.
private struct FileFacts {
    let size: Int
    let digest: String
    let encoding: String
    let lineEnd: String
    let hasFinalLineEnd: Bool

    init(_ bytes: [UInt8]) {
        size = bytes.count
        digest = sha256(bytes)
        guard let decoded = try? decodeText(bytes) else {
            encoding = "none"
            lineEnd = "none"
            hasFinalLineEnd = false
            return
        }
        switch decoded.encoding {
        case .utf8: encoding = "utf-8"
        case .utf8WithMark: encoding = "utf-8+bom"
        case .windows1252: encoding = "cp1252"
        case .macRoman: encoding = "macintosh"
        case .codePage850: encoding = "ibm850"
        case .utf16LittleEndian: encoding = "utf-16le" + (ByteOrderMark.begins(bytes) ? "+bom" : "")
        case .utf16BigEndian: encoding = "utf-16be" + (ByteOrderMark.begins(bytes) ? "+bom" : "")
        }
        let text = decoded.bytes
        let first = text.firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
        lineEnd =
            first.map {
                text[$0] == .lineFeed ? "lf" : $0 + 1 < text.count && text[$0 + 1] == .lineFeed ? "crlf" : "cr"
            }
            ?? "none"
        hasFinalLineEnd = text.last.map { $0 == .lineFeed || $0 == .carriageReturn } ?? false
    }

    var json: JSONValue {
        .object([
            ("size", .int(size)), ("sha256", .string(digest)), ("encoding", .string(encoding)),
            ("eol", .string(lineEnd)),
            ("final_newline", .bool(hasFinalLineEnd)),
        ])
    }
}

extension Problem {
    fileprivate var inspected: JSONValue {
        .object([
            ("line", JSONValue(line)), ("severity", .string(severity.rawValue)), ("code", .string(code)),
            ("message", .string(what)),
        ])
    }
}

extension MeetingExport {
    fileprivate func members(_ about: FileFacts, zone: SchoolZone) -> [(String, JSONValue)] {
        var members: [(String, JSONValue)] = [
            ("schema", .string(inspectionSchema)), ("file", .string(file)), ("bytes", about.json),
            ("platform", .string(platform.rawValue)),
            ("variant", .string(variant)),
            (
                "dates",
                .object([
                    ("order", .string(dates.order.rawValue)), ("ambiguous", .bool(dates.isAmbiguous)),
                    ("decided_by", .string(dates.decidedBy)),
                ])
            ),
            ("meeting", common(zone)),
        ]
        if meetings.count > 1 { members.append(("meetings", .array(meetings.map { $0.json(zone) }))) }
        members.append(("stays", .array(stayList(zone))))
        let absent = meetings.flatMap(\.notAttended)
        if !absent.isEmpty {
            let list = absent.map {
                JSONValue.object(
                    [("display_name", .string($0.displayName.text))] + ($0.email.map { [("email", .string($0))] } ?? [])
                )
            }
            members.append(("not_attended", .array(list)))
        }
        let events = meetings.flatMap(\.events)
        if !events.isEmpty { members.append(("events", .array(events.map { $0.json(zone) }))) }
        if !warnings.isEmpty { members.append(("warnings", .array(warnings.map(JSONValue.string)))) }
        members.append(
            (
                "can_tell",
                .object([
                    ("times", .bool(abilities.times)), ("camera", .bool(abilities.camera)),
                    ("external", .bool(abilities.external)),
                    ("consent", .bool(abilities.consent)), ("waiting_room", .bool(abilities.waitingRoom)),
                ])
            ))
        members.append(
            (
                "rows",
                .object([
                    ("read", .int(rowsRead)), ("rejected", .int(rowsRejected)), ("without_stay", .int(rowsWithoutStay)),
                ])
            ))
        members.append(("complete", .bool(isComplete)))
        if !problems.isEmpty { members.append(("problems", .array(problems.map(\.inspected)))) }
        return members
    }

    /// What all meetings of the file share: for one meeting, everything that is known of it.
    private func common(_ zone: SchoolZone) -> JSONValue {
        guard let first = meetings.first, case .object(var shared) = first.json(zone) else { return .object([]) }
        for other in meetings.dropFirst() {
            guard case .object(let members) = other.json(zone) else { continue }
            shared.removeAll { member in !members.contains { $0.0 == member.0 && $0.1 == member.1 } }
        }
        return .object(shared)
    }

    private func stayList(_ zone: SchoolZone) -> [JSONValue] {
        var list: [(line: Int, order: Int, value: JSONValue)] = []
        for meeting in meetings {
            for person in meeting.participants {
                for stay in person.stays { list.append((stay.line, list.count, stay.json(of: person, zone))) }
            }
        }
        return list.sorted { ($0.line, $0.order) < ($1.line, $1.order) }.map(\.value)
    }
}

extension MeetingEvent {
    /// As the log calls it, and what it is taken for.
    fileprivate func json(_ zone: SchoolZone) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("line", .int(line)), ("at", .string(at.text(zone, offset: nil))), ("event", .string(name)),
            ("kind", .string(kind.rawValue)),
        ]
        for (key, account) in [("actor", actor), ("target", target)] {
            if let name = account?.name, !name.isEmpty { members.append((key, .string(name))) }
            if let email = account?.email { members.append((key + "_email", .string(email))) }
        }
        if let count { members.append(("count", .int(count))) }
        if !reason.isEmpty { members.append(("reason", .string(reason))) }
        return .object(members)
    }
}

extension Meeting {
    fileprivate func json(_ zone: SchoolZone) -> JSONValue {
        var members: [(String, JSONValue)] = []
        if let id, !isIDFromFileName { members.append(("id", .string(id))) }
        if let topic { members.append(("topic", .string(topic))) }
        if let start { members.append(("start", .string(start.text(zone, offset: zoneOffsetMinutes)))) }
        if let end { members.append(("end", .string(end.text(zone, offset: zoneOffsetMinutes)))) }
        if let hostEmail { members.append(("host_email", .string(hostEmail))) }
        return .object(members)
    }
}

extension Stay {
    fileprivate func json(of person: Participant, _ zone: SchoolZone) -> JSONValue {
        var members: [(String, JSONValue)] = [("display_name", .string(person.displayName.text))]
        if let original = person.originalName { members.append(("original_name", .string(original.text))) }
        if let email = person.email { members.append(("email", .string(email))) }
        members.append(("joined", JSONValue(joined?.text(zone, offset: zoneOffsetMinutes))))
        members.append(("left", JSONValue(left?.text(zone, offset: zoneOffsetMinutes))))
        var duration = shownSeconds
        if duration == nil, let joined, let left { duration = left - joined }
        members.append(("duration_s", JSONValue(duration)))
        members.append(("camera", .string(camera.rawValue)))
        members.append(("external", JSONValue(isExternal)))
        members.append(("waiting_room", JSONValue(isWaitingRoom)))
        if person.isPhone { members.append(("phone", .bool(true))) }
        if let role { members.append(("role", .string(role.rawValue))) }
        if hasConsented { members.append(("consent", .string("yes"))) }
        if isJoinApproximate { members.append(("joined_approx", .bool(true))) }
        return .object(members)
    }
}

extension Instant {
    /// `2026-03-12T09:01:05` on the school's wall; with an offset when the file itself named a zone.
    fileprivate func text(_ zone: SchoolZone, offset: Int?) -> String {
        guard let offset else { return zone.wallTime(of: self).iso }
        let size = abs(offset)
        return WallTime(civilSeconds: seconds + offset * 60).iso + (offset < 0 ? "-" : "+")
            + "\(padded(size / 60, 2)):\(padded(size % 60, 2))"
    }
}

// MARK: The page for people

extension MeetingExport {
    fileprivate func page(_ about: FileFacts, zone: SchoolZone) -> String {
        var lines = [
            "\(PlainText.shown(file))", "  What it is:     \(formatName), \(variant)",
            "  How it is known: by its header cells; text is \(about.encoding)",
        ]
        lines.append("  Dates:          \(orderText)")
        for meeting in meetings { lines.append("  Meeting:        \(meetingText(meeting, zone))") }
        let people = meetings.reduce(0) { $0 + $1.participants.count }
        let stays = meetings.reduce(0) { $0 + $1.participants.reduce(0) { $0 + $1.stays.count } }
        lines.append(
            "  Rows:           \(rowsRead) read, \(rowsRejected) unusable; \(stays) stays of \(people) names and addresses"
        )
        let absent = meetings.reduce(0) { $0 + $1.notAttended.count }
        if absent > 0 { lines.append("  Did not come:   \(absent), says the file itself") }
        lines.append("  It can tell:    \(abilityText)")
        lines.append("  Complete:       \(isComplete ? "yes" : "no: whoever is not seen in it may have been there")")
        for problem in problems {
            let place = problem.line.map { "line \($0): " } ?? ""
            lines.append(
                "  \(problem.severity.rawValue.uppercased()): \(place)\(PlainText.clean(problem.what, limit: 300))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var formatName: String {
        switch platform {
        case .zoom: "a Zoom export"
        case .meet: "a Google Meet export"
        case .teams: "a Microsoft Teams export"
        case .webex: "a Webex export"
        case .bigbluebutton: "a BigBlueButton export"
        case .collaborate: "a Collaborate export"
        case .schoolcloud: "a SchoolCloud list"
        case .telephone: "a list of telephone calls"
        case .other: variant == NamesOnly.variant ? "a list of names" : "a list with the school's own columns"
        }
    }

    private var orderText: String {
        let order =
            switch dates.order {
            case .dayFirst: "day/month/year"
            case .monthFirst: "month/day/year"
            case .yearFirst: "year-month-day"
            case .named: "the month is named"
            case .none: "none in the file"
            }
        return "\(order), decided by: \(dates.decidedBy)"
            + (dates.isAmbiguous ? " (the values alone would allow both orders)" : "")
    }

    private var abilityText: String {
        let known = [
            ("when people joined and left", abilities.times), ("cameras", abilities.camera),
            ("who is from outside", abilities.external),
            ("consent to recording", abilities.consent), ("the waiting room", abilities.waitingRoom),
        ]
        let cannot = known.filter { !$0.1 }.map(\.0)
        return known.filter(\.1).map(\.0).joined(separator: ", ")
            + (cannot.isEmpty ? "" : "; not: " + cannot.joined(separator: ", "))
    }

    private func meetingText(_ meeting: Meeting, _ zone: SchoolZone) -> String {
        var parts: [String] = []
        if let topic = meeting.topic { parts.append(PlainText.shown(topic)) }
        if let id = meeting.id {
            parts.append("ID " + PlainText.clean(id) + (meeting.isIDFromFileName ? " (from the file's name)" : ""))
        }
        if let start = meeting.start { parts.append("from " + zone.wallTime(of: start).iso) }
        if let end = meeting.end { parts.append("to " + zone.wallTime(of: end).iso) }
        return parts.isEmpty ? "the file says nothing of it" : parts.joined(separator: ", ")
    }
}
