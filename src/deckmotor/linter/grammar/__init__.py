"""The grammar of slides, drawings and charts: which attributes and children each element has."""
