using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Settings;

/// <summary>The chamber's colours and logo. Lightness is fixed by role, so that no choice here makes a text unreadable.</summary>
[Access(Resource.Settings, Act.Change)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Files.StorePicture.MostBytes + 100_000)]
public class LooksModel(SaveChamberSettings save, SaveLogo logo, ApplyChamberSettings apply, SavedSettings saved, IConfiguration configuration, IOptions<ChamberOptions> chamber, IStringLocalizer<Texts> texts) : SettingsPage(save, apply, saved, configuration, texts)
{
    public override IReadOnlyList<SettingField> Fields { get; } =
    [
        Field(nameof(ChamberOptions.BrandHue), "Barwa główna", "Od 0 do 360 stopni: 30 to czerwień, 150 zieleń, 232 błękit, 300 fiolet", "232"),
        Field(nameof(ChamberOptions.BrandChroma), "Nasycenie", "Od 0 (szarość) do 0.14", "0.09"),
        Field(nameof(ChamberOptions.AccentHue), "Barwa akcentu", "Znaczy „to na Ciebie czeka”; 75 to bursztyn", "75"),
    ];

    public string? Logo => chamber.Value.Logo;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        foreach (var key in Form.Keys.ToList())
            Form[key] = Form[key]?.Replace(',', '.');
        return await Save(Texts["Zapisano kolory. Widać je już na stronach."], cancel);
    }

    public async Task<IActionResult> OnPostLogoAsync(IFormFile? plik, CancellationToken cancel) => Answer(await logo.Run(plik, cancel), Texts["Zapisano logo."]);

    public async Task<IActionResult> OnPostBezLogoAsync(CancellationToken cancel) => Answer(await logo.Remove(cancel), Texts["Usunięto logo. Jest znak Nordy w barwie izby."]);

    private IActionResult Answer(Outcome outcome, string done)
    {
        if (outcome.Refusal is not { } refusal)
        {
            this.Say(done);
            return RedirectToPage();
        }

        ModelState.Clear();
        OnGet();
        ModelState.AddModelError("plik", refusal);
        return this.ShowAgain();
    }

    private static SettingField Field(string property, string label, string hint, string usual) => new(KnownSetting.KeyOf(ChamberOptions.Section, property), label, hint, "text", usual);
}
