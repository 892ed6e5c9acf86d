"""Values to and from paper and files: lists in; badges, reports and QR codes out and in."""
