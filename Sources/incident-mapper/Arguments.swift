import ArgumentParser
import Geo
import Incidents
import Pipeline

/// A length with its unit: the error says how to write one. Its options are parsed as `.unconditional`, so that it says so
/// of -5km, too.
func readDistance(_ text: String) throws -> Distance { try Distance(parsing: text) }

/// A day as `YYYY-MM-DD`.
func readDate(_ text: String) throws -> CalendarDate {
  guard let date = CalendarDate(iso8601: text) else {
    throw ValidationError("“\(text)” is not a day: write YYYY-MM-DD, such as 2017-06-30")
  }
  return date
}

extension Assessment: ExpressibleByArgument {}
extension FeatureFormat: ExpressibleByArgument {}
