/* Additions for a reader with a browser that runs script. Without it every page reads: notes stand at its foot, each
   mark and name leads to its place, and nothing is hidden. No text of a page is ever read as markup: nodes are cloned. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  };
  const clean = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const narrow = matchMedia("(max-width: 44.9375em)");

  /* ---- one card for all: a note, what a mark means, how to cite ---- */
  const card = make("div", "bw-pop");
  card.hidden = true;
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  const shut = make("button", "bw-pop-shut", "×");
  shut.type = "button";
  shut.setAttribute("aria-label", "Close");
  const body = make("div", "bw-pop-body");
  card.append(shut, body);
  const live = make("p", "bw-live");
  live.setAttribute("role", "status");
  let from = null;
  let pinned = false;
  let timer = 0;

  const place = () => {
    card.classList.toggle("bw-sheet", narrow.matches);
    if (narrow.matches) {
      card.style.left = card.style.top = "";
      return;
    }
    const mark = from.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 16;
    const below = mark.bottom + 6 + card.offsetHeight < innerHeight || mark.top < card.offsetHeight + 70;
    card.style.left = `${scrollX + Math.max(12, Math.min(mark.left - 24, room))}px`;
    card.style.top = `${scrollY + (below ? mark.bottom + 6 : mark.top - card.offsetHeight - 6)}px`;
  };
  const show = (trigger, label, content, hold) => {
    clearTimeout(timer);
    if (from && from !== trigger) from.removeAttribute("aria-expanded");
    from = trigger;
    pinned = hold;
    body.replaceChildren(...content);
    card.setAttribute("aria-label", label);
    card.hidden = false;
    trigger.setAttribute("aria-expanded", "true");
    place();
    if (hold) card.focus({ preventScroll: true });
  };
  const hide = (back) => {
    clearTimeout(timer);
    if (card.hidden) return;
    card.hidden = true;
    from.removeAttribute("aria-expanded");
    if (back) from.focus({ preventScroll: true });
    pinned = false;
  };
  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };

  /* ---- what the card holds ---- */
  const bare = (node) => {
    const copy = node.cloneNode(true);
    for (const part of [copy, ...all("[id]", copy)]) part.removeAttribute("id");
    for (const part of all(".footnote-backref, .headerlink", copy)) part.remove();
    return copy;
  };
  const noteCard = (mark) => {
    const note = target(mark);
    if (!note) return null;
    const copy = bare(note);
    const content = [make("p", "bw-pop-head", `Note ${clean(mark)}`), ...copy.children];
    const way = copy.querySelector('a[href*="#p"]');
    const act = make("p", "bw-pop-acts");
    if (way) {
      const go = make("a", "bw-pop-go", "Show in source");
      go.href = way.getAttribute("href");
      act.append(go);
    }
    content.push(act);
    const row = mark.closest(".bw-refs");
    const rest = row ? all(".footnote-ref", row).filter((other) => other !== mark) : [];
    if (rest.length) {
      const others = make("p", "bw-pop-others", "Also said in ");
      for (const other of rest) {
        const name = target(other) && target(other).querySelector("strong");
        const step = make("button", "", `[${clean(other)}] ${name ? clean(name) : ""}`);
        step.type = "button";
        step.addEventListener("click", () => show(other, `Note ${clean(other)}`, noteCard(other), true));
        others.append(step, " ");
      }
      content.push(others);
    }
    return content;
  };
  const keyCard = (mark) => {
    const entry = target(mark);
    return entry ? [...bare(entry).children] : null;
  };
  const citation = (finding) => {
    const copy = finding.cloneNode(true);
    for (const part of all(".bw-marks, .bw-refs, .bw-wordings, .bw-variants", copy)) part.remove();
    const said = clean(copy);
    const state = all(".bw-status, .bw-stance", finding).map(clean).join("; ");
    const seen = new Set();
    const notes = all(".footnote-ref", finding).filter((mark) => !seen.has(mark.hash) && seen.add(mark.hash));
    const listed = notes.map((mark) => `[${clean(mark)}] ${target(mark) ? clean(bare(target(mark))) : ""}`);
    const link = finding.querySelector(".bw-cite").href;
    return [said, `(${state})`, ...listed, `${document.title}. ${link}`].join("\n");
  };
  const copied = (text) => {
    const done = () => { live.textContent = "Copied"; return true; };
    const old = () => {
      const area = make("textarea", "bw-live");
      area.value = text;
      card.append(area);
      area.select();
      const worked = document.execCommand("copy");
      area.remove();
      live.textContent = worked ? "Copied" : "Could not copy: select the text and copy it by hand";
      return worked;
    };
    return navigator.clipboard ? navigator.clipboard.writeText(text).then(done, old) : Promise.resolve(old());
  };
  const citeCard = (link) => {
    const finding = link.closest("[data-finding]");
    if (!finding) return null;
    const text = citation(finding);
    const box = make("p", "bw-pop-text", text);
    const acts = make("p", "bw-pop-acts");
    for (const [label, value] of [["Copy with citation", text], ["Copy link", link.href]]) {
      const button = make("button", "bw-pop-go", label);
      button.type = "button";
      button.addEventListener("click", async () => {
        if (await copied(value)) button.textContent = "Copied";
      });
      acts.append(button);
    }
    const go = make("a", "", "Permanent link");
    go.href = link.href;
    acts.append(go);
    const report = document.querySelector(".bw-report");
    if (report) {
      const tell = make("a", "", "Report an error");
      tell.href = report.href;
      acts.append(tell);
    }
    return [make("p", "bw-pop-head", "Cite this finding"), box, acts];
  };
  const termCard = (link) => {
    const told = link.dataset.meaning;
    const go = make("a", "", "Glossary");
    go.href = link.href;
    const acts = make("p", "bw-pop-acts");
    acts.append(go);
    return told ? [make("p", "bw-pop-head", clean(link)), make("p", "", told), acts] : null;
  };
  const kinds = [
    [".footnote-ref", noteCard, "Note"],
    ["a.bw-status, a.bw-stance", keyCard, "What the mark means"],
    [".bw-cite", citeCard, "Cite this finding"],
    [".bw-term", termCard, "Glossary"],
  ];
  const find = (node) => {
    for (const [selector, content, label] of kinds) {
      const trigger = node.closest && node.closest(selector);
      if (trigger && !card.contains(trigger)) return [trigger, content, label];
    }
    return null;
  };
  const open = (found, hold) => {
    const [trigger, content, label] = found;
    const parts = content(trigger);
    if (parts) show(trigger, label === "Note" ? `Note ${clean(trigger)}` : label, parts, hold);
    return Boolean(parts);
  };

  document.addEventListener("click", (event) => {
    const found = find(event.target);
    if (!found || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (found[0].matches(".bw-term") && !narrow.matches) return;
    if (open(found, true)) event.preventDefault();
  });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const found = find(event.target);
    if (found && !found[0].matches(".bw-cite")) later(() => open(found, false), 130);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (!card.hidden) later(() => hide(false), 300);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const found = find(event.target);
    if (found && event.target.matches(":focus-visible") && !found[0].matches(".bw-cite") && card.hidden) {
      if (found[0] !== from || !returning) open(found, false);
    } else if (!found && !card.hidden && !card.contains(event.target)) hide(false);
    else if (found && !card.hidden && !pinned && found[0] !== from) open(found, false);
    returning = false;
  });
  let returning = false;
  document.addEventListener("pointerdown", (event) => {
    if (!card.hidden && !card.contains(event.target) && !find(event.target)) hide(false);
  });
  document.addEventListener("keydown", (event) => {
    if (card.hidden) return;
    if (event.key === "Escape") {
      returning = true;
      hide(card.contains(document.activeElement));
      event.stopPropagation();
    } else if (event.key === "Tab" && card.contains(document.activeElement)) {
      const stops = [shut, ...all("a[href], button", body)];
      const at = stops.indexOf(document.activeElement);
      const next = event.shiftKey ? (at <= 0 ? stops.length - 1 : at - 1) : (at + 1) % stops.length;
      stops[next].focus();
      event.preventDefault();
    }
  }, true);
  shut.addEventListener("click", () => {
    returning = true;
    hide(true);
  });
  addEventListener("resize", () => { if (!card.hidden) place(); });

  /* ---- a list narrowed by status and by source ---- */
  const filter = (form) => {
    const scope = form.closest("article") || document;
    const items = all(".bw-finding[data-status]", scope);
    const count = form.querySelector("output");
    const groups = all(".bw-day, .bw-card, .bw-speaker, details.bw-fold", scope);
    const heads = all("h2, h3", scope).filter((head) => !head.closest(".bw-notes, .bw-card, .bw-day, details"));
    const apply = () => {
      const status = form.elements.status.value;
      const source = form.elements.source.value;
      const fits = (item) => (!status || item.dataset.status === status)
        && (!source || item.dataset.sources.split(" ").includes(source));
      for (const item of items) item.hidden = !fits(item);
      const some = (nodes) => nodes.some((node) => node.matches(".bw-finding") ? !node.hidden
        : all(".bw-finding", node).some((item) => !item.hidden));
      for (const group of groups) {
        if (!group.querySelector(".bw-finding")) continue;
        group.hidden = !some([group]);
        if (group.matches("details")) group.open = Boolean(status || source) && !group.hidden;
      }
      for (const head of heads) {
        const under = [];
        for (let node = head.nextElementSibling; node; node = node.nextElementSibling) {
          if (/^H[1-6]$/.test(node.tagName) && node.tagName <= head.tagName) break;
          under.push(node);
        }
        if (under.some((node) => node.matches(".bw-finding") || node.querySelector(".bw-finding"))) {
          head.hidden = !some(under);
        }
      }
      const left = items.filter((item) => !item.hidden).length;
      count.textContent = status || source ? `${left} of ${items.length} shown` : "";
    };
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
  };

  /* ---- two texts side by side ---- */
  const beside = (form) => {
    const table = document.querySelector("table[data-beside]");
    const apply = () => {
      const wanted = [form.elements.left.value, form.elements.right.value];
      for (const row of all("tbody tr", table)) {
        row.hidden = !wanted.every((text) => row.querySelector(`td[data-text="${CSS.escape(text)}"] .bw-said`));
      }
      for (const cell of all("[data-text]", table)) cell.hidden = !wanted.includes(cell.dataset.text);
      const left = all("tbody tr", table).filter((row) => !row.hidden).length;
      form.querySelector("output").textContent = `${left} shown`;
    };
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      apply();
    });
    form.addEventListener("reset", () => setTimeout(() => {
      for (const part of all("[hidden]", table)) part.hidden = false;
      form.querySelector("output").textContent = "";
    }));
  };

  /* ---- on paper, notes stand grouped by the text that they cite, under their own numbers ---- */
  const paper = matchMedia("print");
  let rows = [];
  const group = () => {
    const list = document.querySelector(".footnote > ol");
    if (!list || rows.length) return;
    rows = [...list.children];
    const texts = new Map();
    rows.forEach((row, at) => {
      row.value = at + 1;
      const name = row.querySelector("strong");
      const key = name ? clean(name) : "";
      texts.set(key, [...(texts.get(key) || []), row]);
    });
    for (const [name, own] of texts) {
      const head = make("li", "bw-paper-head", name);
      list.append(head, ...own);
    }
  };
  const ungroup = () => {
    const list = document.querySelector(".footnote > ol");
    if (!list || !rows.length) return;
    list.replaceChildren(...rows);
    rows = [];
  };
  const turn = () => (paper.matches ? group() : ungroup());
  addEventListener("beforeprint", group);
  addEventListener("afterprint", ungroup);
  paper.addEventListener("change", turn);

  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(card, live);
    for (const mark of all(".footnote-ref, a.bw-status, a.bw-stance, .bw-cite")) mark.setAttribute("aria-haspopup", "dialog");
    for (const mark of all(".footnote-ref")) mark.setAttribute("aria-label", `Note ${clean(mark)}`);
    for (const link of all(".bw-term")) {
      link.dataset.meaning = link.title;
      link.removeAttribute("title");
    }
    all("form.bw-filter").forEach(filter);
    all("form.bw-pair").forEach(beside);
    const search = document.querySelector(".md-search");
    if (search) search.setAttribute("aria-label", "Search");
  });
})();
