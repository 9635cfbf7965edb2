using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory;

namespace Norda.Features.Home;

/// <summary>What the first page shows of the directory, in two queries.</summary>
public sealed record Landing(int Firms, IReadOnlyList<Branch> Branches, IReadOnlyList<Town> Towns, IReadOnlyList<Newcomer> Newest)
{
    public const int ShownTowns = 14;
    private const int ShownNewest = 6;
    private const int ShownExamples = 4;

    /// <summary>Main services of the newest firms: questions that certainly find something.</summary>
    public IEnumerable<string> Examples => Newest.Select(n => n.MainService).OfType<string>().Distinct(StringComparer.Ordinal).Take(ShownExamples);

    public static async Task<Landing> Read(AppDb db, CancellationToken cancel)
    {
        var places = await db.Companies.Listed().GroupBy(c => new
        {
            c.CategoryId, c.Category!.Slug, c.Category.Name, c.Category.Icon, SortOrder = (int?)c.Category.SortOrder, c.Address.Town,
        }).Select(g => new { g.Key, Firms = g.Count(), Latitude = g.Average(c => c.Address.Latitude), Longitude = g.Average(c => c.Address.Longitude) }).ToListAsync(cancel);
        var newest = await db.Companies.Listed().OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(ShownNewest).Select(c => new Newcomer(
            c.Slug, c.Name, c.CategoryId ?? 0, c.Category!.Name, c.Address.Town, c.DescriptionShort,
            c.Services.OrderByDescending(s => s.IsPrimary).ThenBy(s => s.ServiceId).Select(s => s.Service.Name).FirstOrDefault())).ToListAsync(cancel);

        var branches = places.Where(p => p.Key.CategoryId is not null).GroupBy(p => p.Key.CategoryId!.Value).OrderBy(g => g.First().Key.SortOrder)
            .Select(g => new Branch(g.Key, g.First().Key.Slug, g.First().Key.Name, g.First().Key.Icon, g.Sum(p => p.Firms))).ToList();
        var towns = places.Where(p => p.Key.Town is not null).GroupBy(p => p.Key.Town!, StringComparer.Ordinal)
            .Select(g => new Town(g.Key, g.Sum(p => p.Firms), g.Average(p => p.Latitude), g.Average(p => p.Longitude)))
            .OrderByDescending(t => t.Firms).ThenBy(t => t.Name, StringComparer.CurrentCulture).ToList();
        return new Landing(places.Sum(p => p.Firms), branches, towns, newest);
    }
}

public sealed record Branch(int Id, string Slug, string Name, string? Icon, int Firms);

public sealed record Town(string Name, int Firms, double? Latitude, double? Longitude)
{
    public string Slug => Platform.Slug.From(Name);
}

public sealed record Newcomer(string Slug, string Name, int Hue, string? Category, string? Town, string? Short, string? MainService);
