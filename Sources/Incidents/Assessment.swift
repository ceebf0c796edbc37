/// What the reporting body concluded about an allegation. Declared in the order in which tables and legends list them.
public enum Assessment: String, Hashable, Sendable, CaseIterable {
  /// More likely than not, civilians were harmed.
  case credible
  /// Not enough information to say so.
  case nonCredible = "non-credible"
  /// Still being assessed.
  case open
  /// The same allegation as another one.
  case duplicate
  /// The document does not say.
  case unstated
}
