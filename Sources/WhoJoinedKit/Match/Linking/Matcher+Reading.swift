/// One reading of a name against everybody: the class, the staff, the contacts, the other classes.
extension Matcher {
    func recognise(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        switch reading.kind {
        case .blank: return Link(.unnamed, step: "no name", why: "The name is empty or holds no letters.")
        case .device: return Link(.unnamed, step: "device", why: "The name of a device names nobody.")
        case .generic: return Link(.unnamed, step: "generic name", why: "A word that names nobody.")
        case .bot: return Link(.unnamed, step: "bot", why: "A note-taking or recording programme, not a person.")
        case .phone: return Link(.unnamed, step: "telephone", why: "A telephone number names nobody.")
        case .relative: return recogniseRelative(reading, query)
        case .household: return recogniseHousehold(reading, query)
        case .several: return recogniseSeveral(reading, query)
        case .titled: return recogniseTitled(reading, query)
        case .email: return recogniseEmail(reading, query)
        case .person: return recognisePerson(reading, query)
        }
    }
    /// Each name of `Leela and Rohan Nair`, the family name shared where only the last gives it.
    func recogniseSeveral(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        let shared = reading.groups.last.flatMap { $0.count > 1 ? Array($0.dropFirst()) : nil } ?? []
        var candidates: [Int] = []
        var namesAll = true
        for group in reading.groups {
            var own = NameReading(kind: .person, words: group)
            own.isFromDevice = reading.isFromDevice
            var link: Link?
            if group.count == 1, !shared.isEmpty {
                link = recognisePerson(NameReading(kind: .person, words: group + shared), query)
                if link?.outcome == .uninvited { link = nil }
            }
            link = link ?? recognise(own, query)
            switch link?.outcome {
            case .pupil: candidates.append(link?.pupil ?? 0)
            case .ambiguous:
                candidates += link?.candidates ?? []
                namesAll = false
            case .otherClass: break
            default: namesAll = namesAll && !candidates.isEmpty
            }
        }
        guard !candidates.isEmpty else {
            return Link(.uninvited, step: "several names", why: "Several names, none of them of this class.")
        }
        var link = ambiguous(
            candidates, step: "several names",
            why: namesAll
                ? "One device for several children; those of the class are named."
                : "Several names on one device; not all of them are clear.")
        link.namesAllCandidates = namesAll
        return link
    }

    func recogniseEmail(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        if let pupils = pupilsByEmail[reading.digits], let pupil = pupils.only, isOnRoll(pupil, on: query.context.day) {
            return Link(
                query.context.own.contains(pupil) ? .pupil : .otherClass, pupil: pupil, certainty: .probable,
                step: "e-mail as name",
                why: "The display name is this pupil's school address.")
        }
        if let member = staffByEmail[reading.digits] {
            return Link(
                .staff, staff: member, certainty: .probable, step: "e-mail as name",
                why: "The display name is an address of the staff list.")
        }
        var person = reading
        person.kind = .person
        guard var link = recognisePerson(person, query) else { return nil }
        if link.outcome == .pupil, let pupil = link.pupil {
            if reading.words.count == 1, link.step == "first name" {
                return ambiguous(
                    [pupil], step: "e-mail as name", why: "A first name alone in an address that nobody knows.")
            }
            if link.certainty == .certain { link.certainty = .probable }
        }
        return link
    }
}
