"""``python -m okr_lint``."""

from okr_lint.cli.main import main

raise SystemExit(main())
