import XlsxSheet

/// A zip archive with these files, not compressed.
func storedZip(_ files: [(String, String)]) -> [UInt8] {
    var archive = StoredArchive()
    for (name, text) in files { archive.add(name, Array(text.utf8)) }
    return archive.bytes
}
