/// Maps in parallel, at most `jobs` at a time; results in the order of the input.
func concurrentMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, _ transform: @escaping @Sendable (Input) -> Output
) async -> [Output] {
    let width = max(1, min(jobs, inputs.count))
    if width == 1 { return inputs.map(transform) }
    let chunk = (inputs.count + width * 8 - 1) / (width * 8)
    return await withTaskGroup(of: (Int, [Output]).self) { group in
        var results: [Int: [Output]] = [:]
        var next = 0
        func start() {
            guard next < inputs.count else { return }
            let range = next..<min(next + chunk, inputs.count)
            next = range.upperBound
            group.addTask { (range.lowerBound, inputs[range].map(transform)) }
        }
        for _ in 0..<width { start() }
        while let (at, outputs) = await group.next() {
            results[at] = outputs
            start()
        }
        return results.keys.sorted().flatMap { results[$0]! }
    }
}
