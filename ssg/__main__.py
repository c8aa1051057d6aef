"""`python -m ssg` and the command `ssg`."""

import gc
import signal


def main() -> None:
    """Run the command; whoever ends it before it has begun gets no traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ssg.garbage import SELDOM

    gc.set_threshold(*SELDOM)  # imports too make hundreds of thousands of objects that stay
    from ssg.cli import main as run

    run()


if __name__ == "__main__":
    main()
