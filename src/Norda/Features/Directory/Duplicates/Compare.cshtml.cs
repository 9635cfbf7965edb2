using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Editor;
using Norda.Features.Directory.History;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Duplicates;

/// <summary>Two entries side by side: the office says which stays and whose value each field keeps.</summary>
[Access(Resource.Duplicate, Act.Change)]
[ResponseCache(NoStore = true)]
public class CompareModel(AppDb db, MergeFirms merge, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public int Kept { get; set; }

    /// <summary>Number of the firm whose value is kept, by field.</summary>
    [BindProperty(Name = nameof(Field))]
    public Dictionary<string, int> Field { get; set; } = [];

    /// <summary>Versions as the office saw them, by number of the firm.</summary>
    [BindProperty(Name = nameof(Seen))]
    public Dictionary<int, int> Seen { get; set; } = [];

    public Company One { get; private set; } = null!;
    public Company Other { get; private set; } = null!;
    public Likeness Likeness { get; private set; } = null!;
    public IReadOnlyDictionary<int, FirmParts> Parts { get; private set; } = new Dictionary<int, FirmParts>();

    /// <summary>Fields in which the two differ; the rest needs no choice.</summary>
    public IEnumerable<FieldChoice> Choices => MergedField.All.Select(f => new FieldChoice(f, f.Get(One), f.Get(Other))).Where(c => c.One != c.Other);

    public async Task<IActionResult> OnGetAsync(int first, int second, CancellationToken cancel)
    {
        if (!await Find(first, second, cancel))
            return NotFound();
        Kept = Kept == 0 ? Better : Kept;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int first, int second, CancellationToken cancel)
    {
        if (!await Find(first, second, cancel) || Kept != first && Kept != second)
            return NotFound();
        var merged = Kept == first ? second : first;
        var order = new MergeOrder(Kept, merged, Seen.GetValueOrDefault(Kept, -1), Seen.GetValueOrDefault(merged, -1), [.. Field.Where(f => f.Value == merged).Select(f => f.Key)]);
        if (await merge.Run(order, cancel) is { Refusal: { } refusal })
        {
            ModelState.AddModelError("", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Połączono. Można to cofnąć na tej stronie."]);
        return LocalRedirect(Url.Content("~/biuro/duplikaty"));
    }

    public bool TakesOther(FieldChoice choice) => Field.TryGetValue(choice.Shape.Key, out var from) ? from == Other.Id : choice.One is null || Kept == Other.Id && choice.Other is not null;

    public string Show(FieldChoice choice, string? value) => choice.Shape.Key == "category_id" ? (value == One.CategoryId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ? One.Category?.Name : Other.Category?.Name) ?? texts["brak"] : value is null ? texts["brak"] : AuditValue.InWords(choice.Shape.Key, value, texts) ?? choice.Shape.Show(value, texts);

    /// <summary>The entry with more in it stays, unless the office says otherwise.</summary>
    private int Better => MergedField.All.Count(f => f.Get(Other) is not null) > MergedField.All.Count(f => f.Get(One) is not null) ? Other.Id : One.Id;

    private async Task<bool> Find(int first, int second, CancellationToken cancel)
    {
        var firms = await db.Companies.AsNoTracking().Include(c => c.Category).Where(c => (c.Id == first || c.Id == second) && c.Status != CompanyStatus.Archived).ToDictionaryAsync(c => c.Id, cancel);
        if (first == second || firms.Count != 2)
            return false;
        (One, Other) = (firms[first], firms[second]);
        Likeness = Likeness.Of(Sketch(One), Sketch(Other));
        Parts = await db.Companies.Where(c => c.Id == first || c.Id == second).Select(c => new FirmParts(c.Id, c.Services.Count, c.Contacts.Count, c.Certifications.Count, c.Photos.Count, c.News.Count)).ToDictionaryAsync(p => p.Id, cancel);
        return true;
    }

    private static FirmSketch Sketch(Company c) => new(c.Id, c.Name, c.Nip, c.Regon, c.Krs, c.Address.Town, c.Phone, c.Website, c.Email);
}

public sealed record FieldChoice(FieldShape Shape, string? One, string? Other);

public sealed record FirmParts(int Id, int Services, int Contacts, int Certificates, int Photos, int News);
