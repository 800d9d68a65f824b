/// The files of `Templates/` as they were when the program was built, so that it can be moved alone; by their paths in
/// that folder. SwiftPM makes `PackageResources` of the folder and names its members after the files alone.
package let embeddedTemplates: [(file: String, text: String)] = [
    ("letters/ar.txt", text(PackageResources.ar_txt)),
    ("letters/bn.txt", text(PackageResources.bn_txt)),
    ("letters/cy.txt", text(PackageResources.cy_txt)),
    ("letters/en.txt", text(PackageResources.en_txt)),
    ("letters/es.txt", text(PackageResources.es_txt)),
    ("letters/pl.txt", text(PackageResources.pl_txt)),
    ("letters/pt.txt", text(PackageResources.pt_txt)),
    ("letters/ro.txt", text(PackageResources.ro_txt)),
    ("letters/tr.txt", text(PackageResources.tr_txt)),
    ("letters/uk.txt", text(PackageResources.uk_txt)),
    ("letters/ur.txt", text(PackageResources.ur_txt)),
    ("meet-primary.clauses.csv", text(PackageResources.meet_primary_clauses_csv)),
    ("meet-primary.toml", text(PackageResources.meet_primary_toml)),
    ("online-provision.clauses.csv", text(PackageResources.online_provision_clauses_csv)),
    ("online-provision.toml", text(PackageResources.online_provision_toml)),
    ("slt-summary.html", text(PackageResources.slt_summary_html)),
    ("zoom-primary.clauses.csv", text(PackageResources.zoom_primary_clauses_csv)),
    ("zoom-primary.toml", text(PackageResources.zoom_primary_toml)),
]

/// - Parameter file: `zoom-primary.toml`, `letters/en.txt` …
package func embeddedTemplate(_ file: String) -> String? {
    embeddedTemplates.first { $0.file == file }?.text
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
