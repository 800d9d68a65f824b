import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

/// A page as headless Chromium lays it out in a window of that width, and what axe-core finds wrong with it.
struct BrowserPage {
    /// What the window measured: headless Chromium has no window as narrow as a telephone, a frame has any width.
    var width = 0
    /// By so many pixels the page is wider than its window.
    var overflow = 0
    /// Elements that are cut at the window's edge, though they cannot be scrolled.
    var cut = ""
    /// Rules of axe-core that are broken, with how often.
    var violations = ""
    /// How many rules of axe-core are kept.
    var passes = 0

    init(_ html: String, width: Int, isDark: Bool, axe: String, in folder: TemporaryFolder) throws {
        // The page itself forbids scripts: the copy that is measured has its own.
        let script = """
            onload = async () => {
                const data = parent.document.body.dataset, root = document.documentElement
                const result = await axe.run()
                data.violations = result.violations.map(v => v.id + " " + v.nodes.length).join("; ")
                data.passes = result.passes.length
                data.overflow = root.scrollWidth - root.clientWidth
                data.cut = [...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll, svg")
                    && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName).join("; ")
                data.width = innerWidth
            }
            """
        let copy = html.replacing("http-equiv=\"Content-Security-Policy\"", with: "name=\"x\"")
            .replacing("</body>", with: "<script>\(axe)</script><script>\(script)</script></body>")
        try folder.put("copy.html", copy)
        try folder.put(
            "frame.html",
            "<body style=\"margin:0\"><iframe src=\"copy.html\" style=\"border:0;width:\(width)px;height:5000px\"></iframe>"
        )
        let shown = try BrowserPage.run(
            [
                isDark ? "--blink-settings=preferredColorScheme=0" : "--blink-settings=preferredColorScheme=1",
                "--allow-file-access-from-files", "--window-size=1000,5000", "--virtual-time-budget=30000",
                "--dump-dom",
            ], on: "frame.html", in: folder)
        func value(_ name: String) -> String? {
            shown.components(separatedBy: "data-\(name)=\"").dropFirst().first?.components(separatedBy: "\"").first
        }
        self.width = try #require(Int(value("width") ?? ""), "the page was not measured: \(shown.suffix(500))")
        (overflow, passes) = (Int(value("overflow") ?? "") ?? -1, Int(value("passes") ?? "") ?? 0)
        (cut, violations) = (value("cut") ?? "", value("violations") ?? "")
    }

    /// What Chromium prints.
    static func run(_ options: [String], on page: String, in folder: TemporaryFolder) throws -> String {
        let chromium = try #require(OutsideTools.chromium)
        let always = [
            "--headless=new", "--no-sandbox", "--disable-gpu",
            "--user-data-dir=\(folder.path.appending("chromium").text)",
        ]
        let drawn = try OutsideTools.run(
            chromium, always + options + ["file://\(folder.path.appending(page).text)"])
        #expect(drawn.status == 0, "\(drawn.output.suffix(500))")
        return drawn.output
    }
}
