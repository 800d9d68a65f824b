/// A record that is not what `RecordEncoder` wrote.
struct DamagedRecord: Error {}

/// Reads what `RecordEncoder` wrote; anything else is an error, never a trap.
struct RecordDecoder {
    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var shared: [String] = []

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    var isAtEnd: Bool { at == bytes.endIndex }

    mutating func number() throws(DamagedRecord) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard at < bytes.endIndex, shift < 64 else { throw DamagedRecord() }
            let byte = bytes[at]
            at += 1
            value |= UInt64(byte & .delete) << shift
            if byte < .beyondASCII { break }
            shift += 7
        }
        return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
    }

    mutating func text() throws(DamagedRecord) -> String {
        let raw = try raw()
        do { return String(copying: try UTF8Span(validating: raw.span)) } catch { throw DamagedRecord() }
    }

    mutating func sharedText() throws(DamagedRecord) -> String {
        let position = try number()
        if position == 0 {
            shared.append(try text())
            return shared[shared.count - 1]
        }
        guard shared.indices.contains(position - 1) else { throw DamagedRecord() }
        return shared[position - 1]
    }

    mutating func address() throws(DamagedRecord) -> String? { try flag() ? text() + sharedText() : nil }

    mutating func raw() throws(DamagedRecord) -> ArraySlice<UInt8> {
        let count = try number()
        guard count >= 0, count <= bytes.endIndex - at else { throw DamagedRecord() }
        defer { at += count }
        return bytes[at..<at + count]
    }

    mutating func flag() throws(DamagedRecord) -> Bool {
        guard at < bytes.endIndex, bytes[at] < 2 else { throw DamagedRecord() }
        defer { at += 1 }
        return bytes[at] == 1
    }

    mutating func optionalNumber() throws(DamagedRecord) -> Int? { try flag() ? number() : nil }
    mutating func optionalText() throws(DamagedRecord) -> String? { try flag() ? text() : nil }
    mutating func optionalFlag() throws(DamagedRecord) -> Bool? { try flag() ? flag() : nil }
    mutating func optionalMoment() throws(DamagedRecord) -> Instant? {
        try optionalNumber().map { Instant(seconds: $0) }
    }

    mutating func list<Element>(_ one: (inout RecordDecoder) throws(DamagedRecord) -> Element) throws(DamagedRecord)
        -> [Element]
    {
        let count = try number()
        guard count >= 0, count <= bytes.endIndex - at else { throw DamagedRecord() }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try one(&self)) }
        return list
    }

    /// A value of an enumeration, written as `put(shared: value.rawValue)`.
    mutating func value<Value: RawRepresentable<String>>() throws(DamagedRecord) -> Value {
        try valueNamed(try sharedText())
    }

    /// A value of an enumeration, written as `put(value.rawValue)`.
    mutating func unsharedValue<Value: RawRepresentable<String>>() throws(DamagedRecord) -> Value {
        try valueNamed(try text())
    }

    private func valueNamed<Value: RawRepresentable<String>>(_ name: String) throws(DamagedRecord) -> Value {
        guard let value = Value(rawValue: name) else { throw DamagedRecord() }
        return value
    }
}
