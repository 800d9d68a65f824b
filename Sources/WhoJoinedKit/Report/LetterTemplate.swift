import Mustache

/// The text of a letter with places to fill, read once: `{{field}}`, `{{#field}}…{{/field}}` for each of a list or if
/// there is a value, `{{^field}}…{{/field}}` if there is none, `{{! remark}}`.
///
/// What is filled in is never looked at again: a name that looks like a placeholder comes out as that name.
struct LetterTemplate: Sendable {
    private let template: MustacheTemplate

    /// - Throws: where a tag or a section is broken.
    init(_ text: String) throws {
        // Plain text: nothing is escaped for HTML. On a line of its own, so that a section may begin the first.
        template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    }

    func filled(_ values: LetterValues) -> [UInt8] { Array(template.render(Scope(values: values)).utf8) }

    /// Values by their fields' names, so that no reflection is needed to find them.
    private struct Scope: MustacheParent {
        var values: LetterValues

        func child(named name: String) -> Any? {
            switch TemplateField(rawValue: name).flatMap({ values[$0] }) {
            case .text(let text): Text(renderText: text)
            case .yes: true
            case .list(let items): items.map(Scope.init)
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
    case school, today, contact, children, support
    case name, missed, late
    case cameraOff = "camera_off"
    case outsideAccount = "outside_account"
    case noAgreement = "no_agreement"
    case day, date, time, lesson
}
