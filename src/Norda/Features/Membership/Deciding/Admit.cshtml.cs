using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

/// <summary>How people name a resolution in a form.</summary>
public class ResolutionForm
{
    public string? ResolutionNumber { get; set; }
    public string? ResolutionBody { get; set; } = "Zarząd";
    public string? ResolutionDate { get; set; }

    /// <param name="title">Where the register does not have it yet.</param>
    public ResolutionName Resolution(string title) => new(ResolutionNumber, MembershipTexts.ReadDay(ResolutionDate), ResolutionBody, title);
}

public sealed class AdmissionForm : ResolutionForm
{
    public string? Since { get; set; }
    public string? Number { get; set; }
    public int? BandId { get; set; }
    public MemberKind Kind { get; set; }
    public int? CategoryId { get; set; }
    public bool FreeOfEntryFee { get; set; }
}

/// <summary>The board has let the firm in: by which resolution, from when, in which band.</summary>
[Access(Resource.Declaration, Act.Change)]
[ResponseCache(NoStore = true)]
public class AdmitModel(AppDb db, AdmitFirm admit, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public AdmissionForm Form { get; set; } = new();

    public string Name { get; private set; } = "";
    public bool IsKnown { get; private set; }
    public int NextNumber { get; private set; }
    public IReadOnlyList<(int Id, string Name)> Bands { get; private set; } = [];
    public IReadOnlyList<(int Id, string Name)> Categories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await Load(id, cancel) is not { } paper)
            return NotFound();
        if (!paper.IsOpen)
            return LocalRedirect(Url.Content($"~/biuro/deklaracje/{id}"));
        var bands = await db.Set<MemberBand>().AsNoTracking().OrderBy(b => b.SortOrder).ToListAsync(cancel);
        Form = new AdmissionForm { Since = clock.Today().ToString("d.MM.yyyy", CultureInfo.InvariantCulture), Kind = paper.Kind, BandId = bands.Find(b => b.StaffFrom is not null && b.Holds(paper.Staff, null))?.Id };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await Load(id, cancel) is null)
            return NotFound();
        ModelState.Clear();
        var number = int.TryParse(Form.Number?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : string.IsNullOrWhiteSpace(Form.Number) ? (int?)null : 0;
        var admission = new Admission(Form.Resolution(texts["Przyjęcie członków"]), MembershipTexts.ReadDay(Form.Since), number, Form.BandId, Form.Kind, Form.CategoryId, Form.FreeOfEntryFee);
        var admitted = await admit.Run(id, admission, Request.LetterOrigin(), cancel);
        if (admitted.Outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(admitted.Outcome.Field is { } field ? $"Form.{field}" : "", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Firma przyjęta, numer członkowski {0}. Naliczono: {1} zł.", admitted.Number!, admitted.Charged.ToString("N2", CultureInfo.CurrentCulture)]);
        return LocalRedirect(Url.Content($"~/biuro/deklaracje/{id}"));
    }

    private async Task<Declaration?> Load(int id, CancellationToken cancel)
    {
        if (await db.Set<Declaration>().AsNoTracking().Include(d => d.Company).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } paper)
            return null;
        (Name, IsKnown) = (paper.Name, paper.Company is { CategoryId: not null });
        NextNumber = (await db.Set<Member>().MaxAsync(m => (int?)m.Number, cancel) ?? 0) + 1;
        Bands = [.. (await db.Set<MemberBand>().OrderBy(b => b.SortOrder).Select(b => new { b.Id, b.Name }).ToListAsync(cancel)).Select(b => (b.Id, b.Name))];
        Categories = [.. (await db.Categories.OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => (c.Id, c.Name))];
        return paper;
    }
}
