// Ties highlights (span.m[data-rows]) to cards (li.card[data-row]) within each article, in both directions.
// Without this script the page still shows both.
'use strict';
(() => {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const show = (element, block) => element.scrollIntoView({ block, behavior: still ? 'auto' : 'smooth' });
  const records = [...document.querySelectorAll('.record')].map(setUp);
  let chosen = null;  // { record, row }

  function setUp(article) {
    const pieces = new Map(), cards = new Map();
    const marks = [...article.querySelectorAll('.m[data-rows]')].filter((mark) => mark.dataset.rows);
    for (const mark of marks) {
      for (const row of mark.dataset.rows.split(' ')) {
        if (!pieces.has(row)) pieces.set(row, []);
        pieces.get(row).push(mark);
      }
      mark.tabIndex = -1;
    }
    if (marks.length) marks[0].tabIndex = 0;  // one stop for Tab; the arrow keys go on from there
    for (const card of article.querySelectorAll('.card[data-row]')) cards.set(card.dataset.row, card);
    return { article, pieces, cards, marks };
  }

  const recordOf = (element) => records.find((record) => record.article.contains(element));

  function choose(record, row) {
    for (const old of document.querySelectorAll('.on')) old.classList.remove('on');
    chosen = row ? { record, row } : null;
    if (!row) return;
    for (const piece of record.pieces.get(row) || []) piece.classList.add('on');
    const card = record.cards.get(row);
    if (!card) return;
    card.classList.add('on');
    history.replaceState(null, '', '#' + card.id);
  }

  // The rows of a highlight, smallest first, whose layer is shown; a second click takes the next one.
  function rowOf(record, mark) {
    const rows = mark.dataset.rows.split(' ').filter((row) => {
      const card = record.cards.get(row);
      return card && card.offsetParent !== null;
    });
    if (!rows.length) return null;
    const at = chosen && chosen.record === record ? rows.indexOf(chosen.row) : -1;
    return rows[(at + 1) % rows.length];
  }

  function fromText(mark) {
    const record = recordOf(mark);
    const row = rowOf(record, mark);
    if (!row) return;
    choose(record, row);
    show(record.cards.get(row), 'nearest');
  }

  // Again on a chosen card: its next piece, so that all mentions of a name can be visited.
  function fromCard(card) {
    const record = recordOf(card);
    const row = card.dataset.row;
    const pieces = record.pieces.get(row) || [];
    const again = chosen && chosen.record === record && chosen.row === row;
    record.visit = again ? (record.visit + 1) % Math.max(1, pieces.length) : 0;
    choose(record, row);
    if (pieces.length) show(pieces[record.visit], 'center');
  }

  document.addEventListener('click', (event) => {
    const mark = event.target.closest('.m[data-rows]');
    const card = event.target.closest('.card[data-row]');
    if (String(getSelection())) return;  // someone is copying text
    if (mark && mark.dataset.rows) fromText(mark);
    else if (card) fromCard(card);
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      choose(null, null);
      return;
    }
    const mark = event.target.closest && event.target.closest('.m');
    if (!mark) {
      if (event.key === '/' && event.target === document.body) {
        event.preventDefault();
        search.focus();
      }
      return;
    }
    const { marks } = recordOf(mark);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = marks[marks.indexOf(mark) + step];
      if (next) {
        mark.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      }
      event.preventDefault();
    } else if (event.key === 'Enter' || event.key === ' ') {
      fromText(mark);
      event.preventDefault();
    }
  });

  for (const box of document.querySelectorAll('.layers input')) {
    const apply = () => document.body.classList.toggle('no-' + box.value, !box.checked);
    box.addEventListener('change', apply);
    apply();  // a browser may have kept the boxes from an earlier visit
  }

  // Search: cards without the words are hidden, the words are marked in the text.
  const search = document.getElementById('search');
  const found = document.getElementById('found');

  function rangesOf(words) {
    const ranges = [];
    for (const { article } of records) {
      for (const block of article.querySelectorAll('.text p')) {
        const nodes = [];
        let text = '';
        for (let walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT); walker.nextNode();) {
          nodes.push([text.length, walker.currentNode]);
          text += walker.currentNode.data;
        }
        const place = (offset) => {
          const at = nodes.findLastIndex(([begin]) => begin <= offset);
          return [nodes[at][1], offset - nodes[at][0]];
        };
        const lower = text.toLowerCase();
        if (lower.length !== text.length) continue;  // a letter that changes its length: offsets would lie
        for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length)) {
          const range = new Range();
          range.setStart(...place(at));
          range.setEnd(...place(at + words.length));
          ranges.push(range);
        }
      }
    }
    return ranges;
  }

  let ranges = [], visited = -1;
  function look() {
    const words = search.value.trim().toLowerCase();
    let cards = 0;
    for (const record of records) {
      for (const layer of record.article.querySelectorAll('.layer')) {
        let shown = 0;
        for (const card of layer.querySelectorAll('.card')) {
          card.hidden = words !== '' && !card.textContent.toLowerCase().includes(words);
          if (!card.hidden) ++shown;
        }
        layer.hidden = words !== '' && shown === 0;
        cards += shown;
      }
    }
    ranges = words ? rangesOf(words) : [];
    visited = -1;
    if (window.CSS && CSS.highlights) CSS.highlights.set('found', new Highlight(...ranges));
    found.textContent = words ? `${ranges.length} in text, ${cards} rows` : '';
  }
  search.addEventListener('input', look);
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !ranges.length) return;
    visited = (visited + (event.shiftKey ? ranges.length - 1 : 1)) % ranges.length;
    show(ranges[visited].startContainer.parentElement, 'center');
  });
  if (search.value) look();

  // A link to one row: page.html#a1-ROW.
  const linked = location.hash && document.getElementById(location.hash.slice(1));
  if (linked && linked.matches('.card[data-row]')) fromCard(linked);
})();
