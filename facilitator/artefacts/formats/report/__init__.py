"""The parts of a report in HTML: elements, style, pictures, tables."""
