import Mustache

/// The text of a letter with places to fill, read once: `{{field}}`, `{{#field}}…{{/field}}` for each of a list or if
/// there is a value, `{{^field}}…{{/field}}` if there is none, `{{! remark}}`.
///
/// What is filled in is never looked at again: a name that looks like a placeholder comes out as that name.
struct LetterTemplate: Sendable {
    let head: TemplateHead
    private let template: MustacheTemplate

    /// - Throws: where a tag or a section is broken.
    init(_ text: String) throws {
        head = TemplateHead(text)
        // Plain text: nothing is escaped for HTML. On a line of its own, so that a section may begin the first.
        template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + head.body)
    }

    func filled(_ values: LetterValues) -> [UInt8] {
        Array(template.render(Scope(values: values, isIsolated: head.isRightToLeft)).utf8)
    }

    /// Values by their fields' names, so that no reflection is needed to find them.
    private struct Scope: MustacheParent {
        var values: LetterValues
        /// Between lines from right to left a name or number keeps its own direction.
        var isIsolated: Bool

        func child(named name: String) -> Any? {
            switch TemplateField(rawValue: name).flatMap({ values[$0] }) {
            case .text(let text): Text(renderText: isIsolated ? "\u{2068}\(text)\u{2069}" : text)
            case .yes: true
            case .list(let items): items.map { Scope(values: $0, isIsolated: isIsolated) }
            case nil: nil
            }
        }
    }

    /// Text that has no fields of its own.
    private struct Text: MustacheParent, MustacheCustomRenderable {
        var renderText: String
        var isNull: Bool { false }

        func child(named: String) -> Any? { nil }
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
enum TemplateField: String, CaseIterable, Sendable {
    case school, today, contact, children, support, phone, email, office, untranslated
    case noDevice = "no_device"
    case name, missed, late
    case missedOnce = "missed_once"
    case missedOften = "missed_often"
    case lateOnce = "late_once"
    case lateOften = "late_often"
    case cameraOff = "camera_off"
    case cameraOffOnce = "camera_off_once"
    case cameraOffOften = "camera_off_often"
    case outsideAccount = "outside_account"
    case noAgreement = "no_agreement"
    case day, date, weekday, time, lesson
}
