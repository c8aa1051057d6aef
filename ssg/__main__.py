"""`python -m ssg` and the command `ssg`."""

import signal


def main() -> None:
    """Run the command; whoever ends it before it has begun gets no traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ssg.cli import main as run

    run()


if __name__ == "__main__":
    main()
