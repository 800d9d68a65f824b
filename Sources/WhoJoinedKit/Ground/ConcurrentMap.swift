/// Maps in parallel, at most `jobs` at a time; results in the order of the input.
///
/// What the caller does not keep of the input is let go of part by part: a term of entrants has no room in a small
/// machine.
func concurrentMap<Input: Sendable, Output: Sendable>(
    _ inputs: consuming [Input], jobs: Int, _ transform: @escaping @Sendable (Input) -> Output
) async -> [Output] {
    if inputs.count < 2 { return inputs.map(transform) }
    let width = max(1, min(jobs, inputs.count))
    // Small parts: at the end nobody waits long for the last of them.
    let least = max(32, width * 64)
    let chunk = (inputs.count + least - 1) / least
    // Every part is taken off the end, last element first, and its results likewise: so an element is moved, and not
    // copied with all that it refers to.
    var waiting: [[Input]] = Array(repeating: [], count: (inputs.count + chunk - 1) / chunk)
    for part in waiting.indices.reversed() {
        waiting[part].reserveCapacity(chunk)
        while inputs.count > part * chunk { waiting[part].append(inputs.removeLast()) }
    }
    inputs = []
    return await withTaskGroup(of: (Int, [Output]).self) { group in
        var parts = [[Output]](repeating: [], count: waiting.count)
        var next = 0
        func start() {
            guard next < waiting.count else { return }
            let (part, some) = (next, waiting[next])
            waiting[next] = []
            next += 1
            group.addTask { (part, some.map(transform)) }
        }
        for _ in 0..<width { start() }
        while let (part, outputs) = await group.next() {
            parts[part] = outputs
            start()
        }
        var all: [Output] = []
        all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts.indices { while let next = parts[part].popLast() { all.append(next) } }
        return all
    }
}
