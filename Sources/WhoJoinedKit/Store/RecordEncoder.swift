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
