internal import CICU

/// Text that looks alike has the same skeleton (Unicode Technical Standard 39), whatever scripts its letters are of.
/// `nil` when ICU cannot tell.
package func lookAlikeSkeleton(_ text: String) -> String? {
    guard let checker = unsafe spoofChecker else { return nil }
    let bytes = text.utf8.map { CChar(bitPattern: $0) }
    var skeleton = [CChar](repeating: 0, count: 8 * bytes.count + 16)
    var status = U_ZERO_ERROR
    let count = unsafe wj_spoof_skeleton(checker, bytes, Int32(bytes.count), &skeleton, Int32(skeleton.count), &status)
    guard status.rawValue <= 0, count >= 0, Int(count) <= skeleton.count else { return nil }
    return String(validating: skeleton[..<Int(count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Letters and their marks apart (NFD); with `compatibility` also full-width and mathematical letters as plain ones (NFKD).
package func decomposed(_ text: String, compatibility: Bool = false) -> String {
    let units = Array(text.utf16)
    var result = [UInt16](repeating: 0, count: 18 * units.count + 16)
    var status = U_ZERO_ERROR
    guard let form = unsafe wj_decomposer(compatibility ? 1 : 0, &status) else { return text }
    let count = unsafe wj_normalize(form, units, Int32(units.count), &result, Int32(result.count), &status)
    guard status.rawValue <= 0, count >= 0, Int(count) <= result.count else { return text }
    return String(decoding: result[..<Int(count)], as: UTF16.self)
}

/// Any script in Latin letters without marks, as ICU transliterates it: `محمد` → `mhmd`. `nil` when ICU cannot.
package func latinised(_ text: String) -> String? {
    guard let transliterator = unsafe anyToLatin else { return nil }
    var units = Array(text.utf16)
    var count = Int32(units.count)
    units += [UInt16](repeating: 0, count: 8 * units.count + 32)
    var status = U_ZERO_ERROR
    unsafe wj_transliterate(transliterator, &units, &count, Int32(units.count), &status)
    guard status.rawValue <= 0, count >= 0, Int(count) <= units.count else { return nil }
    return String(decoding: units[..<Int(count)], as: UTF16.self)
}

// Opened at the first name that needs them and never closed: both are read-only afterwards and shared by all threads.

private nonisolated(unsafe) let spoofChecker: OpaquePointer? = {
    var status = U_ZERO_ERROR
    let checker = unsafe wj_spoof_open(&status)
    return unsafe status.rawValue <= 0 ? checker : nil
}()

private nonisolated(unsafe) let anyToLatin: UnsafeMutablePointer<UTransliterator?>? = {
    let id = Array("Any-Latin; Latin-ASCII".utf16)
    var status = U_ZERO_ERROR
    let transliterator = unsafe wj_transliterator(id, Int32(id.count), &status)
    return unsafe status.rawValue <= 0 ? transliterator : nil
}()
