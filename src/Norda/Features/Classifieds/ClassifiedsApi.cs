using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>Open advertisements as JSON: everybody reads titles, members the rest.</summary>
public static class ClassifiedsApi
{
    private const int PageSize = 50;
    private const int MostPages = 1_000;

    public static void MapClassifiedsApi(this WebApplication app) => app.MapGet("/api/v1/classifieds", List).Requires(Resource.ClassifiedTitle, Act.Read).WithETag()
        .WithTags("Classifieds").WithName("classifieds").WithSummary("Open classifieds")
        .WithDescription($"What members seek and offer, the newest first, {PageSize} a page. Visitors are given titles; description, budget, place and firm are for members.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
                (parameter.Description, parameter.Example) = Explained(parameter.Name);
            return Task.CompletedTask;
        });

    private static async Task<Ok<ClassifiedList>> List(string? q, string? type, string? category, int? page, AppDb db, Me me, ClassifiedWords words, TimeProvider clock, CancellationToken cancel)
    {
        var (now, number) = (clock.GetUtcNow().UtcDateTime, Math.Clamp(page ?? 1, 1, MostPages));
        var open = db.Set<Classified>().AsNoTracking().Open(now).With(words.Asked(q?[..Math.Min(q.Length, ClassifiedMap.LongestTitle)]));
        if (Codes.Listing(type) is { } listing)
            open = open.Where(c => c.ListingType == listing);
        if (Codes.Category(category) is { } about)
            open = open.Where(c => c.Category == about);
        var rows = await open.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Skip((number - 1) * PageSize).Take(PageSize).Select(ClassifiedRow.From).ToListAsync(cancel);
        return TypedResults.Ok(new ClassifiedList([.. rows.Select(r => ClassifiedItem.Of(r, me.Is(Role.Member)))], await open.CountAsync(cancel), number, PageSize));
    }

    private static (string Description, JsonNode Example) Explained(string? parameter) => parameter switch
    {
        "q" => ("Words, in whatever form: each must be there.", "spawanie"),
        "type" => ("szukam or oferuje.", "szukam"),
        "category" => ("uslugi, produkty or wspolpraca.", "uslugi"),
        _ => ("Page of the answer, from 1.", 1),
    };
}

public sealed record ClassifiedList(IReadOnlyList<ClassifiedItem> Items, int Total, int Page, int PageSize);

/// <summary>Description, budget, place and company are null for visitors; company also where the author does not want to be named.</summary>
public sealed record ClassifiedItem(int Id, string Type, string Category, string Title, string Url, DateTime CreatedAt, DateTime? ExpiresAt, string? Description, string? Budget, string? Place, string? Company)
{
    public static ClassifiedItem Of(ClassifiedRow row, bool member) => new(
        row.Id, row.Type.Code, row.Category.Code, row.Title, $"/ogloszenia/{row.Address}", row.CreatedAt, row.ExpiresAt,
        member ? row.Description : null, member ? row.Budget : null, member ? row.Place : null, member ? row.Company : null);
}
