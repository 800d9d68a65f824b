import Mustache
import Synchronization

/// The text of a letter with places to fill, read once: `{{field}}`, `{{#field}}…{{/field}}` for each of a list or if
/// there is a value, `{{^field}}…{{/field}}` if there is none, `{{! remark}}`.
///
/// What is filled in is never looked at again: a name that looks like a placeholder comes out as that name.
struct LetterTemplate: Sendable {
    private let template: MustacheTemplate
    private let forms = LetterForms()

    /// - Throws: where a tag or a section is broken.
    init(_ text: String) throws {
        if text.unicodeScalars.contains(LetterForm.mark) { throw HoldsMark() }
        // Plain text: nothing is escaped for HTML. On a line of its own, so that a section may begin the first.
        template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    }

    private struct HoldsMark: Error {}

    func filled(_ values: LetterValues) -> [UInt8] {
        var outline = LetterOutline()
        outline.add(values)
        return forms.form(for: outline.fields) { template.render(Scope(values: outline.marked(values))) }.filled(
            outline.texts)
    }

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

/// The values of fields, in the order of the fields.
struct LetterValues: Sendable, ExpressibleByDictionaryLiteral {
    fileprivate private(set) var all: [(field: TemplateField, value: LetterValue)] = []

    init(dictionaryLiteral elements: (TemplateField, LetterValue)...) {
        all.reserveCapacity(elements.count + 1)
        for (field, value) in elements { self[field] = value }
    }

    subscript(field: TemplateField) -> LetterValue? {
        get { all.first { $0.field == field }?.value }
        set {
            if let newValue, all.last.map({ $0.field.place < field.place }) ?? true {
                all.append((field, newValue))
                return
            }
            all.removeAll { $0.field == field }
            if let newValue {
                all.insert((field, newValue), at: all.firstIndex { $0.field.place > field.place } ?? all.count)
            }
        }
    }
}

/// What a template may ask for.
enum TemplateField: String, CaseIterable {
    case school, today, contact, children, support
    case name, missed, late
    case cameraOff = "camera_off"
    case outsideAccount = "outside_account"
    case noAgreement = "no_agreement"
    case day, date, time, lesson

    fileprivate var place: Int { Self.inOrder.firstIndex(of: self)! }
    private static let inOrder = allCases
}

// MARK: Forms

/// A letter without its texts. A week's thousand letters have a few dozen forms, and filling a template takes ten times
/// as long as filling a form.
private struct LetterForm: Sendable {
    /// Around the number of a text, in the place of the text: a code that Unicode has given to nobody.
    static let mark: Unicode.Scalar = "\u{10FFFD}"

    private var head: [UInt8]
    /// Each place with what stands behind it.
    private var places: [(text: Int, tail: [UInt8])] = []

    init(_ letter: String) {
        let parts = letter.unicodeScalars.split(separator: Self.mark, omittingEmptySubsequences: false).map {
            Array(String($0).utf8)
        }
        head = parts[0]
        for i in stride(from: 1, to: parts.count, by: 2) {
            places.append((Int(String(decoding: parts[i], as: UTF8.self))!, parts[i + 1]))
        }
    }

    func filled(_ texts: [String]) -> [UInt8] {
        var letter = head
        for (text, tail) in places {
            letter += texts[text].utf8
            letter += tail
        }
        return letter
    }
}

/// The forms of one template by the fields that are filled.
private final class LetterForms: Sendable {
    private let known = Mutex<[[UInt8]: LetterForm]>([:])

    /// - Parameter letter: makes a letter with marks in the place of its texts.
    func form(for fields: [UInt8], letter: () -> String) -> LetterForm {
        if let form = known.withLock({ $0[fields] }) { return form }
        let form = LetterForm(letter())
        known.withLock { $0[fields] = form }
        return form
    }
}

/// Which fields of a letter are filled, and the texts that they are filled with, in the order of the fields.
private struct LetterOutline {
    private(set) var fields: [UInt8] = []
    private(set) var texts: [String] = []

    mutating func add(_ values: LetterValues) {
        for (field, value) in values.all {
            fields.append(UInt8(field.place))
            switch value {
            case .text(let text): texts.append(text)
            case .yes: break
            case .list(let items):
                for item in items {
                    fields.append(Self.item)
                    add(item)
                }
                fields.append(Self.end)
            }
        }
    }

    private static let item: UInt8 = 0xFE
    private static let end: UInt8 = 0xFF

    /// The values with the marked numbers of their texts.
    func marked(_ values: LetterValues) -> LetterValues {
        var number = 0
        return Self.marked(values, &number)
    }

    private static func marked(_ values: LetterValues, _ number: inout Int) -> LetterValues {
        var marked: LetterValues = [:]
        for (field, value) in values.all {
            switch value {
            case .text:
                marked[field] = .text("\(LetterForm.mark)\(number)\(LetterForm.mark)")
                number += 1
            case .list(let items): marked[field] = .list(items.map { Self.marked($0, &number) })
            case .yes: marked[field] = value
            }
        }
        return marked
    }
}
