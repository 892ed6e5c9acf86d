"""What is done at the desk after it happened: ticks from paper, arrivals taken back."""
