using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;
using Norda.Data;
using Norda.Data.Search;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Search;

public static class SearchModule
{
    /// <summary>Of each kind of thing: the list stays short enough to be read.</summary>
    private const int MostOfKind = 4;

    public static void AddSearch(this WebApplicationBuilder builder) => builder.Services.AddScoped<FindAround>();

    public static void MapSearchApi(this WebApplication app) => app.MapGet("/api/v1/search/suggest", Suggest)
        .Requires(Resource.Search, Act.Read).WithETag().WithTags("Search").WithName("suggest")
        .WithSummary("Suggestions").WithDescription("What a typed beginning may become: actions, firms, services, categories, and whatever else the caller may see; at most three actions, ten of the directory and four of each other kind. After the first firm comes the address that calls it (tel:), where everybody may see its number.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Parameters?.FirstOrDefault() is OpenApiParameter typed)
                (typed.Description, typed.Example) = ("What has been typed so far.", "spaw");
            return Task.CompletedTask;
        });

    private static async Task<SuggestionList> Suggest(string? q, HttpRequest request, ISearchIndex search, AppDb db, FindAround around, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var (language, words) = (request.PathBase, SearchWords.Of(q));
        var suggested = await search.Suggest(q ?? "", cancel);
        var firms = suggested.Select(s => Item(s, language, texts)).ToList();
        if (suggested.FirstOrDefault(s => s.Kind == SuggestionKind.Company) is { } first && await Call(first, db, texts, cancel) is { } call)
            firms.Insert(suggested.ToList().IndexOf(first) + 1, call);
        var things = (await around.Things(words, MostOfKind, cancel)).SelectMany(g => Items(g, language));
        return new([.. around.Actions(words) is { } actions ? Items(actions, language) : [], .. firms, .. things]);
    }

    private static IEnumerable<SuggestionItem> Items(FoundGroup group, string language) => group.Links.Select(l => new SuggestionItem(group.Title, l.Text, language + l.Href, l.Hint, l.Icon));

    /// <summary>To call the firm without opening its page; null where its number is not for everybody.</summary>
    private static async Task<SuggestionItem?> Call(Suggestion firm, AppDb db, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var found = await db.Companies.Where(c => c.Slug == firm.Slug).Select(c => new { c.Phone, c.FieldVisibility }).SingleOrDefaultAsync(cancel);
        return found is not null && !found.FieldVisibility.ContainsKey("phone") && Phone.TryParse(found.Phone, out var phone) ? new(texts["Firmy"], texts["Zadzwoń: {0}", firm.Text], $"tel:{string.Concat(phone.Number.Where(c => c is '+' or (>= '0' and <= '9')))}", phone.Display, "phone") : null;
    }

    private static SuggestionItem Item(Suggestion suggestion, string language, IStringLocalizer<Texts> texts) => suggestion.Kind switch
    {
        SuggestionKind.Company => new(texts["Firmy"], suggestion.Text, $"{language}/firma/{suggestion.Slug}", suggestion.Hint, "building"),
        SuggestionKind.Service => new(texts["Usługi"], suggestion.Text, $"{language}/katalog?usluga={suggestion.Slug}", null, "tool"),
        _ => new(texts["Branże"], suggestion.Text, $"{language}/katalog/{suggestion.Slug}", null, "building-store"),
    };
}

/// <summary>Items in the order in which they are shown; those of one group stand together.</summary>
public sealed record SuggestionList(IReadOnlyList<SuggestionItem> Items);

/// <param name="Icon">Name of a sign of the site's set.</param>
public sealed record SuggestionItem(string Group, string Text, string Url, string? Hint, string Icon);
