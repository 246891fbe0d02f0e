#!/usr/bin/python3
"""Writes the table of MlStrategyGuard.Reading.Composition, and what its tests compare with.

Run with any Python 3:
    python3 make_composition.py

composition.txt (beside Composition.cs) holds what the Unicode Character Database says of canonical decompositions and combining
classes, as Python's module unicodedata knows it; Hangul syllables are left out, they follow a formula. Normalization never changes
for characters that are assigned, so a newer version of Unicode only adds some. composed.csv (here) holds texts and what
unicodedata.normalize('NFC') makes of them, both as code points.

The Greek question mark is left as it is: composed it is a semicolon, which would end a field.
"""

import os
import random
import unicodedata as ucd

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, "../../../../src/MlStrategyGuard.Strategy/Reading/composition.txt")
HANGUL = range(0xAC00, 0xD7A4)
GREEK_QUESTION_MARK = 0x37E
POINTS = [point for point in range(0x110000) if not 0xD800 <= point < 0xE000 and point not in HANGUL and point != GREEK_QUESTION_MARK]


def decomposition(point):
    text = ucd.decomposition(chr(point))
    return [] if not text or text.startswith("<") else [int(part, 16) for part in text.split()]


def write_table():
    lines = [
        f"# Canonical decompositions and combining classes of Unicode {ucd.unidata_version}, made by make_composition.py.",
        "# class first last: combining class of a range. = point parts: decomposition; ! where the parts aren't composed again.",
    ]
    start = last = None
    for point in POINTS + [0x110000]:
        combining = ucd.combining(chr(point)) if point < 0x110000 else 0
        if start is not None and (combining != ucd.combining(chr(start)) or point != last + 1):
            lines.append(f"{ucd.combining(chr(start))} {start:X} {last:X}")
            start = None
        if combining and start is None:
            start = point
        last = point
    for point in POINTS:
        parts = decomposition(point)
        if parts:
            again = ucd.normalize("NFC", chr(point)) == chr(point)
            lines.append(f"{'=' if again else '!'} {point:X} " + " ".join(f"{part:X}" for part in parts))
    with open(TABLE, "w", encoding="ascii", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


def write_cases():
    chance = random.Random(20261123)
    marks = [point for point in POINTS if ucd.combining(chr(point))]
    odd = [point for point in POINTS if decomposition(point)]
    firsts = sorted({decomposition(point)[0] for point in odd})
    jamo = [*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A7, 0x11C3)]
    texts = ["", "plain", "\u212b", "e\u0301", "\u0301e", "q\u0307\u0323", "\u1e0a\u0323", "\u0958", "\u0344", "\u0f73\u0f71", "\uac00\u11a8", "\u1100\u1161\u11a8", "\ufb1d", "\U0001d15e", "\u2adc", "a\u0300" * 40]
    texts += [chr(point) for point in odd]
    for _ in range(1500):
        length = chance.randint(1, 9)
        kinds = [lambda: chance.choice(marks), lambda: chance.choice(odd), lambda: chance.choice(firsts), lambda: chance.choice(jamo),
                 lambda: chance.choice(HANGUL), lambda: chance.randint(0x20, 0x7E), lambda: chance.choice([0x300, 0x301, 0x308, 0x323, 0x327, 0x31B])]
        texts.append("".join(chr(chance.choice(kinds)()) for _ in range(length)))
    with open(os.path.join(HERE, "composed.csv"), "w", encoding="ascii", newline="\n") as file:
        file.write("text,composed\n")
        for text in texts:
            composed = ucd.normalize("NFC", text)
            file.write(" ".join(f"{ord(c):X}" for c in text) + "," + ("=" if composed == text else " ".join(f"{ord(c):X}" for c in composed)) + "\n")


write_table()
write_cases()
