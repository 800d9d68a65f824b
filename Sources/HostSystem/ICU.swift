internal import CICU

/// What the Unicode library knows of letters and of zones.
package enum ICU {
    /// Text that looks alike has the same skeleton (Unicode Technical Standard 39), whatever scripts its letters are of.
    /// `nil` when ICU cannot tell.
    package static func lookAlikeSkeleton(_ text: String) -> String? {
        guard let checker = unsafe spoofChecker else { return nil }
        let bytes = text.utf8.map { CChar(bitPattern: $0) }
        var skeleton = [CChar](repeating: 0, count: 8 * bytes.count + 16)
        let count = unsafe wj_skeleton(checker, bytes, Int32(bytes.count), &skeleton, Int32(skeleton.count))
        guard count >= 0 else { return nil }
        return String(validating: skeleton[..<Int(count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Letters and their marks apart (NFD); with `compatibility` also full-width and mathematical letters as plain ones
    /// (NFKD).
    package static func decomposed(_ text: String, compatibility: Bool = false) -> String {
        let units = Array(text.utf16)
        var result = [UInt16](repeating: 0, count: 18 * units.count + 16)
        let count = unsafe wj_decompose(compatibility ? 1 : 0, units, Int32(units.count), &result, Int32(result.count))
        return count < 0 ? text : String(decoding: result[..<Int(count)], as: UTF16.self)
    }

    /// Any script in Latin letters without marks, as ICU transliterates it: `محمد` → `mhmd`. `nil` when ICU cannot.
    package static func latinised(_ text: String) -> String? {
        guard let transliterator = unsafe anyToLatin else { return nil }
        var units = Array(text.utf16)
        let length = Int32(units.count)
        units += [UInt16](repeating: 0, count: 8 * units.count + 32)
        let count = unsafe wj_transliterate(transliterator, &units, length, Int32(units.count))
        return count < 0 ? nil : String(decoding: units[..<Int(count)], as: UTF16.self)
    }

    /// `W. Europe Standard Time` is `Europe/Berlin`; `nil` for a name that Windows does not have.
    package static func zoneName(ofWindows name: String) -> String? {
        let units = Array(name.utf16)
        var result = [UInt16](repeating: 0, count: 128)
        let count = unsafe wj_windows_zone(units, Int32(units.count), &result, Int32(result.count))
        return count <= 0 ? nil : String(decoding: result[..<Int(count)], as: UTF16.self)
    }

    // Opened at the first name that needs them and never closed: both are read-only afterwards and shared by all threads.

    private static nonisolated(unsafe) let spoofChecker: OpaquePointer? = unsafe wj_checker_open()

    private static nonisolated(unsafe) let anyToLatin: OpaquePointer? = {
        let id = Array("Any-Latin; Latin-ASCII".utf16)
        return unsafe wj_transliterator_open(id, Int32(id.count))
    }()
}
