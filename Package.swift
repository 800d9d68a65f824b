// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6, pointers must be marked `unsafe`, a warning is an error.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "whojoined",
    products: [.executable(name: "whojoined", targets: ["whojoined"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .target(
            name: "CICU",
            linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata")]),
        .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "CLinux"),
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .target(name: "ASCII", swiftSettings: strict),
        .target(name: "DelimitedText", dependencies: ["ASCII", "CLibCSV"], swiftSettings: strict),
        .target(
            name: "HostSystem", dependencies: ["ASCII", "CArchive", "CICU", "CICal", "CLinux", "CNettle"],
            swiftSettings: strict),
        .systemLibrary(name: "CICal", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "XlsxSheet", dependencies: ["ASCII", "CExpat", "HostSystem"], swiftSettings: strict),
        // Sources/Templates/files is a link to Templates/.
        .target(name: "Templates", resources: [.embedInCode("files")], swiftSettings: strict),
        .target(
            name: "WhoJoinedKit",
            dependencies: [
                "ASCII", "DelimitedText", "HostSystem", "Templates", "XlsxSheet",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Mustache", package: "swift-mustache"),
                "TOMLKit",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "whojoined",
            dependencies: [
                "WhoJoinedKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText"], swiftSettings: strict),
        .testTarget(name: "XlsxSheetTests", dependencies: ["XlsxSheet"], swiftSettings: strict),
        .testTarget(
            name: "WhoJoinedKitTests",
            dependencies: ["WhoJoinedKit", "DelimitedText", "HostSystem", "Templates", "XlsxSheet"],
            exclude: ["Match/name-pairs.csv", "Store/history-0.1.0.sqlite"],
            swiftSettings: strict),
    ]
)

// The readers under libFuzzer: Tests/Torture/Fuzz/fuzz.py alone sets this. Only what is ours is watched, and coverage
// counted only in the small module that cuts lines: counted everywhere it made an input take twenty times as long.
if Context.environment["WHOJOINED_FUZZ"] != nil {
    let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=address"])]
    let counted: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]
    for target in package.targets {
        switch target.name {
        case "DelimitedText": target.swiftSettings = strict + counted
        case "HostSystem", "XlsxSheet": target.swiftSettings = strict + watched
        case "WhoJoinedKit": target.swiftSettings = strict + watched + [.unsafeFlags(["-enable-testing"])]
        default: break
        }
    }
    package.products.append(.executable(name: "fuzz", targets: ["Fuzz"]))
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["DelimitedText", "HostSystem", "WhoJoinedKit", "XlsxSheet"],
            path: "Tests/Torture/Fuzz",
            exclude: ["fuzz.py", "seeds"],
            swiftSettings: counted, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]))
}

// The matcher and the readers against the clock: Tests/Bench/bench.py alone sets this and lets the programs see the
// Kit's inside.
if Context.environment["WHOJOINED_BENCH"] != nil {
    for (product, target, dependencies) in [
        ("matching", "Matching", ["HostSystem", "WhoJoinedKit"]), ("reading", "Reading", ["WhoJoinedKit"]),
        ("workbook", "Workbook", ["HostSystem", "XlsxSheet"]),
    ] {
        package.products.append(.executable(name: product, targets: [target]))
        package.targets.append(
            .executableTarget(
                name: target, dependencies: dependencies.map { .byName(name: $0) }, path: "Tests/Bench/\(target)"))
    }
}
