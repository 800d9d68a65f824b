internal import ASCII
internal import CArchive

/// The limits of an archive, judged by its table of contents before anything is unpacked.
package struct ArchiveLimits: Sendable {
    package var entries = 100
    /// Bytes of one entry, unpacked.
    package var entryBytes = 50_000_000
    /// Bytes of all entries, unpacked.
    package var totalBytes = 200_000_000
    /// Unpacked to packed bytes, of the whole archive. Small archives may be as uniform as they like.
    package var ratio = 100
    /// Says of a name whether its file is unpacked. Any other is given without bytes and counts as an entry only.
    package var wants: @Sendable (String) -> Bool = { _ in true }
    /// A workbook is an archive too, with limits of its own.
    package var takesWorkbooks = false

    package init() {}
}

/// Why an archive is not unpacked.
package enum ArchiveRefusal: Error, Sendable, Hashable {
    case damaged, tooManyEntries, entryTooBig, totalTooBig, ratio, path, link, doubleName, encrypted, name
    /// The name of the file in it that is an archive itself: as hostile as the archive.
    case nested(String)

    /// In words, without the name of the inner archive.
    package var what: String {
        switch self {
        case .damaged: "the archive is damaged or not a zip archive"
        case .tooManyEntries: "the archive holds more than 100 files"
        case .entryTooBig: "a file in the archive is larger than 50 MB unpacked"
        case .totalTooBig: "the archive is larger than 200 MB unpacked"
        case .ratio: "the archive unpacks to more than 100 times its size, as no list does"
        case .path: "a file in the archive has a path that leads outside it"
        case .link: "the archive holds a link or another special file"
        case .nested: "the archive holds another archive"
        case .doubleName: "two files in the archive have the same name"
        case .encrypted: "the archive is protected by a password"
        case .name: "a file name in the archive cannot be read"
        }
    }
}

package struct ArchiveEntry: Sendable {
    /// With `/` between its parts.
    package var name: String
    package var bytes: [UInt8]
}

/// By its first bytes: those of a file in it, or of an archive without any.
package func isZipArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: fileOfZip) || bytes.starts(with: "PK\u{5}\u{6}".utf8)
}

private let fileOfZip = Array("PK\u{3}\u{4}".utf8)

/// The ordinary files of a zip archive, unpacked in memory, in the archive's order. Nothing is written anywhere.
package func unpackArchive(_ packed: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveRefusal)
    -> [ArchiveEntry]
{
    guard isZipArchive(packed) else { throw .damaged }
    _ = try walk(packed, limits: limits, unpacks: false)
    return try walk(packed, limits: limits, unpacks: true)
}

/// The names of the files, by the table of contents and with all its checks. Nothing is unpacked.
package func listArchive(_ packed: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveRefusal)
    -> [String]
{
    guard isZipArchive(packed) else { throw .damaged }
    return try walk(packed, limits: limits, unpacks: false).map(\.name)
}

/// Goes through the archive once: either the table of contents alone, with all checks, or with the files' bytes.
private func walk(_ packed: [UInt8], limits: ArchiveLimits, unpacks: Bool) throws(ArchiveRefusal) -> [ArchiveEntry] {
    guard let reader = unsafe archive_read_new() else { throw .damaged }
    defer { unsafe _ = archive_read_free(reader) }
    unsafe archive_read_support_format_zip_seekable(reader)
    var result: Result<[ArchiveEntry], ArchiveRefusal> = .failure(.damaged)
    unsafe packed.withUnsafeBytes { bytes in
        guard unsafe archive_read_open_memory(reader, bytes.baseAddress, bytes.count) == ARCHIVE_OK else { return }
        do throws(ArchiveRefusal) {
            result = .success(try unsafe entries(of: reader, packedSize: bytes.count, limits: limits, unpacks: unpacks))
        } catch {
            result = .failure(error)
        }
    }
    return try result.get()
}

private func entries(
    of reader: OpaquePointer, packedSize: Int, limits: ArchiveLimits, unpacks: Bool
) throws(ArchiveRefusal) -> [ArchiveEntry] {
    var found: [ArchiveEntry] = []
    var names: Set<String> = []
    var (count, total, unpacked) = (0, 0, 0)
    while true {
        var entry: OpaquePointer?
        let status = unsafe archive_read_next_header(reader, &entry)
        if status == ARCHIVE_EOF { return found }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else { throw .damaged }
        count += 1
        if count > limits.entries { throw .tooManyEntries }
        let name = try unsafe checkedName(entry)
        if unsafe archive_entry_is_encrypted(entry) != 0 { throw .encrypted }
        let type = unsafe archive_entry_filetype(entry)
        if type == 0o040000 { continue }
        guard type == 0o100000, unsafe archive_entry_hardlink(entry) == nil, unsafe archive_entry_symlink(entry) == nil
        else { throw .link }
        if !names.insert(name.lowercased()).inserted { throw .doubleName }
        guard limits.wants(name) else {
            found.append(ArchiveEntry(name: name, bytes: []))
            continue
        }
        if isCalled(name, ".zip") { throw .nested(name) }
        let size = unsafe archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : 0
        if size > limits.entryBytes { throw .entryTooBig }
        total += size
        if total > limits.totalBytes { throw .totalTooBig }
        if total > packedSize * limits.ratio { throw .ratio }
        guard unpacks else {
            found.append(ArchiveEntry(name: name, bytes: []))
            continue
        }
        // What the table of contents says may be a lie: what has really been unpacked counts too.
        let bytes = try unsafe unpack(reader, declared: size, limits: limits)
        let isWorkbook = limits.takesWorkbooks && isCalled(name, ".xlsx", ".xlsm")
        if bytes.starts(with: fileOfZip), !isWorkbook { throw .nested(name) }
        unpacked += bytes.count
        if unpacked > limits.totalBytes { throw .totalTooBig }
        if unpacked > packedSize * limits.ratio + 1_000_000 { throw .ratio }
        found.append(ArchiveEntry(name: name, bytes: bytes))
    }
}

private func checkedName(_ entry: OpaquePointer) throws(ArchiveRefusal) -> String {
    let written = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    guard let written = unsafe written else { throw .name }
    let name = unsafe String(cString: written)
    let parts = name.utf8.split(separator: .slash, omittingEmptySubsequences: false)
    let isOutside =
        name.utf8.first == .slash || name.utf8.contains(.backslash) || name.utf8.dropFirst().first == .colon
        || parts.contains { $0.elementsEqual("..".utf8) }
    if isOutside { throw .path }
    return name
}

private func unpack(_ reader: OpaquePointer, declared: Int, limits: ArchiveLimits) throws(ArchiveRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(declared)
    while true {
        var block: UnsafeRawPointer?
        var (size, offset) = (0, Int64(0))
        let status = unsafe archive_read_data_block(reader, &block, &size, &offset)
        if status == ARCHIVE_EOF { return bytes }
        // A wrong checksum is no more than a warning to libarchive. And a zip archive has no holes.
        guard status == ARCHIVE_OK, offset == bytes.count else { throw .damaged }
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: block, count: size))
        if bytes.count > limits.entryBytes { throw .entryTooBig }
    }
}
