/// A zip archive with these files, not compressed.
func storedZip(_ files: [(String, String)]) -> [UInt8] {
    func little(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var (body, contents): ([UInt8], [UInt8]) = ([], [])
    for (name, text) in files {
        let (name, data) = (Array(name.utf8), Array(text.utf8))
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

private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
}
