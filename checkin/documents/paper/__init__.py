"""What all paper shares: fonts, fitted text, a pen in millimetres, pages, marks."""
