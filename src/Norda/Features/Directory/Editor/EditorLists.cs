using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory.Editor;

/// <summary>Values that fields choose from or suggest, as the chamber keeps them.</summary>
public static class EditorLists
{
    public const string Categories = "categories";
    public const string Towns = "towns";
    public const string Services = "services";
    public const string Competencies = "competencies";

    private const int Most = 300;

    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<(string Value, string Label)>>> EditorChoices(this AppDb db, IEnumerable<FieldShape> fields, CancellationToken cancel)
    {
        var lists = new Dictionary<string, IReadOnlyList<(string, string)>>(StringComparer.Ordinal);
        foreach (var name in fields.Select(f => f.Dictionary).OfType<string>().Distinct(StringComparer.Ordinal))
            lists[name] = name switch
            {
                Categories => [.. (await db.Categories.OrderBy(c => c.SortOrder).ThenBy(c => c.Name).Take(Most).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => (c.Id.ToString(CultureInfo.InvariantCulture), c.Name))],
                Towns => Words(await db.Companies.Listed().Where(c => c.Address.Town != null).Select(c => c.Address.Town!).Distinct().OrderBy(t => t).Take(Most).ToListAsync(cancel)),
                Services => Words(await db.Services.OrderBy(s => s.Slug).Select(s => s.Name).Take(Most).ToListAsync(cancel)),
                _ => Words(await db.Competencies.OrderBy(s => s.Slug).Select(s => s.Name).Take(Most).ToListAsync(cancel)),
            };
        return lists;
    }

    private static IReadOnlyList<(string, string)> Words(IEnumerable<string> words) => [.. words.Select(w => (w, w))];
}
