"""`python -m ssg` and the command `ssg`."""

import gc
import os
import signal


def main() -> None:
    """Run the command; whoever ends it before it has begun gets no traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looked for in every package that is installed
    from ssg.garbage import SELDOM

    gc.set_threshold(*SELDOM)  # imports too make hundreds of thousands of objects that stay
    from ssg.cli import main as run

    run()


if __name__ == "__main__":
    main()
