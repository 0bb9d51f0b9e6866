"""Measurements: accuracy and speed, each a program of its own."""
