/// The version that `--version` and run.json say.
package let version = "0.1.0"
