import Foundation

/// A JSON value as it was read.
indirect enum JSON: Decodable {
    case null, bool, number(Double), string(String), array([JSON]), object([String: JSON])

    init(from decoder: any Decoder) throws {
        // The commonest first: each try that fails costs an error.
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let members = try? value.decode([String: JSON].self) {
            self = .object(members)
        } else if let values = try? value.decode([JSON].self) {
            self = .array(values)
        } else {
            _ = try value.decode(Bool.self)
            self = .bool
        }
    }

    subscript(_ member: String) -> JSON? { members?[member] }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var values: [JSON]? { if case .array(let values) = self { values } else { nil } }
    var members: [String: JSON]? { if case .object(let members) = self { members } else { nil } }
    /// One word, or each of a list of words.
    var words: [String] { text.map { [$0] } ?? values?.compactMap(\.text) ?? [] }

    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number(let number): number == number.rounded() ? "integer" : "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

/// A document's definitions by name, and what breaks one of them. Knows the words that our own schema uses, and no more.
///
/// Stricter than the schema says: a member that an object with `properties` does not name is a breach, so that the
/// schema cannot fall behind the program.
struct JSONSchema {
    let definitions: [String: JSON]

    init(_ text: Data) throws {
        definitions = try JSONDecoder().decode(JSON.self, from: text)["$defs"]?.members ?? [:]
    }

    func breaches(of name: String, in text: [UInt8]) throws -> [String] {
        let value = try JSONDecoder().decode(JSON.self, from: Data(text))
        guard let schema = definitions[name] else { return ["there is no definition of \(name)"] }
        return breaches(of: schema, in: value, at: name)
    }

    private func breaches(of schema: JSON, in value: JSON, at path: String) -> [String] {
        if let reference = schema["$ref"]?.text {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let other = definitions[name] else { return ["there is no definition of \(name)"] }
            return breaches(of: other, in: value, at: path)
        }
        let words = schema["enum"]?.words ?? schema["const"]?.words ?? []
        if !words.isEmpty, !words.contains(value.text ?? "") { return ["\(path): \(value) is none of \(words)"] }
        let kinds = schema["type"]?.words ?? []
        if !kinds.isEmpty, !kinds.contains(value.kind) { return ["\(path): is \(value.kind), not \(kinds)"] }
        if let pattern = schema["pattern"]?.text, let text = value.text,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            return ["\(path): \(text) does not fit \(pattern)"]
        }
        if let items = schema["items"], let values = value.values {
            return values.enumerated().flatMap { breaches(of: items, in: $1, at: "\(path)[\($0)]") }
        }
        return value.members.map { breaches(of: schema, members: $0, at: path) } ?? []
    }

    private func breaches(of schema: JSON, members: [String: JSON], at path: String) -> [String] {
        let missing = (schema["required"]?.words ?? []).filter { members[$0] == nil }
        let other = schema["additionalProperties"]
        return missing.map { "\(path): \($0) is missing" }
            + members.flatMap { name, value in
                let place = "\(path)/\(name)"
                if let names = schema["propertyNames"] {
                    let wrong = breaches(of: names, in: .string(name), at: place)
                    if !wrong.isEmpty { return wrong }
                }
                if let own = schema["properties"]?[name] ?? other { return breaches(of: own, in: value, at: place) }
                return schema["properties"] == nil ? [] : ["\(place) is not in the schema"]
            }
    }
}
