/// The bytes of ASCII by their names. Names of people are judged by bytes, never by `Character`: a combining mark glues
/// itself to the sign that one looks for.
extension UInt8 {
    @inlinable package static var tab: UInt8 { 0x09 }
    @inlinable package static var lineFeed: UInt8 { 0x0A }
    @inlinable package static var carriageReturn: UInt8 { 0x0D }
    /// Ctrl-Z, the end mark of old DOS programs.
    @inlinable package static var substitute: UInt8 { 0x1A }
    @inlinable package static var escape: UInt8 { 0x1B }
    /// Between the fields of a record, before there were commas; no text has it.
    @inlinable package static var unitSeparator: UInt8 { 0x1F }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable package static var exclamationMark: UInt8 { UInt8(ascii: "!") }
    @inlinable package static var quotationMark: UInt8 { UInt8(ascii: "\"") }
    @inlinable package static var numberSign: UInt8 { UInt8(ascii: "#") }
    @inlinable package static var percent: UInt8 { UInt8(ascii: "%") }
    @inlinable package static var ampersand: UInt8 { UInt8(ascii: "&") }
    @inlinable package static var apostrophe: UInt8 { UInt8(ascii: "'") }
    @inlinable package static var openingParenthesis: UInt8 { UInt8(ascii: "(") }
    @inlinable package static var closingParenthesis: UInt8 { UInt8(ascii: ")") }
    @inlinable package static var asterisk: UInt8 { UInt8(ascii: "*") }
    @inlinable package static var plus: UInt8 { UInt8(ascii: "+") }
    @inlinable package static var comma: UInt8 { UInt8(ascii: ",") }
    @inlinable package static var hyphen: UInt8 { UInt8(ascii: "-") }
    @inlinable package static var fullStop: UInt8 { UInt8(ascii: ".") }
    @inlinable package static var slash: UInt8 { UInt8(ascii: "/") }
    @inlinable package static var digitZero: UInt8 { UInt8(ascii: "0") }
    @inlinable package static var digitNine: UInt8 { UInt8(ascii: "9") }
    @inlinable package static var colon: UInt8 { UInt8(ascii: ":") }
    @inlinable package static var semicolon: UInt8 { UInt8(ascii: ";") }
    @inlinable package static var lessThan: UInt8 { UInt8(ascii: "<") }
    @inlinable package static var equals: UInt8 { UInt8(ascii: "=") }
    @inlinable package static var greaterThan: UInt8 { UInt8(ascii: ">") }
    @inlinable package static var questionMark: UInt8 { UInt8(ascii: "?") }
    @inlinable package static var at: UInt8 { UInt8(ascii: "@") }
    @inlinable package static var capitalA: UInt8 { UInt8(ascii: "A") }
    @inlinable package static var capitalZ: UInt8 { UInt8(ascii: "Z") }
    @inlinable package static var openingBracket: UInt8 { UInt8(ascii: "[") }
    @inlinable package static var backslash: UInt8 { UInt8(ascii: "\\") }
    @inlinable package static var closingBracket: UInt8 { UInt8(ascii: "]") }
    @inlinable package static var caret: UInt8 { UInt8(ascii: "^") }
    @inlinable package static var underscore: UInt8 { UInt8(ascii: "_") }
    @inlinable package static var backtick: UInt8 { UInt8(ascii: "`") }
    @inlinable package static var smallA: UInt8 { UInt8(ascii: "a") }
    @inlinable package static var smallZ: UInt8 { UInt8(ascii: "z") }
    @inlinable package static var openingBrace: UInt8 { UInt8(ascii: "{") }
    @inlinable package static var verticalBar: UInt8 { UInt8(ascii: "|") }
    @inlinable package static var closingBrace: UInt8 { UInt8(ascii: "}") }
    @inlinable package static var tilde: UInt8 { UInt8(ascii: "~") }
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
