using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

public sealed class ClassifiedForm
{
    [Required(ErrorMessage = "Napisz w jednym zdaniu, czego dotyczy ogłoszenie.")]
    [StringLength(ClassifiedMap.LongestTitle, MinimumLength = 5, ErrorMessage = "Tytuł ma od 5 do 120 znaków.")]
    public string Title { get; set; } = "";

    [Required(ErrorMessage = "Opisz, czego potrzebujesz albo co dajesz.")]
    [StringLength(ClassifiedMap.LongestDescription, MinimumLength = 20, ErrorMessage = "Opis ma od 20 do 5000 znaków.")]
    public string Description { get; set; } = "";

    public string Type { get; set; } = ListingType.Wanted.Code;

    /// <summary>Empty: guessed from the words.</summary>
    public string? Category { get; set; }

    [StringLength(ClassifiedMap.LongestInfo, ErrorMessage = "Budżet ma do 100 znaków.")]
    public string? Budget { get; set; }

    [StringLength(ClassifiedMap.LongestInfo, ErrorMessage = "Miejsce ma do 100 znaków.")]
    public string? Place { get; set; }

    public bool IsAnonymous { get; set; }

    public Guid Once { get; set; } = Guid.NewGuid();
}

/// <summary>Puts an advertisement up for thirty days; the same form sent twice is one advertisement.</summary>
public class PostClassified(AppDb db, Me me, ClassifiedWords words, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private const int MostPerDay = 10;

    public async Task<(Classified? Ad, Outcome Outcome)> Run(ClassifiedForm form, CancellationToken cancel)
    {
        if (me.Id is not { } author)
            return (null, Outcome.Refuse(texts["Zaloguj się, żeby dodać ogłoszenie."]));
        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = now.AddDays(-1);
        if (await db.Set<Classified>().CountAsync(c => c.AuthorId == author && c.CreatedAt > yesterday && c.Once != form.Once, cancel) >= MostPerDay)
            return (null, Outcome.Refuse(texts["W ciągu doby można dodać {0} ogłoszeń. Wróć jutro.", MostPerDay]));
        var ad = new Classified
        {
            AuthorId = author, CompanyId = me.Companies.Count > 0 ? me.Companies[0].CompanyId : null, Title = "", Slug = "", Description = "",
            CreatedAt = now, ExpiresAt = now + Lifetime, Once = form.Once,
        };
        ad.Take(form, words);
        db.Add(ad);
        try
        {
            await db.SaveChangesAsync(cancel);
            return (ad, Outcome.Done);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return (await db.Set<Classified>().AsNoTracking().SingleAsync(c => c.AuthorId == author && c.Once == form.Once, cancel), Outcome.Done);
        }
    }
}

internal static class Typed
{
    /// <summary>What was typed, and what follows from it.</summary>
    public static void Take(this Classified ad, ClassifiedForm form, ClassifiedWords words)
    {
        (ad.Title, ad.Description) = (PlainText.Line(form.Title)!, PlainText.Clean(form.Description));
        (ad.BudgetInfo, ad.LocationInfo, ad.IsAnonymous) = (PlainText.Line(form.Budget), PlainText.Line(form.Place), form.IsAnonymous);
        ad.ListingType = Codes.Listing(form.Type) ?? ListingType.Wanted;
        ad.Category = Codes.Category(form.Category) ?? words.Guess(ad.Title, ad.Description);
        (ad.Slug, ad.SearchText) = (Slug.From(ad.Title), words.Text(ad.Title, ad.Description, ad.LocationInfo));
    }
}
