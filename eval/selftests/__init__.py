"""Tests of the scorers that eval/selftest.py runs with its own."""
