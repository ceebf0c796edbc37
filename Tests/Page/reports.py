"""Releases made from the shipped example: one that tries to break out of a page, and a long one."""

import itertools
import re

SCRIPT = "</script><script>window.broken=1</script>"
IMAGE = "<img src=x onerror=window.broken=1>"
OVERRIDE = "\u202egnirts\u202c \u2066isolated\u2069"

hostile_name = "a\"'><img src=x onerror=window.broken=1>&amp; {{data}}.txt"


def hostile_release(release):
    """The example, with markup, quotes and controls where names, sources and narratives stand."""
    changes = [
        ("near al-Bahra, Syria, via Airwars report.", f"near al-Bahra {IMAGE}, Syria, via Airwars report."),
        ("near Kharayij, Syria, via self-report.", f"near Kharayij, Syria, via {SCRIPT} report. {SCRIPT} <!-- {OVERRIDE}"),
        ("near Hatra, Iraq, via Airwars report", f"near “{OVERRIDE}” Hatra, Iraq, via \"Airwars' <b>report\\u003c report"),
        ("near Manbij, Syria, via self-report.", "near Manbij, Syria, via self-report. {{data}} ]]> &lt;b&gt; javascript:alert(1)"),
    ]
    for old, new in changes:
        assert old in release
        release = release.replace(old, new)
    return release


def long_release(release, count):
    """A release with as many open reports as asked for, at the example's places, on days of ten years."""
    head, entries = release.split("listed by the day of the incident:\n\n")
    lines = [line for line in entries.splitlines() if re.match(r"[A-Z][a-z]+\.? ?\d", line)]
    months = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
    made = []
    for number, line in zip(range(count), itertools.cycle(lines)):
        date = f"{months[number % 12]} {number % 28 + 1}, {2010 + number * 7 % 10},"
        made.append(re.sub(r"^\S+ ?\d*,? ?\d{4},?", date, line))
    return head + "listed by the day of the incident:\n\n" + "\n".join(made) + "\n"


release_without_places = """Monthly report on civilian casualties, April 2019

Open Reports– At the end of the month, two reports remain open.

Jan. 3, 2017, near Xyzzyabad, Syria, via social media report.
Jan. 6, 2017, near Quxtown, Iraq, via Airwars report.
"""


spelled_table = """date,place,country,latitude,longitude,killed,source
,Mosul,Iraq,36.34,43.13,1,Al-Monitor
2019-01-02,Mosul,Iraq,36.34,43.13,2,Al Monitor
2019-01-03,Kirkuk,Iraq,35.47,44.39,,al-monitor
2019-01-04,Kirkuk,Iraq,35.47,44.39,,Al-Monitor
2019-01-05,Raqqa,Syria,35.95,39.01,4,media report
2019-01-06,Raqqa,Syria,35.95,39.01,5,media-report
"""


def table(count):
    """A table in the layout of ACLED, with invented rows; some texts are hostile, some positions are those of areas."""
    lines = [
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,country,admin1,admin2,"
        "location,latitude,longitude,geo_precision,source,notes,fatalities"
    ]
    for number in range(count):
        day = f"2019-{number % 12 + 1:02}-{number % 28 + 1:02}"
        latitude, longitude = 33 + (number * 37 % 400) / 100, 40 + (number * 61 % 500) / 100
        lines.append(
            f"XXX{number},{day},2019,1,Political violence,Battles,Armed clash,Some {IMAGE},Iraq,Ninewa,,Place {number % 50},"
            f"{latitude:.4f},{longitude:.4f},{number % 3 + 1},Source {number % 7},\"A note, number {number} {SCRIPT}\",{number % 4}")
    return "\n".join(lines) + "\n"
