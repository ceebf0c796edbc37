"""What a resolver answered, and how it is measured against the truth."""

from dataclasses import dataclass

from .geography import governorates_at, kilometers

WRONG_KM = 25
SURE = 0.8


@dataclass
class Answer:
    """A position, or None where the resolver abstained. `confidence` is None for a peer that states none."""
    point: tuple = None
    confidence: float = None
    uncertainty_m: float = None
    status: str = ""
    matched: str = ""


@dataclass
class Outcome:
    label: object
    answer: Answer
    distance_km: float = None
    same_governorate: bool = False
    candidate: object = None
    context: str = ""

    @property
    def is_sure_and_wrong(self):
        sure = self.answer.confidence is not None and self.answer.confidence >= SURE
        return self.distance_km is not None and self.distance_km > WRONG_KM and sure


def outcomes(labels, answers):
    """Each label with its answer and how far off that is."""
    true_codes = governorates_at([label.truth for label in labels])
    codes = iter(governorates_at([answer.point for answer in answers if answer.point]))
    found = []
    for label, answer, true_code in zip(labels, answers, true_codes):
        if answer.point:
            found.append(Outcome(label, answer, kilometers(label.truth, answer.point), next(codes) == true_code))
        else:
            found.append(Outcome(label, answer))
    return found


def share(items, test):
    items = list(items)
    return sum(map(bool, map(test, items))) / len(items) if items else float("nan")
