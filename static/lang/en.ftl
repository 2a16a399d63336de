# The interface in English. Ids are grouped as the screen is; the words of taxonomy.json come last.

app-name = Sourcelight
skip-to-article = Skip to the article

# Top bar
open = Open
undo = Undo
redo = Redo
machine-marks = Machine’s marks
help = Help
saved = Saved in this browser
saving = Saving…
save-failed = Could not save. Trying again; keep this tab open.
unkept = Not saved: this browser gives no storage

# Notices
dismiss = Got it
rescue = Get at your notes without the app
notice-records-unreadable =
    { $count ->
        [one] One stored note or decision could not be read. It is left as it is.
       *[other] { $count } stored notes or decisions could not be read. They are left as they are.
    }
notice-storage-blocked = This browser gives no storage (a private window, or blocked in its settings). You can read and annotate, but what you make is gone when you close this tab.
notice-engine-failed = The engine that finds sources could not be run here. You can still read and write notes.
notice-nothing-to-open = There was no text in that. Paste the article’s text, or pick a text file.
notice-too-large = That is more than { $megabytes } MB of text, far longer than one article. Open a single article.
notice-unreadable = That could not be read as text. Copy the article’s text and paste it instead.
notice-kept-article-unreadable = The article you had open could not be read from this browser’s storage. It is left as it is; the sample stands here instead.

# The article
opening = Opening…
reading = Reading for sources…
facts = What this story rests on
facts-failed = Not read for sources. You can still write notes.
fact-attributions =
    { $count ->
        [one] 1 attribution
       *[other] { $count } attributions
    }
fact-named-people =
    { $count ->
        [one] 1 named person speaks
       *[other] { $count } named people speak
    }
fact-unsourced =
    { $count ->
        [one] 1 claim without a source
       *[other] { $count } claims without a source
    }
fact-under-blanket = , { $count } of them under a blanket
fact-chain = chain of { $count }
fact-contested =
    { $count ->
        [one] 1 contested point
       *[other] { $count } contested points
    }
outlet-not-stated = Outlet not stated
date-not-stated = date not stated
boilerplate = { $title } ({ $count ->
        [one] 1 line
       *[other] { $count } lines
    }, not part of the article)

# Outline
outline = Outline
strip = { $sourced } % sourced, { $blanket } % under a blanket only, { $unsourced } % without a source
voices-by-words = Voices by words
no-voices = No voice was found.
per-cent = { $share } %
show = Show
show-extended = Decisions, attitudes, documents
legend = What the marks mean
legend-source = who says it
legend-cue = the words that attribute
legend-content = what is said
legend-direct = quoted word for word
legend-unsourced = claim without a source
legend-blanket = covered by a blanket only
legend-controversy = contested
legend-note = your note

# Side panel
panel = Findings and notes
sheet-half = Raise the panel
sheet-full = Raise the panel to the top
sheet-peek = Lower the panel
tab-claims = Claims
tab-sources = Sources
tab-controversy = Controversy
tab-checks = Checks
tab-notes = Notes
no-claims = No attribution and no claim without a source was found.
no-controversy = No contested point was found.
no-checks = Nothing to ask.
no-notes = No notes yet. Select a passage and press N, or choose Note.
rejected =
    { $count ->
        [one] 1 rejected
       *[other] { $count } rejected
    }
earlier-items = Show the { $count } before
later-items = Show the next of { $count } more
accept = Accept
reject = Reject
note = Note
edit = Edit
delete = Delete
nobody = Nobody is named
without-source = Without a source
only-under-blanket = Covered only by a blanket attribution of the whole story.
cue-and-quote = “{ $cue }” · { $quote } · { $class }
via = via { $carriers }
carrier = { $name } ({ $basis })
because = { $why } · { $sureness }
sure = sure
fairly-sure = fairly sure
unsure = unsure
unnamed-with-reason = unnamed, and the article says why
unnamed-without-reason = unnamed, and the article does not say why
voice-carries =
    { $count ->
        [0] Carries nothing itself.
        [one] Carries 1 passage, { $share } % of the attributed words.
       *[other] Carries { $count } passages, { $share } % of the attributed words.
    }
this-page = this page
side = { $name }: { $stance }
voiced-by-nobody = In the article’s own voice.

# Notes
selection = Selection
note-form = Write a note
save-note = Save note
cancel = Cancel

# Open
open-title = Open an article
close = Close
paste-label = The article’s text
paste-hint = Paste the whole article: headline first, then its paragraphs.
open-text = Open text
pick-file = Pick a text file
open-sample = Open the sample
kept-articles = Kept in this browser
stays-local = Nothing leaves this browser. What you open is kept in it, with your notes.

# Help
help-intro = Sourcelight marks who said what, what nobody is named for, and where a story is contested. The machine only suggests, and it is often wrong: accept what is right, reject what is not. It never says what is true.
keys = Keys
help-local-title = What stays local
help-local = Everything. There is no server and no account: articles, notes and decisions are kept in this browser’s own storage and go nowhere. Clearing the browser’s data for this site removes them.

# taxonomy.json
source-type-named-individual = Named person
source-type-unnamed-individual = Unnamed person
source-type-named-group = Named people
source-type-unnamed-group = Unnamed people
source-type-institution = Institution
source-type-media = Media
source-type-document = Document
source-type-data = Data
source-type-unstated = Nobody stated
source-type-author = The writer
channel-interview-or-told-outlet = told a journalist
channel-statement-or-press-release = statement or press release
channel-public-speech = public speech
channel-published-work-or-press-report = published work or press report
channel-social-or-message = social media or message
channel-law-order-treaty-policy = law, order, treaty or policy
channel-court = court
channel-vote-or-poll = vote or poll
channel-data-or-price = data or price
channel-direct-observation = seen by the reporter
channel-declined-comment = declined to comment
channel-leak-or-private-communication = leak or private communication
channel-unknown = channel not stated
quote-direct = quoted
quote-mixed = partly quoted
quote-indirect = reported
class-statement = statement
class-belief = belief
class-decision = decision
class-commitment = commitment
class-desire = wish
class-fear = fear
class-attitude = attitude
class-expectation = expectation
class-rule = rule
tier-core = core
tier-extended = extended
tier-document = document
basis-explicit = said so
basis-inherited = from the blanket
basis-implicit = not said
claim-event = event
claim-number-or-statistic = number
claim-causal = cause
claim-prediction = forecast
claim-assessment = assessment
claim-evaluation = evaluation
claim-allegation = allegation
claim-legal = law
claim-technical = technical
claim-quotation = quotation
topic-treaty-status = treaty status
topic-legality = legality
topic-civilian-risk = civilian risk
topic-casualty-dispute = casualty dispute
topic-figure-conflict = figures conflict
topic-conflicting-accounts = conflicting accounts
topic-anonymous-decisive = rests on unnamed
topic-escalation-risk = escalation risk
topic-policy-reversal = policy reversal
topic-internal-dissent = internal dissent
topic-forecast-as-fact = forecast as fact
topic-missing-response = no reply
topic-loaded-wording = loaded wording
topic-custom = your topic
risk-harm-asserted = harm asserted
risk-risk-asserted = risk asserted
risk-mitigation-claimed = mitigation claimed
stance-for = for
stance-against = against
stance-raises = raises it
stance-neutral = neutral
check-figures-disagree = Figures disagree
check-does-not-follow = Does it follow?
check-unclear-referent = Who or what is meant?
check-plural-for-one-source = One source or several?
check-hidden-anonymity = Anonymity behind a carrier
check-anonymity-without-reason = Unnamed without a reason
check-single-source = A single source
check-missing-response = No reply
check-term-mismatch = Is that the right term?
check-forecast-as-fact = A forecast told as fact
check-register = What the register says

# The source card
voice-named = Named
voice-is-named = yes
voice-introduced = Introduced as
voice-described = Described by
voice-channel = Channel
voice-via = Way here
voice-passages =
    { $count ->
        [one] The passage it carries
       *[other] The { $count } passages it carries
    }
silent-voices =
    { $count ->
        [one] 1 more is named and carries nothing itself
       *[other] { $count } more are named and carry nothing themselves
    }
more-passages = … and { $count } more, lit in the text while it is in focus.
maybe-same-voice = Maybe the same voice?
merge-with = Merge with “{ $name }”
merged-from = Counted with it: “{ $name }”
split-off = Split off “{ $name }”
imvain =
    { $count ->
        [0] Five questions to ask of it
       *[other] Five questions to ask of it, { $count } answered by you
    }
described-none = nothing
described-role = its role
described-role-agency = its role and agency
described-role-agency-knowledge = its role, agency and how it knows
question-independent = Independent?
question-multiple = Others say it too?
question-verifies = Shows evidence?
question-authoritative = In a position to know?
question-named = Named?
answer-yes = Yes
answer-no = No
answer-unclear = Unclear
clue-silent = The text does not tell. What do you find?
clue-takes-side = It takes a side: { $topic }.
clue-alone = It is the only voice whose words the article carries.
clue-others =
    { $count ->
        [one] One other voice speaks. Does it say the same?
       *[other] { $count } other voices speak. Does one of them say the same?
    }
clue-can-be-looked-up = It came by { $channel }, so it can be looked up.
clue-is-evidence = It is a document or a figure itself: look at it.
clue-office-given = The article says what it is.
clue-knowledge-given = The article says what it is and how it knows.
clue-not-described = The article says neither what it is nor how it knows.
clue-named = The article names it.
clue-unnamed-with-reason = It is not named; the article says why.
clue-unnamed-without-reason = It is not named, and the article does not say why.

# Drawings
at-a-glance = Sourcing at a glance
how-it-got-here = How it got here
more-voices = { $count } more voices
chain-node =
    { $count ->
        [0] { $name }, link { $basis }, carries only what others say
        [one] { $name }, link { $basis }, 1 passage
       *[other] { $name }, link { $basis }, { $count } passages
    }
as-a-table = As a table
save-svg = SVG file of “{ $name }”
save-png = PNG file of “{ $name }”
column-way = From this page to the voice
column-link = Weakest link
column-passages = Passages
column-kind = Kind of voice
column-voices = Voices
column-share = Share
column-coverage = What covers it
column-sentences = Sentences
what-covers-the-text = What covers the text, from start to end
covers-share = { $state }: { $share } %
coverage-in-sentence = a source in the sentence
coverage-continuation = the voice before goes on
coverage-blanket = a blanket only
coverage-none = no source

# Search and filters
search = Search
search-field = Search text, voices, tags, notes
close-search = Close search
search-results = Search results
hits =
    { $count ->
        [one] 1 place
       *[other] { $count } places
    }
no-hits = Nothing here has “{ $words }”. Try fewer or other words.
hit-text = in the text
hit-voice = a voice
hit-tag = a tag
hit-note = your note
filter = Filter
filter-kind = Kind
filter-topic = Topic
filter-naming = Voice
filter-status = Status
filter-attributions = Attributions
filter-unsourced = Without a source
filter-contested = Contested
filter-named = Named
filter-unnamed = Unnamed
filter-suggested = Suggested
filter-accepted = Accepted
filter-rejected = Rejected
filters-set = Filters that are set
filter-off = Take the filter “{ $name }” off
filters-off = All off
no-filtered = Nothing here passes the filters.
own-marks = Your own marks

# Callouts
callout-who-says = Who says it.
callout-who-says-text = “{ $words }” is underlined: a voice. Beside it, dotted, the words that attribute; shaded, what is said.
callout-how-it-got-here = How it got here.
callout-how-it-got-here-text = “{ $words }” reaches this page through others. The Sources tab draws the way.
callout-nobody-named = Nobody is named for this.
callout-nobody-named-text = A wavy line marks a claim that can be checked and has no source of its own.
callout-open-your-own = Open your own.
callout-open-your-own-text = Paste a story or pick a file: it is read here and stays in this browser.
open-an-article = Open an article
dismiss-callout = Got it: { $name }
callouts-again = Show the first steps again

# Commands, keys, settings
commands = Commands
palette-field = What do you want to do?
no-command = No command has “{ $words }” in its name.
settings = Settings
keys-intro = Every key can be changed or switched off. Press a key’s button, then the new key. A key that had another use loses it.
single-keys-off = Switch all single keys off
keys-reset = As at first
no-key = no key
press-a-key = Press a key…
press-a-key-for = Press a key… for “{ $name }”
change-key = Change the key for “{ $name }”, now { $key }
key-off = Off
key-off-for = Off: the key for “{ $name }”
change-keys = Change the keys
command-group-move = Moving
command-group-judge = Judging and noting
command-group-show = Showing
command-group-find = Finding
command-group-page = The page
command-next = Next finding
command-previous = Previous finding
command-next-unsourced = Next claim without a source
command-back = Back to the text
command-accept = Accept the finding in focus, or take that back
command-reject = Reject the finding in focus, or take that back
command-note = Write a note on the selection or the finding in focus
command-voice = Go to the voice in focus, to merge or split it
command-undo = Undo
command-redo = Redo
command-machine-marks = Hide or show the machine’s marks
command-own-marks = Hide or show your own marks
command-extended = Show or hide decisions, attitudes, documents
command-glance = Sourcing at a glance
command-claims = Go to Claims
command-sources = Go to Sources
command-controversy = Go to Controversy
command-checks = Go to Checks
command-notes = Go to Notes
command-search = Search
command-filter = Filter the findings
command-clear-filters = Take all filters off
command-palette = All commands
command-open = Open an article
command-settings = Settings
command-help = Help
command-callouts = Show the first steps again
