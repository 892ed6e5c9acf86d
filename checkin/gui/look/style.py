"""The style sheet: as few rules as will do, because every rule costs at the start."""

from checkin.gui.look.theme import Theme
from checkin.paths import resource


def style_sheet(theme: Theme) -> str:
    """The rules of a theme for the whole application."""
    return f"""
QWidget {{ color: {theme["ink"]} }}
QWidget#page {{ background: {theme["page"]} }}
QWidget#status {{ background: {theme["surface"]}; border-top: 1px solid {theme["line"]} }}
QFrame#panel {{
    background: {theme["surface"]}; border: 1px solid {theme["line"]}; border-radius: 10px }}
QFrame#sheet {{
    background: {theme["surface"]}; border: 1px solid {theme["edge"]}; border-radius: 8px }}
QFrame#rule {{ background: {theme["line"]}; border: 0 }}
QFrame#fault {{
    background: {theme["badbg"]}; border: 1px solid {theme["bad"]}; border-radius: 8px }}
QFrame#warning {{
    background: {theme["warnbg"]}; border: 1px solid {theme["warn"]}; border-radius: 8px }}
QFrame#done {{ background: {theme["okbg"]}; border: 1px solid {theme["ok"]}; border-radius: 8px }}
QToolTip {{ background: {theme["ink"]}; color: {theme["surface"]}; border: 0; padding: 6px 8px }}
QLineEdit, QComboBox, QDateEdit {{
    background: {theme["surface"]}; border: 1px solid {theme["edge"]}; border-radius: 6px;
    padding: 0 9px; placeholder-text-color: {theme["ink2"]};
    selection-background-color: {theme["accent"]};
    selection-color: {theme["on_accent"]} }}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus {{
    border: 2px solid {theme["accent"]}; padding: 0 8px }}
QLineEdit[wrong="true"] {{ border: 2px solid {theme["bad"]}; padding: 0 8px }}
QLineEdit#scan {{ border: 2px solid {theme["accent"]}; border-radius: 8px; padding: 0 }}
QPushButton {{
    background: {theme["surface"]}; border: 1px solid {theme["edge"]}; border-radius: 6px;
    padding: 0 14px; font-weight: 700 }}
QPushButton#row, QPushButton[row="true"] {{ border-color: {theme["line"]}; padding: 0 }}
QPushButton#primary {{
    background: {theme["accent"]}; color: {theme["on_accent"]}; border-color: {theme["accent"]} }}
QPushButton#quiet {{
    background: transparent; border-color: transparent; color: {theme["accent"]} }}
QPushButton#danger {{ color: {theme["bad"]}; border-color: {theme["bad"]} }}
QPushButton#segment {{ border-radius: 0; font-weight: 400; padding: 0 10px }}
QPushButton#tile {{ border-radius: 10px }}
QPushButton:hover {{ border-color: {theme["accent"]}; background: {theme["soft"]} }}
QPushButton:focus {{ border: 2px solid {theme["accent"]} }}
QPushButton#primary:hover {{ background: {theme["accent"]} }}
QPushButton#primary:focus {{ border: 2px solid {theme["ink"]} }}
QPushButton#segment:checked {{
    background: {theme["accent"]}; color: {theme["on_accent"]}; border-color: {theme["accent"]} }}
QPushButton#segment:checked:focus {{ border: 2px solid {theme["ink"]} }}
QPushButton:disabled, QPushButton#primary:disabled {{
    color: {theme["ink2"]}; border-color: {theme["line"]}; background: {theme["page"]} }}
"""


def piece_rules(theme: Theme) -> str:
    """The rules of lists, tables and menus, which no page needs at the first paint."""
    down = resource("icons", f"down-{theme.name}.svg").as_posix()
    check = resource("icons", f"check-{theme.name}.svg").as_posix()
    return f"""
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 26px }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({down}); width: 18px; height: 18px }}
QComboBox QAbstractItemView {{
    background: {theme["surface"]}; border: 1px solid {theme["edge"]};
    selection-background-color: {theme["sel"]}; selection-color: {theme["ink"]} }}
QTableView, QListView {{
    background: {theme["surface"]}; border: 0; selection-background-color: {theme["sel"]};
    selection-color: {theme["ink"]} }}
QHeaderView {{ background: {theme["surface"]} }}
QHeaderView::section {{
    background: {theme["surface"]}; color: {theme["ink2"]}; border: 0;
    border-bottom: 2px solid {theme["line"]}; padding: 0 10px; font-weight: 700 }}
QTableView QTableCornerButton::section {{ background: {theme["surface"]}; border: 0 }}
QScrollArea, QScrollArea > QWidget > QWidget#inside {{ background: transparent; border: 0 }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px }}
QScrollBar::handle {{ background: {theme["edge"]}; border-radius: 4px; min-height: 40px }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0 }}
QFrame#news {{
    background: {theme["soft"]}; border: 1px solid {theme["accent"]}; border-radius: 8px }}
QCheckBox {{ spacing: 9px }}
QCheckBox::indicator {{
    width: 18px; height: 18px; border: 1px solid {theme["edge"]}; border-radius: 4px;
    background: {theme["surface"]} }}
QCheckBox::indicator:focus {{ border: 2px solid {theme["accent"]} }}
QCheckBox::indicator:checked {{
    background: {theme["accent"]}; border-color: {theme["accent"]}; image: url({check}) }}
QMenu {{ background: {theme["surface"]}; border: 1px solid {theme["edge"]}; padding: 4px }}
QMenu::item {{ padding: 7px 16px }}
QMenu::item:selected {{ background: {theme["sel"]}; color: {theme["ink"]} }}
QMenu::separator {{ height: 1px; background: {theme["line"]}; margin: 4px 8px }}
QProgressBar {{
    background: {theme["sunk"]}; border: 1px solid {theme["line"]}; border-radius: 5px;
    text-align: center }}
QProgressBar::chunk {{ background: {theme["accent"]}; border-radius: 4px }}
QCalendarWidget QWidget {{ alternate-background-color: {theme["sunk"]} }}
"""
