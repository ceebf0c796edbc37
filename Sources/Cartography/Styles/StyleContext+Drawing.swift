import GeoEngine

extension StyleContext {
  /// What the style makes of the incidents.
  func drawing() throws(CartographyError) -> any StyleDrawing {
    do {
      switch request.style {
      case .heatmap: return try Heatmap(self)
      case .symbols: return SymbolsMap(self)
      case .choropleth: return try AreaMap(self)
      case .hexagons: return try HexagonMap(self)
      case .uncertainty: return UncertaintyMap(self)
      }
    } catch let error as EngineError {
      throw .engine(error)
    } catch let error as CartographyError {
      throw error
    } catch {
      preconditionFailure("a style throws nothing else")
    }
  }
}
