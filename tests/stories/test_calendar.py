from watchdesk.stories.calendar import DAY, Calendar


def test_the_articles_of_days_that_are_over_leave_oldest_first() -> None:
    calendar = Calendar()
    calendar.add(3.5 * DAY, 3)
    calendar.add(1.5 * DAY, 1)
    calendar.add(1.9 * DAY, 2)
    assert calendar.count(1.0 * DAY) == 2
    assert list(calendar.before(3.6 * DAY)) == [1, 2]
    assert (calendar.count(1.0 * DAY), calendar.count(3.0 * DAY)) == (0, 1)
    assert list(calendar.before(3.6 * DAY)) == []
