using System.Linq.Expressions;

namespace Norda.Features.Classifieds;

/// <summary>One line of a list. Company is null where the author does not want to be named.</summary>
public sealed record ClassifiedRow(int Id, string Slug, ListingType Type, ClassifiedCategory Category, string Title, string Description, string? Budget, string? Place,
    string? Company, DateTime CreatedAt, DateTime? ExpiresAt, bool IsActive, bool IsHidden, int Views, string? Photo)
{
    private const int Excerpt = 180;

    public static readonly Expression<Func<Classified, ClassifiedRow>> From = c => new ClassifiedRow(c.Id, c.Slug, c.ListingType, c.Category, c.Title, c.Description, c.BudgetInfo, c.LocationInfo,
        c.IsAnonymous ? null : c.Company!.Name, c.CreatedAt, c.ExpiresAt, c.IsActive, c.HiddenAt != null, c.ViewsCount, c.Photos.OrderBy(p => p.Id).Select(p => p.FileId).FirstOrDefault());

    public string Address => ClassifiedQueries.Address(Id, Slug);

    public string Short => Description.Length <= Excerpt ? Description : Description[..(Description.LastIndexOf(' ', Excerpt) is > 0 and var end ? end : Excerpt)] + "…";

    /// <summary>Key of the text for what keeps others from seeing it; null while they do.</summary>
    public string? State(DateTime now) => IsHidden ? "Zdjęte przez moderatora" : !IsActive ? "Zakończone" : ExpiresAt <= now ? "Wygasło" : null;
}
