"""Pure. Bytes become domain values here; every doubt on the way becomes a finding."""
