import HostSystem

@testable import WhoJoinedKit

/// Families made at random, each with a contact who must have none with one child or with all.
struct InventedFamily {
    struct Adult {
        var title: String
        var given: String
        var family: String
        var email: String
        var phone: String
        var relation: String
        var full: String { "\(given) \(family)" }
    }

    /// Where a list says that somebody must keep away.
    enum Layout: CaseIterable {
        case courtOrder, bromcom, restrictions, mayContact, relationship, nameRemark, responsibility

        var headings: String {
            switch self {
            case .courtOrder, .relationship, .nameRemark: "Court Order,Correspondence"
            case .bromcom: "Court Order Restricted Access,Correspondence"
            case .restrictions: "Contact Restrictions,Notes"
            case .mayContact: "May Contact,Notes"
            case .responsibility: "Court Order,Notes"
            }
        }
        /// A parent without responsibility is never written to, and may be in the call.
        var keepsAway: Bool { self != .responsibility }
    }

    var children: [(id: String, given: String, classCode: String)]
    var name: String
    var barred: Adult
    var isBarredFromAll: Bool
    var permitted: [Adult]

    static let words = ["Yes", "Court order", "no contact", "Non-molestation order", "see file"]
    private static let givens = [
        "Ada", "Barty", "Cato", "Dot", "Esme", "Finn", "Gus", "Hal", "Ines", "Jory", "Kit", "Lena",
    ]
    private static let names = ["Quillon", "Rook", "Sedge", "Thrale", "Umber", "Vance"]

    static func six(_ random: inout SeededGenerator) -> [InventedFamily] {
        var families: [InventedFamily] = []
        for number in names.indices { families.append(InventedFamily(number, &random)) }
        return families
    }

    /// What the barred adult may appear as in a call.
    var signs: [(name: String, email: String)] {
        let child = "\(children[0].given) \(name)"
        return [
            (barred.full, ""), ("iPad", barred.email), (child, barred.email), (barred.phone, ""),
            ("\(barred.full) (iPad)", ""), ("\(child) (\(barred.full))", ""), ("Somebody", barred.email),
        ]
    }

    /// By which a reader would know the barred adult.
    var marks: [String] { [barred.full, barred.email, barred.phone, barred.phone.filter { $0 != " " }] }

    /// Each child as an entrant, of one class.
    func children(of classCode: String) -> [(name: String, email: String)] {
        children.filter { $0.classCode == classCode }.map { ("\($0.given) \(name)", "\($0.id)@small.example") }
    }

    private init(_ number: Int, _ random: inout SeededGenerator) {
        name = InventedFamily.names[number]
        let count = 1 + random.below(2)
        children = (0..<count).map { child in
            (
                id: "\(2000 + number * 10 + child)", given: InventedFamily.givens[number * 2 + child],
                classCode: ["4B", "4C"][random.below(2)]
            )
        }
        barred = Adult(
            title: ["Mr", "Mrs", "Dr", ""][random.below(4)],
            given: ["Clive", "Ivor", "Norma", "Petra", "Rufus", "Trevor"][number],
            family: ["Harkness", "Mott", name][random.below(3)], email: "barred\(number)@mail.example",
            phone: "07700 90010\(number)", relation: ["Father", "Stepfather", "Uncle"][random.below(3)])
        permitted = (0..<random.below(3)).map { [name] adult in
            Adult(
                title: "Mrs", given: ["Selma", "Olga"][adult], family: name,
                email: "open\(number)\(adult)@mail.example",
                phone: "07700 9002\(number)\(adult)", relation: "Mother")
        }
        // Who is barred from one child alone may be the only one to write to about the other.
        isBarredFromAll = permitted.isEmpty || random.below(2) == 0
    }

    /// A list with a row for each contact of each child.
    static func roster(_ all: [InventedFamily], _ layout: Layout, _ random: inout SeededGenerator) -> String {
        var lines = [
            "Pupil Id,Legal Forename,Legal Surname,Class,Email,Contact Title,Contact Forename,Contact Surname,Relationship,"
                + "Priority,Parental Responsibility,\(layout.headings),Contact Email,Contact Phone"
        ]
        for family in all {
            for (index, child) in family.children.enumerated() {
                let isBarred = family.isBarredFromAll || index == 0
                let adults = ([(family.barred, isBarred)] + family.permitted.map { ($0, false) }).shuffled(
                    using: &random)
                for (priority, (adult, isBarred)) in adults.enumerated() {
                    let person = cells(adult, isBarred: isBarred, layout, words[random.below(words.count)])
                    let row =
                        [child.id, child.given, family.name, child.classCode, "\(child.id)@small.example"]
                        + person[..<4] + ["\(priority + 1)"] + person[4...] + [adult.email, adult.phone]
                    lines.append(row.joined(separator: ","))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Title, names, relation, responsibility, and the two columns of the layout.
    private static func cells(_ adult: Adult, isBarred: Bool, _ layout: Layout, _ words: String) -> [String] {
        var relation = adult.relation
        var family = adult.family
        var (responsibility, marks) = ("Yes", ["No", "Yes"])
        switch layout {
        case .courtOrder: if isBarred { marks = [words, "No"] }
        case .bromcom: if isBarred { marks = ["No", "No"] }
        case .restrictions: marks = isBarred ? [words, ""] : ["None", ""]
        case .mayContact: marks = isBarred ? ["No", ""] : ["Yes", ""]
        case .relationship: if isBarred { relation += " (NO CONTACT)" }
        case .nameRemark: if isBarred { family += " - do not contact" }
        case .responsibility:
            marks = ["No", ""]
            if isBarred { responsibility = "No - removed by court" }
        }
        return [adult.title, adult.given, family, relation, responsibility] + marks
    }
}
