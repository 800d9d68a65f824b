/// A function of a text, asked once for each text: cells of tables say the same again and again.
struct Memo<Value> {
    private let make: @Sendable (String) -> Value
    private var known: [String: Value] = [:]

    init(_ make: @escaping @Sendable (String) -> Value) { self.make = make }

    subscript(_ text: String) -> Value {
        mutating get {
            if let value = known[text] { return value }
            let value = make(text)
            known[text] = value
            return value
        }
    }
}

extension Memo: Sendable where Value: Sendable {}
