"""The one task in the queue: run a piece of work by its number."""

from django_tasks import task


@task
def run_werk(nummer: int) -> None:
    """Run the work with this number."""
    from openlea.services.do_work import do_work  # the queue is also read where no work is done

    do_work(nummer)
