import ASCII
internal import HostSystem

/// The parts of a workbook: the files in its archive, by their paths in small letters as the format wants them
/// compared.
struct Parts {
    private var files: [String: [UInt8]] = [:]
    private var names: [String] = []

    init(_ packed: [UInt8]) throws(WorkbookRefusal.Reason) {
        do throws(ArchiveRefusal) {
            for entry in try unpackArchive(packed, limits: SheetLimits.archive) {
                files[entry.name.lowercased()] = entry.bytes
                names.append(entry.name)
            }
        } catch {
            throw reason(error)
        }
    }

    func has(_ path: String) -> Bool { files[path.lowercased()] != nil }

    func bytes(_ path: String) throws(WorkbookRefusal) -> [UInt8] {
        guard let bytes = files[path.lowercased()] else { throw WorkbookRefusal(.missingPart, at: path) }
        return bytes
    }

    /// The part's bytes, which are not kept any longer.
    mutating func take(_ path: String) throws(WorkbookRefusal) -> [UInt8] {
        guard let bytes = files.updateValue([], forKey: path.lowercased()), !bytes.isEmpty else {
            throw WorkbookRefusal(.missingPart, at: path)
        }
        return bytes
    }

    /// Also of the parts that nobody reads: whoever made such a file meant no good with it.
    func refuseDocumentTypes() throws(WorkbookRefusal) {
        for name in names where isXML(name) {
            if declaresDocumentType(files[name.lowercased()] ?? []) { throw WorkbookRefusal(.documentType, at: name) }
        }
    }
}

func isXML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".xml") || name.hasSuffix(".rels")
}

/// Looks no further than the first element. A part that is no XML at all is left to whoever needs it.
private func declaresDocumentType(_ part: [UInt8]) -> Bool {
    var prologue = Prologue()
    do throws(WorkbookRefusal.Reason) {
        try readXML(part, into: &prologue)
        return false
    } catch {
        return error == .documentType
    }
}

private struct Prologue: XMLHandler {
    func start(_ element: XMLName) -> TextUse { .endsReading }
    func attribute(_ name: XMLName, _ value: Span<UInt8>) {}
    func end(_ element: XMLName, _ text: Span<UInt8>) {}
}

private func reason(_ refusal: ArchiveRefusal) -> WorkbookRefusal.Reason {
    switch refusal {
    case .damaged: .damagedArchive
    case .tooManyEntries: .tooManyParts
    case .entryTooBig: .partTooLarge
    case .totalTooBig: .tooLarge
    case .ratio: .tooDense
    case .encrypted: .password
    case .path, .link, .nested, .doubleName, .name: .strangeArchive
    }
}
