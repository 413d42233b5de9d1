"""What readers see of the past and of what is to come: changes, editions, releases."""
