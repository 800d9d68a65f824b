/// A zip archive with these files, not compressed.
func storedZip(_ files: [(String, [UInt8])]) -> [UInt8] {
    func little(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var (body, contents): ([UInt8], [UInt8]) = ([], [])
    for (name, data) in files {
        let name = Array(name.utf8)
        let common =
            little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(Int(checksum(data)), 4)
            + little(data.count, 4) + little(data.count, 4) + little(name.count, 2)
        let offset = body.count
        body += little(0x0403_4B50, 4) + common + little(0, 2) + name + data
        contents +=
            little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 2)
            + little(0, 4) + little(offset, 4) + name
    }
    return body + contents + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
        + little(contents.count, 4) + little(body.count, 4)
        + little(0, 2)
}

private let checksumTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { $0 >> 8 ^ checksumTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
}
