"""Names of states, provinces and regions by their ISO 3166-2 codes, in the language of the place.

Countries whose job adverts name them; of others the code stays what it is. https://www.iso.org/iso-3166-country-codes.html
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ssg.model.iso import COUNTRIES

_LISTS: Mapping[str, str] = {
    "AT": "1 Burgenland, 2 Kärnten, 3 Niederösterreich, 4 Oberösterreich, 5 Salzburg, 6 Steiermark, 7 Tirol, "
    "8 Vorarlberg, 9 Wien",
    "AU": "ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, "
    "SA South Australia, TAS Tasmania, VIC Victoria, WA Western Australia",
    "BE": "BRU Brussels, VLG Vlaanderen, WAL Wallonie",
    "BR": "AC Acre, AL Alagoas, AM Amazonas, AP Amapá, BA Bahia, CE Ceará, DF Distrito Federal, ES Espírito Santo, "
    "GO Goiás, MA Maranhão, MG Minas Gerais, MS Mato Grosso do Sul, MT Mato Grosso, PA Pará, PB Paraíba, "
    "PE Pernambuco, PI Piauí, PR Paraná, RJ Rio de Janeiro, RN Rio Grande do Norte, RO Rondônia, RR Roraima, "
    "RS Rio Grande do Sul, SC Santa Catarina, SE Sergipe, SP São Paulo, TO Tocantins",
    "CA": "AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, "
    "NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Québec, "
    "SK Saskatchewan, YT Yukon",
    "CH": "AG Aargau, AI Appenzell Innerrhoden, AR Appenzell Ausserrhoden, BE Bern, BL Basel-Landschaft, "
    "BS Basel-Stadt, FR Fribourg, GE Genève, GL Glarus, GR Graubünden, JU Jura, LU Luzern, NE Neuchâtel, "
    "NW Nidwalden, OW Obwalden, SG St. Gallen, SH Schaffhausen, SO Solothurn, SZ Schwyz, TG Thurgau, TI Ticino, "
    "UR Uri, VD Vaud, VS Valais, ZG Zug, ZH Zürich",
    "DE": "BB Brandenburg, BE Berlin, BW Baden-Württemberg, BY Bayern, HB Bremen, HE Hessen, HH Hamburg, "
    "MV Mecklenburg-Vorpommern, NI Niedersachsen, NW Nordrhein-Westfalen, RP Rheinland-Pfalz, "
    "SH Schleswig-Holstein, SL Saarland, SN Sachsen, ST Sachsen-Anhalt, TH Thüringen",
    "ES": "AN Andalucía, AR Aragón, AS Asturias, CB Cantabria, CE Ceuta, CL Castilla y León, CM Castilla-La Mancha, "
    "CN Canarias, CT Catalunya, EX Extremadura, GA Galicia, IB Illes Balears, MC Murcia, MD Madrid, ML Melilla, "
    "NC Navarra, PV País Vasco, RI La Rioja, VC Comunitat Valenciana",
    "FR": "ARA Auvergne-Rhône-Alpes, BFC Bourgogne-Franche-Comté, BRE Bretagne, CVL Centre-Val de Loire, "
    "GES Grand-Est, HDF Hauts-de-France, IDF Île-de-France, NAQ Nouvelle-Aquitaine, NOR Normandie, OCC Occitanie, "
    "PAC Provence-Alpes-Côte-d’Azur, PDL Pays-de-la-Loire, 20R Corse",
    "GB": "ENG England, NIR Northern Ireland, SCT Scotland, WLS Wales",
    "IE": "C Connacht, L Leinster, M Munster, U Ulster",
    "IT": "21 Piemonte, 23 Valle d’Aosta, 25 Lombardia, 32 Trentino-Alto Adige, 34 Veneto, 36 Friuli Venezia Giulia, "
    "42 Liguria, 45 Emilia-Romagna, 52 Toscana, 55 Umbria, 57 Marche, 62 Lazio, 65 Abruzzo, 67 Molise, 72 Campania, "
    "75 Puglia, 77 Basilicata, 78 Calabria, 82 Sicilia, 88 Sardegna",
    "NL": "DR Drenthe, FL Flevoland, FR Fryslân, GE Gelderland, GR Groningen, LI Limburg, NB Noord-Brabant, "
    "NH Noord-Holland, OV Overijssel, UT Utrecht, ZE Zeeland, ZH Zuid-Holland",
    "PL": "02 Dolnośląskie, 04 Kujawsko-Pomorskie, 06 Lubelskie, 08 Lubuskie, 10 Łódzkie, 12 Małopolskie, "
    "14 Mazowieckie, 16 Opolskie, 18 Podkarpackie, 20 Podlaskie, 22 Pomorskie, 24 Śląskie, 26 Świętokrzyskie, "
    "28 Warmińsko-Mazurskie, 30 Wielkopolskie, 32 Zachodniopomorskie",
    "PT": "01 Aveiro, 02 Beja, 03 Braga, 04 Bragança, 05 Castelo Branco, 06 Coimbra, 07 Évora, 08 Faro, 09 Guarda, "
    "10 Leiria, 11 Lisboa, 12 Portalegre, 13 Porto, 14 Santarém, 15 Setúbal, 16 Viana do Castelo, 17 Vila Real, "
    "18 Viseu, 20 Açores, 30 Madeira",
    "US": "AK Alaska, AL Alabama, AR Arkansas, AS American Samoa, AZ Arizona, CA California, CO Colorado, "
    "CT Connecticut, DC District of Columbia, DE Delaware, FL Florida, GA Georgia, GU Guam, HI Hawaii, IA Iowa, "
    "ID Idaho, IL Illinois, IN Indiana, KS Kansas, KY Kentucky, LA Louisiana, MA Massachusetts, MD Maryland, "
    "ME Maine, MI Michigan, MN Minnesota, MO Missouri, MP Northern Mariana Islands, MS Mississippi, MT Montana, "
    "NC North Carolina, ND North Dakota, NE Nebraska, NH New Hampshire, NJ New Jersey, NM New Mexico, NV Nevada, "
    "NY New York, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, PR Puerto Rico, RI Rhode Island, "
    "SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VA Virginia, VI Virgin Islands, VT Vermont, "
    "WA Washington, WI Wisconsin, WV West Virginia, WY Wyoming",
}


COMPLETE = frozenset({"AT", "AU", "BR", "CA", "CH", "DE", "US"})
"""Countries whose regions are all in the lists: another code is none of theirs."""


@cache
def _names(country: str) -> Mapping[str, str]:
    pairs = (entry.partition(" ") for entry in _LISTS.get(country, "").split(", "))
    return {code: name for code, _, name in pairs if code}


def is_region(code: str) -> bool:
    """Whether an ISO 3166-2 code may be one: its country exists, and has such a part as far as is known."""
    country, _, part = code.partition("-")
    return country in COUNTRIES and (country not in COMPLETE or part in _names(country))


def regions_called(text: str) -> tuple[str, ...]:
    """Codes of regions by a name or a code without its country, whatever its case: `WA` is `AU-WA` and `US-WA`."""
    wanted = text.strip().casefold()
    pairs = ((country, code, name) for country in sorted(_LISTS) for code, name in _names(country).items())
    return tuple(f"{country}-{code}" for country, code, name in pairs if wanted in (code.casefold(), name.casefold()))


def region_name(country: str, code: str) -> str | None:
    """The name of a region: `region_name("DE", "BY")` is `Bayern`; None where it is not known."""
    return _names(country).get(code)
