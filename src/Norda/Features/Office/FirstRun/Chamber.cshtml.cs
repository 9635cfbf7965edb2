using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Files;
using Norda.Features.Office.Settings;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.FirstRun;

/// <summary>The second step: how the chamber is called and how it looks. Saved at once, so that the next page shows it.</summary>
[Access(Resource.FirstRun, Act.Create)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(StorePicture.MostBytes + 1024 * 1024)]
public class ChamberModel(AppDb db, FirstRunCode code, ShortMemory memory, SaveChamberSettings save, StorePicture store, IOptions<ChamberOptions> chamber) : FirstRunPage(code, memory)
{
    private const int LogoSide = 512;

    [BindProperty]
    public ChamberForm Form { get; set; } = new();

    public void OnGet() => Form = ChamberForm.Of(chamber.Value);

    public async Task<IActionResult> OnPostAsync(IFormFile? logo, CancellationToken cancel)
    {
        var values = Form.Values();
        if (logo is { Length: > 0 })
        {
            var (file, refusal) = await store.Run(logo, LogoSide, cancel);
            if (refusal is not null)
                ModelState.AddModelError("", refusal);
            else
                values[KnownSetting.KeyOf(ChamberOptions.Section, nameof(ChamberOptions.Logo))] = SettingFiles.AddressOf(file!);
        }

        if (ModelState.IsValid && await save.Run(values, cancel) is { Refusal: { } fault } outcome)
            ModelState.AddModelError("Form." + outcome.Field?.Split(':')[^1], fault);
        if (!ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return this.ShowAgain();
        }

        return RedirectToPage("/Office/FirstRun/Post");
    }
}

/// <summary>What the chamber tells about itself, as texts: each is held against the rule of its option.</summary>
public sealed class ChamberForm
{
    public string? Name { get; set; }
    public string? Owner { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? BrandHue { get; set; }
    public string? BrandChroma { get; set; }
    public string? AccentHue { get; set; }

    public static ChamberForm Of(ChamberOptions chamber) => new()
    {
        Name = chamber.Name, Owner = chamber.Owner, Phone = chamber.Phone, Email = chamber.Email,
        BrandHue = Text(chamber.BrandHue), BrandChroma = Text(chamber.BrandChroma), AccentHue = Text(chamber.AccentHue),
    };

    public Dictionary<string, string?> Values() => new[]
    {
        (nameof(Name), Name), (nameof(Owner), Owner), (nameof(Phone), Phone), (nameof(Email), Email),
        (nameof(BrandHue), Point(BrandHue)), (nameof(BrandChroma), Point(BrandChroma)), (nameof(AccentHue), Point(AccentHue)),
    }.ToDictionary(v => KnownSetting.KeyOf(ChamberOptions.Section, v.Item1), v => v.Item2);

    private static string Text(double value) => value.ToString("0.###", CultureInfo.CurrentCulture);

    /// <summary>People write a comma, the configuration a point.</summary>
    private static string? Point(string? typed) => typed?.Replace(',', '.');
}
