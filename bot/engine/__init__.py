"""The dialogue engine: what Lotse puts into Rasa, and how it is trained and started."""
