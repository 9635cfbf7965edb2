// Cuts Public Sans to the letters of Europe's Latin alphabets, as TrueType, for papers. Run by hand when the typeface changes:
// in an empty folder, npm i @expo-google-fonts/public-sans@0.4.2 subset-font@2.9.0, then node cut.mjs <that folder> <this folder>.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [modules, out] = process.argv.slice(2).map(folder => resolve(folder));
const subsetFont = createRequire(join(modules, "package.json"))("subset-font");
const range = (first, last) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
const LETTERS = range(0x20, 0x7e) + range(0xa0, 0x17f) + "ȘșȚțẞ–—‘’‚“”„•…‹›€−™";

for (const [weight, name] of [["400Regular", "Regular"], ["700Bold", "Bold"]]) {
  const whole = await readFile(join(modules, "node_modules/@expo-google-fonts/public-sans", weight, `PublicSans_${weight}.ttf`));
  await writeFile(join(out, `PublicSans-${name}.ttf`), await subsetFont(whole, LETTERS, { targetFormat: "sfnt", keepFeatures: ["tnum", "kern"] }));
}
