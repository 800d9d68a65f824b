import HostSystem
import Synchronization

/// The ASCII letters that this letter of another script (or dress) looks like, if it looks like any.
func lookAlikeASCII(_ scalar: Unicode.Scalar) -> [UInt8]? { LookAlikes.known.letters(of: scalar) }

/// What each letter that was met looks like: asking ICU costs more than all else that is done with a name.
private final class LookAlikes: Sendable {
    static let known = LookAlikes()
    private let letters = Mutex<[UInt32: [UInt8]]>([:])

    /// Empty: like no letter.
    func letters(of scalar: Unicode.Scalar) -> [UInt8]? {
        if let known = letters.withLock({ $0[scalar.value] }) { return known.isEmpty ? nil : known }
        let found = search(scalar)
        letters.withLock { $0[scalar.value] = found }
        return found.isEmpty ? nil : found
    }

    private func search(_ scalar: Unicode.Scalar) -> [UInt8] {
        let texts = [
            ICU.decomposed(String(scalar), compatibility: true), ICU.lookAlikeSkeleton(String(scalar)) ?? "",
            ICU.lookAlikeSkeleton(scalar.properties.lowercaseMapping) ?? "",
        ]
        for text in texts where text.utf8.allSatisfy({ $0 < .beyondASCII }) {
            let found = text.utf8.filter { $0.isASCIILetter || $0.isASCIIDigit }
            if !found.isEmpty { return found }
        }
        return []
    }
}
