namespace Norda.Data.Search;

/// <summary>Writes terms in the query language of SQLite's FTS5. Terms hold letters, digits and dashes only, so nothing needs escaping.</summary>
internal static class FtsQuery
{
    public const string TextColumns = "{name services short full}";

    public static string Names(IReadOnlyList<TermGroup> groups) =>
        string.Join(" AND ", groups.Select(g => "{name} : " + Quote(Terms.NameWord(g.Word)) + (g.IsPrefix ? "*" : "")));

    /// <summary>The words, the filters but those of one group, the excluded words.</summary>
    public static string Whole(Plan plan, FilterGroup? except, Func<string, string[]> roots)
    {
        var parts = new List<string>();
        if (plan.Number is { } number)
            parts.Add("{filters} : " + Quote(Terms.Number(number)));
        if (plan.Groups.Count > 0)
            parts.Add("(" + string.Join(plan.AnyWord ? " OR " : " AND ", plan.Groups.Select(g => $"{TextColumns} : ({string.Join(" OR ", Alternatives(g))})")) + ")");
        foreach (var (group, slugs) in plan.Question.Filters.Where(f => f.Key != except && f.Value.Count > 0))
            parts.Add("{filters} : (" + string.Join(" OR ", slugs.Where(Terms.IsSlug).Select(s => Quote(Terms.Filter(group, s))).DefaultIfEmpty(Quote("0none"))) + ")");
        if (parts.Count == 0)
            parts.Add("{filters} : " + Quote(Terms.Any));
        var excluded = plan.Text.Excluded.SelectMany(roots).Select(Quote).ToList();
        var wanted = string.Join(" AND ", parts);
        return excluded.Count == 0 ? wanted : $"({wanted}) NOT ({TextColumns} : ({string.Join(" OR ", excluded)}))";
    }

    private static IEnumerable<string> Alternatives(TermGroup group)
    {
        foreach (var root in group.Roots)
            yield return Quote(root);
        if (!group.IsPrefix)
            yield break;
        yield return Quote(group.Word) + "*";
        yield return Quote(Terms.NameWord(group.Word)) + "*";
    }

    private static string Quote(string term) => $"\"{term}\"";
}
