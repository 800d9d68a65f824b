internal import ASCII
internal import CLinux
internal import Glibc

/// A terminal that gives each key as it is pressed. It is as it was before when this ends, by whatever way the process
/// does.
package final class KeyTerminal: Sendable {
    /// `nil` where input or output is no terminal.
    package init?() {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, wj_keys_begin() == 0 else { return nil }
    }

    package func end() { wj_keys_end() }

    deinit { wj_keys_end() }

    package var columns: Int { Machine.terminalColumns() ?? 80 }

    /// A key that is one plain character, Enter as a line feed; others (arrows, letters of other scripts) are passed over.
    /// - Parameter seconds: how long to wait for it; `nil`: for ever.
    /// - Returns: `nil` at the end of input or of the wait.
    package func key(within seconds: Int? = nil) -> UInt8? {
        while true {
            if let seconds, !isWaiting(milliseconds: seconds * 1000) { return nil }
            guard let byte = byte() else { return nil }
            switch byte {
            case .escape: passOverSequence()
            case .carriageReturn: return .lineFeed
            // Ctrl-D ends it, as the end of a file would.
            case 4: return nil
            case .beyondASCII...: continue
            default: return byte
            }
        }
    }

    package func show(_ text: String) { try? writeStandard(Array(text.utf8)) }

    private func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = unsafe read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    private func isWaiting(milliseconds: Int) -> Bool {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&input, 1, Int32(milliseconds)) > 0
    }

    /// An arrow is `ESC [ A`, a function key `ESC O P` or `ESC [ 1 5 ~`; the escape key alone has nothing behind it.
    private func passOverSequence() {
        guard isWaiting(milliseconds: 50), let second = byte() else { return }
        if second == UInt8(ascii: "O") { _ = byte() }
        guard second == .openingBracket else { return }
        while let next = byte(), !(0x40...0x7E).contains(next) {}
    }
}

extension Machine {
    /// How many columns standard output shows; `nil` where it is no terminal.
    package static func terminalColumns() -> Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        let columns = Int(wj_terminal_columns(STDOUT_FILENO))
        return columns > 0 ? columns : nil
    }
}
