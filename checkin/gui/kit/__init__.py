"""The pieces that every page is made of: buttons, panels, fields, chips, tables, notices."""
