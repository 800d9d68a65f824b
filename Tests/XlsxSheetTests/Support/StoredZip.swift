@testable import XlsxSheet

/// A zip archive with these files, not compressed.
func storedZip(_ files: [(String, [UInt8])]) -> [UInt8] {
    var archive = StoredArchive()
    for (name, data) in files { archive.add(name, data) }
    return archive.bytes
}
