"""What a change of the data changes: figures, what is said of them, and pages.

`sides` finds the two roots; `figures` holds them row against row, `facts` the registers and
the texts beside them; `outcomes` tells what flips;
`suspicions` what to look at first; `report` writes it for a person or for a program.
"""
