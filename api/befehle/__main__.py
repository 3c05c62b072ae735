"""`python -m api.befehle` is `lotse`, for processes that know their Python but not their PATH."""

import sys

from api.befehle import main

sys.exit(main())
