# Die Oberfläche auf Deutsch. Die Reihenfolge ist die von en.ftl; am Ende stehen die Wörter von taxonomy.json.

app-name = Sourcelight
skip-to-article = Zum Artikel springen

# Top bar
open = Öffnen
undo = Rückgängig
redo = Wiederholen
machine-marks = Marken der Maschine
help = Hilfe
saved = In diesem Browser gespeichert
saving = Wird gespeichert …
save-failed = Speichern ging nicht. Neuer Versuch läuft; lassen Sie diesen Tab offen.
unkept = Nicht gespeichert: Dieser Browser gibt keinen Speicher

# Notices
dismiss = Verstanden
rescue = Ohne die App an die Notizen kommen
notice-records-unreadable =
    { $count ->
        [one] Eine gespeicherte Notiz oder Entscheidung war nicht zu lesen. Sie bleibt, wie sie ist.
       *[other] { $count } gespeicherte Notizen oder Entscheidungen waren nicht zu lesen. Sie bleiben, wie sie sind.
    }
notice-storage-blocked = Dieser Browser gibt keinen Speicher (privates Fenster oder in den Einstellungen gesperrt). Sie können lesen und annotieren, aber was Sie machen, ist weg, sobald Sie diesen Tab schließen.
notice-engine-failed = Das Programm, das Quellen findet, lief hier nicht. Lesen und Notizen schreiben geht trotzdem.
notice-nothing-to-open = Darin war kein Text. Fügen Sie den Text des Artikels ein oder wählen Sie eine Textdatei.
notice-too-large = Das sind mehr als { $megabytes } MB Text, weit mehr als ein Artikel. Öffnen Sie einen einzelnen Artikel.
notice-unreadable = Das ließ sich nicht als Text lesen. Kopieren Sie den Text des Artikels und fügen Sie ihn ein.
notice-kept-article-unreadable = Der zuletzt geöffnete Artikel war im Speicher dieses Browsers nicht zu lesen. Er bleibt, wie er ist; hier steht das Beispiel.

# The article
opening = Wird geöffnet …
reading = Quellen werden gesucht …
facts = Worauf dieser Artikel beruht
facts-failed = Nicht auf Quellen gelesen. Notizen schreiben geht trotzdem.
facts-unread-language = Dieser Artikel ist auf { $language }; das kennt das Programm nicht, darum ist nichts von der Maschine markiert. Markieren und notieren Sie von Hand; wenn die Sprache nicht stimmt, berichtigen Sie sie in den Angaben.
fact-attributions =
    { $count ->
        [one] 1 Zuschreibung
       *[other] { $count } Zuschreibungen
    }
fact-named-people =
    { $count ->
        [one] 1 namentlich genannte Person spricht
       *[other] { $count } namentlich genannte Personen sprechen
    }
fact-unsourced =
    { $count ->
        [one] 1 Behauptung ohne Quelle
       *[other] { $count } Behauptungen ohne Quelle
    }
fact-under-blanket = , davon { $count } unter einer Pauschalquelle
fact-chain = Kette von { $count }
fact-contested =
    { $count ->
        [one] 1 strittiger Punkt
       *[other] { $count } strittige Punkte
    }
outlet-not-stated = Medium nicht genannt
date-not-stated = Datum nicht genannt
boilerplate = { $title } ({ $count ->
        [one] 1 Zeile
       *[other] { $count } Zeilen
    }, gehört nicht zum Artikel)

# Outline
outline = Gliederung
strip = { $sourced } % mit Quelle, { $blanket } % nur unter einer Pauschalquelle, { $unsourced } % ohne Quelle
voices-by-words = Stimmen nach Wörtern
no-voices = Keine Stimme gefunden.
per-cent = { $share } %
show = Zeigen
show-extended = Beschlüsse, Haltungen, Dokumente
legend = Was die Marken bedeuten
legend-source = wer es sagt
legend-cue = die Worte, die es zuschreiben
legend-content = was gesagt wird
legend-direct = wörtliches Zitat
legend-unsourced = Behauptung ohne Quelle
legend-blanket = nur unter einer Pauschalquelle
legend-controversy = strittig
legend-note = Ihre Notiz

# Side panel
panel = Funde und Notizen
sheet-half = Leiste anheben
sheet-full = Leiste ganz anheben
sheet-peek = Leiste senken
tab-claims = Aussagen
tab-sources = Quellen
tab-controversy = Strittig
tab-checks = Fragen
tab-notes = Notizen
no-claims = Keine Zuschreibung und keine Behauptung ohne Quelle gefunden.
no-controversy = Kein strittiger Punkt gefunden.
no-checks = Nichts zu fragen.
no-notes = Noch keine Notizen. Wählen Sie eine Stelle aus und drücken Sie N oder „Notiz“.
rejected =
    { $count ->
        [one] 1 verworfen
       *[other] { $count } verworfen
    }
earlier-items = Die { $count } davor zeigen
later-items = Die nächsten von noch { $count } zeigen
accept = Annehmen
reject = Verwerfen
note = Notiz
edit = Ändern
delete = Löschen
nobody = Niemand wird genannt
without-source = Ohne Quelle
cue-and-quote = „{ $cue }“ · { $quote } · { $class }
via = über { $carriers }
carrier = { $name } ({ $basis })
because = { $why } · { $sureness }
sure = sicher
fairly-sure = ziemlich sicher
unsure = unsicher
unnamed-with-reason = nicht namentlich; der Artikel sagt, warum
unnamed-without-reason = nicht namentlich; der Artikel sagt nicht, warum
voice-carries =
    { $count ->
        [0] Trägt selbst nichts bei.
        [one] Trägt 1 Stelle, { $share } % der zugeschriebenen Wörter.
       *[other] Trägt { $count } Stellen, { $share } % der zugeschriebenen Wörter.
    }
this-page = diese Seite
side = { $name }: { $stance }
voiced-by-nobody = Vom Artikel selbst gesagt.

# Notes
selection = Auswahl
note-form = Eine Notiz schreiben
draft-kept = Noch nicht als Notiz gespeichert. Es bleibt, während Sie tippen, erhalten.
save-note = Notiz speichern
cancel = Abbrechen

# Open
open-title = Einen Artikel öffnen
close = Schließen
paste-label = Der Text des Artikels
paste-hint = Fügen Sie den ganzen Artikel ein: erst die Überschrift, dann die Absätze.
open-text = Text öffnen
open-sample = Beispiel öffnen
stays-local = Nichts verlässt diesen Browser. Was Sie öffnen, bleibt mit Ihren Notizen in ihm.

# Help
help-intro = Sourcelight zeigt, wer was gesagt hat, wofür niemand genannt wird und wo ein Artikel strittig ist. Die Maschine schlägt nur vor, und sie irrt oft: Nehmen Sie an, was stimmt, verwerfen Sie, was nicht stimmt. Was wahr ist, sagt sie nie.
keys = Tasten
help-local-title = Was hier bleibt
help-local = Alles. Es gibt keinen Server und kein Konto: Artikel, Notizen und Entscheidungen liegen im Speicher dieses Browsers und gehen nirgendwohin. Wer die Daten dieser Website im Browser löscht, löscht auch sie.

# taxonomy.json
source-type-named-individual = Genannte Person
source-type-unnamed-individual = Ungenannte Person
source-type-named-group = Genannte Gruppe
source-type-unnamed-group = Ungenannte Gruppe
source-type-institution = Institution
source-type-media = Medium
source-type-document = Dokument
source-type-data = Daten
source-type-unstated = Niemand genannt
source-type-author = Autorin oder Autor
channel-interview-or-told-outlet = im Gespräch mit Journalisten
channel-statement-or-press-release = Stellungnahme oder Pressemitteilung
channel-public-speech = öffentliche Rede
channel-published-work-or-press-report = Veröffentlichung oder Pressebericht
channel-social-or-message = soziale Medien oder Nachricht
channel-law-order-treaty-policy = Gesetz, Erlass, Vertrag oder Richtlinie
channel-court = Gericht
channel-vote-or-poll = Abstimmung oder Umfrage
channel-data-or-price = Daten oder Preis
channel-direct-observation = selbst beobachtet
channel-declined-comment = wollte sich nicht äußern
channel-leak-or-private-communication = Durchgestochenes oder Vertrauliches
channel-unknown = Weg nicht genannt
quote-direct = wörtliches Zitat
quote-mixed = teils wörtlich
quote-indirect = indirekt wiedergegeben
class-statement = Aussage
class-belief = Meinung
class-decision = Entscheidung
class-commitment = Zusage
class-desire = Wunsch
class-fear = Befürchtung
class-attitude = Haltung
class-expectation = Erwartung
class-rule = Regel
tier-core = Kern
tier-extended = erweitert
tier-document = Dokument
basis-explicit = ausdrücklich
basis-inherited = aus der Pauschalquelle
basis-implicit = nicht gesagt
claim-event = Ereignis
claim-number-or-statistic = Zahl
claim-causal = Ursache
claim-prediction = Vorhersage
claim-assessment = Einschätzung
claim-evaluation = Wertung
claim-allegation = Vorwurf
claim-legal = Recht
claim-technical = Technik
claim-quotation = Zitat
topic-treaty-status = Vertragsstatus
topic-legality = Rechtmäßigkeit
topic-civilian-risk = Gefahr für Zivilisten
topic-casualty-dispute = Opferzahlen strittig
topic-figure-conflict = Zahlen widersprechen sich
topic-conflicting-accounts = Darstellungen widersprechen sich
topic-anonymous-decisive = ruht auf Ungenannten
topic-escalation-risk = Eskalationsgefahr
topic-policy-reversal = Kurswechsel
topic-internal-dissent = Widerspruch von innen
topic-forecast-as-fact = Vorhersage als Tatsache
topic-missing-response = keine Antwort
topic-loaded-wording = wertende Wortwahl
topic-custom = Ihr Thema
risk-harm-asserted = Schaden behauptet
risk-risk-asserted = Gefahr behauptet
risk-mitigation-claimed = Vorkehrung behauptet
stance-for = dafür
stance-against = dagegen
stance-raises = wirft es auf
stance-neutral = neutral
check-figures-disagree = Zahlen stimmen nicht überein
check-does-not-follow = Folgt das daraus?
check-unclear-referent = Wer oder was ist gemeint?
check-plural-for-one-source = Eine Quelle oder mehrere?
check-hidden-anonymity = Ungenannte hinter einem Überbringer
check-anonymity-without-reason = Ungenannt ohne Grund
check-single-source = Eine einzige Quelle
check-missing-response = Keine Antwort
check-term-mismatch = Ist das der richtige Begriff?
check-forecast-as-fact = Vorhersage als Tatsache erzählt
check-register = Was das Register sagt

# The source card
voice-named = Namentlich
voice-is-named = ja
voice-introduced = Vorgestellt als
voice-described = Beschrieben durch
voice-channel = Kanal
voice-via = Weg hierher
voice-passages =
    { $count ->
        [one] Die Stelle, die sie trägt
       *[other] Die { $count } Stellen, die sie trägt
    }
silent-voices =
    { $count ->
        [one] 1 weitere wird genannt und trägt selbst nichts bei
       *[other] { $count } weitere werden genannt und tragen selbst nichts bei
    }
more-passages = … und { $count } weitere, im Text beleuchtet, solange sie im Blick ist.
maybe-same-voice = Vielleicht dieselbe Stimme?
merge-with = Mit „{ $name }“ zusammenlegen
merged-from = Mitgezählt: „{ $name }“
split-off = „{ $name }“ wieder abtrennen
imvain =
    { $count ->
        [0] Fünf Fragen an sie
       *[other] Fünf Fragen an sie, { $count } von Ihnen beantwortet
    }
described-none = nichts
described-role = die Rolle
described-role-agency = Rolle und Behörde
described-role-agency-knowledge = Rolle, Behörde und woher sie es weiß
question-independent = Unabhängig?
question-multiple = Sagen es andere auch?
question-verifies = Legt sie Belege vor?
question-authoritative = Kann sie es wissen?
question-named = Namentlich?
answer-yes = Ja
answer-no = Nein
answer-unclear = Unklar
clue-silent = Der Text sagt es nicht. Was finden Sie?
clue-takes-side = Sie ergreift Partei: { $topic }.
clue-alone = Sie ist die einzige Stimme, deren Worte der Artikel bringt.
clue-others =
    { $count ->
        [one] Eine andere Stimme spricht. Sagt sie dasselbe?
       *[other] { $count } andere Stimmen sprechen. Sagt eine von ihnen dasselbe?
    }
clue-can-be-looked-up = Der Weg war: { $channel }. Das lässt sich nachschlagen.
clue-is-evidence = Sie ist selbst ein Dokument oder eine Zahl: Sehen Sie es sich an.
clue-office-given = Der Artikel sagt, was sie ist.
clue-knowledge-given = Der Artikel sagt, was sie ist und woher sie es weiß.
clue-not-described = Der Artikel sagt weder, was sie ist, noch, woher sie es weiß.
clue-named = Der Artikel nennt sie beim Namen.
clue-unnamed-with-reason = Sie wird nicht genannt; der Artikel sagt, warum.
clue-unnamed-without-reason = Sie wird nicht genannt, und der Artikel sagt nicht, warum.

# Drawings
at-a-glance = Die Quellen auf einen Blick
how-it-got-here = Wie es hierherkam
more-voices = { $count } weitere Stimmen
chain-node =
    { $count ->
        [0] { $name }, Verbindung { $basis }, trägt nur, was andere sagen
        [one] { $name }, Verbindung { $basis }, 1 Stelle
       *[other] { $name }, Verbindung { $basis }, { $count } Stellen
    }
as-a-table = Als Tabelle
save-svg = SVG-Datei von „{ $name }“
save-png = PNG-Datei von „{ $name }“
column-way = Von dieser Seite zur Stimme
column-link = Schwächste Verbindung
column-passages = Stellen
column-kind = Art der Stimme
column-voices = Stimmen
column-share = Anteil
column-coverage = Was ihn deckt
column-sentences = Sätze
what-covers-the-text = Was den Text deckt, von Anfang bis Ende
covers-share = { $state }: { $share } %
coverage-in-sentence = Quelle im Satz
coverage-continuation = die Stimme davor spricht weiter
coverage-blanket = nur eine Pauschalquelle
coverage-none = keine Quelle

# Search and filters
search = Suchen
search-field = Text, Stimmen, Schlagwörter, Notizen durchsuchen
close-search = Suche schließen
search-results = Suchergebnisse
hits =
    { $count ->
        [one] 1 Stelle
       *[other] { $count } Stellen
    }
no-hits = Hier steht nirgends „{ $words }“. Versuchen Sie weniger oder andere Wörter.
hit-text = im Text
hit-voice = eine Stimme
hit-tag = ein Schlagwort
hit-note = Ihre Notiz
filter = Filtern
filter-kind = Art
filter-topic = Thema
filter-naming = Stimme
filter-status = Stand
filter-attributions = Zuschreibungen
filter-unsourced = Ohne Quelle
filter-contested = Strittig
filter-named = Genannt
filter-unnamed = Ungenannt
filter-suggested = Vorgeschlagen
filter-accepted = Angenommen
filter-edited = Von mir geändert
filter-rejected = Verworfen
filters-set = Gesetzte Filter
filter-off = Den Filter „{ $name }“ wegnehmen
filters-off = Alle weg
no-filtered = Nichts hier passt zu den Filtern.
own-marks = Eigene Marken

# Callouts
callout-who-says = Wer es sagt.
callout-who-says-text = „{ $words }“ ist unterstrichen: eine Stimme. Daneben, gepunktet, die Worte, die zuschreiben; unterlegt, was gesagt wird.
callout-how-it-got-here = Wie es hierherkam.
callout-how-it-got-here-text = „{ $words }“ kommt über andere auf diese Seite. „Quellen“ zeichnet den Weg.
callout-nobody-named = Niemand steht dafür ein.
callout-nobody-named-text = Eine Wellenlinie zeigt eine Behauptung, die sich prüfen lässt und keine eigene Quelle hat.
callout-open-your-own = Öffnen Sie Ihren eigenen.
callout-open-your-own-text = Fügen Sie einen Artikel ein oder wählen Sie eine Datei: Er wird hier gelesen und bleibt in diesem Browser.
open-an-article = Einen Artikel öffnen
dismiss-callout = Verstanden: { $name }
callouts-again = Die ersten Schritte noch einmal zeigen

# Commands, keys, settings
commands = Befehle
palette-field = Was möchten Sie tun?
no-command = Kein Befehl hat „{ $words }“ im Namen.
settings = Einstellungen
keys-intro = Jede Taste lässt sich ändern oder abschalten. Drücken Sie den Knopf einer Taste und dann die neue. Eine Taste, die schon etwas anderes tat, verliert das.
single-keys-off = Alle einzelnen Tasten abschalten
keys-reset = Wie am Anfang
no-key = keine Taste
press-a-key = Taste drücken …
press-a-key-for = Taste drücken … für „{ $name }“
change-key = Taste für „{ $name }“ ändern, jetzt { $key }
key-off = Aus
key-off-for = Aus: die Taste für „{ $name }“
change-keys = Tasten ändern
command-group-move = Bewegen
command-group-judge = Urteilen und notieren
command-group-show = Zeigen
command-group-find = Finden
command-group-page = Die Seite
command-next = Nächster Fund
command-previous = Voriger Fund
command-next-unsourced = Nächste Behauptung ohne Quelle
command-back = Zurück zum Text
command-accept = Den Fund im Blick annehmen oder das zurücknehmen
command-reject = Den Fund im Blick verwerfen oder das zurücknehmen
command-note = Eine Notiz zur Auswahl oder zum Fund im Blick schreiben
command-voice = Zur Stimme im Blick, um sie zusammenzulegen oder zu trennen
command-set-source = Die Auswahl ist die Quelle
command-set-cue = Die Auswahl ist das zuschreibende Wort
command-set-content = Die Auswahl ist der Inhalt
command-start-back = Ein Wort früher beginnen
command-start-on = Ein Wort später beginnen
command-end-back = Ein Wort früher enden
command-end-on = Ein Wort später enden
command-attach = Die verlorene Notiz im Blick gehört zur Auswahl
command-undo = Rückgängig
command-redo = Wiederholen
command-machine-marks = Marken der Maschine verbergen oder zeigen
command-own-marks = Eigene Marken verbergen oder zeigen
command-extended = Beschlüsse, Haltungen, Dokumente zeigen oder verbergen
command-glance = Die Quellen auf einen Blick
command-claims = Zu den Aussagen
command-sources = Zu den Quellen
command-controversy = Zum Strittigen
command-checks = Zu den Fragen
command-notes = Zu den Notizen
command-search = Suchen
command-filter = Die Funde filtern
command-clear-filters = Alle Filter wegnehmen
command-palette = Alle Befehle
command-open = Einen Artikel öffnen
command-new-version = Eine neue Fassung dieses Artikels öffnen
command-versions = Die Fassungen dieses Artikels
command-library = Die Bibliothek der behaltenen Artikel
command-details = Die Angaben zum Artikel berichtigen
command-export = Den Artikel weitergeben: speichern, kopieren, drucken
command-settings = Einstellungen
command-help = Hilfe
command-callouts = Die ersten Schritte noch einmal zeigen

# Opening: ways in
pick-files = Dateien wählen
files-hint = Text, Markdown, Webseiten, Mail, Word, OpenDocument, EPUB, PDF und Webarchive; mehrere auf einmal kommen in Ihre Bibliothek. Sie können Dateien auch irgendwo auf der Seite ablegen oder einfügen, ohne ein Feld zu wählen.
paste-formatted = Eingefügt mit Überschrift, Absätzen und Links.
address-label = Adresse eines Artikels
address-open = Holen
address-hint = Ihr Browser fragt die Website nach der Seite, als hätten Sie sie geöffnet, aber ohne Ihre Cookies. Viele Websites lehnen das ab; dann helfen das Bookmarklet oder eine gespeicherte Seite.
fetching = { $name } wird nach der Seite gefragt …
reading-file = { $name } wird gelesen …
reading-page = Die Seite wird gelesen …
place-of = ({ $place } von { $count })
progress = Fortschritt
stop = Anhalten
drop-here = Zum Öffnen loslassen
to-bookmarklet = Das Bookmarklet nehmen
to-open = Eine gespeicherte Seite einfügen oder wählen
untitled = Ohne Titel
copy = Kopieren
copied = Kopiert
restore = Zurücklegen
parts = Welcher Artikel?
parts-hint = { $count ->
        [one] Die Datei enthält 1 Artikel.
       *[other] Die Datei enthält { $count } Artikel. Der wichtigste ist hinter dieser Liste geöffnet.
    }

# Opening: your own proxy
proxy = Wenn eine Website ablehnt: Ihr eigener Proxy
proxy-warning = Ein Proxy holt Seiten für Sie, wo eine Website ablehnt. Er sieht jede Adresse, die Sie über ihn holen, und könnte die Seite verändern. Nehmen Sie nur einen, den Sie selbst betreiben oder dem Sie trauen. Gefragt wird er erst, wenn die Website selbst abgelehnt hat.
proxy-label = Die Adresse des Proxys, mit {"{"}url{"}"}, wo die Adresse der Seite hingehört
proxy-keep = Behalten
proxy-none = Kein Proxy wird benutzt.
proxy-used = Benutzt wird: { $proxy }

# Opening: what comes from outside
offer = Diesen Artikel öffnen?
offer-handed = Vom Bookmarklet übergeben, von { $origin }.
offer-in-link = In dem Link, dem Sie gefolgt sind. Er sagt, dass er von { $host } kommt; geprüft hat das niemand.
offer-in-link-from-nowhere = In dem Link, dem Sie gefolgt sind. Er sagt nicht, woher er kommt.
offer-address = Der Link, dem Sie gefolgt sind, bittet darum, diese Seite zu holen. Ihr Browser würde sich dann an { $host } wenden; die Website erfährt dabei Ihre Netzadresse.
offer-safe = Nur Text wird übernommen. Skripte, Bilder und Formulare der Seite werden nie ausgeführt oder gezeigt.
offer-open = Öffnen
offer-leave = Lassen

# Opening: the bookmarklet
bookmarklet = Das Bookmarklet
bookmarklet-name = In Sourcelight öffnen
bookmarklet-what = Ein Lesezeichen, das die Seite, die Sie gerade lesen, an Sourcelight übergibt, auch wo eine Website niemanden sie holen lässt und wo Sie angemeldet sind.
bookmarklet-drag = Ziehen Sie das in Ihre Lesezeichenleiste:
bookmarklet-use = Klicken Sie auf der Seite eines Artikels auf das Lesezeichen. Sourcelight öffnet sich, zeigt, woher die Seite kommt, und fragt, bevor es sie übernimmt.
bookmarklet-by-hand = Ohne Ziehen
bookmarklet-by-hand-how = Legen Sie im Browser ein neues Lesezeichen an, nennen Sie es, wie Sie wollen, und setzen Sie das an die Stelle der Adresse.
bookmarklet-code = Der Code des Bookmarklets
bookmarklet-missing = Das Bookmarklet ließ sich nicht laden. Prüfen Sie Ihre Verbindung, schließen Sie das hier und öffnen Sie es noch einmal; Einfügen und gespeicherte Seiten gehen auch ohne.
bookmarklet-safe = Es schickt die Seite nur an diese App ({ $address }), in Ihrem Browser. Skripte, Formulare und was Sie eingegeben haben, werden vorher herausgenommen.

# Library
library = Bibliothek
library-search = Titel und Medien durchsuchen
library-by = Ordnen nach
library-by-opened = zuletzt geöffnet
library-by-title = Titel
library-by-outlet = Medium
library-by-notes = meiste Notizen
library-count = { $count ->
        [one] 1 Artikel liegt in diesem Browser.
       *[other] { $count } Artikel liegen in diesem Browser.
    }
library-found = { $found } von { $all } Artikeln.
library-empty = Noch liegt hier nichts. Was Sie öffnen, bleibt hier mit Ihren Notizen.
library-none-found = Kein Titel und kein Medium hat diese Wörter. Versuchen Sie weniger davon.
library-unreadable = Die Bibliothek war im Speicher dieses Browsers nicht zu lesen. Schließen Sie andere Tabs dieser Website und laden Sie die Seite neu.
library-notes = { $count ->
        [0] keine Notizen
        [one] 1 Notiz oder Entscheidung
       *[other] { $count } Notizen und Entscheidungen
    }
library-delete = „{ $title }“ löschen
library-restore = „{ $title }“ zurücklegen
library-binned = „{ $title }“ liegt im Papierkorb, mit den Notizen.
library-bin = { $count ->
        [one] Papierkorb: 1 Artikel
       *[other] Papierkorb: { $count } Artikel
    }
library-used = { $used } MB belegt von { $quota } MB, die dieser Browser gibt.

# Corrections
details = Angaben zum Artikel
details-draft = Was Sie hier getippt und nicht gespeichert hatten, steht wieder in den Feldern.
details-as-it-was = Wie es vorher war
details-correct = Angaben
details-title = Titel
details-byline = Autorenzeile
details-published = Erschienen am
details-outlet = Medium
details-url = Adresse
details-language = Sprache (en, de, pt-BR)
details-save = Speichern
details-hint = Der Text selbst bleibt, wie er geöffnet wurde, und Ihre Notizen und Entscheidungen auch. „Rückgängig“ nimmt eine Berichtigung zurück.
details-no-url = Das ist keine Webadresse. Sie beginnt mit https:// oder http://; lassen Sie das Feld leer, wenn es keine gibt.
details-no-language = Das ist kein Sprachkürzel. Beispiele: en, de, pt-BR.
blocks = { $count ->
        [one] Was der 1 Block ist
       *[other] Was die { $count } Blöcke sind
    }
blocks-hint = Ein Block Beiwerk gehört nicht zum Artikel und wird nicht auf Quellen gelesen.
blocks-differ = Verschiedenes
boilerplate-is-story = Das gehört zum Artikel
block-kind = Art des Blocks: { $name }
block-kind-paragraph = Absatz
block-kind-headline = Überschrift
block-kind-byline = Autorenzeile
block-kind-standfirst = Vorspann
block-kind-subhead = Zwischenüberschrift
block-kind-quote = Zitat
block-kind-list-item = Listenpunkt
block-kind-caption = Bildunterschrift
block-kind-table = Tabelle
block-kind-boilerplate = Beiwerk

# Opening: what went wrong, and what to do next
open-error-file-gone = Der Browser konnte diese Datei nicht lesen; vielleicht wurde sie verschoben oder gelöscht. Wählen Sie sie noch einmal.
open-error-broken = Das war nicht zu lesen: Der Leser dafür ist abgestürzt. Verloren ist nichts. Kopieren Sie den Text des Artikels und fügen Sie ihn ein.
open-error-no-worker = Der Teil, der Seiten und Dateien liest, ließ sich nicht laden. Prüfen Sie Ihre Verbindung, laden Sie diese Seite neu und versuchen Sie es noch einmal; reiner Text lässt sich auch so öffnen.
open-error-slow = Das Lesen dauerte zu lange und wurde abgebrochen. Kopieren Sie den Text des Artikels und fügen Sie ihn ein.
open-error-import = Was mit dem Link oder dem Bookmarklet kam, war nicht zu lesen. Gehen Sie zurück zum Artikel und klicken Sie noch einmal auf das Bookmarklet, oder fügen Sie den Text ein.
open-error-no-address = Das ist keine Webadresse, die sich holen lässt. Sie sieht aus wie https://example.org/artikel.
open-error-site-closed = { $site } lässt andere Websites nicht an ihre Seiten oder war nicht zu erreichen. Öffnen Sie den Artikel in einem eigenen Tab und klicken Sie dort auf das Bookmarklet, speichern Sie die Seite und legen Sie die Datei hier ab, oder kopieren Sie den Text und fügen Sie ihn ein.
open-error-site-status = { $site } antwortete mit dem Fehler { $status }. Prüfen Sie die Adresse; wenn sich die Seite in einem eigenen Tab öffnet, klicken Sie dort auf das Bookmarklet oder fügen Sie ihren Text ein.
open-error-proxy = Weder { $site } noch Ihr Proxy { $proxy } gaben die Seite heraus. Öffnen Sie den Artikel in einem eigenen Tab und klicken Sie dort auf das Bookmarklet, oder fügen Sie seinen Text ein.
open-error-not-kept = Das wurde gelesen, aber dieser Browser hat es nicht behalten. Öffnen Sie es für sich.
open-error-text-too-long = Das sind mehr als { $megabytes } MB Text, weit mehr als ein Artikel. Öffnen Sie einen einzelnen Artikel.
open-several-kept = { $kept ->
        [0] Keine Datei ließ sich öffnen.
        [one] 1 Datei ist in Ihrer Bibliothek{ $failed ->
            [0] .
            [one] ; 1 Datei ließ sich nicht öffnen.
           *[other] ; { $failed } Dateien ließen sich nicht öffnen.
        }
       *[other] { $kept } Dateien sind in Ihrer Bibliothek{ $failed ->
            [0] .
            [one] ; 1 Datei ließ sich nicht öffnen.
           *[other] ; { $failed } Dateien ließen sich nicht öffnen.
        }
    }
open-error-empty = Die Datei ist leer. Speichern oder laden Sie sie noch einmal und öffnen Sie die neue Kopie.
open-error-file-too-large = Das ist größer als { $megabytes } MB, mehr als jeder Artikel. Speichern Sie den Artikel für sich, oder kopieren Sie seinen Text und fügen Sie ihn ein.
open-error-page-too-large = Diese Seite ist weit größer als jeder Artikel. Kopieren Sie den Text des Artikels und fügen Sie ihn ein.
open-error-too-deep = Diese Seite ist tiefer verschachtelt als jeder Artikel. Kopieren Sie den Text des Artikels und fügen Sie ihn ein.
open-error-no-article = Auf dieser Seite wurde kein Artikel gefunden. Wählen Sie den Text des Artikels aus, kopieren Sie ihn und fügen Sie ihn ein.
open-error-unknown = Dateien dieser Art lassen sich nicht öffnen. Text, Markdown, Webseiten, Mail, Word (.docx), OpenDocument (.odt), RTF, EPUB, PDF und Webarchive schon; oder fügen Sie den Text des Artikels ein.
open-error-password = Das ist { $format }, mit einem Passwort geschützt. Öffnen Sie es in dem Programm, mit dem es gemacht wurde, speichern Sie eine Kopie ohne Passwort und öffnen Sie die.
open-error-copy-protected = Dieses EPUB-Buch ist kopiergeschützt; nur der Leser seines Händlers öffnet es. Kopieren Sie die Stelle, die Sie brauchen, und fügen Sie sie ein.
open-error-scan = Dieses PDF ist ein Scan: Es enthält Bilder von Seiten und keinen Text. Lassen Sie zuerst eine Texterkennung (OCR) darüberlaufen, oder tippen Sie die Stelle ab und fügen Sie sie ein.
open-error-damaged = Das ist { $format }, beschädigt oder vor dem Ende abgebrochen. Speichern oder laden Sie die Datei noch einmal und öffnen Sie die neue Kopie.
open-error-unreasonable = Das ist { $format }, entpackt viel größer als jeder Artikel; darum wurde es nicht geöffnet. Wenn Sie der Datei trauen, öffnen Sie sie in einem anderen Programm, kopieren Sie den Text und fügen Sie ihn ein.
open-error-no-text = Das ist { $format }, und darin war kein Text zu finden. Öffnen Sie die Datei in einem anderen Programm, um zu sehen, was darin ist; wenn Sie den Artikel dort sehen, kopieren Sie seinen Text und fügen Sie ihn ein.
open-error-media = Das ist { $what }, kein Text. Öffnen Sie die Seite oder das Dokument mit dem Artikel, oder fügen Sie dessen Text ein.
open-error-unsupported = Das ist { $what } und lässt sich hier nicht öffnen. { $instead }
open-error-no-such-part = Diesen Artikel gibt es in der Datei nicht mehr. Öffnen Sie die Datei noch einmal und wählen Sie aus der Liste.

# Opening: what the reader should know of a reading
open-note-check-pdf = Aus einem PDF gelesen, das Buchstaben kennt und keine Absätze: Bitte prüfen Sie den Text, bevor Sie mit ihm arbeiten.
open-note-pages = Nur die ersten { $read } von { $all } Seiten wurden gelesen.
open-note-unreadable-letters = { $count ->
        [one] 1 Buchstabe war nicht zu lesen, weil das PDF nicht sagt, welcher es ist: Vergleichen Sie den Text mit der Seite.
       *[other] { $count } Buchstaben waren nicht zu lesen, weil das PDF nicht sagt, welche es sind: Vergleichen Sie den Text mit der Seite.
    }
open-note-attachments = { $count ->
        [one] 1 Anhang wurde weggelassen: { $names }.
       *[other] { $count } Anhänge wurden weggelassen: { $names }.
    }
open-note-comments = { $count ->
        [one] 1 Kommentar am Rand wurde weggelassen.
       *[other] { $count } Kommentare am Rand wurden weggelassen.
    }
open-note-tracked-changes = Das Dokument hat Änderungen, die noch nicht angenommen sind: Was sie hinzufügen, wurde gelesen, was sie löschen, weggelassen.
open-note-hidden-text = Verborgener Text wurde weggelassen.
open-note-notes-at-end = { $count ->
        [one] 1 Fußnote steht am Ende des Textes.
       *[other] { $count } Fußnoten stehen am Ende des Textes.
    }
open-note-charset = Die Datei sagt nicht, wie ihre Buchstaben geschrieben sind; angenommen wurde { $charset }. Wenn sie falsch aussehen, speichern Sie die Datei als UTF-8 und öffnen Sie sie noch einmal.
open-note-letters-lost = Manche Buchstaben waren nicht zu lesen und stehen als � da.
open-note-several = Die Datei enthält { $count } Artikel: Wählen Sie aus der Liste.
open-note-incomplete = Die Datei ist beschädigt oder bricht ab: Was zu lesen war, steht hier.
open-note-plain-mail = Gelesen wurde der reine Text der Mail, weil ihre gestaltete Seite kein Artikel ist.

# Formats, for a sentence
format-text = ein Text
format-markdown = ein Markdown-Text
format-html = eine Webseite
format-mhtml = eine gespeicherte Seite (MHTML)
format-mail = eine E-Mail
format-mailbox = ein Postfach
format-docx = ein Word-Dokument
format-odt = ein OpenDocument-Text
format-rtf = ein RTF-Dokument
format-epub = ein EPUB-Buch
format-pdf = ein PDF
format-warc = ein Webarchiv (WARC)
format-wacz = ein Webarchiv (WACZ)
format-sourcelight = eine Sourcelight-Datei

## Treaties

treaties = Verträge
treaty-state = Stand
treaty-opened = Aufgelegt
treaty-in-force = In Kraft
treaty-depositary = Verwahrt von
treaty-unsourced = (nicht an einer Quelle geprüft)
treaty-figure-as-of = Stand { $date }
treaty-derived = errechnet, nicht veröffentlicht
treaty-disputed = andere Listen haben { $count }
treaty-undated = Der Artikel hat kein Datum, darum wurde das Register nach dem heutigen Stand gefragt ({ $date }).
treaty-give-date = Dem Artikel ein Datum geben
treaty-sources = { $count ->
    [one] Eine Quelle
   *[other] { $count } Quellen
    }
treaty-counted-parties = Vertragsstaaten
treaty-counted-signed = Unterzeichnet von
treaty-counted-only-signed = Unterzeichnet, nicht Vertragsstaat
verdict-agrees = Das Register stimmt zu
verdict-loose = Ungenau gesagt
verdict-out-of-date = Veraltet
verdict-contradicts = Das Register sagt anderes
verdict-cannot-say = Das Register kann es nicht sagen
severity-3 = der Text oder das Register sagt anderes

## What the reader adds

add-unsourced = Keine Quelle
add-contested = Strittig …
add-source = Quelle
add-cue = Zuschreibendes Wort
add-content = Inhalt
edit-label = Was es ist
edit-edges = Ränder
edge-start-back = Ein Wort früher beginnen
edge-start-on = Ein Wort später beginnen
edge-end-back = Ein Wort früher enden
edge-end-on = Ein Wort später enden

## Topics

topics = Strittige Themen
topics-intro = Was abgeschaltet ist, wird in keinem Artikel gesucht.
own-topics = Eigene Themen
own-topics-intro = Eine Liste zum Schreiben und zum Teilen als Datei: „topic:“ und ein Name, dann Zeilen mit „find:“ und Wörtern oder Mustern (a|b sind Alternativen, ..4 lässt bis zu vier Wörter dazwischen), und „not:“ für das, was einen Satz ausschließt.
own-topics-example = topic: Hafenverkauf
    find: harbour|port ..4 sold
    not: port wine
own-topics-keep = Diese Liste benutzen
own-topics-save = Als Datei speichern
own-topics-open = Aus einer Datei nehmen
own-topics-kept = { $count ->
    [0] Kein eigenes Thema wird gesucht.
    [one] Ein eigenes Thema wird gesucht.
   *[other] { $count } eigene Themen werden gesucht.
}

# Handing on
export = Weitergeben
export-title = Weitergeben
export-intro = Dateien entstehen auf diesem Gerät. Was Sie verworfen haben, bleibt aus den Berichten; was Sie gelöscht haben, steht nur in der Sourcelight-Datei, in ihrem Papierkorb.
export-save = Speichern
export-save-as = Speichern als { $name }
export-copy = Kopieren
export-copy-as = Kopieren als { $name }
export-print = Drucken
export-print-name = Drucken
export-print-hint = Der Artikel mit seinen Marken, auf Papier oder als PDF
export-saved = Gespeichert als { $name }.
export-not-saved = Der Browser hat die Datei nicht gespeichert. Erlauben Sie dieser Seite Downloads und versuchen Sie es noch einmal.
export-copied = Kopiert: { $name }.
export-not-copied = Der Browser ließ uns nicht kopieren. Speichern Sie stattdessen die Datei.
export-now = Jetzt weitergeben
exchange-busy = Einen Moment …
exchange-broken = Das ging nicht. Laden Sie die Seite neu und versuchen Sie es noch einmal; wenn es wieder nicht geht, melden Sie es bitte.
form-sourcelight = Sourcelight-Datei
form-hint-sourcelight = Alles, um es hier wieder zu öffnen, Sie selbst oder andere
form-html = HTML-Bericht
form-hint-html = Öffnet sich in jedem Browser, und hier wieder mit allen Notizen
form-word = Word
form-hint-word = Der Artikel mit Kommentaren am Rand
form-markdown = Markdown
form-hint-markdown = Ein Prüfvermerk: Quellen, Behauptungen ohne Quelle, Fragen, Ihre Notizen
form-csv = Tabelle (CSV)
form-hint-csv = Eine Zeile für jeden Fund, jede Frage und jede Notiz
form-w3c = W3C-Annotationen
form-hint-w3c = JSON-LD für andere Annotationsprogramme
form-hypothesis = Hypothesis
form-hint-hypothesis = Ihre Notizen und Entscheidungen, zum Einlesen in Hypothesis
form-schema-org = schema.org
form-hint-schema-org = Zitate und Behauptungen als JSON-LD, Bewertungen, wo Sie geurteilt haben
interface-language = Sprache dieser Seite
interface-language-browsers = Wie im Browser
interface-language-hint = Sie hat nichts mit der Sprache der Artikel zu tun. Warum die Maschine etwas gefunden hat, sagt sie auf Englisch.
reader-name = Ihr Name in dem, was Sie weitergeben
reader-name-hint = Muss nicht sein. Er bleibt auf diesem Gerät, bis Sie etwas weitergeben.

# Taking in
import-title = Eingelesen
import-format = Das war eine Datei mit Notizen ({ $format }).
import-articles = { $count ->
        [one] 1 Artikel ist hier neu.
       *[other] { $count } Artikel sind hier neu.
    }
import-added = { $count ->
        [one] 1 Notiz oder Entscheidung ist hier neu.
       *[other] { $count } Notizen und Entscheidungen sind hier neu.
    }
import-updated = { $count ->
        [one] 1 wurde dort geändert, seit Sie sie weitergegeben haben, und ist jetzt wie dort.
       *[other] { $count } wurden dort geändert, seit Sie sie weitergegeben haben, und sind jetzt wie dort.
    }
import-known = { $count ->
        [one] 1 war schon hier.
       *[other] { $count } waren schon hier.
    }
import-older = { $count ->
        [one] 1 ist älter als das, was hier ist; Ihres bleibt.
       *[other] { $count } sind älter als das, was hier ist; Ihres bleibt.
    }
import-unplaced = { $count ->
        [one] 1 zitiert Worte, die in diesem Text des Artikels nicht stehen. Sie wartet unter „Notizen“, bis Sie ihr einen Platz geben.
       *[other] { $count } zitieren Worte, die in diesem Text des Artikels nicht stehen. Sie warten unter „Notizen“, bis Sie ihnen einen Platz geben.
    }
import-machine = { $count ->
        [one] 1 war ein Vorschlag der Maschine, der neu gemacht wird.
       *[other] { $count } waren Vorschläge der Maschine, die neu gemacht werden.
    }
import-ahead = Die Uhr des Computers, von dem das kommt, geht um { $hours } Stunden vor. Bitte prüfen Sie dort das Datum.
import-nothing = Darin war nichts, was nicht schon hier ist.
import-both = { $count ->
        [one] Hier und dort geändert
       *[other] Hier und dort geändert: { $count }
    }
import-both-hint = Ihres gilt. Beide Fassungen bleiben.
import-here = Hier:
import-there = Dort:
import-no-words = (gelöscht oder ohne Worte)
import-take = Die andere Fassung nehmen
import-taken = Jetzt gilt die andere Fassung.
import-elsewhere = { $count ->
        [one] 1 Notiz gehört zu einem anderen Artikel
       *[other] { $count } Notizen gehören zu anderen Artikeln
    }
import-elsewhere-hint = Sie kamen nicht herein. Öffnen Sie erst den Artikel und lesen Sie dann die Datei noch einmal ein.
import-unread = { $count ->
        [one] 1 Eintrag war nicht zu lesen
       *[other] { $count } Einträge waren nicht zu lesen
    }
import-error-too-large = Diese Datei hat { $megabytes } MB, mehr als gelesen wird. Geben Sie dort, wo sie herkommt, einen Teil weiter und lesen Sie den ein.
import-error-not-utf8 = Diese Datei ist kein Text in UTF-8. Geben Sie sie dort, wo sie herkommt, noch einmal als JSON in UTF-8 weiter.
import-error-not-json = Dieses JSON ist nicht vollständig (Zeile { $line }); vielleicht ist es abgeschnitten. Laden oder exportieren Sie es noch einmal.
import-error-too-deep = Diese Datei ist tiefer verschachtelt als jede Sammlung von Notizen; darum wurde sie nicht gelesen. Exportieren Sie sie dort, wo sie herkommt, noch einmal.
import-error-too-many = Diese Datei enthält weit mehr als die Notizen eines Menschen. Exportieren Sie einen Teil davon und lesen Sie den ein.
import-error-damaged = Diese Sourcelight-Datei ist beschädigt oder abgeschnitten. Laden oder exportieren Sie sie noch einmal und öffnen Sie die neue Kopie.
import-error-bomb = Diese Datei wird entpackt viel größer, als Notizen es je sind; darum wurde sie nicht gelesen. Bitten Sie um einen neuen Export.
import-error-not-ours = Diese Datei nennt sich Sourcelight-Datei und ist ein anderes Archiv. Sehen Sie nach, welche Datei Sie meinten.
import-error-later = Diese Datei stammt von einer späteren Version von Sourcelight. Laden Sie diese Seite neu, um sie zu bekommen, und öffnen Sie die Datei dann noch einmal.
import-error-no-data = Dieser Bericht enthält keine Notizen mehr. Bitten Sie um die Sourcelight-Datei, aus der er gemacht wurde.
import-error-unknown = Das ist JSON ohne Notizen, die hier bekannt sind (W3C, Hypothesis, Recogito, Sourcelight). Sehen Sie nach, welche Datei Sie meinten.
import-error-older-model = Diese Notizen folgen dem älteren Modell „Open Annotation“. Exportieren Sie sie dort, wo sie herkommen, als W3C Web Annotation.
import-error-elsewhere = Diese Sammlung nennt nur, wo ihre Seiten liegen ({ $address }). Laden Sie die Seiten herunter und öffnen Sie sie hier.
import-error-nothing-open = Kein Artikel ist offen. Öffnen Sie erst einen.
import-error-no-storage = Der Browser gibt dieser Seite keinen Speicher, also lässt sich nichts einlesen und nichts sichern. Verlassen Sie das private Fenster oder erlauben Sie dieser Seite den Speicher; den offenen Artikel können Sie trotzdem weitergeben.
import-error-full = Im Speicher des Browsers ist kein Platz mehr, darum wurde von der Datei nichts eingelesen. Schaffen Sie Platz und öffnen Sie sie dann noch einmal.
import-error-not-stored = Der Browser konnte nicht speichern, was in der Datei ist; geändert wurde nichts. Versuchen Sie es noch einmal.

# Backup
backup = Sicherung
backup-intro = Ihre ganze Bibliothek in einer Sourcelight-Datei. Um sie zurückzuholen, öffnen Sie die Datei hier: Nichts von Ihnen wird stillschweigend ersetzt.
backup-now = Jetzt sichern
backup-without = { $count ->
        [one] Gespeichert. 1 beschädigter Eintrag war nicht zu lesen und fehlt darin; die Rettungsseite zeigt ihn vielleicht noch.
       *[other] Gespeichert. { $count } beschädigte Einträge waren nicht zu lesen und fehlen darin; die Rettungsseite zeigt sie vielleicht noch.
    }
notice-backup-due = Sie haben Notizen, die in keiner Sicherung stehen, die älteste seit { $days } Tagen. Es gibt sie nur in diesem Browser.
notice-storage-full = Im Speicher des Browsers ist kein Platz mehr. Was Sie geändert haben, steht noch auf dieser Seite: Geben Sie es jetzt weiter, bevor Sie die Seite schließen.

# Prüfen
modes = Modus
mode-read = Lesen
mode-audit = Prüfen
audit = Prüfen
audit-tab = Durchzusehen
desk-tab = Für die Redaktion
audit-unsourced = Aussagen ohne Quelle
audit-single-source = Auf einer einzigen Quelle
audit-anonymous = Ungenannt ohne Grund
audit-hidden-chain = Verdeckte Ketten
audit-missing-reply = Keine Stellungnahme
audit-figures = Zahlen und Verträge
audit-wording = Wortwahl
audit-none = Es wurde nichts gefunden, was durchzusehen wäre.
audit-progress = { $done } von { $all } durchgesehen
audit-counts = { $stand } angenommen · { $dismissed } abgetan · { $asked } für die Redaktion
audit-done-of = { $done } von { $all }
audit-next = Weiter
audit-all-done = Alles ist durchgesehen.
audit-dismiss = Abtun
audit-ask = Redaktion fragen
audit-asked = Für die Redaktion:
audit-asked-said = Steht auf der Liste für die Redaktion.
audit-unasked-said = Von der Liste für die Redaktion genommen.
audit-open = offen
audit-stands = angenommen
audit-dismissed = abgetan
audit-with-desk = bei der Redaktion
audit-more =
    { $count ->
        [one] und 1 weitere Stelle
       *[other] und { $count } weitere Stellen
    }
audit-why-voice =
    { $count ->
        [one] Ungenannt, und der Artikel sagt nicht, warum.
       *[other] Ungenannt, und der Artikel sagt nicht, warum. Spricht an { $count } Stellen.
    }
audit-why-chain =
    { $count ->
        [one] Das kam über { $carriers }, und der Satz sagt es nicht.
       *[other] { $count } Aussagen kamen über { $carriers }, und ihre Sätze sagen es nicht.
    }
audit-why-word = Das haben Sie vermerkt; die Maschine findet es nicht mehr.
audit-note-hint = Der Prüfvermerk führt das alles auf, mit Ihren Entscheidungen, Notizen und den Fragen an die Redaktion.
audit-note-copy = Prüfvermerk kopieren
audit-note-save = Prüfvermerk speichern
ask-claim = Wer sagt das? Der Text nennt niemanden dafür.
ask-blanket-claim = Stammt das aus der Quelle, die für den ganzen Artikel genannt ist? Hier ist niemand genannt.
ask-single-source = Gibt es dafür eine zweite Quelle?
ask-reply = Wurden die Beschuldigten gefragt, und was sagten sie?
ask-figures = Welche Zahl stimmt, und von wann ist sie?
ask-anything = Lässt sich das prüfen?
ask-voice = Wer ist „{ $name }“, woher weiß die Person es, und können wir sagen, warum sie ungenannt bleibt?
ask-chain = Das kam über { $carriers } zu uns. Hat jemand das Original gesehen, und sollte der Satz es sagen?
desk-none = Noch ist nichts gefragt. Wählen Sie bei einem Punkt „Redaktion fragen“, dann steht die Frage hier.
desk-hint = Fassen Sie die Fragen in Ihre Worte. Sie gehen als eine Nachricht hinaus, mit Zitat, Titel und Adresse.
desk-question = Frage an die Redaktion
desk-remove = Entfernen
desk-copy = Als eine Nachricht kopieren
desk-save = Als Datei speichern
desk-copied = Die Fragen sind in der Zwischenablage.
desk-file = fragen-an-die-redaktion
desk-heading = Fragen an die Redaktion

# Markensätze
set-count =
    { $count ->
        [one] 1 Marke
       *[other] { $count } Marken
    }
sets-compare = Sätze vergleichen
sets-compared = Zwei Sätze im Vergleich
set-first = Erster Satz
set-second = Zweiter Satz
sets-both = In beiden ({ $count })
sets-only = Nur in „{ $name }“ ({ $count })
sets-none = Nichts.
sets-agree = Zwei Marken gelten als gleich, wenn ihnen mindestens die Hälfte dessen gemeinsam ist, was sie bedecken.
compare-close = Zurück zu den Listen
set-note = Notiz

# Zwei Artikel nebeneinander
stories = Zwei Artikel zu einer Geschichte
stories-open = Einen anderen neben den offenen stellen
stories-intro = Wählen Sie einen zweiten aufbewahrten Artikel. Verglichen wird auf diesem Gerät, wer in welchem spricht, was sie anders beziffern und was wörtlich in beiden steht.
stories-no-article = Öffnen Sie zuerst einen Artikel.
stories-none = Sonst ist noch nichts aufbewahrt. Öffnen Sie den anderen Artikel einmal und kommen Sie dann zurück.
stories-second = Der andere Artikel
stories-choose = Wählen …
stories-failed = Dieser Artikel war nicht zu lesen. Öffnen Sie ihn allein, um zu sehen, warum.
stories-what = Was
stories-voices = Stimmen: { $both } in beiden, von { $count }
stories-no-voices = In keinem spricht jemand.
stories-silent = Spricht hier nicht.
stories-figures = Andere Zahlen für anscheinend dasselbe ({ $count })
stories-no-figures = Es wurde keine Zahl gefunden, die der andere Artikel anders hat. Ausgeschriebene Zahlen werden nicht verglichen.
stories-shared = Wörtlich in beiden ({ $count }, { $words } Wörter)
stories-no-shared = Nirgends stehen acht Wörter oder mehr gleich in beiden.
stories-shared-hint = Dieselben Wörter in Folge sind selten Zufall: Ein Artikel kann sie vom anderen haben, oder beide von einem dritten.
stories-words = { $count } Wörter

# Mit Quelle kopieren
copy-with-source = Mit Quelle kopieren
copy-short = Kopieren
copied-passage = „{ $passage }“
copied-by = — { $voices }
copied-via = — { $voices }, über { $carriers }
copied-by-nobody = — im Artikel ist keine Quelle angegeben
copied-title = „{ $title }“
copied-with-source = Mit der Quelle kopiert.

# Schreibmarke
caret-on = Schreibmarke an. Die Pfeile bewegen sie, mit Strg wortweise, mit Umschalt wird ausgewählt; Eingabe führt zu dem, was mit der Auswahl möglich ist, Esc beendet.
caret-off = Schreibmarke aus.
caret-article = Artikel, mit Schreibmarke
caret-selected = Ausgewählt: { $words }
caret-space = Leerzeichen
command-next-open = Zum nächsten offenen Punkt der Prüfung
command-caret = Schreibmarke: mit den Pfeilen durch den Text gehen
command-ask-desk = Die Redaktion dazu fragen oder das zurücknehmen
command-copy-source = Auswahl oder Fund im Blick mit Quelle kopieren
command-audit = Prüfen: was durchzusehen ist; oder zurück zum Lesen
command-desk = Fragen an die Redaktion
command-compare-sets = Zwei Markensätze vergleichen oder nicht mehr
command-stories = Einen zweiten aufbewahrten Artikel neben diesen stellen

# On paper
paper = Die Quellen dieses Artikels
paper-opened = Geöffnet am
paper-printed = Gedruckt am
paper-made-with = Markiert mit
paper-numbers = Die Zahlen im Text führen zu diesen Listen: 1 eine Stimme, U1 eine Behauptung ohne Quelle, C1 ein strittiger Punkt, N1 eine Notiz. Was eine Maschine vorschlägt, ist oft falsch; sie sagt, wer was gesagt hat, nie, was wahr ist.
paper-number = Nr.
paper-claim = Behauptung
paper-claims = Behauptungen ohne Quelle
paper-point = Stelle
paper-points = Strittige Punkte
paper-why = Warum
paper-passage = Stelle

# What the help says of terms and rules
guide-terms = Die Wörter des Fachs
guide-topics = Strittige Themen, und was sie markiert
guide-checks = Fragen an Sie
guide-english = Hier sprechen die Regeln selbst, auf Englisch; in eckigen Klammern steht, was markiert wird.
guide-matters = Warum es zählt:
guide-example = Beispiel:
guide-leaves = Was sie in Ruhe lässt:
guide-source = Quelle:
guide-wrong = Was die Maschine falsch macht
guide-wrong-attributions = In Nachrichten, die Menschen annotiert haben (PolNeAR, { $documents } Artikel; der Teil zum Entwickeln), findet sie Zuschreibungen mit einem F1 von { $f1 }, mit der richtigen Quelle { $source }; zwei Menschen stimmen mit { $people } und { $peoplesource } überein. Sie kann nur Englisch.
guide-wrong-stories = In sechzehn Artikeln, die niemand vorher geöffnet hatte, findet sie { $found } von dem, was Lesende fänden, nennt die Art der Quelle in vier von fünf Fällen richtig und folgt einer Kette von Medien in der Hälfte der Fälle richtig.
guide-wrong-contested = Von den strittigen Punkten, die sie dort markiert, stimmen zwei von drei, und sie markiert etwas mehr als die Hälfte von denen, die es gibt. In eigens geschriebenen Texten mit ungewöhnlichen Worten stimmt die Hälfte, und sie findet ein Drittel. In { $words } Wörtern ohne jeden markierte sie drei.
guide-wrong-treaties = Das Vertragsregister kennt { $treaties } Verträge und { $states } Staaten; wo es nichts sagen kann, sagt es das.
term-attribution = Zuschreibung
term-attribution-is = Wer was gesagt hat, und an welchen Worten wir es erkennen: „Die Bürgermeisterin (Quelle) sagte (zuschreibendes Wort), die Steuern würden sinken (Inhalt).“
term-source = Quelle
term-source-is = Die Stimme dahinter: eine genannte oder ungenannte Person oder Gruppe, eine Institution, ein Medium, ein Dokument, Daten. „Die Bürgermeisterin“, „ein Beamter“, „ein UN-Bericht“.
term-cue = Zuschreibendes Wort
term-cue-is = Die Worte, die zuschreiben: „sagte“, „laut“, „soll“.
term-content = Inhalt
term-content-is = Was die Quelle gesagt, gedacht, beschlossen oder gewünscht haben soll.
term-quote = Wörtliches Zitat, teils wörtlich, indirekt wiedergegeben
term-quote-is = Wort für Wort in Anführungszeichen; zum Teil; oder in den Worten des Artikels.
term-via = Kette
term-via-is = Wie es auf diese Seite kam: diese Seite, das Medium, auf das sie sich beruft, die Beamtin. Jedes Glied ist ausdrücklich gesagt, aus einer Pauschalquelle übernommen oder nicht gesagt.
term-blanket = Pauschalquelle
term-blanket-is = Ein Satz, der alles Übrige zuschreibt: „Das berichtete die Gazette unter Berufung auf Beamte.“
term-unsourced = Behauptung ohne Quelle
term-unsourced-is = Eine Aussage, die sich prüfen ließe und kein eigenes zuschreibendes Wort hat: „Die Minen werden den Vormarsch aufhalten.“
term-contested = Strittiger Punkt
term-contested-is = Eine Stelle, an der Seiten sich widersprechen oder Regeln berührt sind: wer einem Vertrag angehört, Gefahr für Zivilisten, Zahlen, die einander ausschließen.

# Fassungen eines Artikels
newer-version = Das sieht nach einer neueren Fassung von „{ $title }“ aus, behalten { $when }.
days-ago = { $days ->
        [0] heute
        [one] gestern
       *[other] vor { $days } Tagen
    }
version-compare = Vergleichen
version-apart = Getrennt lassen
version-title = Eine neue Fassung
version-of = Verglichen mit „{ $title }“, behalten { $when }.
version-exact = { $count ->
        [one] 1 Notiz oder Entscheidung steht auf denselben Worten.
       *[other] { $count } Notizen und Entscheidungen stehen auf denselben Worten.
    }
version-changed = { $count ->
        [one] 1 steht auf Worten, die sich geändert haben; der Unterschied wird daneben gezeigt.
       *[other] { $count } stehen auf Worten, die sich geändert haben; der Unterschied wird jeweils daneben gezeigt.
    }
version-lost = { $count ->
        [one] 1 hat ihren Platz verloren. Sie wartet unter „Notizen“, bis Sie ihr einen geben.
       *[other] { $count } haben ihren Platz verloren. Sie warten unter „Notizen“, bis Sie ihnen einen geben.
    }
version-no-notes = Auf der älteren gibt es keine Notizen und keine Entscheidungen.
version-hint = Beim Übertragen kommen Kopien auf diese Fassung. Die ältere bleibt, wie sie ist, mit ihren eigenen.
version-known = Diese Fassung folgt schon auf jene; deren Notizen wurden übertragen.
version-carry = Übertragen
version-difference = Was sich geändert hat
version-same-words = Beide haben dieselben Worte.
version-same = Das ist derselbe Text, auf den Buchstaben; es gibt nichts zu vergleichen.
version-missing = Die ältere Fassung war nicht aus dem Speicher dieses Browsers zu lesen. Laden Sie die Seite neu und versuchen Sie es noch einmal.
version-number = { $number }. { $title }
version-kept = behalten { $when }
version-open = jetzt offen
version-compare-number = Mit Fassung { $number } vergleichen
versions = Fassungen
versions-one = Nur diese Fassung wird behalten. Öffnen Sie einen neueren Text davon, und Ihre Notizen gehen mit.
new-version-title = Eine neue Fassung öffnen
new-version-hint = Der neue Text von „{ $title }“. Er wird mit dem offenen verglichen, und Ihre Notizen werden übertragen.
library-superseded = eine frühere Fassung

# Was eine neue Fassung unter Notizen geändert hat
changed-decisions = { $count ->
        [one] 1 Entscheidung auf Worten, die sich geändert haben
       *[other] { $count } Entscheidungen auf Worten, die sich geändert haben
    }
changed-words = Die Worte haben sich in dieser Fassung geändert:
changed-agree = Stimmt weiterhin
changed-show = Im Text zeigen
tray = { $count ->
        [one] 1 Notiz oder Entscheidung hat ihren Platz verloren
       *[other] { $count } Notizen und Entscheidungen haben ihren Platz verloren
    }
tray-hint = Ihre Worte stehen nicht in dieser Fassung, oder an mehreren Stellen. Wählen Sie die Worte aus, zu denen sie gehören, und dann „Anheften“, oder löschen Sie sie. Rückgängig bringt sie zurück.
tray-candidates = Vielleicht gehört sie hierher:
tray-show = Stelle { $number } zeigen
tray-attach = An die Auswahl anheften
tray-attach-here = Hier anheften
tray-attach-here-number = Hier anheften, Stelle { $number }
tray-bin = Löschen
tray-empty-note = Eine Hervorhebung ohne Worte.
tray-verdict = Sie haben { $kind } { $verdict } ({ $tag }).
tray-audit = Was Sie zu einem Punkt der Prüfung gesagt haben ({ $kind }).
tray-voice = Was Sie zur Stimme „{ $name }“ gesagt haben.
decision-accepted = angenommen
decision-rejected = verworfen
decision-edited = geändert
decision-added = hinzugefügt
finding-attribution = eine Zuschreibung
finding-unsourced = eine Behauptung ohne Quelle
finding-controversy = einen strittigen Punkt

# Der Ordner für Sicherungen
backup-in-folder = „{ $name }“ liegt im Ordner „{ $folder }“.
backup-not-in-folder = Ihr Browser ließ die Datei nicht in den Ordner „{ $folder }“, also wurde „{ $name }“ stattdessen heruntergeladen.
backup-folder-none = Sicherungen werden heruntergeladen. Sie können dafür stattdessen einen Ordner wählen, etwa einen, der von selbst anderswohin kopiert wird.
backup-folder-chosen = Sicherungen kommen in den Ordner „{ $folder }“. Ihr Browser fragt Sie vielleicht jedes Mal.
backup-folder-choose = Einen Ordner für Sicherungen wählen
backup-folder-forget = Wieder herunterladen

# Caret, copying
