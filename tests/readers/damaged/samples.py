"""One sound file of each format, with an objective and two key results, to be damaged."""

from __future__ import annotations

import base64
import io
import json
import zipfile
import zlib

import docx
import openpyxl

# name -> the reader's format, where it is another
FORMATS = {"xls": "xlsx", "ods": "xlsx"}
OBJECTIVE, KEY_RESULTS = "让候诊不再漫长", ["候诊中位数 20 分钟", "退号率 under 1%"]
# the same three rows as saved by xlwt 1.3.0 (BIFF8 in an OLE container), compressed; no library of ours writes XLS
_XLS = (
    "c-rk)O-NKx6#nj;H-"
    "9!Wjy47w$RKE?7FnA%Iu(>Frx{%o5!jfI3}r^fDX2wSHnb2yC>Mngf*Uthn|`Q8?IHpr7eWw>wG4uwsD;k!+%xZy)-"
    "0STskq<co_F54-~GS$+;{KG`HI~1-"
    "I^u*fHpXgH@$GJvIz=a`y&X7H%+P9Zx01i;h%!nLj&n@;*tM_TaKX|?<Husqdz4HyrpmggNUY*MtB2pkn4~TvJR~z1*XUnKsDE@l"
    "I1Cun_1pw=3|!o*)q<umAE-"
    "^9P^QA<34K^AJghME&!SDeNOY5EiI_RGdYWgCq#kk#DVmg#K7MfQLFnf0~)t>BWa`)1383f0B7*o3<IC+mHH&C>>FzrAp6&~c6Sl"
    "`HBARbV4ma&o}~$?>xD(w)n^!)mSuF)P=f<8KAdy+=@3KlU6TtJr%t;eX2+^y&&T}H@pw~ecybej{M;GsI5KF2u?M@UJXhzf>pse"
    "T;!D@np)k%OiC!2;Q&bD;Q6_yl`+(pYAK>S;;Un3La@H$&g#^jVFVB8_)zK4+bhBlI{eEG0sFw|biAypCB@S?mgQes)vTR~`nRDI"
    "BdJW4EHI&{Bu_{YBJj$Fa9NR$U>}4!Owyn~)lb(Gae^8r!7uiAjT>H|6(A;8V8g;Z=^-"
    "_BIjG|dIi<>tj9!Bi9usq2dmeoIb6^|CQ>TX(FU^!N}&p`blQTUR*BP_ls!WYcfEWTjA!{Td2_=WzKec7f};+~|CSNo1KC@3f>C@"
    "3f>C@B02g!N}G|3-D|s3HIV-"
    "PXO%3WdD7Ci!pCi4;8<It?D8lVOI=h389}KU?4wc3xtgY3%z#iKA3{8vW?udi0k(f9d=tR<~!}34_0H36)xYzLa|Y;qt!$GA-2X"
)


def _xls() -> bytes:
    return zlib.decompress(base64.b85decode(_XLS))


def _ods() -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    spaces = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))

    def row(*values: str) -> str:
        cells = (
            f'<table:table-cell office:value-type="string"><text:p>{v}</text:p></table:table-cell>' for v in values
        )
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    rows = row("目标", "关键结果") + row(OBJECTIVE, KEY_RESULTS[0]) + row("", KEY_RESULTS[1])
    sheet = f'<office:spreadsheet><table:table table:name="Sheet1">{rows}</table:table></office:spreadsheet>'
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    manifest += f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("mimetype", kind)
        made.writestr(
            "content.xml",
            f"<office:document-content{spaces}><office:body>{sheet}</office:body></office:document-content>",
        )
        made.writestr("META-INF/manifest.xml", manifest)
    return data.getvalue()


def _feishu() -> str:
    """API v2: rich text as JSON inside the JSON."""

    def content(text: str) -> str:
        run = {"elements": [{"textRun": {"text": text}, "paragraphElementType": "textRun"}]}
        return json.dumps({"blocks": [{"blockElementType": "paragraph", "paragraph": run}]}, ensure_ascii=False)

    results = [{"content": content(k), "score": 0.5, "weight": 0.5} for k in KEY_RESULTS]
    objective = {"content": content(OBJECTIVE), "score": 0.5, "weight": 1, "key_results": results}
    return json.dumps({"data": {"objectives": [objective]}}, ensure_ascii=False, indent=1)


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in [["目标", "关键结果"], [OBJECTIVE, KEY_RESULTS[0]], [None, KEY_RESULTS[1]]]:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _docx() -> bytes:
    word = docx.Document()
    word.add_heading(f"O1：{OBJECTIVE}", 1)
    for text in KEY_RESULTS:
        word.add_paragraph(f"KR：{text}", style="List Bullet")
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def samples() -> dict[str, bytes]:
    """Name -> bytes: every format, and every kind of workbook (``FORMATS`` says what reads it)."""
    value = {"objectives": [{"objective": OBJECTIVE, "key_results": KEY_RESULTS}]}
    lines = "".join(f"- KR: {k}\n" for k in KEY_RESULTS)
    listed = json.dumps(KEY_RESULTS, ensure_ascii=False)
    quoted = "".join(f'  - "{k}"\n' for k in KEY_RESULTS)
    items = "".join(f"<li class='k'>KR：{k}</li>" for k in KEY_RESULTS)
    texts = {
        "json": json.dumps(value, ensure_ascii=False, indent=1),
        "feishu": _feishu(),
        "yaml": f"objectives:\n- objective: '{OBJECTIVE}'\n  key_results:\n{quoted}",
        "toml": f"[[objectives]]\nobjective = '{OBJECTIVE}'\nkey_results = {listed}\n",
        "csv": f'目标,关键结果\n{OBJECTIVE},"{KEY_RESULTS[0]}"\n,"{KEY_RESULTS[1]}"\n',
        "html": f"<h2>O1：{OBJECTIVE}</h2><ul>{items}</ul>",
        "markdown": f"# O1：{OBJECTIVE}\n\n{lines}",
        "text": f"O1：{OBJECTIVE}\n\n{lines}",
        "rst": f"O1：{OBJECTIVE}\n================================\n\n{lines}",
    }
    binary = {"xlsx": _xlsx(), "xls": _xls(), "ods": _ods(), "docx": _docx()}
    return {name: text.encode() for name, text in texts.items()} | binary
