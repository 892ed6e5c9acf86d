"""The sounds of the desk: loaded in an idle moment, played after the card is painted."""
