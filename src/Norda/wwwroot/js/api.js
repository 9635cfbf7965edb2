// Starts the reference of the API (/api). Everything it shows comes from this server.
const place = document.querySelector("#reference");
const theme = document.documentElement.dataset.theme;
Scalar.createApiReference(place, {
  url: place.dataset.document,
  darkMode: theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: "never",
  hideClientButton: true,
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
});
