import Testing

@testable import WhoJoinedKit

/// Whom a person at the keyboard means.
struct PersonLookupTests {
    /// `0042 Zoë O’Brien-Şahin`, `0107 Niamh Ní Dhálaigh`, `42x Ann Abel`, `0300 Anna Bell`, twice the number 7.
    private static let lookup: PersonLookup = {
        var school = School()
        let people = [
            ("0042", "Zoë", "O’Brien-Şahin"), ("0107", "Niamh", "Ní Dhálaigh"), ("0300", "Anna", "Bell"),
            ("007", "Kit", "Rowe"), ("0007", "Kit", "Lowe"), ("0900", "Çınar", "Ilıca"),
        ]
        for (id, given, family) in people {
            var pupil = Pupil(key: id, id: PupilID(id))
            pupil.main = PersonName(given: given, family: family)
            school.roster.pupils.append(pupil)
        }
        school.indexRoster()
        return PersonLookup(school: school)
    }()

    @Test(arguments: [
        ("0042", ["0042"], "an id"), ("42", ["0042"], "an id without its noughts"),
        ("7", ["007", "0007"], "an id without its noughts that is two pupils'"),
        ("007", ["007"], "an id as it is printed"),
        ("zoe o'brien sahin", ["0042"], "no accents, another apostrophe, a blank for a hyphen"),
        ("OBrien-Sahin, Zoe", ["0042"], "the family name first"), ("Niamh Ni Dhalaigh", ["0107"], "no accents"),
        ("Niamh NiDhalaigh", ["0107"], "no gap"), ("cinar ilica", ["0900"], "Turkish letters"),
        ("Zoe", [], "a first name is not a name"), ("Zoe O'Brian Sahin", [], "a slip is another name"),
        ("Zо\u{435} O'Brien Sahin", [], "look-alike letters are another name"), ("", [], "nothing"),
        ("Anna Bell 4B", [], "more than the name"),
    ]) func `pupils are found as people type them`(text: String, ids: [String], what: String) {
        let found = Self.lookup.pupilsMeant(by: text).map { Self.lookup.school.roster.pupils[$0].id.text }
        #expect(found == ids, "\(what)")
    }

    @Test(arguments: [
        ("Zoe O'Brian Sahin", ["Zoë O’Brien-Şahin (0042)"]), ("Anna Bel", ["Anna Bell (0300)"]),
        ("Niamh", ["Niamh Ní Dhálaigh (0107)"]), ("Kit Mowe", ["Kit Lowe (0007)", "Kit Rowe (007)"]),
        ("Somebody Else", []),
    ]) func `the nearest are offered for a name that nobody has`(text: String, names: [String]) {
        #expect(Self.lookup.nearest(to: text) == names)
    }
}
