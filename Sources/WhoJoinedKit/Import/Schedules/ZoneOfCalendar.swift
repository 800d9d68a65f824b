import HostSystem

/// A zone as calendars name it: `Europe/London`, `W. Europe Standard Time`, or as Outlook shows it in its list:
/// `(UTC+01:00) Amsterdam, Berlin`, `(UTC-05:00) Eastern Time (US & Canada)`.
///
/// The offset in brackets is that of winter and of no use by itself.
func zoneOfCalendar(_ name: String) -> SchoolZone? {
    if let known = SchoolZone.named(name) ?? ofWindows(name) { return known }
    guard ["(utc", "(gmt"].contains(String(name.prefix(4)).lowercased()),
        let end = name.utf8.firstIndex(of: .closingParenthesis)
    else { return nil }
    let shown = String(name[name.utf8.index(after: end)...])
    let plain = shown.utf8.firstIndex(of: .openingParenthesis).map { String(shown[..<$0]) } ?? shown
    if let known = ofWindows(tidied(plain.replacing(" Time", with: " Standard Time"))) { return known }
    let cities = plain.split(separator: ",").map { tidied(String($0)).replacing(" ", with: "_") }
    return cities.lazy.flatMap { city in continents.lazy.map { "\($0)/\(city)" } }.compactMap(SchoolZone.named).first
}

private let continents = ["Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic"]

private func ofWindows(_ name: String) -> SchoolZone? { ICU.zoneName(ofWindows: name).flatMap(SchoolZone.named) }
