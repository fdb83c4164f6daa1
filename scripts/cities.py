#!/usr/bin/env python3
"""Writes data/ontology/cities.tsv from the city table inside Debian's libgeonames0 (GeoNames data, CC BY 4.0).

Needed only to refresh the table: apt-get install libgeonames0 libglib2.0-bin; then scripts/cities.py > data/ontology/cities.tsv.
The table is a serialised GVariant, an array of (sssssssudd): id, name, first-order division code and name, ISO country code,
country name, time zone, population, latitude, longitude; each element starts on a multiple of eight bytes.
"""
import glob
import pathlib
import re
import struct
import subprocess
import sys
import unicodedata

RESOURCE = "/com/lomiri/geonames/cities.compiled"
LARGE = 50000  # people: the lower bound everywhere
# Where fighting, repression or crises are reported from smaller towns as well, all that the source has (15,000 people and more).
CLOSER = set("""AF AM AZ BA BD BF BI BY CD CF CM CO CU CY DZ EG ER ET GE GN HT IL IQ IR JO KE KG KH KM KP KW LB LK LR LY MD ME MK ML MM MR MZ
NE NG NI NP OM PH PK PS QA RS RW SA SD SL SN SO SS SV SY TD TG TJ TL TM TN TR TW UA UG UZ VE XK YE ZW AE BH""".split())

# Names that mean something else nearly everywhere: words, persons, countries and states.
OTHERWISE = set("""Of Most Tank Normal Mission Spring Bar Tire Pop Surprise Sake Roman Union Sale Independence Tame Metro Clay Temple Salt Paradise
Delta San Asia Florida David Martin Taylor Davis Moore Nelson Anderson Edison Elizabeth Wayne Rogers Gary Adam Honda Forest Virginia Lopez
Carolina Bay Wyoming Mary Man Ho Ono Ray Troy Irving Kent Warwick Ames Denton Buchanan Newton Nancy Eugene Orange Westminster Georgia Colorado
Ontario California Arizona Nevada Cuba Chad Jordan Lincoln Jackson Madison Clinton Franklin Marion Warren Salem Logan Allen Parker Carson
Everett Norman Tyler Wilson Lawrence Douglas Dudley Preston Stafford Burke Clifton Clovis Conway Novi Sugar Pinto Bonita Iman Ali Said Hasan
Ata Ama Omi Usa Ina Kai Kama Una Ube Ise Tsu Khan Reading Worms""".split())
ARTICLE = re.compile(r"^(Al|Ar|As|Ash|At|Ath|Ad|Adh|An|Az)[ -](?=[A-Z])")
ARABIC = set("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())
SUFFIXED = set("BD CD CU DZ MX PH TW".split())  # "Puebla City" is Puebla; Mexico City stays


def folded(name):
    """The name in ASCII: marks dropped, letters of their own replaced, quotes for foreign sounds dropped."""
    plain = name.translate(str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ß": "ss",
                                          "æ": "ae", "Æ": "Ae", "œ": "oe", "ə": "a", "ǝ": "a", "Ə": "A", "Ǝ": "A", "‘": "", "’": "", "ʼ": "", "`": ""}))
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return "".join(c for c in plain if ord(c) < 128)


def aliases(name, country):
    found = [folded(name)]
    if country in ARABIC and ARTICLE.match(found[0]):
        bare = ARTICLE.sub("", found[0])
        found += [bare, "al-" + bare, "Al-" + bare]
    if country in SUFFIXED and name != "Mexico City" and found[0].endswith((" City", " District")):
        found.append(found[0].rsplit(" ", 1)[0])
    return [alias for alias in dict.fromkeys(found) if alias and alias != name]


def elements(data):
    (table,) = struct.unpack_from("<I", data, len(data) - 4)
    at = 0
    while at < table:
        strings = []
        for _ in range(7):
            end = data.index(b"\0", at)
            strings.append(data[at:end].decode("utf-8"))
            at = end + 1
        at = (at + 3) & ~3
        (population,) = struct.unpack_from("<I", data, at)
        at = (at + 4 + 7) & ~7
        latitude, longitude = struct.unpack_from("<dd", data, at)
        at = (at + 16 + 7 + 7) & ~7  # seven one-byte framing offsets close the element
        yield strings, population, latitude, longitude


def main():
    library = glob.glob("/usr/lib/*/libgeonames.so.0")
    if not library:
        sys.exit("libgeonames0 is not installed")
    data = subprocess.run(["gresource", "extract", library[0], RESOURCE], check=True, capture_output=True).stdout
    iso3, names = {}, {}
    for line in pathlib.Path(__file__).resolve().parent.parent.joinpath("data/ontology/countries.tsv").read_text().splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and cells[0] != "code" and cells[9] != "historic":
            iso3[cells[1]] = cells[0]
            names.update((alias, cells[0]) for alias in [cells[15], *cells[17].split("|")])
    rows = []
    for (number, name, _, division, country, _, _), population, latitude, longitude in elements(data):
        if name in OTHERWISE or names.get(name, iso3[country]) != iso3[country]:
            continue
        if population >= LARGE or country in CLOSER:
            place = (division, f"{latitude:.3f}", f"{longitude:.3f}", str(population), number)
            rows.append((name, iso3[country], *place, "|".join(aliases(name, country))))
    rows.sort(key=lambda row: (row[0], -int(row[5]), int(row[6])))
    print("# Generated by scripts/cities.py from GeoNames (https://www.geonames.org/), licence CC BY 4.0. Do not edit; add to places.tsv.")
    print("name\tcountry\tdivision\tlat\tlon\tpopulation\tgeonames\taliases")
    for row in rows:
        print("\t".join(row))


if __name__ == "__main__":
    main()
