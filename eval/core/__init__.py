"""What every task needs: cases, the program, records in gold coordinates, counts."""
