using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Recommendations;

/// <summary>Where a member recommends a firm, or changes what still waits for the moderator.</summary>
[Access(Resource.Recommendation, Act.Create)]
public class WriteModel(AppDb db, Me me, WriteRecommendation write, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public RecommendationForm Form { get; set; } = new();

    public RecommendedFirm Firm { get; private set; } = null!;
    public bool IsChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await Load(slug, cancel))
            return NotFound();
        if (me.BelongsTo(Firm.Id))
        {
            this.Say(texts["Swojej firmy nie można polecić. Poproś o to kogoś, komu pomogliście."]);
            return LocalRedirect(Url.Content($"~/firma/{Firm.Slug}"));
        }

        var said = await db.Set<Recommendation>().Where(r => r.UserId == me.Id && r.CompanyId == Firm.Id).Select(r => new { r.Status, r.RecommendationText, r.ServiceCategory, r.ShowContact }).SingleOrDefaultAsync(cancel);
        if (said is not null && said.Status != RecommendationStatus.Pending)
            return LocalRedirect(Url.Content("~/konto/polecenia"));
        IsChange = said is not null;
        if (said is not null)
            Form = new RecommendationForm { Text = said.RecommendationText, Service = said.ServiceCategory, ShowContact = said.ShowContact };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await Load(slug, cancel))
            return NotFound();
        if (ModelState.IsValid && await write.Run(Firm.Id, Form, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (!ModelState.IsValid)
            return this.ShowAgain();
        this.Say(texts["Dziękujemy. Moderator przeczyta polecenie, zwykle w ciągu dwóch dni."]);
        return LocalRedirect(Url.Content("~/konto/polecenia"));
    }

    private async Task<bool> Load(string slug, CancellationToken cancel)
    {
        var firm = await db.Companies.Listed().Where(c => c.Slug == slug).Select(c => new RecommendedFirm(c.Id, c.Name, c.Slug, c.Services.OrderByDescending(s => s.IsPrimary).Select(s => s.Service.Name).ToList())).SingleOrDefaultAsync(cancel);
        Firm = firm!;
        return firm is not null;
    }
}

public sealed record RecommendedFirm(int Id, string Name, string Slug, IReadOnlyList<string> Services);
