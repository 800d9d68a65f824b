import HostSystem

extension [KeptFiles.File] {
    /// One line for each file, of many the first ones.
    func messages(in folder: SchoolFolder) -> [String] {
        let most = 10
        var lines = prefix(most).map { file in
            let place = PlainText.clean(file.path.text(below: folder.path), limit: 300)
            let what = file.isEdited ? "this report was edited since it was written" : "this file is not the program's"
            let name = String(decoding: file.path.name, as: UTF8.self)
            let how =
                name.utf8.starts(with: CallSheet.stem.utf8)
                ? "read what was filled in with whojoined contacted --from and this name, then delete it"
                : "take over what is to be remembered, e.g. with whojoined contacted, then delete it"
            return "\(place): note: \(what), so it was moved here; fix: \(how)"
        }
        if count > most {
            lines.append("reports: note: and \(count - most) more were moved; fix: look into the .kept folder")
        }
        return lines
    }
}
