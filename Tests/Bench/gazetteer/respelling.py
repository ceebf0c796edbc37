"""Spells a gazetteer's name the way another publisher might: another system, a spoken form, a slip, a kind word, a town after a comma.

Every rule is a line of a table or a function of one idea, drawn with a seeded generator. Knows nothing of the matcher under test.
"""

import re

from .sounds import ARTICLE, HABITS, SUN, sounds, written

HABIT_SHARES = {"newspaper": 46, "un": 20, "spoken": 14, "french": 6, "ala-lc": 5, "turkish": 3, "kurdish": 6}

# What writers make of the commonest words, whatever their system. Keyed by the plain letters of the word.
COMMON_WORDS = {
    "tall": ["Tal", "Tel", "Tell", "Tall"], "khirbat": ["Khirbet", "Kherbet", "Khurbat", "Kherba", "Khirbat"],
    "shaykh": ["Sheikh", "Shaikh", "Sheik", "Shekh", "Cheikh"], "abu": ["Abu", "Abu", "Abo", "Abou"], "umm": ["Um", "Umm", "Oum", "Om"],
    "dayr": ["Deir", "Der", "Dair", "Dayr"], "bayt": ["Beit", "Bait", "Bet", "Bayt"], "hawsh": ["Hosh", "Housh", "Hawsh", "Haush"],
    "ayn": ["Ain", "Ein", "Ayn", "Ain"], "jisr": ["Jisr", "Jesr", "Jisir"], "kafr": ["Kafr", "Kafar", "Kfar", "Kafer"],
    "muhammad": ["Mohammed", "Mohammad", "Muhammad", "Mohamed", "Mohamad"], "husayn": ["Hussein", "Husain", "Hussain", "Husayn"],
    "hasan": ["Hassan", "Hasan"], "ahmad": ["Ahmed", "Ahmad"], "sulayman": ["Suleiman", "Sulaiman", "Sulayman"], "sayyid": ["Sayed", "Said", "Sayyid", "Seyid"],
    "albu": ["Albu", "Al-Bu", "Albo", "Al Bu", "Albou"], "jabal": ["Jabal", "Jebel", "Jabel"], "wadi": ["Wadi", "Wadi"], "hajji": ["Haji", "Hajji", "Hadji"],
    "qaryat": ["Qaryat", "", "", "Qariyat", "Karyat"], "husayniyah": ["Husseiniya", "Hussainiya", "Husayniyah"], "kabir": ["Kabir", "Kbir", "Kabeer"],
    "kabirah": ["Kabira", "Kbira", "Kabeera", "Kabirah"], "saghir": ["Saghir", "Sghir", "Sagheer"], "saghirah": ["Saghira", "Sghira", "Sagheera"],
    "fawqani": ["Fawqani", "Foqani", "Fouqani", "Fawkani"], "tahtani": ["Tahtani", "Tehtani"], "sharqi": ["Sharqi", "Sharki", "Shargi"],
    "gharbi": ["Gharbi", "Garbi", "Gharbi"], "mazraat": ["Mazraat", "Mazra'at", "Mezraat"], "hayy": ["Hay", "Hai", "Hayy"], "arab": ["Arab", "'Arab"],
}
KIND_WORDS = ["{} village", "{} village", "{} town", "{} area", "village of {}", "town of {}", "{} region", "{} outskirts", "{} countryside", "near {}", "Near {}", "north of {}"]
KEYBOARD = dict(zip("abcdefghijklmnopqrstuvwxyz", "svxfrghjoklknmpowtdyibecux"))


class Writer:
    """One writer's habit, kept throughout one name."""

    def __init__(self, random):
        self.random = random
        self.habit = random.choices(list(HABIT_SHARES), HABIT_SHARES.values())[0]
        self._kept = {}

    def choose(self, key, options):
        return self._kept.setdefault(key, self.random.choice(options))

    def word(self, word, first):
        plain = re.sub(r"[^a-z]", "", sounds_to_plain(word))
        if plain in COMMON_WORDS and self.habit not in ("ala-lc", "turkish"):
            return self.choose(plain, COMMON_WORDS[plain])
        text = written(sounds(word), self.habit, self.choose)
        if self.habit in ("newspaper", "spoken", "un") and self.random.random() < 0.25:
            text = singled(text, self.random)
        return capitalized(text) if first or len(text) > 3 else text

    def article(self, following):
        article = self.choose("article", HABITS[self.habit]["article"])
        sound = sounds(following)[:1]
        if article and sound in SUN and sound and self.choose("assimilates", [True, False, False]):
            letters = written(sound, self.habit, self.choose)
            return article[0] + letters + article[-1] if article[-1] in "- " else article
        return article

    def name(self, name):
        words, parts = re.split(r"[ -]+", name), []
        for index, word in enumerate(words):
            if ARTICLE.match(word.lower()) and index + 1 < len(words):
                parts.append(self.article(words[index + 1]))
                continue
            text = self.word(word, first=not parts)
            if parts and parts[-1][-1:] == "-":
                parts[-1] += text
            elif parts and parts[-1] in ("Al ", "El "):
                parts[-1] += text
            else:
                parts.append(text)
        return " ".join(part.strip() for part in parts if part.strip())


def capitalized(text):
    """The first letter in upper case, also after a sign for ain."""
    return re.sub(r"[^\W\d_]", lambda letter: letter.group().upper(), text, count=1)


def sounds_to_plain(word):
    return written(sounds(word), "newspaper", lambda _, options: options[0]).replace("iya", "iyah")


def singled(text, random):
    """A doubled consonant written once, or a short vowel between two syllables left out."""
    once = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", text)
    if once != text:
        return once
    return re.sub(r"^([b-df-hj-np-tv-z]{1,2})[aiueo]([b-df-hj-np-tv-z])([aeiouy])", r"\1\2\3", text) if random.random() < 0.5 else text


def slip(text, random):
    """One typing error: a letter dropped, doubled, swapped with the next, or replaced by its neighbor on the keyboard."""
    places = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()]
    if len(text) < 5 or not places:
        return text
    i = random.choice(places)
    kind = random.choice(["drop", "double", "swap", "neighbor"])
    return {"drop": text[:i] + text[i + 1:], "double": text[:i] + text[i] + text[i:], "swap": text[:i] + text[i + 1] + text[i] + text[i + 2:],
            "neighbor": text[:i] + KEYBOARD.get(text[i], text[i]) + text[i + 1:]}[kind]


def arabic(text, random):
    """Arabic script as people type it: hamza seats and dots left out, a tatweel for looks."""
    for written_, typed in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ة", "ه")):
        if random.random() < 0.5:
            text = text.replace(written_, typed)
    return text[:2] + "ـ" + text[2:] if random.random() < 0.05 and len(text) > 4 else text


def respelled(place, random, parent=None):
    """One spelling of a place: `place.marked` its name with marks, `place.arabic` its Arabic names; `parent` a town near it."""
    if place.arabic and random.random() < 0.06:
        return arabic(random.choice(place.arabic), random)
    name = Writer(random).name(place.marked)
    if random.random() < 0.08:
        name = slip(name, random)
    if random.random() < 0.05:
        name = name.replace(" ", "", 1) if random.random() < 0.6 else name.replace(" ", "-")
    if random.random() < 0.14:
        name = random.choice(KIND_WORDS).format(name)
    if parent and random.random() < 0.06:
        name = random.choice(["{}, {}", "{} near {}", "{} - {}"]).format(name, parent)
    if random.random() < 0.04:
        name = name.upper()
    return name
