"""Numbers that the author hides or has not filled in: XX%, N 个, [X], N₁, _N2_, ___."""

from __future__ import annotations

from okr_lint.language.patterns import late
from okr_lint.language.units import COUNTERS

_COUNTER = "|".join(sorted(COUNTERS.split(), key=len, reverse=True))
_NAMES = (
    r"x{1,5}|n{1,3}|[yz]|\?{1,4}|_{1,8}|\s{1,6}|\.{3}|…|number|num|target|metric|value|baseline|amount"
    r"|current|goal|number of \w{1,12}|"
    r"数字|数值|目标值|目标|现值|基线|基准|指标值|数量|具体数字|待定|tbd|xx\.x|x\.x"
)
MASK = (
    rf"(?P<bracket>[\[{{<⟨]\s?(?:{_NAMES})\s?%?\s?[\]}}>⟩](?!\()|(?:\(\s{{1,6}}\)|【\s?(?:x{{1,4}}|_{{1,8}}"
    rf"|\s|数字|目标值)\s?】)(?=\s?[%个家万]))"
    rf"|(?P<run>(?<![a-zà-ɏḁ-ỹ0-9.\-])(?:x{{1,5}}|n{{1,3}}|[ymzab])(?:[.,](?:x{{1,3}}|n))?(?=\s?(?:[%‰]|个百分点"
    rf"|万|亿|{_COUNTER}))"
    r"|(?<![a-zà-ɏḁ-ỹ0-9.\-])x{2,5}(?![a-z0-9])(?![-'])|(?<![a-z0-9])[0-9]{0,2}x{1,2}(?:\.x)?%"
    r"|(?<![a-zà-ɏḁ-ỹ0-9.\-])[nx](?=\s[a-z]+(?:\s[a-z]+)?s(?![a-z]))"
    r"|(?<=from )[xyn](?![a-z0-9'-])|(?<=than )[xyn](?![a-z0-9'-])|(?<=over )[xyn](?![a-z0-9'-])"
    r"|(?<=to )[xyzn](?![a-z0-9'-])|(?<=by )[xyzn](?![a-z0-9'-])|(?<=[到至达从由] )[xyzn](?![a-z0-9'-])"
    r"|(?<=[到至达从由])[xyzn](?![a-z0-9'-]))"
    r"|(?P<blank>_{2,12}|(?<![a-z0-9_])_[a-z][0-9]{0,2}_(?![a-z0-9_])|(?<![a-z])[a-z][₀-₉]{1,2}"
    r"|[?*#×○□]{1,5}(?=\s?(?:[%‰]|个百分点|万|亿))|[?×○□]{2,5}(?=\s?[个家人次件元])|(?:若干|某|几)(?=[%‰]))"
)
MASK_GATE = late(
    r"[\[{<⟨【_?*×○□₀₁₂₃₄₅₆₇₈₉]|#(?=[#\s]*%)|\(\s*\)|(?:若干|某|几)[%‰]|(?<![a-z0-9])(?:[xyzn]{1,5}|[mab](?=\s?"
    r"[%‰]))(?![a-z'])|[0-9]x{1,2}(?:\.x)?%"
)
