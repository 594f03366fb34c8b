#!/usr/bin/env python3
"""Uses the page as a reader would, in a headless Chromium: clicks, keys, search, layers.

    page_behaviour.py PRINT_SAMPLE CHROMIUM

The page's content security policy is taken out of the copy that is tried, as it rightly forbids the test's script; it
is checked apart. Standard library only.
"""
from __future__ import annotations

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SCRIPT = """
const said = [], one = (q) => document.querySelector(q), all = (q) => [...document.querySelectorAll(q)];
const say = (what, value) => said.push(what + ': ' + value);
const key = (target, name) => target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
const chosen = () => (one('.card.on') ? one('.card.on').dataset.row : 'none');

one('.q.f-denied').click();
say('a cue chooses its statement', chosen() + ', ' + all('.m.on').map((m) => m.textContent).join(' '));
const name = all('.m').find((m) => m.textContent === 'We');
name.click();
const first = chosen();
name.click();
say('a second click takes the next row', first + ', ' + chosen());
one('.card[data-row=s1quote] .go').click();
say('a card lights its pieces', all('.m.on').map((m) => m.textContent).join(' '));
say('the address names the row', location.hash);
key(document.body, 'Escape');
say('Escape lets go', chosen());

const box = one('.layers input[value=statements]');
box.click();
say('a layer is switched off', getComputedStyle(one('.l-statements')).display);
one('.q.f-denied').click();
say('a hidden layer is not chosen', chosen());
box.click();

const search = one('#search');
const look = (words) => { search.value = words; search.dispatchEvent(new Event('input')); };
look('NORLAND');
say('search', one('#found').textContent + ', shown ' +
  all('.card:not([hidden])').map((c) => c.dataset.row || 'note').join(' '));
say('found words are marked', CSS.highlights.get('found').size);
look('');
say('search cleared', all('.card[hidden]').length + ' hidden');

const marks = all('.m');
marks[0].focus();
key(marks[0], 'ArrowRight');
say('arrow keys move', document.activeElement === marks[1] && marks[0].tabIndex === -1 && marks[1].tabIndex === 0);
key(marks[1], 'Enter');
say('Enter chooses', chosen() !== 'none');
say('stops for Tab in the text', all('.text [tabindex="0"]').length);
document.body.textContent = said.join('\\n');
"""

EXPECTED = """
a cue chooses its statement: s2denial, Two officials denied it
a second click takes the next row: n1minister, s1quote
a card lights its pieces: “ We  won’t pay  € 2 million a year ,” Zoë Ångström , the  minister told reporters “nor  <b>ever</b> & so on.”
the address names the row: #a1-s1quote
Escape lets go: none
a layer is switched off: none
a hidden layer is not chosen: none
search: 1 in text, 4 rows, shown e1send x1boats n2norland p1norland
found words are marked: 1
search cleared: 0 hidden
arrow keys move: true
Enter chooses: true
stops for Tab in the text: 1
""".strip()


def chromium(binary: str, page: Path, profile: str) -> str:
    """The document's body after its scripts have run, as text."""
    command = [binary, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
               f"--user-data-dir={profile}", "--window-size=1280,900", "--virtual-time-budget=3000", "--dump-dom",
               page.as_uri()]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    body = re.search(r"<body[^>]*>(.*?)</body>", done.stdout.decode("utf-8", "replace"), re.S)
    return html.unescape(body[1]).strip() if body else ""


def main(print_sample: str, binary: str) -> int:
    """Prints the difference between what the page did and what it should do."""
    page = subprocess.run([print_sample, "html"], capture_output=True, check=True).stdout.decode("utf-8")
    open_page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    with tempfile.TemporaryDirectory() as folder:
        tried, guarded = Path(folder) / "tried.html", Path(folder) / "guarded.html"
        tried.write_text(open_page.replace("</body>", f"<script>{SCRIPT}</script></body>"), encoding="utf-8")
        guarded.write_text(page.replace("</body>", "<script>document.body.textContent = 'broken in'</script></body>"),
                           encoding="utf-8")
        found = chromium(binary, tried, f"{folder}/one")
        broken_in = chromium(binary, guarded, f"{folder}/two") == "broken in"
    if found != EXPECTED:
        print(f"expected:\n{EXPECTED}\n\nfound:\n{found}")
    if broken_in:
        print("the policy let a foreign script run")
    return 1 if found != EXPECTED or broken_in else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
