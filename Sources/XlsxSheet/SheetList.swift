/// What `xl/workbook.xml` says: the sheets in the order of their tabs, and how dates are counted.
struct SheetList: XMLHandler {
    struct Entry {
        var name = ""
        /// By which the workbook's relationships know the part.
        var id = ""
        var isHidden = false
    }

    private(set) var entries: [Entry] = []
    private(set) var dateSystem = DateSystem.from1900
    private(set) var isUncalculated = false
    private var element = XMLName.other
    private var entry = Entry()

    mutating func start(_ element: XMLName) -> TextUse {
        self.element = element
        if element == .sheet { entry = Entry() }
        return .passedOver
    }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        switch (element, name) {
        case (.sheet, .name): entry.name = shortName(value)
        case (.sheet, .id): entry.id = string(value)
        case (.sheet, .state): entry.isHidden = string(value) != "visible"
        case (.workbookPr, .date1904): if isTrue(value) { dateSystem = .from1904 }
        case (.calcPr, .fullCalcOnLoad): isUncalculated = isTrue(value)
        default: break
        }
    }

    mutating func end(_ element: XMLName, _ text: Span<UInt8>) {
        if element == .sheet { entries.append(entry) }
    }

    /// Excel allows 31 letters; a name stands in messages.
    private func shortName(_ value: Span<UInt8>) -> String { String(string(value).unicodeScalars.prefix(100)) }
}
