/// A JSON document as the product writes it: objects keep the order that they are given.
enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    static func == (a: JSONValue, b: JSONValue) -> Bool { a.text() == b.text() }

    /// `null` for `nil`.
    init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
    init(_ number: Int?) { self = number.map(JSONValue.int) ?? .null }
    init(_ flag: Bool?) { self = flag.map(JSONValue.bool) ?? .null }

    /// One line, or (pretty) indented by two spaces with short arrays and objects on one line.
    ///
    /// Control characters, DEL, C1, bidirectional controls and other invisible characters are written as `\uXXXX`, so
    /// that the text is safe on a terminal and a reader of JSON still gets the value as it is.
    func text(pretty: Bool = false) -> String { String(decoding: bytes(pretty: pretty), as: UTF8.self) }

    /// The same in UTF-8.
    func bytes(pretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: pretty)
        writer.write(self, depth: 0)
        return writer.bytes
    }
}

private struct JSONWriter {
    let isPretty: Bool
    var bytes: [UInt8] = []

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: put("null")
        case .bool(let flag): put(flag ? "true" : "false")
        case .int(let number): put(String(number))
        case .double(let number): put(number.isFinite ? "\(number)" : "null")
        case .string(let text): write(text)
        case .array(let values):
            let isBroken = isPretty && !values.allSatisfy(\.isScalar)
            bytes.append(.openingBracket)
            for (i, value) in values.enumerated() {
                beginItem(i, depth, isBroken)
                write(value, depth: depth + 1)
            }
            if isBroken { breakLine(depth) }
            bytes.append(.closingBracket)
        case .object(let members):
            let isBroken = isPretty && !members.isEmpty && !(depth > 1 && members.allSatisfy(\.1.isScalar))
            bytes.append(.openingBrace)
            for (i, (name, value)) in members.enumerated() {
                beginItem(i, depth, isBroken)
                write(name)
                bytes.append(.colon)
                if isPretty { bytes.append(.space) }
                write(value, depth: depth + 1)
            }
            if isBroken { breakLine(depth) }
            bytes.append(.closingBrace)
        }
    }

    private mutating func beginItem(_ number: Int, _ depth: Int, _ isBroken: Bool) {
        if number > 0 { bytes.append(.comma) }
        if isBroken { breakLine(depth + 1) } else if isPretty, number > 0 { bytes.append(.space) }
    }

    private mutating func breakLine(_ depth: Int) {
        bytes.append(.lineFeed)
        bytes.append(contentsOf: repeatElement(.space, count: depth * 2))
    }

    private mutating func write(_ text: String) {
        bytes.append(.quotationMark)
        if JSONWriter.isPlain(text) { put(text) } else { writeScalars(of: text) }
        bytes.append(.quotationMark)
    }

    /// Printable ASCII that needs no escape: nearly every text.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for i in bytes.indices {
            let byte = bytes[i]
            if byte < .space || byte > .tilde || byte == .quotationMark || byte == .backslash { return false }
        }
        return true
    }

    private mutating func writeScalars(of text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": put("\\\"")
            case "\\": put("\\\\")
            case "\n": put("\\n")
            case "\t": put("\\t")
            case "\r": put("\\r")
            default:
                if scalar.value < 0x7F && scalar.value >= 0x20 {
                    bytes.append(UInt8(scalar.value))
                } else if JSONWriter.mustHide(scalar) {
                    for unit in UTF16.encode(scalar)! { putEscape(unit) }
                } else {
                    bytes.append(contentsOf: UTF8.encode(scalar)!)
                }
            }
        }
    }

    private static func mustHide(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0xA0 { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private mutating func putEscape(_ unit: UInt16) {
        put("\\u")
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(unit >> UInt16(shift) & 15)
            bytes.append(digit < 10 ? .digitZero + digit : .smallA + digit - 10)
        }
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension JSONValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}
