"""Writes crates/analysis/data/verbs.txt from a part-of-speech lexicon.

usage: verbs.py en-lexicon.txt > ../../crates/analysis/data/verbs.txt

The lexicon is Brill's (MIT), as `pip download textblob` carries it: `word TAG` a line. Only the list
of verbs, and whether a form is more often a noun or an adjective, is taken from it.
"""
import re, sys

IRREGULAR = """be was been|become became become|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|misunderstand misunderstood misunderstood|overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|plead pled pled|prove proved proven|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|undertake undertook undertaken|uphold upheld upheld|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written|rewrite rewrote rewritten|retell retold retold|foretell foretold foretold|rethink rethought rethought|bear bore borne|arise arose arisen|awake awoke awoken|beat beat beaten|tweet tweeted tweeted|retweet retweeted retweeted|email emailed emailed"""

irregular = {}
for entry in IRREGULAR.split("|"):
    lemma, past, participle = entry.split()
    irregular[lemma] = (past, participle)

tags = {}
for line in open(sys.argv[1], encoding="utf-8"):
    if line.startswith(";;;") or not line.strip():
        continue
    word, tag = line.split()[:2]
    if re.fullmatch(r"[a-z][a-z-]*[a-z]", word):
        tags[word] = tag.split("|")[0]

def s_form(v):
    if v.endswith(("s", "x", "z", "ch", "sh", "o")): return v + "es"
    if v.endswith("y") and v[-2] not in "aeiou": return v[:-1] + "ies"
    return v + "s"

def doubles(v):
    return bool(re.fullmatch(r".*[^aeiou][aeiou][bdgklmnprt]", v))

def past(v, double):
    if v.endswith("e"): return v + "d"
    if v.endswith("y") and v[-2] not in "aeiou": return v[:-1] + "ied"
    return v + (v[-1] if double else "") + "ed"

def ing(v, double):
    if v.endswith("ie"): return v[:-2] + "ying"
    if v.endswith("e") and not v.endswith(("ee", "oe", "ye")) and v != "be": return v[:-1] + "ing"
    return v + (v[-1] if double else "") + "ing"

VERB = {"VB", "VBP", "VBD", "VBN", "VBG", "VBZ"}
SKIP = {"the", "an", "a", "under", "out", "up", "down", "off", "well", "second", "no", "be", "have", "do", "need", "not", "wanta", "her", "back", "like", "home", "right", "total", "lower", "further"}
out = []
for v, tag in sorted(tags.items()):
    if v in SKIP or "-" in v: continue
    if v in irregular: out.append((v, tag)); continue
    # "stated" is of "state", not of "stat".
    if tag not in ("VB", "VBP") and v + "e" in tags and past(v + "e", False) == past(v, False) and past(v, True) not in tags: continue
    found = 0; doubled = False; acts = False
    for double in ([False, True] if doubles(v) else [False]):
        for form in (past(v, double), ing(v, double)):
            if tags.get(form) in ("VBD", "VBN", "VBG"): found += 1; doubled = doubled or double
            if form.endswith("ed") and tags.get(form) in ("VBD", "VBN"): acts = True
    if tag in ("VB", "VBP") and (found or tags.get(s_form(v)) == "VBZ" or len(v) > 3): out.append((v, tag, doubled))
    elif tag in ("NN", "JJ", "RB") and (found >= 2 or acts): out.append((v, tag, doubled))
for v in irregular:
    if v not in SKIP and v not in [o[0] for o in out]: out.append((v, "VB", False))
print("""# Verbs of news English. One lemma a line; then, where it is not regular, its past and its participle,
# or "+" where the last letter doubles ("plan planned"). Flags: n: the bare form is more often a noun or an
# adjective; s: the form in -s is more often a noun; a: the participle is more often an adjective; g: the
# form in -ing is more often a noun.
# Written by training/cues/verbs.py from Brill's lexicon (MIT licence).""")
for o in sorted(out):
    v, tag = o[0], o[1]
    flags = ""
    if tag not in ("VB", "VBP"): flags += "n"
    if tags.get(s_form(v)) == "NNS": flags += "s"
    doubled = len(o) > 2 and o[2]
    p = past(v, doubled)
    if tags.get(p) == "JJ": flags += "a"
    if tags.get(ing(v, doubled)) in ("NN", "JJ"): flags += "g"
    forms = " ".join(irregular[v]) if v in irregular else ("+" if doubled else "")
    print(" ".join(x for x in (v, forms, "/" + flags if flags else "") if x))
