/// The text of a letter with places to fill, read once: `{{field}}`, `{{#field}}…{{/field}}` for each of a list or if
/// there is a value, `{{^field}}…{{/field}}` if there is none, `{{! remark}}`.
///
/// A section's tag or a remark that stands alone on a line takes the line with it. What is filled in is never looked at
/// again: a name that looks like a placeholder comes out as that name.
struct LetterTemplate: Sendable {
    private indirect enum Part: Sendable {
        case text(ArraySlice<UInt8>)
        case field(TemplateField)
        case section(TemplateField, isForNone: Bool, [Part])
    }

    private struct Section {
        var field: TemplateField
        var isForNone = false
        var parts: [Part] = []
    }

    private let parts: [Part]

    /// - Parameter text: without mistakes (`checkTemplates`); what has one is left out.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        var open = [Section(field: .children)]
        var at = 0
        for tag in templateTags(bytes) {
            let place = tag.kind == .field ? tag.place : wholeLine(around: tag.place, in: bytes)
            open[open.count - 1].parts.append(.text(bytes[at..<max(at, place.lowerBound)]))
            at = place.upperBound
            guard let field = TemplateField(rawValue: tag.name) else { continue }
            switch tag.kind {
            case .field: open[open.count - 1].parts.append(.field(field))
            case .section: open.append(Section(field: field))
            case .sectionForNone: open.append(Section(field: field, isForNone: true))
            case .end: Self.close(&open)
            case .remark, .broken: break
            }
        }
        open[open.count - 1].parts.append(.text(bytes[at...]))
        while open.count > 1 { Self.close(&open) }
        parts = open[0].parts
    }

    private static func close(_ open: inout [Section]) {
        guard open.count > 1 else { return }
        let section = open.removeLast()
        open[open.count - 1].parts.append(.section(section.field, isForNone: section.isForNone, section.parts))
    }

    func filled(_ values: LetterValues) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(2048)
        Self.fill(parts, [values], &out)
        return out
    }

    /// - Parameter scope: the values of the sections around, the innermost last.
    private static func fill(_ parts: [Part], _ scope: [LetterValues], _ out: inout [UInt8]) {
        for part in parts {
            switch part {
            case .text(let bytes): out += bytes
            case .field(let field): if case .text(let text) = value(of: field, scope) { out += text.utf8 }
            case .section(let field, let isForNone, let inner):
                switch value(of: field, scope) {
                case .list(let items) where !items.isEmpty && !isForNone: for item in items { fill(inner, scope + [item], &out) }
                case .text where !isForNone, .yes where !isForNone: fill(inner, scope, &out)
                case nil where isForNone: fill(inner, scope, &out)
                case .list(let items) where items.isEmpty && isForNone: fill(inner, scope, &out)
                default: break
                }
            }
        }
    }

    private static func value(of field: TemplateField, _ scope: [LetterValues]) -> LetterValue? {
        for values in scope.reversed() { if let value = values[field] { return value } }
        return nil
    }
}

/// What a field is filled with; a field without a value is left out.
enum LetterValue: Sendable {
    case text(String)
    case yes
    case list([LetterValues])
}

typealias LetterValues = [TemplateField: LetterValue]

/// What a template may ask for.
enum TemplateField: String, CaseIterable {
    case school, today, contact, children, support
    case name, missed, late
    case cameraOff = "camera_off"
    case outsideAccount = "outside_account"
    case noAgreement = "no_agreement"
    case day, date, time, lesson
}

/// `{{…}}` in a template.
struct TemplateTag {
    enum Kind { case field, section, sectionForNone, end, remark, broken }

    /// `broken`: `}}` is missing.
    var kind: Kind
    var name: String
    /// From 1.
    var line: Int
    /// With its braces.
    var place: Range<Int>
}

/// The tags of a template in order. No tag goes over the end of its line.
func templateTags(_ bytes: [UInt8]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var (line, i) = (1, 0)
    while i < bytes.count {
        if bytes[i] == 0x0A { line += 1 }
        guard bytes[i] == 0x7B, i + 1 < bytes.count, bytes[i + 1] == 0x7B else {
            i += 1
            continue
        }
        var end = i + 2
        while end + 1 < bytes.count && bytes[end] != 0x0A && !(bytes[end] == 0x7D && bytes[end + 1] == 0x7D) { end += 1 }
        guard end + 1 < bytes.count && bytes[end] == 0x7D else {
            tags.append(TemplateTag(kind: .broken, name: "", line: line, place: i..<end))
            i = end
            continue
        }
        let content = bytes[(i + 2)..<end]
        // `{{{name}}}`, as in other programs: the third brace goes with it.
        if content.first == 0x7B && end + 2 < bytes.count && bytes[end + 2] == 0x7D { end += 1 }
        tags.append(TemplateTag(content, line: line, place: i..<(end + 2)))
        i = end + 2
    }
    return tags
}

extension TemplateTag {
    fileprivate init(_ content: ArraySlice<UInt8>, line: Int, place: Range<Int>) {
        switch content.first {
        case 0x23: kind = .section
        case 0x5E: kind = .sectionForNone
        case 0x2F: kind = .end
        case 0x21: kind = .remark
        default: kind = .field
        }
        let isMarked = kind != .field || content.first == 0x26 || content.first == 0x7B
        let name = content.dropFirst(isMarked ? 1 : 0).drop { $0 == 0x20 }
        self.name = String(decoding: name.prefix((name.lastIndex { $0 != 0x20 } ?? name.startIndex - 1) + 1 - name.startIndex), as: UTF8.self)
        self.line = line
        self.place = place
    }
}

/// The line that a tag stands alone on, with its end; the tag itself if there is anything else on it.
private func wholeLine(around tag: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = (bytes[..<tag.lowerBound].lastIndex { !isBlank($0) } ?? -1) + 1
    let end = bytes[tag.upperBound...].firstIndex { !isBlank($0) } ?? bytes.count
    guard start == 0 || bytes[start - 1] == 0x0A, end == bytes.count || bytes[end] == 0x0A else { return tag }
    return start..<min(end + 1, bytes.count)
}
