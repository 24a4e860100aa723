// The search page: the indexes of all years, asked as one. Nothing leaves this site.
const form = document.querySelector(".search");
const words = document.getElementById("words");
const state = document.getElementById("state");
const list = document.getElementById("found");
const AT_ONCE = 20;

const indexes = form.dataset.indexes.split(" ").filter(Boolean);
const served = location.protocol !== "file:" && indexes.length > 0;
const engine = served ? load() : Promise.reject(new Error("no index"));
engine.catch(() => { document.getElementById("off").hidden = false; });

async function load() {
  const [first, ...others] = indexes.map((each) => new URL(each, document.baseURI).href);
  const made = await import(`${first}pagefind.js`);
  await made.init();
  for (const other of others) await made.mergeIndex(other);
  return made;
}

async function search() {
  const asked = words.value.trim();
  const url = new URL(location.href);
  url.searchParams.set("q", asked);
  history.replaceState(null, "", url);
  const { results } = await (await engine).search(asked);
  list.replaceChildren();
  const counted = new Intl.PluralRules(document.documentElement.lang).select(results.length);
  state.textContent = results.length
    ? (state.dataset[counted] ?? state.dataset.other).replace("{n}", results.length)
    : document.getElementById("none").textContent;
  await show(results, 0);
}

async function show(results, from) {
  for (const result of results.slice(from, from + AT_ONCE)) list.append(entry(await result.data()));
  if (results.length <= from + AT_ONCE) return;
  const more = Object.assign(document.createElement("button"), { textContent: form.dataset.more });
  const row = document.createElement("li");
  row.append(more);
  list.append(row);
  more.addEventListener("click", () => { row.remove(); show(results, from + AT_ONCE); });
}

function entry(data) {
  const row = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: data.url, dir: "auto" });
  link.textContent = data.meta.title ?? data.url;
  const passage = document.createElement("p");
  passage.dir = "auto";
  passage.innerHTML = data.excerpt; // pagefind escapes the words; it adds <mark> alone
  row.append(link, passage);
  return row;
}

form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
words.value = new URL(location.href).searchParams.get("q") ?? "";
if (words.value) search();
