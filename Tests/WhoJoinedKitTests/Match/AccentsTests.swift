import HostSystem
import Testing

@testable import WhoJoinedKit

/// Letters with their marks composed or apart are one name, on either side.
struct AccentsTests {
    /// Given and family names that are told apart by nothing but what stands here.
    static let names = [
        "Zoë Ångström", "Chloé Brontë", "José Nuñez", "Łucja Wiśniewska", "Siân Llŷr", "Seán Ó'Briain",
        "François Lefèvre", "Jürgen Weiß", "Žofie Dvořáková",
        "Ștefan Țurcanu", "Gökçe Şahin", "Nguyễn Trần", "Māia Tūhoe", "Søren Østergård", "Þóra Guðjónsdóttir",
    ]

    @Test(arguments: [false, true]) func `every name is the same person, composed or apart`(rosterIsApart: Bool) {
        let stage = MatchStage(Self.names.map { (rosterIsApart ? ICU.decomposed($0) : $0) + "|4B" })
        for shown in [
            Self.names, Self.names.map { ICU.decomposed($0) }, Self.names.map { ICU.decomposed($0.lowercased()) },
        ] {
            for (at, link) in stage.links(shown).enumerated() {
                #expect(link.outcome == .pupil && link.pupil == Pupil.Index(at), "\(Self.names[at]): \(link.outcome)")
            }
        }
        #expect(Self.names.allSatisfy { !ICU.decomposed($0).utf8.elementsEqual($0.utf8) })
    }
}
