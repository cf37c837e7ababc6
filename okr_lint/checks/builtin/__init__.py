"""The Python checks that rule files name; importing this package registers all of its modules."""

from importlib import import_module
from os import listdir
from os.path import dirname

# not pkgutil, which imports inspect
for _file in sorted(listdir(dirname(__file__))):
    if _file.endswith(".py") and _file != "__init__.py":
        import_module(f"{__name__}.{_file[:-3]}")
