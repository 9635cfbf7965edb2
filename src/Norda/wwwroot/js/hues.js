// Shows hues on the whole page while they are being chosen. Numbers only: what is typed becomes no other style.
const form = document.querySelector("[data-hues]");
const parts = { BrandHue: ["--brand-h", "--neutral-h"], BrandChroma: ["--brand-c"], AccentHue: ["--accent-h"] };
const most = { BrandHue: 360, BrandChroma: 0.14, AccentHue: 360 };

form?.addEventListener("input", e => {
  const part = e.target.name?.split(":").pop().replace("]", "");
  const value = Number(e.target.value.replace(",", "."));
  if (!(part in parts) || e.target.value.trim() === "" || !(value >= 0 && value <= most[part])) return;
  for (const name of parts[part]) document.documentElement.style.setProperty(name, value);
});
