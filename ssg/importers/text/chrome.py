"""What a job board puts around an advert and a copied page brings along: buttons, counters, teasers for other jobs."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Whole lines, any case, a closing punctuation mark or count aside.
_LINES = frozenset(
    line.strip()
    for line in """
share | share this job | share job | save | save job | saved | easy apply | quick apply | apply now | apply
apply on company site | apply on company website | apply for this job | apply to this job | apply externally
report | report job | report this job | flag this job | report abuse | sign in | log in | login | sign up | register
join now | sign in to apply | log in to apply | create account | create alert | create job alert | get job alerts
set alert | follow | follow company | following | unfollow | show more | show less | see more | see less
read more | view more | load more | more | view all jobs | see all jobs | all jobs | back to jobs | back to search
back to search results | back to all jobs | view job | view company | view company profile | view similar jobs
print | print job | email this job | email job | copy link | link copied | facebook | twitter | linkedin | whatsapp
x | telegram | xing | hide | dismiss | close | menu | search | search jobs | home | jobs | skip to main content
skip to content | accept | accept all | accept cookies | accept all cookies | reject all | decline | cookie settings
cookie policy | manage cookies | privacy policy | terms of service | terms | new | promoted | sponsored | featured
verified | urgent | hot | actively hiring | actively recruiting | be an early applicant
be among the first 25 applicants | no longer accepting applications | urgently hiring | am i a good fit
am i a good fit for this job | am i a good fit? | how well do you match | see how you compare
see how you compare to other applicants | try premium | try premium for free | upgrade | tailor my resume
tailor resume | upload resume | upload cv | upload your resume | check your match | check match | match score
your match | i'm interested | interested | not interested | refer a friend | ask ai | generate cover letter
practice interview | help me stand out | show match details | create cover letter | get notified | job details
full job description | job description source | view original | view original job post | open in new tab
original job post | message | message the job poster | meet the hiring team | hiring team | job poster
about the job poster | people you can reach out to | company photos | company reviews | see reviews
job expired or something wrong with this job | job expired? | something wrong with this job | is this job expired
powered by | all rights reserved | responses managed off linkedin | responses managed off xing | teilen | job teilen
merken | job merken | gemerkt | speichern | jetzt bewerben | bewerben | schnellbewerbung | direkt bewerben
job melden | stelle melden | anzeige melden | anmelden | einloggen | registrieren | drucken | mehr anzeigen
weniger anzeigen | mehr lesen | weiterlesen | zurück | zurück zur übersicht | zurück zur suche | alle jobs anzeigen
cookies akzeptieren | alle akzeptieren | ablehnen | datenschutz | impressum | passt der job zu mir
job-alarm erstellen | stellenanzeige drucken | partilhar | compartilhar | guardar | guardar vaga | salvar
salvar vaga | candidatar-me | candidatar-se | candidatar | candidate-se | candidatura fácil
candidatura simplificada | denunciar | denunciar vaga | reportar | iniciar sessão | entrar | registar | cadastre-se
ver mais | ver menos | mostrar mais | mostrar menos | voltar | imprimir | aceitar | aceitar cookies
aceitar todos | criar alerta | seguir | vagas semelhantes | partager | partager l'offre | enregistrer | sauvegarder
postuler | postuler maintenant | candidature simplifiée | signaler | signaler cette offre | signaler l'offre
se connecter | connexion | s'inscrire | voir plus | voir moins | afficher plus | lire la suite | retour
retour aux offres | retour à la liste | imprimer | accepter | tout accepter | accepter tous les cookies | refuser
tout refuser | créer une alerte | suivre | compartir | compartir oferta | guardar oferta | guardar empleo
inscribirme | inscribirme en esta oferta | inscribirse | solicitar | solicitud sencilla | postularme
denunciar empleo | denunciar oferta | iniciar sesión | crear cuenta | mostrar más | leer más | volver | aceptar
aceptar todo | aceptar cookies | rechazar | crear alerta
""".replace("\n", "|").split("|")
    if line.strip()
)

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:over |more than |about )?\d[\d,.+]*\+? (?:applicants?|people (?:clicked apply|applied|viewed)|"
        r"applications?|views?|clicks?|applied)\b.{0,40}",
        r"(?:be )?(?:among |one of )?the first \d+ applicants.{0,20}",
        r"\d[\d.]* (?:bewerber(?:innen)?|bewerbungen|aufrufe|candidat(?:s|os|uras|ures)|solicitudes|vues|"
        r"visualizações|inscritos)\b.{0,30}",
        r"(?:we|this (?:site|website)|diese (?:seite|website)|wir|este site|nous|ce site|utilizamos|usamos|"
        r"esta web)\b.{0,40}\bcookies?\b.{0,200}",
        r"by clicking .{0,200}(?:agree|accept|consent).{0,200}",
        r"get notified (?:about|when|of) .{0,150}",
        r"(?:sign|log) ?in (?:to|or|and) .{0,120}",
        r"(?:your|set) (?:job )?alert.{0,80}",
        r"see who .{0,40}(?:has hired|is hiring|knows).{0,60}",
        r"\d+ (?:school|company) (?:alumni|connections?).{0,60}",
        r"am i a good fit.{0,80}",
        r"how (?:your|do you).{0,30}(?:match|profile).{0,60}",
        r"(?:passt|match) .{0,10}(?:der job|die stelle|score).{0,40}",
        r"job expired.{0,80}|something wrong with this job.{0,60}|is this job (?:expired|closed).{0,40}",
        r"(?:posted|reposted|listed) (?:by|via|on|through) (?!.*\d{4}).{1,40}",
        r"(?:via|source|quelle|fonte|fuente) ?:? ?(?:linkedin|indeed|glassdoor|monster|stepstone|xing|jooble|"
        r"adzuna|ziprecruiter|talent\.com|jobgether|himalayas|infojobs|net-empregos|sapo empregos|"
        r"google jobs)\b.{0,20}",
        r"©.{0,120}|copyright \d{4}.{0,100}",
        r"(?:promoted|sponsored|responses managed).{0,50}",
        r"report (?:this )?(?:job|listing|posting|ad|advert).{0,40}",
        r"(?:[^>›»]{1,40} [>›»] ){2,6}[^>›»]{1,60}",
        r"matches your job preferences.{0,120}",
        r"referrals increase your chances.{0,80}|see who you know.{0,40}",
        r"(?:do you work|have you interviewed) (?:here|at).{0,60}",
        r"summary by \w{1,30}: .{0,600}",
        r"show (?:more|less) options|gehalt anzeigen|feste anstellung",
        r"\W*we['’]?re hiring\W*|wir stellen ein|estamos a contratar|nous recrutons|estamos contratando",
        r"\(?opens? in (?:a )?new (?:tab|window)\)?",
        r".{0,60}\b(?:logo|company logo)",
    )
)

# A line that begins the list of other adverts or the board's own words: nothing of the advert comes after it.
_ENDS = re.compile(
    r"(?:similar|related|recommended|other|more) (?:jobs|openings|positions|searches|roles|vacancies)\b.{0,60}|"
    r"people also (?:viewed|searched|applied).{0,30}|jobs (?:you may|you might|for you|like this).{0,40}|"
    r"explore (?:similar|more|collaborative).{0,40}|more jobs (?:at|from|like|by|in) .{0,60}|you (?:may|"
    r"might) also (?:like|be interested).{0,30}|"
    r"ähnliche (?:jobs|stellen\w*|angebote).{0,40}|weitere (?:jobs|stellen\w*).{0,60}|andere (?:jobs|"
    r"stellen).{0,40}|das könnte (?:dich|sie) auch interessieren.{0,20}|"
    r"vagas (?:semelhantes|similares|relacionadas).{0,40}|outras vagas.{0,50}|empregos semelhantes.{0,30}|"
    r"d['’]autres offres.{0,60}|offres (?:similaires|d['’]emploi similaires).{0,40}|autres offres.{0,50}|"
    r"emplois similaires.{0,30}|"
    r"(?:ofertas|empleos|trabajos) (?:similares|relacionad[oa]s).{0,40}|otras ofertas.{0,40}|"
    r"(?:frequently|often) searched.{0,30}|trending jobs.{0,20}|salary (?:insights|estimates?) for .{0,60}|"
    r"interview questions (?:at|for) .{0,60}",
    re.IGNORECASE,
)

# A heading of words that the board wrote about the advert: gone up to the next heading or blank line.
_ASIDES = re.compile(
    r"(?:ai|job|auto(?:matic)?|generated|quick)[- ](?:generated )?(?:summary|overview|insights?|"
    r"highlights)(?: \(.{0,30}\))?(?: by .{0,30})?|summary (?:generated )?by .{0,40}|"
    r"generated by ai|(?:why|how) you(?:['’]re| are) a (?:good )?(?:fit|match)|skills (?:you|we) (?:match|"
    r"found).{0,40}|matching skills.{0,30}|"
    r"skills (?:found|detected|identified|matched|extracted).{0,40}|missing skills.{0,30}|ki-zusammenfassung|"
    r"résumé (?:généré )?par (?:l['’])?ia|"
    r".{0,40}\((?:gerad[oa]|generated|generiert|génér|generad[oa]|auto).{0,30}\)|resumo (?:gerado )?por ia|"
    r"resumen (?:generado )?por ia",
    re.IGNORECASE,
)


def is_chrome(line: str) -> bool:
    """Whether a line is a page's own: nothing that an employer wrote."""
    text = line.strip().strip("•·|-–—*#>→›»✕× ").rstrip("!?.:…").strip()
    if not text:
        return False
    folded = re.sub(r"\s*\(?\d+\)?$", "", text).casefold().replace("’", "'")
    return folded in _LINES or any(pattern.fullmatch(text) for pattern in _PATTERNS)


def without_chrome(lines: Iterable[str]) -> list[str]:
    """The lines of an advert without a page's own; everything after the first teaser for other jobs goes too."""
    kept: list[str] = []
    aside = False
    for line in lines:
        text = line.strip().strip("#* ").rstrip(":")
        if _ENDS.fullmatch(text) and sum(map(bool, kept)) >= 4:
            break
        aside = bool(_ASIDES.fullmatch(text.rstrip("?!"))) or (aside and bool(text))
        if not aside and not is_chrome(line):
            kept.append(line)
    return kept
