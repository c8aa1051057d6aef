"""What a job board puts around an advert and a copied page brings along, in five languages."""

from __future__ import annotations

LINES = """
share | share this job | share job | save | save job | saved | easy apply | quick apply | apply now | apply
apply on company site | apply on company website | apply for this job | apply to this job | apply externally
report | report job | report this job | flag this job | report abuse | sign in | log in | login | sign up | register
join now | sign in to apply | log in to apply | create account | create alert | create job alert | get job alerts
set alert | follow | follow company | following | unfollow | show more | show less | see more | see less | read more
view more | load more | more | view all jobs | see all jobs | all jobs | back to jobs | back to search
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
about the job poster | people you can reach out to | see reviews | job expired or something wrong with this job
job expired? | something wrong with this job | is this job expired | powered by | all rights reserved
responses managed off linkedin | responses managed off xing | teilen | job teilen | merken | job merken | gemerkt
speichern | jetzt bewerben | bewerben | schnellbewerbung | direkt bewerben | job melden | stelle melden
anzeige melden | anmelden | einloggen | registrieren | drucken | mehr anzeigen | weniger anzeigen | mehr lesen
weiterlesen | zurück | zurück zur übersicht | zurück zur suche | alle jobs anzeigen | cookies akzeptieren
alle akzeptieren | ablehnen | datenschutz | impressum | passt der job zu mir | job-alarm erstellen
stellenanzeige drucken | partilhar | compartilhar | guardar | guardar vaga | salvar | salvar vaga | candidatar-me
candidatar-se | candidatar | candidate-se | candidatura fácil | candidatura simplificada | denunciar
denunciar vaga | reportar | iniciar sessão | entrar | registar | cadastre-se | ver mais | ver menos | mostrar mais
mostrar menos | voltar | imprimir | aceitar | aceitar cookies | aceitar todos | criar alerta | seguir
vagas semelhantes | partager | partager l'offre | enregistrer | sauvegarder | postuler | postuler maintenant
candidature simplifiée | signaler | signaler cette offre | signaler l'offre | se connecter | connexion | s'inscrire
voir plus | voir moins | afficher plus | lire la suite | retour | retour aux offres | retour à la liste | imprimer
accepter | tout accepter | accepter tous les cookies | refuser | tout refuser | créer une alerte | suivre
compartir | compartir oferta | guardar oferta | guardar empleo | inscribirme | inscribirme en esta oferta
inscribirse | solicitar | solicitud sencilla | postularme | denunciar empleo | denunciar oferta | iniciar sesión
crear cuenta | mostrar más | leer más | volver | aceptar | aceptar todo | aceptar cookies | rechazar | crear alerta
show more options | show options | apply with linkedin | apply with indeed | apply with xing | easily apply
view profile | your ai-powered job assessment | is this your company | employers have 15 days to respond | see all
get ai-powered advice on this job and more exclusive features | am i a top applicant | show premium insights
how promoted jobs are ranked | job search faster with premium | see jobs where you'd be a top applicant
access company insights like strategic priorities, headcount trends, and more | retry premium free
job seekers like you use premium | learn more | apply to role | privacy notice | gehaltsinformationen | einfach bewerben
berufserfahren | berufseinstieg | mid-senior level | entry level | no experience level | apply for this position
apply for this role | apply for this opening | détails de l'emploi | postuler via le site de l'entreprise
salario no disponible | salário não divulgado | gehalt nicht angegeben | salaire non communiqué
vulnerability disclosure | view all open positions | see all open positions | refer someone | skip to main
skip navigation | continue to application | profile insights
here's how the job qualifications align with your profile | here's how the job details align with your profile
pulled from the full job description | add to favourites | add to favorites | favourite | shortlist | shortlist job
start your application | submit application | submit your application | send application | apply today
apply online | application closed | email me jobs like this | email me similar jobs | get new jobs by email
job alerts | alert me | view on map | show on map | toggle navigation | next job | previous job | scroll to top
back to top | employer active today | hiring multiple candidates | multiple positions | be careful
report this job advert | report this advert | report this listing | report listing | jobs powered by
powered by greenhouse | powered by lever | powered by ashby | powered by workable | create a job alert
create job alerts | refer a friend to this job | view benefits | view company website | visit website
company website | visit company website | add a review | write a review | post a job | sign in to save
advertisement | sponsored job | print this job | save this search | save search | no thanks | maybe later
allow all | necessary only | only necessary | customize | customise | what's this | start of main content
end of main content | help center | help centre | share via email | share on linkedin | share on facebook
share on twitter | share on x | share by email | share this role | share this opening | tweet | pin it
link kopieren | auf karte anzeigen | zur karte | ich bin interessiert | bewerbung starten | jetzt online bewerben
online bewerben | zum bewerbungsformular | zur bewerbung | job speichern | stelle merken | stelle teilen
per e-mail teilen | auf linkedin teilen | drucken / pdf | jetzt bewerben und durchstarten | gesponsert | anzeige
direkt zum inhalt | zum inhalt springen | mehr jobs von diesem unternehmen | arbeitgeberprofil
zum unternehmensprofil | folgen | job per mail empfangen | sehr gute passung | kununu score | gehalt anzeigen
gehaltsprognose | candidatar-me a esta vaga | candidatar a esta vaga | candidatar agora | enviar candidatura
oferta guardada | partilhar oferta | partilhar vaga | ver todas as vagas | ver empresa | seguir empresa
denunciar esta vaga | denunciar anúncio | saltar para o conteúdo | ir para o conteúdo | inscrever-se
quero me candidatar | compartilhar vaga | vaga salva | je postule | postuler à cette offre | postuler à l'offre
postuler sur le site de l'entreprise | imprimer l'offre | ajouter aux favoris | sauvegarder l'offre
voir l'entreprise | voir plus d'offres | suivre l'entreprise | envie d'en savoir plus
questions et réponses sur l'offre | aller au contenu | aller au contenu principal | copier le lien
recommander cette offre | me prévenir | recevoir les offres similaires | inscribirme en esta vacante | ver más
imprimir oferta | denunciar esta oferta | ir al contenido | inscríbete | postularse | aplicar | aplicar ahora
enviar cv | enviar mi cv | evaluar oferta
"""
"""Whole lines, in any letter case, their closing punctuation or count aside; with bars between."""

PATTERNS = r"""
(?:over |more than |about )?\d[\d,.+]*\+? (?:applicants?|applications?|views?|clicks?|applied)\b.{0,40}
(?:over |more than |about )?\d[\d,.+]*\+? people (?:clicked apply|applied|viewed)\b.{0,40}
(?:be )?(?:among |one of )?the first \d+ applicants.{0,20}
\d[\d.]* (?:bewerbungen|aufrufe|candidat(?:s|os|uras|ures)|solicitudes|vues|visualizações|inscritos)\b.{0,30}
(?:we|this (?:site|website)|diese (?:seite|website)|wir)\b.{0,40}\bcookies?\b.{0,200}
(?:este site|nous|ce site|utilizamos|usamos|esta web)\b.{0,40}\bcookies?\b.{0,200}
by clicking .{0,200}(?:agree|accept|consent).{0,200}
get notified (?:about|when|of) .{0,150}
(?:sign|log) ?in (?:to|or|and) .{0,120}
(?:your|set) (?:job )?alert.{0,80}
see who .{0,40}(?:has hired|is hiring|knows).{0,60}
\d+ (?:school|company) (?:alumni|connections?).{0,60}
am i a good fit.{0,80}
how (?:your|do you).{0,30}(?:match|profile).{0,60}
(?:passt|match) .{0,10}(?:der job|die stelle|score).{0,40}
job expired.{0,80}
something wrong with this job.{0,60}
is this job (?:expired|closed).{0,40}
(?:posted|reposted|listed) (?:by|via|on|through) (?!.*\d{4}).{1,40}
(?:via|source|quelle|fonte|fuente) ?:? ?(?:linkedin|indeed|glassdoor|monster|stepstone|xing|jooble|adzuna)\b.{0,20}
(?:via|source|fonte|fuente) ?:? ?(?:ziprecruiter|talent\.com|jobgether|himalayas|infojobs|google jobs)\b.{0,20}
©.{0,120}
copyright \d{4}.{0,100}
(?:promoted|sponsored|responses managed).{0,50}
report (?:this )?(?:job|listing|posting|ad|advert).{0,40}
(?:[^>›»]{1,40} [>›»] ){2,6}[^>›»]{1,60}
matches your job preferences.{0,120}
referrals increase your chances.{0,80}
see who you know.{0,40}
(?:do you work|have you interviewed) (?:here|at).{0,60}
summary by \w{1,30}: .{0,600}
show (?:more|less) options
gehalt anzeigen

\W*we['’]?re hiring\W*
wir stellen ein
estamos a contratar
nous recrutons
estamos contratando
\(?opens? in (?:a )?new (?:tab|window)\)?
.{0,60}\b(?:logo|company logo)
(?:re)?posted (?:by|via) .{1,40}
save .{3,120} at .{2,60}
responded to \d+ ?% or more applications.{0,80}
\d[\d,.]* reviews?(?: at .{1,40})?
\d(?:[.,]\d)?(?: out of 5(?: stars)?|[★⭐ ]+(?:\(?[\d,.]+ reviews?\)?)?)
[★☆⭐ ]{2,}
\d[\d,.]*[kKmM]? followers.{0,40}
\d[\d,]*[-–]\d[\d,]* employees
\d[\d,.]+\+? employees on linkedin
you must create an \w+ account before .{0,80}
do you have experience in .{3,60}\?
\(required\)
page \d+ (?:of|/) \d+
seite \d+ (?:von|/) \d+
page \d+ sur \d+
página \d+ de \d+
\* ?(?:indicates a )?required(?: fields?)?
interested in building your career at .{2,60}\? get future .{0,120}
\$?£?€?[\d,.]+ ?/(?:hr|yr|mo) \(median\)
/(?:hr|yr|mo) \(median\)
application volume: \w+
don'?’?t provide your (?:bank|credit).{0,120}
to help fast track investigation.{0,120}
what can i earn as an? .{2,60}
how do you compare to .{2,60}
apply (?:now )?(?:on|at|via|with) (?:the )?(?:company|employer)(?:'|’)?s? (?:web)?site
(?:you'?’?ve|you have) (?:already )?(?:applied|saved|viewed) .{0,40}
(?:viewed|applied|saved) \d+ \w+ ago
actively reviewing applicants
typically responds? within .{1,20}
(?:stelle|job|anzeige) (?:vom|seit) .{0,20} online bei .{1,30}
\d+ km entfernt
.{2,40} (?:followers|seguidores|abonnés|follower)
jobs? (?:from|via) .{2,30}\.(?:com|de|fr|es|pt)
(?:zuletzt )?(?:besucht|gesehen) (?:vor|am) .{1,20}
job[- ]?id bei .{2,30}: \d+
(?:visto|vista) por \d+ .{0,20}
(?:publicado|publicada) por .{2,40}
this (?:job|posting) (?:is|was) (?:no longer|originally).{0,80}
(?:copy|copied) (?:link|to clipboard)
we use cookies.{0,300}
\d+ (?:new )?jobs? (?:near|in|at) .{2,40}
home page
.{2,60} home page
by continuing,? you.{0,250}
get (?:email )?updates for .{2,80}
resume/cv\*?
(?:attach|upload) (?:resume|cv|file).{0,40}
ver todos los empleos.{0,40}
vous avez déjà postulé.{0,60}
recrutement actif|recruteur actif.{0,30}
(?:cette offre|ce poste) (?:est|n'est plus).{0,60}
soyez parmi les (?:premiers|\d+ premiers) .{0,40}
gehöre zu den ersten .{0,40}
seja um dos primeiros .{0,40}
sé de los primeros .{0,40}|solicita entre los primeros .{0,40}
\d+ (?:candidatos?|inscritos|candidaturas).{0,30}
(?:mehr als |über )?\d[\d.]*\+? bewerber(?::innen|\*innen|_innen|innen)?\b.{0,30}
mais de \d+ (?:pessoas|candidaturas|candidatos).{0,60}
más de \d+ (?:personas|solicitudes) .{0,60}
plus de \d+ (?:personnes|candidats).{0,60}
vergleiche(?:n sie)? .{0,40}profil.{0,40}|rencontrez \w+, .{2,40}|não responda a anúncios .{0,60}
(?:remote|job)\w* is not the employer
#LI-[\w-]+(?: #LI-[\w-]+)*
already working (?:at|for) .{2,40}
let['’]s recruit together and find your next colleague
view website|visit our website
(?:#[^\W\d_]\w*\s*){2,}
ser[áa] que .{0,60}perfil.{0,30}|inicie sess[ãi]o.{0,60}|inicia sesión para .{0,60}|melden sie sich an, um .{0,80}
bin ich .{0,30}geeignet.{0,20}|suis-je .{0,40}fait.{0,20}|connectez-vous pour .{0,60}
get ai-powered advice .{0,120}|use ai to .{0,80}|want to know more\??
jobs at .{2,40}(?: [/|›>] .{2,40})?|i agree to .{3,120}
connect directly with founders .{0,60}|no response insights .{0,40}
"""
"""Patterns that a whole line has to match; one or more a line."""

ENDS = r"""
(?:similar|related|recommended|other|more) (?:jobs|openings|positions|searches|roles|vacancies)\b.{0,60}
people also (?:viewed|searched|applied).{0,30}
jobs (?:you may|you might|for you|like this).{0,40}
explore (?:similar|more|collaborative).{0,40}
more jobs (?:at|from|like|by|in) .{0,60}
you (?:may|might) also (?:like|be interested).{0,30}
ähnliche (?:jobs|stellen\w*|angebote).{0,40}
weitere (?:jobs|stellen\w*).{0,60}
andere (?:jobs|stellen).{0,40}
das könnte (?:dich|sie) auch interessieren.{0,20}
vagas (?:semelhantes|similares|relacionadas).{0,40}
outras vagas.{0,50}
empregos semelhantes.{0,30}
d['’]autres offres.{0,60}
offres (?:similaires|d['’]emploi similaires).{0,40}
autres offres.{0,50}
emplois similaires.{0,30}
(?:ofertas|empleos|trabajos) (?:similares|relacionad[oa]s).{0,40}
otras ofertas.{0,40}
(?:frequently|often) searched.{0,30}
trending jobs.{0,20}
salary (?:insights|estimates?) for .{0,60}
interview questions (?:at|for) .{0,60}
voluntary self-identification.{0,40}|u\.?s\.? equal employment opportunity.{0,40}
set (?:an )?alert for similar jobs
benefits found in job post
\*? ?indicates a required field.{0,20}|required fields are marked.{0,20}
(?:first|full|last|your)? ?name ?\*|vorname ?\*|nachname ?\*|prénom ?\*|nom ?\*|nombre ?\*|nome ?\*
more (?:jobs|roles) .{2,40}
more jobs
d['’]autres offres vous correspondent.{0,10}
offres? qui (?:pourraient|vous).{0,40}
candidatos? também (?:viram|viu).{0,20}
los candidatos también .{0,40}
personne en charge du recrutement
personas también buscaron.{0,20}
diese jobs .{0,60}
andere (?:suchten|bewarben).{0,40}
(?:salary|pay) (?:range|estimate) .{0,30}\(median\)
find curated posts and insights .{0,80}
looking for talent\?
related searches|popular searches|explore other jobs
employer questions
your application will include the following questions
create a job alert|interested in building your career at .{2,60}
people (?:who viewed|you may know).{0,40}
jobs in der nähe|jobs in deiner nähe
stellenangebote in der nähe.{0,20}
empregos (?:perto|relacionados).{0,30}
vagas (?:perto|para você).{0,30}
"""
"""Lines that begin the list of other adverts or the board's own words: nothing of the advert comes after them."""

ASIDES = r"""
(?:ai|auto(?:matic)?|generated)[- ](?:generated )?(?:summary|overview|insights?|highlights)(?: (?:\(|by ).{0,30})?
(?:job|quick)[- ](?:summary|overview|insights?|highlights) (?:\(|by ).{0,30}
summary (?:generated )?by .{0,40}
generated by ai
(?:why|how) you(?:['’]re| are) a (?:good )?(?:fit|match)
skills (?:you|we) (?:match|found).{0,40}
matching skills.{0,30}
skills (?:found|detected|identified|matched|extracted).{0,40}
missing skills.{0,30}
ki-zusammenfassung
résumé (?:généré )?par (?:l['’])?ia
.{0,40}\((?:gerad[oa]|generated|generiert|génér|generad[oa]|auto).{0,30}\)
resumo (?:gerado )?por ia
resumen (?:generado )?por ia
how (?:you|your profile) (?:match|compare).{0,40}
people you can reach out to|meet the hiring team|meet the recruiter|ihr recruiter-team
"""
"""Headings of words that the board wrote about the advert: gone with all up to the next heading or blank line."""

OPENINGS = r"""
about the job|full job description|acerca del empleo|sobre a vaga de emprego|à propos de l['’]offre d['’]emploi
details zum jobangebot
vollständige stellenbeschreibung|description complète du poste|descripción completa del empleo
descrição completa da vaga
"""
"""What some boards write right above the advert itself: only facts stand before it."""
