"use strict";
// Everything is readable without this script; it adds sorting and filtering, and opens what print must show.
(() => {
  const filter = document.getElementById("filter");
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

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

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      if (heading.classList.contains("chart") || !heading.textContent.trim()) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.title = `${filter ? filter.dataset.sort : ""} ${button.textContent}`.trim();
      button.addEventListener("click", () => sort(table, heading, column));
      heading.append(button);
    });
  }

  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });

  if (!filter) return;
  const [words, status, shown] = [filter.querySelector("input"), filter.querySelector("select"), filter.querySelector("output")];
  const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const rows = [...document.querySelectorAll("tr[data-status]")];
  const texts = new Map(rows.map((row) => [row, plain(row.textContent)]));

  const show = () => {
    const wanted = plain(words.value.trim());
    let count = 0;
    for (const row of rows) {
      row.hidden = !texts.get(row).includes(wanted) || (status.value !== "" && row.dataset.status !== status.value);
      count += row.hidden ? 0 : 1;
    }
    for (const block of document.querySelectorAll("div.table")) {
      const own = [...block.querySelectorAll("tr[data-status]")];
      if (own.length) block.hidden = own.every((row) => row.hidden);
    }
    shown.textContent = filter.dataset.shown.replace("{n}", count).replace("{all}", rows.length);
  };

  filter.hidden = false;
  filter.addEventListener("input", show);
  filter.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
