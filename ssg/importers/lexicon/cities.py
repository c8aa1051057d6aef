"""Towns by country, in the languages that adverts use. A name in two countries is ambiguous by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A line begins with its country, or with blanks where it goes on. A bar parts the names of one town, the first being
# how it is written; a colon gives its state or province.
_TOWNS = """
AE Dubai|Dubaï, Abu Dhabi, Sharjah
AL Tirana
AM Yerevan
AO Luanda
AR Buenos Aires, Córdoba, Rosario, Mendoza, La Plata, Mar del Plata, Tucumán, Neuquén, Salta
AT Vienna|Wien|Vienne|Viena, Graz, Linz, Salzburg, Innsbruck, Klagenfurt, Wels, Steyr, St. Pölten, Sankt Pölten,
   Villach, Dornbirn, Bregenz, Feldkirch, Wiener Neustadt, Leoben, Kapfenberg, Krems, Baden bei Wien, Mödling,
   Amstetten, Traun, Leonding, Kufstein, Wörgl, Hallein, Eisenstadt
AU Sydney:NSW, Melbourne:VIC, Brisbane:QLD, Perth:WA, Adelaide:SA, Canberra:ACT, Hobart:TAS, Newcastle:NSW, Gold
   Coast:QLD, Wollongong:NSW, Geelong:VIC, Townsville:QLD, Cairns:QLD, Darwin:NT, Toowoomba:QLD, Ballarat:VIC,
   Bendigo:VIC, Launceston:TAS, Parramatta:NSW, Sunshine Coast:QLD, Alice Springs:NT
BA Sarajevo, Banja Luka
BD Dhaka, Chittagong
BE Brussels|Bruxelles|Brüssel|Bruxelas|Bruselas, Antwerp|Antwerpen|Anvers, Ghent|Gent|Gand, Leuven|Louvain, Liège,
   Bruges, Charleroi, Namur, Mons, Mechelen|Malines, Hasselt, Genk, Kortrijk|Courtrai, Ostend|Oostende, Tournai,
   Aalst, Sint-Niklaas, Roeselare, Turnhout, Verviers, Louvain-la-Neuve, Zaventem, Diegem, Waterloo, Wavre
BG Sofia, Plovdiv, Varna
BH Manama
BR São Paulo|Sao Paulo, Rio de Janeiro, Belo Horizonte, Curitiba, Porto Alegre, Brasília, Florianópolis, Recife,
   Fortaleza, Salvador, Campinas, Goiânia, Joinville, Manaus, Belém, Guarulhos, São Luís, Maceió, Duque de Caxias,
   Natal, Teresina, São Bernardo do Campo, João Pessoa, Santo André, Osasco, Jaboatão dos Guararapes, São José dos
   Campos, Ribeirão Preto, Uberlândia, Sorocaba, Aracaju, Feira de Santana, Cuiabá, Londrina, Juiz de Fora, Niterói,
   Porto Velho, Caxias do Sul, Vila Velha, Macapá, Maringá, Mauá, Santos, São José do Rio Preto, Mogi das Cruzes,
   Betim, Diadema, Jundiaí, Campina Grande, Piracicaba, Barueri, Alphaville, Bauru, Anápolis, Blumenau, Vitória,
   Cascavel, Petrolina, Ponta Grossa, Canoas, Pelotas, Campo Grande, Limeira, Taubaté, São Carlos, Itajaí, Chapecó
CA Toronto:ON, Vancouver:BC, Montreal|Montréal:QC, Ottawa:ON, Calgary:AB, Edmonton:AB, Waterloo:ON, Quebec City:QC,
   Winnipeg:MB, Halifax:NS, Hamilton:ON, Kitchener:ON, Mississauga:ON, Victoria:BC, Burnaby:BC, Richmond:BC,
   Surrey:BC, Kelowna:BC, Saskatoon:SK, Regina:SK, Windsor:ON, Markham:ON, Brampton:ON, Vaughan:ON, Guelph:ON,
   Kingston:ON, Oshawa:ON, Barrie:ON, Sudbury:ON, Thunder Bay:ON, Laval:QC, Gatineau:QC, Sherbrooke:QC,
   Québec|Quebec:QC, Longueuil:QC, Trois-Rivières:QC, Fredericton:NB, Moncton:NB, Saint John:NB, Charlottetown:PE,
   Red Deer:AB, Lethbridge:AB, Banff:AB
CH Zurich|Zürich|Zuerich|Zurique, Geneva|Genève|Genf|Genebra|Ginebra, Basel|Bâle, Bern|Berne, Lausanne, Zug,
   Lucerne|Luzern, Winterthur, St. Gallen, Lugano, Thun, Köniz, Biel|Bienne, Fribourg|Freiburg im Üechtland,
   Neuchâtel|Neuenburg, La Chaux-de-Fonds, Sion|Sitten, Montreux, Vevey, Nyon, Morges, Yverdon-les-Bains,
   Schaffhausen, Chur, Aarau, Baden AG, Olten, Solothurn, Burgdorf, Langenthal, Kloten, Uster, Wädenswil, Dübendorf,
   Wil SG, Rapperswil-Jona, Kreuzlingen, Frauenfeld, Emmen, Kriens, Bellinzona, Locarno, Davos, St. Moritz,
   Interlaken, Zermatt
CI Abidjan
CL Santiago de Chile, Santiago, Valparaíso, Concepción, Viña del Mar, Antofagasta, Temuco
CM Douala, Yaoundé
CN Beijing|Peking|Pékin, Shanghai, Shenzhen, Guangzhou, Hangzhou, Chengdu, Wuhan, Nanjing, Suzhou, Xi'an, Chongqing,
   Tianjin, Dalian, Qingdao
CO Bogotá|Bogota, Medellín|Medellin, Cali, Barranquilla, Cartagena, Bucaramanga, Pereira, Manizales
CR San José
CV Praia, Mindelo
CY Nicosia, Limassol, Larnaca
CZ Prague|Praha|Prag|Praga, Brno|Brünn, Ostrava, Plzeň, Liberec, Olomouc, Pardubice, Hradec Králové, České
   Budějovice, Zlín
DE Berlin|Berlim|Berlín, Munich|München|Muenchen|Munique, Hamburg|Hambourg|Hamburgo,
   Cologne|Köln|Koeln|Colónia|Colonia, Frankfurt|Frankfurt am Main|Francfort, Stuttgart,
   Düsseldorf|Duesseldorf|Dusseldorf, Leipzig, Dortmund, Essen, Bremen, Dresden, Hanover|Hannover,
   Nuremberg|Nürnberg, Duisburg, Bochum, Wuppertal, Bielefeld, Bonn, Münster, Karlsruhe, Mannheim, Augsburg,
   Wiesbaden, Aachen, Kiel, Potsdam, Freiburg, Heidelberg, Darmstadt, Regensburg, Mainz, Ulm, Ingolstadt, Rostock,
   Erfurt, Kassel, Walldorf, Jena, Paderborn, Würzburg, Braunschweig, Saarbrücken, Magdeburg, Rosenheim, Landshut,
   Passau, Bamberg, Bayreuth, Fürth, Erlangen, Aschaffenburg, Schweinfurt, Memmingen, Kempten, Neu-Ulm,
   Friedrichshafen, Konstanz, Ravensburg, Reutlingen, Tübingen, Esslingen, Ludwigsburg, Sindelfingen, Böblingen,
   Heilbronn, Pforzheim, Göppingen, Aalen, Schwäbisch Gmünd, Villingen-Schwenningen, Offenburg, Lörrach,
   Baden-Baden, Rastatt, Bruchsal, Sinsheim, Ludwigshafen, Kaiserslautern, Trier, Koblenz, Worms, Neuwied, Speyer,
   Frankenthal, Bad Kreuznach, Hanau, Offenbach, Rüsselsheim, Gießen, Marburg, Fulda, Wetzlar, Bad Homburg,
   Eschborn, Siegen, Hagen, Iserlohn, Lüdenscheid, Hamm, Soest, Gütersloh, Minden, Herford, Detmold, Lippstadt,
   Arnsberg, Gelsenkirchen, Oberhausen, Bottrop, Herne, Recklinghausen, Mülheim an der Ruhr, Mönchengladbach,
   Krefeld, Neuss, Solingen, Remscheid, Leverkusen, Bergisch Gladbach, Troisdorf, Siegburg, Düren, Euskirchen,
   Ratingen, Velbert, Moers, Wesel, Bocholt, Rheine, Osnabrück, Oldenburg, Emden, Wilhelmshaven, Bremerhaven,
   Cuxhaven, Delmenhorst, Celle, Lüneburg, Hildesheim, Salzgitter, Wolfsburg, Göttingen, Hameln, Peine, Gifhorn,
   Stade, Flensburg, Lübeck, Neumünster, Norderstedt, Elmshorn, Pinneberg, Ahrensburg, Schwerin, Stralsund,
   Greifswald, Neubrandenburg, Wismar, Güstrow, Cottbus, Oranienburg, Eberswalde, Brandenburg an der Havel,
   Falkensee, Teltow, Halle, Halle (Saale), Dessau, Wittenberg, Halberstadt, Stendal, Bitterfeld, Chemnitz, Zwickau,
   Plauen, Görlitz, Bautzen, Freiberg, Pirna, Radebeul, Gera, Weimar, Eisenach, Gotha, Suhl, Ilmenau, Nordhausen,
   Garching, Unterföhring, Ismaning, Ottobrunn, Freising, Dachau, Fürstenfeldbruck, Starnberg, Weilheim,
   Garmisch-Partenkirchen, Traunstein, Deggendorf, Straubing, Amberg, Hof, Coburg, Ansbach, Dillingen, Donauwörth,
   Günzburg, Kaufbeuren, Lindau, Tuttlingen, Rottweil, Balingen, Biberach, Heidenheim, Waiblingen, Fellbach,
   Leonberg, Filderstadt, Schorndorf, Backnang, Homburg, Neunkirchen, Völklingen
DK Copenhagen|København|Kopenhagen|Copenhague, Aarhus, Odense, Aalborg, Esbjerg, Randers, Kolding, Horsens, Vejle,
   Roskilde, Herning, Silkeborg, Billund, Sønderborg, Kongens Lyngby, Ballerup
DO Santo Domingo
DZ Algiers|Alger, Oran
EC Quito, Guayaquil, Cuenca
EE Tallinn, Tartu
EG Cairo, Alexandria
ES Madrid, Barcelona|Barcelone, Valencia, Seville|Sevilla, Málaga|Malaga, Bilbao, Zaragoza, Alicante, Palma,
   Granada, San Sebastián|Donostia, Murcia, Vigo, A Coruña, Valladolid, Córdoba, Pamplona, Toledo, Las Palmas,
   Gijón, Elche|Elx, Oviedo, Móstoles, Santa Cruz de Tenerife, Alcalá de Henares, Almería, Fuenlabrada, Leganés,
   Donostia-San Sebastián, Sant Cugat del Vallès, Getafe, Burgos, Santander, Castellón|Castelló de la Plana,
   Albacete, Alcorcón, Logroño, Badajoz, Salamanca, Huelva, Lleida|Lérida, Marbella, Tarragona, Dos Hermanas,
   Torrejón de Ardoz, Parla, Mataró, Algeciras, Santa Coloma de Gramenet, Cádiz, Jaén, Ourense, Reus, Girona|Gerona,
   Barakaldo, Lugo, Santiago de Compostela, Cáceres, San Fernando, Las Rozas, Ceuta, Lorca, Sabadell, Terrassa,
   Badalona, L'Hospitalet de Llobregat|Hospitalet de Llobregat, Cartagena, Jerez de la Frontera|Jerez,
   Vitoria|Vitoria-Gasteiz, Pontevedra, Ferrol, Palencia, Ponferrada, Segovia, Ávila, Cuenca, Zamora, Soria, Huesca,
   Teruel, Gandía, Benidorm, Torrevieja, Ibiza|Eivissa, Mahón, Manresa, Alcobendas, Pozuelo de Alarcón, San
   Sebastián de los Reyes, Tres Cantos, Rivas-Vaciamadrid, Majadahonda, Esplugues de Llobregat, Cornellà de
   Llobregat, El Prat de Llobregat, Viladecans, Granollers, Paterna, Sagunto, Melilla, Avilés, Motril, Linares
ET Addis Ababa
FI Helsinki, Espoo, Tampere, Turku, Oulu, Vantaa, Jyväskylä, Lahti, Kuopio, Pori, Vaasa, Rovaniemi
FR Paris, Lyon, Marseille, Toulouse, Nantes, Bordeaux, Lille, Nice, Strasbourg|Straßburg, Rennes, Montpellier,
   Grenoble, Sophia Antipolis, Aix-en-Provence, Rouen, Dijon, Tours, Angers, Brest, Clermont-Ferrand, Reims, Metz,
   Nancy, Le Havre, Saint-Étienne, Toulon, Nîmes, Le Mans, Villeurbanne, Limoges, Amiens, Annecy, Perpignan,
   Boulogne-Billancourt, Orléans, Mulhouse, Caen, Argenteuil, Saint-Denis, Roubaix, Tourcoing, Montreuil, Avignon,
   Nanterre, Poitiers, Versailles, Courbevoie, Pau, Colombes, La Rochelle, Antibes, Calais, Cannes, Béziers,
   Saint-Nazaire, Colmar, Bourges, Valence, Quimper, Troyes, Antony, Chambéry, Lorient, Niort, Sarcelles,
   Neuilly-sur-Seine, Levallois-Perret, Issy-les-Moulineaux, Montauban, Beauvais, Hyères, Cholet, Vannes, La
   Roche-sur-Yon, Albi, Arles, Fréjus, Bayonne, Biarritz, Belfort, Évreux, Saint-Malo, Saint-Brieuc, Laval, Blois,
   Tarbes, Charleville-Mézières, Castres, Bourg-en-Bresse, Agen, Épinal, Rodez, Arras, Lens, Douai, Valenciennes,
   Dunkerque|Dunkirk, Compiègne, Chartres, Auxerre, Mâcon, Chalon-sur-Saône, Besançon, Vichy, Aurillac,
   Brive-la-Gaillarde, Périgueux, Angoulême, Saintes, Dax, Mont-de-Marsan, Carcassonne, Narbonne, Ajaccio, Bastia,
   Cergy, Évry, Créteil, Massy, Saclay, Vélizy-Villacoublay, Rueil-Malmaison, Puteaux, La Défense, Clichy,
   Saint-Ouen, Vincennes, Ivry-sur-Seine, Meaux, Melun, Villejuif, Thionville, Haguenau, Saint-Quentin, Laon,
   Soissons, Alès, Sète, Martigues, Aubagne, Salon-de-Provence, Voiron
GB London|Londres, Manchester, Birmingham, Edinburgh|Edimburgo, Glasgow, Bristol, Leeds, Cambridge, Oxford,
   Liverpool, Sheffield, Cardiff, Belfast, Newcastle|Newcastle upon Tyne, Nottingham, Brighton, Reading,
   Southampton, Leicester, York, Aberdeen, Bath, Perth, Milton Keynes, Coventry, Bradford, Stoke-on-Trent,
   Wolverhampton, Plymouth, Derby, Swansea, Portsmouth, Preston, Luton, Sunderland, Norwich, Bournemouth, Poole,
   Southend-on-Sea, Swindon, Dundee, Warrington, Huddersfield, Peterborough, Slough, Ipswich, Blackpool,
   Middlesbrough, Bolton, Stockport, Rotherham, Gloucester, Cheltenham, Exeter, Chelmsford, Colchester, Northampton,
   Bedford, Watford, Crawley, Guildford, Woking, Basingstoke, High Wycombe, Maidstone, Hastings, Eastbourne,
   Worthing, Doncaster, Barnsley, Wakefield, Halifax, Hull|Kingston upon Hull, Grimsby, Scunthorpe, Lincoln,
   Mansfield, Chesterfield, Telford, Shrewsbury, Worcester, Hereford, Redditch, Nuneaton, Rugby, Daventry,
   Kettering, Corby, Wellingborough, Stevenage, Harlow, St Albans, Hemel Hempstead, Welwyn Garden City, Hatfield,
   Salford, Oldham, Rochdale, Bury, Wigan, St Helens, Birkenhead, Chester, Crewe, Macclesfield, Burnley, Blackburn,
   Lancaster, Carlisle, Kendal, Durham, Darlington, Gateshead, Hartlepool, Inverness, Stirling, Falkirk, Livingston,
   Dunfermline, Paisley, Kilmarnock, Ayr, Newport, Wrexham, Bangor, Aberystwyth, Derry|Londonderry, Lisburn, Newry,
   Truro, Taunton, Torquay, Salisbury, Winchester, Andover, Aldershot, Farnborough, Bracknell, Maidenhead, Windsor,
   Canterbury, Dover, Ashford, Folkestone, Dartford, Tunbridge Wells, Sevenoaks, Croydon, Harrogate, Scarborough,
   Whitby, Loughborough, Burton upon Trent, Tamworth, Stafford, Cannock, Solihull, Dudley, Walsall, West Bromwich,
   Leamington Spa, Stratford-upon-Avon, Banbury, Bicester, Abingdon, Didcot, Newbury, Aylesbury, Letchworth,
   Hitchin, Huntingdon, Ely, King's Lynn, Great Yarmouth, Lowestoft, Bury St Edmunds
GE Tbilisi
GH Accra, Kumasi
GR Athens|Athen|Athènes|Atenas, Thessaloniki, Patras, Heraklion
GT Guatemala City
HK Hong Kong
HR Zagreb, Rijeka
HU Budapest, Debrecen, Szeged, Győr, Pécs, Miskolc, Székesfehérvár
ID Jakarta, Bandung, Surabaya, Bali, Denpasar, Yogyakarta
IE Dublin, Cork, Galway, Limerick, Waterford, Kilkenny, Drogheda, Dundalk, Sligo, Athlone, Wexford, Letterkenny,
   Tralee, Killarney, Ennis, Naas, Navan, Swords, Bray, Carlow, Mullingar, Castlebar, Shannon, Tullamore,
   Portlaoise, Clonmel
IL Tel Aviv|Tel Aviv-Yafo, Jerusalem, Haifa, Herzliya
IN Bangalore|Bengaluru, Mumbai, Delhi|New Delhi, Hyderabad, Pune, Chennai, Gurgaon|Gurugram, Noida, Kolkata,
   Ahmedabad, Jaipur, Kochi, Coimbatore, Indore, Nagpur, Lucknow, Chandigarh, Thiruvananthapuram|Trivandrum,
   Vadodara, Surat, Bhubaneswar, Mysore, Visakhapatnam, Patna, Bhopal
IS Reykjavik|Reykjavík
IT Milan|Milano|Mailand|Milão|Milán, Rome|Roma|Rom, Turin|Torino, Bologna, Florence|Firenze|Florenz, Naples|Napoli,
   Genoa|Genova, Padua|Padova, Verona, Palermo, Bari, Catania, Venice|Venezia|Venedig, Brescia, Parma, Modena,
   Prato, Reggio Emilia, Perugia, Livorno, Ravenna, Cagliari, Foggia, Rimini, Salerno, Ferrara, Bergamo, Trento,
   Vicenza, Bolzano|Bozen, Novara, Piacenza, Ancona, Udine, Lecce, Pescara, Monza, Treviso, Pisa, Como, Trieste,
   Siena, Lucca
JP Tokyo|Tokio|Tóquio, Osaka, Kyoto, Fukuoka, Nagoya, Yokohama, Kobe, Sapporo, Sendai
KE Nairobi
KR Seoul, Busan
KW Kuwait City
KZ Almaty, Astana
LK Colombo, Kandy
LT Vilnius, Kaunas
LU Luxembourg City|Luxembourg|Luxemburg, Esch-sur-Alzette, Differdange, Dudelange
LV Riga
MA Casablanca, Rabat
MD Chișinău|Chisinau
MK Skopje
MT Valletta, Sliema
MX Mexico City|Ciudad de México|CDMX|Mexiko-Stadt, Guadalajara, Monterrey, Querétaro, Puebla, Tijuana, León, Mérida,
   Cancún, Toluca, Hermosillo, Chihuahua, Aguascalientes, San Luis Potosí, Saltillo, Zapopan
MY Kuala Lumpur, Penang
MZ Maputo
NG Lagos, Abuja
NL Amsterdam|Amesterdão|Ámsterdam, Rotterdam, The Hague|Den Haag, Utrecht, Eindhoven, Groningen, Delft, Haarlem,
   Leiden, Tilburg, Breda, Almere, Nijmegen, Arnhem, Apeldoorn, Enschede, Amersfoort, Zaandam, 's-Hertogenbosch|Den
   Bosch, Hoofddorp, Maastricht, Dordrecht, Zwolle, Zoetermeer, Leeuwarden, Alkmaar, Venlo, Deventer, Hilversum,
   Hengelo, Roosendaal, Schiphol, Veldhoven, Helmond, Gouda, Wageningen
NO Oslo, Bergen, Trondheim, Stavanger, Drammen, Kristiansand, Fredrikstad, Tromsø, Bodø, Sandnes, Ålesund, Lysaker
NP Kathmandu
NZ Auckland, Wellington, Christchurch, Hamilton, Dunedin, Tauranga, Queenstown, Napier, Palmerston North, Nelson,
   Rotorua
PA Panama City
PE Lima, Arequipa, Trujillo
PH Manila, Makati, Cebu, Quezon City, Taguig, Pasig, Davao, Cebu City
PK Karachi, Lahore, Islamabad, Rawalpindi, Faisalabad
PL Warsaw|Warszawa|Warschau|Varsovie|Varsóvia|Varsovia, Kraków|Krakow|Krakau|Cracow, Wrocław|Wroclaw|Breslau,
   Gdańsk|Gdansk|Danzig, Poznań|Poznan, Łódź|Lodz, Katowice, Szczecin, Lublin, Gdynia, Bydgoszcz, Białystok,
   Częstochowa, Radom, Toruń, Sosnowiec, Kielce, Rzeszów, Gliwice, Zabrze, Olsztyn, Bielsko-Biała, Bytom, Zielona
   Góra, Opole, Tychy, Elbląg, Sopot
PR San Juan
PT Lisbon|Lisboa|Lissabon|Lisbonne, Porto|Oporto, Braga, Coimbra, Aveiro, Faro, Funchal, Leiria, Setúbal, Évora,
   Guimarães, Viseu, Matosinhos, Oeiras, Cascais, Maia, Vila Nova de Gaia, Gaia, Amadora, Almada, Seixal, Barreiro,
   Odivelas, Loures, Sintra, Vila Franca de Xira, Montijo, Palmela, Sesimbra, Portimão, Loulé, Albufeira, Lagoa,
   Tavira, Olhão, Beja, Portalegre, Castelo Branco, Covilhã, Guarda, Vila Real, Bragança, Chaves, Viana do Castelo,
   Barcelos, Famalicão, Vila Nova de Famalicão, Santo Tirso, Gondomar, Valongo, Póvoa de Varzim, Vila do Conde,
   Paredes, Penafiel, Santa Maria da Feira, Ovar, Ílhavo, Águeda, São João da Madeira, Oliveira de Azeméis, Figueira
   da Foz, Pombal, Marinha Grande, Caldas da Rainha, Torres Vedras, Mafra, Santarém, Tomar, Entroncamento, Abrantes,
   Torres Novas, Ponta Delgada, Angra do Heroísmo, Lagos, Elvas, Sines, Fundão, Lamego, Peniche, Nazaré, Alcobaça,
   Carcavelos, Estoril, Algés, Alverca
QA Doha
RO Bucharest|București|Bukarest|Bucarest, Cluj-Napoca|Cluj, Iași|Iasi, Timișoara|Timisoara, Brașov, Sibiu, Oradea,
   Constanța, Craiova, Ploiești, Arad, Pitești
RS Belgrade|Beograd|Belgrad, Novi Sad
RW Kigali
SA Riyadh, Jeddah
SE Stockholm|Estocolmo, Gothenburg|Göteborg, Malmö|Malmo, Uppsala, Lund, Linköping, Västerås, Örebro, Helsingborg,
   Norrköping, Jönköping, Umeå, Gävle, Borås, Södertälje, Luleå, Solna, Kista, Skellefteå
SG Singapore|Singapur|Singapour|Singapura
SI Ljubljana, Maribor
SK Bratislava, Košice
SN Dakar
TH Bangkok
TN Tunis, Sfax, Sousse
TR Istanbul|Istambul|Estambul, Ankara, Izmir
TW Taipei
TZ Dar es Salaam
UA Kyiv|Kiev|Kiew, Lviv, Kharkiv, Odesa, Dnipro
UG Kampala
US New York|New York City|NYC|Nova Iorque|Nueva York:NY, San Francisco:CA, Los Angeles:CA, Seattle:WA, Austin:TX,
   Boston:MA, Chicago:IL, Denver:CO, Boulder:CO, Atlanta:GA, Miami:FL, Houston:TX, Dallas:TX, San Diego:CA, San
   Jose:CA, Palo Alto:CA, Mountain View:CA, Menlo Park:CA, Sunnyvale:CA, Oakland:CA, Santa Monica:CA, Washington
   DC|Washington D.C.:DC, Philadelphia:PA, Pittsburgh:PA, Phoenix:AZ, Salt Lake City:UT, Minneapolis:MN, Detroit:MI,
   Nashville:TN, Raleigh:NC, Charlotte:NC, Brooklyn:NY, Bellevue:WA, Redmond:WA, San Antonio:TX, Tampa:FL,
   Orlando:FL, Las Vegas:NV, Baltimore:MD, St. Louis:MO, Cincinnati:OH, Columbus:OH, Cleveland:OH, Indianapolis:IN,
   Milwaukee:WI, Sacramento:CA, Irvine:CA, Portland, Cambridge:MA, Birmingham:AL, Manchester:NH, Richmond,
   Durham:NC, Kansas City, Toledo:OH, Reading:PA, Fort Worth:TX, El Paso:TX, Arlington, Plano:TX, Irving:TX,
   Lubbock:TX, Corpus Christi:TX, Frisco:TX, McKinney:TX, Round Rock:TX, San Marcos:TX, Amarillo:TX, Waco:TX,
   Jacksonville:FL, Fort Lauderdale:FL, St. Petersburg:FL, Hialeah:FL, Tallahassee:FL, Gainesville:FL, Fort
   Myers:FL, Sarasota:FL, West Palm Beach:FL, Boca Raton:FL, Pensacola:FL, Memphis:TN, Knoxville:TN, Chattanooga:TN,
   Louisville:KY, Lexington:KY, Oklahoma City:OK, Tulsa:OK, Albuquerque:NM, Santa Fe:NM, Tucson:AZ, Mesa:AZ,
   Scottsdale:AZ, Tempe:AZ, Chandler:AZ, Fresno:CA, Long Beach:CA, Bakersfield:CA, Anaheim:CA, Santa Ana:CA,
   Riverside:CA, Stockton:CA, Fremont:CA, Santa Clara:CA, Redwood City:CA, San Mateo:CA, Berkeley:CA, Emeryville:CA,
   Pasadena:CA, Burbank:CA, Culver City:CA, El Segundo:CA, Glendale:CA, Torrance:CA, Hawthorne:CA, Cupertino:CA,
   Santa Barbara:CA, Santa Cruz:CA, South San Francisco:CA, Walnut Creek:CA, Oceanside:CA, Carlsbad:CA, Modesto:CA,
   Omaha:NE, Lincoln:NE, Des Moines:IA, Cedar Rapids:IA, Davenport:IA, Wichita:KS, Overland Park:KS, Topeka:KS, St.
   Paul:MN, Saint Paul:MN, Rochester, Duluth:MN, Bloomington, Madison:WI, Green Bay:WI, Kenosha:WI, Grand Rapids:MI,
   Ann Arbor:MI, Lansing:MI, Dearborn:MI, Flint:MI, Kalamazoo:MI, Dayton:OH, Akron:OH, Canton:OH, Youngstown:OH,
   Fort Wayne:IN, South Bend:IN, Evansville:IN, Naperville:IL, Peoria:IL, Champaign:IL, Rockford:IL, Schaumburg:IL,
   Evanston:IL, Buffalo:NY, Syracuse:NY, Albany:NY, Yonkers:NY, White Plains:NY, Ithaca:NY, Queens:NY, Manhattan:NY,
   Bronx:NY, Staten Island:NY, Long Island:NY, Jersey City:NJ, Newark:NJ, Hoboken:NJ, Princeton:NJ, Trenton:NJ,
   Camden:NJ, Edison:NJ, Allentown:PA, Scranton:PA, Harrisburg:PA, Erie:PA, Lancaster:PA, King of Prussia:PA,
   Wilmington, Stamford:CT, Hartford:CT, New Haven:CT, Bridgeport:CT, Norwalk:CT, Greenwich:CT, Providence:RI,
   Worcester:MA, Lowell:MA, Somerville:MA, Waltham:MA, Burlington, Quincy:MA, Framingham:MA, Springfield, Nashua:NH,
   Portsmouth:NH, Bangor:ME, Greensboro:NC, Winston-Salem:NC, Asheville:NC, Chapel Hill:NC, Fayetteville, Cary:NC,
   Charleston, Columbia, Greenville:SC, Savannah:GA, Augusta:GA, Marietta:GA, Alpharetta:GA, Macon:GA,
   Montgomery:AL, Huntsville:AL, Jackson:MS, Biloxi:MS, New Orleans:LA, Baton Rouge:LA, Lafayette:LA, Shreveport:LA,
   Little Rock:AR, Bentonville:AR, Fayetteville:AR, Virginia Beach:VA, Norfolk:VA, Chesapeake:VA, Alexandria:VA,
   Reston:VA, McLean:VA, Herndon:VA, Fairfax:VA, Roanoke:VA, Charlottesville:VA, Bethesda:MD, Rockville:MD, Silver
   Spring:MD, Annapolis:MD, Gaithersburg:MD, Frederick:MD, Dover:DE, Spokane:WA, Tacoma:WA, Everett:WA, Kirkland:WA,
   Olympia:WA, Eugene:OR, Salem, Hillsboro:OR, Beaverton:OR, Corvallis:OR, Boise:ID, Idaho Falls:ID, Reno:NV,
   Henderson:NV, Provo:UT, Lehi:UT, Ogden:UT, Park City:UT, Draper:UT, Colorado Springs:CO, Fort Collins:CO,
   Aurora:CO, Lakewood:CO, Durango:CO, Cheyenne:WY, Billings:MT, Bozeman:MT, Missoula:MT, Fargo:ND, Bismarck:ND,
   Sioux Falls:SD, Rapid City:SD, Anchorage:AK, Fairbanks:AK, Honolulu:HI, Hilo:HI, Branson:MO, St. Charles:MO,
   Jefferson City:MO, Morgantown:WV
UY Montevideo
VE Caracas, Valencia
VN Ho Chi Minh City|Saigon, Hanoi, Da Nang, Haiphong
XK Pristina
ZA Cape Town|Kapstadt, Johannesburg, Durban, Pretoria, Stellenbosch, Port Elizabeth|Gqeberha, Bloemfontein, Sandton,
   Midrand
"""

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
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick",
    "NL": "Newfoundland and Labrador", "NS": "Nova Scotia", "ON": "Ontario", "PE": "Prince Edward Island",
    "QC": "Quebec", "SK": "Saskatchewan",
}  # fmt: skip


# Australian states as they stand behind a town's name.
AU_STATES = ("NSW", "VIC", "QLD", "WA", "SA", "TAS", "ACT", "NT")


def cities() -> Iterator[tuple[str, str, str, str]]:
    """Every name of every town: the name, how the town is written, its country, its region (or empty)."""
    for listed in re.split(r"\n(?=[A-Z]{2} )", _TOWNS.strip("\n")):
        country, towns = listed[:2], " ".join(listed[3:].split())
        for entry in towns.split(", "):
            names, _, region = entry.partition(":")
            first, *others = names.split("|")
            for name in (first, *others):
                yield name, first, country, region
