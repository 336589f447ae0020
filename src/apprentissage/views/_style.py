"""Colours and style sheet of the page and of the timeline.

Every colour stands in the palettes, light and dark; `CONTRASTS` lists the
pairs in which they meet, with the least contrast of WCAG 2.2 AA: 4.5 for
text, 3 for what must be seen.
"""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#ffffff",
    "ink": "#1b2026",
    "muted": "#535c66",
    "rule": "#d3d9df",
    "link": "#0a57a4",
    "bar": "#dbe8f5",
    "bar-edge": "#3d76ad",
    "pay": "#bcd6ee",
    "non-compliant": "#a01028",
    "non-compliant-tint": "#fdecee",
    "undetermined": "#7a4a00",
    "undetermined-tint": "#fff3d9",
    "compliant": "#145c2c",
    "compliant-tint": "#e3f5e8",
    "reminder": "#2c4a8a",
    "reminder-tint": "#e6edfa",
    "not-applicable": "#4b545e",
    "not-applicable-tint": "#eceff2",
}
"""Colours by name, on a light screen and on paper."""

DARK: Mapping[str, str] = {
    "paper": "#14181d",
    "ink": "#e7ebf0",
    "muted": "#a3adb8",
    "rule": "#38414b",
    "link": "#86bdf5",
    "bar": "#22384f",
    "bar-edge": "#5d97cf",
    "pay": "#2c4d6e",
    "non-compliant": "#ff9c9c",
    "non-compliant-tint": "#3b181d",
    "undetermined": "#f3c566",
    "undetermined-tint": "#35290f",
    "compliant": "#7edb98",
    "compliant-tint": "#12301c",
    "reminder": "#a9c1ff",
    "reminder-tint": "#1a2745",
    "not-applicable": "#b3bcc6",
    "not-applicable-tint": "#262d35",
}
"""The same names on a dark screen."""

_TEXT, _SEEN = 4.5, 3.0

CONTRASTS: tuple[tuple[str, str, float], ...] = (
    *((front, "paper", _TEXT) for front in ("ink", "muted", "link")),
    ("ink", "bar", _TEXT),
    ("link", "bar", _TEXT),
    ("non-compliant", "bar", _TEXT),
    ("ink", "pay", _TEXT),
    ("paper", "non-compliant", _TEXT),
    ("bar-edge", "paper", _SEEN),
    *(
        (outcome, back, _TEXT)
        for outcome in ("non-compliant", "undetermined", "compliant", "reminder", "not-applicable")
        for back in (f"{outcome}-tint", "paper")
    ),
    *(
        ("ink", f"{outcome}-tint", _TEXT)
        for outcome in ("non-compliant", "undetermined", "compliant", "reminder", "not-applicable")
    ),
)
"""Foreground, background and the least contrast they must have."""


def _variables(palette: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in palette.items())


def _palettes(selector: str) -> str:
    return (
        f"{selector}{{{_variables(LIGHT)}}}\n"
        "@media screen and (prefers-color-scheme:dark){"
        f"{selector}{{{_variables(DARK)}}}}}\n"
    )


_FONT = '-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif'

_DRAWING = f"""\
.frise{{display:block;width:100%;height:auto;background:var(--paper);\
font-family:{_FONT}}}
.frise text{{fill:var(--ink)}}
.frise .up{{font-size:9px}}
.frise .b{{font-weight:700}}
.frise .m{{fill:var(--muted)}}
.frise .e{{text-anchor:end}}
.frise .c{{text-anchor:middle}}
.frise .n{{text-anchor:middle;font-size:11px;font-weight:600}}
.frise text.n.birthday{{font-size:9.5px}}
.frise .bad{{fill:var(--non-compliant);font-weight:600}}
.frise .pole{{stroke:var(--bar-edge);stroke-width:1}}
.frise .far{{stroke-dasharray:2 3}}
.frise .year{{fill:var(--bar);stroke:var(--bar-edge);stroke-width:1}}
.frise .age{{fill:none;stroke:var(--bar-edge);stroke-width:1}}
.frise rect.pay{{fill:var(--pay);stroke:var(--bar-edge);stroke-width:1}}
.frise .full{{stroke:var(--muted);stroke-width:1;stroke-dasharray:4 4}}
.frise .gap{{stroke:var(--ink);stroke-width:4}}
.frise .mark-of{{fill:var(--paper);stroke:var(--bar-edge);\
stroke-width:1.25}}
.frise .mark-of.fact{{stroke:var(--ink)}}
.frise .mark-of.birthday,.frise .mark-of.pay{{fill:var(--bar)}}
.frise .mark-of.failure{{fill:var(--non-compliant);\
stroke:var(--non-compliant)}}
.frise .n.failure{{fill:var(--paper)}}
.frise .cross{{stroke:var(--non-compliant);stroke-width:3;fill:none}}
.frise a{{text-decoration:none}}
.frise a:hover .mark-of,.frise a:focus .mark-of,\
.frise a:target .mark-of{{stroke-width:3}}
.frise a:target text{{font-weight:700}}
"""

TIMELINE_STYLE = _palettes(".frise") + _DRAWING
"""Style of a timeline that stands alone."""

PAGE_STYLE = (
    _palettes(":root")
    + _DRAWING
    + f"""\
*{{box-sizing:border-box}}
html{{color-scheme:light dark;-webkit-text-size-adjust:100%}}
body{{margin:0;background:var(--paper);color:var(--ink);\
font:1rem/1.4 {_FONT};overflow-wrap:break-word}}
header,main,footer{{max-width:74rem;margin:0 auto;padding:0 1.5rem}}
header{{padding-top:1.25rem}}
footer{{padding-bottom:2rem}}
h1{{font-size:1.6rem;line-height:1.2;margin:0;letter-spacing:-.01em}}
h2{{font-size:1.2rem;line-height:1.25;margin:1rem 0 .3rem;\
padding-top:.5rem;border-top:2px solid var(--ink)}}
h3{{font-size:1rem;margin:1rem 0 .35rem}}
p,ul,ol,dl{{margin:.4rem 0}}
sup{{font-size:.7em;line-height:0;vertical-align:super}}
a{{color:var(--link);text-underline-offset:.15em}}
a:focus-visible,summary:focus-visible{{outline:3px solid var(--link);\
outline-offset:2px}}
.parties{{font-size:1.05rem;margin:.1rem 0 .75rem;color:var(--muted)}}
dt{{color:var(--muted);font-size:.82rem}}
dd{{margin:0}}
.facts{{display:flex;flex-wrap:wrap;gap:.35rem 1.5rem;margin:.75rem 0;\
font-size:.88rem;line-height:1.35}}
.glance{{display:grid;grid-template-columns:1fr 1.7fr 1fr;gap:0 1.5rem;\
margin:.75rem 0}}
.glance div{{border-top:2px solid var(--bar-edge);padding-top:.35rem}}
.glance dd{{margin:.15rem 0;font-size:.92rem;line-height:1.35}}
.glance .sum{{font-size:1.05rem}}
.glance .sum b{{font-size:1.25rem}}
nav ul{{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;\
margin:.75rem 0 0;padding:.4rem 0 0;border-top:1px solid var(--rule);\
font-size:.92rem}}
.mark{{flex:none;width:1em;height:1em;fill:none;stroke:currentColor;\
stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round;\
vertical-align:-.12em;margin-right:.4em}}
.badge{{display:inline-block;white-space:nowrap;font-weight:600;\
font-size:.85rem;line-height:1.3;padding:.15rem .55rem;border:1px solid;\
border-radius:.25rem}}
.verdict{{border:1px solid;border-left-width:.5rem;border-radius:.25rem;\
padding:.6rem 1rem}}
.verdict>:last-child{{margin-bottom:0}}
.verdict *{{color:var(--ink)}}
.verdict .word{{color:inherit;font-size:1.35rem;font-weight:700;\
line-height:1.2;margin:0}}
.verdict .word *{{color:inherit}}
.verdict p{{margin:.15rem 0}}
.verdict a{{color:var(--link)}}
.verdict ol{{padding-left:1.4rem}}
.verdict li{{margin:.2rem 0}}
.remedy{{display:block;font-weight:600}}
.ways ul{{margin:.1rem 0;padding-left:1.4rem}}
.ways p{{margin:0}}
.non-compliant{{color:var(--non-compliant);\
background:var(--non-compliant-tint)}}
.undetermined{{color:var(--undetermined);background:var(--undetermined-tint)}}
.compliant{{color:var(--compliant);background:var(--compliant-tint)}}
.reminder{{color:var(--reminder);background:var(--reminder-tint)}}
.not-applicable{{color:var(--not-applicable);\
background:var(--not-applicable-tint)}}
.finding{{border:1px solid var(--rule);border-left:.35rem solid;\
border-radius:.25rem;padding:.4rem .9rem;margin:.5rem 0;\
background:var(--paper)}}
.finding>*{{color:var(--ink);margin:.25rem 0}}
.finding>h3{{margin-top:0}}
.finding>.badge{{float:right;margin:0 0 .25rem .75rem}}
.finding>.non-compliant{{color:var(--non-compliant)}}
.small{{font-size:.88rem}}
.muted{{color:var(--muted)}}
.finding>.muted{{color:var(--muted)}}
.note{{border-left:.2rem solid var(--rule);padding-left:.75rem;\
font-size:.9rem}}
.parts{{list-style:none;padding:0;margin:.4rem 0;clear:both;\
font-size:.92rem}}
.parts .parts{{padding-left:1rem;border-left:1px solid var(--rule);\
margin:.1rem 0 .1rem .45rem}}
.finding>.parts>li{{padding:.12rem 0;border-top:1px solid var(--rule)}}
.word-of{{background:none;font-weight:600;white-space:nowrap}}
.subject{{font-weight:600}}
figure{{margin:0}}
.days{{list-style:none;margin:.5rem 0 0;padding:0;columns:3 20rem;\
column-gap:1.75rem;font-size:.85rem;line-height:1.3}}
.days li{{display:flex;gap:.6rem;padding:.18rem 0;\
border-top:1px solid var(--rule);break-inside:avoid}}
.days li:target{{background:var(--bar)}}
.days .key{{flex:none;min-width:2.1em;height:1.5em;text-align:center;\
font-weight:600;border:1px solid var(--rule);border-radius:.25rem;\
text-decoration:none}}
.days .key.failure{{color:var(--paper);background:var(--non-compliant);\
border-color:var(--non-compliant)}}
.days .told{{flex:1;min-width:0}}
.days .told div{{padding-left:1.05em;text-indent:-1.05em}}
.days .bad{{color:var(--non-compliant);font-weight:600}}
.days .day{{flex:0 0 6.4em;min-width:0;font-weight:600}}
.days .narrow{{display:none}}
.narrow{{display:none}}
table{{width:100%;border-collapse:collapse;font-size:.88rem;\
line-height:1.35;font-variant-numeric:tabular-nums}}
caption{{text-align:left;color:var(--muted);padding:0 0 .35rem}}
th,td{{text-align:left;vertical-align:top;padding:.2rem .75rem .2rem 0;\
border-top:1px solid var(--rule)}}
thead th{{border-top:0;border-bottom:2px solid var(--ink);font-size:.82rem;\
vertical-align:bottom}}
.heading th{{padding-top:.8rem;border-top:0;\
border-bottom:1px solid var(--bar-edge)}}
tbody:first-of-type .heading th{{padding-top:.3rem}}
.day,.euros,.rate,.line,.number{{white-space:nowrap}}
.sum{{display:block}}
.euros b{{font-size:1.05em}}
.term{{font-weight:600}}
.rule{{width:20%}}
.texts{{width:40%}}
td .sentence{{display:inline}}
td .note{{margin:.3rem 0}}
td .parts>li{{padding:.1rem 0}}
.box{{color:var(--muted);font-size:.82rem}}
.more{{margin:.5rem 0}}
.more>summary{{font-weight:600;color:var(--link);cursor:pointer}}
.detail{{display:inline-block;vertical-align:top}}
.detail[open]{{display:block}}
.detail>summary{{color:var(--link);cursor:pointer;white-space:nowrap}}
@media (max-width:46rem){{
header,main,footer{{padding-left:1rem;padding-right:1rem}}
h1{{font-size:1.4rem}}
.glance{{grid-template-columns:1fr;gap:.6rem}}
.wide{{display:none}}
.narrow,.days .narrow{{display:block}}
.days{{columns:1}}
.days li{{display:grid;grid-template-columns:2.4em 1fr;gap:0 .75rem}}
.days .key{{grid-row:1/3}}
.finding>.badge{{float:none;margin:0 0 .4rem}}
table,tbody,tr,td,th,caption{{display:block;width:auto}}
thead{{position:absolute;width:1px;height:1px;overflow:hidden;\
clip-path:inset(50%)}}
tr{{border-top:1px solid var(--bar-edge);padding:.4rem 0}}
tr.heading{{border-top:0;padding-bottom:0}}
th,td{{border:0;padding:.1rem 0}}
td[data-label]:not(:empty)::before{{content:attr(data-label) "\\a0: ";\
color:var(--muted)}}
td:empty{{display:none}}
.day{{font-weight:600}}
.rule,.texts{{width:auto}}
.sum:only-child{{display:inline}}
}}
@page{{size:A4;margin:10mm 13mm 12mm;\
@bottom-right{{content:counter(page) "\\a0/\\a0" counter(pages);\
font:8pt {_FONT};color:{LIGHT["muted"]}}}}}
@media print{{
html{{font-size:8.1pt}}
.frise{{max-height:50mm}}
ul,footer p{{font-size:.88rem}}
li,footer p{{line-height:1.35}}
footer{{padding-bottom:0}}
body,header,main,footer{{max-width:none;margin:0;padding:0}}
h2{{margin-top:.8rem}}
th,td{{padding-top:.14rem;padding-bottom:.14rem}}
.texts{{width:31%}}
h2,h3,caption,thead,.heading{{break-after:avoid}}
tr,figure>div,footer,.verdict,.finding,.glance,.parts>li{{break-inside:avoid}}
thead{{display:table-header-group}}
.texts .box{{display:none}}
.days{{columns:3}}
.days .key.failure{{color:var(--non-compliant);background:none}}
a,summary{{color:inherit!important;text-decoration:none}}
.detail:not([open])>summary{{color:var(--muted)!important;list-style:none}}
.more:not([open]){{color:var(--muted)}}
p,li{{orphans:3;widows:3}}
}}
"""
)
"""Style of the whole page: screen of any width, paper."""
