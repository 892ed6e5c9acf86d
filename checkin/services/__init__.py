"""What people do: one method for one human action."""
