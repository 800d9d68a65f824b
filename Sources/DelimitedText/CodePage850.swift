import ASCII

/// The code page in which Excel for Windows writes "CSV (MS-DOS)" in Western Europe.
package enum CodePage850 {
    /// Takes the bytes as code page 850 whatever they are.
    package static func decode(_ bytes: [UInt8]) -> DecodedText {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes { text.append(contentsOf: UTF8.encode(scalar(byte))!) }
        return DecodedText(bytes: text, encoding: .codePage850)
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        byte < .beyondASCII ? Unicode.Scalar(byte) : signs[Int(byte - .beyondASCII)]
    }

    private static let signs = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
            + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars)

    /// What stands above ASCII makes words without one odd sign, and odd ones both as Mac Roman and as Windows-1252.
    package static func isLikely(_ bytes: [UInt8]) -> Bool {
        guard let others = MacRoman.oddities(bytes), others.onMac > 0, others.onWindows > 0 else { return false }
        return MacRoman.oddWords(in: bytes, as: scalar) == 0
    }
}
