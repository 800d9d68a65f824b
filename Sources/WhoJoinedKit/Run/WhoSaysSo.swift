import HostSystem

/// The name that stands behind a line of the school's own files.
///
/// - Parameter by: `--by`; `nil`: the name of the account on this machine.
/// - Throws: wrong usage, when nobody is named.
func whoSaysSo(_ by: String?) throws(RunFailure) -> String {
    let names = [by, Machine.environmentValue("USER"), Machine.environmentValue("LOGNAME"), Machine.accountName()]
    if let name = names.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) { return name }
    throw RunFailure(.wrongUsage, "--by: error: it must be said who says so; fix: add --by and your name")
}
