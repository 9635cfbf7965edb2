// Starts the reference of the API (/api). Everything it shows comes from this server.
const place = document.querySelector("#reference");
const theme = document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
Scalar.createApiReference(place, {
  url: place.dataset.document,
  forceDarkModeState: theme, // colours come from tokens.css, which follows the same choice
  hideDarkModeToggle: true,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: "never",
  hideClientButton: true,
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
});
