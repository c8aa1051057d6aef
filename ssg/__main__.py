"""`python -m ssg` and the command `ssg`."""

import gc
import signal

SELDOM = 50_000
"""New objects before Python looks for circles among the young: imports make half a million that stay."""


def main() -> None:
    """Run the command; whoever ends it before it has begun gets no traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.set_threshold(SELDOM)
    from ssg.cli import main as run

    run()


if __name__ == "__main__":
    main()
