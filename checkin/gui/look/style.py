"""The style sheet: as few rules as will do, because every rule costs at the start."""

from checkin.gui.look.theme import Theme


def style_sheet(theme: Theme) -> str:
    """The rules of a theme for the whole application."""
    return f"""
QWidget {{ color: {theme["ink"]} }}
QWidget#page {{ background: {theme["page"]} }}
QWidget#status {{ background: {theme["surface"]}; border-top: 1px solid {theme["line"]} }}
QFrame#panel {{
    background: {theme["surface"]}; border: 1px solid {theme["line"]}; border-radius: 10px }}
QFrame#fault {{
    background: {theme["badbg"]}; border: 1px solid {theme["bad"]}; border-radius: 8px }}
QLabel[tone="soft"] {{ color: {theme["ink2"]} }}
QToolTip {{ background: {theme["ink"]}; color: {theme["surface"]}; border: 0; padding: 6px 8px }}
QLineEdit {{
    background: {theme["surface"]}; border: 2px solid {theme["accent"]}; border-radius: 8px;
    placeholder-text-color: {theme["ink2"]};
    selection-background-color: {theme["accent"]};
    selection-color: {theme["on_accent"]} }}
QPushButton {{
    background: {theme["surface"]}; border: 1px solid {theme["edge"]}; border-radius: 6px;
    padding: 0 14px; font-weight: 700 }}
QPushButton#row {{ border-color: {theme["line"]}; padding: 0 }}
QPushButton#primary {{
    background: {theme["accent"]}; color: {theme["on_accent"]}; border-color: {theme["accent"]} }}
QPushButton:hover {{ border-color: {theme["accent"]}; background: {theme["soft"]} }}
QPushButton#primary:hover {{ background: {theme["accent"]} }}
"""
