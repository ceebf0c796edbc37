import ArgumentParser
import Pipeline

/// What the names on maps are written in.
struct LabelOptions: ParsableArguments {
  @Option(help: "The script of the names on maps.")
  var labels = LabelScript.latin
}

extension LabelScript: ExpressibleByArgument {}
