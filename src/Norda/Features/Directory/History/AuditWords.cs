using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory.History;

/// <summary>What entries of the audit log hold, in words: values by column, and names for the numbers of lists.</summary>
public sealed class AuditWords
{
    private const int LongestValue = 600;
    private readonly Dictionary<(string, string), string> _names;
    private readonly IStringLocalizer<Texts> _texts;

    private AuditWords(Dictionary<(string, string), string> names, IStringLocalizer<Texts> texts) => (_names, _texts) = (names, texts);

    /// <summary>Names for the numbers that the values hold.</summary>
    public static async Task<AuditWords> Load(AppDb db, IPersonNames names, IEnumerable<string?> values, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var numbers = values.SelectMany(v => Columns(v)).Where(v => v.Value is not null && (v.Key.EndsWith("_id", StringComparison.Ordinal) || IsPerson(v.Key)))
            .Select(v => (v.Key, Number: int.TryParse(v.Value, CultureInfo.InvariantCulture, out var id) ? id : 0)).ToLookup(v => v.Key, v => v.Number);
        var found = new List<(string Column, int Id, string Name)>();
        found.AddRange((await db.Categories.Where(c => numbers["category_id"].Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => ("category_id", c.Id, c.Name)));
        found.AddRange((await db.Services.Where(c => numbers["service_id"].Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => ("service_id", c.Id, c.Name)));
        found.AddRange((await db.Competencies.Where(c => numbers["competency_id"].Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => ("competency_id", c.Id, c.Name)));
        var people = numbers.Where(n => IsPerson(n.Key)).ToList();
        var named = await names.Find([.. people.SelectMany(n => n).Distinct()], cancel);
        found.AddRange(people.SelectMany(n => n.Distinct().Where(named.ContainsKey).Select(id => (n.Key, id, named[id]))));
        return new AuditWords(found.ToDictionary(f => (f.Column, f.Id.ToString(CultureInfo.InvariantCulture)), f => f.Name), texts);
    }

    /// <param name="label">Key of the text for a column; a column without one is left out.</param>
    public IReadOnlyList<(string Label, string? Before, string? After)> Read(string? before, string? after, Func<string, string?> label)
    {
        var (was, became) = (Columns(before), Columns(after));
        return [.. was.Keys.Union(became.Keys).Where(c => label(c) is not null && (was.GetValueOrDefault(c) ?? became.GetValueOrDefault(c)) is not null)
            .Select(c => c == "logo" ? (label(c)!, was.GetValueOrDefault(c) is null ? null : _texts["dotychczasowy plik"].Value, became.GetValueOrDefault(c) is null ? null : _texts["nowy plik"].Value)
                : (label(c)!, Show(c, was.GetValueOrDefault(c)), Show(c, became.GetValueOrDefault(c))))];
    }

    /// <summary>Key of the text.</summary>
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.Added => "dodanie",
        AuditAction.Removed => "usunięcie",
        _ => "zmiana",
    };

    private string? Show(string column, string? value) => value is null ? null : _names.GetValueOrDefault((column, value)) ?? AuditValue.InWords(column, value, _texts) ?? (value.Length > LongestValue ? value[..LongestValue] + "…" : value);

    private static bool IsPerson(string column) => column is "user_id" or "author_id" or "representative_id" or "by_user_id" || column.EndsWith("_by", StringComparison.Ordinal);

    private static Dictionary<string, string?> Columns(string? json) => json is null ? []
        : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(v => v.Key, v => v.Value.ValueKind == JsonValueKind.Null ? null : v.Value.ToString(), StringComparer.Ordinal);
}
