/// What `--version` prints: the version, and of which days the lists are that names are told by.
package let versionLine = "\(version) (names of \(Nicknames.day), programmes of \(Programmes.day))"
