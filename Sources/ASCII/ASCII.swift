/// The bytes of ASCII by their names. Names of people are judged by bytes, never by `Character`: a combining mark glues
/// itself to the sign that one looks for.
extension UInt8 {
    @inlinable package static var tab: UInt8 { 0x09 }
    @inlinable package static var lineFeed: UInt8 { 0x0A }
    @inlinable package static var carriageReturn: UInt8 { 0x0D }
    /// Ctrl-Z, the end mark of old DOS programs.
    @inlinable package static var substitute: UInt8 { 0x1A }
    @inlinable package static var space: UInt8 { 0x20 }
    @inlinable package static var exclamationMark: UInt8 { 0x21 }
    @inlinable package static var quotationMark: UInt8 { 0x22 }
    @inlinable package static var numberSign: UInt8 { 0x23 }
    @inlinable package static var percent: UInt8 { 0x25 }
    @inlinable package static var ampersand: UInt8 { 0x26 }
    @inlinable package static var apostrophe: UInt8 { 0x27 }
    @inlinable package static var openingParenthesis: UInt8 { 0x28 }
    @inlinable package static var closingParenthesis: UInt8 { 0x29 }
    @inlinable package static var asterisk: UInt8 { 0x2A }
    @inlinable package static var plus: UInt8 { 0x2B }
    @inlinable package static var comma: UInt8 { 0x2C }
    @inlinable package static var hyphen: UInt8 { 0x2D }
    @inlinable package static var fullStop: UInt8 { 0x2E }
    @inlinable package static var slash: UInt8 { 0x2F }
    @inlinable package static var digitZero: UInt8 { 0x30 }
    @inlinable package static var digitNine: UInt8 { 0x39 }
    @inlinable package static var colon: UInt8 { 0x3A }
    @inlinable package static var semicolon: UInt8 { 0x3B }
    @inlinable package static var lessThan: UInt8 { 0x3C }
    @inlinable package static var equals: UInt8 { 0x3D }
    @inlinable package static var greaterThan: UInt8 { 0x3E }
    @inlinable package static var questionMark: UInt8 { 0x3F }
    @inlinable package static var at: UInt8 { 0x40 }
    @inlinable package static var capitalA: UInt8 { 0x41 }
    @inlinable package static var capitalZ: UInt8 { 0x5A }
    @inlinable package static var openingBracket: UInt8 { 0x5B }
    @inlinable package static var backslash: UInt8 { 0x5C }
    @inlinable package static var closingBracket: UInt8 { 0x5D }
    @inlinable package static var caret: UInt8 { 0x5E }
    @inlinable package static var underscore: UInt8 { 0x5F }
    @inlinable package static var backtick: UInt8 { 0x60 }
    @inlinable package static var smallA: UInt8 { 0x61 }
    @inlinable package static var smallZ: UInt8 { 0x7A }
    @inlinable package static var openingBrace: UInt8 { 0x7B }
    @inlinable package static var verticalBar: UInt8 { 0x7C }
    @inlinable package static var closingBrace: UInt8 { 0x7D }
    @inlinable package static var tilde: UInt8 { 0x7E }
    @inlinable package static var delete: UInt8 { 0x7F }

    /// The bit that a small letter has and its capital has not.
    @inlinable package static var caseBit: UInt8 { 0x20 }
    /// From here on a byte is a part of a letter outside ASCII.
    @inlinable package static var beyondASCII: UInt8 { 0x80 }

    /// A byte that no text in UTF-8 has.
    @inlinable package static var notUTF8: UInt8 { 0xFF }

    @inlinable package var isASCII: Bool { self < .beyondASCII }
    @inlinable package var isASCIIDigit: Bool { self >= .digitZero && self <= .digitNine }
    @inlinable package var isASCIICapital: Bool { self >= .capitalA && self <= .capitalZ }
    @inlinable package var isASCIISmallLetter: Bool { self >= .smallA && self <= .smallZ }
    @inlinable package var isASCIILetter: Bool { (self | .caseBit).isASCIISmallLetter }
    @inlinable package var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
    /// The small letter of a capital; everything else as it is.
    @inlinable package var loweredASCII: UInt8 { isASCIICapital ? self | .caseBit : self }
}
