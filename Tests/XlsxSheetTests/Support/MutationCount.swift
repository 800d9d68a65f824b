import Foundation

func mutationCount() -> Int { ProcessInfo.processInfo.environment["XLSX_MUTATIONS"].flatMap { Int($0) } ?? 1_000 }
