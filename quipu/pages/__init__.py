"""Pure. Every page of the site as a value: its address, its template and what it shows."""
