import Dispatch
import Synchronization

/// Maps in parallel, at most `jobs` at a time; results in the order of the input.
func concurrentMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, _ transform: @escaping @Sendable (Input) -> Output
) async -> [Output] {
    let width = max(1, min(jobs, inputs.count))
    if width == 1 { return inputs.map(transform) }
    let chunk = (inputs.count + width * 8 - 1) / (width * 8)
    return await withTaskGroup(of: (Int, [Output]).self) { group in
        var parts = [[Output]](repeating: [], count: (inputs.count + chunk - 1) / chunk)
        var next = 0
        func start() {
            guard next < parts.count else { return }
            let (part, range) = (next, next * chunk..<min((next + 1) * chunk, inputs.count))
            next += 1
            group.addTask { (part, inputs[range].map(transform)) }
        }
        for _ in 0..<width { start() }
        while let (part, outputs) = await group.next() {
            parts[part] = outputs
            start()
        }
        return Array(parts.joined())
    }
}

/// Does the parts of one piece of work at once and waits for them: for steps that are no tasks themselves.
func inParallel<Part: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Part) -> [Part] {
    let parts = Mutex<[Part?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { i in
        let part = work(i)
        parts.withLock { $0[i] = part }
    }
    return parts.withLock { $0.map { $0! } }
}
