"""The configuration: closest file, layers, per-file overrides; the same for every front end."""

from okr_lint.config.configuration import Configuration, configuration_for, forget, settings_for
from okr_lint.config.errors import ConfigError

__all__ = ["ConfigError", "Configuration", "configuration_for", "forget", "settings_for"]
