"""Every page of the site, and exactly what its template sees."""
