using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Forum.Moderation;

public sealed class CategoryForm
{
    /// <summary>0 adds one.</summary>
    public int Id { get; set; }

    [Required(ErrorMessage = "Nazwij dział.")]
    [StringLength(ForumMap.LongestName, MinimumLength = 3, ErrorMessage = "Nazwa działu ma od 3 do 80 znaków.")]
    public string Name { get; set; } = "";

    [StringLength(ForumMap.LongestDescription, ErrorMessage = "Opis działu ma do 200 znaków.")]
    public string? Description { get; set; }

    /// <summary>The name that the page showed.</summary>
    public string? Seen { get; set; }
}

/// <summary>Adds a shelf, or renames one; its address stays.</summary>
public class SaveCategory(AppDb db, IStringLocalizer<Texts> texts)
{
    private const int Most = 30;

    public async Task<Outcome> Run(CategoryForm form, CancellationToken cancel)
    {
        if (PlainText.Line(form.Name) is not { } name)
            return Outcome.Refuse(texts["Nazwij dział."], "Form.Name");
        if (form.Id != 0)
            return await Rename(form, name, cancel);
        var slugs = await db.Set<ForumCategory>().Select(c => c.Slug).ToListAsync(cancel);
        if (slugs.Count >= Most)
            return Outcome.Refuse(texts["Forum ma najwyżej {0} działów.", Most]);
        // Words of our own addresses, and what begins with a digit, would hide the shelf.
        var slug = Slug.From(name) is { Length: > 0 } made && !char.IsAsciiDigit(made[0]) && made is not ("nowy" or "dzialy" or "temat" or "rss") ? made : $"dzial-{slugs.Count + 1}";
        db.Add(new ForumCategory { Name = name, Slug = Slug.Free(slug, slugs.Contains), Description = PlainText.Line(form.Description), SortOrder = slugs.Count });
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Taki dział już jest."], "Form.Name");
        }
    }

    private async Task<Outcome> Rename(CategoryForm form, string name, CancellationToken cancel)
    {
        if (await db.Set<ForumCategory>().SingleOrDefaultAsync(c => c.Id == form.Id, cancel) is not { } category)
            return Outcome.Refuse(texts["Tego działu już nie ma."]);
        var seen = form.Seen ?? "";
        if (SeenOf(category.Name, category.Description) != seen)
            return Outcome.Refuse(texts["Ktoś właśnie zmienił ten dział na „{0}” ({1}). Popraw swój wpis albo zapisz go jeszcze raz.", category.Name, category.Description ?? "-"]);
        (category.Name, category.Description) = (name, PlainText.Line(form.Description));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>What a page says it showed.</summary>
    public static string SeenOf(string name, string? description) => $"{name}|{description}";
}
