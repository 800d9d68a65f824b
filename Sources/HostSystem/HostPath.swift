internal import ASCII
internal import Glibc

/// A path as the system has it: bytes, which need not be UTF-8.
package struct HostPath: Hashable, Comparable, Sendable {
    package var bytes: [UInt8]

    package init(_ text: String) { bytes = Array(text.utf8) }
    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// For messages: bytes that are no UTF-8 as `\xNN`. Control characters are the writer's to neutralise.
    package var text: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let hex = Array("0123456789abcdef".utf8)
        var shown: [UInt8] = []
        for byte in bytes {
            if byte < .beyondASCII {
                shown.append(byte)
            } else {
                shown += [.backslash, UInt8(ascii: "x"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// Relative to a folder that it is in.
    package func text(below folder: HostPath) -> String {
        let start = folder.appending("").bytes
        return bytes.starts(with: start) ? HostPath(bytes: Array(bytes.dropFirst(start.count))).text : text
    }

    package func appending(_ name: [UInt8]) -> HostPath {
        HostPath(bytes: bytes.last == .slash || bytes.isEmpty ? bytes + name : bytes + [.slash] + name)
    }
    package func appending(_ name: String) -> HostPath { appending(Array(name.utf8)) }

    /// The last part.
    package var name: [UInt8] { Array(bytes[(bytes.lastIndex(of: .slash).map { $0 + 1 } ?? 0)...]) }
    /// The folder it is in: `.` for a bare name.
    package var parent: HostPath {
        guard let slash = bytes.lastIndex(of: .slash) else { return HostPath(".") }
        return slash == 0 ? HostPath("/") : HostPath(bytes: Array(bytes[..<slash]))
    }

    package static func < (a: HostPath, b: HostPath) -> Bool {
        let order = unsafe memcmp(a.bytes, b.bytes, min(a.bytes.count, b.bytes.count))
        return order != 0 ? order < 0 : a.bytes.count < b.bytes.count
    }

    /// All bytes at once, not one by one.
    package func hash(into hasher: inout Hasher) { unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) } }

    var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
