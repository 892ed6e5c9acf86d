"""The meeting file: the only room that speaks SQL. Start reading at meeting_file.py."""
