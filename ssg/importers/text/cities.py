"""Large cities by country, in the languages that adverts use. A name in two countries is ambiguous by itself."""

from __future__ import annotations

from collections.abc import Iterator

# A bar parts the names of one city, the first being how it is written; a colon gives its state or province.
_CITIES = {
    "AE": "Dubai|Dubaï, Abu Dhabi",
    "AR": "Buenos Aires, Córdoba, Rosario, Mendoza",
    "AT": "Vienna|Wien|Vienne|Viena, Graz, Linz, Salzburg, Innsbruck, Klagenfurt",
    "AU": "Sydney:NSW, Melbourne:VIC, Brisbane:QLD, Perth:WA, Adelaide:SA, Canberra:ACT, Hobart:TAS, Newcastle:NSW",
    "BE": "Brussels|Bruxelles|Brüssel|Bruxelas|Bruselas, Antwerp|Antwerpen|Anvers, Ghent|Gent|Gand, Leuven|"
          "Louvain, Liège, Bruges",
    "BG": "Sofia, Plovdiv, Varna",
    "BR": "São Paulo|Sao Paulo, Rio de Janeiro, Belo Horizonte, Curitiba, Porto Alegre, Brasília, Florianópolis, "
          "Recife, "
    "Fortaleza, Salvador, Campinas, Goiânia, Joinville",
    "CA": "Toronto:ON, Vancouver:BC, Montreal|"
          "Montréal:QC, Ottawa:ON, Calgary:AB, Edmonton:AB, Waterloo:ON, Quebec City:QC, "
    "Winnipeg:MB, Halifax:NS, Hamilton:ON, Kitchener:ON, Mississauga:ON",
    "CH": "Zurich|Zürich|Zuerich|Zurique, Geneva|Genève|Genf|Genebra|Ginebra, Basel|Bâle, Bern|"
          "Berne, Lausanne, Zug, Lucerne|Luzern, "
    "Winterthur, St. Gallen, Lugano",
    "CL": "Santiago de Chile, Santiago, Valparaíso",
    "CN": "Beijing|Peking|Pékin, Shanghai, Shenzhen, Guangzhou, Hangzhou, Chengdu",
    "CO": "Bogotá|Bogota, Medellín|Medellin, Cali",
    "CR": "San José",
    "CZ": "Prague|Praha|Prag|Praga, Brno|Brünn, Ostrava, Plzeň",
    "DE": "Berlin|Berlim|Berlín, Munich|München|Muenchen|Munique, Hamburg|Hambourg|Hamburgo, Cologne|Köln|Koeln|"
          "Colónia|Colonia, "
    "Frankfurt|Frankfurt am Main|Francfort, Stuttgart, Düsseldorf|Duesseldorf|"
    "Dusseldorf, Leipzig, Dortmund, Essen, Bremen, "
    "Dresden, Hanover|Hannover, Nuremberg|Nürnberg, Duisburg, Bochum, Wuppertal, Bielefeld, Bonn, Münster, Karlsruhe, "
    "Mannheim, Augsburg, Wiesbaden, Aachen, Kiel, Potsdam, Freiburg, Heidelberg, Darmstadt, Regensburg, Mainz, Ulm, "
    "Ingolstadt, Rostock, Erfurt, Kassel, Walldorf, Jena, Paderborn, Würzburg, Braunschweig, Saarbrücken, Magdeburg",
    "DK": "Copenhagen|København|Kopenhagen|Copenhague, Aarhus, Odense, Aalborg",
    "EE": "Tallinn, Tartu",
    "EG": "Cairo, Alexandria",
    "ES": "Madrid, Barcelona|Barcelone, Valencia, Seville|Sevilla, Málaga|"
          "Malaga, Bilbao, Zaragoza, Alicante, Palma, Granada, "
    "San Sebastián|Donostia, Murcia, Vigo, A Coruña, Valladolid, Córdoba, Pamplona, Toledo, Las Palmas, Gijón",
    "FI": "Helsinki, Espoo, Tampere, Turku, Oulu",
    "FR": "Paris, Lyon, Marseille, Toulouse, Nantes, Bordeaux, Lille, Nice, Strasbourg|"
          "Straßburg, Rennes, Montpellier, Grenoble, "
    "Sophia Antipolis, Aix-en-Provence, Rouen, Dijon, Tours, Angers, Brest, Clermont-Ferrand, Reims, Metz, Nancy",
    "GB": "London|Londres, Manchester, Birmingham, Edinburgh|"
          "Edimburgo, Glasgow, Bristol, Leeds, Cambridge, Oxford, Liverpool, "
    "Sheffield, Cardiff, Belfast, Newcastle|"
    "Newcastle upon Tyne, Nottingham, Brighton, Reading, Southampton, Leicester, York, "
    "Aberdeen, Bath, Perth, Milton Keynes",
    "GR": "Athens|Athen|Athènes|Atenas, Thessaloniki",
    "HK": "Hong Kong",
    "HR": "Zagreb, Split, Rijeka",
    "HU": "Budapest, Debrecen, Szeged",
    "ID": "Jakarta, Bandung",
    "IE": "Dublin, Cork, Galway, Limerick",
    "IL": "Tel Aviv|Tel Aviv-Yafo, Jerusalem, Haifa, Herzliya",
    "IN": "Bangalore|Bengaluru, Mumbai, Delhi|New Delhi, Hyderabad, Pune, Chennai, Gurgaon|"
          "Gurugram, Noida, Kolkata, Ahmedabad",
    "IT": "Milan|Milano|Mailand|Milão|Milán, Rome|Roma|Rom, Turin|Torino, Bologna, Florence|Firenze|"
          "Florenz, Naples|Napoli, Genoa|Genova, "
    "Padua|Padova, Verona",
    "JP": "Tokyo|Tokio|Tóquio, Osaka, Kyoto, Fukuoka, Nagoya",
    "KE": "Nairobi",
    "KR": "Seoul, Busan",
    "LT": "Vilnius, Kaunas",
    "LU": "Luxembourg City|Luxembourg|Luxemburg",
    "LV": "Riga",
    "MA": "Casablanca, Rabat",
    "MX": "Mexico City|Ciudad de México|CDMX|Mexiko-Stadt, Guadalajara, Monterrey, Querétaro, Puebla, Tijuana",
    "MT": "Valletta, Sliema",
    "MY": "Kuala Lumpur, Penang",
    "NG": "Lagos, Abuja",
    "NL": "Amsterdam|Amesterdão|Ámsterdam, Rotterdam, The Hague|"
          "Den Haag, Utrecht, Eindhoven, Groningen, Delft, Haarlem, Leiden",
    "NO": "Oslo, Bergen, Trondheim, Stavanger",
    "NZ": "Auckland, Wellington, Christchurch, Hamilton",
    "PE": "Lima",
    "PH": "Manila, Makati, Cebu",
    "PK": "Karachi, Lahore, Islamabad",
    "PL": "Warsaw|Warszawa|Warschau|Varsovie|Varsóvia|Varsovia, Kraków|Krakow|Krakau|Cracow, Wrocław|Wroclaw|"
          "Breslau, Gdańsk|Gdansk|Danzig, "
    "Poznań|Poznan, Łódź|Lodz, Katowice, Szczecin, Lublin, Gdynia",
    "PT": "Lisbon|Lisboa|Lissabon|Lisbonne, Porto|"
          "Oporto, Braga, Coimbra, Aveiro, Faro, Funchal, Leiria, Setúbal, Évora, Guimarães, "
    "Viseu, Matosinhos, Oeiras, Cascais, Maia",
    "RO": "Bucharest|București|Bukarest|Bucarest, Cluj-Napoca|Cluj, Iași|Iasi, Timișoara|Timisoara, Brașov",
    "RS": "Belgrade|Beograd|Belgrad, Novi Sad",
    "SA": "Riyadh, Jeddah",
    "SE": "Stockholm|Estocolmo, Gothenburg|Göteborg, Malmö|Malmo, Uppsala, Lund, Linköping",
    "SG": "Singapore|Singapur|Singapour|Singapura",
    "SI": "Ljubljana, Maribor",
    "SK": "Bratislava, Košice",
    "TH": "Bangkok",
    "TR": "Istanbul|Istambul|Estambul, Ankara, Izmir",
    "TW": "Taipei",
    "UA": "Kyiv|Kiev|Kiew, Lviv, Kharkiv, Odesa, Dnipro",
    "US": "New York|New York City|NYC|Nova Iorque|"
          "Nueva York:NY, San Francisco:CA, Los Angeles:CA, Seattle:WA, Austin:TX, Boston:MA, Chicago:IL, "
    "Denver:CO, Boulder:CO, Atlanta:GA, Miami:FL, Houston:TX, Dallas:TX, San Diego:CA, San Jose:CA, Palo Alto:CA, "
    "Mountain View:CA, Menlo Park:CA, Sunnyvale:CA, Oakland:CA, Santa Monica:CA, Washington DC|Washington D.C.:DC, "
    "Philadelphia:PA, Pittsburgh:PA, Phoenix:AZ, Salt Lake City:UT, Minneapolis:MN, Detroit:MI, Nashville:TN, "
    "Raleigh:NC, "
    "Charlotte:NC, Brooklyn:NY, Bellevue:WA, Redmond:WA, San Antonio:TX, Tampa:FL, Orlando:FL, Las Vegas:NV, "
    "Baltimore:MD, "
    "St. Louis:MO, Cincinnati:OH, Columbus:OH, Cleveland:OH, Indianapolis:IN, Milwaukee:WI, Sacramento:CA, Irvine:CA, "
    "Portland, Cambridge:MA, Birmingham:AL, Manchester:NH, Richmond, Durham:NC, Kansas City, Toledo:OH, Reading:PA",
    "UY": "Montevideo",
    "VE": "Caracas, Valencia",
    "VN": "Ho Chi Minh City|Saigon, Hanoi, Da Nang",
    "ZA": "Cape Town|Kapstadt, Johannesburg, Durban, Pretoria",
}  # fmt: skip

US_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana",
    "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi",
    "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey",
    "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
PROVINCES = {
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick", "NL": "Newfoundland and "
                                                                                              "Labrador",
    "NS": "Nova Scotia", "ON": "Ontario", "PE": "Prince Edward Island", "QC": "Quebec", "SK": "Saskatchewan",
}  # fmt: skip


def cities() -> Iterator[tuple[str, str, str, str]]:
    """Every name of every city: the name, how the city is written, its country, its region (or empty)."""
    for country, listed in _CITIES.items():
        for entry in listed.split(", "):
            names, _, region = entry.partition(":")
            first, *others = names.split("|")
            for name in (first, *others):
                yield name, first, country, region
