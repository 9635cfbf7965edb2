// Writes wwwroot/lib: htmx, one sprite of the icons named in icons.txt, Public Sans cut to Latin and Polish;
// and, beside node_modules, the list of common passwords that the program takes in.
// Usage: node build-assets.mjs <folder with node_modules> <output folder>
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [modules, out] = process.argv.slice(2).map(folder => resolve(folder));
const from = (...parts) => join(modules, "node_modules", ...parts);
const subsetFont = createRequire(join(modules, "package.json"))("subset-font");
const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

const range = (first, last) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

// Three files, so that a page fetches only the letters it has; Features/Shared/Theme.cs tells the browser which is which.
const LATIN = range(0x20, 0x7e) + "\u00a0§«°²³·»×Óó–—‘’“”„•…€™−";
const POLISH = "ĄąĆćĘęŁłŃńŚśŹźŻż";
const ACCENTS = range(0xa1, 0xff);
const WEIGHTS = { wght: { min: 400, max: 700, default: 400 } };
const FEATURES = ["calt", "ccmp", "kern", "liga", "locl", "mark", "tnum"]; // what browsers apply by themselves, and figures of one width

async function font(part, source, letters) {
  const whole = await readFile(from("@fontsource-variable/public-sans/files", `public-sans-${source}-wght-normal.woff2`));
  const cut = await subsetFont(whole, letters, { targetFormat: "woff2", variationAxes: WEIGHTS, keepFeatures: FEATURES });
  await writeFile(join(out, `public-sans-${part}.woff2`), cut);
  return cut.length;
}

async function sprite() {
  const names = (await readFile(join(here, "icons.txt"), "utf8")).split("\n").map(line => line.trim()).filter(line => line && !line.startsWith("#"));
  const symbols = await Promise.all(names.map(async name => {
    const svg = await readFile(from("@tabler/icons/icons/outline", `${name}.svg`), "utf8");
    const body = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "");
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${body}</symbol>`;
  }));
  await writeFile(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
  return names.length;
}

// Ordered and in small letters, as Features/Accounts/Passwords/CommonPasswords.cs looks them up; shorter ones no rule lets pass.
async function commonPasswords() {
  const SHORTEST = 8;
  const all = JSON.parse(await readFile(from("@zxcvbn-ts/language-common/src/passwords.json"), "utf8"));
  const listed = [...new Set(all.map(word => word.toLowerCase()).filter(word => word.length >= SHORTEST))].sort();
  await writeFile(join(modules, "common-passwords.txt"), listed.join("\n"));
  return listed.length;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await copyFile(from("htmx.org/dist/htmx.min.js"), join(out, "htmx.min.js"));
await copyFile(from("htmx.org/LICENSE"), join(out, "htmx-LICENSE.txt"));
await copyFile(from("@tabler/icons/LICENSE"), join(out, "icons-LICENSE.txt"));
await copyFile(from("@fontsource-variable/public-sans/LICENSE"), join(out, "public-sans-LICENSE.txt"));
const fonts = [await font("latin", "latin", LATIN), await font("polish", "latin-ext", POLISH), await font("accents", "latin", ACCENTS)];
console.log(`htmx, ${await sprite()} icons, Public Sans ${fonts.join(" + ")} B, ${await commonPasswords()} common passwords`);
