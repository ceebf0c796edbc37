"""Draws places with QGIS: graduated symbols by area, its own labeling engine, and a print layout with legend and scale bar.

Runs in the system's Python, which has the bindings (Debian's python3-qgis): peer_qgis.py ROOT SPOTS REGION TITLE PICTURE
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("XDG_RUNTIME_DIR", "/tmp")

from qgis.core import (
    QgsApplication, QgsCategorizedSymbolRenderer, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFillSymbol,
    QgsLayoutExporter, QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemScaleBar, QgsLayoutPoint,
    QgsLayoutSize, QgsLineSymbol, QgsMarkerSymbol, QgsPalLayerSettings, QgsPrintLayout, QgsProject, QgsProperty,
    QgsRendererCategory, QgsSymbolLayer, QgsTextFormat, QgsUnitTypes, QgsVectorLayer, QgsVectorLayerSimpleLabeling)
from qgis.PyQt.QtGui import QColor, QFont

COLORS = {"credible": "#d55e00", "non-credible": "#999999", "open": "#56b4e9"}


def layers(root, spots, region):
    areas = QgsVectorLayer(f"{root}/Gazetteer/governorates.geojson", "governorates", "ogr")
    areas.renderer().setSymbol(QgsFillSymbol.createSimple({"color": "#f0eee9", "outline_color": "#999999", "outline_width": "0.2"}))
    focus = QgsVectorLayer(f"{root}/Gazetteer/governorates.geojson", "focus", "ogr")
    focus.setSubsetString(f"code = '{region}'")
    focus.renderer().setSymbol(QgsFillSymbol.createSimple({"color": "#ffffff", "outline_color": "#000000", "outline_width": "0.4"}))
    rivers = QgsVectorLayer(f"{root}/Gazetteer/rivers.geojson", "rivers", "ogr")
    rivers.renderer().setSymbol(QgsLineSymbol.createSimple({"line_color": "#7fadc6", "line_width": "0.4"}))
    places = QgsVectorLayer(spots, "incidents", "ogr")
    categories = []
    for kind, color in COLORS.items():
        symbol = QgsMarkerSymbol.createSimple({"name": "circle", "color": color, "outline_color": "#000000", "outline_width": "0.2"})
        symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.PropertySize, QgsProperty.fromExpression("2.2 * sqrt(\"count\")"))
        categories.append(QgsRendererCategory(kind, symbol, kind))
    places.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    settings, text = QgsPalLayerSettings(), QgsTextFormat()
    text.setFont(QFont("DejaVu Sans"))
    text.setSize(7)
    settings.setFormat(text)
    settings.fieldName = "name"
    settings.placement = QgsPalLayerSettings.OrderedPositionsAroundPoint
    places.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    places.setLabelsEnabled(True)
    return [areas, focus, rivers, places]


def main(root, spots, region, title, target):
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    crs = QgsCoordinateReferenceSystem("EPSG:32637")
    project.setCrs(crs)
    drawn = layers(root, spots, region)
    project.addMapLayers(drawn)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(180, 200, QgsUnitTypes.LayoutMillimeters))
    frame = QgsLayoutItemMap(layout)
    frame.setRect(20, 20, 20, 20)  # without a first size QGIS 3.22 keeps an empty extent
    layout.addLayoutItem(frame)
    frame.attemptMove(QgsLayoutPoint(5, 15, QgsUnitTypes.LayoutMillimeters))
    frame.attemptResize(QgsLayoutSize(130, 180, QgsUnitTypes.LayoutMillimeters))
    frame.setFrameEnabled(True)
    frame.setLayers(list(reversed(drawn)))
    extent = QgsCoordinateTransform(drawn[1].crs(), crs, project).transformBoundingBox(drawn[1].extent())
    extent.grow(15_000)
    frame.zoomToExtent(extent)
    heading = QgsLayoutItemLabel(layout)
    heading.setText(title)
    heading.setFont(QFont("DejaVu Sans", 12))
    heading.adjustSizeToText()
    layout.addLayoutItem(heading)
    heading.attemptMove(QgsLayoutPoint(5, 4))
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(frame)
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(137, 15))
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(frame)
    bar.applyDefaultSize(QgsUnitTypes.DistanceKilometers)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(137, 180))
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 150
    result = QgsLayoutExporter(layout).exportToImage(target, settings)
    application.exitQgis()
    return 0 if result == QgsLayoutExporter.Success else 1


if __name__ == "__main__":
    os._exit(main(*sys.argv[1:6]))
