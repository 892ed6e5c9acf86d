"""How everything looks: colours, type, icons, verdict shapes, the style sheet."""
