"""Charts: where things stand in a picture, as plain numbers. ``templates/charts.html`` draws them as inline SVG."""
