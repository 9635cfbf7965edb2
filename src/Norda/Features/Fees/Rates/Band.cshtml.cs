using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Rates;

public sealed class BandForm
{
    public string? Name { get; set; }
    public int? StaffFrom { get; set; }
    public int? StaffTo { get; set; }
    public string? RevenueFrom { get; set; }
    public string? RevenueTo { get; set; }
}

/// <summary>Enters a band of the chamber's scale.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class BandModel(SaveBand save, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public BandForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = ModelState.IsValid
            ? await save.Run(new BandOrder(Form.Name, Form.StaffFrom, Form.StaffTo, FeeTexts.ReadAmount(Form.RevenueFrom), FeeTexts.ReadAmount(Form.RevenueTo)), cancel)
            : Outcome.Refuse(texts["Granice przedziału to liczby."], "StaffFrom");
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field is { } field ? $"Form.{field}" : "", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Przedział zapisany."]);
        return LocalRedirect(Url.Content("~/biuro/skladki/stawki"));
    }

    /// <summary>"10–49 osób", "przychód od 2 000 000 zł", or "nadawany przez zarząd".</summary>
    public static string Describe(MemberBand band, IStringLocalizer<Texts> texts)
    {
        var parts = new List<string>();
        if (band.StaffFrom is not null || band.StaffTo is not null)
            parts.Add(texts["osoby: {0}–{1}", band.StaffFrom ?? 0, band.StaffTo is { } to ? to : "…"]);
        if (band.RevenueFrom is not null || band.RevenueTo is not null)
            parts.Add(texts["przychód: {0}–{1}", band.RevenueFrom?.ToShortZloty() ?? "0", band.RevenueTo?.ToShortZloty() ?? "…"]);
        return parts.Count == 0 ? texts["nadawany przez zarząd"] : string.Join(", ", parts);
    }
}
