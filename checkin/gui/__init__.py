"""The window: shows results, emits intents, holds no rule of its own."""
