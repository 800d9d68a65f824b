/// The version that `--version` says first, and run.json.
package let version = "0.2.0"
