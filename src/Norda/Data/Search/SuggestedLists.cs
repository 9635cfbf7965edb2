using System.Data.Common;
using Norda.Data.Search.Polish;
using Norda.Platform;

namespace Norda.Data.Search;

/// <summary>The part of the suggestions that both databases ask alike: services, categories and towns that begin with what was typed.</summary>
internal static class SuggestedLists
{
    public const int MostFirms = 5;
    private const int PerList = 3;

    /// <summary>Slugs begin with what the folded name begins with; slugs of services and categories are indexed.</summary>
    public static readonly string Sql = $"""
        union all select 1, name, slug, null from (select name, slug from services where slug >= @low and slug < @high order by slug limit {PerList}) s
        union all select 2, name, slug, null from (select name, slug from categories where slug >= @low and slug < @high order by slug limit {PerList}) g
        """;

    public static (string, object?)[] Parameters(Question question)
    {
        var (low, high) = Range(Slug.From(string.Join(' ', question.Words)));
        return [("low", low), ("high", high)];
    }

    /// <summary>The first text that begins so, and the first after all that do; an empty range for an empty text.</summary>
    public static (string From, string To) Range(string beginning) => beginning.Length == 0 ? ("~", "~") : (beginning, beginning[..^1] + (char)(beginning[^1] + 1));

    public static IReadOnlyList<TermGroup> Typing(Question question, Stemmer stemmer)
    {
        var groups = question.Groups(stemmer);
        return [.. groups.Select((g, i) => g with { IsPrefix = i == groups.Count - 1 })];
    }

    public static async Task<IReadOnlyList<Suggestion>> Read(DbCommand command, CancellationToken cancel)
    {
        var found = new List<Suggestion>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            found.Add(new Suggestion((SuggestionKind)rows.GetInt32(0), rows.GetString(1), rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3)));
        return [.. found.OrderBy(s => s.Kind)];
    }
}
