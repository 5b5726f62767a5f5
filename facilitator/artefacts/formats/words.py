"""What the formats say in their own voice; what people wrote is never here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.words import in_language

WORDS: Mapping[str, Mapping[str, str]] = {
    "yes": {"fi": "kyllä", "sv": "ja", "en": "yes"},
    "no": {"fi": "ei", "sv": "nej", "en": "no"},
    "in_fi": {"fi": "suomeksi", "sv": "på finska", "en": "in Finnish"},
    "in_sv": {"fi": "ruotsiksi", "sv": "på svenska", "en": "in Swedish"},
    "in_en": {"fi": "englanniksi", "sv": "på engelska", "en": "in English"},
    # columns
    "id": {"fi": "Tunnus", "sv": "Id", "en": "Id"},
    "kind": {"fi": "Laji", "sv": "Slag", "en": "Kind"},
    "text": {"fi": "Teksti", "sv": "Text", "en": "Text"},
    "lang": {"fi": "Kieli", "sv": "Språk", "en": "Language"},
    "zone": {"fi": "Kohta", "sv": "Ruta", "en": "Place"},
    "phase": {"fi": "Vaihe", "sv": "Fas", "en": "Phase"},
    "lane": {"fi": "Kaista", "sv": "Rad", "en": "Lane"},
    "x": {"fi": "x (0–10000)", "sv": "x (0–10000)", "en": "x (0–10000)"},
    "y": {"fi": "y (0–10000)", "sv": "y (0–10000)", "en": "y (0–10000)"},
    "cluster": {"fi": "Teema", "sv": "Tema", "en": "Theme"},
    "cluster_id": {"fi": "Teeman tunnus", "sv": "Temats id", "en": "Theme id"},
    "alternatives": {
        "fi": "Vaihtoehtoiset tekstit",
        "sv": "Alternativa texter",
        "en": "Alternative texts",
    },
    "voices": {"fi": "Kirjattu puolesta, henkilöä", "sv": "Antecknat åt, personer", "en": "Entered for, people"},
    "on_behalf": {
        "fi": "Toisten puolesta kirjattuja lappuja",
        "sv": "Lappar som antecknats åt andra",
        "en": "Notes entered for others",
    },
    "entity_id": {"fi": "Tunnus hakemistossa", "sv": "Id i förteckningen", "en": "Id in the register"},
    "came_from": {"fi": "Tuotu", "sv": "Hämtat från", "en": "Carried over from"},
    "merged": {"fi": "Yhdistetty tähän", "sv": "Sammanslaget hit", "en": "Merged into this"},
    "votes": {"fi": "Ääniä", "sv": "Röster", "en": "Votes"},
    "from_id": {"fi": "Mistä, tunnus", "sv": "Från, id", "en": "From, id"},
    "from": {"fi": "Mistä", "sv": "Från", "en": "From"},
    "to_id": {"fi": "Mihin, tunnus", "sv": "Till, id", "en": "To, id"},
    "to": {"fi": "Mihin", "sv": "Till", "en": "To"},
    "relation": {"fi": "Suhde", "sv": "Relation", "en": "Relation"},
    "sentence": {"fi": "Luettuna", "sv": "I ord", "en": "In words"},
    "label": {"fi": "Selite", "sv": "Förklaring", "en": "Label"},
    "state": {"fi": "Tila", "sv": "Tillstånd", "en": "State"},
    "note_id": {"fi": "Lapun tunnus", "sv": "Lappens id", "en": "Note id"},
    "note": {"fi": "Lappu", "sv": "Lapp", "en": "Note"},
    "ballot": {"fi": "Äänestys", "sv": "Omröstning", "en": "Ballot"},
    "voted_on": {"fi": "Äänestettiin", "sv": "Röstades om", "en": "Voted on"},
    "over_notes": {"fi": "lapuista", "sv": "lappar", "en": "notes"},
    "over_clusters": {"fi": "teemoista", "sv": "teman", "en": "themes"},
    "is_open": {"fi": "Kesken", "sv": "Pågår", "en": "Still open"},
    "voters": {"fi": "Äänestäneitä", "sv": "Antal som röstade", "en": "Voters"},
    "secret": {"fi": "Salainen", "sv": "Hemlig", "en": "Secret"},
    "thing_id": {"fi": "Kohteen tunnus", "sv": "Objektets id", "en": "Id of what got them"},
    "thing": {"fi": "Kohde", "sv": "Objekt", "en": "What got them"},
    "key": {"fi": "Avain", "sv": "Nyckel", "en": "Key"},
    "guide_question": {"fi": "Kysymys", "sv": "Fråga", "en": "Question"},
    "answered": {"fi": "Vastattu", "sv": "Besvarad", "en": "Answered"},
    "by": {"fi": "Mistä vastaus löytyy", "sv": "Var svaret finns", "en": "Where the answer is"},
    "insight": {"fi": "Kartta kertoo", "sv": "Kartan visar", "en": "What the map shows"},
    "value": {"fi": "Luku", "sv": "Tal", "en": "Figure"},
    "behind": {"fi": "Laput tämän takana", "sv": "Lapparna bakom", "en": "Notes behind it"},
    "picture": {"fi": "Kuva", "sv": "Bild", "en": "Picture"},
    "picture_file": {"fi": "Kuvatiedosto", "sv": "Bildfil", "en": "Picture file"},
    "picture_unsaid": {"fi": "Kuvaa ei ole kuvailtu.", "sv": "Bilden har ingen beskrivning.", "en": "Not described."},
    "about_id": {"fi": "Mitä koskee, tunnus", "sv": "Gäller, id", "en": "About, id"},
    "about": {"fi": "Mitä koskee", "sv": "Gäller", "en": "About"},
    "answers_to": {
        "fi": "Vastaus kommenttiin, tunnus",
        "sv": "Svar på kommentaren, id",
        "en": "Answers the comment, id",
    },
    "comment": {"fi": "Kommentti", "sv": "Kommentar", "en": "Comment"},
    "answers": {"fi": "Vastaukset", "sv": "Svar", "en": "Answers"},
    "said_at": {"fi": "Aika", "sv": "Tid", "en": "Time"},
    "is_resolved": {"fi": "Käsitelty", "sv": "Behandlad", "en": "Resolved"},
    "sort": {"fi": "Tyyppi", "sv": "Typ", "en": "Type"},
    "sort_flow": {"fi": "lista", "sv": "lista", "en": "list"},
    "sort_ring": {"fi": "kehä", "sv": "ring", "en": "ring"},
    "sort_plane": {"fi": "taso", "sv": "plan", "en": "plane"},
    "sort_phase": {"fi": "vaihe", "sv": "fas", "en": "phase"},
    "sort_lane": {"fi": "kaista", "sv": "rad", "en": "lane"},
    "name": {"fi": "Tieto", "sv": "Uppgift", "en": "Name"},
    "content": {"fi": "Sisältö", "sv": "Innehåll", "en": "Value"},
    # tables
    "table_relations": {"fi": "Suhteet", "sv": "Relationer", "en": "Relations"},
    "table_comments": {"fi": "Kommentit", "sv": "Kommentarer", "en": "Comments"},
    "table_clusters": {"fi": "Teemat", "sv": "Teman", "en": "Themes"},
    "table_votes": {"fi": "Äänestykset", "sv": "Omröstningar", "en": "Ballots"},
    "table_guide_questions": {"fi": "Menetelmän kysymykset", "sv": "Metodens frågor", "en": "Guide questions"},
    "table_insights": {"fi": "Kartta kertoo", "sv": "Kartan visar", "en": "What the map shows"},
    "table_zones": {"fi": "Kohdat", "sv": "Rutor", "en": "Places"},
    "table_provenance": {"fi": "Alkuperä", "sv": "Ursprung", "en": "Origin"},
    # where it comes from
    "challenge": {"fi": "Haaste hakemuksessa", "sv": "Utmaningen i ansökan", "en": "Challenge in the application"},
    "title": {"fi": "Taulu", "sv": "Tavla", "en": "Board"},
    "question": {"fi": "Kysymys, jota käsiteltiin", "sv": "Fråga som behandlades", "en": "Question worked on"},
    "programme": {"fi": "Hankeohjelma", "sv": "Projektprogram", "en": "Programme"},
    "owner": {"fi": "Ohjelman omistaja", "sv": "Programmets ägare", "en": "Programme owner"},
    "project": {"fi": "Projekti", "sv": "Projekt", "en": "Project"},
    "applicant": {"fi": "Hakija", "sv": "Sökande", "en": "Applicant"},
    "case_number": {"fi": "Asianumero", "sv": "Ärendenummer", "en": "Case number"},
    "workshop": {"fi": "Työpaja", "sv": "Workshop", "en": "Workshop"},
    "workshop_kind": {"fi": "Työpajan laji", "sv": "Typ av workshop", "en": "Kind of workshop"},
    "kind_application": {"fi": "hakutyöpaja", "sv": "ansökningsworkshop", "en": "application-stage workshop"},
    "kind_project": {"fi": "projektityöpaja", "sv": "projektworkshop", "en": "project workshop"},
    "workshop_order": {"fi": "Järjestysnumero sarjassa", "sv": "Nummer i serien", "en": "Number in the series"},
    "group": {"fi": "Pienryhmä", "sv": "Smågrupp", "en": "Breakout group"},
    "method": {"fi": "Menetelmä", "sv": "Metod", "en": "Method"},
    "method_version": {"fi": "Menetelmän versio", "sv": "Metodens version", "en": "Method version"},
    "participants": {"fi": "Osallistujia", "sv": "Antal deltagare", "en": "Participants"},
    "organisations": {"fi": "Organisaatiot", "sv": "Organisationer", "en": "Organisations"},
    "languages": {"fi": "Lappujen kielet", "sv": "Lapparnas språk", "en": "Languages of the notes"},
    "taken_at": {"fi": "Vahvistettu", "sv": "Fastställt", "en": "Confirmed"},
    "taken_by": {"fi": "Vahvistaja", "sv": "Fastställt av", "en": "Confirmed by"},
    "role_facilitator": {"fi": "fasilitaattori", "sv": "facilitator", "en": "facilitator"},
    "role_participant": {"fi": "osallistuja", "sv": "deltagare", "en": "participant"},
    "role_system": {"fi": "järjestelmä", "sv": "systemet", "en": "the system"},
    "version": {"fi": "Versio", "sv": "Version", "en": "Version"},
    "standing": {"fi": "Version tila", "sv": "Versionens status", "en": "State of the version"},
    "state_draft": {"fi": "luonnos", "sv": "utkast", "en": "draft"},
    "state_confirmed": {
        "fi": "vahvistettu työpajan aikana",
        "sv": "fastställd under workshoppen",
        "en": "confirmed during the workshop",
    },
    "state_at_end": {"fi": "työpajan päättyessä", "sv": "när workshoppen avslutades", "en": "as the workshop ended"},
    "state_finished": {"fi": "viimeistelty", "sv": "färdigställd", "en": "finished"},
    "left_out": {"fi": "Jätetty pois", "sv": "Utelämnat", "en": "Left out"},
    "left_out_one": {"fi": "1 lappu", "sv": "1 lapp", "en": "1 note"},
    "left_out_many": {"fi": "{n} lappua", "sv": "{n} lappar", "en": "{n} notes"},
    "sources": {"fi": "Aloitettu tuotoksista", "sv": "Började från resultaten", "en": "Began from the outputs"},
    "brought": {"fi": "Tuotu tiedostosta", "sv": "Hämtat från en fil", "en": "Brought from a file"},
    "brought_comments": {"fi": "kommentteja: {n}", "sv": "kommentarer: {n}", "en": "comments: {n}"},
    "brought_ballots": {
        "fi": "äänestyksen tulos: {title}",
        "sv": "resultat av omröstningen: {title}",
        "en": "result of the vote: {title}",
    },
    "places_carried": {
        "fi": "Tuodut sarakkeet, kaistat ja kohdat",
        "sv": "Hämtade kolumner, rader och rutor",
        "en": "Columns, lanes and places carried over",
    },
    "replaces": {"fi": "Korvaa version, tunnus", "sv": "Ersätter versionen, id", "en": "Replaces version, id"},
    "revision": {"fi": "Lokin tapahtuma", "sv": "Händelse i loggen", "en": "Event of the log"},
    "document": {"fi": "Asiakirjan tunnus", "sv": "Dokumentets id", "en": "Document id"},
    "epoch": {"fi": "Lokin tunnus", "sv": "Loggens id", "en": "Log id"},
    "artefact_id": {"fi": "Tuotoksen tunnus", "sv": "Resultatets id", "en": "Output id"},
    "licence": {"fi": "Käyttölupa", "sv": "Licens", "en": "Licence"},
    "licence_unsaid": {
        "fi": "ei määritelty, kysy ohjelman omistajalta",
        "sv": "inte angiven, fråga programmets ägare",
        "en": "not stated, ask the programme owner",
    },
    "example": {"fi": "Huomaa", "sv": "Obs.", "en": "Note"},
    "example_all_invented": {
        "fi": "Esimerkkiaineisto, keksitty",
        "sv": "Exempelmaterial, påhittat",
        "en": "Example material, invented",
    },
    "content_digest": {
        "fi": "Sisällön tiiviste (SHA-256)",
        "sv": "Innehållets kontrollsumma (SHA-256)",
        "en": "Digest of the content (SHA-256)",
    },
    "digest": {"fi": "Tiiviste (SHA-256)", "sv": "Kontrollsumma (SHA-256)", "en": "Digest (SHA-256)"},
    # the report
    "heading_challenge": {
        "fi": "Haaste hakemuksessa",
        "sv": "Utmaningen i ansökan",
        "en": "The challenge in the application",
    },
    "heading_refined": {"fi": "Haaste tarkennettuna", "sv": "Utmaningen preciserad", "en": "The challenge refined"},
    "challenge_at": {"fi": "Kirjoitettu {day}", "sv": "Skriven {day}", "en": "Written {day}"},
    "heading_summary": {"fi": "Yhteenveto", "sv": "Sammanfattning", "en": "Summary"},
    "heading_decisions": {"fi": "Päätökset", "sv": "Beslut", "en": "Decisions"},
    "heading_actions": {"fi": "Mitä tehdään seuraavaksi", "sv": "Vad som görs härnäst", "en": "What is done next"},
    "heading_open_questions": {"fi": "Avoimet kysymykset", "sv": "Öppna frågor", "en": "Open questions"},
    "heading_lessons": {"fi": "Opit", "sv": "Lärdomar", "en": "Lessons learned"},
    "heading_pain": {"fi": "Kipu polun varrella", "sv": "Smärtan längs vägen", "en": "Pain along the path"},
    "pain_voted": {
        "fi": "Pylväs: äänet × vakavuus × yleisyys, kipupiste kerrallaan. Arvioimaton lasketaan arvolla 3.",
        "sv": "Stapeln: röster × allvarlighetsgrad × förekomst, en bit per smärtpunkt. Det obedömda räknas som 3.",
        "en": "Column: votes × severity × frequency, a piece for each pain point. What is ungraded counts as 3.",
    },
    "pain_unvoted": {
        "fi": "Pylväs: vakavuus × yleisyys, kipupiste kerrallaan. Arvioimaton lasketaan arvolla 3.",
        "sv": "Stapeln: allvarlighetsgrad × förekomst, en bit per smärtpunkt. Det obedömda räknas som 3.",
        "en": "Column: severity × frequency, a piece for each pain point. What is ungraded counts as 3.",
    },
    "severity": {"fi": "Vakavuus", "sv": "Allvarlighetsgrad", "en": "Severity"},
    "frequency": {"fi": "Yleisyys", "sv": "Förekomst", "en": "Frequency"},
    "weight": {"fi": "Yhdessä", "sv": "Tillsammans", "en": "Together"},
    "network_of": {"fi": "Suhteet kuvana", "sv": "Relationerna som bild", "en": "The relations as a picture"},
    "network_broken": {
        "fi": "Katkoviiva ja rasti: suhde on poikki tai puuttuu.",
        "sv": "Streckad linje med kryss: relationen är bruten eller saknas.",
        "en": "Dashed with a cross: the relation is broken or missing.",
    },
    "network_left": {
        "fi": "Kuvassa ovat ne, joilla on eniten suhteita; {n} muuta on vain taulukossa.",
        "sv": "På bilden finns de som har flest relationer; {n} andra finns bara i tabellen.",
        "en": "The picture has those with most relations; {n} others are in the table only.",
    },
    "heading_notes": {"fi": "Laput", "sv": "Lapparna", "en": "Notes"},
    "heading_questions": {"fi": "Mihin taulu vastaa", "sv": "Vad tavlan svarar på", "en": "What the board answers"},
    "no_notes": {"fi": "Ei lappuja.", "sv": "Inga lappar.", "en": "No notes."},
    "votes_one": {"fi": "1 ääni", "sv": "1 röst", "en": "1 vote"},
    "votes_many": {"fi": "{n} ääntä", "sv": "{n} röster", "en": "{n} votes"},
    "voters_one": {"fi": "1 äänesti.", "sv": "1 röstade.", "en": "1 person voted."},
    "voters_many": {"fi": "{n} äänesti.", "sv": "{n} röstade.", "en": "{n} people voted."},
    "few_voters": {
        "fi": "Äänestäneitä oli niin vähän, että tuloksesta voi päätellä, kuka äänesti mitä.",
        "sv": "Så få röstade att det går att sluta sig till vem som röstade på vad.",
        "en": "So few voted that the result may tell who voted for what.",
    },
    "ballot_open": {
        "fi": "Äänestys oli kesken, kun tämä vahvistettiin.",
        "sv": "Omröstningen pågick när det här fastställdes.",
        "en": "The ballot was still open when this was confirmed.",
    },
    "alternative": {"fi": "Vaihtoehtoinen teksti", "sv": "Alternativ text", "en": "Alternative text"},
    "is_answered": {"fi": "Vastattu", "sv": "Besvarad", "en": "Answered"},
    "is_unanswered": {"fi": "Avoin", "sv": "Öppen", "en": "Open"},
    "who": {"fi": "Kuka", "sv": "Vem", "en": "Who"},
    "when": {"fi": "Mihin mennessä", "sv": "När senast", "en": "By when"},
    "what": {"fi": "Mitä", "sv": "Vad", "en": "What"},
    "why": {"fi": "Perustelu", "sv": "Motivering", "en": "Why"},
    "moment": {
        "fi": "{day}.{month}.{year} klo {hour}.{minute:02}",
        "sv": "{day}.{month}.{year} kl. {hour}.{minute:02}",
        "en": "{day}.{month}.{year} at {hour}.{minute:02}",
    },
    "draft": {"fi": "Luonnos, ei vahvistettu", "sv": "Utkast, inte fastställt", "en": "Draft, not confirmed"},
    # the report as a page
    "report": {"fi": "Raportti", "sv": "Rapport", "en": "Report"},
    "report_of_workshop": {"fi": "Työpajan raportti", "sv": "Rapport från workshoppen", "en": "Report of a workshop"},
    "contents": {"fi": "Sisällys", "sv": "Innehåll", "en": "Contents"},
    "nothing_confirmed": {
        "fi": "Yhtään taulua ei ole vielä vahvistettu tuotokseksi.",
        "sv": "Ingen tavla har ännu fastställts som resultat.",
        "en": "No board has been confirmed as an output yet.",
    },
    "ways": {"fi": "Muualle", "sv": "Vidare", "en": "Elsewhere"},
    "number": {"fi": "Nro", "sv": "Nr", "en": "No."},
    "details": {"fi": "Tarkennukset", "sv": "Preciseringar", "en": "Details"},
    "heading_map": {"fi": "Kartta", "sv": "Karta", "en": "Map"},
    "map_of": {"fi": "Kartta: {title}", "sv": "Karta: {title}", "en": "Map: {title}"},
    "map_in_tables": {
        "fi": "Numerot ovat samat kuin taulukoissa, joissa laput ovat kokonaan.",
        "sv": "Numren är desamma som i tabellerna, där lapparna finns i sin helhet.",
        "en": "The numbers are those of the tables, which have the notes in full.",
    },
    # the note beside the tables
    "readme": {
        "fi": (
            "Tuotos taulukoina\n\nJokainen tiedosto on yksi taulukko: UTF-8, erottimena puolipiste. Laput"
            " lajeittain, suhteet, kommentit, teemat, äänestykset, kysymykset ja alkuperä ovat kukin"
            " omassaan.\n\nSolu, jonka taulukkolaskenta lukisi kaavaksi, alkaa heittomerkillä ('). Sama merkki"
            " on lisätty tekstiin, joka jo alkaa sillä: poista siis luettaessa aina yksi. Kaikki tiedot"
            " sellaisinaan ovat JSON-muodossa.\n"
        ),
        "sv": (
            "Resultatet som tabeller\n\nVarje fil är en tabell: UTF-8, med semikolon som skiljetecken. Lapparna"
            " efter slag, relationerna, kommentarerna, temana, omröstningarna, frågorna och ursprunget har var"
            " sin.\n\nEn cell som ett kalkylprogram skulle läsa som en formel börjar med en apostrof ('). Samma"
            " tecken har lagts till en text som redan börjar med det: ta alltså alltid bort ett vid läsning."
            " Alla uppgifter som sådana finns i formatet JSON.\n"
        ),
        "en": (
            "The output as tables\n\nEach file is one table: UTF-8, separated by commas. The notes by kind,"
            " relations, comments, themes, ballots, questions and the origin have one each.\n\nA cell that a"
            " spreadsheet would read as a formula begins with an apostrophe ('). The same sign is put before a"
            " text that already begins with one: so always take one off when reading. Everything as it is lies"
            " in the JSON format.\n"
        ),
    },
    "readme_files": {"fi": "Tiedostot:", "sv": "Filer:", "en": "Files:"},
}


def say(name: str, language: str, **values: Any) -> str:
    """One of the formats' own wordings."""
    return in_language(WORDS[name], language).format(**values)
