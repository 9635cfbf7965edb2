using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;
using Norda.Data.Search;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Search;

public static class SearchModule
{
    public static void MapSearchApi(this WebApplication app) => app.MapGet("/api/v1/search/suggest", Suggest)
        .Requires(Resource.Search, Act.Read).WithETag().WithTags("Search").WithName("suggest")
        .WithSummary("Suggestions").WithDescription("What a typed beginning may become: firms, services, categories; at most ten.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Parameters?.FirstOrDefault() is OpenApiParameter typed)
                (typed.Description, typed.Example) = ("What has been typed so far.", "spaw");
            return Task.CompletedTask;
        });

    private static async Task<SuggestionList> Suggest(string? q, HttpRequest request, ISearchIndex search, IStringLocalizer<Texts> texts, CancellationToken cancel) =>
        new([.. (await search.Suggest(q ?? "", cancel)).Select(s => Item(s, request.PathBase, texts))]);

    private static SuggestionItem Item(Suggestion suggestion, string language, IStringLocalizer<Texts> texts) => suggestion.Kind switch
    {
        SuggestionKind.Company => new(texts["Firmy"], suggestion.Text, $"{language}/firma/{suggestion.Slug}", suggestion.Hint),
        SuggestionKind.Service => new(texts["Usługi"], suggestion.Text, $"{language}/katalog?usluga={suggestion.Slug}", null),
        _ => new(texts["Branże"], suggestion.Text, $"{language}/katalog/{suggestion.Slug}", null),
    };
}

/// <summary>Items in the order in which they are shown; those of one group stand together.</summary>
public sealed record SuggestionList(IReadOnlyList<SuggestionItem> Items);

public sealed record SuggestionItem(string Group, string Text, string Url, string? Hint);
