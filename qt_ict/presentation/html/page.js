"use strict";
// Everything is readable without this script; it adds sorting and filtering, and opens what is folded where it must be seen.
(() => {
  const language = document.documentElement.lang;
  const compare = new Intl.Collator(language, { numeric: true }).compare;

  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.order !== undefined) return Number(cell.dataset.order);
    return cell.textContent.trim();
  };

  // Quantities first by size, then words by the alphabet; rows of equal keys keep their order.
  const order = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === "number") return -1;
    if (typeof b === "number") return 1;
    return compare(a, b);
  };

  const sort = (table, heading, column) => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row, column), row]);
    const numeric = ([value]) => typeof value === "number";
    rows.sort(([a], [b]) => (down && numeric([a]) === numeric([b]) ? order(b, a) : order(a, b)));
    body.append(...rows.map(([, row]) => row));
  };

  const pressable = (holder, press) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...holder.childNodes);
    button.addEventListener("click", () => press(button));
    holder.append(button);
    return button;
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      if (heading.classList.contains("chart") || !heading.textContent.trim()) return;
      const button = pressable(heading, () => sort(table, heading, column));
      button.title = `${document.body.dataset.sort} ${button.textContent}`;
    });
  }

  const unfold = (place) => {
    for (let each = place; each; each = each.parentElement) if (each.matches("details")) each.open = true;
  };
  const arrive = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    unfold(place);
    // What a link to a part means is inside it.
    if (place.matches("section")) unfold(place.querySelector(":scope > details"));
    place.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  // A link to the place where one is already changes nothing, and yet that may have been folded meanwhile.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) arrive();
  });
  arrive();

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
    folded = [];
  });

  const filter = document.getElementById("filter");
  if (!filter) return;
  const [words, shown] = [filter.querySelector("input"), filter.querySelector("output")];
  const selects = [...filter.querySelectorAll("select")];
  const names = new Map([...filter.querySelectorAll("option")].map((option) => [option, option.text]));
  const tiles = [];
  const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const rows = [...document.querySelectorAll("tbody tr")].filter((row) => Object.keys(row.dataset).length);
  // The others say once more of the same targets how they come along.
  const counted = rows.filter((row) => row.dataset.status !== undefined);
  const texts = new Map(rows.map((row) => [row, plain(row.textContent)]));

  // A row is asked only about what its table says.
  const agrees = (row, name, wanted) => wanted === "*" || [undefined, wanted].includes(row.dataset[name]);
  const found = (row, except) =>
    texts.get(row).includes(plain(words.value.trim())) &&
    selects.every((select) => select === except || agrees(row, select.name, select.value));

  const show = () => {
    for (const row of rows) row.hidden = !found(row);
    for (const block of document.querySelectorAll("div.table")) {
      const own = rows.filter((row) => block.contains(row));
      if (own.length) block.hidden = own.every((row) => row.hidden);
    }
    const asked = words.value.trim() !== "" || selects.some((select) => select.value !== "*");
    for (const part of document.querySelectorAll("details.appendix")) {
      if (!rows.some((row) => part.contains(row))) continue;
      if (asked && rows.some((row) => part.contains(row) && !row.hidden) && !part.open) {
        part.open = true;
        part.dataset.found = "";
      } else if (!asked && part.dataset.found !== undefined) {
        part.open = false;
        delete part.dataset.found;
      }
    }
    count();
  };

  const count = () => {
    const number = new Intl.NumberFormat(language).format;
    for (const select of selects) {
      const left = counted.filter((row) => found(row, select));
      for (const option of select.options) {
        const of = left.filter((row) => agrees(row, select.name, option.value)).length;
        option.text = `${names.get(option)} (${number(of)})`;
      }
    }
    for (const [tile, status] of tiles) tile.setAttribute("aria-pressed", statuses.value === status);
    const seen = counted.filter((row) => !row.hidden).length;
    shown.textContent = filter.dataset.shown.replace("{n}", number(seen)).replace("{all}", number(counted.length));
  };

  const statuses = selects.find((select) => select.name === "status");
  for (const tile of statuses ? document.querySelectorAll(".counts li") : []) {
    const status = tile.dataset.status;
    const press = () => {
      statuses.value = statuses.value === status ? "*" : status;
      show();
      if (statuses.value !== "*") filter.scrollIntoView();
    };
    tiles.push([pressable(tile, press), status]);
  }

  filter.hidden = false;
  filter.addEventListener("input", show);
  filter.addEventListener("reset", () => setTimeout(show));
  filter.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
