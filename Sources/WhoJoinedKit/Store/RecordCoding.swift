/// Writes one record of the history: numbers of any length in few bytes, texts with their length.
struct RecordEncoder {
    private(set) var bytes: [UInt8] = []
    private var shared: [String: Int] = [:]
    /// Of the address before: most of a meeting have one.
    private var domain: (bytes: [UInt8], number: Int) = ([], 0)

    mutating func put(_ number: Int) {
        // Zigzag, then seven bits a byte: small numbers of either sign take one byte.
        var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes += text.utf8
    }

    /// A text that the record is likely to hold more than once: from the second time on it is a number.
    mutating func put(shared text: String) {
        if let number = shared[text] { return put(number) }
        put(0)
        put(text)
        shared[text] = shared.count + 1
    }

    /// An e-mail address, whose domain the record is likely to hold more than once.
    mutating func put(address: String?) {
        put(address != nil)
        guard let address else { return }
        let bytes = address.utf8.span
        var at = bytes.count
        while at > 0, bytes[at - 1] != UInt8(ascii: "@") { at -= 1 }
        at = at == 0 ? bytes.count : at - 1
        put(at)
        for place in 0..<at { self.bytes.append(bytes[place]) }
        if domain.number > 0, domain.bytes.count == bytes.count - at,
            domain.bytes.indices.allSatisfy({ domain.bytes[$0] == bytes[at + $0] })
        {
            return put(domain.number)
        }
        let text = String(decoding: address.utf8.dropFirst(at), as: UTF8.self)
        put(shared: text)
        domain = (Array(text.utf8), shared[text] ?? 0)
    }

    mutating func put(raw bytes: ArraySlice<UInt8>) {
        put(bytes.count)
        self.bytes += bytes
    }

    mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }
    mutating func put(_ number: Int?) { putOptional(number) { $0.put($1) } }
    mutating func put(_ text: String?) { putOptional(text) { $0.put($1) } }
    mutating func put(_ flag: Bool?) { putOptional(flag) { $0.put($1) } }
    mutating func put(_ moment: Instant?) { put(moment?.seconds) }

    mutating func put<Element>(_ list: [Element], _ putOne: (inout RecordEncoder, Element) -> Void) {
        put(list.count)
        for element in list { putOne(&self, element) }
    }

    /// Nothing for `nil`: the reader knows otherwise whether it is there.
    mutating func putIfAny(_ number: Int?) { if let number { put(number) } }

    private mutating func putOptional<Value>(_ value: Value?, _ putValue: (inout RecordEncoder, Value) -> Void) {
        put(value != nil)
        if let value { putValue(&self, value) }
    }
}

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
        let place = try number()
        if place == 0 {
            shared.append(try text())
            return shared[shared.count - 1]
        }
        guard shared.indices.contains(place - 1) else { throw DamagedRecord() }
        return shared[place - 1]
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

/// A checksum of a row of the history (FNV-1a, 64 bits): a flipped bit on the disk is an error and never another
/// answer.
struct RowSum {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // A mark between two columns: `ab` + `c` is not `a` + `bc`.
        value = (value ^ 0xFF) &* 0x100_0000_01B3
    }

    mutating func add(_ text: String) { add(text.utf8) }
    mutating func add(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        for _ in 0..<8 {
            value = (value ^ (rest & 0xFF)) &* 0x100_0000_01B3
            rest >>= 8
        }
    }
    mutating func add(_ number: Int?) { if let number { add(number) } else { add("nil") } }

    /// As SQLite keeps it.
    var number: Int { Int(Int64(bitPattern: value)) }
}
