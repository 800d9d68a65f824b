/// A display name of a session that a person should settle.
struct OpenName: Sendable {
    let judged: JudgedSession
    let entrant: LinkedEntrant
    /// Whom it may be: those the matcher names, else everybody who was not seen by name. Who is in the call already
    /// stands behind.
    let candidates: [Pupil.Index]
    /// It is there week after week, and somebody never is.
    var recurring: RecurringDevice?

    var session: LinkedSession { judged.session }

    /// Somebody else in the call had the same name: only the e-mail tells them apart.
    var hasNamesake: Bool {
        session.entrants.count { settledKey($0.displayName.text) == settledKey(entrant.displayName.text) } > 1
    }

    /// `09:02-10:00`; as much of it as the export tells.
    func times(_ context: ReportContext) -> String { context.times(of: entrant) }

    /// Minutes in the call, overlaps counted once; `nil` where no times are known.
    var minutes: Int? {
        let spans = ReportContext.spans(of: entrant.stays)
        return spans.isEmpty ? nil : roundedMinutes(spans.reduce(0) { $0 + $1.seconds })
    }

    /// What is known of a candidate in this session: whether they are there already.
    func whereabouts(of pupil: Pupil.Index, _ context: ReportContext) -> String {
        let own = session.entrants.filter { $0.link.outcome == .pupil && $0.link.pupil == pupil && !$0.onlyWaited }
        if let first = own.first {
            return LessonWords.thereAlready(as: PlainText.shown(first.displayName.text), context.times(of: first))
        }
        switch judged.results.first(where: { $0.pupil == pupil })?.status {
        case .joined: return LessonWords.thereAlready
        case .excused: return SharedWords.knownAbsence
        case .nonJoiner, .possible, .noData: return SharedWords.notSeen
        case nil: return LessonWords.notExpected
        }
    }
}

extension JudgedSession {
    /// The pupil is in the call under another name.
    func isSeen(_ pupil: Pupil.Index) -> Bool { results.first { $0.pupil == pupil }?.status == .joined }

    func unseenFirst(_ pupils: [Pupil.Index]) -> [Pupil.Index] {
        pupils.filter { !isSeen($0) } + pupils.filter(isSeen)
    }

    /// `Obuya, Freya (004207); Lindqvist, Freya (004206), there already`; of many the first four.
    func couldBe(_ pupils: [Pupil.Index], _ context: ReportContext) -> String {
        let shown = unseenFirst(pupils).prefix(4).map { pupil in
            isSeen(pupil) ? LessonWords.seenAlready(context.identified(pupil)) : context.identified(pupil)
        }
        let rest = pupils.count - shown.count
        return shown.joined(separator: "; ") + (rest > 0 ? " \(SharedWords.orMore(rest))" : "")
    }
}

/// All names of some sessions that are open, class by class, in the order of the lessons; names that children give
/// themselves before devices.
struct OpenNames: Sendable {
    let all: [OpenName]

    /// - Parameter only: names of this class's sessions alone.
    init(_ result: WeekResult, _ context: ReportContext, only: ClassCode? = nil) {
        let sessions = result.sessions.filter { judged in
            only.map { code in judged.session.classes.contains { $0.key == code.key } } ?? true
        }
        let devices = RecurringDevice.all(in: result)
        all = sessions.sorted {
            ($0.session.classText, $0.session.start, $0.session.key)
                < ($1.session.classText, $1.session.start, $1.session.key)
        }.flatMap { OpenNames.names(of: $0, devices, context) }
    }

    static func areIn(_ judged: JudgedSession) -> Bool { judged.session.entrants.contains(where: isOpen) }

    private static func names(of judged: JudgedSession, _ devices: [RecurringDevice], _ context: ReportContext)
        -> [OpenName]
    {
        let missing = judged.results.filter { $0.status == .possible || $0.status == .nonJoiner }.map(\.pupil)
            .sorted { context.sortName($0) < context.sortName($1) }
        let open = judged.session.entrants.filter(isOpen)
        return (open.filter { $0.link.outcome == .ambiguous } + open.filter { $0.link.outcome == .unnamed }).map {
            openName(judged, $0, devices, missing)
        }
    }

    private static func openName(
        _ judged: JudgedSession, _ entrant: LinkedEntrant, _ devices: [RecurringDevice], _ missing: [Pupil.Index]
    ) -> OpenName {
        let recurring = devices.first {
            entrant.link.outcome == .unnamed && $0.isMeant(entrant.displayName.text, in: judged.session)
        }
        let first = recurring?.pupils.filter(missing.contains) ?? []
        let candidates = judged.unseenFirst(candidates(of: entrant.link, missing))
        return OpenName(
            judged: judged, entrant: entrant, candidates: first + candidates.filter { !first.contains($0) },
            recurring: first.isEmpty ? nil : recurring)
    }

    /// A family's number may be any of the family, and anybody else who is missing.
    private static func candidates(of link: Link, _ missing: [Pupil.Index]) -> [Pupil.Index] {
        if link.outcome == .ambiguous, !link.candidates.isEmpty { return link.candidates }
        return link.candidates + missing.filter { !link.candidates.contains($0) }
    }

    /// Not yet settled by anybody, and no programme.
    private static func isOpen(_ entrant: LinkedEntrant) -> Bool {
        let link = entrant.link
        if entrant.onlyWaited || link.decidedBy != nil || link.isProgramme || link.namesAllCandidates { return false }
        return link.outcome == .ambiguous || link.outcome == .unnamed
    }
}
