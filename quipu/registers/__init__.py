"""Pure. What follows from the registers: figures, the state of an area, what is due."""
