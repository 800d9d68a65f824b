import ASCII

/// What the cells of all sheets refer to.
struct SheetContext {
    var strings = SharedStrings()
    var styles = Styles()
    var dateSystem = DateSystem.from1900
    /// The program that wrote the file left the formulas to the next one; zeros are their results till then.
    var isUncalculated = false
}

/// Reads the cells of one sheet. What stands in no cell (widths, filters, pictures) is passed over.
struct SheetReader: XMLHandler {
    private(set) var rows: [SheetRow] = []
    private(set) var text: [UInt8] = []
    private(set) var merged: [CellRange] = []
    private(set) var use: SheetUse

    /// The cell at which the reading ended, if it ended early.
    var cellInQuestion: String { cellName(row: row.number, column: column) }

    private let context: SheetContext
    private var element = XMLName.other
    private var isInData = false
    private var row = SheetRow(number: 0, isHidden: false, cells: [])
    private var rowHasNumber = false
    /// The number of the row before, whether anything stands in it or not.
    private var previousRow = 0

    private var column = 0
    private var nextColumn = 0
    private var isInCell = false
    private var hasBadReference = false
    private var type = CellType.number
    private var style = 0
    private var hasFormula = false
    private var hasValue = false
    private var isReadingAid = false

    init(_ context: SheetContext, use: SheetUse) {
        self.context = context
        self.use = use
    }

    mutating func start(_ element: XMLName) -> TextUse {
        self.element = element
        guard isInData else {
            if element == .sheetData { isInData = true }
            return .passedOver
        }
        switch element {
        case .c:
            startCell()
            return .startsAnew
        case .row: startRow()
        case .f: hasFormula = true
        case .rPh: isReadingAid = true
        case .v:
            hasValue = true
            return type == .inlineText ? .passedOver : .gathered
        case .t: return type == .inlineText && !isReadingAid ? .gathered : .passedOver
        default: break
        }
        return .passedOver
    }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        switch element {
        case .c where isInCell:
            switch name {
            case .r: place(CellReference(value))
            case .s: style = wholeNumber(value) ?? 0
            case .t: type = CellType(value)
            default: break
            }
        case .row:
            if name == .r { (row.number, rowHasNumber) = (wholeNumber(value) ?? 0, true) }
            if name == .hidden { row.isHidden = isTrue(value) }
        case .mergeCell:
            if name == .ref, let range = CellRange(value) { merged.append(range) }
        default: break
        }
    }

    mutating func end(_ element: XMLName, _ text: Span<UInt8>) throws(WorkbookRefusal.Reason) {
        switch element {
        case .rPh: isReadingAid = false
        case .c where isInCell: try endCell(text)
        case .row where isInData: try endRow()
        case .sheetData: isInData = false
        default: break
        }
    }

    private mutating func startRow() {
        row = SheetRow(number: previousRow + 1, isHidden: false, cells: [])
        rowHasNumber = false
        row.cells.reserveCapacity(rows.last?.cells.count ?? 0)
        nextColumn = 0
    }

    private mutating func endRow() throws(WorkbookRefusal.Reason) {
        if row.number <= previousRow || row.number > SheetLimits.lastRow { throw .brokenPart }
        previousRow = row.number
        if row.cells.isEmpty { return }
        try use.add(row)
        rows.append(row)
    }

    private mutating func startCell() {
        (isInCell, type, style, hasFormula, hasValue, isReadingAid) = (true, .number, 0, false, false, false)
        column = nextColumn
    }

    /// By reference; a cell without one stands beside the cell before it.
    private mutating func place(_ reference: CellReference?) {
        guard let reference else {
            hasBadReference = true
            return
        }
        column = reference.column
        // A row without a number has that of its cells.
        if !rowHasNumber { (row.number, rowHasNumber) = (reference.row, true) }
    }

    private mutating func endCell(_ written: Span<UInt8>) throws(WorkbookRefusal.Reason) {
        isInCell = false
        if hasBadReference || column < nextColumn || column >= SheetLimits.lastColumn { throw .brokenPart }
        nextColumn = column + 1
        let start = text.count
        guard let kind = try addText(written) else { return }
        if kind != .formulaWithoutResult, isBlank(text[start...]) {
            text.removeLast(text.count - start)
            return
        }
        if column >= SheetLimits.columns { throw .tooManyColumns }
        try use.add(textBytes: text.count - start)
        row.cells.append(Cell(column: column, place: start..<text.count, kind: kind))
    }

    /// - Returns: what kind of text was added; `nil` for a cell in which nothing is written.
    private mutating func addText(_ written: Span<UInt8>) throws(WorkbookRefusal.Reason) -> Cell.Kind? {
        if hasFormula, isWithoutResult(written) { return .formulaWithoutResult }
        if written.isEmpty { return nil }
        switch type {
        case .number: return addNumber(written)
        case .sharedText:
            guard let place = wholeNumber(written), place < context.strings.count else { throw .brokenPart }
            text.append(contentsOf: context.strings[place])
            return .text
        case .inlineText, .formulaText:
            appendCellText(written, to: &text)
            return .text
        case .boolean:
            text.append(contentsOf: (isTrue(written) ? "TRUE" : "FALSE").utf8)
            return .boolean
        case .error:
            appendCellText(written, to: &text)
            return .error
        case .date:
            var trimmed: [UInt8] = []
            appendCellText(written, to: &trimmed)
            text.append(contentsOf: isoDateText(String(decoding: trimmed, as: UTF8.self), context.styles[style]).utf8)
            return .date
        }
    }

    private func isWithoutResult(_ text: Span<UInt8>) -> Bool {
        switch type {
        case .formulaText: !hasValue
        case .inlineText: false
        case .number: text.isEmpty || context.isUncalculated && text.count == 1 && text[0] == .digitZero
        default: text.isEmpty
        }
    }

    /// A number that nobody can read as one is kept as it stands, for the caller to name.
    private mutating func addNumber(_ written: Span<UInt8>) -> Cell.Kind {
        let format = context.styles[style]
        if format.isOfTime, let serial = Double(string(written)),
            let date = dateText(serial, format, context.dateSystem)
        {
            text.append(contentsOf: date.utf8)
            return .date
        }
        if case .plain = format, isShortWholeNumber(written) {
            append(written, to: &text)
            return .number
        }
        guard let number = plainNumber(written) else {
            appendCellText(written, to: &text)
            return .text
        }
        if case .padded(let signs) = format {
            text.append(contentsOf: (paddedNumber(number, signs) ?? number).utf8)
        } else {
            text.append(contentsOf: number.utf8)
        }
        return .number
    }
}

/// The `t` of a cell: how its value is to be read.
private enum CellType {
    case number, sharedText, inlineText, formulaText, boolean, error, date

    init(_ value: Span<UInt8>) {
        if value.count == 1 {
            switch value[0] {
            case UInt8(ascii: "s"): self = .sharedText
            case UInt8(ascii: "b"): self = .boolean
            case UInt8(ascii: "e"): self = .error
            case UInt8(ascii: "d"): self = .date
            default: self = .number
            }
        } else {
            switch string(value) {
            case "inlineStr": self = .inlineText
            case "str": self = .formulaText
            default: self = .number
            }
        }
    }
}
