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

# Audit
modes = Mode
mode-read = Read
mode-audit = Audit
audit = Audit
audit-tab = To see to
desk-tab = For the desk
audit-unsourced = Claims without a source
audit-single-source = Resting on one source
audit-anonymous = Unnamed without a reason
audit-hidden-chain = Chains not shown
audit-missing-reply = No reply
audit-figures = Figures and treaties
audit-wording = Wording
audit-none = Nothing was found that has to be seen to.
audit-progress = { $done } of { $all } seen to
audit-counts = { $stand } accepted · { $dismissed } dismissed · { $asked } for the desk
audit-done-of = { $done } of { $all }
audit-next = Next
audit-all-done = All has been seen to.
audit-dismiss = Dismiss
audit-ask = Ask the desk
audit-asked = For the desk:
audit-asked-said = On the list for the desk.
audit-unasked-said = Taken off the list for the desk.
audit-open = open
audit-stands = accepted
audit-dismissed = dismissed
audit-with-desk = with the desk
audit-more =
    { $count ->
        [one] and 1 more place
       *[other] and { $count } more places
    }
audit-why-voice =
    { $count ->
        [one] Not named, and the article does not say why.
       *[other] Not named, and the article does not say why. Speaks in { $count } places.
    }
audit-why-chain =
    { $count ->
        [one] This came by way of { $carriers }, and its sentence does not say so.
       *[other] { $count } statements came by way of { $carriers }, and their sentences do not say so.
    }
audit-why-word = You put this down; the engine no longer finds it.
audit-note-hint = The audit note lists all of this with what you decided, your notes and the questions for the desk.
audit-note-copy = Copy audit note
audit-note-save = Save audit note
ask-claim = Who says so? The text names nobody for this.
ask-blanket-claim = Does this come from the source named for the whole story? Nobody is named here.
ask-single-source = Is there a second source for this?
ask-reply = Was the accused party asked, and what did they say?
ask-figures = Which figure is right, and as of when?
ask-anything = Can this be checked?
ask-voice = Who is “{ $name }”, how do they know, and can we say why they are not named?
ask-chain = This reached us by way of { $carriers }. Has anyone seen the original, and should the sentence say so?
desk-none = Nothing is asked yet. Choose “Ask the desk” on an item, and its question stands here.
desk-hint = Put the questions in your own words. They go out as one message, with quote, title and address.
desk-question = Question for the desk
desk-remove = Remove
desk-copy = Copy as one message
desk-save = Save as a file
desk-copied = The questions are on the clipboard.
desk-file = questions-for-the-desk
desk-heading = Questions for the desk

# Sets of marks
set-count =
    { $count ->
        [one] 1 mark
       *[other] { $count } marks
    }
sets-compare = Compare sets
sets-compared = Two sets compared
set-first = First set
set-second = Second set
sets-both = In both ({ $count })
sets-only = Only in “{ $name }” ({ $count })
sets-none = None.
sets-agree = Two marks count as the same where they share at least half of what they cover.
compare-close = Back to the lists
set-note = note

# Two articles side by side
stories = Two articles on one story
stories-open = Put another beside the open one
stories-intro = Choose a second kept article. Who speaks in which, what they count otherwise, and what stands in both word for word is compared here, on this device.
stories-no-article = Open an article first.
stories-none = Nothing else is kept yet. Open the other article once, then come back here.
stories-second = The other article
stories-choose = Choose…
stories-failed = That article could not be read. Open it by itself to see why.
stories-what = What
stories-voices = Voices: { $both } in both, of { $count }
stories-no-voices = Nobody speaks in either.
stories-silent = Does not speak here.
stories-figures = Other figures for what seems to be one thing ({ $count })
stories-no-figures = No figure was found that the other article has otherwise. Numbers written in words are not compared.
stories-shared = Word for word in both ({ $count }, { $words } words)
stories-no-shared = No run of eight words or more stands in both.
stories-shared-hint = The same words in a row are seldom chance: one article may have them from the other, or both from a third.
stories-words = { $count } words

# Copying with the source
copy-with-source = Copy with source
copy-short = Copy
copied-passage = “{ $passage }”
copied-by = — { $voices }
copied-via = — { $voices }, via { $carriers }
copied-by-nobody = — no source is given in the article
copied-title = “{ $title }”
copied-with-source = Copied with its source.

# Caret mode
caret-on = Caret mode. Arrows move, Ctrl with arrows moves by words, Shift selects, Enter goes to what can be done with the selection, Esc leaves.
caret-off = Caret mode is off.
caret-article = Article, caret mode
caret-selected = Selected: { $words }
caret-space = space

# The article
opening = Opening…
reading = Reading for sources…
facts = What this story rests on
facts-failed = Not read for sources. You can still write notes.
facts-unread-language = This article is in { $language }, which the engine does not know: nothing is marked by machine. Mark and note by hand; if the language is wrong, correct it in the details.
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
draft-kept = Not saved as a note yet. It is kept as you type.
cancel = Cancel

# Open
open-title = Open an article
close = Close
paste-label = The article’s text
paste-hint = Paste the whole article: headline first, then its paragraphs.
open-text = Open text
open-sample = Open the sample
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
filter-edited = Changed by me
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
command-next-open = Next thing in the audit that is open
command-caret = Caret mode: move through the text with the arrows
command-back = Back to the text
command-accept = Accept the finding in focus, or take that back
command-reject = Reject the finding in focus, or take that back
command-note = Write a note on the selection or the finding in focus
command-ask-desk = Ask the desk about what is in focus, or take that back
command-copy-source = Copy the selection, or what is in focus, with its source
command-voice = Go to the voice in focus, to merge or split it
command-set-source = The selection is the source
command-set-cue = The selection is the cue
command-set-content = The selection is the content
command-start-back = Begin one word earlier
command-start-on = Begin one word later
command-end-back = End one word earlier
command-end-on = End one word later
command-attach = The lost note in focus belongs to the selection
command-undo = Undo
command-redo = Redo
command-audit = Audit: what has to be seen to; or back to reading
command-desk = Questions for the desk
command-machine-marks = Hide or show the machine’s marks
command-own-marks = Hide or show your own marks
command-compare-sets = Compare two sets of marks, or no more
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
command-new-version = Open a new version of this article
command-versions = The versions of this article
command-library = The library of kept articles
command-stories = Put a second kept article beside this one
command-details = Correct the article’s details
command-export = Hand the article on: save, copy, print
command-settings = Settings
command-help = Help
command-callouts = Show the first steps again
# Opening: ways in
pick-files = Pick files
files-hint = Text, Markdown, web pages, mail, Word, OpenDocument, EPUB, PDF and web archives; several at once go into your library. You can also drop files anywhere on the page, or paste with no field chosen.
paste-formatted = Pasted with its headline, paragraphs and links.
address-label = Address of an article
address-open = Fetch
address-hint = Your browser asks that site for the page, as if you had opened it, without your cookies. Many sites refuse; the bookmarklet or a saved page then works.
fetching = Asking { $name } for the page…
reading-file = Reading { $name }…
reading-page = Reading the page…
place-of = ({ $place } of { $count })
progress = Progress
stop = Stop
drop-here = Drop to open
to-bookmarklet = Use the bookmarklet
to-open = Paste or pick a saved page
untitled = Untitled
copy = Copy
copied = Copied
restore = Put back
parts = Which article?
parts-hint = { $count ->
        [one] The file holds 1 article.
       *[other] The file holds { $count } articles. The main one is open behind this list.
    }

# Opening: your own proxy
proxy = When a site refuses: your own proxy
proxy-warning = A proxy fetches pages for you where a site refuses. It sees every address you fetch through it, and the page it sends could be changed. Use only one that you run or trust. It is asked only after the site itself has refused.
proxy-label = The proxy’s address, with {"{"}url{"}"} where the page’s address belongs
proxy-keep = Keep
proxy-none = No proxy is used.
proxy-used = In use: { $proxy }

# Opening: what comes from outside
offer = Open this article?
offer-handed = Handed over by the bookmarklet from { $origin }.
offer-in-link = Inside the link you followed. It says that it comes from { $host }; nobody has checked that.
offer-in-link-from-nowhere = Inside the link you followed. It does not say where it comes from.
offer-address = The link you followed asks to fetch this page. Your browser would then contact { $host }, which learns your network address.
offer-safe = Only text is taken. Scripts, pictures and forms of the page are never run or shown.
offer-open = Open
offer-leave = Leave it

# Opening: the bookmarklet
bookmarklet = The bookmarklet
bookmarklet-name = Open in Sourcelight
bookmarklet-what = A bookmark that hands the page you are reading to Sourcelight, also where a site lets nobody fetch it and where you are signed in.
bookmarklet-drag = Drag this to your bookmarks bar:
bookmarklet-use = On any article, click the bookmark. Sourcelight opens, shows where the page comes from, and asks before it takes it.
bookmarklet-by-hand = Without dragging
bookmarklet-by-hand-how = Make a new bookmark in your browser, name it as you like, and put this in the place of its address.
bookmarklet-code = The bookmarklet’s code
bookmarklet-missing = The bookmarklet could not be loaded. Check your connection, close this and open it again; pasting and saved pages work without it.
bookmarklet-safe = It sends the page to this app only ({ $address }), in your browser. Scripts, forms and what you typed are taken out first.

# Library
library = Library
library-search = Search titles and outlets
library-by = Sort by
library-by-opened = last opened first
library-by-title = title
library-by-outlet = outlet
library-by-notes = most notes
library-count = { $count ->
        [one] 1 article is kept in this browser.
       *[other] { $count } articles are kept in this browser.
    }
library-found = { $found } of { $all } articles.
library-empty = Nothing is kept yet. What you open is kept here with your notes.
library-none-found = No title and no outlet has these words. Try fewer of them.
library-unreadable = The library could not be read from this browser’s storage. Close other tabs of this site and reload the page.
library-notes = { $count ->
        [0] no notes
        [one] 1 note or decision
       *[other] { $count } notes and decisions
    }
library-delete = Delete “{ $title }”
library-restore = Put “{ $title }” back
library-binned = “{ $title }” is in the bin, with its notes.
library-bin = { $count ->
        [one] Bin: 1 article
       *[other] Bin: { $count } articles
    }
library-used = { $used } MB in use of { $quota } MB that this browser gives.

# Corrections
details = Article details
details-draft = What you had typed here and not saved stands in the fields again.
details-as-it-was = As it was before
details-correct = Details
details-title = Title
details-byline = Byline
details-published = Published on
details-outlet = Outlet
details-url = Address
details-language = Language (en, de, pt-BR)
details-save = Save
details-hint = The text itself stays as it was opened, and so do your notes and decisions. Undo takes a correction back.
details-no-url = This is no web address. It begins with https:// or http://; leave it empty if there is none.
details-no-language = This is no language tag. Examples: en, de, pt-BR.
blocks = { $count ->
        [one] What its 1 block is
       *[other] What its { $count } blocks are
    }
blocks-hint = A block of boilerplate is not part of the article and is not read for sources.
blocks-differ = Several kinds
boilerplate-is-story = This is part of the article
block-kind = Kind of block: { $name }
block-kind-paragraph = Paragraph
block-kind-headline = Headline
block-kind-byline = Byline
block-kind-standfirst = Standfirst
block-kind-subhead = Subheading
block-kind-quote = Quotation
block-kind-list-item = List item
block-kind-caption = Caption
block-kind-table = Table
block-kind-boilerplate = Boilerplate

# Opening: what went wrong, and what to do next
open-error-file-gone = The browser could not read this file; it may have been moved or deleted. Pick it again.
open-error-broken = This could not be read: the reader for it broke. Nothing you had is lost. Copy the article’s text and paste it instead.
open-error-no-worker = The part that reads pages and files could not be loaded. Check your connection, reload this page and try again; plain text opens without it.
open-error-slow = Reading this took too long and was stopped. Copy the article’s text and paste it instead.
open-error-import = What came with the link or the bookmarklet could not be read. Go back to the article and click the bookmarklet again, or paste the article’s text.
open-error-no-address = That is no web address that can be fetched. It looks like https://example.org/story.
open-error-site-closed = { $site } does not let other sites read its pages, or could not be reached. Open the article in a tab of its own and click the bookmarklet there, save the page and drop the file here, or copy its text and paste it.
open-error-site-status = { $site } answered with the error { $status }. Check the address; if the page opens in a tab of its own, click the bookmarklet there or paste its text.
open-error-proxy = Neither { $site } nor your proxy { $proxy } gave the page. Open the article in a tab of its own and click the bookmarklet there, or paste its text.
open-error-not-kept = This was read, but this browser did not keep it. Open it by itself.
open-error-text-too-long = That is more than { $megabytes } MB of text, far longer than one article. Open a single article.
open-several-kept = { $kept ->
        [0] No file could be opened.
        [one] 1 file is in your library{ $failed ->
            [0] .
            [one] ; 1 file could not be opened.
           *[other] ; { $failed } files could not be opened.
        }
       *[other] { $kept } files are in your library{ $failed ->
            [0] .
            [one] ; 1 file could not be opened.
           *[other] ; { $failed } files could not be opened.
        }
    }
open-error-empty = The file is empty. Save or download it once more, and open the new copy.
open-error-file-too-large = This is larger than { $megabytes } MB, more than any article. Save the article alone, or copy its text and paste it instead.
open-error-page-too-large = This page is far larger than any article. Copy the article’s text and paste it instead.
open-error-too-deep = This page is nested deeper than any article. Copy the article’s text and paste it instead.
open-error-no-article = No article was found in this page. Select the article’s text, copy it, and paste it instead.
open-error-unknown = This file is of no kind that can be opened. Text, Markdown, web pages, mail, Word (.docx), OpenDocument (.odt), RTF, EPUB, PDF and web archives can; or paste the article’s text.
open-error-password = This is { $format }, protected by a password. Open it in the program it was made with, save a copy without the password, and open that copy.
open-error-copy-protected = This EPUB book is copy-protected, and only its shop’s reader opens it. Copy the passage you need and paste it instead.
open-error-scan = This PDF is a scan: it holds pictures of pages and no text. Run it through text recognition (OCR) first, or type the passage in and paste it.
open-error-damaged = This is { $format } that is damaged or breaks off before its end. Save or download it once more, and open the new copy.
open-error-unreasonable = This is { $format } that unpacks to far more than any article needs, so it was not opened. If you trust it, open it in another program, copy the text and paste it instead.
open-error-no-text = This is { $format }, and no text was found in it. Open it in another program to see what is in it; if you see the article there, copy its text and paste it.
open-error-media = This is { $what }, not a text. Open the page or document that tells the story, or paste its text.
open-error-unsupported = This is { $what }, which cannot be opened here. { $instead }
open-error-no-such-part = That article is not in the file any more. Open the file again and choose from the list.

# Opening: what the reader should know of a reading
open-note-check-pdf = Read from a PDF, which knows letters and no paragraphs: please check the text before you work with it.
open-note-pages = Only the first { $read } of { $all } pages were read.
open-note-unreadable-letters = { $count ->
        [one] 1 letter could not be read, because the PDF does not say what it is: compare the text with the page.
       *[other] { $count } letters could not be read, because the PDF does not say what they are: compare the text with the page.
    }
open-note-attachments = { $count ->
        [one] 1 attachment was left out: { $names }.
       *[other] { $count } attachments were left out: { $names }.
    }
open-note-comments = { $count ->
        [one] 1 comment in the margin was left out.
       *[other] { $count } comments in the margin were left out.
    }
open-note-tracked-changes = The document has changes that are not accepted yet: what they add was read, what they delete was left out.
open-note-hidden-text = Hidden text was left out.
open-note-notes-at-end = { $count ->
        [one] 1 footnote stands at the end of the text.
       *[other] { $count } footnotes stand at the end of the text.
    }
open-note-charset = The file does not say how its letters are written; { $charset } was taken. If they look wrong, save it as UTF-8 and open it again.
open-note-letters-lost = Some letters could not be read and are shown as �.
open-note-several = The file holds { $count } articles: choose from the list.
open-note-incomplete = The file is damaged or breaks off: what could be read is here.
open-note-plain-mail = The mail’s plain text was read, because its formatted page is no article.

# Formats, for a sentence
format-text = a text
format-markdown = a Markdown text
format-html = a web page
format-mhtml = a saved page (MHTML)
format-mail = an e-mail
format-mailbox = a mailbox
format-docx = a Word document
format-odt = an OpenDocument text
format-rtf = an RTF document
format-epub = an EPUB book
format-pdf = a PDF
format-warc = a web archive (WARC)
format-wacz = a web archive (WACZ)
format-sourcelight = a Sourcelight file

## Treaties

treaties = Treaties
treaty-state = Standing
treaty-opened = Opened
treaty-in-force = In force
treaty-depositary = Kept by
treaty-unsourced = (not checked against a source)
treaty-figure-as-of = as of { $date }
treaty-derived = worked out, not published
treaty-disputed = other lists have { $count }
treaty-undated = The article has no date, so the register was asked as of today ({ $date }).
treaty-give-date = Give the article’s date
treaty-sources = { $count ->
    [one] One source
   *[other] { $count } sources
    }
treaty-counted-parties = Parties
treaty-counted-signed = Signed by
treaty-counted-only-signed = Signed, not party
verdict-agrees = The register agrees
verdict-loose = Loose wording
verdict-out-of-date = Out of date
verdict-contradicts = The register says otherwise
verdict-cannot-say = The register cannot say
severity-3 = the text or the register says otherwise

## What the reader adds

add-unsourced = No source
add-contested = Contested…
add-source = Source
add-cue = Cue
add-content = Content
edit-label = What it is
edit-edges = Edges
edge-start-back = Begin one word earlier
edge-start-on = Begin one word later
edge-end-back = End one word earlier
edge-end-on = End one word later

## Topics

topics = Contested topics
topics-intro = What is switched off is not looked for in any article.
own-topics = Topics of your own
own-topics-intro = A list to write, and to share as a file: “topic:” and a name, then lines of “find:” with words or patterns (a|b are alternatives, ..4 leaves up to four words between), and “not:” for what keeps a sentence out.
own-topics-example = topic: Port deal
    find: harbour|port ..4 sold
    not: port wine
own-topics-keep = Use this list
own-topics-save = Save as a file
own-topics-open = Take from a file
own-topics-kept = { $count ->
    [0] No topic of your own is looked for.
    [one] One topic of your own is looked for.
   *[other] { $count } topics of your own are looked for.
}

# Handing on
export = Export
export-title = Hand on
export-intro = Files are made on this device. What you rejected is left out of the reports; what you deleted is only in the Sourcelight file, in its bin.
export-save = Save
export-save-as = Save as { $name }
export-copy = Copy
export-copy-as = Copy as { $name }
export-print = Print
export-print-name = Print
export-print-hint = The article with its marks, on paper or as PDF
export-saved = Saved as { $name }.
export-not-saved = The browser did not save the file. Allow downloads for this page, then try again.
export-copied = Copied: { $name }.
export-not-copied = The browser did not let us copy. Save the file instead.
export-now = Export now
exchange-busy = Working …
exchange-broken = This could not be done. Reload the page and try again; if it fails again, please report it.
form-sourcelight = Sourcelight file
form-hint-sourcelight = Everything, to be opened here again by you or someone else
form-html = HTML report
form-hint-html = Opens in any browser, and here again with all its notes
form-word = Word
form-hint-word = The article with comments in the margin
form-markdown = Markdown
form-hint-markdown = An audit note: sources, claims without one, checks, your notes
form-csv = Table (CSV)
form-hint-csv = One row for each finding, check and note
form-w3c = W3C annotations
form-hint-w3c = JSON-LD for other annotation programs
form-hypothesis = Hypothesis
form-hint-hypothesis = Your notes and decisions, for import in Hypothesis
form-schema-org = schema.org
form-hint-schema-org = Quotations and claims as JSON-LD, reviews where you gave a verdict
interface-language = Language of this page
interface-language-browsers = As the browser has it
interface-language-hint = It has nothing to do with the language of the articles. Why the machine found something is said in English.
reader-name = Your name in what you hand on
reader-name-hint = Optional. It stays on this device until you hand something on.

# Taking in
import-title = Taken in
import-format = This was a file of notes ({ $format }).
import-articles = { $count ->
        [one] 1 article is new here.
       *[other] { $count } articles are new here.
    }
import-added = { $count ->
        [one] 1 note or decision is new here.
       *[other] { $count } notes and decisions are new here.
    }
import-updated = { $count ->
        [one] 1 was changed there since you handed it on, and is now as it is there.
       *[other] { $count } were changed there since you handed them on, and are now as they are there.
    }
import-known = { $count ->
        [one] 1 was here already.
       *[other] { $count } were here already.
    }
import-older = { $count ->
        [one] 1 is older than what is here; yours stays.
       *[other] { $count } are older than what is here; yours stay.
    }
import-unplaced = { $count ->
        [one] 1 quotes words that are not in this text of the article. It waits under Notes until you find it a place.
       *[other] { $count } quote words that are not in this text of the article. They wait under Notes until you find them places.
    }
import-machine = { $count ->
        [one] 1 was a suggestion of the machine, which is made anew.
       *[other] { $count } were suggestions of the machine, which are made anew.
    }
import-ahead = The clock of the computer it comes from is ahead by { $hours } hours. Please check its date.
import-nothing = There was nothing in it that is not here already.
import-both = { $count ->
        [one] Changed here and there
       *[other] Changed here and there: { $count }
    }
import-both-hint = Yours stand. Both versions are kept.
import-here = Here:
import-there = There:
import-no-words = (deleted, or without words)
import-take = Take the other version
import-taken = The other version stands now.
import-elsewhere = { $count ->
        [one] 1 note is about another article
       *[other] { $count } notes are about other articles
    }
import-elsewhere-hint = They did not come in. Open the article first, then take the file in again.
import-unread = { $count ->
        [one] 1 item could not be read
       *[other] { $count } items could not be read
    }
import-error-too-large = This file is { $megabytes } MB, more than is read. Export a part of it where it comes from, and take that in.
import-error-not-utf8 = This file is not text in UTF-8. Export it again where it comes from, as JSON in UTF-8.
import-error-not-json = This JSON is not complete (line { $line }); it may be cut off. Download or export it again.
import-error-too-deep = This file is nested deeper than any notes, so it was not read. Export it again where it comes from.
import-error-too-many = This file holds far more than one reader’s notes. Export a part of it, and take that in.
import-error-damaged = This Sourcelight file is damaged or cut off. Download or export it again, and open the new copy.
import-error-bomb = This file unpacks to far more than any notes need, so it was not read. Ask whoever gave it to you to export it again.
import-error-not-ours = This file calls itself a Sourcelight file and is another archive. Check which file you meant.
import-error-later = This file was written by a later version of Sourcelight. Reload this page to get it, then open the file again.
import-error-no-data = This report holds no notes any more. Ask for the Sourcelight file it was made with.
import-error-unknown = This is JSON without notes that are known here (W3C, Hypothesis, Recogito, Sourcelight). Check which file you meant.
import-error-older-model = These notes are in the older Open Annotation model. Export them as W3C Web Annotation where they come from.
import-error-elsewhere = This collection only names where its pages are ({ $address }). Download the pages and open them here.
import-error-nothing-open = No article is open. Open one first.
import-error-no-storage = The browser gives this page no storage, so nothing can be taken in or backed up. Leave private browsing, or allow storage for this page; your open article can still be exported.
import-error-full = There is no room left in the browser’s storage, so nothing of the file was taken in. Free some room, then open it again.
import-error-not-stored = The browser could not store what is in the file; nothing was changed. Try again.

# Backup
backup = Backup
backup-intro = Everything in your library in one Sourcelight file. To bring it back, open the file here: nothing of yours is replaced without a word.
backup-now = Back up now
backup-without = { $count ->
        [one] Saved. 1 damaged record could not be read and is not in it; the rescue page may still show it.
       *[other] Saved. { $count } damaged records could not be read and are not in it; the rescue page may still show them.
    }
notice-backup-due = You have notes that are in no backup, the oldest for { $days } days. They are only in this browser.
notice-storage-full = There is no room left in the browser’s storage. What you changed is still on this page: export it now, before you close the page.

# Versions of an article
newer-version = This looks like a newer version of “{ $title }”, kept { $when }.
days-ago = { $days ->
        [0] today
        [one] yesterday
       *[other] { $days } days ago
    }
version-compare = Compare
version-apart = Keep apart
version-title = A new version
version-of = Compared with “{ $title }”, kept { $when }.
version-exact = { $count ->
        [one] 1 note or decision stands on the same words.
       *[other] { $count } notes and decisions stand on the same words.
    }
version-changed = { $count ->
        [one] 1 stands on words that have changed; the difference is shown beside it.
       *[other] { $count } stand on words that have changed; the difference is shown beside each.
    }
version-lost = { $count ->
        [one] 1 has lost its place. It waits under Notes until you find it one.
       *[other] { $count } have lost their places. They wait under Notes until you find them some.
    }
version-no-notes = There are no notes and no decisions on the older one.
version-hint = Carrying over copies them to this version. The older version stays as it is, with its own.
version-known = This version follows that one already; its notes were carried over.
version-carry = Carry over
version-difference = What changed
version-same-words = Both have the same words.
version-same = This is the same text, to the letter; there is nothing to compare.
version-missing = The older version could not be read from this browser’s storage. Reload the page and try again.
version-number = { $number }. { $title }
version-kept = kept { $when }
version-open = open now
version-compare-number = Compare with version { $number }
versions = Versions
versions-one = Only this version is kept. Open a newer text of it, and your notes go with you.
new-version-title = Open a new version
new-version-hint = The new text of “{ $title }”. It is compared with the one that is open, and your notes are carried to it.
library-superseded = an earlier version

# What a new version changed under notes
changed-decisions = { $count ->
        [one] 1 decision on words that have changed
       *[other] { $count } decisions on words that have changed
    }
changed-words = The words have changed in this version:
changed-agree = Still right
changed-show = Show in the text
tray = { $count ->
        [one] 1 note or decision has lost its place
       *[other] { $count } notes and decisions have lost their places
    }
tray-hint = Their words are not in this version, or in several places. Select the words they belong to and choose Attach, or throw them away. Undo brings them back.
tray-candidates = It may belong here:
tray-show = Show place { $number }
tray-attach = Attach to the selection
tray-attach-here = Attach here
tray-attach-here-number = Attach here, place { $number }
tray-bin = Delete
tray-empty-note = A highlight without words.
tray-verdict = You { $verdict } { $kind } ({ $tag }).
tray-audit = What you said of an audit’s item ({ $kind }).
tray-voice = What you said of the voice “{ $name }”.
decision-accepted = accepted
decision-rejected = rejected
decision-edited = changed
decision-added = added
finding-attribution = an attribution
finding-unsourced = a claim without a source
finding-controversy = a contested point

# The folder for backups
backup-in-folder = “{ $name }” is in the folder “{ $folder }”.
backup-not-in-folder = Your browser did not let the file into the folder “{ $folder }”, so “{ $name }” was saved as a download instead.
backup-folder-none = Backups are saved as downloads. You can choose a folder for them instead, for instance one that is copied elsewhere by itself.
backup-folder-chosen = Backups go into the folder “{ $folder }”. Your browser may ask you each time.
backup-folder-choose = Choose a folder for backups
backup-folder-forget = Use downloads again

# On paper
paper = Sources of this article
paper-opened = Opened on
paper-printed = Printed on
paper-made-with = Marked with
paper-numbers = The numbers in the text lead to these lists: 1 a voice, U1 a claim without a source, C1 a contested point, N1 a note. What a machine suggests is often wrong; it says who said what, never what is true.
paper-number = No.
paper-claim = Claim
paper-claims = Claims without a source
paper-point = Passage
paper-points = Contested points
paper-why = Why
paper-passage = Passage

# What the help says of terms and rules
guide-terms = The words of the field
guide-topics = Contested topics, and what marks them
guide-checks = Checks: questions for you
guide-english = The rules speak for themselves here, in English; square brackets hold what is marked.
guide-matters = Why it matters:
guide-example = Example:
guide-leaves = What it leaves alone:
guide-source = Source:
guide-wrong = What the machine gets wrong
guide-wrong-attributions = On news that people have annotated (PolNeAR, { $documents } articles; the part for development) it finds attributions with an F1 of { $f1 }, and with the right source { $source }; two people agree with each other at { $people } and { $peoplesource }. It knows English only.
guide-wrong-stories = On sixteen stories that nobody opened before, it finds { $found } of what a reader would, names the kind of source right in four of five cases, and follows a chain of outlets right in half.
guide-wrong-contested = Of the contested points it marks there, two of three are right, and it marks a little more than half of those that are there. On stories written for the purpose, in unusual words, half are right, and it finds a third. On { $words } words of stories without any it marked three.
guide-wrong-treaties = The treaty register knows { $treaties } instruments and { $states } states; where it cannot say, it says so.
term-attribution = Attribution
term-attribution-is = Who said what, and by which words we know: “The mayor (source) said (cue) that taxes would fall (content).”
term-source = Source
term-source-is = The voice behind it: a named or unnamed person or group, an institution, a medium, a document, data. “The mayor”, “one official”, “a UN report”.
term-cue = Cue
term-cue-is = The words that attribute: “said”, “according to”, “is believed to”.
term-content = Content
term-content-is = What the source is said to have said, thought, decided or wished.
term-quote = Quoted, partly quoted, reported
term-quote-is = Word for word in quotation marks; partly so; or in the writer’s own words.
term-via = Chain
term-via-is = How it reached this page: this page, the outlet it cites, the official. Each link is said so, taken from a blanket sentence, or not said.
term-blanket = Blanket
term-blanket-is = One sentence that attributes all the rest: “This was reported by The Gazette, citing officials.”
term-unsourced = Claim without a source
term-unsourced-is = A statement that could be checked and has no cue of its own: “The mines will stop the advance.”
term-contested = Contested point
term-contested-is = A passage on which sides differ or rules bear: who is party to a treaty, danger to civilians, figures that exclude each other.
