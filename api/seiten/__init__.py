"""The pages: HTML for customers and for the Fachkraft."""
