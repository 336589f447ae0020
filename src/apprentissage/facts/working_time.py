"""The working time of a minor, as planned or recorded."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from apprentissage._guards import check_apart
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts.declared import fact, guarded, told
from apprentissage.facts.kinds import Weekday, WorkSector

_DAY = 24


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class WorkDay(PlainValue):
    """A day of work.

    Args:
        starts_at: Start of work, local time.
        ends_at: End of work, local time; past midnight when before it.
        breaks: How many interruptions of work there are; 0 for none.
        break_minutes: Longest break, in consecutive minutes.
        hours: Hours of work.
        longest_stretch_hours: Longest work without interruption, in hours.

    Raises:
        InvalidValue: For more hours than a day has, a stretch longer than
            the day of work, or too short for its hours and its breaks.
    """

    on: date = field(metadata=told("date de la journée de travail", key="date"))
    starts_at: time | None = fact("heure de début de la journée de travail", key="heure_debut")
    ends_at: time | None = fact("heure de fin de la journée de travail", key="heure_fin")
    breaks: int | None = fact("nombre d'interruptions du travail", key="nombre_pauses")
    break_minutes: int | None = fact("pause la plus longue en minutes", key="pause_minutes")
    hours: Decimal | int | None = fact("heures de travail de la journée", key="heures")
    longest_stretch_hours: Decimal | int | None = fact(
        "plus longue période de travail ininterrompue en heures",
        key="plus_longue_periode_heures",
        remedy="écrivez au plus les heures de la journée, et au moins leur part entre les pauses",
    )

    def __attrs_post_init__(self) -> None:
        """Refuse hours that no day of work can have."""
        _check_hours("hours", self.hours, _DAY)
        stretch = self.longest_stretch_hours
        _check_hours("longest_stretch_hours", stretch, _DAY if self.hours is None else self.hours)
        if None in (stretch, self.hours, self.breaks):
            return
        # compared as integers: the host's decimal context rounds products
        parts = Fraction(stretch or 0) * ((self.breaks or 0) + 1)
        if parts < Fraction(self.hours or 0):
            raise InvalidValue(
                "longest_stretch_hours",
                stretch,
                "write at least the hours shared equally between the breaks",
            )


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class WorkingTime(PlainValue):
    """The working time of the contract, for the rules on minors.

    Args:
        daily_hours: Longest day, in hours.
        collective_organisation: It is justified by the collective
            organisation of work (R3162-1).
        inspector_authorisation: Longer hours are authorised.
        night_authorisation: Night work is authorised.
        nights_in_week: Nights worked under that authorisation in a week, the
            most; 0 for none.
        nights_in_year: The same in a year.
        worked_weekdays: Days of the week that are worked, every week.
        weekly_rest_agreement: A collective agreement, or the inspector in
            its absence, allows a weekly rest of less than two days.
        weekly_rest_hours: Shortest weekly rest, in consecutive hours.
        holiday_agreement: A collective agreement defines the conditions of
            work on public holidays.
        days: Days of work, where they are known one by one; one entry for
            each.

    Raises:
        InvalidValue: For two entries of one day: the rest between them
            would be judged as that of a night; for a day of more than 24
            hours.
    """

    sector: WorkSector | None = fact(
        "secteur d'activité pour le travail des mineurs", key="secteur"
    )
    daily_hours: Decimal | int | None = fact(
        "durée quotidienne maximale du travail",
        key="heures_par_jour",
        remedy="écrivez 24 heures au plus",
    )
    collective_organisation: bool | None = fact(
        "horaire justifié par l'organisation collective du travail", key="organisation_collective"
    )
    inspector_authorisation: bool | None = fact(
        "autorisation de l'inspecteur du travail", key="autorisation_inspecteur"
    )
    night_authorisation: bool | None = fact(
        "autorisation du travail de nuit", key="autorisation_nuit"
    )
    nights_in_week: int | None = fact(
        "nuits travaillées par semaine sous cette autorisation", key="nuits_par_semaine"
    )
    nights_in_year: int | None = fact(
        "nuits travaillées par an sous cette autorisation", key="nuits_par_an"
    )
    worked_weekdays: frozenset[Weekday] | None = fact(
        "jours travaillés chaque semaine", key="jours_travailles"
    )
    weekly_rest_agreement: bool | None = fact(
        "accord collectif ou autorisation de réduire le repos hebdomadaire",
        key="accord_repos_hebdomadaire",
    )
    weekly_rest_hours: Decimal | int | None = fact(
        "repos hebdomadaire le plus court en heures consécutives", key="repos_hebdomadaire_heures"
    )
    holiday_agreement: bool | None = fact(
        "accord collectif sur le travail des jours fériés", key="accord_jours_feries"
    )
    days: tuple[WorkDay, ...] | None = fact(
        "journées de travail", key="journees", remedy="écrivez une seule journée par date"
    )

    def __attrs_post_init__(self) -> None:
        """Refuse two entries of one day, and a day of too many hours."""
        _check_hours("daily_hours", self.daily_hours, _DAY)
        check_apart("days", ((day.on, day.on) for day in self.days or ()), "write one entry a day")


def _check_hours(name: str, hours: Decimal | int | None, most: Decimal | int) -> None:
    if hours is not None and hours > most:
        raise InvalidValue(name, hours, f"write {most} at most")
