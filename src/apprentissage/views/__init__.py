"""Views of a review: an HTML page, an SVG timeline."""
