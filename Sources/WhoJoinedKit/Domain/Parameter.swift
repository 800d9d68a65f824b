/// A value that `school.toml` may set. Whatever goes by it declares it, once, and reads it as
/// `policy[LateRule.afterMinutes]`; the reader of `school.toml`, the text of `init` and the documents' table follow from there.
struct Parameter<Value: ParameterValue>: AnyParameter {
    let section: ParameterSection
    let key: String
    let `default`: Value
    let kind: ParameterKind
    let name: String

    private init(_ section: ParameterSection, _ key: String, _ default: Value, _ kind: ParameterKind) {
        (self.section, self.key, self.default, self.kind) = (section, key, `default`, kind)
        name = (section.path + [key]).joined(separator: ".")
    }

    var defaultSetting: SettingValue { self.default.setting }
}

extension Parameter where Value: ParameterNumber {
    init(_ section: ParameterSection, _ key: String, default: Value, range: ClosedRange<Value>) {
        let range = range.lowerBound.number...range.upperBound.number
        self.init(section, key, `default`, .number(range, isWhole: Value.isWhole))
    }
}

extension Parameter<Bool> {
    init(_ section: ParameterSection, _ key: String, default: Bool) { self.init(section, key, `default`, .flag) }
}

extension Parameter<Names> {
    init(_ section: ParameterSection, _ key: String) { self.init(section, key, Names(list: []), .names) }
}

extension Parameter<[Platform]> {
    init(_ section: ParameterSection, _ key: String) { self.init(section, key, [], .platforms) }
}

/// A parameter of whatever type: what the reader and the documents need to know.
protocol AnyParameter: Sendable {
    var section: ParameterSection { get }
    var key: String { get }
    var kind: ParameterKind { get }
    var defaultSetting: SettingValue { get }
    /// `rules.late.after-minutes`
    var name: String { get }
}

enum ParameterSection: Hashable, Sendable {
    case rule(RuleID)
    case followUp

    /// `[rules.late]` of `school.toml`
    var path: [String] {
        switch self {
        case .rule(let rule): ["rules", rule.rawValue]
        case .followUp: ["follow-up"]
        }
    }
}

enum ParameterKind: Sendable {
    case number(ClosedRange<Double>, isWhole: Bool)
    case flag
    case platforms
    case names
}

/// A value as `school.toml` has it.
enum SettingValue: Sendable, Equatable, CustomStringConvertible {
    case number(Double)
    case flag(Bool)
    case platforms([Platform])
    case names([String])

    /// As TOML writes it.
    var description: String {
        switch self {
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .flag(let isOn): String(isOn)
        case .names(let list): "[\(list.map { "\"\($0)\"" }.joined(separator: ", "))]"
        case .platforms(let list): "[\(list.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))]"
        }
    }
}

// MARK: What a parameter may be

protocol ParameterValue: Sendable {
    init?(_ setting: SettingValue)
    var setting: SettingValue { get }
}

protocol ParameterNumber: ParameterValue, Comparable {
    init(number: Double)
    var number: Double { get }
    /// Counts people, times or days: no fractions.
    static var isWhole: Bool { get }
}

extension ParameterNumber {
    init?(_ setting: SettingValue) {
        guard case .number(let number) = setting else { return nil }
        self.init(number: number)
    }
    var setting: SettingValue { .number(number) }
    static var isWhole: Bool { false }
    static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

extension Int: ParameterNumber {
    init(number: Double) { self.init(number) }
    var number: Double { Double(self) }
    static var isWhole: Bool { true }
}

extension Double: ParameterNumber {
    init(number: Double) { self = number }
    var number: Double { self }
}

struct Minutes: ParameterNumber, ExpressibleByIntegerLiteral {
    let number: Double
    init(number: Double) { self.number = number }
    init(integerLiteral value: Int) { number = Double(value) }
    /// Whole ones.
    var seconds: Int { Int(number * 60) }
}

struct Seconds: ParameterNumber, ExpressibleByIntegerLiteral {
    let number: Double
    init(number: Double) { self.number = number }
    init(integerLiteral value: Int) { number = Double(value) }
    /// Whole ones.
    var seconds: Int { Int(number) }
}

extension Bool: ParameterValue {
    init?(_ setting: SettingValue) {
        guard case .flag(let isOn) = setting else { return nil }
        self = isOn
    }
    var setting: SettingValue { .flag(self) }
}

extension [Platform]: ParameterValue {
    init?(_ setting: SettingValue) {
        guard case .platforms(let list) = setting else { return nil }
        self = list
    }
    var setting: SettingValue { .platforms(self) }
}

/// Names as a school writes them.
struct Names: ParameterValue {
    let list: [String]

    init(list: [String]) { self.list = list }
    init?(_ setting: SettingValue) {
        guard case .names(let list) = setting else { return nil }
        self.list = list
    }
    var setting: SettingValue { .names(list) }
}
