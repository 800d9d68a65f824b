internal import CExpat
internal import Glibc

/// What is told of a part while it is read, in the order of the part: an element's start, its attributes one by one,
/// its end. Entities of the file's own cannot come up: a document type ends the reading.
protocol XMLHandler {
    /// - Returns: what becomes of the text that stands directly in the element.
    mutating func start(_ element: XMLName) -> TextUse
    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>)
    /// - Parameter text: what was gathered up to here.
    mutating func end(_ element: XMLName, _ text: Span<UInt8>) throws(WorkbookRefusal.Reason)
}

enum TextUse {
    case passedOver
    /// Added to what has been gathered.
    case gathered
    /// Passed over; what has been gathered is forgotten.
    case startsAnew
    /// Nothing more needs to be read.
    case endsReading
}

/// Reads a part of a workbook to its end, or until the handler wants no more.
func readXML<Handler: XMLHandler>(_ bytes: [UInt8], into handler: inout Handler) throws(WorkbookRefusal.Reason) {
    var memory = unsafe XML_Memory_Handling_Suite(malloc_fcn: allocate, realloc_fcn: reallocate, free_fcn: release)
    guard let parser = unsafe XML_ParserCreate_MM(nil, &memory, nil) else { throw .brokenPart }
    defer { unsafe XML_ParserFree(parser) }
    unsafe XML_SetElementHandler(parser, elementStarted, elementEnded)
    unsafe XML_SetCharacterDataHandler(parser, textRead)
    unsafe XML_SetStartDoctypeDeclHandler(parser, documentTypeDeclared)
    var isWhole = false
    var end = ReadingEnd.ofPart
    unsafe withUnsafeMutablePointer(to: &handler) { handler in
        let reading = unsafe ReadingInto(handler, parser: parser)
        unsafe XML_SetUserData(parser, Unmanaged<Reading>.passUnretained(reading).toOpaque())
        isWhole = withExtendedLifetime(reading) { unsafe parse(bytes, with: parser) }
        end = reading.end
    }
    switch end {
    case .ofPart: if !isWhole { throw .brokenPart }
    case .wanted: break
    case .refused(let reason): throw reason
    }
}

/// In pieces, because the parser keeps a copy of what it is given.
private func parse(_ bytes: [UInt8], with parser: XML_Parser) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
        let text = unsafe buffer.bindMemory(to: CChar.self)
        var start = 0
        while start < text.count {
            let count = min(pieceBytes, text.count - start)
            let piece = unsafe UnsafeBufferPointer(rebasing: text[start..<start + count])
            guard unsafe XML_Parse(parser, piece.baseAddress, Int32(count), 0) == XML_STATUS_OK else { return false }
            start += count
        }
        return unsafe XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK
    }
}

/// Bytes of a part as text; the parser has seen to it that they are UTF-8.
func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
}

/// Adds bytes in one piece.
func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
}

private enum ReadingEnd {
    case ofPart, wanted
    case refused(WorkbookRefusal.Reason)
}

/// What the parser hands to each callback. Only `ReadingInto` is ever made.
@safe private class Reading {
    final var end = ReadingEnd.ofPart
    final let parser: XML_Parser

    init(parser: XML_Parser) { unsafe self.parser = unsafe parser }

    func elementStarts(_ element: XMLName) {}
    func attribute(_ name: XMLName, _ value: Span<UInt8>) {}
    func text(_ text: UnsafeRawBufferPointer) {}
    func elementEnds(_ element: XMLName) {}

    /// Nothing can be thrown through the parser, which is C: a refusal waits here till the parser is back.
    final func stop(_ end: ReadingEnd) {
        self.end = end
        unsafe _ = XML_StopParser(parser, 0)
    }
}

/// The handler and the text are changed through pointers: through properties of a class each change would be checked
/// while the program runs, millions of times for a sheet.
@safe private final class ReadingInto<Handler: XMLHandler>: Reading {
    private let handler: UnsafeMutablePointer<Handler>
    private let gathered: UnsafeMutablePointer<[UInt8]>
    private var isGathering = false

    init(_ handler: UnsafeMutablePointer<Handler>, parser: XML_Parser) {
        unsafe self.handler = unsafe handler
        unsafe gathered = .allocate(capacity: 1)
        unsafe gathered.initialize(to: [])
        unsafe super.init(parser: parser)
    }

    deinit {
        unsafe gathered.deinitialize(count: 1)
        unsafe gathered.deallocate()
    }

    override func elementStarts(_ element: XMLName) {
        let use = unsafe handler.pointee.start(element)
        isGathering = use == .gathered
        if use == .startsAnew { unsafe gathered.pointee.removeAll(keepingCapacity: true) }
        if use == .endsReading { stop(.wanted) }
    }

    override func attribute(_ name: XMLName, _ value: Span<UInt8>) { unsafe handler.pointee.attribute(name, value) }

    override func text(_ text: UnsafeRawBufferPointer) {
        if isGathering { unsafe gathered.pointee.append(contentsOf: text) }
    }

    override func elementEnds(_ element: XMLName) {
        isGathering = false
        do throws(WorkbookRefusal.Reason) {
            try unsafe handler.pointee.end(element, gathered.pointee.span)
        } catch {
            stop(.refused(error))
        }
    }
}

private func withReading(_ context: UnsafeMutableRawPointer?, _ body: (Reading) -> Void) {
    guard let context = unsafe context else { return }
    unsafe Unmanaged<Reading>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
}

private let elementStarted: XML_StartElementHandler = { context, name, attributes in
    unsafe withReading(context) { reading in
        guard let name = unsafe name, var attribute = unsafe attributes else { return }
        reading.elementStarts(unsafe xmlName(name, isAttribute: false))
        while let name = unsafe attribute[0], let value = unsafe attribute[1] {
            let bytes = unsafe UnsafeRawBufferPointer(start: value, count: length(value)).bindMemory(to: UInt8.self)
            reading.attribute(unsafe xmlName(name, isAttribute: true), unsafe bytes.span)
            unsafe attribute += 2
        }
    }
}

/// Most values have a few letters. `strlen` looks at 32 bytes in one go, of which the parser has only just written the
/// first, and has to wait for them: it was a twentieth of the reading.
private func length(_ value: UnsafePointer<CChar>) -> Int {
    for count in 0..<8 where unsafe value[count] == 0 { return count }
    return unsafe strlen(value)
}

private let elementEnded: XML_EndElementHandler = { context, name in
    unsafe withReading(context) { reading in
        guard let name = unsafe name else { return }
        reading.elementEnds(unsafe xmlName(name, isAttribute: false))
    }
}

private let textRead: XML_CharacterDataHandler = { context, text, count in
    unsafe withReading(context) { unsafe $0.text(UnsafeRawBufferPointer(start: text, count: Int(count))) }
}

private let documentTypeDeclared: XML_StartDoctypeDeclHandler = { context, _, _, _, _ in
    unsafe withReading(context) { $0.stop(.refused(.documentType)) }
}

/// Elements go by their name without a prefix (`x:row` is a row); an attribute with a prefix is one of another
/// vocabulary, but for `r:id`.
private func xmlName(_ text: UnsafePointer<CChar>, isAttribute: Bool) -> XMLName {
    let first = unsafe UInt8(bitPattern: text[0])
    if first != 0, unsafe text[1] == 0 { return XMLName(letter: first) }
    var start = 0
    var end = 0
    while unsafe text[end] != 0 {
        if unsafe text[end] == CChar(UInt8.colon) { start = end + 1 }
        end += 1
    }
    if end - start == 1 && (start == 0 || !isAttribute) {
        return XMLName(letter: unsafe UInt8(bitPattern: text[start]))
    }
    if start == 0 && end == 2,
        let name = unsafe XMLName(letters: UInt8(bitPattern: text[0]), UInt8(bitPattern: text[1]))
    {
        return name
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: text + start, count: end - start)
    let name = unsafe XMLName.named[String(decoding: bytes, as: UTF8.self)] ?? .other
    return start == 0 || !isAttribute || name == .id ? name : .other
}

private let pieceBytes = 262_144

/// A part with a million different names would make the parser's tables as large as it likes, and one endless token
/// would be scanned again with every piece. No cell needs half of this.
private let largestAllocation = 2_000_000

private let allocate: @convention(c) (Int) -> UnsafeMutableRawPointer? = { size in
    size > largestAllocation ? nil : unsafe malloc(size)
}

private let reallocate: @convention(c) (UnsafeMutableRawPointer?, Int) -> UnsafeMutableRawPointer? = { memory, size in
    size > largestAllocation ? nil : unsafe realloc(memory, size)
}

private let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { unsafe free($0) }
