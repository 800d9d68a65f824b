extension Matcher {
    func byLookAlike(_ query: MatchQuery) -> Link? {
        let isFancy = query.clean.isDressedThroughout && switches.fancyFontsAreLooks
        let isLookAlike = query.clean.isDisguised || isFancy || query.parts.contains(where: \.hidesDigits)
        let dotlessI = query.clean.dotlessI
        if switches.looks, let link = byDigitsForLetters(query) { return link }
        guard switches.looks, isLookAlike || dotlessI == .possible || dotlessI == .impossible else { return nil }
        var candidates = Set<Pupil.Index>()
        let links = query.parts.all.map { recognise($0, query) }
        if isLookAlike, links.contains(where: { $0.outcome == .staff }) {
            var link = ambiguous([], step: .lookAlike)
            link.impersonation = .lookAlike
            return link
        }
        for link in links
        where link.outcome == .pupil || link.outcome == .ambiguous || link.outcome == .otherClass {
            candidates.formUnion(link.candidates)
            if let pupil = link.pupil { candidates.insert(pupil) }
        }
        let own = candidates.filter(query.context.own.contains).sorted()
        guard !own.isEmpty else { return nil }
        if !isLookAlike, own.allSatisfy(isWrittenInTurkish) { return nil }
        if !isLookAlike, dotlessI == .possible {
            return ambiguous(own, step: .dotlessI)
        }
        var link = ambiguous(own, step: .lookAlike)
        link.impersonation = .lookAlike
        return link
    }

    /// `Jonah Tul1`, `L1ndqv1st`: with letters for the digits it is a name of the class or the staff letter by letter,
    /// and without them it is none.
    private func byDigitsForLetters(_ query: MatchQuery) -> Link? {
        let bytes = query.clean.bytes
        guard bytes.contains(where: \.isASCIIDigit), bytes.contains(where: \.isASCIILetter) else { return nil }
        if fits(query.parts.main.words, query.context.index, .letters).contains(where: { $0.kind >= .givenOnly }),
            !query.parts.main.hidesDigits
        {
            return nil
        }
        for one in [UInt8(ascii: "l"), UInt8(ascii: "i")] {
            guard let letters = lettersForDigits(bytes, one: one) else { return nil }
            let words = reader.read(letters).main.words
            let pupils = fits(words, query.context.index, .letters).filter {
                $0.isExact || $0.kind == .givenOnly && $0.given == .exact && $0.isOwnGiven
            }
            let isStaffs = fits(words, staffIndex, .letters).contains(where: \.isExact)
            if pupils.isEmpty, !isStaffs { continue }
            var link = ambiguous(self.pupils(pupils, query.context), step: .lookAlike)
            link.impersonation = .lookAlike
            return link
        }
        return nil
    }

    /// - Returns: `nil` where a digit stands for no letter.
    private func lettersForDigits(_ name: [UInt8], one: UInt8) -> [UInt8]? {
        var result = name
        for i in name.indices where name[i].isASCIIDigit {
            let letter: [UInt8: UInt8] = [
                .digitZero: UInt8(ascii: "o"), UInt8(ascii: "1"): one, UInt8(ascii: "3"): UInt8(ascii: "e"),
                UInt8(ascii: "5"): UInt8(ascii: "s"),
            ]
            let isBesideLetter =
                i > 0 && name[i - 1].isASCIILetter || i + 1 < name.count && name[i + 1].isASCIILetter
                || i > 0 && name[i - 1].isASCIIDigit
            guard let other = letter[name[i]], isBesideLetter else { return nil }
            result[i] = other
        }
        return result
    }

    private func isWrittenInTurkish(_ pupil: Pupil.Index) -> Bool {
        let person = school.roster.pupils[pupil]
        return [person.main, person.legal, person.preferred].contains { $0.map(TurkishSpelling.isAtHome) ?? false }
    }
}
