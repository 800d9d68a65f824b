internal import CICal

/// An event of a calendar file (RFC 5545), its moments as seconds since 1970 UTC.
package struct CalendarEntry: Sendable {
    /// Its properties in the file's order: names in capitals, texts without their escapes.
    package var values: [(name: String, value: String)] = []
    /// `nil`: none, or none that is a time.
    package var start: Int?
    package var end: Int?
    package var isWholeDay = false
    /// All starts that its repeats lay out, without the exceptions.
    package var starts: [Int] = []
    /// The start of the occurrence of a series that this event stands for.
    package var replaces: Int?
    /// It stands for all that come after, too.
    package var isThisAndFuture = false
    /// A zone that neither the file nor the caller knows: its times were taken for the school's own.
    package var unknownZone: String?

    package func value(_ name: String) -> String? { values.first { $0.name == name }?.value }
    package func values(_ name: String) -> [String] { values.filter { $0.name == name }.map(\.value) }
}

/// The moment of what a clock shows in a zone that the file does not define (`nil`: no zone is named). The clock's time
/// is given as seconds since 1970 as if it were UTC.
package typealias MomentInZone = (_ zone: String?, _ clock: Int) -> Int?

/// The events of a calendar file in its order; `nil` when it is no calendar.
///
/// - Parameters:
///   - text: UTF-8.
///   - years: how far from its start a repeat is laid out.
package func calendarEntries(_ text: [UInt8], years: Int, moment: MomentInZone) -> [CalendarEntry]? {
    icalerror_set_errors_are_fatal(0)
    let bytes = text.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
    guard let file = unsafe icalparser_parse_string(bytes) else { return nil }
    defer { unsafe icalcomponent_free(file) }
    return withoutActuallyEscaping(moment) { unsafe entries(in: file, years: years, moment: $0) }
}

private let mostOccurrences = 5_000

/// One file may hold several calendars, each with its zones.
private func entries(in calendar: OpaquePointer, years: Int, moment: @escaping MomentInZone)
    -> [CalendarEntry]
{
    var found: [CalendarEntry] = []
    var next = unsafe icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT)
    while let part = unsafe next {
        switch unsafe icalcomponent_isa(part) {
        case ICAL_VEVENT_COMPONENT:
            var reader = unsafe EventReader(calendar: calendar, years: years, moment: moment)
            unsafe reader.read(part)
            unsafe found.append(reader.entry)
        case ICAL_VCALENDAR_COMPONENT: unsafe found += entries(in: part, years: years, moment: moment)
        default: break
        }
        unsafe next = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)
    }
    return found
}

@unsafe private struct EventReader {
    let calendar: OpaquePointer
    let years: Int
    let moment: MomentInZone
    var entry = CalendarEntry()
    private var clock: (start: icaltimetype, zone: String?)?
    /// `FREQ=WEEKLY;BYDAY=MO`
    private var rules: [String] = []
    private var extra: [Int] = []
    private var excepted: Set<Int> = []
    private var duration: Int?

    init(calendar: OpaquePointer, years: Int, moment: @escaping MomentInZone) {
        unsafe (self.calendar, self.years, self.moment) = (calendar, years, moment)
    }

    mutating func read(_ event: OpaquePointer) {
        var next = unsafe icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY)
        while let property = unsafe next {
            unsafe readProperty(property)
            unsafe next = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY)
        }
        if let start = unsafe entry.start, let duration = unsafe duration, unsafe entry.end == nil {
            unsafe entry.end = start + duration
        }
        unsafe entry.starts = starts()
    }

    private mutating func readProperty(_ property: OpaquePointer) {
        let zone = unsafe self.zone(of: property)
        switch unsafe icalproperty_isa(property) {
        case ICAL_DTSTART_PROPERTY:
            let start = unsafe icalproperty_get_dtstart(property)
            unsafe entry.isWholeDay = start.is_date != 0
            unsafe entry.start = seconds(start, zone)
            if unsafe entry.start != nil { unsafe clock = (start, zone) }
        case ICAL_DTEND_PROPERTY: unsafe entry.end = seconds(icalproperty_get_dtend(property), zone)
        case ICAL_DURATION_PROPERTY:
            unsafe duration = Int(icaldurationtype_as_int(icalproperty_get_duration(property)))
        case ICAL_RRULE_PROPERTY:
            if let rule = unsafe icalproperty_get_value_as_string(property) {
                unsafe rules.append(String(cString: rule))
            }
        case ICAL_RDATE_PROPERTY:
            if let start = unsafe seconds(icalproperty_get_rdate(property).time, zone) {
                unsafe extra.append(start)
            }
        case ICAL_EXDATE_PROPERTY:
            if let start = unsafe seconds(icalproperty_get_exdate(property), zone) {
                unsafe excepted.insert(start)
            }
        case ICAL_RECURRENCEID_PROPERTY:
            unsafe entry.replaces = seconds(icalproperty_get_recurrenceid(property), zone)
            let range = unsafe icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER)
            if let range = unsafe range {
                unsafe entry.isThisAndFuture = icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE
            }
        case ICAL_XLICERROR_PROPERTY: break
        default: unsafe readText(property)
        }
    }

    private mutating func readText(_ property: OpaquePointer) {
        guard let name = unsafe icalproperty_get_property_name(property) else { return }
        let value = unsafe icalproperty_get_value(property)
        let isText = unsafe value != nil && icalvalue_isa(value) == ICAL_TEXT_VALUE
        let text =
            unsafe isText ? icalvalue_get_text(value) : icalproperty_get_value_as_string(property)
        guard let text = unsafe text else { return }
        unsafe entry.values.append((String(cString: name).uppercased(), String(cString: text)))
    }

    // MARK: Time

    private func zone(of property: OpaquePointer) -> String? {
        guard let parameter = unsafe icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER),
            let name = unsafe icalparameter_get_tzid(parameter)
        else { return nil }
        return unsafe String(cString: name)
    }

    /// The moment of a time: by `Z`, by the file's own definition of its zone, else as the caller knows the zone. A
    /// whole day begins at midnight of the school's clock.
    private mutating func seconds(_ time: icaltimetype, _ zone: String?, isUTC: Bool = false) -> Int? {
        guard unsafe isReal(time) else { return nil }
        var plain = unsafe time
        unsafe plain.zone = nil
        let clock = unsafe Int(icaltime_as_timet(plain))
        if unsafe isUTC || icaltime_is_utc(time) != 0 { return clock }
        guard let zone, unsafe time.is_date == 0 else { return unsafe moment(nil, clock) }
        if let defined = unsafe icalcomponent_get_timezone(calendar, zone) {
            return unsafe clock - Int(icaltimezone_get_utc_offset(defined, &plain, nil))
        }
        if let known = unsafe moment(zone, clock) { return known }
        unsafe entry.unknownZone = zone
        return unsafe moment(nil, clock)
    }

    private func isReal(_ time: icaltimetype) -> Bool {
        unsafe icaltime_is_null_time(time) == 0 && (1900...2200).contains(time.year)
            && (1...12).contains(time.month)
            && (1...icaltime_days_in_month(time.month, time.year)).contains(time.day)
            && (0...24).contains(time.hour) && (0...59).contains(time.minute)
            && (0...60).contains(time.second)
    }

    // MARK: Repeats

    private mutating func starts() -> [Int] {
        guard let first = unsafe entry.start, let clock = unsafe clock else { return [] }
        var found: Set<Int> = unsafe Set(extra + [first])
        for rule in unsafe rules {
            unsafe found.formUnion(occurrences(rule, from: clock.start, clock.zone))
        }
        return unsafe found.subtracting(excepted).sorted()
    }

    /// Repeats follow the clock of the event's own zone, whatever its offset is by then.
    private mutating func occurrences(_ text: String, from start: icaltimetype, _ zone: String?)
        -> [Int]
    {
        let isUTC = unsafe icaltime_is_utc(start) != 0
        var (rule, start) = unsafe (icalrecurrencetype_from_string(text), start)
        let last = unsafe isReal(rule.until) ? untilSeconds(rule.until, zone) : Int.max
        unsafe rule.until = icaltime_null_time()
        unsafe start.zone = nil
        guard let iterator = unsafe icalrecur_iterator_new(rule, start) else { return [] }
        defer { unsafe icalrecur_iterator_free(iterator) }
        var found: [Int] = []
        while found.count < mostOccurrences {
            let time = unsafe icalrecur_iterator_next(iterator)
            guard unsafe icaltime_is_null_time(time) == 0,
                unsafe Int(time.year) <= Int(start.year) + years
            else { break }
            guard let moment = unsafe seconds(time, zone, isUTC: isUTC), moment <= last else { break }
            found.append(moment)
        }
        return found
    }

    /// A date as the end of a repeat means the whole day.
    private mutating func untilSeconds(_ until: icaltimetype, _ zone: String?) -> Int {
        guard unsafe until.is_date != 0 else { return unsafe seconds(until, zone) ?? .max }
        var end = unsafe until
        unsafe (end.is_date, end.hour, end.minute, end.second) = (0, 23, 59, 59)
        return unsafe seconds(end, zone) ?? .max
    }
}
