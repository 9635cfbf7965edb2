using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Norda.Tests.Security;

/// <summary>Whoever adds fields to a form that the page does not have gets exactly what the form alone would have got, or is refused.</summary>
[Collection(SiegeGround.Name)]
public sealed class MassAssignmentTests(Siege siege)
{
    private const string Stranger = "2";

    /// <summary>The same page in English binds the same names.</summary>
    private const string Twin = "/en/";

    /// <summary>What they write goes on in the background after the answer, so that no two tries leave the same rows; their forms have fields of their own types only.</summary>
    private static readonly string[] Lasting = ["/biuro/skladki/naliczanie", "/biuro/skladki/zaznaczone", "/biuro/skladki/wysylka"];

    [Fact]
    public async Task All_columns_of_all_tables_sent_with_a_form_change_nothing_more()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "What is bound is bound by the same code; rows are put back after every form, which SQLite does in milliseconds.");
        var (columns, wrong, written, asked) = (Columns(), new List<string>(), 0, 0);
        await siege.Restore();
        var before = await siege.Rows();
        foreach (var form in (await siege.Forms()).Where(f => !Lasting.Any(f.Action.StartsWith) && !f.Action.StartsWith(Twin, StringComparison.Ordinal)))
        {
            var (_, honest) = await Try(form, form.Filled(), before);
            var (status, greedy) = await Try(form, [.. form.Filled(), .. Extras(form, columns)], before);
            asked++;
            written += honest.Count > 0 ? 1 : 0;
            var refused = greedy.Count == 0 && status == HttpStatusCode.UnprocessableEntity;
            if ((int)status >= 500 || !refused && !greedy.SequenceEqual(honest))
                wrong.Add($"{form}: {status}\n  {string.Join("\n  ", greedy.Except(honest).Concat(honest.Except(greedy)).Take(4))}");
        }

        Console.WriteLine($"   mass assignment: {columns.Count} columns with {asked} forms, {written} of which write");
        await siege.Restore();
        Assert.True(written > 20, $"Only {written} of {asked} forms wrote a row, so nothing was proved.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>What the form changes in rows that are as they were.</summary>
    private async Task<(HttpStatusCode Status, IReadOnlyList<string> Changes)> Try(WebForm form, IEnumerable<KeyValuePair<string, string>> fields, List<Access.Row> before)
    {
        var answer = await siege[form.Who].Send(form, fields, Siege.Picture());
        var changes = RowChanges.Between(before, await siege.Rows());
        if (changes.Count > 0)
            await siege.Restore();
        return (answer.StatusCode, changes.Where(r => r.Table != "user_sessions").Masked());
    }

    /// <summary>Under every name that the page does not read itself: a form may well have a field of the name of a column.</summary>
    private IEnumerable<KeyValuePair<string, string>> Extras(WebForm form, IReadOnlyDictionary<string, string> columns)
    {
        var own = form.Fields.Select(f => f.Name).Append(form.Button?.Key ?? "").Concat(siege.Map.RouteOf(form.Action.Split('?')[0])!.Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var prefixes = own.Where(n => n.Contains('.', StringComparison.Ordinal)).Select(n => (n[..(n.IndexOf('.', StringComparison.Ordinal) + 1)], ""))
            .Concat(own.Where(n => n.EndsWith(']') && n.StartsWith("Form[", StringComparison.Ordinal)).Select(_ => ("Form[", "]"))).Append(("", "")).Distinct();
        return (from prefix in prefixes
                from column in columns
                let name = prefix.Item1 + column.Key + prefix.Item2
                where !own.Contains(name) && !own.Contains(column.Key)
                select KeyValuePair.Create(name, column.Value)).Take(950);
    }

    /// <summary>Names of properties and columns with a value that would be worth smuggling in.</summary>
    private Dictionary<string, string> Columns()
    {
        using var db = siege.Database.Open();
        var all = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).ToList();
        var names = all.OrderByDescending(IsWorthIt).SelectMany(p => new[] { (p.Name, Value: Smuggled(p)), (Name: p.GetColumnName(), Value: Smuggled(p)) });
        return names.DistinctBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(n => n.Name, n => n.Value, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsWorthIt(IProperty property) => property.ClrType == typeof(bool) || property.ClrType.IsEnum || property.IsForeignKey() || property.Name is "Status" or "Role" or "Id" or "Version";

    private static string Smuggled(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
    {
        var t when t == typeof(bool) => "true",
        var t when t.IsEnum => Enum.GetNames(t)[^1],
        var t when t == typeof(DateTime) || t == typeof(DateOnly) => "2031-03-03",
        var t when t == typeof(string) => "przemycone",
        _ => Stranger,
    };
}
