import ASCII

/// What the cells of all sheets refer to.
struct SheetContext {
    var strings: [String] = []
    var styles = Styles()
    var dateSystem = DateSystem.from1900
    /// The program that wrote the file left the formulas to the next one; zeros are their results till then.
    var isUncalculated = false
}

/// Reads the cells of one sheet. What stands in no cell (widths, filters, pictures) is passed over.
struct SheetReader: XMLHandler {
    private(set) var rows: [SheetRow] = []
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

    private mutating func endCell(_ text: Span<UInt8>) throws(WorkbookRefusal.Reason) {
        isInCell = false
        if hasBadReference || column < nextColumn || column >= SheetLimits.lastColumn { throw .brokenPart }
        nextColumn = column + 1
        guard let (text, kind) = try value(text), kind == .formulaWithoutResult || !isBlank(text) else { return }
        if column >= SheetLimits.columns { throw .tooManyColumns }
        try use.add(text)
        row.cells.append(Cell(column: column, text: text, kind: kind))
    }

    private func value(_ text: Span<UInt8>) throws(WorkbookRefusal.Reason) -> (String, Cell.Kind)? {
        if hasFormula, isWithoutResult(text) { return ("", .formulaWithoutResult) }
        if text.isEmpty { return nil }
        switch type {
        case .number: return numberValue(text)
        case .sharedText: return (try sharedText(text), .text)
        case .inlineText, .formulaText: return (cellText(text), .text)
        case .boolean: return (isTrue(text) ? "TRUE" : "FALSE", .boolean)
        case .error: return (cellText(text), .error)
        case .date: return (isoDateText(cellText(text), context.styles[style]), .date)
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

    private func sharedText(_ text: Span<UInt8>) throws(WorkbookRefusal.Reason) -> String {
        guard let index = wholeNumber(text), context.strings.indices.contains(index) else { throw .brokenPart }
        return context.strings[index]
    }

    /// A number that nobody can read as one is kept as it stands, for the caller to name.
    private func numberValue(_ text: Span<UInt8>) -> (String, Cell.Kind) {
        let format = context.styles[style]
        if format.isOfTime, let serial = Double(string(text)), let date = dateText(serial, format, context.dateSystem) {
            return (date, .date)
        }
        guard let number = plainNumber(text) else { return (cellText(text), .text) }
        if case .padded(let signs) = format { return (paddedNumber(number, signs) ?? number, .number) }
        return (number, .number)
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
